import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planGoal, planGoalRemoval, type WantedGoal } from '../../src/domain/goals.ts';
import { carryOut, redo, undo } from '../../src/domain/operation.ts';
import { InputError } from '../../src/errors.ts';
import { formatMoney } from '../../src/money.ts';
import { listGoals } from '../../src/store/goals.ts';
import { databases } from '../support/databases.ts';
import { accountOf, link, part } from './linking-people.ts';
import { openLedger, type TestLedger } from './open-ledger.ts';

const set = (ledger: TestLedger, wanted: WantedGoal) =>
  ledger.run(async (db) => carryOut(db, ledger.asker, (await planGoal(db, ledger.asker, wanted)).changes));
const remove = (ledger: TestLedger, name?: string) =>
  ledger.run(async (db) => carryOut(db, ledger.asker, (await planGoalRemoval(db, ledger.asker, name)).changes));
const goals = async ({ database, asker }: TestLedger) =>
  (await listGoals(database.client, asker.ledgerId)).map(
    ({ name, amount, startDay, byDay }) => `${name} ${formatMoney(amount, 'en')} ${startDay}..${byDay ?? ''}`,
  );
const on = (ledger: TestLedger, today: string): TestLedger => ({ ...ledger, asker: { ...ledger.asker, today } });

describe.each(databases)('goals on $name', ({ openTestDatabase }) => {
  const open = async () => openLedger(await openTestDatabase());

  test('are kept with the day they begin on and the day they are for', async () => {
    const ledger = await open();
    await set(ledger, { amount: '2000', by: '2026-12-31' });
    await set(ledger, { name: ' New  car ', amount: '150.50', currency: 'usd' });
    expect(await goals(ledger)).toEqual(['savings €2,000.00 2026-06-15..2026-12-31', 'New car $150.50 2026-06-15..']);
  });

  test('change by what is said, and keep the rest', async () => {
    const ledger = await open();
    await set(ledger, { name: 'car', amount: '2000', currency: 'USD', by: '2026-12-31' });
    const later = on(ledger, '2026-08-01');
    await set(later, { name: 'CAR', by: '2027-03-31' });
    expect(await goals(ledger)).toEqual(['car $2,000.00 2026-06-15..2027-03-31']);
    await set(later, { name: 'car', amount: '2500' });
    expect(await goals(ledger)).toEqual(['car €2,500.00 2026-06-15..2027-03-31']);
    // The only goal is meant where neither name nor amount is said.
    await set(later, { by: '2027-04-30' });
    expect(await goals(ledger)).toEqual(['car €2,500.00 2026-06-15..2027-04-30']);
  });

  test('go on with a later day once theirs has come, and begin anew with another amount', async () => {
    const ledger = await open();
    await set(ledger, { amount: '2000', by: '2026-06-30' });
    const july = on(ledger, '2026-07-01');
    await set(july, { by: '2026-07-31' });
    expect(await goals(ledger)).toEqual(['savings €2,000.00 2026-06-15..2026-07-31']);
    const august = on(ledger, '2026-08-01');
    await set(august, { amount: '900' });
    expect(await goals(ledger)).toEqual(['savings €900.00 2026-08-01..']);
  });

  test('are removed by name, or the only one without', async () => {
    const ledger = await open();
    await expect(remove(ledger)).rejects.toThrow('There are no goals.');
    await set(ledger, { name: 'car', amount: '1' });
    await set(ledger, { name: 'Sofá', amount: '2' });
    await expect(remove(ledger)).rejects.toThrow('Which goal?');
    await expect(remove(ledger, 'boat')).rejects.toThrow('There is no goal "boat".');
    await remove(ledger, 'SOFA');
    await remove(ledger);
    expect(await goals(ledger)).toEqual([]);
  });

  test.each<[WantedGoal, string]>([
    [{ name: 'car' }, 'How much is to be saved?'],
    [{ amount: '0' }, 'The amount is zero.'],
    [{ amount: '-5' }, '"-5" is not an amount above zero.'],
    [{ amount: '5', currency: 'XXX' }, '"XXX" is not a currency I know.'],
    [{ amount: '5', by: '2026-06-15' }, '2026-06-15 is not to come any more.'],
    [{ amount: '5', by: '2026-02-30' }, '"2026-02-30" is not a day of the calendar.'],
    [{ amount: '5', by: '2345-01-01' }, '2345-01-01 is too far away.'],
    [{ amount: '5', name: ' \u0000 ' }, 'That is no name for a goal.'],
    [{ amount: '5', name: 'x'.repeat(41) }, 'That is no name for a goal.'],
  ])('%o is refused', async (wanted, sentence) => {
    const ledger = await open();
    await expect(set(ledger, wanted)).rejects.toThrow(sentence);
    expect(await goals(ledger)).toEqual([]);
  });

  test('come back with an undo, and go again with a redo, whatever was done', async () => {
    const database = await openTestDatabase();
    const step = fc.record({
      name: fc.constantFrom('car', 'Car', 'sofa', undefined),
      amount: fc.option(fc.integer({ min: 1, max: 9999 }).map(String), { nil: undefined }),
      by: fc.constantFrom('2026-07-31', '2027-01-31', undefined),
      removes: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const ledger = await openLedger(database);
        const states = [await ledger.state()];
        for (const { removes, ...wanted } of steps) {
          try {
            await (removes ? remove(ledger, wanted.name) : set(ledger, wanted));
            states.push(await ledger.state());
          } catch (error) {
            if (!(error instanceof InputError)) throw error;
          }
        }
        for (const before of states.slice(0, -1).reverse()) {
          await ledger.run((db) => undo(db, ledger.asker));
          expect(await ledger.state()).toEqual(before);
        }
        for (const after of states.slice(1)) {
          await ledger.run((db) => redo(db, ledger.asker));
          expect(await ledger.state()).toEqual(after);
        }
      }),
      { numRuns: 8 },
    );
  });

  test('do not come back in the place of another of their name', async () => {
    const ledger = await open();
    await set(ledger, { name: 'car', amount: '1' });
    const removal = await remove(ledger, 'car');
    await set(ledger, { name: 'car', amount: '2' });
    await expect(ledger.run((db) => undo(db, ledger.asker, removal))).rejects.toThrow('That was changed again since.');
    expect(await goals(ledger)).toEqual(['car €2.00 2026-06-15..']);
  });

  test('of one ledger are nothing to another', async () => {
    const database = await openTestDatabase();
    const [ann, bob] = [await openLedger(database), await openLedger(database)];
    await set(ann, { name: 'car', amount: '1' });
    await set(bob, { name: 'car', amount: '2' });
    await expect(remove(bob, 'boat')).rejects.toMatchObject({ hint: 'There are: car.' });
    await remove(bob, 'car');
    expect([await goals(ann), await goals(bob)]).toEqual([['car €1.00 2026-06-15..'], []]);
  });

  test('come along when people link, where the kept ledger has none of the name, and are at home again after', async () => {
    const database = await openTestDatabase();
    const [ann, bob] = [await openLedger(database), await openLedger(database)];
    const account = await accountOf(bob);
    await set(ann, { name: 'car', amount: '1' });
    await set(bob, { name: 'CAR', amount: '2' });
    await set(on(bob, '2026-05-01'), { name: 'sofa', amount: '3', by: '2026-07-31' });
    expect(await link(ann, bob)).toMatchObject({ goals: 1 });
    expect(await goals(ann)).toEqual(['car €1.00 2026-06-15..', 'sofa €3.00 2026-05-01..2026-07-31']);
    const rows = await database.client.goal.findMany({ where: { ledgerId: ann.asker.ledgerId } });
    expect(rows.map(({ personId }) => personId)).toEqual([ann.asker.personId, ann.asker.personId]);
    await part(ann, account);
    expect(await goals(bob)).toEqual(['CAR €2.00 2026-06-15..', 'sofa €3.00 2026-05-01..2026-07-31']);
    expect(await goals(ann)).toHaveLength(2);
  });
});
