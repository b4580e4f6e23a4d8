/** Asks a ledger with SQL: read by the parser, run by the engine that refuses all but reading, answers kept while they hold. */

import { createHash } from 'node:crypto';
import type { Log } from '../log.ts';
import type { CheckedQuery } from '../sql/check-query.ts';
import type { Database } from '../store/database.ts';
import { type LedgerReader, QueryRefused, type ReadResult } from '../store/reader/ledger-reader.ts';
import { ledgerRevision } from '../store/revision.ts';
import type { Asker } from './asker.ts';

/** A query with its answer, or with the reason why there is none. */
export interface AskedQuery {
  /** As it was written. */
  readonly sql: string;
  /** Null where the parser refused it or was not asked. */
  readonly checked: CheckedQuery | null;
  readonly result: ReadResult | null;
  readonly refusal: QueryRefused | null;
  /** From the text to the answer. */
  readonly milliseconds: number;
}

export interface QueryRunner {
  readonly dialect: Database['dialect'];
  /**
   * Runs one SELECT over the asker's ledger. A query that is refused is an answer too; throws PlatformError when the
   * database is away or its reading account is not set up.
   */
  ask(asker: Asker, sql: string): Promise<AskedQuery>;
  close(): Promise<void>;
}

/** A third query at a time of one person is refused: two can't starve everybody else. */
const AT_A_TIME = 2;
/** Answers that are kept, the latest used ones. */
const KEPT_ANSWERS = 100;
/** Cells of an answer that is kept: larger ones are not worth their memory. */
const KEPT_CELLS = 2_000;
/** Reading more rows of a table than this without an index is worth an administrator's look. */
const LARGE_SCAN = 100_000;

export function createQueryRunner(options: {
  readonly database: Database;
  readonly reader: LedgerReader;
  readonly log: Log;
  /** Milliseconds from any fixed point. */
  stopwatch(): number;
  /** False runs the text as it is, so that the engine is seen to refuse by itself: for tests. */
  readonly parser?: boolean;
}): QueryRunner {
  const { database, reader, log, stopwatch } = options;
  const running = new Map<string, number>();
  const kept = new Map<string, { revision: number; result: ReadResult }>();

  async function run(asker: Asker, sql: string): Promise<Omit<AskedQuery, 'milliseconds'>> {
    let checked: CheckedQuery | null = null;
    try {
      checked = options.parser === false ? null : await check(sql, asker);
      return { sql, checked, result: await read(asker, checked?.sql ?? sql, checked), refusal: null };
    } catch (error) {
      if (error instanceof QueryRefused) return { sql, checked, result: null, refusal: error };
      throw error;
    }
  }

  async function check(sql: string, asker: Asker): Promise<CheckedQuery> {
    // The parser is loaded by the first query: many people never write one.
    const { checkQuery } = await import('../sql/check-query.ts');
    return await checkQuery(sql, database.dialect, { today: asker.today });
  }

  async function read(asker: Asker, sql: string, checked: CheckedQuery | null): Promise<ReadResult> {
    // The ledger's revision comes first: what is changed while the query runs makes its answer an old one.
    const revision = await ledgerRevision(database.client, asker.ledgerId);
    const key = `${asker.ledgerId} ${sql}`;
    const known = kept.get(key);
    kept.delete(key);
    if (known && known.revision === revision) {
      kept.set(key, known);
      return known.result;
    }
    const result = await inTurn(asker.personId, () => reader.read(asker.ledgerId, sql));
    const { scannedRows = 0, milliseconds } = result;
    if (scannedRows > LARGE_SCAN) {
      const shape = shapeDigest(checked?.shape ?? '');
      log.warn({ shape, scannedRows, milliseconds: Math.round(milliseconds) }, 'a query read a whole table');
    }
    if (revision !== null && result.rows.length * result.columns.length <= KEPT_CELLS) {
      kept.set(key, { revision, result });
      if (kept.size > KEPT_ANSWERS) kept.delete(kept.keys().next().value as string);
    }
    return result;
  }

  async function inTurn<T>(personId: string, work: () => Promise<T>): Promise<T> {
    const count = running.get(personId) ?? 0;
    if (count >= AT_A_TIME) {
      throw new QueryRefused('limit', 'Two of your queries are still running.', 'Wait for them, then ask again.');
    }
    running.set(personId, count + 1);
    try {
      return await work();
    } finally {
      const left = (running.get(personId) ?? 1) - 1;
      if (left === 0) running.delete(personId);
      else running.set(personId, left);
    }
  }

  return {
    dialect: database.dialect,
    async ask(asker, sql) {
      const started = stopwatch();
      const asked = await run(asker, sql);
      return { ...asked, milliseconds: stopwatch() - started };
    },
    close: () => reader.close(),
  };
}

/** What stands for a query's shape in logs and statistics. */
export function shapeDigest(shape: string): string {
  return createHash('sha256').update(shape).digest('hex').slice(0, 16);
}
