import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  deleteEntries,
  describeEntries,
  type EntryChanges,
  findEntry,
  type NewEntry,
  updateEntry,
} from '../../src/domain/entries.ts';
import { merchantKeyOf, searchTextOf, tidyText } from '../../src/domain/entry-text.ts';
import { reconcileEntries } from '../../src/domain/reconcile.ts';
import { toDecimal } from '../../src/money.ts';
import { listEntries } from '../../src/store/entries.ts';
import { databases } from '../support/databases.ts';
import { type LedgerOptions, openLedger, type TestLedger } from './open-ledger.ts';

const expense = (amount: string, more: Partial<NewEntry> = {}): NewEntry => ({ kind: 'expense', amount, ...more });

describe.each(databases)('entries on $name', ({ openTestDatabase }) => {
  const open = async (options: LedgerOptions = {}) => openLedger(await openTestDatabase(), options);
  const all = async ({ database, asker }: TestLedger) =>
    (await listEntries(database.client, asker.ledgerId, {})).sort((a, b) => (a.id < b.id ? -1 : 1));
  const told = async (ledger: TestLedger) =>
    (await all(ledger)).map((entry) =>
      [entry.kind, toDecimal(entry.amount), entry.amount.currency, entry.merchant, entry.note, entry.day]
        .filter(Boolean)
        .join(' '),
    );
  const update = (ledger: TestLedger, reference: string, changes: EntryChanges) =>
    ledger.run(async (db) => updateEntry(db, ledger.asker, await findEntry(db, ledger.asker, reference), changes));

  test('are of today and in the own currency unless they say otherwise', async () => {
    // Already tomorrow in Tokyo.
    const ledger = await open({ now: '2026-06-15T20:00:00Z', timezone: 'Asia/Tokyo', currency: 'JPY' });
    await ledger.record([expense('1500'), expense('12.5', { currency: 'eur', date: '2026-06-01', merchant: 'Lidl' })]);
    expect(await told(ledger)).toEqual(['expense 1500 JPY 2026-06-16', 'expense 12.50 EUR Lidl 2026-06-01']);
  });

  test.each([
    ['0', {}, 'The amount is zero.'],
    ['-5', {}, '"-5" is not an amount above zero.'],
    ['1e309', {}, '"1e309" is not an amount above zero.'],
    ['99999999999999999999', {}, '99999999999999999999 is more than one entry can hold.'],
    ['5', { currency: 'QQQ' }, '"QQQ" is not a currency I know.'],
    ['5.5', { currency: 'JPY' }, "JPY has no decimals, so 5.5 can't be kept exactly."],
    ['5', { date: '2026-02-30' }, '"2026-02-30" is not a day of the calendar.'],
    ['5', { date: '2150-01-01' }, '2150-01-01 is too far away.'],
    ['5', { merchant: 'x'.repeat(101) }, 'That description is too long.'],
    ['5', { note: 'x'.repeat(501) }, 'That description is too long.'],
  ])('one wrong item among good ones (%s %o): it is named, nothing is recorded', async (amount, more, sentence) => {
    const ledger = await open();
    const items = [expense('1'), expense(amount, more), expense('3')];
    await expect(ledger.record(items)).rejects.toMatchObject({
      name: 'InputError',
      message: `Item 2: ${sentence}`,
      hint: expect.stringMatching(/\w/),
    });
    await expect(ledger.record([expense(amount, more)])).rejects.toThrow(sentence);
    expect(await told(ledger)).toEqual([]);
  });

  test.each([
    "Robert'); DROP TABLE Entry;--",
    '<b onclick="x">bold</b> &amp; <script>',
    '🍕👨‍👩‍👧‍👦 e\u0301',
    'שָׁלוֹם \u202Eevil\u202C مرحبا',
    '=HYPERLINK("http://x")',
    '$(id) `id` {{x}} %s %d \\n',
    'x'.repeat(100),
  ])('%j is kept as it is', async (text) => {
    const ledger = await open();
    const { recorded } = await ledger.record([expense('1', { merchant: text, note: text })]);
    expect(recorded[0]).toMatchObject({ merchant: text, note: text });
    expect((await all(ledger))[0]).toMatchObject({ merchant: text, note: text });
    const found = await listEntries(ledger.database.client, ledger.asker.ledgerId, { texts: [searchTextOf(text)] });
    expect(found).toHaveLength(1);
  });

  test('are changed field by field; what is not named stays', async () => {
    const ledger = await open();
    await ledger.record([expense('12.5', { currency: 'USD', merchant: 'Joe', note: 'tea', category: 'dining' })]);
    const steps: [EntryChanges, string][] = [
      [{ amount: '15' }, 'expense 15.00 USD Joe tea 2026-06-15'],
      [{ date: '2026-06-14' }, 'expense 15.00 USD Joe tea 2026-06-14'],
      [{ currency: 'kwd' }, 'expense 15.000 KWD Joe tea 2026-06-14'],
      [{ amount: '1.125' }, 'expense 1.125 KWD Joe tea 2026-06-14'],
      [{ kind: 'refund' }, 'refund 1.125 KWD Joe tea 2026-06-14'],
      [{ note: '' }, 'refund 1.125 KWD Joe 2026-06-14'],
      [{ merchant: 'Moe’s' }, 'refund 1.125 KWD Moe’s 2026-06-14'],
    ];
    for (const [changes, after] of steps) {
      await update(ledger, 'last', changes);
      expect(await told(ledger)).toEqual([after]);
    }
  });

  test('that can not be changed so stay as they are', async () => {
    const ledger = await open();
    const { recorded } = await ledger.record([expense('12.5', { note: 'tea', category: 'dining' })]);
    const before = await ledger.state();
    const id = recorded[0]?.id ?? '';
    for (const [changes, sentence] of [
      [{ amount: '0' }, 'The amount is zero.'],
      // 12.50 euros are no whole yen.
      [{ currency: 'JPY' }, 'JPY has no decimals'],
      [{ category: 'yachts' }, 'There is no category "yachts".'],
      [{ date: '2026-02-30' }, 'is not a day'],
      [{ amount: '12.500', category: 'Dining' }, 'It is like that already.'],
      [{}, 'It is like that already.'],
    ] as const) {
      await expect(update(ledger, id, changes)).rejects.toThrow(sentence);
    }
    expect(await ledger.state()).toEqual(before);
  });

  test('"last" is the one added last, whatever its day, and not another person’s', async () => {
    const database = await openTestDatabase();
    const [mine, other] = [await openLedger(database), await openLedger(database)];
    await expect(update(mine, 'last', { amount: '1' })).rejects.toThrow('You have not recorded anything yet.');
    await mine.record([expense('1'), expense('2', { date: '2020-01-01' })]);
    const { recorded } = await other.record([expense('3')]);
    await update(mine, 'last', { amount: '9' });
    expect(await told(mine)).toEqual(['expense 1.00 EUR 2026-06-15', 'expense 9.00 EUR 2020-01-01']);
    await expect(update(mine, recorded[0]?.id ?? '', { amount: '4' })).rejects.toThrow(
      'That entry is not there any more.',
    );
    expect(await told(other)).toEqual(['expense 3.00 EUR 2026-06-15']);
  });

  test('that are deleted are found no more', async () => {
    const ledger = await open();
    const { recorded } = await ledger.record([expense('1', { note: 'a' }), expense('2', { note: 'b' })]);
    const last = await ledger.run((db) => findEntry(db, ledger.asker, 'last'));
    const { deleted } = await ledger.run((db) => deleteEntries(db, ledger.asker, [last]));
    expect(deleted.map((view) => view.note)).toEqual(['b']);
    await expect(update(ledger, recorded[1]?.id ?? '', { amount: '4' })).rejects.toThrow('not there any more');
    expect((await ledger.run((db) => findEntry(db, ledger.asker, 'last'))).note).toBe('a');
  });

  test('are described for a model in their order, without those that are gone', async () => {
    const ledger = await open();
    const { recorded } = await ledger.record([
      expense('12.5', { merchant: 'Joe', note: 'tea', category: 'dining' }),
      expense('7', { currency: 'JPY', category: 'travel' }),
    ]);
    const ids = recorded.map((entry) => entry.id).reverse();
    const described = await ledger.run((db) => describeEntries(db, ledger.asker, [...ids, 'gone']));
    expect(described.map((each) => each.summary)).toEqual([
      'expense, 7, JPY, travel, 2026-06-15',
      'expense, 12.50, EUR, dining, Joe, tea, 2026-06-15',
    ]);
  });

  describe('after an edit', () => {
    const reconcile = async (ledger: TestLedger, ids: readonly string[], items: readonly NewEntry[]) =>
      ledger.run((db) => reconcileEntries(db, ledger.asker, ids, items, ''));
    const start = async () => {
      const ledger = await open();
      const { recorded } = await ledger.record([
        expense('10', { note: 'lunch', date: '2026-06-14' }),
        expense('4', { note: 'tea' }),
      ]);
      return { ledger, ids: recorded.map((entry) => entry.id) };
    };

    test('items take the places of entries in their order', async () => {
      const { ledger, ids } = await start();
      const result = await reconcile(ledger, ids, [
        expense('12', { note: 'lunch' }),
        expense('4', { note: 'tea' }),
        expense('3', { note: 'cake' }),
      ]);
      expect(await told(ledger)).toEqual([
        'expense 12.00 EUR lunch 2026-06-14',
        'expense 4.00 EUR tea 2026-06-15',
        'expense 3.00 EUR cake 2026-06-15',
      ]);
      expect(result.changes.map(({ before, after }) => [before.amount.minor, after.amount.minor])).toEqual([
        [1000n, 1200n],
      ]);
      expect(result.added.map((entry) => entry.note)).toEqual(['cake']);
      expect(result.removed).toEqual([]);
    });

    test('what is left over is deleted, in one operation with the rest', async () => {
      const { ledger, ids } = await start();
      const result = await reconcile(ledger, ids, [expense('11', { note: 'lunch' })]);
      expect(result.removed.map((entry) => entry.note)).toEqual(['tea']);
      expect(await told(ledger)).toEqual(['expense 11.00 EUR lunch 2026-06-14']);
    });

    test('a new description is filed anew; the same one keeps where it was moved to by hand', async () => {
      const { ledger, ids } = await start();
      const category = async () =>
        (await ledger.run((db) => describeEntries(db, ledger.asker, ids))).map((each) => each.summary.split(', ')[3]);
      await update(ledger, ids[0] ?? '', { category: 'gifts' });
      await reconcile(ledger, ids, [expense('11', { note: 'lunch' }), expense('4', { note: 'taxi' })]);
      expect(await category()).toEqual(['gifts', 'transport']);
    });

    test('that changes nothing is said to; a wrong item changes nothing', async () => {
      const { ledger, ids } = await start();
      const before = await ledger.state();
      const same = [expense('10.00', { note: 'lunch' }), expense('4', { note: 'tea' })];
      await expect(reconcile(ledger, ids, same)).rejects.toThrow('It is like that already.');
      await expect(reconcile(ledger, ids, [expense('11'), expense('0')])).rejects.toThrow('The amount is zero.');
      await expect(reconcile(ledger, ids, [...same, expense('0')])).rejects.toThrow('The amount is zero.');
      expect(await ledger.state()).toEqual(before);
    });
  });
});

describe('texts', () => {
  test('are tidied to one line that every database takes', () => {
    expect(tidyText('  a \n\t b\u0000\u0007 ')).toBe('a b');
    expect(tidyText('\ud83c x')).toBe('\ufffd x');
    expect(tidyText(' \n ')).toBeNull();
    expect(tidyText(null)).toBeNull();
  });

  test('have keys that never end in half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const key = merchantKeyOf(null, text);
        expect(key?.isWellFormed() ?? true).toBe(true);
        expect(key?.length ?? 0).toBeLessThanOrEqual(100);
      }),
    );
  });
});
