import { beforeAll, describe, expect, test } from 'vitest';
import type { ChartSpec } from '../../src/charts/chart-spec.ts';
import { checkSpec } from '../../src/charts/check-spec.ts';
import { languages } from '../../src/language.ts';
import { addDays, daysIn } from '../../src/period.ts';
import type { Database } from '../../src/store/database.ts';
import { listEntries } from '../../src/store/entries.ts';
import { type Fact, makeFacts, recordFacts, spent } from '../analytics/facts.ts';
import { openLedger, type TestLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { type Args, faultOf, use } from './use-tool.ts';

/** Spaces of any width are spaces to a reader. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ');
const at = (ledger: TestLedger, today: string) => ({ ...ledger, asker: { ...ledger.asker, today } });

const daily = (from: string, to: string, minor: number, more: Partial<Fact> = {}): Fact[] =>
  Array.from({ length: daysIn({ from, to }) }, (_, index) => ({
    ...{ kind: 'expense', minor, currency: 'EUR', category: 'dining', merchant: 'Kiosk' },
    ...{ date: addDays(from, index), ...more },
  })) as Fact[];

describe.each(databases)('forecast_spending on $name', ({ openTestDatabase }) => {
  let database: Database;
  let household: TestLedger;
  const facts = makeFacts({ from: '2024-05-03', to: '2026-06-15' }, 11);
  beforeAll(async () => {
    database = await openTestDatabase();
    household = await openLedger(database);
    await recordFacts(household, facts);
  });
  const forecast = (ledger: TestLedger, args: Args = {}, more = {}) => use(ledger, 'forecast_spending', args, more);

  test('the running month: what it comes to, what is spent, and the entries behind it', async () => {
    const { said, data, rows, charts } = await forecast(household);
    const month = { from: '2026-06-01', to: '2026-06-15' };
    const sum = spent(facts, month);
    expect(said).toMatch(
      /^You will probably spend about €[\d,]+ this month; 8 in 10 months like this end between €[\d,.]+ and €[\d,]+\.\nSo far it is €[\d,.]+\.?/,
    );
    const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' }).format(sum / 100);
    expect(said).toContain(`So far it is ${money}`);
    expect(data).toMatchObject({ month: '2026-06', spentSoFar: money });
    const behind = await listEntries(database.client, household.asker.ledgerId, rows ?? {});
    const total = behind
      .filter(({ amount }) => amount.currency === 'EUR')
      .reduce((left, { kind, amount }) => left + (kind === 'refund' ? -1 : 1) * Number(amount.minor), 0);
    expect(total).toBe(sum);
    const [picture] = charts as ChartSpec[];
    expect(picture?.alt).toBe(said.split('\n')[0]);
    if (picture?.kind !== 'line') throw new Error('no line');
    expect(() => checkSpec(picture)).not.toThrow();
    expect(picture.labels).toHaveLength(30);
    expect(picture.series[0]?.values.slice(0, 15).at(-1)).toBe(sum);
    expect((await forecast(household, { chart: false })).charts).toBeUndefined();
  });

  test('a category: its own rows and words', async () => {
    const { said, rows } = await forecast(household, { category: 'Groceries' });
    expect(said).toMatch(/^You will probably spend about €[\d,.]+ on groceries this month/);
    const category = await database.client.category.findFirstOrThrow({
      where: { ledgerId: household.asker.ledgerId, name: 'groceries' },
    });
    expect(rows).toEqual({
      from: '2026-06-01',
      to: '2026-06-15',
      kinds: ['expense', 'refund'],
      categoryId: category.id,
    });
    const later = await forecast(household, { category: 'groceries', months: 2 });
    expect(later.rows).toEqual({
      from: '2024-05-01',
      to: '2026-05-31',
      kinds: ['expense', 'refund'],
      categoryId: category.id,
    });
  });

  test('the next months: their sum, a line each, what they stand on, and what has no rate', async () => {
    const { said, data, charts } = await forecast(household, { months: 3 });
    const lines = said.split('\n');
    expect(lines[0]).toMatch(/^Over the next 3 months you will probably spend about €[\d,]+:$/);
    expect(lines.slice(1, 4).map((line) => line.split(' €')[0])).toEqual(['Jul 2026', 'Aug 2026', 'Sept 2026']);
    for (const line of lines.slice(1, 4)) expect(line).toMatch(/ €[\d,]+ \(€[\d,]+ to €[\d,]+\)$/);
    // Begun on 3 May: May 2024 to May 2026.
    expect(lines[4]).toMatch(/^From 25 months of data[.;]/);
    expect(lines[5]).toMatch(/^Not counted, because no rate is known: ¥[\d,]+\.$/);
    expect((data.months as unknown[]).length).toBe(3);
    const [picture] = charts as ChartSpec[];
    if (picture?.kind !== 'line') throw new Error('no line');
    expect(() => checkSpec(picture)).not.toThrow();
    // Twelve months that are over, the running one, three to come.
    expect(picture.labels).toHaveLength(16);
    const one = await forecast(household, { months: 1 });
    expect(one.said).toMatch(
      /^In July 2026 you will probably spend about €[\d,]+; 8 in 10 months like this end between/,
    );
    expect(one.said.split('\n')).toHaveLength(3);
  });

  test('certain figures have no range, and rounding never takes back what is spent', async () => {
    const ledger = await openLedger(database);
    await recordFacts(ledger, daily('2026-04-01', '2026-06-15', 1_549));
    // 15 × 15.49 = 232.35, 30 × 15.49 = 464.70.
    expect((await forecast(ledger)).said).toBe('You will probably spend about €465 this month.\nSo far it is €232.35.');
    expect((await forecast(at(ledger, '2026-06-30'))).said).toBe('This month comes to €232.35.');
    expect((await forecast(at(ledger, '2026-06-30'))).charts).toEqual([]);
    const quiet = await openLedger(database);
    // 1,234.00 on the 1st; three digits would be 1,230.
    await recordFacts(quiet, [...daily('2026-05-01', '2026-05-01', 100, { category: 'travel' })]);
    await recordFacts(quiet, daily('2026-06-01', '2026-06-01', 123_400));
    const { said } = await forecast(at(quiet, '2026-06-29'), { category: 'dining' });
    for (const [amount] of (said.split('\n')[0] ?? '').matchAll(/€[\d,.]*\d/g)) {
      expect(Number(amount.replace(/[€,]/g, ''))).toBeGreaterThanOrEqual(1_234);
    }
  });

  test.each([
    ['JPY', 12, '¥360', '¥180'],
    ['KWD', 1_250, 'KWD 38', 'KWD 18.750'],
  ])('in %s, with its own decimals', async (currency, minor, expected, soFar) => {
    const ledger = await openLedger(database, { currency });
    const digits = { JPY: 0, KWD: 3 }[currency] ?? 2;
    const amount = (minor / 10 ** digits).toFixed(digits);
    await ledger.record(
      daily('2026-04-01', '2026-06-15', 1).map(({ merchant, category, date }) => ({
        kind: 'expense',
        amount,
        merchant,
        category,
        date,
      })),
    );
    expect(plain((await forecast(ledger)).said)).toBe(
      `You will probably spend about ${expected} this month.\nSo far it is ${soFar}.`,
    );
  });

  test('too little, nothing at all, and what can not be forecast, in plain sentences', async () => {
    const ledger = await openLedger(database);
    expect((await forecast(ledger)).said).toBe('That takes 14 days; so far there are none.');
    expect((await forecast(ledger, { months: 2 })).said).toBe('That takes 3 whole months; so far there are none.');
    await recordFacts(ledger, daily('2026-06-15', '2026-06-15', 500));
    expect((await forecast(ledger)).said).toBe('That takes 14 days; so far there is 1.');
    expect(await forecast(household, { category: 'travel' })).toMatchObject({
      said: 'I see no spending on travel yet, so there is nothing to forecast from.',
    });
    expect((await forecast(household, { category: 'travel', months: 4 })).said).toBe(
      'I see no spending on travel yet, so there is nothing to forecast from.',
    );
    expect(await faultOf(forecast(household, { category: 'yachts' }))).toMatch(
      /^There is no category "yachts"\. \| There are: /,
    );
    expect(await faultOf(forecast(household, { category: 'salary' }))).toMatch(/^salary is a category for income/);
  });

  test('speaks each language, and nothing of another ledger is in it', async () => {
    const other = await openLedger(database);
    const own = await openLedger(database);
    await recordFacts(own, makeFacts({ from: '2025-09-01', to: '2026-06-15' }, 5));
    const ask = async () => {
      const answers: string[] = [];
      for (const language of languages) {
        for (const args of [{}, { months: 1 }, { months: 6, category: 'dining' }, { category: 'travel' }]) {
          answers.push(JSON.stringify(await forecast(own, args, { language })));
        }
      }
      return answers;
    };
    const before = await ask();
    expect(new Set(before).size).toBe(before.length);
    await recordFacts(other, daily('2025-09-01', '2026-06-15', 777_777));
    expect(await ask()).toEqual(before);
  });
});
