import { describe, expect, test } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { Prisma } from '../../src/store/generated/sqlite/client.ts';
import { migrate } from '../../src/store/migrate.ts';
import { databases } from '../support/databases.ts';
import { readSchemaFile } from '../support/schema-file.ts';
import { columnsOf, indexesOf, tableNames } from '../support/table-rows.ts';

/** The tables with their columns and indexes, each in an order of its own. */
function sorted({ columns, indexes }: ReturnType<typeof readSchemaFile>) {
  return {
    columns: columns.toSorted((a, b) => compare(`${a.table}.${a.column}`, `${b.table}.${b.column}`)),
    indexes: indexes.toSorted((a, b) => compare(a.name, b.name)),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

async function readDatabase(database: Database) {
  const tables = await tableNames(database);
  const columns = await Promise.all(tables.map((table) => columnsOf(database, table)));
  const indexes = await Promise.all(tables.map((table) => indexesOf(database, table)));
  return sorted({ columns: columns.flat(), indexes: indexes.flat() });
}

describe.each(databases)('the migrated database on $name', ({ name: dialect, openBareDatabase, openTestDatabase }) => {
  test('has exactly the tables, columns and indexes of schema.prisma', async () => {
    const expected = sorted(readSchemaFile(dialect));
    expect(await readDatabase(await openTestDatabase())).toEqual(expected);
  });

  test('is read whole: the schema file has every model and field of the generated client', () => {
    const { columns, indexes } = readSchemaFile(dialect);
    const tables = Object.groupBy(columns, (column) => column.table);
    expect(Object.keys(tables).sort()).toEqual(Object.keys(Prisma.ModelName).sort());
    for (const [table, found] of Object.entries(tables)) {
      const fields = Reflect.get(Prisma, `${table}ScalarFieldEnum`);
      expect(found?.map(({ column }) => column)).toEqual(Object.keys(fields));
      expect(
        found?.some(({ keyPosition }) => keyPosition === 1),
        table,
      ).toBe(true);
    }
    expect(indexes.length).toBeGreaterThan(15);
  });

  const quote = dialect === 'sqlite' ? '"' : '`';
  const ofTable = (table: string) => (dialect === 'mysql' ? ` ON ${table}` : '');
  test('would not pass with a difference of any kind', async () => {
    const database = await openBareDatabase();
    await migrate(database);
    // One after the other on one database, which takes long to be made.
    let before = await readDatabase(database);
    for (const [difference, sql] of [
      ['a column too many', 'ALTER TABLE Entry ADD COLUMN extra BIGINT'],
      ['a column that is missing', 'ALTER TABLE Entry DROP COLUMN extra'],
      ['a column of another type', 'ALTER TABLE Entry DROP COLUMN note;ALTER TABLE Entry ADD COLUMN note BIGINT'],
      ['an index too many', 'CREATE INDEX Entry_day_idx ON Entry (day)'],
      [
        'an index in another order',
        `DROP INDEX Entry_ledgerId_day_idx${ofTable('Entry')};CREATE INDEX Entry_ledgerId_day_idx ON Entry (day, ledgerId)`,
      ],
      ['an index that is missing', `DROP INDEX Entry_ledgerId_day_idx${ofTable('Entry')}`],
      [
        'an index that is no longer unique',
        `DROP INDEX Turn_key_key${ofTable('Turn')};CREATE INDEX Turn_key_key ON Turn (${quote}key${quote})`,
      ],
      ['a table too many', 'CREATE TABLE Extra (id BIGINT)'],
      ['a table that is missing', 'DROP TABLE Ledger'],
    ] as const) {
      for (const statement of sql.split(';')) await database.client.$executeRawUnsafe(statement);
      const after = await readDatabase(database);
      expect(after, difference).not.toEqual(before);
      before = after;
    }
  });
});

test.runIf(databases[1])(
  'tables on MySQL compare by bytes, take every character, and have no foreign keys',
  async () => {
    const { client } = await (databases[1] as (typeof databases)[number]).openTestDatabase();
    const tables = await client.$queryRawUnsafe<{ engine: string; collation: string }[]>(
      `SELECT DISTINCT engine AS engine, table_collation AS collation FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_name <> '_prisma_migrations' AND table_type = 'BASE TABLE'`,
    );
    expect(tables).toEqual([{ engine: 'InnoDB', collation: 'utf8mb4_bin' }]);
    const columns = await client.$queryRawUnsafe<{ collation: string }[]>(
      `SELECT DISTINCT collation_name AS collation FROM information_schema.columns
     WHERE table_schema = DATABASE() AND table_name NOT IN ('_prisma_migrations', 'entries', 'budgets', 'categories')
       AND collation_name IS NOT NULL`,
    );
    expect(columns).toEqual([{ collation: 'utf8mb4_bin' }]);
    const keys = await client.$queryRawUnsafe(
      'SELECT * FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE()',
    );
    expect(keys).toEqual([]);
  },
);
