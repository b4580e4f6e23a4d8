/** A reply's words and buttons as messages. */

import type { types } from '@slack/bolt';
import type { Reply } from '../../conversation/message.ts';
import { shorten, splitText } from './split-text.ts';

const MAX_SECTION = 3_000;
/** Slack refuses blocks of some 13,000 characters. */
const MAX_SECTIONS = 4;
const MAX_BUTTONS = 25;
const MAX_LABEL = 75;
/** The text that notifications read out; edits take 4,000 characters at most. */
const MAX_NOTIFICATION = 1_000;

export interface SlackText {
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

/** The messages that the words and buttons make, buttons under the last; none where there are neither. */
export function messagesOf({ text, buttons }: Pick<Reply, 'text' | 'buttons'>): SlackText[] {
  const sections = splitText(text, MAX_SECTION);
  const messages: SlackText[] = [];
  for (let at = 0; at < sections.length; at += MAX_SECTIONS) {
    const some = sections.slice(at, at + MAX_SECTIONS);
    messages.push({ text: notificationOf(some[0] as string), blocks: some.map(sectionOf) });
  }
  const rows = buttonRows(buttons);
  if (rows.length === 0) return messages;
  if (messages.length === 0)
    return [{ text: notificationOf(buttons.map((button) => button.label).join(', ')), blocks: rows }];
  messages.at(-1)?.blocks.push(...rows);
  return messages;
}

/** Plain text is shown as it was written: no merchant's name turns bold, becomes a link or calls anybody. */
function sectionOf(text: string): types.KnownBlock {
  return { type: 'section', text: { type: 'plain_text', text, emoji: false } };
}

function buttonRows(buttons: Reply['buttons']): types.KnownBlock[] {
  const elements = buttons.map(({ id, label }, index) => ({
    type: 'button' as const,
    action_id: `purser-${index}`,
    value: id,
    text: { type: 'plain_text' as const, text: shorten(label || '…', MAX_LABEL), emoji: false },
  }));
  const rows: types.KnownBlock[] = [];
  for (let at = 0; at < elements.length; at += MAX_BUTTONS) {
    rows.push({ type: 'actions', elements: elements.slice(at, at + MAX_BUTTONS) });
  }
  return rows;
}

/** Slack reads notation in it, so what would mention or link is escaped. */
export function notificationOf(text: string): string {
  return shorten(text, MAX_NOTIFICATION).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
