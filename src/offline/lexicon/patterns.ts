/** Makes matchers of the lexicon's words; each is made once and kept. */

import { foldInPlace } from '../../domain/fold.ts';

const compiled = new Map<string, RegExp>();

/** A matcher of `pattern` as whole words anywhere in folded text. */
export function anywhere(pattern: string): RegExp {
  return compile(pattern, (source) => `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`);
}

/** A matcher of `pattern` as whole words at the beginning of folded text. */
export function atStart(pattern: string): RegExp {
  return compile(pattern, (source) => `^(?:${source})(?![\\p{L}\\p{N}])`);
}

/** A matcher of folded text that is nothing but `pattern`. */
export function whole(pattern: string): RegExp {
  return compile(pattern, (source) => `^(?:${source})$`);
}

/** The folded entries of a comma-separated list. */
export function listed(list: string): string[] {
  return foldInPlace(list)
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** The pattern folded; its escapes (\p{L}, \S) stay as they are. */
export function foldPattern(pattern: string): string {
  return pattern.replace(/\\p\{[^}]*\}|\\.|[^\\]+/g, (piece) => (piece.startsWith('\\') ? piece : foldInPlace(piece)));
}

function compile(pattern: string, wrap: (source: string) => string): RegExp {
  const source = wrap(foldPattern(pattern));
  let regex = compiled.get(source);
  if (!regex) {
    regex = new RegExp(source, 'u');
    compiled.set(source, regex);
  }
  return regex;
}
