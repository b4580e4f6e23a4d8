/** Finds numbers in text and reads them by value, whatever marks and signs the writer's country puts in them. */

import { isCurrency } from '../money.ts';

export interface WrittenNumber {
  /** As it stands in the text, with the sign that touches it. */
  readonly text: string;
  readonly readings: readonly Reading[];
  /** "%", a currency's sign or code, or "" for none. */
  readonly unit: string;
  /** The "1." or "2)" of a list. */
  readonly listMark: boolean;
  /** "03-05" for what may be a day, written 5.3. */
  readonly dayOfYear: string | null;
}

/** One way to read a number, as values without marks ("1234.5"): several when it may be several numbers. */
export interface Reading {
  readonly values: readonly string[];
  /** True when a likelier reading as one number exists beside it. */
  readonly unlikely: boolean;
}

const SPACES = '\u0020\u00a0\u2009\u202f';
const number = new RegExp(`\\d+(?:[.,'\u2019]\\d+|[${SPACES}]\\d{3}(?!\\d))*`, 'g');

const scales: readonly [RegExp, number][] = [
  [new RegExp(`^(?:k(?!\\p{L})|[${SPACES}]?(?:thousand|mil|mille|tausend|tsd)(?!\\p{L}))`, 'iu'), 3],
  [
    new RegExp(
      `^(?:m(?!\\p{L})|[${SPACES}]?(?:million(?:en|es|s)?|mill(?:ón|ones)|milh(?:ão|ões)|mio)(?!\\p{L}))`,
      'iu',
    ),
    6,
  ],
];

/** In one pass, in linear time. */
export function* writtenNumbers(original: string): Generator<WrittenNumber> {
  const text = plainDigits(original);
  for (const match of text.matchAll(number)) {
    const [token] = match;
    const start = match.index;
    const before = text.slice(Math.max(0, start - 8), start);
    const after = text.slice(start + token.length, start + token.length + 16);
    const unit = unitAround(before, after);
    // Q3, B12 and the like are names.
    if (unit === '' && /^\d{1,3}$/.test(token) && /\p{L}$/u.test(before)) continue;
    const zeros = scales.find(([word]) => word.test(after))?.[1] ?? 0;
    const readings = readingsOf(token).map((reading) => ({
      ...reading,
      values: reading.values.map((value) => shift(value, zeros)),
    }));
    const listMark =
      /^\d{1,2}$/.test(token) &&
      /^[.)]\s/.test(after) &&
      /(?:^|\n) {0,3}$/.test(text.slice(Math.max(0, start - 4), start));
    yield { text: withSign(token, before, after), readings, unit, listMark, dayOfYear: dayOfYear(token, after) };
  }
}

/** Equal values are equal texts: no zeros in front, none at the end of the decimals. */
export function canonicalNumber(value: string): string {
  const [whole = '', fraction = ''] = value.split('.');
  let end = fraction.length;
  while (end > 0 && fraction[end - 1] === '0') end -= 1;
  let start = 0;
  while (start < whole.length - 1 && whole[start] === '0') start += 1;
  return whole.slice(start) + (end > 0 ? `.${fraction.slice(0, end)}` : '');
}

function readingsOf(token: string): Reading[] {
  const parts = token.split(/[^\d]/);
  const marks = (token.match(/[^\d]/g) ?? []).map((mark) =>
    mark === '\u2019' ? "'" : SPACES.includes(mark) ? ' ' : mark,
  );
  const last = marks.at(-1);
  if (last === undefined) return [{ values: [canonicalNumber(token)], unlikely: false }];

  const wholes: string[] = [];
  if ((last === '.' || last === ',') && marks.indexOf(last) === marks.length - 1) {
    const groups = parts.slice(0, -1);
    if (isGrouped(groups, marks.slice(0, -1))) wholes.push(`${groups.join('')}.${parts.at(-1)}`);
  }
  if (isGrouped(parts, marks)) wholes.push(parts.join(''));
  const readings: Reading[] = wholes.map((whole) => ({ values: [canonicalNumber(whole)], unlikely: false }));

  // "5.3.2026" is no number but several, and "12 350" may be two; a no-break space only ever stands within one.
  const severalByChance = marks.every((mark) => mark === ' ') && /^[\d ]+$/.test(token);
  if (wholes.length === 0 && marks.includes(' ')) {
    const pieces = token.split(new RegExp(`[${SPACES}]`));
    readings.push({ values: pieces.flatMap((piece) => readingsOf(piece)[0]?.values ?? []), unlikely: false });
  } else if (wholes.length === 0 || severalByChance) {
    readings.push({ values: parts.map(canonicalNumber), unlikely: wholes.length > 0 });
  }
  return readings;
}

/** Groups of three behind one to three digits, or India's groups of two before the last three; all with one mark. */
function isGrouped(parts: readonly string[], marks: readonly string[]): boolean {
  if (marks.length === 0) return true;
  if (parts[0]?.startsWith('0') || marks.some((mark) => mark !== marks[0])) return false;
  const [lead = 0, ...groups] = parts.map((part) => part.length);
  const western = lead <= 3 && groups.every((length) => length === 3);
  const indian = lead <= 2 && groups.at(-1) === 3 && groups.slice(0, -1).every((length) => length === 2);
  return western || indian;
}

/** Moves the decimal point `zeros` places to the right. */
function shift(value: string, zeros: number): string {
  if (zeros === 0) return value;
  const [whole = '', fraction = ''] = value.split('.');
  const digits = fraction.padEnd(zeros, '0');
  return canonicalNumber(`${whole}${digits.slice(0, zeros)}.${digits.slice(zeros)}`);
}

/** What stands for the same unit. Dollars of all countries count as one, and so do crowns: their sign is the same. */
const units: readonly [string, RegExp][] = [
  ['%', /^(?:%|٪|(?:percent|per cent|prozent|por ?ciento|por ?cento|pour ?cent)(?!\p{L}))/iu],
  ['€', /^(?:€|(?:EUR|euros?)(?!\p{L}))/iu],
  [
    '$',
    /^(?:\p{L}{0,3}\$|(?:USD|CAD|AUD|NZD|SGD|HKD|MXN|BRL|ARS|CLP|COP|TWD|dollars?|dólar(?:es)?|reais|pesos?)(?!\p{L}))/iu,
  ],
  ['£', /^(?:£|(?:GBP|pounds?|pfund|libras?)(?!\p{L}))/iu],
  ['¥', /^(?:(?:JP|CN)?¥|(?:JPY|CNY|yen|yuan)(?!\p{L})|円|元)/iu],
  ['kr', /^(?:kr|SEK|NOK|DKK|ISK)(?!\p{L})/iu],
  ['₹', /^(?:₹|(?:INR|rupees?)(?!\p{L}))/iu],
  ['zł', /^(?:zł|PLN)(?!\p{L})/iu],
];

/** The unit that a sign, code or word at the start of `text` stands for; "" for none. */
export function unitOf(text: string): string {
  if (!/^[\p{L}\p{Sc}%٪]/u.test(text)) return '';
  for (const [unit, pattern] of units) if (pattern.test(text)) return unit;
  const sign = /^\p{L}{0,3}(\p{Sc})/u.exec(text)?.[1];
  if (sign !== undefined) return sign;
  const code = /^[A-Z]{3}(?!\p{L})/u.exec(text)?.[0];
  return code !== undefined && isCurrency(code) ? code : '';
}

function unitAround(before: string, after: string): string {
  const behind = unitOf(after.replace(/^[ \u00a0\u202f]{1,2}/, ''));
  if (behind !== '') return behind;
  const front = /(\p{L}{0,3}\p{Sc}|(?<!\p{L})\p{L}{2,3})[ \u00a0\u202f]?[-+\u2212]?$/u.exec(before)?.[1];
  return front === undefined ? '' : unitOf(front);
}

function withSign(token: string, before: string, after: string): string {
  const front = /\p{L}{0,3}\p{Sc}[\u00a0\u202f]?$/u.exec(before)?.[0] ?? '';
  return front + token + (/^(?:[ \u00a0\u202f]?(?:%|\p{Sc})|[kKmM](?!\p{L}))/u.exec(after)?.[0] ?? '');
}

function dayOfYear(token: string, after: string): string | null {
  const match = /^(\d{1,2})\.(\d{1,2})$/.exec(token);
  return match && after.startsWith('.') ? `${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}` : null;
}

/** Full-width and Arabic digits and marks as ASCII, so that no script slips past; the length stays. */
function plainDigits(text: string): string {
  return text
    .replace(/[\uff05\uff0c\uff0e\uff10-\uff19]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u0660-\u0669]/g, (char) => String(char.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (char) => String(char.charCodeAt(0) - 0x6f0))
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',');
}
