/** Money: integer minor units beside an ISO 4217 currency. Nothing here is ever a floating-point number. */

import { add, dinero, toSnapshot } from 'dinero.js/bigint';
import * as iso4217 from 'dinero.js/bigint/currencies';
import { InputError } from './errors.ts';

/** `minor` counts the currency's smallest units (cents, yen, fils); `currency` is an upper-case ISO 4217 code. */
export interface Money {
  readonly minor: bigint;
  readonly currency: string;
}

/** The largest amount kept in one entry, in major units: a trillion, which even a company's ledger stays below. */
export const MAX_MAJOR_UNITS = 1_000_000_000_000n;

const currencies = new Map(Object.values(iso4217).map((currency) => [currency.code as string, currency]));

/** Every ISO 4217 code in use, in alphabetical order. */
export const currencyCodes: readonly string[] = [...currencies.keys()].sort();

export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** How many decimals the currency has by ISO 4217: JPY 0, EUR 2, KWD 3. Throws an InputError for an unknown code. */
export function currencyDigits(code: string): number {
  const currency = definition(code);
  // Dinero gives MGA and MRU in fifths; ISO 4217 lists both with two decimals.
  return currency.base === 10n ? Number(currency.exponent) : 2;
}

/**
 * Reads a plain decimal string ("12", "12.5", "0.125") in major units. Throws an InputError when the text is no
 * such number, when it has more decimals than the currency, or when it is not between one minor unit and
 * {@link MAX_MAJOR_UNITS}.
 */
export function parseMoney(decimal: string, currency: string): Money {
  const digits = currencyDigits(currency);
  const match = /^(\d{1,30})(?:\.(\d{1,30}))?$/.exec(decimal.trim());
  if (!match) {
    throw new InputError(`"${shorten(decimal)}" is not an amount above zero.`, 'Write it as a number, like 12.50.');
  }
  const whole = match[1] ?? '0';
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > digits) {
    const allowed = digits === 0 ? 'no decimals' : `${digits} decimals`;
    throw new InputError(
      `${currency} has ${allowed}, so ${shorten(decimal)} can't be kept exactly.`,
      `Write it with ${allowed}.`,
    );
  }
  const minor = BigInt(whole + fraction.padEnd(digits, '0'));
  if (minor === 0n) throw new InputError('The amount is zero.', 'Write an amount above zero, like 12.50.');
  if (minor > MAX_MAJOR_UNITS * 10n ** BigInt(digits)) {
    throw new InputError(
      `${shorten(decimal)} is more than one entry can hold.`,
      'Write an amount up to 1,000,000,000,000.',
    );
  }
  return { minor, currency };
}

/** The amount in major units as a plain decimal string with the currency's own number of decimals: "-12.50". */
export function toDecimal({ minor, currency }: Money): string {
  const digits = currencyDigits(currency);
  const sign = minor < 0n ? '-' : '';
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The amount as people of `locale` (a BCP 47 tag) write it: "€12.50", "12,50 €". Always with all its decimals. */
export function formatMoney(money: Money, locale: string): string {
  const digits = currencyDigits(money.currency);
  const key = `${locale} ${money.currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: money.currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formats.set(key, format);
  }
  // A decimal string keeps every digit: Intl.NumberFormat v3 does not go through a float.
  return format.format(toDecimal(money) as Intl.StringNumericLiteral);
}

/** The sum of amounts of one currency; zero of `currency` for none. */
export function sumMoney(amounts: Iterable<Money>, currency: string): Money {
  let total = toDinero({ minor: 0n, currency });
  for (const amount of amounts) total = add(total, toDinero(amount));
  return { minor: toSnapshot(total).amount, currency };
}

/** What one unit of a currency costs in another: numerator / denominator major units, both above zero. Exact. */
export interface ExchangeRate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Reads a rate written as a plain decimal ("0.92", "163.5", "0.0000612"). Throws an InputError for what is no such
 * number, is zero, or has more than twelve digits before or behind the point.
 */
export function parseRate(decimal: string): ExchangeRate {
  const match = /^(\d{1,12})(?:\.(\d{1,12}))?$/.exec(decimal.trim());
  const fraction = match?.[2] ?? '';
  const numerator = BigInt((match?.[1] ?? '0') + fraction);
  if (numerator === 0n) {
    throw new InputError(`"${shorten(decimal)}" is not a rate of exchange.`, 'Write it like "1 USD = 0.92 EUR".');
  }
  return { numerator, denominator: 10n ** BigInt(fraction.length) };
}

export function inverseRate({ numerator, denominator }: ExchangeRate): ExchangeRate {
  return { numerator: denominator, denominator: numerator };
}

/**
 * The amount in another currency, at what one major unit of its own costs there. Rounded to the other currency's minor
 * units, half away from zero: a refund is worth what the expense was.
 */
export function convertMoney(money: Money, currency: string, { numerator, denominator }: ExchangeRate): Money {
  const dividend = money.minor * numerator * 10n ** BigInt(currencyDigits(currency));
  const divisor = denominator * 10n ** BigInt(currencyDigits(money.currency));
  const half = dividend < 0n ? -divisor : divisor;
  return { minor: (2n * dividend + half) / (2n * divisor), currency };
}

const formats = new Map<string, Intl.NumberFormat>();

function toDinero({ minor, currency }: Money) {
  return dinero({ amount: minor, currency: definition(currency) });
}

function definition(code: string) {
  const currency = currencies.get(code);
  if (!currency) {
    throw new InputError(
      `"${shorten(code)}" is not a currency I know.`,
      'Write an ISO 4217 code such as EUR, USD or JPY.',
    );
  }
  return currency;
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
