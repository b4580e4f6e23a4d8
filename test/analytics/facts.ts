/** Made-up entries, and the slowest sums over them: what the tools say is held against these. */

import { addDays, type Day, daysIn, type Period } from '../../src/period.ts';
import type { TestLedger } from '../domain/open-ledger.ts';
import { diceFor } from '../insight/dice.ts';

export interface Fact {
  readonly kind: 'expense' | 'income' | 'refund';
  readonly minor: number;
  readonly currency: 'EUR' | 'JPY';
  readonly category: string;
  readonly merchant: string;
  readonly date: Day;
}

const shops: Readonly<Record<string, readonly string[]>> = {
  groceries: ['Lidl', 'Lidl Plus', 'Rewe'],
  dining: ['Prater', 'Lon Men', 'Kiosk'],
  housing: ['Lindner'],
};

/** About `aDay` expenses on each day of the period, some refunds, some yen that nobody knows a rate for, pay on the 28th. */
export function makeFacts(period: Period, seed: number, aDay = 0.7): Fact[] {
  const dice = diceFor('analytics', seed);
  const facts: Fact[] = [];
  for (let index = 0; index < daysIn(period); index++) {
    const date = addDays(period.from, index);
    for (let count = dice.count(aDay); count > 0; count--) {
      const category = dice.pick(Object.keys(shops));
      const kind = dice.uniform() < 0.08 ? 'refund' : 'expense';
      const currency = dice.uniform() < 0.04 ? 'JPY' : 'EUR';
      const minor = 100 + Math.floor(dice.uniform() * 9900);
      facts.push({ kind, minor, currency, category, merchant: dice.pick(shops[category] ?? ['?']), date });
    }
    if (date.endsWith('-28')) {
      const minor = 200_000 + Math.floor(dice.uniform() * 50_000);
      facts.push({ kind: 'income', minor, currency: 'EUR', category: 'salary', merchant: 'Work', date });
    }
  }
  return facts;
}

export async function recordFacts(ledger: TestLedger, facts: readonly Fact[]): Promise<void> {
  for (let start = 0; start < facts.length; start += 100) {
    await ledger.record(
      facts.slice(start, start + 100).map(({ minor, ...fact }) => ({ ...fact, amount: decimal(minor, fact.currency) })),
    );
  }
}

/** Expenses less refunds in euros, in cents. */
export function spent(
  facts: readonly Fact[],
  { from, to }: Period,
  only: (fact: Fact) => boolean = () => true,
): number {
  return facts
    .filter(({ kind, currency, date }) => kind !== 'income' && currency === 'EUR' && date >= from && date <= to)
    .filter(only)
    .reduce((sum, { kind, minor }) => sum + (kind === 'refund' ? -minor : minor), 0);
}

export function earned(facts: readonly Fact[], { from, to }: Period): number {
  return facts
    .filter(({ kind, date }) => kind === 'income' && date >= from && date <= to)
    .reduce((sum, { minor }) => sum + minor, 0);
}

/** Yen of all kinds but income, which has none. */
export function yen(facts: readonly Fact[], { from, to }: Period): bigint {
  const own = facts.filter(({ currency, date }) => currency === 'JPY' && date >= from && date <= to);
  return own.reduce((sum, { minor }) => sum + BigInt(minor), 0n);
}

function decimal(minor: number, currency: Fact['currency']): string {
  return currency === 'JPY' ? String(minor) : (minor / 100).toFixed(2);
}
