/** A rate of exchange: "1 USD = 0.92 EUR", "the dollar is 0.92 euro", "100 JPY = 0,61 EUR". */

import { currencyDigits, isCurrency } from '../../money.ts';
import { currencyAfter } from '../amounts/currency-near.ts';
import { plainDecimal } from '../amounts/number-shapes.ts';
import type { Heard, Intent } from '../hearing.ts';

/** What stands between two currencies that are worth the same, in any of the languages. */
const equals =
  / ?= ?| (?:is worth|is|are|equals|costs|kostet|kosten|ist|sind|entspricht|es|son|vale|valen|cuesta|equivale a|vaut|valent|est|coute|egale|valem|custa|sao|e|é) /;
const one = /^(?:one|a|an|the|1|ein|eine|einen|der|die|das|un|une|una|el|la|le|l'|um|uma|o|os|as) ?/;
const LONGEST = 60;

export const rate: Intent = (heard) => {
  const said = heard.said.replace(/[.!\s]+$/, '');
  if (said.length > LONGEST || /[?¿\n]/.test(heard.folded) || !/\d/.test(said)) return null;
  const [left, right, ...more] = said.split(equals);
  if (left === undefined || right === undefined || more.length > 0) return null;
  const base = readSide(
    heard,
    left.replace(one, (word) => (word.trim() === '1' ? word : '')),
  );
  const quote = readSide(heard, right);
  if (!base?.code || !quote?.number) return null;
  const code = quote.code ?? (said.includes('=') ? heard.context.currency : null);
  const units = base.number ?? '1';
  if (code === null || code === base.code || !/^10{0,4}$/.test(units)) return null;
  const number = plainDecimal(quote.number, (mark) => threeDigits(heard, mark, quote.number ?? '', code));
  if (number === null || !/^\d+(?:\.\d+)?$/.test(number)) return null;
  return {
    calls: [{ name: 'set_rate', args: { base: base.code, quote: code, rate: perUnit(number, units.length - 1) } }],
  };
};

/** "0.92 eur", "€0.92", "dollar", "0.92": nothing else may stand there. */
function readSide(heard: Heard, text: string): { number: string | null; code: string | null } | null {
  const place = { text: text.toUpperCase(), folded: text, own: heard.context.currency, lexicon: heard.lexicon };
  const first = /^\d[\d.,'’]*(?: \d{3})*(?:[.,]\d+)?/.exec(text)?.[0];
  if (first === text) return { number: text, code: null };
  const found = currencyAfter(place, first?.length ?? 0);
  if (!found || !isCurrency(found.code)) return null;
  const rest = text.slice(found.end).trim();
  if (first !== undefined) return rest === '' ? { number: first, code: found.code } : null;
  if (rest === '') return { number: null, code: found.code };
  return /^\d[\d.,'’]*$/.test(rest) ? { number: rest, code: found.code } : null;
}

/**
 * Three digits behind one mark: the mark of decimals is the language's own, and rates between 1 and 10 are written with
 * three of them more often than there are currencies of a thousand to one.
 */
function threeDigits({ lexicon }: Heard, mark: string, number: string, code: string): 'thousands' | 'decimals' {
  const decimalMark = lexicon.dotGroupsThousands ? ',' : '.';
  if (mark === decimalMark) return 'decimals';
  return mark === '.' && number.indexOf('.') === 1 && currencyDigits(code) > 0 ? 'decimals' : 'thousands';
}

/** What one costs when ten to the power cost that much: ("0.61", 2) is "0.0061". */
function perUnit(decimal: string, power: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = whole.padStart(power + 1, '0');
  const point = digits.length - power;
  const behind = digits.slice(point) + fraction;
  return behind === '' ? digits : `${digits.slice(0, point)}.${behind}`;
}
