import { describe, expect, test } from 'vitest';
import { MOST_WATCHES } from '../../src/domain/watches.ts';
import { databases } from '../support/databases.ts';
import { type Args, faultOf, use } from '../tools/use-tool.ts';
import { openLedger } from './open-ledger.ts';

/** It is Monday, 15 June 2026 there. */
describe.each(databases)('own thresholds on $name', ({ openTestDatabase }) => {
  const open = async () => {
    const ledger = await openLedger(await openTestDatabase());
    return {
      ...ledger,
      watch: (args: Args) => use(ledger, 'watch_spending', args),
      async listed() {
        return (await use(ledger, 'watch_spending', { action: 'list' })).said.split('\n').slice(1);
      },
      record: (entry: Args) =>
        use(ledger, 'record_entries', { entries: [{ kind: 'expense', category: 'shopping', ...entry }] }),
      ledger,
    };
  };

  test('are kept once, listed with numbers, and removed by number or by what they are about', async () => {
    const { watch, listed, ledger } = await open();
    expect((await watch({ action: 'list' })).said).toMatch(/^You have set no thresholds/);
    expect((await watch({ action: 'add', amount: '50', merchant: 'Zara' })).said).toBe(
      'I will tell you when you spend more than €50.00 in one go at Zara.',
    );
    expect((await watch({ action: 'add', amount: '50.00', merchant: 'ZARA', per: 'entry' })).said).toBe(
      'I already tell you when you spend more than €50.00 in one go at Zara.',
    );
    await watch({ action: 'add', amount: '300', per: 'week', category: 'Restaurants' });
    await watch({ action: 'add', amount: '100' });
    expect(await listed()).toEqual([
      '1. more than €50.00 in one go at Zara',
      '2. more than €300.00 a week on dining',
      '3. more than €100.00 in one go',
    ]);
    await watch({ action: 'remove', number: 3 });
    await watch({ action: 'remove', merchant: 'zara' });
    expect(await listed()).toEqual(['1. more than €300.00 a week on dining']);
    await use(ledger, 'undo');
    expect(await listed()).toHaveLength(2);
    expect(await faultOf(watch({ action: 'remove', number: 9 }))).toMatch(/^There is no such threshold\./);
    await watch({ action: 'add', amount: '70', merchant: 'Zara' });
    expect(await faultOf(watch({ action: 'remove', merchant: 'zara' }))).toMatch(/^Several thresholds fit that\./);
    expect(await faultOf(watch({ action: 'add', amount: '10', category: 'unicorns' }))).toMatch(
      /^There is no category "unicorns"\./,
    );
    expect(await faultOf(watch({ action: 'add', amount: '10', currency: 'USD' }))).toMatch(
      /^I know no rate from USD to EUR\./,
    );
    expect(await faultOf(watch({ action: 'add' }))).toMatch(/^From which amount on\?/);
  });

  test('are nobody else’s, and a person has only so many', async () => {
    const database = await openTestDatabase();
    const [ann, bob] = [await openLedger(database), await openLedger(database)];
    await use(ann, 'watch_spending', { action: 'add', amount: '100' });
    expect((await use(bob, 'watch_spending', { action: 'list' })).said).toMatch(/^You have set no thresholds/);
    expect(await faultOf(use(bob, 'watch_spending', { action: 'remove', number: 1 }))).toMatch(
      /^There is no threshold/,
    );
    const said = await use(bob, 'record_entries', { entries: [{ kind: 'expense', amount: '500', note: 'sofa' }] });
    expect(said.said).not.toContain('€100.00');
    const { asker } = bob;
    const rows = Array.from({ length: MOST_WATCHES }, (_, index) => ({
      ...{ id: `w-${asker.personId}-${index}`.slice(-36), personId: asker.personId, ledgerId: asker.ledgerId },
      ...{ amountMinor: BigInt(1000 + index), currency: 'EUR', per: 'entry', createdAt: new Date(0) },
    }));
    await database.client.watch.createMany({ data: rows });
    expect(await faultOf(use(bob, 'watch_spending', { action: 'add', amount: '7' }))).toMatch(
      /^You have 50 thresholds, the most that one person can have\./,
    );
  });

  test('follow a category that is merged, and come back with an undo', async () => {
    const { watch, listed, ledger } = await open();
    await watch({ action: 'add', amount: '80', per: 'month', category: 'dining' });
    await watch({ action: 'add', amount: '90', per: 'month', category: 'dining' });
    await watch({ action: 'add', amount: '90', per: 'month', category: 'groceries' });
    await use(ledger, 'manage_category', { action: 'merge', category: 'dining', to: 'groceries' });
    expect(await listed()).toEqual([
      '1. more than €80.00 a month on groceries',
      '2. more than €90.00 a month on groceries',
    ]);
    await use(ledger, 'undo');
    expect(await listed()).toEqual([
      '1. more than €80.00 a month on dining',
      '2. more than €90.00 a month on dining',
      '3. more than €90.00 a month on groceries',
    ]);
  });

  test('of a category that is gone are said once among the alerts, and are no more', async () => {
    const { watch, listed, ledger } = await open();
    await use(ledger, 'manage_category', { action: 'add', category: 'hobbies' });
    await watch({ action: 'add', amount: '80', category: 'hobbies' });
    await ledger.database.client.category.deleteMany({ where: { name: 'hobbies' } });
    const gone = /No longer watched, since the category is gone: more than €80\.00 in one go\./;
    expect((await use(ledger, 'alerts', { action: 'list' })).said).toMatch(gone);
    expect((await use(ledger, 'alerts', { action: 'list' })).said).not.toMatch(gone);
    expect(await listed()).toEqual([]);
  });

  test('are told in the reply that passes them, once, by the value at home', async () => {
    const { watch, record, ledger } = await open();
    await use(ledger, 'set_rate', { base: 'USD', quote: 'EUR', rate: '0.5' });
    await watch({ action: 'add', amount: '50', merchant: 'Zara' });
    await watch({ action: 'add', amount: '100', per: 'week', category: 'shopping' });
    const one = 'That is more than €50.00 in one go at Zara.';
    const week = (amount: string) => `Shopping this week: ${amount} in all, above your threshold of €100.00.`;
    expect((await record({ amount: '50', merchant: 'Zara' })).said).not.toContain('threshold');
    // 90 dollars are 45 euros.
    const dollars = (await record({ amount: '90', currency: 'USD', merchant: 'Zara Home' })).said;
    expect(dollars).not.toContain(one);
    expect(dollars).not.toContain('threshold');
    const third = (await record({ amount: '104', currency: 'USD', merchant: 'Zara' })).said;
    expect(third).toContain(one);
    expect(third).toContain(week('€147.00'));
    expect((await record({ amount: '1', note: 'pin' })).said).not.toContain('threshold');
    // Of last week nothing was spent before.
    expect((await record({ amount: '101', note: 'coat', date: '2026-06-13' })).said).toContain('above your threshold');
    expect((await record({ amount: '200', kind: 'income', category: 'salary' })).said).not.toContain('threshold');
    const notices = await ledger.database.client.notice.findMany({ where: { personId: ledger.asker.personId } });
    expect(notices.map(({ rule, state, reason }) => `${rule} ${state} ${reason}`)).toEqual([
      'watched told at-once',
      'watched told at-once',
      'watched told at-once',
    ]);
  });

  test('what is over already when one is set is said then', async () => {
    const { watch, record } = await open();
    await record({ amount: '120', note: 'coat' });
    expect((await watch({ action: 'add', amount: '100', per: 'month', category: 'shopping' })).said).toBe(
      'I will tell you when you spend more than €100.00 a month on shopping. So far this month: €120.00.',
    );
    expect((await record({ amount: '5', note: 'pin' })).said).not.toContain('threshold');
  });
});
