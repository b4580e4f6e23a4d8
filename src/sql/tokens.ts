/** Cuts a query into words, names, texts, numbers and symbols, by the rules of the database that it is meant for. */

import { quoted, refuse } from './refuse.ts';

export type Dialect = 'sqlite' | 'mysql';

export interface Token {
  /** `word`: a keyword or an unquoted name. `name`: a quoted one. `text`: a literal, its escapes resolved. */
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'symbol';
  /** Words in capitals. */
  readonly value: string;
  /** As it was written. */
  readonly source: string;
}

/** Far more than people and models write; what a query costs to read grows with it. */
export const LONGEST_QUERY = 10_000;
const LONGEST_NAME = 64;

const word = /[\p{L}_][\p{L}\p{M}\p{N}_$]*/uy;
const number = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const symbol = /<=>|\|\||&&|->>|->|<<|>>|<=|>=|<>|!=|==|:=|::|[-+*/%=<>()~&|^,.;!@?:#$[\]{}\\]/y;
// Spaces of all kinds, and what is no more than a mark of where text begins or may break.
const space = /[\s\u200b\u2060\ufeff]+/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', 0: '\0', Z: '\x1a' };

/** The tokens of a query, comments left out. Throws QueryRefused. */
export function tokensOf(text: string, dialect: Dialect): Token[] {
  if (text.length > LONGEST_QUERY) {
    refuse(`That is ${text.length} characters long; a query may have ${LONGEST_QUERY}.`, 'Ask for less at a time.');
  }
  if (control.test(text) || !text.isWellFormed()) {
    refuse("There is a character in it that can't be seen.", 'Type the query instead of pasting it.');
  }
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOfBlank(text, at, dialect);
    if (end > at) {
      at = end;
      continue;
    }
    const [token, next] = tokenAt(text, at, dialect);
    tokens.push(token);
    at = next;
  }
  return tokens;
}

/** Where spaces or a comment that begin here end; `at` itself when there are none. */
function endOfBlank(text: string, at: number, dialect: Dialect): number {
  const blank = match(space, text, at);
  if (blank) return at + blank.length;
  if (text.startsWith('/*', at)) {
    // A database may run what stands in these, or take it for an order to its planner.
    if (/^\/\*(?:M?!|\+)/i.test(text.slice(at, at + 4))) {
      refuse('A comment that begins with /*! or /*+ is an order to the database.', 'Leave it out.');
    }
    const end = text.indexOf('*/', at + 2);
    if (end < 0) refuse('A comment is opened with /* and not closed.', 'Close it with */, or leave it out.');
    return end + 2;
  }
  // On MySQL "--" begins a comment only before a space: 5--3 is 8.
  const dashes = dialect === 'mysql' ? /^--(?=\s|$)/ : /^--/;
  if (dashes.test(text.slice(at, at + 3)) || (dialect === 'mysql' && text[at] === '#')) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end + 1;
  }
  return at;
}

function tokenAt(text: string, at: number, dialect: Dialect): [Token, number] {
  const first = text[at] ?? '';
  if (first === "'") return quotedAt(text, at, 'text', "'", dialect);
  if (first === '"') return quotedAt(text, at, dialect === 'mysql' ? 'text' : 'name', '"', dialect);
  if (first === '`') return quotedAt(text, at, 'name', '`', dialect);
  if (first === '[' && dialect === 'sqlite') return quotedAt(text, at, 'name', ']', dialect);
  const digits = match(number, text, at);
  if (digits) {
    const end = at + digits.length;
    if (match(word, text, end)) {
      refuse(`${quoted(digits + match(word, text, end))} is no number.`, 'Write numbers like 12 or 12.50.');
    }
    return [{ kind: 'number', value: digits.replace(/^\./, '0.'), source: digits }, end];
  }
  const letters = match(word, text, at);
  if (letters) {
    const end = at + letters.length;
    if (
      text[end] === "'" &&
      letters.length <= 8 &&
      !/^(?:date|time|in|as|and|or|like|then|when|else|by)$/i.test(letters)
    ) {
      refuse(`A text can't have ${quoted(letters)} before it.`, "Write it as 'text'.");
    }
    // Letters of other alphabets are names for results; as a keyword they mean nothing.
    const isPlain = /^[\w$]+$/.test(letters);
    if (!isPlain && letters.length > LONGEST_NAME) refuse('A name is too long.', `${LONGEST_NAME} letters are enough.`);
    return [
      { kind: isPlain ? 'word' : 'name', value: isPlain ? letters.toUpperCase() : letters, source: letters },
      end,
    ];
  }
  const sign = match(symbol, text, at);
  if (!sign)
    refuse(`${quoted(String.fromCodePoint(text.codePointAt(at) ?? 0))} means nothing in a query.`, 'Leave it out.');
  return [{ kind: 'symbol', value: sign, source: sign }, at + sign.length];
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** A text or a quoted name, which ends at `close`; the same mark twice stands for itself. */
function quotedAt(text: string, at: number, kind: 'text' | 'name', close: string, dialect: Dialect): [Token, number] {
  const escaped = dialect === 'mysql' && kind === 'text';
  let value = '';
  for (let next = at + 1; next < text.length; next++) {
    const letter = text[next] ?? '';
    if (letter === '\\' && escaped) {
      const after = text[++next] ?? '';
      // \% and \_ keep their backslash: it is LIKE that reads them.
      value += after === '%' || after === '_' ? `\\${after}` : (escapes[after] ?? after);
    } else if (letter !== close) {
      value += letter;
    } else if (text[next + 1] === close && close !== ']') {
      value += close;
      next++;
    } else {
      if (kind === 'name') checkName(value);
      else if (control.test(value)) refuse("A text has a character in it that can't be seen.", 'Leave it out.');
      return [{ kind, value, source: text.slice(at, next + 1) }, next + 1];
    }
  }
  return refuse(`${close === ']' ? '[' : close} is opened and not closed.`, `Close it with ${close}.`);
}

function checkName(name: string): void {
  if (name === '' || name.length > LONGEST_NAME || /["`\\\]]/.test(name) || control.test(name)) {
    refuse(`${quoted(name)} can't be a name here.`, `Use up to ${LONGEST_NAME} letters, digits and spaces.`);
  }
}
