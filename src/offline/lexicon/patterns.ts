/** Makes matchers of the lexicon's words; each is made once and kept, so none may be made of what a person wrote. */

import { foldInPlace } from '../../domain/fold.ts';

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

/** `new RegExp`, made once for each source; the source is used as it is. */
export function expression(source: string, flags = 'u'): RegExp {
  const key = `${flags}/${source}`;
  let regex = compiled.get(key);
  if (!regex) {
    regex = new RegExp(source, flags);
    compiled.set(key, regex);
  }
  return regex;
}

function compile(pattern: string, wrap: (source: string) => string): RegExp {
  // Looked up before it is folded: patterns are long, and asked for often.
  const key = `${wrap.name}/${pattern}`;
  let regex = compiled.get(key);
  if (!regex) {
    regex = new RegExp(wrap(foldPattern(pattern)), 'u');
    compiled.set(key, regex);
  }
  return regex;
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
