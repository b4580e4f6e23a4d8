/** One line of a scripted chat: plain text, or a JSON object with what a chat can do besides. */

import { createHash } from 'node:crypto';
import type { InboundMessage } from '../../conversation/message.ts';

export interface InputLine {
  readonly n: number;
  readonly id?: string;
  readonly conversation: string;
  /** A sentence instead, where the line is wrong. */
  readonly message: InboundMessage | string;
}

/** Keys of the messages so far, by line number and by id, for edits and replies. */
export interface LineKeys {
  /** The same for all lines of this run, and for no other run. */
  readonly run: string;
  readonly byReference: Map<string, string>;
}

/** Reads line `n` (from 1). */
export function readInputLine(line: string, n: number, keys: LineKeys): InputLine {
  const fields = readObject(line) ?? { text: line };
  const { id, text, press, edit, replyTo } = fields;
  const sender = textOf(fields.user) ?? 'you';
  const conversation = `terminal:${textOf(fields.chat) ?? sender}`;
  // Without an id of its own, a line is a message that was never sent before.
  const key = `${conversation}:${textOf(id) ?? `${keys.run}.${n}`}`;
  const content = contentOf({ text, press, edit, replyTo }, keys);
  const place = { n, ...(textOf(id) === undefined ? {} : { id: textOf(id) }), conversation };
  if (typeof content === 'string') return { ...place, message: content };
  keys.byReference.set(String(n), key);
  if (textOf(id) !== undefined) keys.byReference.set(`id ${textOf(id)}`, key);
  return { ...place, message: { key: shortKey(key), platform: 'terminal', conversation, sender, content } };
}

type Fields = Record<string, unknown>;

function contentOf({ text, press, edit, replyTo }: Fields, keys: LineKeys): InboundMessage['content'] | string {
  if (press !== undefined) return { kind: 'press', button: String(press) };
  if (typeof text !== 'string') return 'A line needs "text", "press", or "edit" with "text".';
  if (edit !== undefined) {
    const edits = keyOf(edit, keys);
    return edits ? { kind: 'edit', text, edits } : `There is no earlier line ${String(edit)} to edit.`;
  }
  if (replyTo === undefined) return { kind: 'message', text };
  const answered = keyOf(replyTo, keys);
  return answered ? { kind: 'message', text, replyTo: answered } : `There is no earlier line ${String(replyTo)}.`;
}

function keyOf(reference: unknown, keys: LineKeys): string | undefined {
  const known = keys.byReference.get(`id ${reference}`) ?? keys.byReference.get(String(reference));
  return known === undefined ? undefined : shortKey(known);
}

function readObject(line: string): Fields | null {
  if (!line.trimStart().startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Fields) : null;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The longest key that the inbox holds; a longer id is told from others by its digest. */
const MAX_KEY = 191;

function shortKey(key: string): string {
  if (key.length <= MAX_KEY) return key;
  return `${key.slice(0, MAX_KEY - 65)}:${createHash('sha256').update(key).digest('hex')}`;
}
