/** Rows of a chart in plain text, aligned by what a terminal shows. */

import { cutToWidth, displayWidth, padToWidth } from './display-width.ts';
import { cleanText } from './text-fit.ts';

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
/** Columns below which a bar says nothing. */
const minBar = 6;

export interface TextRow {
  readonly name: string;
  readonly amount: string;
  /** Draws the bar in `width` columns; it may be shorter. */
  bar(width: number): string;
}

/** Names left, bars in the middle, amounts right. Where there is no room for all three the bar goes first; no amount is ever cut. */
export function alignRows(rows: readonly TextRow[], columns: number, longestBar = 40): string[] {
  const amountWidth = Math.max(...rows.map(({ amount }) => displayWidth(amount)));
  const longestName = Math.max(...rows.map(({ name }) => displayWidth(cleanText(name))));
  const beside = columns - amountWidth - 2;
  if (beside < Math.min(longestName, 12))
    return rows.flatMap(({ name, amount }) => [cutToWidth(cleanText(name), columns), `  ${amount}`]);
  const hasBar = beside - Math.min(longestName, 10) >= minBar;
  const nameRoom = hasBar ? Math.max(Math.floor(beside * 0.4), beside - 30, 8) : beside + 1;
  const nameWidth = Math.min(longestName, nameRoom);
  const barWidth = Math.min(beside - nameWidth, longestBar);
  return rows.map((row) => {
    const name = padToWidth(cleanText(row.name), nameWidth);
    const bar = hasBar ? `${padToWidth(row.bar(barWidth), barWidth)} ` : '';
    return `${name} ${bar}${padToWidth(row.amount, amountWidth, 'left')}`.trimEnd();
  });
}

/** A bar of `share` (0 to 1) of `width` columns, to an eighth of a column. */
export function smoothBar(share: number, width: number): string {
  const parts = Math.round(share * width * 8);
  // Something is never drawn as nothing.
  const shown = share > 0 ? Math.max(parts, 1) : 0;
  return '█'.repeat(Math.floor(shown / 8)) + (eighths[shown % 8] ?? '');
}

/** How many whole columns `share` (0 to 1) of `width` is; something is never none. */
export function cells(share: number, width: number): number {
  return share > 0 ? Math.min(Math.max(Math.round(share * width), 1), width) : 0;
}
