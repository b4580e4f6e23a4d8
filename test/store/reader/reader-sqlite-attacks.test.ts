import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type LedgerReader, QueryRefused, READ_LIMITS } from '../../../src/store/reader/ledger-reader.ts';
import { openSqliteReader } from '../../../src/store/reader/reader-sqlite.ts';
import { startReaderProcess } from '../../../src/store/reader/reader-sqlite-process.ts';
import { MEMORY_LIMIT } from '../../../src/store/reader/sqlite-messages.ts';
import { databases, type TestDatabase } from '../../support/databases.ts';
import { tableNames } from '../../support/table-rows.ts';
import { bombs, forbidden } from './attacks.ts';
import { type Ledger, otherLedger, ownLedger, PLANTED } from './two-ledgers.ts';

const [sqlite] = databases;

let database: TestDatabase;
let own: Ledger;
let other: Ledger;
let reader: LedgerReader;

beforeAll(async () => {
  if (!sqlite) throw new Error('SQLite is always there.');
  database = await sqlite.openOwnDatabase();
  own = await ownLedger(database, 60);
  other = await otherLedger(database);
  reader = openSqliteReader(database.url);
});

afterAll(() => reader.close());

/** "engine: There is no table x.", or the rows where it is answered. */
async function outcomeOf(sql: string, milliseconds = READ_LIMITS.milliseconds): Promise<string> {
  try {
    return JSON.stringify(await reader.read(own.id, sql, { ...READ_LIMITS, milliseconds }));
  } catch (error) {
    if (error instanceof QueryRefused) return `${error.layer}: ${error.message} ${error.hint}`;
    throw error;
  }
}

/** Every row of every table, and the bytes of the file as another process reads them. */
async function contentOf(): Promise<unknown> {
  const rows: Record<string, unknown> = {};
  for (const table of await tableNames(database)) {
    rows[table] = JSON.stringify(await database.client.$queryRawUnsafe(`SELECT * FROM "${table}"`), (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
  }
  const file = database.url.replace('file:', '');
  const digest = `for (const suffix of ['', '-wal']) console.log(require('node:crypto').createHash('sha256')
    .update(require('node:fs').readFileSync(process.argv[1] + suffix)).digest('hex'))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', digest, file]);
  return { rows, stdout };
}

describe('what is forbidden', () => {
  test('is refused in every spelling, changes no byte and tells nothing', { timeout: 60_000 }, async () => {
    const before = await contentOf();
    const wrong: string[] = [];
    for (const sql of forbidden(PLANTED, other.id)) {
      const outcome = await outcomeOf(sql);
      if (!outcome.startsWith('engine: ')) wrong.push(`${sql} => ${outcome.slice(0, 200)}`);
      const told = outcome.replaceAll(sql, '');
      if (/\.db|\/tmp|ledgerId=|x[0-9a-f]{16}/.test(told)) wrong.push(`${sql} tells ${outcome}`);
      const plan = await reader.plan(own.id, sql).catch((error: unknown) => error);
      if (!(plan instanceof QueryRefused)) wrong.push(`plan of ${sql} => ${JSON.stringify(plan)}`);
    }
    expect(wrong).toEqual([]);
    expect(await contentOf()).toEqual(before);
    expect(existsSync('/tmp/purser-stolen.db')).toBe(false);
  });

  test('does not hinder what is allowed', async () => {
    const allowed = [
      'SELECT 1',
      ' ;; SELECT 1 ; -- comment',
      '/* a */ -- b\n SELECT 1 /* open',
      'select * from ENTRIES',
      'SELECT * FROM "entries", [budgets], `categories`',
      'SELECT temp.entries.day FROM temp.entries',
      'SELECT count(*) FROM temp.entries',
      'WITH t AS (SELECT * FROM entries) SELECT count(*) FROM t',
      'WITH entries(day) AS (SELECT amount FROM budgets) SELECT count(*), max(day) FROM entries',
      'WITH RECURSIVE t(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t WHERE x < 5) SELECT count(*) FROM t',
      'VALUES (1, 2), (3, 4)',
      "SELECT ';', 'DELETE FROM Entry', '--', '/*'",
      `SELECT count(*) FROM entries WHERE amount IN (${Array.from({ length: 3_000 }, (_, index) => index).join()})`,
      "SELECT json_extract(json_object('a', note), '$.a'), strftime('%W', day), date('now') FROM entries",
      "SELECT category, sum(amount) FILTER (WHERE kind = 'expense') OVER (PARTITION BY category) FROM entries",
      `SELECT 1${' + 1'.repeat(400)}`,
      // The worst case of many LIKEs
      "SELECT count(*) FROM (SELECT replace(printf('%300000d', 1), ' ', 'a') AS x) WHERE x LIKE '%a%a%a%a%a%a%a%a%b'",
      'SELECT kind, name FROM categories NATURAL JOIN (SELECT name FROM categories)',
      "SELECT name FROM categories FULL JOIN (SELECT 'x' AS name) USING (name)",
    ];
    for (const sql of allowed) {
      const outcome = await outcomeOf(sql);
      expect(outcome, sql).toMatch(/^\{"columns":\[.+\],"rows":\[\[.+/);
      expect(outcome, sql).not.toContain(PLANTED);
    }
  });
});

describe('what would tell by failing', () => {
  const columns = ['note', 'merchant', 'category', 'added_by', 'day', 'id'];
  // Fails for a row of the other ledger and for no other, if it ever runs on one.
  const trap = (column: string) =>
    `json(CASE WHEN ${column} LIKE '${PLANTED}%' OR ${column} LIKE '2011%' OR ${column} = '${other.entries[0]?.id}'
      THEN 'x' ELSE '1' END)`;
  const shapes = (column: string) => [
    `SELECT count(*) FROM entries WHERE ${trap(column)}`,
    `SELECT id FROM entries WHERE ${trap(column)} ORDER BY id LIMIT 3`,
    `SELECT id FROM entries WHERE ${trap(column)} ORDER BY ${column} LIMIT 3`,
    `SELECT id FROM entries WHERE id = '${other.entries[0]?.id}' AND ${trap(column)}`,
    `SELECT id FROM entries WHERE (id = '${other.entries[0]?.id}' AND ${trap(column)}) OR (day > '2020' AND ${trap(column)})`,
    `SELECT id FROM entries WHERE id IN ('${other.entries[0]?.id}', '${own.entries[0]?.id}') AND ${trap(column)}`,
    `SELECT max(id) FROM entries WHERE ${trap(column)}`,
    `SELECT DISTINCT ${column} FROM entries WHERE ${column} > '' AND ${trap(column)}`,
    `SELECT ${column}, count(*) FROM entries GROUP BY ${column} HAVING ${trap(column)}`,
    `SELECT * FROM categories c LEFT JOIN entries e ON ${trap(`e.${column}`)} AND e.category = c.name`,
    `SELECT * FROM entries a JOIN entries b ON a.${column} = b.${column} AND ${trap(`b.${column}`)}`,
    `SELECT * FROM entries a WHERE EXISTS (SELECT 1 FROM entries b WHERE b.id > a.id AND ${trap(`b.${column}`)})`,
    `SELECT * FROM entries a WHERE a.id IN (SELECT b.id FROM entries b WHERE ${trap(`b.${column}`)})`,
    `SELECT * FROM entries WHERE day BETWEEN '2000' AND '2999' AND ${trap(column)}`,
    `SELECT * FROM entries WHERE ${column} = ${column} AND category = 'dining' AND ${trap(column)}`,
    `SELECT * FROM (SELECT ${column} AS x, row_number() OVER (ORDER BY id) FROM entries) WHERE ${trap('x')}`,
    `SELECT * FROM categories WHERE ${trap('name')}`,
    `SELECT * FROM budgets WHERE ${trap('category')} ORDER BY amount`,
  ];

  // With statistics SQLite plans otherwise: where one ledger has nearly every row, it would rather scan.
  test.each(['without statistics', 'with statistics of another ledger'])(
    'never runs on another ledger’s rows, %s',
    async (how) => {
      if (how.startsWith('with ')) await database.client.$executeRawUnsafe('ANALYZE');
      const wrong: string[] = [];
      for (const sql of columns.flatMap(shapes)) {
        const outcome = await outcomeOf(sql);
        if (!outcome.startsWith('{')) wrong.push(`${sql} => ${outcome}`);
      }
      expect(wrong).toEqual([]);
      // The trap works: seen from the other ledger, each of its columns springs it.
      for (const column of columns) {
        await expect(reader.read(other.id, `SELECT * FROM entries WHERE ${trap(column)}`)).rejects.toThrow(/JSON/);
      }
    },
  );
});

describe('what takes too much', () => {
  const limit = 200;

  test.each(bombs.map((sql) => ({ sql, name: sql.replace(/(.{6,40}?)\1{3,}/g, '$1…').slice(0, 110) })))(
    'ends in time: $name',
    async ({ sql }) => {
      await reader.read(own.id, 'SELECT 1');
      const before = process.memoryUsage.rss();
      const start = performance.now();
      const outcome = await outcomeOf(sql, limit);
      expect(performance.now() - start).toBeLessThan(limit + 1_000);
      expect(outcome.length).toBeLessThan(READ_LIMITS.bytes * 1.2);
      expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 1024 * 1024);
      // What finds rows on and on, without sorting them, shows the first of them.
      expect(outcome.replace(/.*("truncated":true).*/s, '$1')).toMatch(/^(limit|engine): |^"truncated":true$/);
      expect((await reader.read(own.id, 'SELECT count(*) FROM categories')).rows).toEqual([[4]]);
    },
  );

  test.each(bombs.filter((sql) => sql.includes('900000d') && sql.includes('RECURSIVE')))(
    'is ended before it takes the machine’s memory: %s',
    async (sql) => {
      const process = await startReaderProcess(database.url.replace('file:', ''));
      onTestFinished(() => process.end());
      let most = 0;
      const status = `/proc/${process.pid}/statm`;
      const look = setInterval(() => {
        if (existsSync(status)) most = Math.max(most, 4096 * Number(readFileSync(status, 'utf8').split(' ')[1]));
      }, 5);
      const question = { ledgerId: own.id, sql, limits: { ...READ_LIMITS, milliseconds: 10_000 }, isPlan: false };
      await expect(process.ask(question)).rejects.toThrow('The query needs too much memory.');
      clearInterval(look);
      expect(most).toBeLessThan(MEMORY_LIMIT * 1.5); // 0 where only Linux tells
    },
  );
});
