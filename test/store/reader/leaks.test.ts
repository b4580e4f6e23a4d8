import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { QueryRefused, type ReadResult } from '../../../src/store/reader/ledger-reader.ts';
import { openReader } from '../../../src/store/reader/open-reader.ts';
import { databases } from '../../support/databases.ts';
import { selects } from './generate-selects.ts';
import { type Entry, otherLedger, ownLedger, PLANTED, removeLedger } from './two-ledgers.ts';

describe.each(databases)('a reader on $name', ({ openTestDatabase }) => {
  // PURSER_LEAK_QUERIES=2000 for a longer run
  test('no query tells anything of another ledger', { timeout: 300_000 }, async () => {
    const database = await openTestDatabase();
    const own = await ownLedger(database);
    const other = await otherLedger(database);
    const reader = await openReader(database.url);
    onTestFinished(() => reader.close());
    const values = (entries: readonly Entry[]) =>
      entries.flatMap(({ merchant, note, id }) => [merchant ?? '', note ?? '', id]);
    const texts = [...values(own.entries), 'groceries', 'EUR', 'expense', ...values(other.entries).slice(0, 20), 'CHF'];
    const days = [...own.entries, ...other.entries].map((entry) => entry.day);
    const count = Number(process.env.PURSER_LEAK_QUERIES ?? 120);
    const queries = fc.sample(selects({ texts, days }), count);

    const told = async (id: string, sql: string) => outcomeOf(reader.read(id, sql));
    const first = new Map<string, Outcome>();
    for (const sql of queries) first.set(sql, await told(own.id, sql));
    const answered = queries.filter((sql) => (first.get(sql)?.rows ?? 0) > 0);
    expect(answered.length / count).toBeGreaterThanOrEqual(0.6);
    for (const sql of queries) if (!sql.includes(PLANTED)) expect(first.get(sql)?.text, sql).not.toContain(PLANTED);
    // The checks can fail: seen from the other ledger, planted words are there.
    const seen = await Promise.all(answered.slice(0, 60).map((sql) => told(other.id, sql)));
    expect(seen.filter(({ text }) => text.includes(PLANTED)).length).toBeGreaterThan(5);

    // With other rows in the other ledger, and more of them, every answer is the same.
    await removeLedger(database, other);
    await otherLedger(database, 2);
    for (const sql of queries) expect(await told(own.id, sql), sql).toEqual(first.get(sql));
  });
});
interface Outcome {
  /** The rows, in no order, or the refusal. */
  readonly text: string;
  readonly rows: number;
}

async function outcomeOf(answer: Promise<ReadResult>): Promise<Outcome> {
  try {
    const { columns, rows, truncated } = await answer;
    // Which of many rows are let through is not the query's to say.
    const lines = truncated ? [] : rows.map((row) => JSON.stringify(row)).sort();
    return { text: [columns.join(), truncated, ...lines].join('\n'), rows: rows.length };
  } catch (error) {
    if (!(error instanceof QueryRefused)) throw error;
    return { text: `${error.layer}: ${error.message} ${error.hint}`, rows: 0 };
  }
}
