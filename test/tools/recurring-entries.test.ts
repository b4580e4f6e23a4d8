import { describe, expect, test } from 'vitest';
import { languages } from '../../src/language.ts';
import type { Database } from '../../src/store/database.ts';
import { openLedger } from '../domain/open-ledger.ts';
import { postUpTo } from '../recurring/arranged.ts';
import { databases } from '../support/databases.ts';
import { type Args, faultOf, preview, use } from './use-tool.ts';

/** Spaces of any width are spaces to a reader. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ');

const onThe = (day: number) => ({ repeats: 'monthly', day });
const rent = { action: 'add', kind: 'expense', amount: '900', note: 'rent', cadence: onThe(1) };

describe.each(databases)('recurring_entries on $name', ({ openTestDatabase }) => {
  // A Sunday, at one in the afternoon in Berlin.
  const now = '2026-11-22T12:00:00Z';
  const open = async (database?: Database) => openLedger(database ?? (await openTestDatabase()), { now });
  type Ledger = Awaited<ReturnType<typeof open>>;
  const say = async (ledger: Ledger, args: Args) => (await use(ledger, 'recurring_entries', args)).said;

  test('arranges, lists, changes, skips and stops', async () => {
    const ledger = await open();
    expect(await say(ledger, { action: 'list' })).toBe(
      'Nothing comes by itself yet. Write “rent 900 on the 1st of every month” to arrange it.',
    );
    expect(await say(ledger, rent)).toBe(
      'From now on this comes by itself: rent €900.00 · housing · on the 1st of each month. Next on 1 Dec.',
    );
    const pay = { action: 'add', kind: 'income', amount: '2500', note: 'salary', cadence: onThe(25) };
    expect(await say(ledger, pay)).toBe(
      'From now on this comes by itself: salary €2,500.00 · income · salary · on the 25th of each month. Next on 25 Nov.',
    );
    expect(await say(ledger, { action: 'change', which: 'rent', amount: '950' })).toBe(
      'Changed: rent €900.00 · housing · on the 1st of each month → rent €950.00 · housing · on the 1st of each month. Next on 1 Dec.',
    );
    expect(await say(ledger, { action: 'skip', which: '1' })).toBe(
      'Left out: rent on 1 Dec; the next comes on 1 Jan 2027.',
    );
    expect((await use(ledger, 'undo')).said).toBe('Undone: rent comes on 1 Dec after all');
    expect((await use(ledger, 'redo')).said).toBe('Done again: rent is left out on 1 Dec');
    const fridays = { repeats: 'every', count: 2, unit: 'week', weekdays: ['friday'] };
    await say(ledger, { action: 'change', which: 'salary', cadence: fridays });
    expect(await say(ledger, { action: 'list' })).toBe(
      [
        'This comes by itself:',
        '1. rent €950.00 · housing · on the 1st of each month · next on 1 Jan 2027',
        '2. salary €2,500.00 · income · salary · every other Friday · next on 27 Nov',
      ].join('\n'),
    );
    expect(await say(ledger, { action: 'stop', which: 'RENT' })).toBe(
      'Stopped: rent €950.00 · housing · on the 1st of each month. What was recorded stays.',
    );
    expect((await use(ledger, 'recurring_entries', { action: 'list' })).data.recurring).toMatchObject([
      { name: 'salary', amount: '€2,500.00', cadence: 'every other Friday', next: '2026-11-27' },
    ]);
  });

  test('says that today’s is there, and what an undo and a redo did', async () => {
    const ledger = await open();
    const today = { ...rent, amount: '60', note: 'cleaning', cadence: { repeats: 'weekly' } };
    expect(await say(ledger, today)).toBe(
      'From now on this comes by itself: cleaning €60.00 · other · every Sunday. Today’s is recorded; the next comes on 29 Nov.',
    );
    expect((await use(ledger, 'undo')).said).toBe(
      'Undone: cleaning €60.00 · other is gone\ncleaning €60.00 · every Sunday is off again',
    );
    expect((await use(ledger, 'redo')).said).toBe(
      'Done again: cleaning €60.00 · every Sunday comes by itself again\ncleaning €60.00 · other is back',
    );
    await say(ledger, { action: 'change', amount: '65' });
    expect((await use(ledger, 'undo')).said).toBe(
      'Undone: cleaning €65.00 · every Sunday → cleaning €60.00 · every Sunday',
    );
  });

  test('asks before it does what it was not plainly asked for', async () => {
    const ledger = await open();
    const asked = async (args: Args) => (await preview(ledger, 'recurring_entries', args)).said;
    expect(await asked(rent)).toBe(
      'Shall I record this by itself from now on: rent €900.00 · housing · on the 1st of each month?',
    );
    await say(ledger, rent);
    expect(await asked({ action: 'skip' })).toBe('Shall I leave out rent on 1 Dec?');
    expect(await asked({ action: 'stop' })).toMatch(/^Shall I stop this: rent/);
    expect(await asked({ action: 'change', amount: '950' })).toMatch(/^Shall I change this: .* → rent €950\.00/);
    expect(await say(ledger, { action: 'list' })).toMatch(/^This comes by itself:\n1\. rent €900\.00[^\n]*$/);
  });

  test.each<[Args, RegExp]>([
    [{ ...rent, amount: '950', note: 'Rent' }, /^rent €900\.00 comes by itself on those days already\. \| Say “change/],
    [{ ...rent, cadence: onThe(32) }, /^No month has more than 31 days\./],
    [{ ...rent, cadence: { repeats: 'once', on: '2026-12-01' } }, /^That comes only once\./],
    [{ ...rent, cadence: undefined }, /^How often does it come\?/],
    [{ ...rent, amount: undefined }, /^How much is it\?/],
    [{ ...rent, amount: '-5' }, /^"-5" is not an amount above zero\./],
    [{ ...rent, category: 'yachts' }, /^There is no category "yachts"\./],
    [{ ...rent, category: 'salary' }, /^salary is a category for income\./],
    [{ action: 'stop', which: 'boat' }, /^Nothing called “boat” comes by itself\. \| There are: 1 rent\./],
    [{ action: 'skip', which: '2' }, /^Nothing called “2”/],
    [{ action: 'change', which: 'rent' }, /^It is like that already\./],
    [{ action: 'change', which: 'rent', currency: 'USD' }, /^How much is it then\?/],
    [{ action: 'change', which: 'rent', cadence: { repeats: 'once', on: '2026-12-01' } }, /^That comes only once\./],
  ])('refuses %o in a sentence', async (args, sentence) => {
    const ledger = await open();
    await say(ledger, rent);
    const before = await ledger.state();
    expect(await faultOf(use(ledger, 'recurring_entries', args))).toMatch(sentence);
    expect(await ledger.state()).toEqual(before);
  });

  test('shows and changes nothing of another ledger', async () => {
    const database = await openTestDatabase();
    const [ann, bob] = [await open(database), await open(database)];
    await say(ann, rent);
    expect(await say(bob, { action: 'list' })).toMatch(/^Nothing comes/);
    expect(await faultOf(use(bob, 'recurring_entries', { action: 'stop', which: 'rent' }))).toMatch(/^Nothing comes/);
    const viewer = { ...ann, asker: { ...ann.asker, role: 'viewer' as const } };
    expect(await faultOf(use(viewer, 'recurring_entries', { action: 'stop' }))).toMatch(/^You can look at this ledger/);
  });

  test('speaks each language', async () => {
    const database = await openTestDatabase();
    const said = await Promise.all(
      languages.map(async (language) => {
        const ledger = await openLedger(database, { now, language });
        const tell = async (name: string, args: Args) => plain((await use(ledger, name, args, { language })).said);
        return [
          await tell('recurring_entries', rent),
          await tell('recurring_entries', { action: 'list' }),
          await tell('recurring_entries', { action: 'stop' }),
          await tell('undo', {}),
        ].join('\n');
      }),
    );
    expect(said).toEqual([
      expect.stringContaining('1st of each month'),
      expect.stringContaining('el día 1 de cada mes'),
      expect.stringContaining('am 1. jedes Monats'),
      expect.stringContaining('le 1er de chaque mois'),
      expect.stringContaining('no dia 1º de cada mês'),
    ]);
    for (const text of said) {
      expect(text).toMatch(/900/);
      expect(text).not.toMatch(/\.\.|undefined|null/);
    }
  });

  test('is told of where the same is written by hand', async () => {
    const ledger = await open();
    await say(ledger, { ...rent, cadence: onThe(22) });
    const outcome = await use(ledger, 'record_entries', {
      entries: [{ kind: 'expense', amount: '900', note: 'Rent' }],
    });
    expect(outcome.said.split('\n').at(-1)).toBe(
      'Rent comes by itself and is there already; undo this one if it is the same.',
    );
    expect(outcome.operationId).toBeDefined();
    const lunch = await use(ledger, 'record_entries', { entries: [{ kind: 'expense', amount: '9', note: 'Rent' }] });
    expect(lunch.said).not.toMatch(/by itself/);
  });

  test('is what find_recurring leaves alone, and tells of', async () => {
    const ledger = await open();
    const charges = ['08', '09', '10', '11'].flatMap((month) => [
      { kind: 'expense' as const, amount: '12.99', merchant: 'Netflix', date: `2026-${month}-05` },
      { kind: 'expense' as const, amount: '30', merchant: 'Gym', date: `2026-${month}-07` },
    ]);
    await ledger.record(charges);
    const { offers = [] } = await use(ledger, 'find_recurring', { kind: 'expense' });
    expect(offers.map(({ name, cadence }) => [name, cadence])).toEqual([
      ['Gym', { repeats: 'monthly', day: 7, at: '06:00' }],
      ['Netflix', { repeats: 'monthly', day: 5, at: '06:00' }],
    ]);
    await say(ledger, { ...rent, amount: '30', note: undefined, merchant: 'gym', cadence: onThe(7) });
    await say(ledger, rent);
    const later = await use(ledger, 'find_recurring', { kind: 'expense' });
    expect(later.offers?.map(({ name }) => name)).toEqual(['Netflix']);
    expect(later.said.split('\n')).toEqual([
      '2 charges come regularly, €42.99 a month in all:',
      'Gym €30.00 · monthly · next 7 Dec · by itself',
      'Netflix €12.99 · monthly · next 5 Dec',
      'This comes by itself:',
      'rent €900.00 · housing · on the 1st of each month · next on 1 Dec',
    ]);
    await postUpTo(ledger.database, '2026-12-07T12:00:00Z');
    const december = { ...ledger, asker: { ...ledger.asker, today: '2026-12-08' } };
    expect((await use(december, 'find_unusual')).said).not.toMatch(/[Gg]ym|rent/);
  });
});
