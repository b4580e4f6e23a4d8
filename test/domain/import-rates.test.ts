import { describe, expect, test } from 'vitest';
import { importRates, readRatesFile } from '../../src/domain/import-rates.ts';
import { databases } from '../support/databases.ts';
import { openLedger } from './open-ledger.ts';
import { recount, sumsOf } from './recount.ts';

// Three days in the bank's own form: the newest first, a comma at each end, currencies that are gone.
const file = `\uFEFFDate,USD,JPY,CYP,KWD,
2026-03-31,1.08,163.5,N/A,0.332,
2026-03-30,1.1,N/A,0.585,N/A,\r
2026-03-27,1.0834,162.02,0.5853,N/A,

`;

describe('the file of rates', () => {
  test('is read oldest first, without what has no rate and what is no currency any more', () => {
    expect(readRatesFile(file).map(({ base, quote, day, rate }) => `${day} 1 ${base} = ${rate} ${quote}`)).toEqual([
      '2026-03-27 1 EUR = 1.0834 USD',
      '2026-03-27 1 EUR = 162.02 JPY',
      '2026-03-30 1 EUR = 1.1 USD',
      '2026-03-31 1 EUR = 1.08 USD',
      '2026-03-31 1 EUR = 163.5 JPY',
      '2026-03-31 1 EUR = 0.332 KWD',
    ]);
  });

  test.each([
    ['', 'Line 1 is no heading of rates.'],
    ['PK\u0003\u0004 zip', 'Line 1 is no heading of rates.'],
    ['Date,Name\n2026-03-27,Ann', 'Line 1 is no heading of rates.'],
    ['Date,USD,\n', 'There is not one rate in it.'],
    ['Date,USD,\n2026-03-27,1.08,\n27 March 2026,1.08,', 'Line 3: "27 March 2026" is not a day of the calendar.'],
    ['Date,USD,\n\n2026-02-30,1.08,', 'Line 3: "2026-02-30" is not a day of the calendar.'],
    ['Date,USD,\n2026-03-27,1,08,', 'Line 2: It has more cells than the heading.'],
    ['Date,USD,\n2026-03-27,-1.08,', 'Line 2: "-1.08" is not a rate of exchange.'],
    ['Date,USD,\n2026-03-27,0,', 'Line 2: "0" is not a rate of exchange.'],
    ['Date,USD,JPY,GBP,\n2026-03-27,1.08', 'Line 2: It has fewer cells than the heading.'],
  ])('%j is refused', (text, message) => {
    expect(() => readRatesFile(text)).toThrow(
      expect.objectContaining({ name: 'InputError', message, hint: expect.stringMatching(/eurofxref-hist\.csv/) }),
    );
  });
});

describe.each(databases)('rates for everybody on $name', ({ openTestDatabase }) => {
  const dollars = (date: string) => ({ kind: 'expense' as const, amount: '10', currency: 'USD', date });

  test('value the entries of every ledger, up to ten days on, and a second time nothing', async () => {
    const database = await openTestDatabase();
    const euros = await openLedger(database);
    await euros.record(['2026-03-26', '2026-03-27', '2026-03-29', '2026-04-10', '2026-04-11'].map(dollars));
    const yen = await openLedger(database, { ledgerCurrency: 'JPY' });
    await yen.record([dollars('2026-03-30'), dollars('2026-03-31')]);
    const own = await openLedger(database, { ledgerCurrency: 'USD' });
    await own.record([dollars('2026-03-27')]);

    const worth = async ({ asker }: typeof euros) =>
      (await database.client.entry.findMany({ where: { ledgerId: asker.ledgerId }, orderBy: { day: 'asc' } })).map(
        (row) => row.homeMinor,
      );
    expect(await importRates(database, readRatesFile(file))).toEqual({ added: 6, changed: 0, entries: 5, ledgers: 2 });
    // 10 / 1.0834 = 9.2302, 10 / 1.08 = 9.2593; ten days after 31 March is 10 April.
    expect(await worth(euros)).toEqual([null, 923n, 923n, 926n, null]);
    // On 30 March there is no yen, so the 27th counts: 10 × 162.02 / 1.0834 = 1495.48; then 10 × 163.5 / 1.08 = 1513.89.
    expect(await worth(yen)).toEqual([1495n, 1514n]);
    for (const { asker } of [euros, yen, own]) {
      expect(await sumsOf(database.client, asker.ledgerId)).toEqual(await recount(database.client, asker.ledgerId));
    }
    expect(await importRates(database, readRatesFile(file))).toEqual({ added: 0, changed: 0, entries: 0, ledgers: 0 });

    const corrected = readRatesFile('Date,USD,\n2026-03-27,1.25,');
    expect(await importRates(database, corrected)).toEqual({ added: 0, changed: 1, entries: 3, ledgers: 2 });
    expect(await worth(euros)).toEqual([null, 800n, 800n, 926n, null]);
    // What comes later is valued at once.
    await euros.record([dollars('2026-03-28')]);
    expect(await worth(euros)).toEqual([null, 800n, 800n, 800n, 926n, null]);
  });

  test('stand behind what a ledger was told, and are made whole after a stop', async () => {
    const database = await openTestDatabase();
    const ledger = await openLedger(database);
    const { ledgerId } = ledger.asker;
    await ledger.record([dollars('2026-03-27')]);
    // Stopped when the rates were in and no ledger was valued.
    await database.client.rate.create({
      data: { ledgerId: '', base: 'EUR', quote: 'USD', day: '2026-03-27', rate: '1.0834' },
    });
    expect(await importRates(database, readRatesFile(file))).toMatchObject({ added: 5, entries: 1 });
    await database.client.rate.create({
      data: { ledgerId, base: 'USD', quote: 'EUR', day: '2026-06-01', rate: '0.5' },
    });
    expect(await importRates(database, readRatesFile(file))).toMatchObject({ added: 0, entries: 1 });
    expect(await database.client.entry.findMany({ where: { ledgerId } })).toMatchObject([{ homeMinor: 500n }]);
  });
});
