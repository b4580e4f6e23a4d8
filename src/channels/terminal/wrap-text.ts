/** Breaks lines between words, so that the terminal does not break them within one. */

import { displayWidth } from '../../charts/display-width.ts';

/** Each line of `text` in lines of at most `columns`; a word that is longer than that stays whole. */
export function wrapText(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap((line) => (displayWidth(line) <= columns ? line : fillLines(line.split(' '), columns)))
    .join('\n');
}

/** The pieces, a space between them, in lines of at most `columns`. */
export function fillLines(pieces: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  let line: string | null = null;
  for (const piece of pieces) {
    const longer: string = line === null ? piece : `${line} ${piece}`;
    if (line !== null && displayWidth(longer) > columns) {
      lines.push(line);
      line = piece;
    } else line = longer;
  }
  return line === null ? lines : [...lines, line];
}
