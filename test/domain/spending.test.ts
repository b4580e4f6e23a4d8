import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { deleteEntries, type NewEntry } from '../../src/domain/entries.ts';
import { type GroupBy, type Spending, type SpendingQuestion, sumSpending } from '../../src/domain/spending.ts';
import { formatMoney, type Money } from '../../src/money.ts';
import type { Weekday } from '../../src/period.ts';
import { entriesById } from '../../src/store/entries.ts';
import { databases } from '../support/databases.ts';
import { openLedger, type TestLedger } from './open-ledger.ts';

const ask = (ledger: TestLedger, question: SpendingQuestion) =>
  ledger.run((db) => sumSpending(db, ledger.asker, question));
const amounts = (list: readonly Money[]) => list.map((money) => formatMoney(money, 'en'));
const groupsOf = ({ groups }: Spending) =>
  groups.map(({ key, amount, count }) => `${key} ${formatMoney(amount, 'en')} ${count}`);

const june = { from: '2026-06-01', to: '2026-06-30' } as const;
const expense = (amount: string, more: Partial<NewEntry> = {}): NewEntry => ({ kind: 'expense', amount, ...more });

describe.each(databases)('what was spent, on $name', ({ openTestDatabase }) => {
  const open = async (options = {}) => openLedger(await openTestDatabase(), options);

  test('refunds lower it, income is apart, and each kind can be asked for', async () => {
    const ledger = await open();
    await ledger.record([
      expense('100', { category: 'shopping' }),
      { kind: 'refund', amount: '30', category: 'shopping' },
      { kind: 'income', amount: '2000', category: 'salary' },
    ]);
    const total = async (more: Partial<SpendingQuestion>) => {
      const { totals, count } = await ask(ledger, { ...june, groupBy: 'none', ...more });
      return [...amounts(totals), count];
    };
    expect(await total({})).toEqual(['€70.00', 2]);
    expect(await total({ kind: 'expense' })).toEqual(['€70.00', 2]);
    expect(await total({ kind: 'refund' })).toEqual(['€30.00', 1]);
    expect(await total({ kind: 'income' })).toEqual(['€2,000.00', 1]);
    // A category of income is asked for what came in.
    expect(await total({ category: 'salary' })).toEqual(['€2,000.00', 1]);
    expect(await total({ category: 'shopping' })).toEqual(['€70.00', 2]);
  });

  test('more refunds than expenses is less than nothing', async () => {
    const ledger = await open();
    await ledger.record([expense('10'), { kind: 'refund', amount: '12.5' }]);
    expect(amounts((await ask(ledger, { ...june, groupBy: 'none' })).totals)).toEqual(['-€2.50']);
  });

  test('currencies stand beside each other, the most used first', async () => {
    const ledger = await open();
    await ledger.record([
      expense('5', { currency: 'USD', category: 'dining' }),
      expense('6', { currency: 'USD', category: 'travel' }),
      expense('9000', { currency: 'JPY', category: 'dining' }),
    ]);
    const spending = await ask(ledger, { ...june, groupBy: 'category' });
    expect(amounts(spending.totals)).toEqual(['$11.00', '¥9,000']);
    expect(groupsOf(spending)).toEqual(['travel $6.00 1', 'dining $5.00 1', 'dining ¥9,000 1']);
  });

  test('both ends of the period count', async () => {
    const ledger = await open();
    await ledger.record(
      ['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'].map((date, n) => expense(`${10 ** n}`, { date })),
    );
    expect(amounts((await ask(ledger, { ...june, groupBy: 'none' })).totals)).toEqual(['€110.00']);
    const day = { from: '2026-06-30', to: '2026-06-30' };
    expect(amounts((await ask(ledger, { ...day, groupBy: 'none' })).totals)).toEqual(['€100.00']);
  });

  test('deleted entries do not count', async () => {
    const ledger = await open();
    const { recorded } = await ledger.record([expense('1'), expense('2')]);
    await ledger.run(async (db) =>
      deleteEntries(db, ledger.asker, await entriesById(db, ledger.asker.ledgerId, [recorded[1]?.id ?? ''])),
    );
    const { totals, count } = await ask(ledger, { ...june, groupBy: 'none' });
    expect([...amounts(totals), count]).toEqual(['€1.00', 1]);
  });

  test('gaps in time are filled, weeks begin where the person says', async () => {
    const ledger = await open({ firstDayOfWeek: 7 });
    // Sunday 14 June and Saturday 13 June fall into two weeks that begin on Sunday.
    await ledger.record([expense('1', { date: '2026-06-13' }), expense('2', { date: '2026-06-14' })]);
    const grouped = async (groupBy: GroupBy, period: { from: string; to: string }) =>
      groupsOf(await ask(ledger, { ...period, groupBy }));
    const fortnight = { from: '2026-06-02', to: '2026-06-15' };
    expect(await grouped('week', fortnight)).toEqual([
      '2026-05-31 €0.00 0',
      '2026-06-07 €1.00 1',
      '2026-06-14 €2.00 1',
    ]);
    expect(await grouped('day', { from: '2026-06-12', to: '2026-06-15' })).toEqual([
      '2026-06-12 €0.00 0',
      '2026-06-13 €1.00 1',
      '2026-06-14 €2.00 1',
      '2026-06-15 €0.00 0',
    ]);
    expect(await grouped('month', { from: '2026-05-31', to: '2026-07-01' })).toEqual([
      '2026-05 €0.00 0',
      '2026-06 €3.00 2',
      '2026-07 €0.00 0',
    ]);
    // Sunday (7) first, Monday (1) to Saturday (6) after it.
    expect((await grouped('weekday', june)).map((line) => line.split(' ')[0])).toEqual([
      '7',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
    expect(await grouped('weekday', june)).toContain('6 €1.00 1');
    expect(await grouped('none', june)).toEqual([]);
  });

  test('a merchant or note is found by any part of it, whatever its accents and case', async () => {
    const ledger = await open();
    await ledger.record([
      expense('1', { merchant: 'Café Müller' }),
      expense('2', { note: 'cafe con leche' }),
      expense('4', { merchant: 'Bar', note: 'CAFÉ' }),
      expense('8', { merchant: 'Kaffee' }),
    ]);
    const found = async (merchant: string) =>
      amounts((await ask(ledger, { ...june, groupBy: 'none', merchant })).totals)[0];
    expect(await found('CAFE')).toBe('€7.00');
    expect(await found('café m')).toBe('€1.00');
    expect(await found('müller')).toBe('€1.00');
    expect(await found('bar café')).toBe('€4.00');
    expect(await found('zzz')).toBeUndefined();
  });

  test.each([
    ['100%', '€1.00'],
    ['a_b', '€4.00'],
    ['c:\\temp', '€16.00'],
    ["o'clock", '€32.00'],
  ])('%j is looked for as it is written, not as a pattern', async (merchant, total) => {
    const ledger = await open();
    await ledger.record([
      expense('1', { note: 'juice 100% pure' }),
      expense('2', { note: 'juice 1000 ml' }),
      expense('4', { note: 'a_b' }),
      expense('8', { note: 'axb' }),
      expense('16', { note: 'c:\\temp' }),
      expense('32', { note: "five o'clock tea" }),
    ]);
    expect(amounts((await ask(ledger, { ...june, groupBy: 'none', merchant })).totals)).toEqual([total]);
  });

  test('merchants are one by any spelling, called by the newest, and notes stand in for them', async () => {
    const ledger = await open();
    await ledger.record([
      expense('1', { merchant: 'LIDL' }),
      expense('2', { merchant: 'Lídl' }),
      expense('4', { note: 'Tea' }),
      expense('8'),
    ]);
    expect(groupsOf(await ask(ledger, { ...june, groupBy: 'merchant' }))).toEqual([
      ' €8.00 1',
      'Tea €4.00 1',
      'Lídl €3.00 2',
    ]);
  });

  test('merchants of every currency are called by their names, also after many of another', async () => {
    const ledger = await open();
    await ledger.record(
      Array.from({ length: 25 }, (_, n) => expense(`${1000 + n}`, { currency: 'JPY', note: `Y${n}` })),
    );
    await ledger.record(Array.from({ length: 26 }, () => expense('1', { merchant: 'Größe XL' })));
    const { groups } = await ask(ledger, { ...june, groupBy: 'merchant' });
    expect(groups[0]?.key).toBe('Größe XL');
  });

  test('sums keep every digit beyond what a floating-point number holds', async () => {
    const ledger = await open();
    const most = expense('1000000000000', { currency: 'KWD' });
    await ledger.record([...Array.from({ length: 11 }, () => most), expense('0.001', { currency: 'KWD' })]);
    const [total] = (await ask(ledger, { ...june, groupBy: 'none' })).totals;
    expect(total).toEqual({ minor: 11_000_000_000_000_001n, currency: 'KWD' });
  });

  test('another ledger counts for nothing', async () => {
    const database = await openTestDatabase();
    const [mine, other] = [await openLedger(database), await openLedger(database)];
    await other.record([expense('5', { merchant: 'Lidl' })]);
    for (const groupBy of ['none', 'merchant', 'category', 'day'] as const) {
      expect((await ask(mine, { ...june, groupBy })).totals).toEqual([]);
    }
  });

  test('an unknown category is answered with those that there are', async () => {
    const ledger = await open();
    await expect(ask(ledger, { ...june, groupBy: 'none', category: 'yachts' })).rejects.toMatchObject({
      name: 'InputError',
      message: 'There is no category "yachts".',
      hint: expect.stringContaining('groceries, dining, transport'),
    });
  });
});

// The independent recount: plain loops over what was said, with UTC dates.
interface Said {
  readonly kind: 'expense' | 'income' | 'refund';
  readonly cents: number;
  readonly currency: 'EUR' | 'USD';
  readonly category: string;
  readonly merchant: string;
  readonly day: number;
}

const DAY = 86_400_000;
const START = Date.parse('2025-12-01');
const iso = (day: number) => new Date(START + day * DAY).toISOString().slice(0, 10);
const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

function weekOf(date: string, first: number): string {
  let time = Date.parse(date);
  while ((new Date(time).getUTCDay() || 7) !== first) time -= DAY;
  return new Date(time).toISOString().slice(0, 10);
}

const keyOf = (entry: Said, groupBy: GroupBy, first: number): string => {
  const date = iso(entry.day);
  const keys = { day: date, month: date.slice(0, 7), weekday: `${weekdayOf(date)}`, none: '' };
  if (groupBy === 'category' || groupBy === 'merchant') return entry[groupBy];
  return groupBy === 'week' ? weekOf(date, first) : keys[groupBy];
};

function recount(entries: readonly Said[], groupBy: GroupBy, kind: string | undefined, first: number) {
  const totals: Record<string, number> = {};
  const groups: Record<string, number> = {};
  let count = 0;
  for (const entry of entries) {
    const wanted = kind ?? 'expense';
    if (entry.kind !== wanted && !(wanted === 'expense' && entry.kind === 'refund')) continue;
    const value = wanted === 'expense' && entry.kind === 'refund' ? -entry.cents : entry.cents;
    totals[entry.currency] = (totals[entry.currency] ?? 0) + value;
    const key = `${keyOf(entry, groupBy, first)} ${entry.currency}`;
    groups[key] = (groups[key] ?? 0) + value;
    count += 1;
  }
  return { totals, groups: groupBy === 'none' ? {} : groups, count };
}

describe('sums of any ledger', () => {
  // Spending and income have categories of their own; a refund may be either.
  const filed = fc.constantFrom(
    ...(['dining', 'travel', 'pets'] as const).map((category) => ({ kind: 'expense' as const, category })),
    ...(['dining', 'salary'] as const).map((category) => ({ kind: 'refund' as const, category })),
    ...(['salary', 'interest'] as const).map((category) => ({ kind: 'income' as const, category })),
  );
  const what = fc.record({
    cents: fc.integer({ min: 1, max: 999_999 }),
    currency: fc.constantFrom('EUR', 'EUR', 'USD'),
    merchant: fc.constantFrom('Lidl', 'Joe', 'Zoo'),
    day: fc.nat(120),
  });
  const said: fc.Arbitrary<Said> = fc.tuple(filed, what).map(([place, rest]) => ({ ...place, ...rest }));
  let open: () => Promise<TestLedger>;
  beforeAll(async () => {
    const database = await (databases[0] as (typeof databases)[number]).openTestDatabase();
    open = () => openLedger(database);
  });

  test('equal a recount, however they are grouped and filtered', async () => {
    const question = fc.record({
      groupBy: fc.constantFrom<GroupBy>('category', 'merchant', 'day', 'week', 'month', 'weekday', 'none'),
      kind: fc.constantFrom(undefined, 'expense', 'income', 'refund') as fc.Arbitrary<NewEntry['kind'] | undefined>,
      category: fc.constantFrom(undefined, 'dining', 'travel'),
      merchant: fc.constantFrom(undefined, 'lidl', 'o'),
      ends: fc.tuple(fc.nat(120), fc.nat(120)),
      first: fc.constantFrom<Weekday>(1, 6, 7),
    });
    const ledgers = fc.array(said, { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(ledgers, fc.array(question, { minLength: 6, maxLength: 6 }), async (entries, questions) => {
        const ledger = await open();
        await ledger.record(
          entries.map(({ kind, cents, currency, category, merchant, day }) => {
            const amount = (cents / 100).toFixed(2);
            return { kind, amount, currency, category, merchant, date: iso(day) };
          }),
          // The person's own words name the category, so that nothing is guessed.
          'dining travel pets salary',
        );
        for (const { groupBy, kind, category, merchant, ends, first } of questions) {
          const [from, to] = [Math.min(...ends), Math.max(...ends)];
          const asker = { ...ledger.asker, preferences: { ...ledger.asker.preferences, firstDayOfWeek: first } };
          const spending = await ledger.run((db) =>
            sumSpending(db, asker, { from: iso(from), to: iso(to), groupBy, kind, category, merchant }),
          );
          const meant = entries.filter(
            (entry) =>
              entry.day >= from &&
              entry.day <= to &&
              (category === undefined || entry.category === category) &&
              (merchant === undefined || entry.merchant.toLowerCase().includes(merchant)),
          );
          const expected = recount(meant, groupBy, kind, first);
          const totals = Object.fromEntries(spending.totals.map(({ minor, currency }) => [currency, Number(minor)]));
          expect(totals).toEqual(expected.totals);
          expect(spending.count).toBe(expected.count);
          const filled = spending.groups.filter((group) => group.count > 0);
          expect(
            Object.fromEntries(filled.map(({ key, amount }) => [`${key} ${amount.currency}`, Number(amount.minor)])),
          ).toEqual(expected.groups);
          expectOrder(spending, groupBy);
        }
      }),
      { numRuns: 25 },
    );
  });
});

/** The currencies one after the other; time without a gap, all else largest first. */
function expectOrder({ totals, groups }: Spending, groupBy: GroupBy): void {
  const currencies = groups.map((group) => group.amount.currency);
  expect([...new Set(currencies)]).toEqual(currencies.length === 0 ? [] : totals.map((total) => total.currency));
  for (const { currency } of totals) {
    const own = groups.filter((group) => group.amount.currency === currency);
    if (groupBy === 'category' || groupBy === 'merchant') {
      const minors = own.map((group) => Number(group.amount.minor));
      expect(minors).toEqual(minors.toSorted((a, b) => b - a));
    } else if (groupBy !== 'weekday') {
      expect(own.map((group) => group.key)).toEqual(own.map((group) => group.key).toSorted());
      for (const [index, { key }] of own.entries()) {
        const next = own[index + 1]?.key;
        if (next === undefined) continue;
        const days = (Date.parse(next) - Date.parse(key)) / DAY;
        if (groupBy === 'day') expect(days).toBe(1);
        else if (groupBy === 'week') expect(days).toBe(7);
        else expect([28, 29, 30, 31]).toContain(days);
      }
    } else expect(own).toHaveLength(7);
  }
}
