import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/period.ts';
import { openLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { ordinaryMonths } from './ordinary-months.ts';
import { faultOf, use } from './use-tool.ts';

describe.each(databases)('what_if on $name', ({ openTestDatabase }) => {
  const open = async () => openLedger(await openTestDatabase(), { now: '2026-06-15T10:00:00Z' });
  const household = async () => {
    const ledger = await open();
    await ledger.record(ordinaryMonths);
    return ledger;
  };

  test('tells what a share less, an amount more, or a new amount comes to', async () => {
    const ledger = await household();
    const said = async (args: object) => (await use(ledger, 'what_if', { category: 'groceries', ...args })).said;
    // 310.00 is the median of 300, 320, 310, 290 and 330; the middle half lies between 300 and 320.
    expect(await said({ percent: -20 })).toBe(
      'Groceries: €248.00 instead of €310.00 in a typical month. That saves €62.00 a month, €744.00 a year. Half of the months lie between €300.00 and €320.00.',
    );
    expect(await said({ amount: '40' })).toContain(
      '€350.00 instead of €310.00 in a typical month. That costs €40.00 more a month, €480.00 a year.',
    );
    expect(await said({ amount: '-40.50' })).toContain('€269.50 instead of €310.00');
    expect(await said({ amount: '=200' })).toContain('€200.00 instead of €310.00');
    // Nobody saves more than there is.
    expect(await said({ amount: '-9999' })).toContain(
      '€0.00 instead of €310.00 in a typical month. That saves €310.00 a month, €3,720.00 a year.',
    );
    expect(await said({ percent: 0 })).toBe('Groceries: €310.00. That changes nothing.');
  });

  test('knows what recurs, and takes all categories as one', async () => {
    const ledger = await household();
    expect((await use(ledger, 'what_if', { category: 'housing', amount: '=500' })).said).toBe(
      'Housing: €500.00 instead of €800.00 in a typical month. That saves €300.00 a month, €3,600.00 a year. €800.00 of it recurs; to get below that, one of these charges has to end.',
    );
    // The months less the rent: 400, 440, 420, 380, 460.
    expect((await use(ledger, 'what_if', { category: 'total', percent: -10 })).said).toContain(
      'All spending: €1,098.00 instead of €1,220.00 in a typical month. That saves €122.00 a month, €1,464.00 a year.',
    );
  });

  test('moves the day of a goal, at the usual pace while the goal is young', async () => {
    const ledger = await household();
    await use(ledger, 'goals', { action: 'set', name: 'car', amount: '3000' });
    // 2,000.00 less 1,200 to 1,260: 800, 760, 780, 820, 740; their median is 780.00.
    const day = (pace: number) => addDays('2026-06-15', Math.ceil((300_000 / pace) * 30.436875));
    const dated = (iso: string) =>
      new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(
        new Date(`${iso}T12:00Z`),
      );
    const { said } = await use(ledger, 'what_if', { category: 'groceries', percent: -20, goal: 'car' });
    expect(said).toContain(`\nCar: on ${dated(day(84_200))} instead of ${dated(day(78_000))}.`);
    const dearer = await use(ledger, 'what_if', { category: 'groceries', amount: '780' });
    expect(dearer.said).toContain('\nCar: not reached that way.');
    expect(await faultOf(use(ledger, 'what_if', { category: 'dining', percent: 1, goal: 'yacht' }))).toMatch(
      /^There is no goal "yacht"/,
    );
  });

  test('says what it would need', async () => {
    const ledger = await open();
    expect((await use(ledger, 'what_if', { category: 'dining', percent: -10 })).said).toMatch(
      /^There are no entries yet\./,
    );
    await ledger.record(ordinaryMonths.slice(-1));
    expect((await use(ledger, 'what_if', { category: 'dining', percent: -10 })).said).toBe(
      'That takes 2 whole months; so far there are none.',
    );
    expect(await faultOf(use(ledger, 'what_if', { category: 'dining' }))).toBe(
      'How much less, or more? | Say a share or an amount: "20% less", "50 less a month".',
    );
    expect(await faultOf(use(ledger, 'what_if', { category: 'yachts', percent: 1 }))).toMatch(
      /^There is no category "yachts"/,
    );
    expect(await faultOf(use(ledger, 'what_if', { category: 'salary', percent: 1 }))).toMatch(/^salary is income/);
    expect(await faultOf(use(ledger, 'what_if', { category: 'dining', amount: 'lots' }))).toMatch(
      /^"lots" is not an amount/,
    );
  });

  test('of a category without spending has nothing to take from', async () => {
    const ledger = await household();
    expect((await use(ledger, 'what_if', { category: 'pets', percent: 50 })).said).toBe(
      'Pets: €0.00. That changes nothing.',
    );
    expect((await use(ledger, 'what_if', { category: 'pets', amount: '30' })).said).toContain(
      '€30.00 instead of €0.00',
    );
  });

  test('knows nothing of another ledger', async () => {
    const database = await openTestDatabase();
    const [ann, bob] = [await openLedger(database), await openLedger(database)];
    await ann.record(ordinaryMonths);
    await use(ann, 'goals', { action: 'set', name: 'car', amount: '3000' });
    expect((await use(bob, 'what_if', { category: 'groceries', percent: -20 })).said).toMatch(
      /^There are no entries yet/,
    );
    expect(await faultOf(use(bob, 'what_if', { category: 'groceries', percent: -20, goal: 'car' }))).toMatch(
      /^There are no goals/,
    );
  });
});
