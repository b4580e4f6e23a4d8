/** Puts text that others wrote (merchants, notes, names, files) in front of the model as data that can't pass for anything else. */

import { createHash } from 'node:crypto';

/**
 * What could be taken for a delimiter, a chat template's mark or hidden text: angle brackets and their look-alikes,
 * [INST]-like marks, line separators, and format characters that nobody sees. The joiners (U+200C, U+200D) stay: emoji need them.
 */
const disguises =
  /[<>\u2028\u2029\u2039\u203a\u2329\u232a\u27e8\u27e9\u276c-\u2771\u3008-\u300b\ufe3d-\ufe40\ufe64\ufe65\uff1c\uff1e]|\[(?=\/?[A-Z_]{2,}\])|(?![\u200c\u200d])\p{Cf}/gu;

/** One line of JSON in which no delimiter and nothing invisible can be written: all of those are \u escapes. */
export function dataLine(content: unknown): string {
  const json = JSON.stringify(content, (_key, value) => (typeof value === 'bigint' ? value.toString() : value));
  return json.replace(disguises, (found) => {
    let escaped = '';
    for (let i = 0; i < found.length; i += 1) escaped += `\\u${found.charCodeAt(i).toString(16).padStart(4, '0')}`;
    return escaped;
  });
}

/**
 * The content between two lines that nothing inside can close: the mark is a hash of the content, so that a text
 * would have to contain its own hash, and the same content always gives the same bytes, as prompt caches need.
 */
export function fence(content: unknown): string {
  const line = dataLine(content);
  const mark = createHash('sha256').update(line).digest('hex').slice(0, 16);
  return `<data-${mark}>\n${line}\n</data-${mark}>`;
}
