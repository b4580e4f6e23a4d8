/** The reader on a SQLite file: a few processes, started when somebody asks and ended when nobody does. */

import { resolve } from 'node:path';
import { InputError, PlatformError } from '../../errors.ts';
import { sqliteFile } from '../database-sqlite.ts';
import { type LedgerReader, QueryRefused, READ_LIMITS } from './ledger-reader.ts';
import { type ReaderProcess, startReaderProcess } from './reader-sqlite-process.ts';
import { type Answer, LONGEST_QUERY, type Question } from './sqlite-messages.ts';
import { isLedgerId } from './sqlite-views.ts';

export interface SqliteReaderOptions {
  /** How many queries run at the same time; one ledger has one of them. */
  readonly processes?: number;
  /** after which an unused process ends */
  readonly idleMilliseconds?: number;
}

interface Waiting {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A reader for a `file:` URL. Starts nothing until it is asked. `read` throws PlatformError for `file::memory:`, which
 * no other process can see, and where the file can't be opened.
 */
export function openSqliteReader(url: string, options: SqliteReaderOptions = {}): LedgerReader {
  const { processes = 2, idleMilliseconds = 300_000 } = options;
  const file = sqliteFile(url);
  const path = resolve(file);
  const idle = new Map<ReaderProcess, NodeJS.Timeout>();
  const asked = new Set<ReaderProcess>();
  const busy = new Map<string, Promise<void>>(); // by ledger
  let waiting: Waiting[] = [];
  let isClosed = false;

  function ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      next();
    });
  }

  /** Begins what can begin, in the order it came: one query of a ledger at a time, so that nobody takes every process. */
  function next(): void {
    for (const each of waiting) {
      const { ledgerId } = each.question;
      if (busy.size >= processes) return;
      if (busy.has(ledgerId)) continue;
      waiting = waiting.filter((other) => other !== each);
      const run = answer(each).finally(() => {
        busy.delete(ledgerId);
        next();
      });
      busy.set(ledgerId, run);
    }
  }

  async function answer({ question, resolve, reject }: Waiting): Promise<void> {
    let reader: ReaderProcess | undefined;
    try {
      reader = takeIdle() ?? (await startReaderProcess(path));
      asked.add(reader);
      if (isClosed) throw closed();
      resolve(await reader.ask(question));
    } catch (error) {
      reject(isClosed ? closed() : error);
    }
    if (!reader) return;
    asked.delete(reader);
    if (reader.isFit() && !isClosed) putAside(reader);
    else await reader.end();
  }

  /** The one that was used last: it has most in memory. */
  function takeIdle(): ReaderProcess | undefined {
    for (const [reader, timer] of [...idle].reverse()) {
      clearTimeout(timer);
      idle.delete(reader);
      if (reader.isFit()) return reader;
    }
    return undefined;
  }

  function putAside(reader: ReaderProcess): void {
    const timer = setTimeout(() => {
      idle.delete(reader);
      void reader.end();
    }, idleMilliseconds);
    timer.unref();
    idle.set(reader, timer);
  }

  async function answerOf(ledgerId: string, sql: string, limits = READ_LIMITS, isPlan = false): Promise<Answer> {
    if (isClosed) throw closed();
    if (file === ':memory:') throw new PlatformError('Queries need a database in a file; this one is in memory.');
    if (!isLedgerId(ledgerId)) throw new InputError('There is no such ledger.');
    check(sql);
    const given = await ask({ ledgerId, sql: sql.toWellFormed(), limits, isPlan });
    if ('refused' in given) {
      throw new QueryRefused(given.refused.layer, given.refused.message, given.refused.hint);
    }
    if ('trouble' in given) throw new PlatformError(given.trouble);
    return given;
  }

  return {
    async read(ledgerId, sql, limits) {
      const given = await answerOf(ledgerId, sql, limits);
      if (!('rows' in given)) throw new TypeError('A read was answered with a plan.');
      return given.rows;
    },
    async plan(ledgerId, sql) {
      const given = await answerOf(ledgerId, sql, READ_LIMITS, true);
      if (!('plan' in given)) throw new TypeError('A plan was answered with rows.');
      return given.plan;
    },
    async close() {
      isClosed = true;
      for (const { reject } of waiting.splice(0)) reject(closed());
      for (const timer of idle.values()) clearTimeout(timer);
      const readers = [...idle.keys(), ...asked];
      idle.clear();
      await Promise.all([...readers.map((reader) => reader.end()), ...busy.values()]);
    },
  };
}

function closed(): PlatformError {
  return new PlatformError('The database is closed.');
}

function check(sql: string): void {
  if (sql.length > LONGEST_QUERY) {
    throw new QueryRefused('limit', 'The query is too long.', `Write it in ${LONGEST_QUERY} characters.`);
  }
  // SQLite would read the text up to it.
  if (sql.includes('\0')) {
    throw new QueryRefused('engine', 'There is a character in the query that can’t be read.', 'Type it again.');
  }
}
