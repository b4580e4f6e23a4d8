import { describe, expect, test } from 'vitest';
import type { DemoEntry } from '../../src/demo/demo-entry.ts';
import { demoBudgets, demoEntries } from '../../src/demo/demo-ledger.ts';
import { defaultCategories } from '../../src/domain/default-categories.ts';
import { MAX_MERCHANT_LENGTH, MAX_NOTE_LENGTH } from '../../src/domain/entries.ts';
import { parseMoney, toDecimal } from '../../src/money.ts';
import { addDays, addMonths, parseDay, weekdayOf } from '../../src/period.ts';

const categories = new Map(defaultCategories.map(({ name, kind }) => [name, kind]));
const years = ['2026-10-14', '2024-02-29', '2026-02-28', '2026-08-20', '2025-12-31'].flatMap((until) =>
  [1, 2, 31337].map((seed) => ({ until, seed, entries: demoEntries({ until, seed }) })),
);

describe.each(years)('the year to $until, seed $seed', ({ until, seed, entries }) => {
  const from = addDays(addMonths(until, -12), 1);
  const of = (match: Partial<DemoEntry>) =>
    entries.filter((entry) => Object.entries(match).every(([key, value]) => entry[key as keyof DemoEntry] === value));

  test('is the same each time', () => {
    expect(demoEntries({ until, seed })).toEqual(entries);
  });

  test('has a year of entries, oldest first, none outside of it', () => {
    expect(entries.length).toBeGreaterThanOrEqual(900);
    expect(entries.length).toBeLessThanOrEqual(1300);
    const days = entries.map(({ date }) => parseDay(date));
    expect(days).toEqual(days.toSorted());
    expect((days[0] as string) >= from && (days.at(-1) as string) <= until).toBe(true);
  });

  test('has only what can be recorded as it is', () => {
    for (const { amount, currency, category, kind, merchant, note } of entries) {
      expect(toDecimal(parseMoney(amount, currency))).toBe(amount);
      expect(categories.get(category), category).toBe(kind === 'income' ? 'income' : 'expense');
      expect(merchant.length > 0 && merchant.length <= MAX_MERCHANT_LENGTH).toBe(true);
      expect((note ?? '').length).toBeLessThanOrEqual(MAX_NOTE_LENGTH);
    }
  });

  test('is in three currencies, mostly at home', () => {
    expect([...new Set(entries.map(({ currency }) => currency))].sort()).toEqual(['EUR', 'GBP', 'JPY']);
    expect(of({ currency: 'EUR' }).length / entries.length).toBeGreaterThan(0.85);
    for (const { amount } of of({ currency: 'JPY' })) expect(amount).toMatch(/^\d+$/);
  });

  test('pays the rent on every first and gets the salary up to every 25th, on working days', () => {
    const rents = of({ note: 'rent' });
    expect(rents.map(({ date }) => date.slice(8))).toEqual(Array(12).fill('01'));
    const salaries = of({ category: 'salary', kind: 'income' });
    expect(salaries).toHaveLength(12);
    expect(new Set(salaries.map(({ date }) => date.slice(0, 7))).size).toBe(12);
    for (const { date } of salaries) {
      expect(date.slice(8) >= '22' && date.slice(8) <= '25' && weekdayOf(date) <= 5).toBe(true);
    }
  });

  test('raises the price of one subscription in the middle of the year, and of no other', () => {
    const prices = (merchant: string) => of({ merchant, category: 'subscriptions' }).map(({ amount }) => amount);
    const netflix = prices('Netflix');
    expect(netflix).toHaveLength(12);
    expect([...new Set(netflix)]).toEqual(['13.99', '15.99']);
    expect(netflix.filter((price) => price === '13.99').length).toBeGreaterThanOrEqual(5);
    expect(netflix.filter((price) => price === '15.99').length).toBeGreaterThanOrEqual(5);
    for (const steady of ['Spotify', 'iCloud', 'Audible']) {
      expect(prices(steady)).toHaveLength(12);
      expect(new Set(prices(steady)).size).toBe(1);
    }
  });

  test('leaves out one electricity bill', () => {
    expect(of({ note: 'electricity' })).toHaveLength(11);
    expect(of({ note: 'internet' })).toHaveLength(12);
    expect(of({ note: 'gym' })).toHaveLength(12);
  });

  test('charges one dinner twice, and nothing else', () => {
    const keys = entries.map((entry) => JSON.stringify(entry));
    const repeated = entries.filter((_, index) => keys.indexOf(keys[index] as string) !== index);
    expect(repeated).toHaveLength(1);
    expect(repeated[0]?.note).toBe('dinner');
    expect((repeated[0]?.date ?? '') >= addDays(until, -75)).toBe(true);
  });

  test('has one purchase far above the others', () => {
    const [largest, second] = of({ category: 'shopping', currency: 'EUR', kind: 'expense' })
      .map(({ amount }) => Number(amount))
      .toSorted((a, b) => b - a) as [number, number];
    expect(largest).toBeGreaterThan(10 * second);
  });

  test('gives back only what was paid before', () => {
    const refunds = of({ kind: 'refund' });
    expect(refunds).toHaveLength(3);
    for (const refund of refunds) {
      const paid = of({ kind: 'expense', merchant: refund.merchant, category: refund.category });
      expect(paid.some(({ date, amount }) => date < refund.date && Number(amount) >= Number(refund.amount))).toBe(true);
    }
  });

  test('shops several times a week, never on Sundays, and lunches on workdays', () => {
    const receipts = entries.filter(({ merchant }) => ['Rewe', 'Lidl', 'Edeka', 'Aldi'].includes(merchant));
    expect(receipts.length).toBeGreaterThan(90);
    for (const { date, amount } of receipts) {
      expect(weekdayOf(date)).not.toBe(7);
      expect(Number(amount)).toBeLessThan(120);
    }
    const lunches = of({ note: 'lunch' });
    expect(lunches.length).toBeGreaterThan(110);
    for (const { date } of lunches) expect(weekdayOf(date)).toBeLessThanOrEqual(5);
    const dinners = of({ note: 'dinner' }).filter(({ date }) => weekdayOf(date) >= 5);
    expect(dinners.length / of({ note: 'dinner' }).length).toBeGreaterThan(0.6);
  });

  test('buys nothing at home while away', () => {
    const abroad = new Set(of({ currency: 'JPY' }).map(({ date }) => date));
    // A year that ends in August holds only some days of the holiday.
    expect(abroad.size).toBeGreaterThanOrEqual(5);
    const habits = ['lunch', 'coffee', 'dinner', 'drinks', 'ride home'];
    expect(entries.filter(({ date, note }) => abroad.has(date) && habits.includes(note ?? ''))).toEqual([]);
  });

  test('gives most presents in December', () => {
    const presents = of({ category: 'gifts' });
    expect(presents.filter(({ date }) => date.slice(5, 7) === '12').length).toBeGreaterThanOrEqual(6);
    expect(presents.length).toBeLessThanOrEqual(11);
  });

  test('lives within its means', () => {
    const sum = (match: Partial<DemoEntry>) =>
      of({ ...match, currency: 'EUR' }).reduce((total, { amount }) => total + Number(amount), 0);
    const saved = sum({ kind: 'income' }) + sum({ kind: 'refund' }) - sum({ kind: 'expense' });
    expect(saved).toBeGreaterThan(0);
    expect(saved).toBeLessThan(15_000);
  });
});

test('another seed makes another year', () => {
  const [one, two] = [1, 2].map((seed) => JSON.stringify(demoEntries({ until: '2026-10-14', seed })));
  expect(one).not.toBe(two);
});

test('the budgets are ones that such a year both keeps and passes', () => {
  expect(demoBudgets.map(({ category }) => category)).toContain('total');
  for (const { category, amount, currency } of demoBudgets) {
    expect(parseMoney(amount, currency).minor).toBeGreaterThan(0n);
    if (category !== 'total') expect(categories.get(category)).toBe('expense');
  }
  const entries = demoEntries({ until: '2026-10-14', seed: 1 });
  const months = Array.from({ length: 11 }, (_, index) => addMonths('2025-11-01', index).slice(0, 7));
  for (const { category, amount, period } of demoBudgets) {
    if (period !== 'monthly') continue;
    const passed = months.filter((month) => {
      const spent = entries
        .filter((entry) => entry.date.startsWith(month) && entry.currency === 'EUR' && entry.kind !== 'income')
        .filter((entry) => category === 'total' || entry.category === category)
        .reduce((sum, entry) => sum + (entry.kind === 'refund' ? -1 : 1) * Number(entry.amount), 0);
      return spent > Number(amount);
    });
    expect(passed.length, category).toBeGreaterThan(0);
    expect(passed.length, category).toBeLessThan(months.length);
  }
});
