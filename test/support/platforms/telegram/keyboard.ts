/** Reads reply_markup, with the limits of inline keyboards. */

import { badRequest, type InlineButton } from './bot-api.ts';
import { jsonOf } from './fields.ts';
import type { Call } from './read-request.ts';

const MAX_BUTTONS = 100;
const MAX_IN_ROW = 8;

/** The markup of a call; undefined where there is none, or an empty keyboard. */
export function keyboardOf(call: Call, onlyInline: boolean): object | undefined {
  const markup = jsonOf<Record<string, unknown>>(call, 'reply_markup', 'reply keyboard markup');
  if (markup === undefined) return undefined;
  if (Array.isArray(markup)) throw badRequest('object expected as reply markup');
  if (!('inline_keyboard' in markup)) {
    if (onlyInline) throw badRequest('inline keyboard expected');
    if (Object.keys(markup).some((key) => ['force_reply', 'keyboard', 'remove_keyboard'].includes(key))) return markup;
    return undefined;
  }
  const rows = markup.inline_keyboard;
  if (!Array.isArray(rows)) throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array');
  for (const row of rows) {
    if (!Array.isArray(row)) throw badRequest('field "inline_keyboard" must be an Array of Arrays');
    if (row.length > MAX_IN_ROW) throw badRequest('REPLY_MARKUP_TOO_LONG');
    for (const button of row) checkButton(button as Partial<InlineButton> | null);
  }
  const buttons = rows.flat();
  if (buttons.length > MAX_BUTTONS) throw badRequest('REPLY_MARKUP_TOO_LONG');
  return buttons.length === 0 ? undefined : { inline_keyboard: rows };
}

function checkButton(button: Partial<InlineButton> | null): void {
  if (typeof button?.text !== 'string' || button.text.trim() === '') {
    throw badRequest('can\'t parse inline keyboard button: Field "text" must be a non-empty String');
  }
  if (!button.text.isWellFormed()) throw badRequest('strings must be encoded in UTF-8');
  if (button.url !== undefined) {
    if (!/^(https?|tg):\/\/\S+$/.test(button.url)) throw badRequest('BUTTON_URL_INVALID');
    return;
  }
  if (button.callback_data === undefined || button.callback_data === '') {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  if (Buffer.byteLength(button.callback_data) > 64) throw badRequest('BUTTON_DATA_INVALID');
}
