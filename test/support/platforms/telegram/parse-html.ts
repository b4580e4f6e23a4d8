/** The HTML of messages, read and refused as the Bot API does. */

import type { Entity } from './bot-api.ts';

export interface Formatted {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** What "can't parse entities: " is followed by. */
export class EntityError extends Error {}

const typeOfTag: Readonly<Record<string, string>> = {
  a: 'text_link',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  u: 'underline',
  ins: 'underline',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  'tg-emoji': 'custom_emoji',
  pre: 'pre',
  code: 'code',
  blockquote: 'blockquote',
};
const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

interface Open {
  readonly tag: string;
  readonly argument: string;
  readonly offset: number;
}

/** Throws EntityError with the real server's words. */
export function parseHtml(source: string): Formatted {
  const bytesTo = (index: number) => Buffer.byteLength(source.slice(0, index));
  const open: Open[] = [];
  const entities: Entity[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const begin = at;
    if (source[at] === '&') {
      const decoded = decode(source, at);
      text += decoded.text;
      at = decoded.end;
    } else if (source[at] !== '<') {
      text += source[at];
      at += 1;
    } else if (source[at + 1] === '/') {
      const match = /^<\/([^\s>]*)\s*(>?)/.exec(source.slice(at));
      const last = open.pop();
      if (!last) throw new EntityError(`Unexpected end tag at byte offset ${bytesTo(begin)}`);
      if (!match?.[2]) throw new EntityError(`Unclosed end tag at byte offset ${bytesTo(begin)}`);
      const name = (match[1] ?? '').toLowerCase();
      if (name !== '' && name !== last.tag) {
        throw new EntityError(
          `Unmatched end tag at byte offset ${bytesTo(begin)}, expected "</${last.tag}>", found "</${name}>"`,
        );
      }
      at += match[0].length;
      const length = text.length - last.offset;
      if (length > 0) close(entities, last, length, text);
    } else {
      const name = /^<([^\s>]*)(?=[\s>])/.exec(source.slice(at))?.[1]?.toLowerCase();
      if (name === undefined) throw new EntityError(`Unclosed start tag at byte offset ${bytesTo(begin)}`);
      if (!Object.hasOwn(typeOfTag, name)) {
        throw new EntityError(`Unsupported start tag "${name}" at byte offset ${bytesTo(begin)}`);
      }
      const { end, argument } = readAttributes(source, at + 1 + name.length, name, bytesTo(begin));
      open.push({ tag: name, argument, offset: text.length });
      at = end;
    }
  }
  const last = open.at(-1);
  if (last) throw new EntityError(`Can't find end tag corresponding to start tag "${last.tag}"`);
  return { text, entities: sortEntities(entities) };
}

/** Outer entities first, as messages carry them. */
export function sortEntities(entities: readonly Entity[]): Entity[] {
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
}

function close(entities: Entity[], { tag, argument, offset }: Open, length: number, text: string): void {
  const type = typeOfTag[tag] as string;
  if (type === 'text_link') {
    const url = argument || text.slice(offset);
    // A link without a usable address is shown as plain text.
    if (/^(https?|tg|tonsite):\/\/\S+$/i.test(url)) entities.push({ type, offset, length, url });
    return;
  }
  const inner = entities.at(-1);
  if (type === 'pre' && inner?.type === 'code' && inner.offset === offset && inner.length === length) entities.pop();
  const language = type === 'pre' && inner?.language ? { language: inner.language } : {};
  entities.push({ type, offset, length, ...language, ...(type === 'code' && argument ? { language: argument } : {}) });
}

function readAttributes(source: string, from: number, tag: string, begin: number): { end: number; argument: string } {
  let argument = '';
  let at = from;
  for (;;) {
    while (/\s/.test(source[at] ?? '')) at += 1;
    if (source[at] === '>') break;
    const name = /^[^\s=>/"']*/.exec(source.slice(at))?.[0] ?? '';
    if (at >= source.length) throw new EntityError(`Unclosed start tag "${tag}" at byte offset ${begin}`);
    if (name === '') throw new EntityError(`Empty attribute name in the tag "${tag}" at byte offset ${begin}`);
    at += name.length;
    while (/\s/.test(source[at] ?? '')) at += 1;
    if (source[at] !== '=') {
      if (tag === 'blockquote' && name === 'expandable') continue;
      throw new EntityError(
        `Expected equal sign in declaration of an attribute of the tag "${tag}" at byte offset ${begin}`,
      );
    }
    at += 1;
    while (/\s/.test(source[at] ?? '')) at += 1;
    const value = readValue(source, at, tag, begin);
    at = value.end;
    if (tag === 'a' && name === 'href') argument = value.text;
    if (tag === 'code' && name === 'class' && value.text.startsWith('language-')) argument = value.text.slice(9);
    if (tag === 'span' && name === 'class' && value.text === 'tg-spoiler') argument = 'spoiler';
  }
  if (tag === 'span' && argument !== 'spoiler') {
    throw new EntityError(`Tag "span" must have class "tg-spoiler" at byte offset ${begin}`);
  }
  return { end: at + 1, argument };
}

function readValue(source: string, from: number, tag: string, begin: number): { end: number; text: string } {
  const quote = source[from];
  if (quote !== '"' && quote !== "'") {
    const token = /^[\w.-]*/.exec(source.slice(from))?.[0] ?? '';
    const next = source[from + token.length];
    if (next === undefined) throw new EntityError(`Unclosed start tag "${tag}" at byte offset ${begin}`);
    if (!/[\s>]/.test(next)) throw new EntityError(`Unexpected end of name token at byte offset ${begin}`);
    return { end: from + token.length, text: token.toLowerCase() };
  }
  const end = source.indexOf(quote, from + 1);
  if (end < 0) throw new EntityError(`Unclosed start tag at byte offset ${begin}`);
  let text = '';
  for (let at = from + 1; at < end; ) {
    const piece = source[at] === '&' ? decode(source, at) : { text: source[at] ?? '', end: at + 1 };
    text += piece.text;
    at = piece.end;
  }
  return { end: end + 1, text };
}

/** Four names and numbers; anything else is a plain "&". */
function decode(source: string, at: number): { text: string; end: number } {
  const match = /^&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));?/i.exec(source.slice(at, at + 12));
  const [whole = '', hex, decimal, name] = match ?? [];
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? 0);
  if (code > 0 && code < 0x10ffff) return { text: String.fromCodePoint(code), end: at + whole.length };
  if (name && Object.hasOwn(characters, name)) return { text: characters[name] as string, end: at + whole.length };
  return { text: '&', end: at + 1 };
}
