import { describe, expect, test } from 'vitest';
import type { CalendarChart } from '../../src/charts/chart-spec.ts';
import { languages } from '../../src/language.ts';
import { addDays, addMonths, type Day, daysIn, weekdayOf } from '../../src/period.ts';
import { type Fact, fillLedger } from '../analytics/fill-ledger.ts';
import { type LedgerOptions, openLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { faultOf, use } from './use-tool.ts';

const today = '2026-06-15';

function days(from: Day, to: Day): Day[] {
  return Array.from({ length: daysIn({ from, to }) }, (_, index) => addDays(from, index));
}

/** Something between 90 and 110 % of it, without a pattern in weeks or months. */
function about(amount: number, index: number): number {
  return Math.round(amount * (0.9 + (((index * 7919) % 201) / 201) * 0.2));
}

const spent = (from: Day, amountOn: (day: Day) => number, category = 'groceries'): Fact[] =>
  days(from, today).map((day, index) => ({ day, amount: about(amountOn(day), index), category }));

const saturdays = spent('2026-01-01', (day) => (weekdayOf(day) === 6 ? 6000 : 1000));
/** Ten days of 30, the rest of 10. */
const thirds = spent('2025-11-01', (day) => (Number(day.slice(8)) <= 10 ? 3000 : 1000));
const paydays = Array.from({ length: 11 }, (_, index) => addMonths('2025-08-18', index)).filter((day) => day <= today);
const afterPayday = [
  ...paydays.map((day): Fact => ({ day, amount: 250_000, category: 'salary', kind: 'income', merchant: 'Works' })),
  ...spent('2025-08-18', (day) => (paydays.some((pay) => day >= pay && day < addDays(pay, 7)) ? 3000 : 1000)),
];
/** Two Decembers of double. */
const decembers = spent('2024-05-01', (day) => (day.slice(5, 7) === '12' ? 4000 : 2000));
/** Dining from 10 a day to 20 in steps, beside 40 of groceries. */
const growing = [
  ...spent('2025-06-01', () => 4000),
  ...days('2025-06-01', today).map((day, index): Fact => {
    return { day, amount: 1000 + Math.round((index / 380) * 1000), category: 'dining' };
  }),
];

describe.each(databases)('spending_patterns on $name', ({ openTestDatabase }) => {
  const open = async (facts: readonly Fact[], options: LedgerOptions = {}) => {
    const ledger = await openLedger(await openTestDatabase(), options);
    await fillLedger(ledger, facts);
    return ledger;
  };
  const lines = async (facts: readonly Fact[], args = {}) =>
    (await use(await open(facts), 'spending_patterns', args)).said.split('\n');

  test('says on which weekdays most is spent, and shows the days', async () => {
    const { said, charts, rows } = await use(await open(saturdays), 'spending_patterns');
    // Whole weeks up to yesterday: from Monday 5 January to Sunday 14 June.
    const inWeeks = saturdays.filter(({ day }) => day >= '2026-01-05' && day <= '2026-06-14');
    const sum = (facts: readonly Fact[]) => facts.reduce((total, { amount }) => total + amount, 0);
    const share = Math.round((sum(inWeeks.filter(({ day }) => weekdayOf(day) === 6)) / sum(inWeeks)) * 100);
    expect(said).toBe(
      `You spend most on Saturdays: ${share}% of your spending over 23 weeks.\nFrom your spending since 1 Jan 2026.`,
    );
    const chart = charts?.[0] as CalendarChart;
    expect(chart).toMatchObject({
      kind: 'calendar',
      from: '2026-01-01',
      to: today,
      firstDayOfWeek: 1,
      currency: 'EUR',
      alt: said.split('\n')[0],
    });
    expect(chart.labels).toEqual(saturdays.map(({ day }) => day));
    expect(chart.values).toEqual(saturdays.map(({ amount }) => amount));
    expect(rows).toEqual({ from: '2026-01-01', to: today, kinds: ['expense', 'refund'] });
  });

  test('the picture ends with today and shows a year at most, or fewer months where so many are asked for', async () => {
    const ledger = await open(decembers);
    const of = async (args: object) =>
      (await use(ledger, 'spending_patterns', args as never)).charts?.[0] as CalendarChart;
    expect(await of({})).toMatchObject({ from: '2025-07-01', to: today });
    expect(await of({ months: 60 })).toMatchObject({ from: '2025-07-01', to: today });
    expect(await of({ months: 3 })).toMatchObject({ from: '2026-04-01', to: today });
    expect(await of({ chart: false })).toBeUndefined();
  });

  test('says which part of a month costs most', async () => {
    const [first] = await lines(thirds);
    expect(first).toMatch(
      /^The first ten days of a month cost most: usually €(29|30)\.\d\d a day, on the others €(9|10)\.\d\d and €(9|10)\.\d\d\.$/,
    );
  });

  test('says that more is spent after payday, rather than in which part of a month', async () => {
    const said = await lines(afterPayday);
    expect(said[0]).toBe(
      'In the week after payday you spend more: 3 times as much a day as later, in 10 of 10 cycles.'.replaceAll(
        '10',
        String(paydays.length - 1),
      ),
    );
    expect(said).toHaveLength(2);
  });

  test('says which month of the year stands out', async () => {
    const [first] = await lines(decembers);
    expect(first).toMatch(/^December costs (9[5-9]|10\d)% more than a usual month, in all of 2 years\.$/);
  });

  test('says which category takes a growing part, and for one category only its own', async () => {
    const [first] = await lines(growing);
    expect(first).toMatch(
      /^Dining takes a growing part of your spending: usually (26|27|28)%, and 1\d(\.\d)? percentage points more than 12 months ago\.$/,
    );
    expect((await lines(growing, { category: 'groceries' }))[0]).toMatch(/^Groceries takes a shrinking part/);
  });

  test('tells the two clearest, and of charges that they are left out', async () => {
    const rent = days('2025-06-01', today)
      .filter((day) => day.endsWith('-02'))
      .map((day): Fact => ({ day, amount: 90_000, category: 'housing', merchant: 'Landlord' }));
    const both = [
      ...spent('2025-06-01', (day) => (weekdayOf(day) === 6 ? 4 : 1) * (Number(day.slice(8)) > 20 ? 3000 : 1000)),
      ...rent,
    ];
    const said = await lines(both);
    expect(said[0]).toMatch(/^You spend most on Saturdays: /);
    expect(said[1]).toMatch(/^The days from the 21st on of a month cost most/);
    expect(said.slice(2)).toEqual([
      'From your spending since 1 Jun 2025; weekdays and days of the month without recurring charges.',
    ]);
  });

  test('says that there are none', async () => {
    expect(await lines(spent('2025-06-01', () => 2000))).toEqual([
      'No clear habits since 1 Jun 2025: weekdays, days of the month and categories are about even.',
      'From your spending since 1 Jun 2025.',
    ]);
  });

  test('young ledgers hear what it would take; the empty one how to begin', async () => {
    expect(await lines(spent('2026-05-30', () => 2000))).toEqual(['That takes 8 whole weeks; so far there are 2.']);
    expect(await lines([{ day: today, amount: 500, category: 'dining' }])).toEqual([
      'That takes 8 whole weeks; so far there are none.',
    ]);
    const empty = await use(await open([]), 'spending_patterns');
    expect(empty.said).toMatch(/^There are no entries yet/);
    expect(empty.charts).toBeUndefined();
    expect(await lines([{ day: '2026-12-01', amount: 500, category: 'dining' }])).toEqual([empty.said]);
  });

  test.each<[string, Fact[]]>([
    [
      'a single enormous amount',
      [...spent('2025-06-01', () => 2000), { day: '2026-01-10', amount: 900_000_000, category: 'housing' }],
    ],
    ['months without an entry', saturdays.filter(({ day }) => day < '2026-02-01' || day > '2026-05-01')],
    ['refunds alone', saturdays.map((fact) => ({ ...fact, kind: 'refund' as const }))],
    ['income alone', saturdays.map((fact) => ({ ...fact, category: 'salary', kind: 'income' as const }))],
  ])('%s is answered in sentences', async (_, facts) => {
    const said = await lines(facts);
    for (const line of said) expect(line).toMatch(/^[A-Z][^{}]*\.$/);
    expect(said.join()).not.toMatch(/NaN|Infinity|undefined/);
  });

  test.each([
    [{ category: 'yachts' }, /no category "yachts"/],
    [{ category: 'salary' }, /salary/],
  ])('%j is answered with a hint', async (args, sentence) => {
    expect(await faultOf(use(await open(saturdays), 'spending_patterns', args))).toMatch(sentence);
  });

  test('another ledger of the same database has no part in it', async () => {
    const database = await openTestDatabase();
    const [mine, other] = [await openLedger(database), await openLedger(database)];
    await fillLedger(
      mine,
      spent('2025-06-01', () => 2000),
    );
    const before = await use(mine, 'spending_patterns');
    await fillLedger(other, [...saturdays, ...afterPayday, ...decembers, ...growing]);
    expect(await use(mine, 'spending_patterns')).toEqual(before);
    expect((await use(other, 'spending_patterns')).said).not.toMatch(/^No clear/);
  });

  test.each(languages)('speaks %s', async (language) => {
    const said = (await use(await open(saturdays), 'spending_patterns', {}, { language })).said;
    const saturday = { en: 'Saturdays', es: 'sábado', de: 'Samstag', fr: 'samedi', pt: 'sábado' }[language];
    expect(said).toContain(saturday);
    expect(said).toMatch(/50\s?%|51\s?%|49\s?%/);
  });
});
