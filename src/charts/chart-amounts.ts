/** Amounts as charts write them: exact on labels, compact on axes. */

import { currencyDigits, formatMoney, toDecimal } from '../money.ts';

/** The exact amount, `minor` units of `currency`, as `locale` writes it. */
export function exactAmount(minor: number, currency: string, locale: string): string {
  return formatMoney({ minor: BigInt(minor), currency }, locale);
}

/** The exact amount, without its decimals when every amount beside it is whole: "€300" where nobody needs "€300.00". */
export function exactAmounts(minors: readonly number[], currency: string, locale: string): string[] {
  const unit = 10 ** currencyDigits(currency);
  if (minors.some((minor) => minor % unit !== 0)) return minors.map((minor) => exactAmount(minor, currency, locale));
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
  return minors.map((minor) => format.format(BigInt(minor) / BigInt(unit)));
}

/** Rounded amounts as the locale shortens them ("€1.2K", "€12"), with the currency's sign or without. */
export function roundedAmounts(minors: readonly number[], currency: string, locale: string, withSign = true): string[] {
  const style = withSign ? ({ style: 'currency', currency } as const) : {};
  const format = new Intl.NumberFormat(locale, { ...style, notation: 'compact' });
  return minors.map((minor) => format.format(decimalText(minor, currency)));
}

/** The round amounts of an axis as the locale shortens them ("€500", "€1.5K"); in full where short ones would be alike. */
export function compactAmounts(minors: readonly number[], currency: string, locale: string): string[] {
  const digits = { minimumFractionDigits: 0, maximumFractionDigits: 3 };
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, notation: 'compact', ...digits });
  const texts = minors.map((minor) => format.format(decimalText(minor, currency)));
  const areAlike = new Set(texts).size < new Set(minors).size;
  return areAlike ? minors.map((minor) => exactAmount(minor, currency, locale)) : texts;
}

/** A share from 0 to 1 as a whole percent; a share that would round to none is "<1%". */
export function percent(share: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return share > 0 && share < 0.005 ? `<${format.format(0.01)}` : format.format(share);
}

function decimalText(minor: number, currency: string) {
  return toDecimal({ minor: BigInt(minor), currency }) as Intl.StringNumericLiteral;
}
