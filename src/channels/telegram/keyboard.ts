/** Buttons beneath a message. */

import type { Button } from '../../conversation/message.ts';
import { clip } from './split-text.ts';

/** What Telegram brings back when a button is pressed. */
const MAX_DATA_BYTES = 64;
/** Wider rows cut their labels short on a phone. */
const ROW_CHARACTERS = 26;
const MAX_IN_ROW = 3;
const MAX_LABEL = 60;

interface Keyboard {
  readonly inline_keyboard: { text: string; callback_data: string }[][];
}

/** Undefined without buttons. A button whose id does not fit is left out: pressed, it would mean nothing. */
export function keyboardOf(buttons: readonly Button[]): Keyboard | undefined {
  const rows: { text: string; callback_data: string }[][] = [];
  let width = 0;
  for (const { id, label } of buttons) {
    if (!canPress(id)) continue;
    const text = clip(label.toWellFormed(), MAX_LABEL);
    const row = rows.at(-1);
    width += text.length;
    if (row && row.length < MAX_IN_ROW && width <= ROW_CHARACTERS) row.push({ text, callback_data: id });
    else {
      rows.push([{ text, callback_data: id }]);
      width = text.length;
    }
  }
  return rows.length === 0 ? undefined : { inline_keyboard: rows };
}

export function canPress(id: string): boolean {
  return id !== '' && Buffer.byteLength(id) <= MAX_DATA_BYTES;
}
