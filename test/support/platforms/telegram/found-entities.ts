/** What Telegram finds in plain text by itself: mentions, commands, addresses, tags. */

import type { Entity } from './bot-api.ts';
import { sortEntities } from './parse-html.ts';

// Usernames of two letters count, too: a false alarm is better than somebody called.
const patterns: readonly (readonly [type: string, pattern: RegExp])[] = [
  ['url', /\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/gi],
  ['email', /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g],
  ['mention', /(?<![\w@/.+-])@\w{2,32}(?!\w)/g],
  ['bot_command', /(?<![\w/<>])\/\w{1,64}(?:@\w{3,32})?(?![\w/<>])/g],
  ['hashtag', /(?<![\w#])#(?=[\p{L}\d_]*\p{L})[\p{L}\d_]{1,256}(?![\p{L}\d_])/gu],
];
/** Nothing is found within these. */
const closed = new Set(['code', 'pre', 'text_link']);

/** The given entities and those that are found beside them. */
export function withFoundEntities(text: string, given: readonly Entity[]): Entity[] {
  const taken = given.filter((entity) => closed.has(entity.type));
  const found: Entity[] = [];
  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (![...taken, ...found].some((other) => overlap(other, entity))) found.push(entity);
    }
  }
  return sortEntities([...given, ...found]);
}

function overlap(a: Entity, b: Entity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
