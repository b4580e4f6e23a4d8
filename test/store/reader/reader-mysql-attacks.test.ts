import { existsSync } from 'node:fs';
import { type Connection, createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type LedgerReader, QueryRefused, READ_LIMITS } from '../../../src/store/reader/ledger-reader.ts';
import { openMysqlReader } from '../../../src/store/reader/reader-mysql.ts';
import { databases, type TestDatabase } from '../../support/databases.ts';
import { type Ledger, otherLedger, ownLedger, PLANTED } from './two-ledgers.ts';

const mysql = databases.find(({ name }) => name === 'mysql');

let database: TestDatabase;
let admin: Connection;
let own: Ledger;
let other: Ledger;
let reader: LedgerReader;

beforeAll(async () => {
  if (!mysql) return;
  database = await mysql.openBareDatabase();
  const { migrate } = await import('../../../src/store/migrate.ts');
  await migrate(database);
  own = await ownLedger(database, 60);
  other = await otherLedger(database);
  reader = openMysqlReader(database.url);
  admin = await createConnection(new URL(new URL(database.url).pathname.slice(1), inject('mysqlServer')).href);
});

afterAll(async () => {
  await reader?.close();
  await admin?.end();
});

/** "engine: There is no table x.", or the rows where it is answered. */
async function outcomeOf(sql: string, milliseconds = READ_LIMITS.milliseconds): Promise<string> {
  try {
    const { rows } = await reader.read(own.id, sql, { ...READ_LIMITS, milliseconds });
    return JSON.stringify(rows);
  } catch (error) {
    if (error instanceof QueryRefused) return `${error.layer}: ${error.message} ${error.hint}`;
    throw error;
  }
}

/** Of every table, and every account and grant of the server's. */
async function checksums(): Promise<string> {
  const [tables] = await admin.query(
    `SELECT table_schema AS s, table_name AS t FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND (table_schema = DATABASE() OR table_schema = 'mysql' AND table_name IN
       ('global_priv', 'db', 'tables_priv', 'columns_priv', 'procs_priv', 'user')) ORDER BY s, t`,
  );
  const names = (tables as { s: string; t: string }[]).map(({ s, t }) => `\`${s}\`.\`${t}\``);
  const own = names.filter((name) => !name.startsWith('`mysql`'));
  const [sums] = await admin.query(`CHECKSUM TABLE ${own.join(', ')}`);
  const [grants] = await admin.query(`SHOW GRANTS FOR CURRENT_USER()`);
  const [views] = await admin.query('SELECT * FROM information_schema.views WHERE table_schema = DATABASE()');
  return JSON.stringify([names, sums, grants, views]);
}

async function scopeRows(): Promise<unknown> {
  const [rows] = await admin.query('SELECT * FROM ReaderScope');
  return rows;
}

const tables = ['Entry', '`Entry`', 'Person', 'Ledger', 'Category', 'Budget', 'Turn', 'SqlQuery', 'ReaderScope'];
const elsewhere = ['mysql.user', 'mysql.db', 'mysql.`global_priv`', 'sys.version', 'performance_schema.threads'];
const schemas = [
  'information_schema.tables',
  'INFORMATION_SCHEMA.PROCESSLIST',
  '`information_schema`.`processlist`',
  'information_schema . /* */ columns',
  'İnformation_schema.processlist',
  'ınformation_schema.processlist',
  'performance_schema.session_status',
];

/** Each must be refused by the engine. */
const forbidden: readonly string[] = [
  ...[...tables, ...elsewhere, ...schemas].flatMap((table) => [
    `SELECT * FROM ${table}`,
    `SELECT 1 FROM categories WHERE EXISTS (SELECT 1 FROM ${table})`,
    `WITH entries AS (SELECT * FROM ${table}) SELECT count(*) FROM entries`,
    `SELECT 1 UNION SELECT count(*) FROM ${table}`,
    `SELECT c.name FROM categories c NATURAL JOIN ${table}`,
    `SELECT name FROM categories ORDER BY (SELECT count(*) FROM ${table})`,
  ]),
  'SELECT ledgerId FROM entries',
  'SELECT e.ledgerId FROM entries',
  'SELECT s.ledgerId FROM entries',
  // Writes
  "INSERT INTO categories VALUES ('a', 'b')",
  "UPDATE entries SET note = 'x'",
  'DELETE FROM entries',
  "REPLACE INTO categories VALUES ('a', 'b')",
  'WITH a AS (SELECT 1) DELETE FROM entries',
  "WITH a AS (SELECT 1) UPDATE entries SET note = 'x'",
  'TRUNCATE TABLE Entry',
  'CREATE TABLE made (a int)',
  'CREATE TEMPORARY TABLE made (a int)',
  'CREATE OR REPLACE VIEW entries AS SELECT 1',
  'DROP VIEW entries',
  'ALTER TABLE Entry ADD made int',
  'LOAD DATA LOCAL INFILE "/etc/passwd" INTO TABLE Entry',
  // Files
  "SELECT 1 INTO OUTFILE '/tmp/purser-stolen'",
  "SELECT note FROM entries INTO DUMPFILE '/tmp/purser-stolen'",
  "(SELECT 1) INTO OUTFILE '/tmp/purser-stolen'",
  "SELECT load_file('/etc/passwd')",
  "SELECT LOAD_FILE/**/('/etc/passwd')",
  "SELECT `load_file`('/etc/passwd')",
  // Locks
  'SELECT * FROM entries FOR UPDATE',
  'SELECT * FROM entries FOR/**/UPDATE',
  'SELECT * FROM entries FOR SHARE',
  'SELECT * FROM entries LOCK IN SHARE MODE',
  'SELECT * FROM entries LOCK -- \n IN SHARE MODE',
  "SELECT get_lock('purser', 0)",
  'SELECT release_all_locks()',
  'LOCK TABLES entries READ',
  // Variables and settings
  'SELECT 1 INTO @stolen',
  'SELECT @stolen := note FROM entries',
  'SELECT @@datadir',
  'SET max_statement_time = 0',
  'SET STATEMENT max_statement_time = 0 FOR SELECT 1',
  `SET STATEMENT pseudo_thread_id = 1 FOR SELECT * FROM entries`,
  'SET ROLE ALL',
  // Orders inside comments
  'SELECT /*!50000 note FROM Entry UNION SELECT */ 1',
  '/*!50000 DELETE FROM entries */',
  '/*M!100000 DELETE FROM entries */',
  'SELECT /*+ MAX_EXECUTION_TIME(0) */ 1',
  'SELECT /*+ NO_INDEX(e) */ count(*) FROM entries',
  'SELECT * FROM entries IGNORE INDEX (Entry_ledgerId_day_idx)',
  // Other statements
  'SELECT 1; DELETE FROM Entry',
  'SELECT 1; SELECT 2',
  'SHOW TABLES',
  'SHOW CREATE VIEW entries',
  'SHOW PROCESSLIST',
  'DESCRIBE Entry',
  'EXPLAIN SELECT * FROM entries',
  'ANALYZE SELECT * FROM entries',
  'HANDLER entries OPEN',
  'DO 1',
  'CALL made()',
  'SELECT made()',
  'SELECT nextval(made)',
  'KILL 1',
  'FLUSH TABLES',
  'USE mysql',
  'BEGIN',
  'COMMIT',
  'XA START "a"',
  'PREPARE made FROM "SELECT 1"',
  'EXECUTE IMMEDIATE "SELECT 1"',
  'BEGIN NOT ATOMIC SELECT 1; END',
  'SELECT * FROM entries PROCEDURE ANALYSE()',
  'VALUES (1)',
  // Not SQL
  '',
  ';',
  '-- nothing',
  '/* nothing',
  "SELECT 'open",
  'SELECT ?',
  'SELECT :id',
  'ЅELECT 1',
];

describe.runIf(mysql)('what is forbidden on MySQL', () => {
  test('is refused in every spelling, changes nothing and tells nothing', { timeout: 60_000 }, async () => {
    await outcomeOf('SELECT 1');
    const before = await checksums();
    const wrong: string[] = [];
    for (const sql of forbidden) {
      const outcome = await outcomeOf(sql);
      if (!outcome.startsWith('engine: ')) wrong.push(`${sql} → ${outcome.slice(0, 200)}`);
      // What was not written in the query is not said in the refusal.
      const added = outcome.split(/\W+/).filter((word) => !sql.includes(word));
      expect(added.join(' '), sql).not.toMatch(/planted|purser_|127|localhost|root|ledgerId|deletedAt|Scope|\/var/);
    }
    expect(wrong).toEqual([]);
    expect(await checksums()).toBe(before);
    expect(await scopeRows()).toEqual([]);
    expect(existsSync('/tmp/purser-stolen')).toBe(false);
    expect(await outcomeOf('SELECT count(*) > 0 FROM entries')).toBe('[[1]]');
  });

  // By hand: what MariaDB offers to everybody, and what it says of the server.
  test.each([
    ['SELECT database() IS NULL, current_user() IS NULL', '[[0,0]]'],
    ["SELECT 'SELECT /* */ FOR UPDATE @ mysql.user' AS x", '[["SELECT /* */ FOR UPDATE @ mysql.user"]]'],
    ['  -- a comment\n # another\n /* one more */ (SELECT 1)', '[[1]]'],
    ["SELECT 'it''s', \"a\\\"b\"", '[["it\'s","a\\"b"]]'],
    ['SELECT 1.50, -0.001, 12345678901234567890.5, 1e3, 2/3', '[[1.5,-0.001,"12345678901234567890.5",1000,0.6667]]'],
    ["SELECT DATE '2026-11-21', x'4142', b'101'", '[["2026-11-21","4142","05"]]'],
    ['SELECT NULL, TRUE', '[[null,1]]'],
  ])('%s is answered', async (sql, expected) => {
    expect(await outcomeOf(sql)).toBe(expected);
  });
});

describe.runIf(mysql)('a condition of a query', () => {
  // If the server compared the ledger later than these, they would fail or wait for rows of the other ledger.
  const slow = (column: string) => `IF(${column} LIKE '${PLANTED}%', sleep(9), 0) = 0`;
  const fails = (column: string) => `IF(${column} LIKE '${PLANTED}%', (SELECT 1 UNION SELECT 2), 1) = 1`;
  test.each([
    `SELECT count(*) FROM entries WHERE ${fails('note')}`,
    `SELECT count(*) FROM entries WHERE ${slow('merchant')}`,
    `SELECT count(*) FROM entries WHERE ${slow('note')} AND day > '2000-01-01'`,
    `SELECT count(*) FROM entries WHERE ${fails('category')}`,
    `SELECT count(*) FROM entries WHERE category <> 'x' AND ${slow('category')}`,
    `SELECT count(*) FROM entries WHERE ${slow('added_by')} AND added_by LIKE '%n%'`,
    `SELECT count(*) FROM entries WHERE added_by > '' AND ${fails('added_by')}`,
    `SELECT count(*) FROM categories WHERE ${fails('name')}`,
    `SELECT count(*) FROM categories c LEFT JOIN entries e ON ${slow('e.note')}`,
    `SELECT count(*) FROM categories c JOIN entries e ON ${slow('c.name')} AND e.category = c.name`,
    'SELECT count(*) FROM budgets WHERE IF(amount > 90000, sleep(9), 0) = 0',
    `SELECT count(*) FROM budgets WHERE ${slow('category')}`,
    `SELECT STRAIGHT_JOIN count(*) FROM categories c, entries e WHERE ${slow('e.added_by')}`,
    `SELECT id FROM entries WHERE ${slow('note')} ORDER BY id LIMIT 1`,
    `SELECT day FROM entries WHERE ${fails('note')} ORDER BY day DESC LIMIT 1`,
    `SELECT day, count(*) FROM entries WHERE ${slow('note')} GROUP BY day`,
    `SELECT min(day), max(id) FROM entries WHERE ${slow('note')}`,
    `SELECT 1 FROM categories WHERE EXISTS (SELECT 1 FROM entries WHERE ${fails('note')} AND category = name)`,
    `SELECT name FROM categories WHERE name IN (SELECT category FROM entries WHERE ${slow('merchant')})`,
  ])('never runs on rows of another ledger: %s', async (sql) => {
    const outcome = await outcomeOf(sql, 3_000);
    expect(outcome).toMatch(/^\[/);
    // The control: on rows of one's own it does.
    const seen = await reader
      .read(other.id, sql, { ...READ_LIMITS, milliseconds: 300 })
      .catch((error: unknown) => error);
    expect(seen).toBeInstanceOf(QueryRefused);
  });

  test('leaves every table to an index that begins with the ledger, or to a key', async () => {
    await outcomeOf('SELECT 1');
    const [[row]] = (await admin.query('SELECT CONNECTION_ID() AS id')) as unknown as [[{ id: number }]];
    await admin.query('REPLACE INTO ReaderScope VALUES (?, ?, UTC_TIMESTAMP(3) + INTERVAL 1 MINUTE)', [row.id, own.id]);
    const { selects } = await import('./generate-selects.ts');
    const { sample } = (await import('fast-check')).default;
    const queries = sample(selects({ texts: ['groceries', 'Ann'], days: ['2026-03-03'] }), 150);
    const reached = new Set<string>();
    for (const sql of queries) {
      const steps = await admin.query(`EXPLAIN ${sql}`).catch(() => [[]]);
      for (const { table, type, key } of steps[0] as { table: string; type: string; key: string }[]) {
        if (/^[ecplbs]$/.test(table ?? '') && type !== null) reached.add(`${table} ${type} ${key}`);
      }
    }
    await admin.query('DELETE FROM ReaderScope');
    expect(reached.size).toBeGreaterThan(3);
    const fine =
      /^(?:[ec] (?:ref|range|ref_or_null|index_merge|ref\|filter|range\|filter|eq_ref\|filter) (?:Entry_ledgerId|Category_ledgerId)\w+|b (?:ref|range) Budget_ledgerId\w+|[cpls] (?:eq_ref|const) PRIMARY|[cl] const null)/;
    expect([...reached].filter((step) => !fine.test(step))).toEqual([]);
  });
});
