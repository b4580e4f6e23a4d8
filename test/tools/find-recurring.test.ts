import { beforeAll, describe, expect, test } from 'vitest';
import type { NewEntry } from '../../src/domain/entries.ts';
import { languages } from '../../src/language.ts';
import type { Database } from '../../src/store/database.ts';
import { openLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { use } from './use-tool.ts';

/** Spaces of any width are spaces to a reader. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ');

/** On this day of each of so many months up to the one of `last`, YYYY-MM. */
function monthly(merchant: string, day: string, last: string, amounts: readonly string[]): NewEntry[] {
  const [year = 0, month = 0] = last.split('-').map(Number);
  return amounts.map((amount, index) => ({
    kind: 'expense',
    amount,
    merchant,
    date: `${new Date(Date.UTC(year, month - amounts.length + index, 1)).toISOString().slice(0, 7)}-${day}`,
  }));
}

describe.each(databases)('find_recurring on $name', ({ openTestDatabase }) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });

  test('tells each charge with its amount, rhythm, next day and price change, and what they come to', async () => {
    const ledger = await openLedger(database);
    await ledger.record([
      ...monthly('Landlord', '01', '2026-06', Array(8).fill('900')),
      ...monthly('Netflix', '03', '2026-06', [...Array(4).fill('13.99'), ...Array(4).fill('15.99')]),
      // Due on 5 June, ten days ago.
      ...monthly('Gym', '05', '2026-05', Array(8).fill('30')),
      // Ended in March.
      ...monthly('Paper', '10', '2026-03', Array(6).fill('8.50')),
    ]);
    const outcome = await use(ledger, 'find_recurring', { chart: true });
    expect(outcome.said.split('\n')).toEqual([
      '3 charges come regularly, €945.99 a month in all:',
      'Landlord €900.00 · monthly · next 1 Jul',
      'Gym €30.00 · monthly · expected 5 Jun, not seen yet',
      'Netflix €15.99 · monthly · next 3 Jul · €13.99 until 3 Mar',
      'No longer coming: Paper.',
    ]);
    expect(outcome.data).toMatchObject({ count: 3, monthly: '€945.99', ended: ['Paper'] });
    expect(outcome.quotesEntries).toBe(true);
    expect(outcome.charts).toMatchObject([
      { kind: 'bar', labels: ['Landlord', 'Gym', 'Netflix'], values: [90_000, 3_000, 1_599] },
    ]);
    expect((await use(ledger, 'find_recurring')).charts).toBeUndefined();
  });

  test('tells pay apart, and one of each in the singular', async () => {
    const ledger = await openLedger(database);
    const pay = monthly('Employer', '25', '2026-05', Array(6).fill('2500'));
    await ledger.record(pay.map((entry) => ({ ...entry, kind: 'income' as const })));
    await ledger.record(monthly('Spotify', '02', '2026-06', Array(6).fill('10.99')));
    expect((await use(ledger, 'find_recurring', { kind: 'income' })).said).toBe(
      'One income comes regularly, €2,500.00 a month:\nEmployer €2,500.00 · monthly · next 25 Jun',
    );
    expect((await use(ledger, 'find_recurring', { kind: 'expense' })).said).toBe(
      'One charge comes regularly, €10.99 a month:\nSpotify €10.99 · monthly · next 2 Jul',
    );
  });

  test('says what it would need, what has ended, and what has no rate', async () => {
    const ledger = await openLedger(database);
    const nothing =
      'I see no regular charges yet. A monthly one shows after three months, a weekly one after five weeks.';
    expect(await use(ledger, 'find_recurring', { chart: true })).toMatchObject({ said: nothing, data: { count: 0 } });
    expect((await use(ledger, 'find_recurring', { kind: 'income' })).said).toBe(
      'I see no regular income yet. It shows after three paydays.',
    );
    await ledger.record([
      ...monthly('Paper', '10', '2026-03', Array(6).fill('8.50')),
      ...monthly('Anime', '02', '2026-06', Array(5).fill('1200')).map((entry) => ({ ...entry, currency: 'JPY' })),
    ]);
    const { said, charts } = await use(ledger, 'find_recurring', { chart: true });
    expect(said.split('\n')).toEqual([
      nothing,
      'No longer coming: Paper.',
      'Not counted, because no rate is known: ¥6,000.',
    ]);
    expect(charts).toBeUndefined();
  });

  test.each([
    ['JPY', '1200', '¥1,200'],
    ['KWD', '3.125', 'KWD 3.125'],
  ])('formats a ledger in %s', async (currency, amount, formatted) => {
    const ledger = await openLedger(database, { currency });
    await ledger.record(monthly('Club', '02', '2026-06', Array(6).fill(amount)));
    const lines = plain((await use(ledger, 'find_recurring')).said);
    expect(lines).toBe(`One charge comes regularly, ${formatted} a month:\nClub ${formatted} · monthly · next 2 Jul`);
  });

  test('shows fifteen and counts the rest', async () => {
    const ledger = await openLedger(database);
    const charges = Array.from({ length: 17 }, (_, index) =>
      monthly(`Charge ${index}`, '02', '2026-06', Array(4).fill(`${100 - index}`)),
    );
    for (const charge of charges) await ledger.record(charge);
    const lines = (await use(ledger, 'find_recurring')).said.split('\n');
    // 100 + 99 + … + 84.
    expect(lines[0]).toBe('17 charges come regularly, €1,564.00 a month in all:');
    expect(lines).toHaveLength(17);
    expect(lines[15]).toMatch(/^Charge 14 €86\.00/);
    expect(lines[16]).toContain('2');
  });

  test('speaks each language, and knows nothing of other ledgers', async () => {
    const [ann, bob] = [await openLedger(database), await openLedger(database)];
    await ann.record(monthly('Secret club', '04', '2026-06', Array(8).fill('77.77')));
    await bob.record(monthly('Gym', '04', '2026-06', Array(8).fill('30')));
    const said = [];
    for (const language of languages) {
      for (const args of [{}, { chart: true }, { kind: 'income' }]) {
        const outcome = await use(bob, 'find_recurring', args, { language });
        // Ids may hold any digits.
        const told = JSON.stringify(outcome, (key, value) => (/Id$/.test(key) ? undefined : value));
        expect(told).not.toMatch(/[Ss]ecret|77/);
        if (!('kind' in args)) expect(outcome.said).toMatch(/Gym/);
        said.push(outcome.said);
      }
    }
    expect(new Set(said).size).toBe(2 * languages.length);
  });
});
