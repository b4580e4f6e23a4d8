/** The sums of a ledger as they should be, added up one entry after the other, and as they are kept. */

import type { Queries } from '../../src/store/database.ts';

export interface Sums {
  readonly days: readonly object[];
  readonly merchants: readonly object[];
}

interface Rate {
  readonly ledgerId: string;
  readonly base: string;
  readonly quote: string;
  readonly day: string;
  readonly rate: string;
}

const DIGITS: Readonly<Record<string, number>> = { EUR: 2, USD: 2, GBP: 2, CHF: 2, JPY: 0, KWD: 3 };

export async function sumsOf(db: Queries, ledgerId: string): Promise<Sums> {
  const days = await db.dayTotal.findMany({ where: { ledgerId } });
  const merchants = await db.merchantMonth.findMany({ where: { ledgerId } });
  return { days: sorted(days), merchants: sorted(merchants) };
}

/** From the entries and the rates alone, by the slowest way that can be read. */
export async function recount(db: Queries, ledgerId: string): Promise<Sums> {
  const home = (await db.ledger.findUniqueOrThrow({ where: { id: ledgerId } })).currency;
  const rates = await db.rate.findMany();
  const days = new Map<string, Record<string, unknown>>();
  const merchants = new Map<string, Record<string, unknown>>();
  for (const entry of await db.entry.findMany({ where: { ledgerId, deletedAt: null } })) {
    const { day, categoryId, merchantKey, kind, currency, amountMinor } = entry;
    const worth = home === null ? null : worthOf(rates, ledgerId, amountMinor, currency, home, day);
    if (worth !== entry.homeMinor) {
      throw new Error(`${amountMinor} ${currency} on ${day} should be worth ${worth} ${home}, not ${entry.homeMinor}`);
    }
    add(days, { ledgerId, day, categoryId, kind, currency }, amountMinor, worth);
    add(
      merchants,
      { ledgerId, month: day.slice(0, 7), merchantKey: merchantKey ?? '', kind, currency },
      amountMinor,
      worth,
    );
  }
  return { days: sorted([...days.values()]), merchants: sorted([...merchants.values()]) };
}

function add(sums: Map<string, Record<string, unknown>>, key: object, amount: bigint, worth: bigint | null): void {
  const name = JSON.stringify(key);
  const sum = sums.get(name) ?? { ...key, count: 0, minor: 0n, homeMinor: 0n, unvalued: 0, unvaluedMinor: 0n };
  sums.set(name, {
    ...sum,
    count: (sum.count as number) + 1,
    minor: (sum.minor as bigint) + amount,
    homeMinor: (sum.homeMinor as bigint) + (worth ?? 0n),
    unvalued: (sum.unvalued as number) + (worth === null ? 1 : 0),
    unvaluedMinor: (sum.unvaluedMinor as bigint) + (worth === null ? amount : 0n),
  });
}

/** The rule in words: the ledger's own rates first, the latest up to the day, else the next; then everybody's, ten days. */
export function worthOf(
  rates: readonly Rate[],
  ledgerId: string,
  minor: bigint,
  from: string,
  home: string,
  day: string,
): bigint | null {
  if (from === home) return minor;
  const pair = rates.filter(
    ({ base, quote }) => (base === from && quote === home) || (base === home && quote === from),
  );
  const own = pair.filter((rate) => rate.ledgerId === ledgerId);
  const before = own.filter((rate) => rate.day <= day).sort((a, b) => (a.day < b.day ? 1 : -1));
  const after = own.filter((rate) => rate.day > day).sort((a, b) => (a.day < b.day ? -1 : 1));
  const chosen = before[0] ?? after[0];
  if (chosen) return exchange(minor, from, home, [[chosen.rate, chosen.base === from]]);
  const shared = rates.filter((rate) => rate.ledgerId === '' && rate.base === 'EUR');
  for (let age = 0; age <= 10; age++) {
    const date = new Date(Date.parse(day) - age * 86_400_000).toISOString().slice(0, 10);
    const costs = (currency: string) =>
      currency === 'EUR' ? '1' : shared.find((rate) => rate.day === date && rate.quote === currency)?.rate;
    const [dear, cheap] = [costs(home), costs(from)];
    if (dear !== undefined && cheap !== undefined && !(home === 'EUR' && from === 'EUR')) {
      return exchange(minor, from, home, [
        [dear, true],
        [cheap, false],
      ]);
    }
  }
  return null;
}

/** Times (true) or divided by (false) each of the rates; what lies in the middle goes up, for no amount is below zero. */
function exchange(minor: bigint, from: string, to: string, steps: readonly [rate: string, times: boolean][]): bigint {
  let [above, below] = [minor * 10n ** BigInt(DIGITS[to] as number), 10n ** BigInt(DIGITS[from] as number)];
  for (const [rate, times] of steps) {
    const scale = 10n ** BigInt((rate.split('.')[1] ?? '').length);
    const digits = BigInt(rate.replace('.', ''));
    above *= times ? digits : scale;
    below *= times ? scale : digits;
  }
  const whole = above / below;
  return (above % below) * 2n >= below ? whole + 1n : whole;
}

function sorted(rows: readonly object[]): object[] {
  const name = (row: object) => JSON.stringify(Object.values(row).slice(0, 5));
  return rows.map((row) => Object.fromEntries(Object.entries(row))).sort((a, b) => (name(a) < name(b) ? -1 : 1));
}
