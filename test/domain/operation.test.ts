import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { budgetStates, planBudget, planBudgetRemoval } from '../../src/domain/budgets.ts';
import { planMerge, planNewCategory, planRename } from '../../src/domain/categories.ts';
import { deleteEntries, findEntry, recordEntries, updateEntry, viewEntries } from '../../src/domain/entries.ts';
import { carryOut, redo, undo } from '../../src/domain/operation.ts';
import type { PlannedChange } from '../../src/domain/planned-change.ts';
import { planPreferences } from '../../src/domain/preferences.ts';
import { InputError } from '../../src/errors.ts';
import { listCategories } from '../../src/store/categories.ts';
import type { Database, Queries } from '../../src/store/database.ts';
import { listEntries } from '../../src/store/entries.ts';
import { databases } from '../support/databases.ts';
import { openLedger, type TestLedger } from './open-ledger.ts';

/** Something a person does. Numbers choose among what there is, so that any sequence makes sense. */
type Action = {
  readonly kind: 'record' | 'update' | 'delete' | 'budget' | 'unbudget' | 'add' | 'rename' | 'merge' | 'preferences';
  readonly a: number;
  readonly b: number;
};

const actions = fc.array(
  fc.record({
    kind: fc.constantFrom<Action['kind']>(
      'record',
      'record',
      'record',
      'update',
      'update',
      'delete',
      'budget',
      'budget',
      'unbudget',
      'add',
      'rename',
      'merge',
      'preferences',
    ),
    a: fc.nat(50),
    b: fc.nat(50),
  }),
  { minLength: 1, maxLength: 14 },
);

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const names = ['Lidl', 'Joe’s', 'Müller', 'café', '🍕🍕', 'a;b'];
const periods = ['weekly', 'monthly', 'yearly'] as const;

/** Does it, and gives the operation's id; null where it was refused. */
async function act(ledger: TestLedger, { kind, a, b }: Action): Promise<string | null> {
  const { asker } = ledger;
  return await ledger.run(async (db) => {
    try {
      const categories = await listCategories(db, asker.ledgerId);
      const spending = categories.filter((each) => each.kind === 'expense');
      const carry = (changes: PlannedChange[]) => carryOut(db, asker, changes);
      switch (kind) {
        case 'record': {
          const entries = Array.from({ length: 1 + (b % 3) }, (_, index) => ({
            kind: pick(['expense', 'income', 'refund'] as const, a + index),
            amount: `${a + 1}.5`,
            currency: pick(['EUR', 'USD'], b),
            ...(a % 2 ? { merchant: pick(names, a) } : { note: pick(names, b) }),
          }));
          return (await recordEntries(db, asker, entries, '')).operationId;
        }
        case 'update': {
          const entry = pick(await listEntries(db, asker.ledgerId, {}), a);
          if (!entry) return null;
          const changes = pick(
            [
              { amount: `${b + 1}` },
              { category: pick(spending, b).name },
              { merchant: pick(names, b), category: pick(spending, a + b).name },
              { date: `2026-0${1 + (b % 9)}-11`, note: '' },
            ],
            b,
          );
          return (await updateEntry(db, asker, entry, changes)).operationId;
        }
        case 'delete': {
          const entries = (await listEntries(db, asker.ledgerId, {})).slice(0, 1 + (b % 2));
          return entries.length === 0 ? null : (await deleteEntries(db, asker, entries)).operationId;
        }
        case 'budget': {
          const category = a % 4 === 0 ? 'total' : pick(spending, a).name;
          const wanted = { category, amount: `${b + 1}`, period: pick(periods, b) };
          return await carry((await planBudget(db, asker, wanted)).changes);
        }
        case 'unbudget': {
          const state = pick(await budgetStates(db, asker), a);
          return state ? await carry((await planBudgetRemoval(db, asker, state.name)).changes) : null;
        }
        case 'add':
          return await carry(await planNewCategory(db, asker, `own ${b}`, 'expense'));
        case 'rename':
          return await carry(await planRename(db, asker, pick(categories, a), `name ${b}`));
        case 'merge':
          return await carry(await planMerge(db, asker, pick(categories, a), pick(categories, b)));
        case 'preferences': {
          const changes = pick([{ currency: 'USD' }, { timezone: 'Asia/Tokyo' }, { firstDayOfWeek: 7 }], b);
          return await carry(await planPreferences(db, asker, changes));
        }
      }
    } catch (error) {
      if (error instanceof InputError) return null;
      throw error;
    }
  });
}

describe('any sequence of changes', () => {
  let database: Database;
  beforeAll(async () => {
    database = await (databases[0] as (typeof databases)[number]).openTestDatabase();
  });

  test('is taken back by as many undos, step by step, and put again by as many redos', async () => {
    await fc.assert(
      fc.asyncProperty(actions, async (sequence) => {
        const ledger = await openLedger(database);
        const { asker, run } = ledger;
        const states = [await ledger.state()];
        for (const action of sequence) {
          if ((await act(ledger, action)) !== null) states.push(await ledger.state());
        }
        for (let step = states.length - 2; step >= 0; step--) {
          await run((db) => undo(db, asker));
          expect(await ledger.state()).toEqual(states[step]);
        }
        await expect(run((db) => undo(db, asker))).rejects.toThrow('There is nothing to undo.');
        for (let step = 1; step < states.length; step++) {
          await run((db) => redo(db, asker));
          expect(await ledger.state()).toEqual(states[step]);
        }
        await expect(run((db) => redo(db, asker))).rejects.toThrow('There is nothing to redo.');
      }),
      { numRuns: 20 },
    );
  });

  test('undone and redone in any order, each wholly or not at all, leaves a ledger that is whole', async () => {
    const presses = fc.array(fc.record({ which: fc.nat(20), back: fc.boolean() }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(actions, presses, async (sequence, pressed) => {
        const ledger = await openLedger(database);
        const { asker } = ledger;
        const operations: string[] = [];
        for (const action of sequence) {
          const operation = await act(ledger, action);
          if (operation) operations.push(operation);
        }
        for (const { which, back } of operations.length > 0 ? pressed : []) {
          const before = await ledger.state();
          // As in a turn, the refusal does not end the transaction.
          const refused = await ledger.run(async (db) => {
            try {
              await (back ? undo : redo)(db, asker, pick(operations, which));
              return false;
            } catch (error) {
              if (!(error instanceof InputError)) throw error;
              return true;
            }
          });
          if (refused) expect(await ledger.state()).toEqual(before);
          await expectWhole(ledger);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('of one ledger never touches another', async () => {
    await fc.assert(
      fc.asyncProperty(actions, async (sequence) => {
        const [mine, other] = [await openLedger(database), await openLedger(database)];
        for (const action of sequence.slice(0, 3)) await act(other, action);
        const before = await other.state();
        for (const action of sequence) await act(mine, action);
        await mine.run((db) => undo(db, mine.asker)).catch(() => {});
        expect(await other.state()).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });
});

/** Every standing entry and budget has its category, and no two categories share a name. */
async function expectWhole({ database, asker }: TestLedger): Promise<void> {
  const db: Queries = database.client;
  const categories = await listCategories(db, asker.ledgerId);
  expect(new Set(categories.map((each) => each.nameKey)).size).toBe(categories.length);
  const views = await viewEntries(db, asker.ledgerId, await listEntries(db, asker.ledgerId, {}));
  expect(views.filter((view) => view.category === '')).toEqual([]);
  const scopes = (await db.budget.findMany({ where: { ledgerId: asker.ledgerId } })).map((budget) => budget.scope);
  expect(scopes.filter((scope) => scope !== 'total' && !categories.some((each) => each.id === scope))).toEqual([]);
}

describe.each(databases)('undo and redo on $name', ({ openTestDatabase }) => {
  const open = async () => openLedger(await openTestDatabase());
  const expense = (amount: string, note: string) => ({ kind: 'expense', amount, note }) as const;
  const notes = async (ledger: TestLedger) =>
    (await listEntries(ledger.database.client, ledger.asker.ledgerId, {}, 'oldest')).map(({ note }) => note);

  test('what is new ends what could be redone', async () => {
    const ledger = await open();
    const { asker, run } = ledger;
    await ledger.record([expense('1', 'a')]);
    await ledger.record([expense('2', 'b')]);
    await run((db) => undo(db, asker));
    await ledger.record([expense('3', 'c')]);
    await expect(run((db) => redo(db, asker))).rejects.toThrow('There is nothing to redo.');
    await run((db) => undo(db, asker));
    await run((db) => undo(db, asker));
    expect(await notes(ledger)).toEqual([]);
  });

  test('an operation that was built upon is refused whole, also when some of its records were not', async () => {
    const ledger = await open();
    const { asker, run } = ledger;
    const { operationId, recorded } = await ledger.record([expense('1', 'a'), expense('2', 'b'), expense('3', 'c')]);
    const changed = await run(async (db) =>
      updateEntry(db, asker, await findEntry(db, asker, recorded[0]?.id ?? ''), { amount: '9' }),
    );
    const before = await ledger.state();
    const refusal = await run((db) => undo(db, asker, operationId).catch((error: Error) => error.message));
    expect(refusal).toBe('That was changed again since.');
    expect(await ledger.state()).toEqual(before);
    await run((db) => undo(db, asker, changed.operationId));
    await run((db) => undo(db, asker, operationId));
    expect(await notes(ledger)).toEqual([]);
  });

  test('twice the same is refused', async () => {
    const ledger = await open();
    const { asker, run } = ledger;
    const { operationId } = await ledger.record([expense('1', 'a')]);
    await expect(run((db) => redo(db, asker, operationId))).rejects.toThrow('That stands already.');
    await run((db) => undo(db, asker, operationId));
    await expect(run((db) => undo(db, asker, operationId))).rejects.toThrow('That is undone already.');
  });

  test("another person's, another ledger's and an unknown operation are not there", async () => {
    const database = await openTestDatabase();
    const [mine, other] = [await openLedger(database), await openLedger(database)];
    const { operationId } = await mine.record([expense('1', 'a')]);
    const guest = { ...mine.asker, personId: other.asker.personId };
    for (const [asker, id] of [
      [other.asker, operationId],
      [guest, operationId],
      [mine.asker, 'no-such-id'],
    ] as const) {
      await expect(mine.run((db) => undo(db, asker, id))).rejects.toThrow('That is not yours to undo.');
    }
    await expect(other.run((db) => undo(db, other.asker))).rejects.toThrow('There is nothing to undo.');
  });

  test('an entry does not come back into a category that was merged away', async () => {
    const ledger = await open();
    const { asker, run } = ledger;
    const { operationId } = await ledger.record([expense('1', 'taxi')]);
    await run((db) => undo(db, asker, operationId));
    const merge = await run(async (db) => {
      const categories = await listCategories(db, asker.ledgerId);
      const named = (name: string) => categories.find((each) => each.name === name) as (typeof categories)[number];
      return await carryOut(db, asker, await planMerge(db, asker, named('transport'), named('travel')));
    });
    await expect(run((db) => redo(db, asker, operationId))).rejects.toThrow('That was changed again since.');
    await run((db) => undo(db, asker, merge));
    await run((db) => redo(db, asker, operationId));
    expect(await notes(ledger)).toEqual(['taxi']);
  });

  test('a text cut through a character is remembered and taken back all the same', async () => {
    const ledger = await open();
    const { asker, run } = ledger;
    const before = await ledger.state();
    await ledger.record([expense('1', `a${'🍕'.repeat(60)}`), expense('2', 'half \ud83c, nul \0, bell \u0007')]);
    expect(await notes(ledger)).toEqual([`a${'🍕'.repeat(60)}`, 'half \ufffd, nul , bell']);
    await run((db) => undo(db, asker));
    expect(await ledger.state()).toEqual(before);
  });

  test('a viewer changes nothing', async () => {
    const ledger = await open();
    const viewer = { ...ledger.asker, role: 'viewer' } as const;
    const { operationId } = await ledger.record([expense('1', 'a')]);
    const before = await ledger.state();
    await expect(ledger.record([expense('1', 'a')], '', viewer)).rejects.toThrow('You can look at this ledger');
    await expect(ledger.run((db) => undo(db, viewer, operationId))).rejects.toThrow('You can look at this ledger');
    expect(await ledger.state()).toEqual(before);
  });
});
