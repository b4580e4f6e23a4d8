/** A terminal without a person: understands as many control sequences as readline and the chat write. */

import { Writable } from 'node:stream';

export class TerminalScreen extends Writable {
  readonly columns: number;
  /** All that was written, with control sequences. */
  raw = '';
  private readonly rows: string[][] = [[]];
  private row = 0;
  private column = 0;

  constructor(columns = 80) {
    super({ decodeStrings: false });
    this.columns = columns;
  }

  override _write(chunk: string | Buffer, _encoding: string, done: () => void): void {
    const text = String(chunk);
    this.raw += text;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a terminal obeys
    for (const part of text.match(/\x1b\[[\d;]*[A-Za-z]|[\s\S]/gu) ?? []) this.obey(part);
    done();
  }

  /** What can be read on it, without empty lines at its end. */
  get text(): string {
    return this.rows
      .map((cells) => cells.join('').trimEnd())
      .join('\n')
      .trimEnd();
  }

  private obey(part: string): void {
    const count = Number(/\d+/.exec(part)?.[0] ?? 1);
    if (part === '\n') this.goTo(this.row + 1, 0);
    else if (part === '\r') this.column = 0;
    else if (!part.startsWith('\x1b')) this.put(part);
    else if (part.endsWith('A')) this.goTo(Math.max(this.row - count, 0), this.column);
    else if (part.endsWith('B')) this.goTo(this.row + count, this.column);
    else if (part.endsWith('C')) this.column += count;
    else if (part.endsWith('D')) this.column = Math.max(this.column - count, 0);
    else if (part.endsWith('G')) this.column = count - 1;
    else if (part.endsWith('K')) this.line.length = Math.min(this.line.length, this.column);
    else if (part.endsWith('J')) {
      this.line.length = Math.min(this.line.length, this.column);
      this.rows.length = this.row + 1;
    }
  }

  private put(character: string): void {
    if (this.column >= this.columns) this.goTo(this.row + 1, 0);
    while (this.line.length < this.column) this.line.push(' ');
    this.line[this.column++] = character;
  }

  private goTo(row: number, column: number): void {
    while (this.rows.length <= row) this.rows.push([]);
    this.row = row;
    this.column = column;
  }

  private get line(): string[] {
    return this.rows[this.row] as string[];
  }
}
