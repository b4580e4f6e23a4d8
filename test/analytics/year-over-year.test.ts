import { describe, expect, test } from 'vitest';
import { yearOverYear } from '../../src/analytics/year-over-year.ts';
import { openLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { faultOf } from '../tools/use-tool.ts';
import { earned, makeFacts, recordFacts, spent, yen } from './facts.ts';

describe.each(databases)('year over year on $name', ({ openTestDatabase }) => {
  const open = async (now = '2026-11-21T10:00:00Z') => openLedger(await openTestDatabase(), { now });

  test('the same days of both years, by category and month', async () => {
    const ledger = await open();
    const facts = makeFacts({ from: '2024-11-20', to: '2026-11-25' }, 2);
    await recordFacts(ledger, facts);
    const [now, before] = [
      { from: '2026-01-01', to: '2026-11-21' },
      { from: '2025-01-01', to: '2025-11-21' },
    ];
    const found = await yearOverYear(ledger.database.client, ledger.asker, {});
    if (!found?.known) throw new Error('both years are known');
    expect(found).toMatchObject({ now, before, isComplete: false, isCut: false });
    expect([found.changes.after, found.changes.before]).toEqual([spent(facts, now), spent(facts, before)]);
    for (const row of found.changes.rows) {
      const own = ({ category }: { category: string }) => category === row.name;
      expect([row.after, row.before]).toEqual([spent(facts, now, own), spent(facts, before, own)]);
    }
    expect(found.income).toEqual({ now: earned(facts, now), before: earned(facts, before) });
    expect(found.uncounted.map(({ minor }) => minor)).toEqual([yen(facts, now) + yen(facts, before)]);
    expect(found.months[2]).toEqual({
      month: '2026-03-01',
      now: spent(facts, { from: '2026-03-01', to: '2026-03-31' }),
      before: spent(facts, { from: '2025-03-01', to: '2025-03-31' }),
    });
    // The running month up to today beside all of the one a year before; the next has not begun.
    expect(found.months[10]?.now).toBe(spent(facts, { from: '2026-11-01', to: '2026-11-21' }));
    expect(found.months[10]?.before).toBe(spent(facts, { from: '2025-11-01', to: '2025-11-30' }));
    expect(found.months[11]?.now).toBeNull();
    const whole = found.months.slice(0, 10);
    expect(found.wholeMonths).toBe(10);
    expect(found.dearerMonths).toBe(whole.filter((pair) => (pair.now ?? 0) > (pair.before ?? 0)).length);

    const past = await yearOverYear(ledger.database.client, ledger.asker, { year: 2025, category: 'dining' });
    // The ledger's first whole month is December 2024.
    expect(past).toMatchObject({
      known: true,
      category: 'dining',
      isComplete: true,
      isCut: true,
      now: { from: '2025-12-01', to: '2025-12-31' },
      before: { from: '2024-12-01', to: '2024-12-31' },
      income: null,
    });
    const december = { from: '2025-12-01', to: '2025-12-31' };
    expect(past?.known && past.changes.after).toBe(spent(facts, december, ({ category }) => category === 'dining'));
  });

  test('29 February stands beside the 28th', async () => {
    const ledger = await open('2024-02-29T10:00:00Z');
    const on = (date: string, amount: string) => ({ kind: 'expense' as const, amount, category: 'pets', date });
    await ledger.record([on('2022-05-01', '1'), on('2023-02-28', '3'), on('2023-03-01', '70'), on('2024-02-29', '4')]);
    const found = await yearOverYear(ledger.database.client, ledger.asker, {});
    expect(found?.known && [found.changes.before, found.changes.after]).toEqual([300, 400]);
  });

  test('without an earlier year, with none at all, with one to come', async () => {
    const ledger = await open();
    const ask = (more = {}) => yearOverYear(ledger.database.client, ledger.asker, more);
    expect(await ask()).toBeNull();
    await ledger.record([{ kind: 'expense', amount: '5', category: 'pets', date: '2026-01-10' }]);
    expect(await ask()).toEqual({ known: false, firstDay: '2026-01-10', since: '2027-02-01' });
    expect(await faultOf(ask({ year: 2027 }))).toBe('2027 has not begun. | Ask for a year up to 2026.');
    expect(await faultOf(ask({ category: 'yachts' }))).toMatch(/no category "yachts"/);
    // Begun on the third, January is known as a whole.
    await ledger.record([{ kind: 'expense', amount: '5', category: 'pets', date: '2025-01-03' }]);
    expect(await ask()).toMatchObject({ known: true, isCut: false });
  });
});
