/** `purser sql`: one query over a person's own ledger, for scripts and for trying the guards. */

import { createInterface } from 'node:readline';
import { readConfig } from '../config.ts';
import type { Asker } from '../domain/asker.ts';
import type { AskedQuery } from '../domain/query-runner.ts';
import { InputError, PlatformError } from '../errors.ts';
import { createLog } from '../log.ts';
import { type ChatOptions, configFor, readInstant, TERMINAL_USER } from './chat.ts';
import { createClock, openHouse } from './open-house.ts';
import { terminalAsker } from './terminal-asker.ts';

export interface SqlOptions extends Pick<ChatOptions, 'db' | 'now' | 'user' | 'json'> {
  readonly stdin?: boolean;
  readonly unguardedParser?: boolean;
}

/**
 * Answers the query, or with `stdin` one JSON string a line. Sets the exit code 1 when a single query is refused.
 * Throws an InputError for wrong usage.
 */
export async function runSql(query: string | undefined, options: SqlOptions): Promise<void> {
  if (options.unguardedParser && !readConfig().isTest) {
    throw new InputError('--unguarded-parser is for tests.', 'Leave it out, or set NODE_ENV=test.');
  }
  if ((query === undefined) === !options.stdin) {
    throw new InputError('Give one query, or --stdin.', 'Write: purser sql "select count(*) from entries".');
  }
  const config = configFor({ db: options.db });
  const clock = createClock(options.now === undefined ? undefined : readInstant(options.now, config));
  const log = createLog(config.logLevel);
  const open = await openHouse(config, { clock, log, offlineOnly: true, parser: !options.unguardedParser });
  try {
    const { database, queries, defaults } = open.house;
    const asker = await database.transaction((tx) =>
      terminalAsker(tx, options.user ?? TERMINAL_USER, defaults, clock.now()),
    );
    const ask = async (sql: string) => describe(await answer(asker, sql, queries.ask), sql);
    if (query !== undefined) {
      const said = await ask(query);
      process.stdout.write(options.json ? `${JSON.stringify(said)}\n` : plain(said));
      if (!said.ok) process.exitCode = 1;
      return;
    }
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === '') continue;
      process.stdout.write(`${JSON.stringify(await answerLine(line, ask))}\n`);
    }
  } finally {
    await open.close();
  }
}

type Said =
  | {
      readonly ok: true;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly (string | number | null)[])[];
      readonly truncated: boolean;
      readonly ms: number;
      readonly sql: string;
    }
  | {
      readonly ok: false;
      readonly error: string;
      readonly hint: string;
      readonly layer: 'parser' | 'engine' | 'limit';
    };

async function answer(
  asker: Asker,
  sql: string,
  ask: (asker: Asker, sql: string) => Promise<AskedQuery>,
): Promise<AskedQuery | PlatformError> {
  try {
    return await ask(asker, sql);
  } catch (error) {
    if (error instanceof PlatformError) return error;
    throw error;
  }
}

function describe(asked: AskedQuery | PlatformError, sql: string): Said {
  if (asked instanceof PlatformError)
    return { ok: false, error: asked.message, hint: 'Try again later.', layer: 'engine' };
  const { result, refusal, checked, milliseconds } = asked;
  if (!result) {
    return {
      ok: false,
      error: refusal?.message ?? '',
      hint: refusal?.hint ?? '',
      layer: refusal?.layer ?? 'engine',
    };
  }
  const { columns, rows, truncated } = result;
  return { ok: true, columns, rows, truncated, ms: Math.round(milliseconds * 100) / 100, sql: checked?.sql ?? sql };
}

async function answerLine(line: string, ask: (sql: string) => Promise<Said>): Promise<Said> {
  let sql: unknown;
  try {
    sql = JSON.parse(line);
  } catch {
    // Said below.
  }
  if (typeof sql === 'string') return await ask(sql);
  return {
    ok: false,
    error: 'That line is no JSON string.',
    hint: 'Write one query a line: "select 1".',
    layer: 'parser',
  };
}

function plain(said: Said): string {
  if (!said.ok) return `${said.error} ${said.hint}`.trim().concat('\n');
  const rows = said.rows.map((row) => row.map((cell) => cell ?? '–').join('\t'));
  const note = said.truncated ? [`(the first ${rows.length} rows)`] : [];
  return [said.columns.join('\t'), ...rows, ...note].join('\n').concat('\n');
}
