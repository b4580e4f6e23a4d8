/** A small ledger under the names of the views, in a real SQLite and a real MySQL or MariaDB, to run queries on. */

import { DatabaseSync } from 'node:sqlite';
import { createConnection } from 'mysql2/promise';
import { inject } from 'vitest';
import type { Dialect } from '../../src/sql/tokens.ts';

export type Rows = unknown[][];

export interface SampleLedger {
  readonly dialect: Dialect;
  /** The rows of a SELECT, as they come. */
  run(sql: string): Promise<Rows>;
  close(): Promise<void>;
}

const notes = [
  'lunch',
  'it\'s "late"',
  'café',
  '100% sure',
  'back\\slash',
  'under_score',
  null,
  'Lunch',
  'taxi',
  'ünïcode',
];
const merchants = ['Zara', null, 'Corner Shop', 'zara'];
const categories = ['dining', 'transport', 'housing', 'salary'];

/** id, day, month, kind, amount, currency, amount_home, category, merchant, note, added_by */
const entries = Array.from({ length: 60 }, (_, at) => {
  const day = new Date(Date.UTC(2026, 7, 25 + at * 2)).toISOString().slice(0, 10);
  const kind = at % 11 === 0 ? 'income' : at % 7 === 0 ? 'refund' : 'expense';
  const amount = ((at * 37) % 90) + (at % 4) / 4 + 1;
  const home = at % 9 === 4 ? null : amount;
  return [
    ...[`e${String(at).padStart(2, '0')}`, day, day.slice(0, 7), kind, amount, at % 5 === 0 ? 'USD' : 'EUR', home],
    ...[categories[at % 3], merchants[at % 4], notes[at % 10], at % 2 === 0 ? 'Ana' : null],
  ];
});
const budgets = [
  ['dining', 300, 'EUR', 'monthly'],
  ['total', 2000, 'EUR', 'monthly'],
];

const create = [
  `CREATE TABLE entries (id VARCHAR(36), day VARCHAR(10), month VARCHAR(7), kind VARCHAR(10), amount DOUBLE,
    currency VARCHAR(3), amount_home DOUBLE, category VARCHAR(50), merchant VARCHAR(50), note VARCHAR(50), added_by VARCHAR(50))`,
  'CREATE TABLE budgets (category VARCHAR(50), amount DOUBLE, currency VARCHAR(3), period VARCHAR(10))',
  'CREATE TABLE categories (name VARCHAR(50), kind VARCHAR(10))',
];
const inserts: [string, readonly unknown[]][] = [
  ...entries.map((row): [string, unknown[]] => ['INSERT INTO entries VALUES (?,?,?,?,?,?,?,?,?,?,?)', row]),
  ...budgets.map((row): [string, unknown[]] => ['INSERT INTO budgets VALUES (?,?,?,?)', row]),
  ...categories.map((name): [string, unknown[]] => [
    'INSERT INTO categories VALUES (?,?)',
    [name, name === 'salary' ? 'income' : 'expense'],
  ]),
];

export async function openSqliteSample(): Promise<SampleLedger> {
  const database = new DatabaseSync(':memory:');
  for (const statement of create) database.exec(statement);
  for (const [statement, values] of inserts) database.prepare(statement).run(...(values as string[]));
  return {
    dialect: 'sqlite',
    async run(sql) {
      const statement = database.prepare(sql);
      statement.setReturnArrays(true);
      return statement.all() as unknown as Rows;
    },
    async close() {
      database.close();
    },
  };
}

/** On the test server, in a database that is gone at the end. Null where there is no server. */
export async function openMysqlSample(): Promise<SampleLedger | null> {
  const server = inject('mysqlServer');
  if (!server) return null;
  const name = `${inject('databasePrefix')}sql_${process.pid}_${process.env.VITEST_POOL_ID}`;
  const connection = await createConnection({ uri: server, rowsAsArray: true, dateStrings: true });
  await connection.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4`);
  await connection.query(`USE \`${name}\``);
  for (const statement of create) await connection.query(statement);
  for (const [statement, values] of inserts) await connection.query(statement, [...values]);
  return {
    dialect: 'mysql',
    async run(sql) {
      const [rows] = await connection.query(sql);
      return rows as Rows;
    },
    async close() {
      await connection.query(`DROP DATABASE \`${name}\``);
      await connection.end();
    },
  };
}
