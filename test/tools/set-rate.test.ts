import { describe, expect, test } from 'vitest';
import { openLedger, type TestLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { faultOf, preview, use } from './use-tool.ts';

const dollars = { kind: 'expense', amount: '10', currency: 'USD', note: 'lunch' } as const;

async function worth({ database, asker }: TestLedger): Promise<(bigint | null)[]> {
  const rows = await database.client.entry.findMany({
    where: { ledgerId: asker.ledgerId, deletedAt: null },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => row.homeMinor);
}

describe.each(databases)('rates told on $name', ({ openTestDatabase }) => {
  const open = async (options = {}) => openLedger(await openTestDatabase(), options);

  test('value what is there and what comes, and go again with an undo', async () => {
    const ledger = await open();
    await ledger.record([dollars, { ...dollars, currency: 'EUR' }]);
    expect(await worth(ledger)).toEqual([null, 1000n]);
    expect((await preview(ledger, 'set_rate', { base: 'usd', quote: 'EUR', rate: '0.920' })).said).toBe(
      'Shall I note 1 USD = 0.92 EUR?',
    );
    const { said, operationId } = await use(ledger, 'set_rate', { base: 'usd', quote: 'EUR', rate: '0.920' });
    expect(said).toBe('Noted: 1 USD = 0.92 EUR.');
    expect(operationId).toBeDefined();
    await ledger.record([{ ...dollars, amount: '100' }]);
    expect(await worth(ledger)).toEqual([920n, 1000n, 9200n]);
    expect((await use(ledger, 'set_rate', { base: 'USD', quote: 'EUR', rate: '0.92' })).operationId).toBeUndefined();
    await use(ledger, 'undo');
    expect((await use(ledger, 'undo')).said).toBe('Undone: 1 USD = 0.92 EUR is gone');
    expect(await worth(ledger)).toEqual([null, 1000n]);
    expect((await use(ledger, 'redo')).said).toBe('Done again: 1 USD = 0.92 EUR is back');
    expect(await worth(ledger)).toEqual([920n, 1000n]);
  });

  test('hold from their day on, and the first one for what was before', async () => {
    const ledger = await open({ ledgerCurrency: 'JPY' });
    const on = (date: string) => ({ ...dollars, date });
    await ledger.record([on('2026-03-01'), on('2026-05-01'), on('2026-05-02'), on('2026-06-15')]);
    const { said } = await use(
      ledger,
      'set_rate',
      { base: 'USD', quote: 'JPY', rate: '150.05', date: '2026-05-01' },
      { language: 'de' },
    );
    expect(said).toBe('Notiert: 1 USD = 150,05 JPY (ab 1. Mai).');
    // 1500.5 yen round to 1501.
    expect(await worth(ledger)).toEqual([1501n, 1501n, 1501n, 1501n]);
    await use(ledger, 'set_rate', { base: 'JPY', quote: 'USD', rate: '0.00625', date: '2026-05-02' });
    expect(await worth(ledger)).toEqual([1501n, 1501n, 1600n, 1600n]);
  });

  test('are corrected in either direction', async () => {
    const ledger = await open();
    await ledger.record([dollars]);
    await use(ledger, 'set_rate', { base: 'USD', quote: 'EUR', rate: '0.92' });
    await use(ledger, 'set_rate', { base: 'EUR', quote: 'USD', rate: '1.25' });
    expect(await worth(ledger)).toEqual([800n]);
    await use(ledger, 'undo');
    expect(await worth(ledger)).toEqual([920n]);
  });

  test.each([
    [{ base: 'USD', quote: 'usd', rate: '1' }, 'Those are the same currency. | Name two, like "1 USD = 0.92 EUR".'],
    [{ base: 'USD', quote: 'GBP', rate: '0.8' }, 'This ledger adds up in EUR. | Say what one USD costs in EUR.'],
    [
      { base: 'QQQ', quote: 'EUR', rate: '1' },
      '"QQQ" is not a currency I know. | Write a code such as EUR, USD or JPY.',
    ],
    [
      { base: 'USD', quote: 'EUR', rate: '0.00' },
      '"0.00" is not a rate of exchange. | Write it like "1 USD = 0.92 EUR".',
    ],
    [{ base: 'USD', quote: 'EUR', rate: '-1' }, '"-1" is not a rate of exchange. | Write it like "1 USD = 0.92 EUR".'],
  ])('%o is refused with what to write', async (args, fault) => {
    const ledger = await open();
    const before = await ledger.state();
    expect(await faultOf(use(ledger, 'set_rate', args))).toBe(fault);
    expect(await ledger.state()).toEqual(before);
  });
});

describe.each(databases)('what a ledger adds up in, on $name', ({ openTestDatabase }) => {
  const shared = async (role: 'owner' | 'admin' | 'member' | 'viewer') => {
    const ledger = await openLedger(await openTestDatabase(), { role });
    const { ledgerId } = ledger.asker;
    await ledger.database.client.ledger.update({ where: { id: ledgerId }, data: { kind: 'shared' } });
    return ledger;
  };
  const currencyOf = async ({ database, asker }: TestLedger) =>
    (await database.client.ledger.findUniqueOrThrow({ where: { id: asker.ledgerId } })).currency;

  test('goes along with the currency of its person, there and back', async () => {
    const ledger = await openLedger(await openTestDatabase());
    await ledger.record([dollars, { ...dollars, currency: 'EUR' }]);
    await use(ledger, 'set_preferences', { currency: 'usd' });
    expect(await currencyOf(ledger)).toBe('USD');
    expect(await worth(ledger)).toEqual([1000n, null]);
    expect((await use(ledger, 'undo')).said).toBe('Undone: your settings');
    expect(await currencyOf(ledger)).toBe('EUR');
    expect(await worth(ledger)).toEqual([null, 1000n]);
  });

  test.each(['owner', 'admin'] as const)('is for the %s of a group to say', async (role) => {
    const ledger = await shared(role);
    await ledger.record([dollars]);
    const { said } = await use(ledger, 'set_preferences', { ledgerCurrency: 'usd' });
    expect(said).toBe('This ledger adds up in USD.');
    expect(await worth(ledger)).toEqual([1000n]);
    const person = await ledger.database.client.person.findFirstOrThrow({ where: { id: ledger.asker.personId } });
    expect(person.currency).toBeNull();
    expect((await use(ledger, 'undo')).said).toBe('Undone: This ledger adds up in EUR.');
  });

  test('is nothing that members of a group change, whose own currency does not touch it', async () => {
    const ledger = await shared('member');
    expect(await faultOf(use(ledger, 'set_preferences', { ledgerCurrency: 'USD' }))).toBe(
      'What this ledger adds up in is for its owner to say. | Ask them, or set your own with "my currency is USD".',
    );
    await use(ledger, 'set_preferences', { currency: 'USD' });
    expect(await currencyOf(ledger)).toBe('EUR');
  });
});
