/**
 * What amounts are worth in a ledger's own currency. What the ledger was told counts first: the rate of the day, or else
 * the latest before it, or else the first one after it. Then what holds for everybody: the latest rate up to ten days
 * old, direct, inverse, or through the euro, which is what the European Central Bank publishes against.
 */

import { InputError } from '../errors.ts';
import { convertMoney, type ExchangeRate, inverseRate, isCurrency, type Money, parseRate } from '../money.ts';
import { addDays, type Day, parseDay } from '../period.ts';
import type { Queries } from '../store/database.ts';
import { knownRates, type RateRow } from '../store/rates.ts';
import { readRecord } from '../store/records.ts';
import type { Asker } from './asker.ts';
import type { PlannedChange } from './planned-change.ts';

/** What rates that hold for everybody are published against. */
export const COMMON_BASE = 'EUR';

/** How old, in days, a rate for everybody may be: holidays never last longer. */
export const SHARED_RATE_DAYS = 10;

/** Worth more than this in minor units, an amount has no value: sums of such would not fit into 64 bits. */
const MAX_HOME_MINOR = 10n ** 16n;

/** What one unit of a currency cost at home on a day; null where nobody knows. */
export type RateOn = (day: Day) => ExchangeRate | null;

/** The rates from a currency to the ledger's own on the days from the first to the last. */
export async function ratesHome(
  db: Queries,
  ledgerId: string,
  currency: string,
  home: string,
  period: { readonly from: Day; readonly to: Day },
): Promise<RateOn> {
  const pair = [currency, home] as const;
  const known = await knownRates(db, ledgerId, pair, {
    pairs: [pair, [home, currency], ...pair.map((each) => [COMMON_BASE, each] as const)],
    from: addDays(period.from, -SHARED_RATE_DAYS),
    to: period.to,
  });
  const own = series(known.own, currency, home);
  if (own.length > 0) return (day) => (latest(own, day) ?? own[0])?.rate ?? null;
  const shared = series(known.shared, currency, home);
  return (day) => {
    const found = latest(shared, day);
    return found && day <= found.until ? found.rate : null;
  };
}

/** What the amounts are worth in the ledger's currency on their days; null for those that have no rate. */
export async function valuesAtHome(
  db: Queries,
  ledgerId: string,
  home: string,
  amounts: readonly { readonly amount: Money; readonly day: Day }[],
): Promise<(bigint | null)[]> {
  const rates = new Map<string, RateOn>();
  for (const currency of new Set(amounts.map(({ amount }) => amount.currency))) {
    if (currency === home) continue;
    const days = amounts.filter(({ amount }) => amount.currency === currency).map(({ day }) => day);
    days.sort();
    const period = { from: days[0] as Day, to: days.at(-1) as Day };
    rates.set(currency, await ratesHome(db, ledgerId, currency, home, period));
  }
  return amounts.map(({ amount, day }) => valueAt(amount, home, rates.get(amount.currency)?.(day) ?? null));
}

/** The amount in minor units of `home`; null without a rate, or where it comes to more than can be summed. */
export function valueAt(amount: Money, home: string, rate: ExchangeRate | null): bigint | null {
  if (amount.currency === home) return amount.minor;
  if (rate === null) return null;
  const { minor } = convertMoney(amount, home, rate);
  return minor > MAX_HOME_MINOR ? null : minor;
}

/** A rate as somebody says it: one unit of `base` costs `rate`, a decimal string, of `quote`; today unless dated. */
export interface SaidRate {
  readonly base: string;
  readonly quote: string;
  readonly rate: string;
  readonly date?: string;
}

/**
 * The rate for the asker's ledger, in place of one for the same two currencies and day in either direction. Throws an
 * InputError for what is no rate, or when neither currency is the ledger's.
 */
export async function planRate(db: Queries, asker: Asker, said: SaidRate): Promise<PlannedChange[]> {
  const [base, quote] = [requireCurrency(said.base), requireCurrency(said.quote)];
  const home = asker.homeCurrency;
  if (base === quote) {
    throw new InputError('Those are the same currency.', 'Name two, like "1 USD = 0.92 EUR".');
  }
  if (base !== home && quote !== home) {
    throw new InputError(`This ledger adds up in ${home}.`, `Say what one ${base} costs in ${home}.`);
  }
  parseRate(said.rate);
  const day = said.date === undefined ? asker.today : parseDay(said.date);
  const { ledgerId } = asker;
  const id = rateId(ledgerId, base, quote, day);
  const opposite = rateId(ledgerId, quote, base, day);
  const inverse = await readRecord(db, 'rate', opposite);
  const after = { ledgerId, base, quote, day, rate: plainRate(said.rate) };
  return [
    ...(inverse ? [{ entity: 'rate' as const, id: opposite, before: inverse, after: null }] : []),
    { entity: 'rate', id, before: await readRecord(db, 'rate', id), after },
  ];
}

/** By which a rate is known in the change log. */
function rateId(ledgerId: string, base: string, quote: string, day: Day): string {
  return [ledgerId, base, quote, day].join('/');
}

/** "0.920" and "00.92" are the rate "0.92". */
function plainRate(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.trim().split('.');
  const digits = fraction.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${digits && `.${digits}`}`;
}

/** The code in upper case. Throws an InputError for one that is no currency. */
export function requireCurrency(name: string): string {
  const code = name.trim().toUpperCase();
  if (isCurrency(code)) return code;
  throw new InputError(`"${code.slice(0, 20)}" is not a currency I know.`, 'Write a code such as EUR, USD or JPY.');
}

interface DatedRate {
  readonly day: Day;
  /** The last day that it holds for, where it is everybody's. */
  readonly until: Day;
  readonly rate: ExchangeRate;
}

/** The rates from one currency to another that rows of any day give, oldest first and one a day. */
function series(rows: readonly RateRow[], from: string, to: string): DatedRate[] {
  const days = new Map<Day, RateRow[]>();
  for (const row of rows) days.set(row.day, [...(days.get(row.day) ?? []), row]);
  return [...days.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([day, known]) => {
      const rate = direct(known, from, to) ?? crossed(known, from, to);
      return rate ? [{ day, until: addDays(day, SHARED_RATE_DAYS), rate }] : [];
    });
}

function direct(rows: readonly RateRow[], from: string, to: string): ExchangeRate | null {
  const row = rows.find(({ base, quote }) => base === from && quote === to);
  if (row) return parseRate(row.rate);
  const inverse = rows.find(({ base, quote }) => base === to && quote === from);
  return inverse ? inverseRate(parseRate(inverse.rate)) : null;
}

/** Through the euro: what one costs in `to`, over what it costs in `from`. */
function crossed(rows: readonly RateRow[], from: string, to: string): ExchangeRate | null {
  const [cheap, dear] = [direct(rows, COMMON_BASE, from), direct(rows, COMMON_BASE, to)];
  if (!cheap || !dear) return null;
  return {
    numerator: dear.numerator * cheap.denominator,
    denominator: dear.denominator * cheap.numerator,
  };
}

/** The latest of the rates, which are oldest first, on or before the day. */
function latest(rates: readonly DatedRate[], day: Day): DatedRate | undefined {
  let [low, high] = [0, rates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rates[middle] as DatedRate).day <= day) low = middle + 1;
    else high = middle;
  }
  return rates[low - 1];
}
