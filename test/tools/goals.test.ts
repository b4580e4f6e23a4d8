import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/language.ts';
import { openLedger, type TestLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { faultOf, preview, use } from './use-tool.ts';

/** Spaces of any width are spaces to a reader. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ');

function at(ledger: TestLedger, today: string): TestLedger {
  return { ...ledger, asker: { ...ledger.asker, today, now: Temporal.Instant.from(`${today}T10:00:00Z`) } };
}

/** Each month on the 25th: 2,000.00 in, and `spent` out. */
const months = (first: string, count: number, spent: string) =>
  Array.from({ length: count }, (_, index) => {
    const date = Temporal.PlainDate.from(first).add({ months: index }).toString();
    return [
      { kind: 'income', amount: '2000', date, note: 'pay' } as const,
      { kind: 'expense', amount: spent, date, note: 'living' } as const,
    ];
  }).flat();

describe.each(databases)('goals on $name', ({ openTestDatabase }) => {
  const open = async (options = {}) =>
    openLedger(await openTestDatabase(), { now: '2026-01-01T10:00:00Z', ...options });
  const list = async (ledger: TestLedger, args = {}) => (await use(ledger, 'goals', { action: 'list', ...args })).said;

  test('tell where they stand: 250.00 a month since January', async () => {
    const ledger = await open();
    await use(ledger, 'goals', { action: 'set', amount: '2900', by: '2026-12-31' });
    await use(ledger, 'goals', { action: 'set', name: 'car', amount: '5000', by: '2026-12-31' });
    await use(ledger, 'goals', { action: 'set', name: 'boat', amount: '1500' });
    await ledger.record(months('2026-01-25', 6, '1750'));
    // 1,400.00 are missing on 30 June, at 250.00 in 30.44 days: 171 days. 184 days are left: 231.60 a month, rounded up.
    const needed = Math.ceil((140_000 * 30.436875) / 184) / 100;
    const forCar = Math.ceil((350_000 * 30.436875) / 184) / 100;
    expect((await list(at(ledger, '2026-06-30'))).split('\n')).toEqual([
      `Savings: €1,500.00 of €2,900.00 saved since 1 Jan 2026 (52%). On course: at your present €250.00 a month you get there on 18 Dec 2026. It takes €${needed.toFixed(2)} a month until 31 Dec 2026.`,
      // 3,500.00 at 250.00 a month: 427 days.
      `Car: €1,500.00 of €5,000.00 saved since 1 Jan 2026 (30%). Behind: at your present €250.00 a month you get there on 31 Aug 2027. It takes €${forCar.toFixed(2)} a month until 31 Dec 2026.`,
      'Boat: reached! €1,500.00 saved since 1 Jan 2026; the goal was €1,500.00.',
      `Together they take €${(needed + forCar).toFixed(2)} a month; what you save counts for each of them.`,
    ]);
    expect(await list(at(ledger, '2026-06-30'), { name: 'BOAT' })).toMatch(/^Boat: reached!.*\.$/);
  });

  test('tell of their last weeks, and of a day that has come', async () => {
    const ledger = await open();
    await use(ledger, 'goals', { action: 'set', amount: '2900', by: '2026-07-10' });
    await ledger.record(months('2026-01-25', 6, '1750'));
    expect(await list(at(ledger, '2026-06-30'))).toContain('It takes €1,400.00 more within 10 days.');
    expect(await list(at(ledger, '2026-07-09'))).toContain('It takes €1,400.00 more within 1 day.');
    expect(await list(at(ledger, '2026-07-10'))).toBe(
      'Savings: 10 Jul 2026 has come with €1,500.00 of €2,900.00; €1,400.00 is missing. Name a later day to go on.',
    );
  });

  test('tell it when nothing is left over, or when more went out than came in', async () => {
    const ledger = await open();
    await use(ledger, 'goals', { action: 'set', amount: '100' });
    await ledger.record(months('2026-01-25', 3, '2010'));
    expect(await list(at(ledger, '2026-03-31'))).toBe(
      'Savings: since 1 Jan 2026, €30.00 more went out than came in; the goal is €100.00. At present nothing is left over at the end of a month.',
    );
    await use(ledger, 'goals', { action: 'set', by: '2026-04-01' });
    expect(await list(at(ledger, '2026-04-02'))).toBe(
      'Savings: since 1 Jan 2026, €30.00 more went out than came in; the goal is €100.00.',
    );
  });

  test('that are young say when there is more to tell, and what is usual', async () => {
    const ledger = await open();
    await ledger.record(months('2025-08-25', 4, '1900'));
    await ledger.record(months('2025-12-25', 1, '1600'));
    // 100.00 in the median month; August began late, and December, with its 400.00, is one of four.
    const set = await use(ledger, 'goals', { action: 'set', amount: '1000', by: '2026-06-30' });
    const needed = Math.ceil((100_000 * 30.436875) / 180) / 100;
    expect(set.said).toBe(
      `Goal set: save €1,000.00 by 30 Jun 2026. It takes €${needed.toFixed(2)} a month. In a usual month €100.00 is left over.`,
    );
    expect((await list(at(ledger, '2026-01-03'))).split('\n')).toEqual([
      expect.stringMatching(
        /^Savings: €0\.00 of €1,000\.00 saved since 1 Jan 2026 \(0%\)\. In 11 days I can say how it is going\. /,
      ),
      'In a usual month €100.00 is left over.',
    ]);
  });

  test('in another currency count at the rate of the day, and without one say so', async () => {
    const ledger = await open();
    await use(ledger, 'goals', { action: 'set', name: 'trip', amount: '1000', currency: 'USD' });
    await ledger.record(months('2026-01-25', 2, '1770'));
    await ledger.record([{ kind: 'expense', amount: '12000', currency: 'JPY', date: '2026-02-01', note: 'ramen' }]);
    const march = at(ledger, '2026-03-01');
    expect((await list(march)).split('\n')).toEqual([
      'Trip: $1,000.00. I know no rate into EUR yet, so I can’t say how far you are.',
      'Not counted, because no rate is known: ¥12,000.',
    ]);
    await use(march, 'set_rate', { base: 'USD', quote: 'EUR', rate: '0.92' });
    expect(await list(march)).toContain('Trip: €460.00 of $1,000.00 (€920.00) saved since 1 Jan 2026 (50%).');
  });

  test('say what was set, changed, removed, undone and redone', async () => {
    const ledger = await open();
    expect(await list(ledger)).toBe('No goals yet. Write “save 2000 by June” to set one.');
    const args = { action: 'set', name: 'car', amount: '2000', by: '2026-06-30' };
    expect((await preview(ledger, 'goals', args)).said).toBe(
      'Shall I set the goal to save €2,000.00 for “car” by 30 Jun 2026?',
    );
    expect((await use(ledger, 'goals', args)).said).toMatch(/^Goal set: save €2,000\.00 for “car” by 30 Jun 2026\./);
    expect((await preview(ledger, 'goals', { action: 'remove' })).said).toBe('Shall I remove the goal “car”?');
    expect((await use(ledger, 'goals', { action: 'remove' })).said).toBe('The goal “car” is removed.');
    expect((await use(ledger, 'undo')).said).toBe('Undone: the goal “car”');
    expect(await list(ledger)).toMatch(/^Car: €0\.00 of €2,000\.00/);
    expect((await use(ledger, 'redo')).said).toBe('Done again: the goal “car”');
    expect(await list(ledger)).toMatch(/^No goals yet/);
    expect(await faultOf(use(ledger, 'goals', { action: 'remove', name: 'boat' }))).toBe(
      'There are no goals. | Write "save 2000 by June" to set one.',
    );
  });

  test('without a name are the same one in every language', async () => {
    const ledger = await open();
    for (const [index, name] of ['Savings', 'ahorro', 'SPAREN', 'épargne', 'economias'].entries()) {
      const language = languages[index] ?? 'en';
      await use(ledger, 'goals', { action: 'set', name, amount: '100' }, { language });
      expect(plain((await use(ledger, 'goals', { action: 'remove', name }, { language })).said)).not.toMatch(/[“«„]/);
    }
  });

  test('of others are never shown, and an export holds entries alone', async () => {
    const database = await openTestDatabase();
    const [ann, bob] = [await openLedger(database), await openLedger(database)];
    await use(ann, 'goals', { action: 'set', name: 'secret yacht', amount: '77777' });
    await ann.record([{ kind: 'income', amount: '66666', note: 'pay' }]);
    await use(bob, 'goals', { action: 'set', name: 'sofa', amount: '500' });
    for (const args of [{}, { name: 'sofa' }]) {
      expect(JSON.stringify(await use(bob, 'goals', { action: 'list', ...args }))).not.toMatch(/yacht|7,?7|6,?6/);
    }
    expect(await faultOf(use(bob, 'goals', { action: 'list', name: 'secret yacht' }))).toBe(
      'There is no goal "secret yacht". | There are: sofa.',
    );
    const { files } = await use(ann, 'export_entries', { format: 'json' });
    expect(files?.[0]?.text).not.toContain('yacht');
  });

  test('are for a viewer to see, not to change', async () => {
    const ledger = await open();
    await use(ledger, 'goals', { action: 'set', amount: '100' });
    const viewer = { asker: { ...ledger.asker, role: 'viewer' as const } };
    for (const args of [{ action: 'set', amount: '200' }, { action: 'remove' }]) {
      expect(await faultOf(use(ledger, 'goals', args, viewer))).toMatch(/^You can look at this ledger, not change it/);
    }
    expect((await use(ledger, 'goals', { action: 'list' }, viewer)).said).toContain('€100.00');
  });
});
