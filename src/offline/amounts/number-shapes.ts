/** What a number says by the look of it: where its decimals begin, which marks only group its thousands. */

import { currencyDigits, isCurrency } from '../../money.ts';

/**
 * A number as written ("1.234,56") as a plain decimal ("1234.56"), or null for what is no number (1.2.3). `ambiguous` says
 * how to read three digits behind one mark, which is thousands for some and a fraction for others.
 */
export function plainDecimal(written: string, ambiguous: (mark: string) => 'thousands' | 'decimals'): string | null {
  if (/^\d+(?:\.\d+)?e[+-]?\d+$/i.test(written)) return written;
  const text = written.replace(/['\u00a0\u202f\u2009 ’]/g, (mark) =>
    mark === '’' ? "'" : mark.trim() === '' ? ' ' : mark,
  );
  const marks = text.match(/[.,' ]/g) ?? [];
  const kinds = new Set(marks);
  if (kinds.size === 0) return text;
  const lastMark = marks.at(-1) as string;
  const at = text.lastIndexOf(lastMark);
  const whole = text.slice(0, at);
  const fraction = text.slice(at + 1);
  if (kinds.size === 2) {
    if (lastMark !== '.' && lastMark !== ',') return null;
    const grouping = marks[0] as string;
    if (marks.filter((mark) => mark === lastMark).length > 1 || !isGrouped(whole, grouping)) return null;
    return `${whole.replaceAll(grouping, '')}.${fraction}`;
  }
  if (kinds.size > 2) return null;
  if (marks.length > 1 || lastMark === ' ' || lastMark === "'")
    return isGrouped(text, lastMark) ? text.replaceAll(lastMark, '') : null;
  const mayGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (mayGroup && ambiguous(lastMark) === 'thousands') return whole + fraction;
  return `${whole === '' ? '0' : whole}.${fraction}`;
}

/** Groups of three, or, with commas, the Indian 12,34,567. */
function isGrouped(text: string, mark: string): boolean {
  const [first, ...groups] = text.split(mark);
  if (!first || first.length > 3 || groups.length === 0) return false;
  if (groups.every((group) => group.length === 3)) return true;
  return (
    mark === ',' &&
    first.length <= 2 &&
    groups.at(-1)?.length === 3 &&
    groups.slice(0, -1).every((group) => group.length === 2)
  );
}

/** Currencies of Spanish-speaking countries that write 1,234.56. */
const commaGrouping = new Set('MXN USD GTQ HNL NIO DOP PEN PAB'.split(' '));

/**
 * What the three digits of 1.234 or 1,234 are, by the person's language and not by the currency's country: three decimals
 * where the currency has them (KWD), thousands where it has none (JPY); else a comma groups in English and in Mexico and
 * its neighbours, a dot in the other languages. What remains are decimals that the currency lacks, which are refused
 * rather than guessed at (see refusal.ts): nothing wrong is recorded.
 */
export function threeDigits(mark: string, currency: string, dotGroupsThousands: boolean): 'thousands' | 'decimals' {
  const digits = isCurrency(currency) ? currencyDigits(currency) : 2;
  if (digits === 3) return 'decimals';
  if (digits === 0) return 'thousands';
  const groups = mark === ',' ? !dotGroupsThousands || commaGrouping.has(currency) : dotGroupsThousands;
  return groups ? 'thousands' : 'decimals';
}

/** Moves the point of a plain decimal: ("1.5", 6) is "1500000". */
export function timesPowerOfTen(decimal: string, power: number): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const digits = fraction.padEnd(power, '0');
  const moved = (whole + digits.slice(0, power)).replace(/^0+(?=\d)/, '');
  const rest = digits.slice(power);
  return rest === '' ? moved : `${moved}.${rest}`;
}
