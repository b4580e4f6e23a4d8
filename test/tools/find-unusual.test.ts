import { describe, expect, test } from 'vitest';
import type { UsualRangeChart } from '../../src/charts/chart-spec.ts';
import type { NewEntry } from '../../src/domain/entries.ts';
import { type Language, languages } from '../../src/language.ts';
import { addDays } from '../../src/period.ts';
import { fillLedger } from '../analytics/fill-ledger.ts';
import { type LedgerOptions, openLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { faultOf, use } from './use-tool.ts';

const expense = (merchant: string, amount: string, date: string, more: Partial<NewEntry> = {}): NewEntry => ({
  kind: 'expense',
  merchant,
  amount,
  date,
  category: 'dining',
  ...more,
});

/** €20, €21 … €60 at irregular distances: nine of ten lie between the third and the third last, €22 and €58. */
const visits = Array.from({ length: 41 }, (_, index) =>
  // 7 has no factor with 41, so that amounts do not grow with time.
  expense('Nobelhart', `${20 + ((index * 7) % 41)}`, addDays('2025-12-28', index * 4 + (index % 3))),
);
const odd = expense('Nobelhart', '148', '2026-06-12');
/** A subscription whose price goes up in June. */
const netflix = [1, 2, 3, 4, 5, 6].map((month) =>
  expense('Netflix', month === 6 ? '15.99' : '13.99', `2026-0${month}-08`, { category: 'subscriptions' }),
);
const twice = ['13.37', '13.37'].map((amount) => expense('Kiosk', amount, '2026-06-10', { category: 'shopping' }));

describe.each(databases)('find_unusual on $name', ({ openTestDatabase }) => {
  const open = async (entries: readonly NewEntry[], options: LedgerOptions = {}) => {
    const ledger = await openLedger(await openTestDatabase(), options);
    for (let start = 0; start < entries.length; start += 25) await ledger.record(entries.slice(start, start + 25));
    return ledger;
  };

  test('says one odd amount with what is usual there, and shows it', async () => {
    const { said, charts, rows, findings, data } = await use(await open([...visits, odd]), 'find_unusual');
    expect(said).toBe('Nobelhart, €148.00 on 12 Jun: usually €22.00 to €58.00 there.');
    expect(data.count).toBe(1);
    expect(findings?.map(({ name, entries }) => [name, entries.map(({ amount }) => amount)])).toEqual([
      ['Nobelhart', [14_800]],
    ]);
    expect(rows).toEqual({ from: '2026-06-12', to: '2026-06-12', texts: ['nobelhart'] });
    const chart = charts?.[0] as UsualRangeChart;
    expect(chart).toMatchObject({
      kind: 'usual-range',
      title: 'Nobelhart',
      alt: said,
      currency: 'EUR',
      usual: { low: 2200, high: 5800 },
      unusual: { label: '12 Jun', value: 14_800 },
    });
    expect(chart.earlier.values.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 41 }, (_, index) => 2000 + index * 100),
    );
  });

  test('tells of three, the most severe first, and how many more there are', async () => {
    const more = ['Bistro', 'Grill'].map((name, index) => expense(name, `${700 + index}`, '2026-06-11'));
    const ledger = await open([...visits, odd, ...netflix, ...twice, ...more]);
    const { said, findings, data, charts } = await use(ledger, 'find_unusual');
    const lines = said.split('\n');
    expect(lines).toHaveLength(4);
    // 701 and 700 at stake, then 148 less the usual 40; two euros a month and 13.37 come last.
    expect(lines.slice(0, 3).map((line) => line.split(',')[0])).toEqual(['Grill', 'Bistro', 'Nobelhart']);
    expect(lines[0]).toContain('€701.00 on 11 Jun: your first time there; elsewhere usually');
    expect(lines[3]).toBe('… and 2 more');
    expect(data.findings).toHaveLength(5);
    expect((data.findings as string[]).slice(3)).toEqual([
      'Netflix, €15.99 monthly since 8 Jun: 14% more than before (€13.99).',
      'Kiosk, €13.37 on 10 Jun: twice the same amount that day; perhaps once too often.',
    ]);
    expect(findings).toHaveLength(5);
    expect(charts).toBeUndefined();
  });

  test('says calmly that nothing is unusual, and what was looked at', async () => {
    const ledger = await open(visits);
    const looked = visits.filter(({ date = '' }) => date >= '2026-05-17').length;
    expect((await use(ledger, 'find_unusual')).said).toBe(
      `Nothing unusual in the last 30 days: I looked at ${looked} entries.`,
    );
    expect((await use(ledger, 'find_unusual', { from: '2026-05-01', to: '2026-05-31', category: 'dining' })).said).toBe(
      `Nothing unusual last month for dining: I looked at ${visits.filter(({ date = '' }) => date.startsWith('2026-05')).length} entries.`,
    );
    expect((await use(ledger, 'find_unusual', { category: 'pets' })).said).toBe(
      'Nothing recorded on pets in the last 30 days.',
    );
  });

  test('looks at one category alone, and at other days than the latest', async () => {
    const ledger = await open([...visits, odd, ...netflix, ...twice]);
    expect((await use(ledger, 'find_unusual', { category: 'subscriptions' })).said).toMatch(/^Netflix, [^\n]*$/);
    expect((await use(ledger, 'find_unusual', { from: '2026-06-12', to: '2026-06-12' })).said).toMatch(/^Nobelhart/);
    expect((await use(ledger, 'find_unusual', { from: '2026-05-01', to: '2026-06-01' })).said).toMatch(
      /^Nothing unusual/,
    );
    expect((await use(ledger, 'find_unusual', { to: '2026-06-01' })).said).toMatch(/from 3 May to 1 Jun 2026/);
  });

  test('a young ledger hears what it would take', async () => {
    expect((await use(await open([]), 'find_unusual')).said).toBe('That takes 20 entries; so far there are none.');
    expect((await use(await open([odd]), 'find_unusual')).said).toBe('That takes 20 entries; so far there is 1.');
  });

  test.each([
    [{ from: '2026-06-02', to: '2026-06-01' }, /ends .* before it begins/],
    [{ from: '2026-02-30' }, /not a day/],
    [{ from: '2026-07-01' }, /before it begins/],
    [{ category: 'yachts' }, /no category "yachts"/],
  ])('%j is answered with a hint', async (args, sentence) => {
    expect(await faultOf(use(await open([odd]), 'find_unusual', args))).toMatch(sentence);
  });

  test('amounts without a rate are named apart', async () => {
    const ledger = await open([...visits, expense('Ramen', '12000', '2026-06-12', { currency: 'JPY' })]);
    expect((await use(ledger, 'find_unusual')).said.split('\n')).toEqual([
      expect.stringMatching(/^Nothing unusual/),
      'Not counted, because no rate is known: ¥12,000.',
    ]);
  });

  test('a merchant met years ago is no first time', async () => {
    const hotel = expense('Grand Hotel', '900', '2026-06-12');
    expect((await use(await open([...visits, hotel]), 'find_unusual')).said).toContain('your first time there');
    const long = expense('Grand Hotel', '850', '2022-03-01');
    expect((await use(await open([...visits, hotel, long]), 'find_unusual')).said).not.toContain('first time');
  });

  test('what was recorded without a name is called by its category, and a long note is cut', async () => {
    const unnamed = { kind: 'expense', amount: '990', date: '2026-06-12', category: 'dining' } as const;
    expect((await use(await open([...visits, unnamed]), 'find_unusual')).said).toMatch(
      /^dining, €990\.00 on 12 Jun: usually/,
    );
    const note = `dinner ${'with everybody '.repeat(10)}`;
    const { said, findings } = await use(await open([...visits, { ...unnamed, note }]), 'find_unusual');
    expect(said).toMatch(/^dinner with everybody with everybody wi…, €990/);
    expect(findings?.[0]?.name).toHaveLength(40);
  });

  test('another ledger of the same database has no part in it', async () => {
    const database = await openTestDatabase();
    const [mine, other] = [await openLedger(database), await openLedger(database)];
    for (let start = 0; start < 41; start += 20) await mine.record(visits.slice(start, start + 20));
    await other.record([odd, ...netflix, ...twice]);
    await other.record(Array.from({ length: 15 }, (_, n) => expense('Nobelhart', '148', addDays('2026-01-01', n * 9))));
    expect((await use(mine, 'find_unusual')).said).toMatch(/^Nothing unusual/);
    await mine.record([odd]);
    expect((await use(mine, 'find_unusual')).said).toBe(
      'Nobelhart, €148.00 on 12 Jun: usually €22.00 to €58.00 there.',
    );
    expect(JSON.stringify(await use(other, 'find_unusual'))).not.toContain('58.00');
  });

  test.each(languages.filter((language) => language !== 'en'))('speaks %s', async (language: Language) => {
    const ledger = await open([...visits, odd, ...netflix, ...twice]);
    const { said } = await use(ledger, 'find_unusual', {}, { language });
    const own: Record<string, string> = {
      de: 'Nobelhart, 148,00 € am 12. Juni: dort sonst 22,00 € bis 58,00 €.',
      es: 'Nobelhart, 148,00 € el 12 jun: lo habitual ahí es entre 22,00 € y 58,00 €.',
      fr: 'Nobelhart, 148,00 € le 12 juin : d’habitude là-bas, c’est entre 22,00 € et 58,00 €.',
      pt: 'Nobelhart, € 148,00 em 12 de jun.: o habitual ali é entre € 22,00 e € 58,00.',
    };
    const plain = said.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(plain.split('\n')[0]).toBe(own[language]);
    expect(plain.split('\n')).toHaveLength(3);
  });
});

test('a ledger with too many entries is judged in its newest part, and says so', async () => {
  const [sqlite] = databases;
  if (!sqlite) throw new Error('no database');
  const ledger = await openLedger(await sqlite.openTestDatabase());
  const many = Array.from({ length: 27 * 80 }, (_, n) => ({
    ...{ day: addDays('2026-05-20', Math.floor(n / 80)), category: 'dining', merchant: 'Nobelhart' },
    amount: 2000 + ((n * 37) % 4001),
  }));
  const large = { day: '2026-06-12', amount: 1_480_000, category: 'dining', merchant: 'Nobelhart' };
  await fillLedger(ledger, [...many, large]);
  const { said } = await use(ledger, 'find_unusual');
  expect(said).toMatch(/^Nobelhart, €14,800\.00 on 12 Jun: usually/);
  // 1,500 at most: eighteen whole days of 80, and the large one.
  expect(said.split('\n').at(-1)).toBe('I looked at the newest 1,441 entries, from 29 May 2026 on.');
});
