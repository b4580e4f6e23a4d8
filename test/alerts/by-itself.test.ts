import { describe, expect, test } from 'vitest';
import { digestFacts } from '../../src/alerts/digest-facts.ts';
import { sayDigest } from '../../src/alerts/say-digest.ts';
import { payloadOf } from '../../src/domain/recurring-payload.ts';
import type { Language } from '../../src/language.ts';
import { wordsFor } from '../../src/wording/words-for.ts';
import { openLedger, type TestLedger } from '../domain/open-ledger.ts';
import { arrange, at, monthlyOn, postUpTo, rent } from '../recurring/arranged.ts';
import { databases } from '../support/databases.ts';

const [sqlite] = databases;
const netflix = { kind: 'expense', amount: '12.99', merchant: 'Netflix' } as const;

/** The lines of a digest at eight in the morning. */
async function digest(
  ledger: TestLedger,
  now: string,
  cadence: 'daily' | 'weekly' | 'monthly',
  language: Language = 'en',
): Promise<string[]> {
  const { asker } = at(ledger, now);
  const facts = await digestFacts(ledger.database.client, asker, cadence, '08:00');
  const lines = facts ? sayDigest(facts, { words: wordsFor(language), asker }) : [];
  return lines.map((line) => line.replace(/[\u00a0\u202f]/gu, ' '));
}
const byItself = (lines: readonly string[]) => lines.filter((line) => /by itself|Coming up:/.test(line));

describe('a digest', () => {
  const open = async () => openLedger(await (sqlite as (typeof databases)[number]).openTestDatabase(), { now });
  const now = '2026-11-22T12:00:00Z';

  test('tells what came by itself on the days that it is about, once, and what is to come', async () => {
    const ledger = await open();
    await arrange(ledger, rent, monthlyOn(1));
    await arrange(ledger, netflix, monthlyOn(1));
    await arrange(ledger, { kind: 'income', amount: '2500', note: 'salary' }, monthlyOn(2));
    await ledger.record([{ kind: 'expense', amount: '20', note: 'lunch' }]);
    expect(byItself(await digest(ledger, '2026-11-30T07:00:00Z', 'weekly'))).toEqual([
      'Coming up: rent €900.00 (1 Dec), Netflix €12.99 (1 Dec).',
    ]);
    await postUpTo(ledger.database, '2026-12-01T05:00:00Z');
    expect(byItself(await digest(ledger, '2026-12-01T07:00:00Z', 'daily'))).toEqual([]);
    expect(byItself(await digest(ledger, '2026-12-02T07:00:00Z', 'daily'))).toEqual([
      'Came by itself: rent €900.00, Netflix €12.99.',
    ]);
    await postUpTo(ledger.database, '2026-12-02T05:00:00Z');
    expect(byItself(await digest(ledger, '2026-12-03T07:00:00Z', 'daily'))).toEqual([
      'Came by itself: salary €2,500.00.',
    ]);
    expect(byItself(await digest(ledger, '2026-12-07T07:00:00Z', 'weekly'))).toEqual([
      'Came by itself: rent €900.00, Netflix €12.99, salary €2,500.00.',
    ]);
  });

  test('tells what was made up for when it was, with a category that is gone', async () => {
    const ledger = await open();
    const { id } = await arrange(ledger, rent, monthlyOn(1));
    const gone = JSON.stringify(
      payloadOf({
        ...rent,
        amount: { minor: 90_000n, currency: 'EUR' },
        categoryId: 'gone',
        merchant: null,
        note: 'rent',
      }),
    );
    await ledger.database.client.schedule.update({ where: { id }, data: { payload: gone } });
    await ledger.record([{ kind: 'expense', amount: '20', note: 'lunch' }]);
    await postUpTo(ledger.database, '2026-12-09T12:00:00Z');
    expect(byItself(await digest(ledger, '2026-12-10T07:00:00Z', 'daily'))).toEqual([
      'Came by itself: rent €900.00 (in “other”, since its category is gone).',
    ]);
    expect(byItself(await digest(ledger, '2026-12-09T07:00:00Z', 'daily'))).toEqual([]);
  });

  test('tells a charge once that was found and comes by itself', async () => {
    const ledger = await open();
    const months = ['08', '09', '10', '11'];
    await ledger.record(months.map((month) => ({ ...netflix, date: `2026-${month}-05` })));
    await ledger.record(months.map((month) => ({ ...netflix, merchant: 'Spotify', date: `2026-${month}-03` })));
    await arrange(ledger, { ...netflix, amount: '13.99' }, monthlyOn(5));
    expect(byItself(await digest(ledger, '2026-11-30T07:00:00Z', 'weekly'))).toEqual([
      'Coming up: Spotify €12.99 (3 Dec), Netflix €13.99 (5 Dec).',
    ]);
  });

  test.each<[Language, string]>([
    ['es', 'Anotado automáticamente: rent 900,00 €.'],
    ['de', 'Von selbst gekommen: rent 900,00 €.'],
    ['fr', 'Noté automatiquement : rent 900,00 €.'],
    ['pt', 'Anotado automaticamente: rent € 900,00.'],
  ])('says it in %s', async (language, line) => {
    const ledger = await open();
    await arrange(ledger, rent, monthlyOn(1));
    await postUpTo(ledger.database, '2026-12-01T05:00:00Z');
    expect(await digest(ledger, '2026-12-02T07:00:00Z', 'daily', language)).toContain(line);
  });
});
