/** Makes matchers of the lexicon's words; each is made once and kept, so none may be made of what a person wrote. */

import { foldInPlace } from '../../domain/fold.ts';

/**
 * Letters and numbers as the inside of a class, in the place of \p{L}\p{N}: an expression with all the world's letters
 * takes twenty times as long to be compiled, and there are hundreds. Exact up to Cyrillic, by whole blocks beyond.
 */
export const LETTERS =
  '0-9A-Za-z\\xaa\\xb2-\\xb3\\xb5\\xb9-\\xba\\xbc-\\xbe\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02c1\\u02c6-\\u02d1\\u02e0-\\u02e4\\u02ec\\u02ee\\u0370-\\u0374\\u0376-\\u037d\\u037f\\u0386\\u0388-\\u03f5\\u03f7-\\u0481\\u048a-\\u052f\\u0531-\\u1fff\\u2070-\\u2071\\u2074-\\u2079\\u2080-\\u2089\\u2c00-\\u2dff\\u3005-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefe\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc';

const compiled = new Map<string, RegExp>();
const foldedPatterns = new Map<string, string>();

/** A matcher of `pattern` as whole words anywhere in folded text. */
export function anywhere(pattern: string): RegExp {
  return compile(pattern, anywhereIn);
}

/** A matcher of `pattern` as whole words at the beginning of folded text. */
export function atStart(pattern: string): RegExp {
  return compile(pattern, atStartOf);
}

/** A matcher of folded text that is nothing but `pattern`. */
export function whole(pattern: string): RegExp {
  return compile(pattern, wholeOf);
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
  const known = foldedPatterns.get(pattern);
  if (known !== undefined) return known;
  const folded = pattern.replace(/\\p\{[^}]*\}|\\.|[^\\]+/g, (piece) =>
    piece.startsWith('\\') ? piece : foldInPlace(piece),
  );
  foldedPatterns.set(pattern, folded);
  return folded;
}

/** `new RegExp`, made once for each source, which is not folded. */
export function expression(source: string, flags = 'u'): RegExp {
  const key = `${flags}/${source}`;
  let regex = compiled.get(key);
  if (!regex) {
    regex = new RegExp(quick(source), flags);
    compiled.set(key, regex);
  }
  return regex;
}

function compile(pattern: string, wrap: (source: string) => string): RegExp {
  // Looked up before it is folded: patterns are long, and asked for often.
  const key = `${wrap.name}/${pattern}`;
  let regex = compiled.get(key);
  if (!regex) {
    regex = new RegExp(quick(wrap(foldPattern(pattern))), 'u');
    compiled.set(key, regex);
  }
  return regex;
}

function quick(source: string): string {
  return source.replaceAll('\\p{L}\\p{N}', LETTERS);
}

function anywhereIn(source: string): string {
  return `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`;
}

function atStartOf(source: string): string {
  return `^(?:${source})(?![\\p{L}\\p{N}])`;
}

function wholeOf(source: string): string {
  return `^(?:${source})$`;
}
