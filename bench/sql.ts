/**
 * What the guards of a query cost: the parser, and the reader beside the same query run bare on the base tables with a
 * ledger filter, over 1,000,000 entries of ten ledgers, on SQLite and on MariaDB or MySQL, in one run.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Connection, createConnection } from 'mysql2/promise';
import { newId } from '../src/id.ts';
import { checkQuery } from '../src/sql/check-query.ts';
import { openDatabase } from '../src/store/database.ts';
import { migrate } from '../src/store/migrate.ts';
import { openReader } from '../src/store/reader/open-reader.ts';

const LEDGERS = 10;
const CATEGORIES = 15;
const RUNS = 25;

interface Pair {
  readonly name: string;
  readonly view: string;
  /** The same over the base tables; ? is the ledger. */
  readonly bare: string;
}

const pairs: readonly Pair[] = [
  {
    name: 'a month by category',
    view: `select category, sum(amount_home) as spent from entries where day between '2026-03-01' and '2026-03-31' and kind = 'expense' group by category order by spent desc`,
    bare: `select c.name as category, sum(e.homeMinor / 100.0) as spent from Entry e join Category c on c.id = e.categoryId where e.ledgerId = ? and e.deletedAt is null and e.day between '2026-03-01' and '2026-03-31' and e.kind = 'expense' group by c.name order by spent desc`,
  },
  {
    name: 'all years by month',
    view: `select month, sum(amount_home) as spent from entries where kind = 'expense' group by month order by month`,
    bare: `select substr(e.day, 1, 7) as month, sum(e.homeMinor / 100.0) as spent from Entry e where e.ledgerId = ? and e.deletedAt is null and e.kind = 'expense' group by substr(e.day, 1, 7) order by month`,
  },
  {
    name: 'the ten largest of a category',
    view: `select day, merchant, amount from entries where category = 'category 3' order by amount desc limit 10`,
    bare: `select e.day, e.merchant, e.amountMinor / 100.0 as amount from Entry e join Category c on c.id = e.categoryId where e.ledgerId = ? and e.deletedAt is null and c.ledgerId = e.ledgerId and c.name = 'category 3' order by amount desc limit 10`,
  },
  {
    name: 'count of a merchant',
    view: `select count(*) as times from entries where merchant = 'merchant 77'`,
    bare: `select count(*) as times from Entry e where e.ledgerId = ? and e.deletedAt is null and e.merchant = 'merchant 77'`,
  },
];

export async function benchSql(print: (line: string) => void, rows = 1_000_000): Promise<void> {
  await benchParser(print);
  await benchSqlite(print, rows);
  const mysqlUrl = process.env.TEST_DATABASE_URL ?? 'mysql://root@127.0.0.1:3306/mysql';
  const admin = await createConnection(mysqlUrl).catch(() => null);
  if (!admin) return;
  const name = `purser_bench_sql_${process.pid}`;
  try {
    await admin.query(`CREATE DATABASE ${name}`);
    const url = new URL(mysqlUrl);
    url.pathname = `/${name}`;
    await benchMysql(print, url.href, rows);
  } finally {
    const [users] = await admin.query(`SELECT User, Host FROM mysql.db WHERE Db = '${name}'`);
    await admin.query(`DROP DATABASE IF EXISTS ${name}`);
    for (const { User, Host } of users as { User: string; Host: string }[]) {
      await admin.query(`DROP USER IF EXISTS '${User}'@'${Host}'`);
    }
    await admin.end();
  }
}

async function benchParser(print: (line: string) => void): Promise<void> {
  const started = performance.now();
  for (const { view } of pairs) await checkQuery(view, 'sqlite');
  const first = performance.now() - started;
  const times: number[] = [];
  for (let run = 0; run < 200; run++) {
    for (const { view } of pairs) times.push(await timed(() => checkQuery(view, 'sqlite')));
  }
  print(`parser: first four ${first.toFixed(0)} ms; then p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms`);
}

async function benchSqlite(print: (line: string) => void, rows: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-bench-sql-'));
  try {
    const file = join(folder, 'bench.db');
    const database = await openDatabase(`file:${file}`);
    await migrate(database);
    const ledgers = await makeLedgers((sql, ...values) => database.client.$executeRawUnsafe(sql, ...values), '"');
    // The other SQLite library must have let go of the file before this one opens it.
    await database.close();
    const bare = new DatabaseSync(file);
    bare.exec('PRAGMA journal_mode = WAL');
    const perLedger = rows / LEDGERS;
    for (const { id, categories } of ledgers) {
      bare.exec(`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${perLedger - 1})
        INSERT INTO Entry (id, ledgerId, personId, kind, amountMinor, currency, homeMinor, categoryId, merchant, merchantKey, searchText, day, createdAt, updatedAt)
        SELECT '${id.slice(0, 24)}' || printf('%012x', i), '${id}', 'person', CASE WHEN i % 40 = 0 THEN 'refund' ELSE 'expense' END,
          100 + (i * 7919) % 20000, 'EUR', 100 + (i * 7919) % 20000,
          json_extract('${JSON.stringify(categories)}', '$[' || (i % ${CATEGORIES}) || ']'), 'merchant ' || (i % 500), 'merchant ' || (i % 500), '',
          date('2021-01-01', '+' || (i % 1826 + CASE WHEN i % 3 = 0 THEN 365 ELSE 0 END) || ' days'), 0, 0 FROM n`);
    }
    const ledgerId = ledgers[0]?.id ?? '';
    const reader = await openReader(`file:${file}`);
    for (const { name, view, bare: sql } of pairs) {
      const statement = bare.prepare(sql);
      await compare(
        print,
        `sqlite, ${name}`,
        () => reader.read(ledgerId, view),
        async () => statement.all(ledgerId),
      );
    }
    await reader.close();
    bare.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function benchMysql(print: (line: string) => void, url: string, rows: number): Promise<void> {
  const database = await openDatabase(url);
  await migrate(database);
  const ledgers = await makeLedgers((sql, ...values) => database.client.$executeRawUnsafe(sql, ...values), '`');
  await database.close();
  const bare = await createConnection(url);
  try {
    await fillMysql(bare, ledgers, rows / LEDGERS);
    const ledgerId = ledgers[0]?.id ?? '';
    const reader = await openReader(url);
    for (const { name, view, bare: sql } of pairs) {
      await compare(
        print,
        `mysql, ${name}`,
        () => reader.read(ledgerId, view),
        () => bare.query(sql, [ledgerId]),
      );
    }
    await reader.close();
  } finally {
    await bare.end();
  }
}

async function fillMysql(bare: Connection, ledgers: readonly Ledger[], perLedger: number): Promise<void> {
  const digit =
    '(SELECT 0 i UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)';
  const numbers = `SELECT a.i + b.i * 10 + c.i * 100 + d.i * 1000 + e.i * 10000 AS i FROM ${['a', 'b', 'c', 'd', 'e'].map((name) => `${digit} ${name}`).join(' JOIN ')}`;
  for (const { id, categories } of ledgers) {
    const list = categories.map((category) => `'${category}'`).join(', ');
    await bare.query(`INSERT INTO Entry (id, ledgerId, personId, kind, amountMinor, currency, homeMinor, categoryId, merchant, merchantKey, searchText, day, createdAt, updatedAt)
      SELECT CONCAT('${id.slice(0, 24)}', LPAD(HEX(i), 12, '0')), '${id}', 'person', CASE WHEN i % 40 = 0 THEN 'refund' ELSE 'expense' END,
        100 + (i * 7919) % 20000, 'EUR', 100 + (i * 7919) % 20000, ELT(i % ${CATEGORIES} + 1, ${list}),
        CONCAT('merchant ', i % 500), CONCAT('merchant ', i % 500), '',
        DATE_FORMAT(DATE_ADD('2021-01-01', INTERVAL (i % 1826 + CASE WHEN i % 3 = 0 THEN 365 ELSE 0 END) DAY), '%Y-%m-%d'), NOW(3), NOW(3)
      FROM (${numbers}) numbers WHERE i < ${perLedger}`);
  }
  await bare.query('ANALYZE TABLE Entry');
}

interface Ledger {
  readonly id: string;
  readonly categories: readonly string[];
}

async function makeLedgers(
  run: (sql: string, ...values: unknown[]) => Promise<unknown>,
  quote: string,
): Promise<Ledger[]> {
  const ledgers: Ledger[] = [];
  const name = (table: string) => quote + table + quote;
  for (let each = 0; each < LEDGERS; each++) {
    const id = newId();
    await run(
      `INSERT INTO ${name('Ledger')} (id, name, kind, currency, createdAt) VALUES (?, 'bench', 'personal', 'EUR', ?)`,
      id,
      new Date(0),
    );
    const categories: string[] = [];
    for (let at = 0; at < CATEGORIES; at++) {
      const categoryId = newId();
      await run(
        `INSERT INTO ${name('Category')} (id, ledgerId, name, nameKey, kind, createdAt) VALUES (?, ?, ?, ?, 'expense', ?)`,
        categoryId,
        id,
        `category ${at}`,
        `category ${at}`,
        new Date(0),
      );
      categories.push(categoryId);
    }
    ledgers.push({ id, categories });
  }
  return ledgers;
}

/** Takes turns, so that what else the machine does falls on both. */
async function compare(
  print: (line: string) => void,
  name: string,
  guarded: () => Promise<unknown>,
  bare: () => Promise<unknown>,
): Promise<void> {
  await guarded();
  await bare();
  const times = { guarded: [] as number[], bare: [] as number[] };
  for (let run = 0; run < RUNS; run++) {
    times.guarded.push(await timed(guarded));
    times.bare.push(await timed(bare));
  }
  const ratio = Number(at(times.guarded, 0.5)) / Number(at(times.bare, 0.5));
  print(
    `${name}: p50 ${at(times.guarded, 0.5)} ms, bare ${at(times.bare, 0.5)} ms: ${ratio.toFixed(2)}x ` +
      `(+${(Number(at(times.guarded, 0.5)) - Number(at(times.bare, 0.5))).toFixed(1)} ms); p95 ${at(times.guarded, 0.95)} ms`,
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return (sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0).toFixed(2);
}
