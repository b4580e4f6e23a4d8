/** MarkdownV2 of messages, read and refused as the Bot API does. */

import type { Entity } from './bot-api.ts';
import { EntityError, type Formatted, sortEntities } from './parse-html.ts';

const reserved = new Set('_*[]()~`>#+-=|{}.!');
/** Longest marks first: "__" is tried before "_". */
const marks: readonly (readonly [mark: string, type: string])[] = [
  ['```', 'pre'],
  ['__', 'underline'],
  ['||', 'spoiler'],
  ['`', 'code'],
  ['_', 'italic'],
  ['*', 'bold'],
  ['~', 'strikethrough'],
  ['[', 'text_link'],
];

interface Open {
  readonly type: string;
  readonly mark: string;
  readonly offset: number;
  readonly byte: number;
  readonly language?: string;
}

/** Throws EntityError with the real server's words. */
export function parseMarkdown(source: string): Formatted {
  const open: Open[] = [];
  const entities: Entity[] = [];
  let text = '';
  let quoteFrom = -1;
  for (let at = 0; at < source.length; ) {
    const character = source[at] as string;
    const last = open.at(-1);
    const isCode = last?.type === 'code' || last?.type === 'pre';
    const next = source.charCodeAt(at + 1);
    if (character === '\\' && next > 0 && next <= 126) {
      text += source[at + 1];
      at += 2;
      continue;
    }
    if (character === '\n' && quoteFrom >= 0 && source[at + 1] !== '>') {
      entities.push({ type: 'blockquote', offset: quoteFrom, length: text.length - quoteFrom });
      quoteFrom = -1;
    }
    if (isCode ? character !== '`' : !reserved.has(character)) {
      text += character;
      at += 1;
      continue;
    }
    if (character === '>' && (at === 0 || source[at - 1] === '\n')) {
      if (quoteFrom < 0) quoteFrom = text.length;
      at += 1;
      continue;
    }
    const closing = last?.type === 'text_link' ? ']' : last?.mark;
    if (last && closing && source.startsWith(closing, at) && !(closing === '_' && source[at + 1] === '_')) {
      open.pop();
      at = close(source, at + closing.length, last, text, entities);
      continue;
    }
    const mark = isCode ? undefined : marks.find(([each]) => source.startsWith(each, at));
    if (!mark)
      throw new EntityError(`Character '${character}' is reserved and must be escaped with the preceding '\\'`);
    const byte = Buffer.byteLength(source.slice(0, at));
    at += mark[0].length;
    const language = mark[1] === 'pre' ? /^([^\s`]*)\n/.exec(source.slice(at)) : null;
    if (language) at += language[0].length;
    open.push({
      type: mark[1],
      mark: mark[0],
      offset: text.length,
      byte,
      ...(language?.[1] ? { language: language[1] } : {}),
    });
  }
  const last = open.at(-1);
  if (last) {
    const name = last.type.replace(/(^|_)(.)/g, (_, __, letter: string) => letter.toUpperCase());
    throw new EntityError(`Can't find end of ${name} entity at byte offset ${last.byte}`);
  }
  if (quoteFrom >= 0) entities.push({ type: 'blockquote', offset: quoteFrom, length: text.length - quoteFrom });
  return { text, entities: sortEntities(entities.filter((entity) => entity.length > 0)) };
}

/** Where reading goes on after an entity's end. */
function close(
  source: string,
  after: number,
  { type, offset, language }: Open,
  text: string,
  entities: Entity[],
): number {
  const length = text.length - offset;
  if (type !== 'text_link') {
    entities.push({ type, offset, length, ...(language ? { language } : {}) });
    return after;
  }
  if (source[after] !== '(') return after;
  const end = /^\(((?:\\.|[^)\\])*)\)/.exec(source.slice(after));
  if (!end)
    throw new EntityError(`Can't find end of a URL at byte offset ${Buffer.byteLength(source.slice(0, after))}`);
  const url = (end[1] ?? '').replace(/\\(.)/g, '$1');
  if (/^(https?|tg):\/\/\S+$/i.test(url)) entities.push({ type, offset, length, url });
  return after + end[0].length;
}
