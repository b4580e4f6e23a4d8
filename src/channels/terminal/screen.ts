/** The terminal as a place to read lines from and to write to, without one getting into the other's way. */

import { createInterface } from 'node:readline';
import { type Readable, Writable } from 'node:stream';
import type { Paint } from './reply-text.ts';
import * as sentences from './sentences.ts';
import { createWorkingSign } from './working-sign.ts';
import { wrapText } from './wrap-text.ts';
import { writeOut } from './write-out.ts';

export interface Screen {
  /** The next line that the person enters, with the prompt in front; null once they leave. */
  nextLine(): Promise<string | null>;
  /** Writes lines: under the line just entered, or above the one that is being typed. False when nobody can see them. */
  print(text: string): Promise<boolean>;
  /** Shows what is going on, until `idle`. */
  busy(text: string): void;
  idle(): void;
  /** Says that something else is going on now. */
  progress(text: string): void;
  columns(): number;
  close(): void;
}

export interface ScreenOptions {
  readonly input: Readable;
  readonly output: Writable & { readonly columns?: number };
  readonly paint: Paint;
  /** Leaves as if the person had. */
  readonly signal?: AbortSignal;
}

const USUAL_COLUMNS = 80;

export function openScreen({ input, output, paint, signal }: ScreenOptions): Screen {
  const columns = () => output.columns || USUAL_COLUMNS;
  /** Lines entered and not yet asked for; `echoed` ones stand on the screen already. */
  const lines: { text: string; echoed: boolean }[] = [];
  let wake: (() => void) | null = null;
  /** Whether the prompt is there and what is typed shows. */
  let isPrompting = false;
  let hasLeft = false;
  let isWarned = false;

  // While an answer is worked out, what the person types (or pastes) is taken in but not echoed into the answer.
  const echo = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      if (isPrompting) output.write(chunk);
      done();
    },
  });
  Object.defineProperty(echo, 'columns', { get: columns });
  const onResize = () => echo.emit('resize');
  output.on('resize', onResize);

  const terminal = createInterface({
    input,
    output: echo,
    terminal: true,
    prompt: sentences.prompt,
    historySize: 500,
    removeHistoryDuplicates: true,
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  const sign = createWorkingSign(output, columns, (text) => paint('dim', text));
  signal?.addEventListener('abort', leaveNow, { once: true });

  // Readline forgets to count the rows of a long line that is pasted, and would leave some of them behind.
  const countRows = () => Reflect.set(terminal, 'prevRows', terminal.getCursorPos().rows);
  input.on('keypress', countRows);

  terminal.on('line', (text) => {
    lines.push({ text, echoed: isPrompting });
    isPrompting = false;
    isWarned = false;
    wake?.();
  });
  const end = () => {
    isPrompting = false;
    hasLeft = true;
    wake?.();
  };
  terminal.on('close', () => {
    if (isPrompting) output.write('\n');
    end();
  });
  // A window that was closed; closing readline now would only raise the same error again.
  terminal.on('error', () => {
    lines.length = 0;
    end();
  });
  terminal.on('SIGINT', () => {
    if (terminal.line !== '') {
      terminal.write(null, { ctrl: true, name: 'e' });
      terminal.write(null, { ctrl: true, name: 'u' });
    } else if (isWarned) leaveNow();
    else {
      isWarned = true;
      void print(paint('dim', wrapText(isPrompting ? sentences.quitHint : sentences.finishing, columns())));
    }
  });
  if (signal?.aborted) leaveNow();

  function leaveNow(): void {
    lines.length = 0;
    terminal.close();
  }

  function showPrompt(): void {
    isPrompting = true;
    // Readline remembers how far down its cursor was; that line is not on the screen any more.
    Reflect.set(terminal, 'prevRows', 0);
    terminal.prompt(true);
  }

  function print(text: string): Promise<boolean> {
    if (!isPrompting) return sign.aside(() => writeOut(output, `${text}\n`));
    const { rows } = terminal.getCursorPos();
    const written = writeOut(output, `${rows > 0 ? `\x1b[${rows}A` : ''}\r\x1b[J${text}\n`);
    showPrompt();
    return written;
  }

  return {
    async nextLine() {
      if (lines.length === 0 && !hasLeft) {
        showPrompt();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        wake = null;
      }
      const line = lines.shift();
      if (!line) return null;
      if (!line.echoed) output.write(`${sentences.prompt}${line.text}\n`);
      return line.text;
    },
    print,
    busy: sign.start,
    idle: sign.stop,
    progress: sign.change,
    columns,
    close() {
      sign.stop();
      signal?.removeEventListener('abort', leaveNow);
      input.off('keypress', countRows);
      output.off('resize', onResize);
      terminal.close();
    },
  };
}
