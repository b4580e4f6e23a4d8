/** Looks into any table of a database and fills it, knowing nothing of the schema beforehand. */

import type { Database } from '../../src/store/database.ts';

export type Column = {
  table: string;
  column: string;
  /** as the database says it, in lower case */
  type: string;
  nullable: boolean;
  /** as the database says it */
  default: string | null;
  /** its place in the primary key from 1, or 0 */
  keyPosition: number;
};

export type Index = { table: string; name: string; unique: boolean; columns: string[] };

/** The tables, without those that belong to the database, to the migrations or to the reading of queries. */
export async function tableNames({ client, dialect }: Database): Promise<string[]> {
  const rows = await client.$queryRawUnsafe<{ name: string }[]>(
    dialect === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name",
  );
  return rows.map((row) => row.name).filter((name) => !['_prisma_migrations', 'ReaderScope'].includes(name));
}

/** The columns of a table, in order. */
export async function columnsOf({ client, dialect }: Database, table: string): Promise<Column[]> {
  const rows = await client.$queryRawUnsafe<Record<string, unknown>[]>(
    dialect === 'sqlite'
      ? `SELECT name AS c, lower(type) AS t, "notnull" = 0 AS n, dflt_value AS d, pk AS k FROM pragma_table_info('${table}')`
      : `SELECT c.column_name AS c, lower(c.column_type) AS t, c.is_nullable = 'YES' AS n, c.column_default AS d,
           coalesce(s.seq_in_index, 0) AS k
         FROM information_schema.columns c LEFT JOIN information_schema.statistics s
           ON s.table_schema = c.table_schema AND s.table_name = c.table_name AND s.column_name = c.column_name
           AND s.index_name = 'PRIMARY'
         WHERE c.table_schema = DATABASE() AND c.table_name = '${table}' ORDER BY c.ordinal_position`,
  );
  return rows.map((row) => ({
    table,
    column: String(row.c),
    // MariaDB adds a width to whole numbers, which means nothing.
    type: String(row.t).replace(/int\(\d+\)/, 'int'),
    nullable: Number(row.n) === 1,
    default: row.d === null || row.d === 'NULL' ? null : String(row.d),
    keyPosition: Number(row.k),
  }));
}

/** The indexes of a table, but for its primary key. */
export async function indexesOf({ client, dialect }: Database, table: string): Promise<Index[]> {
  const rows = await client.$queryRawUnsafe<{ name: string; isUnique: unknown; col: string }[]>(
    dialect === 'sqlite'
      ? `SELECT l.name AS name, l."unique" AS isUnique, i.name AS col
         FROM pragma_index_list('${table}') l, pragma_index_info(l.name) i WHERE l.origin <> 'pk' ORDER BY l.name, i.seqno`
      : `SELECT index_name AS name, non_unique = 0 AS isUnique, column_name AS col FROM information_schema.statistics
         WHERE table_schema = DATABASE() AND table_name = '${table}' AND index_name <> 'PRIMARY'
         ORDER BY index_name, seq_in_index`,
  );
  return [...Map.groupBy(rows, (row) => row.name)].map(([name, parts]) => ({
    table,
    name,
    unique: Number(parts[0]?.isUnique) === 1,
    columns: parts.map((part) => part.col),
  }));
}

/** Adds rows that differ in every column to every table, and returns how many each has then. */
export async function fillTables(database: Database, rowsPerTable = 3): Promise<Record<string, number>> {
  const quote = database.dialect === 'sqlite' ? '"' : '`';
  const tables = await tableNames(database);
  const columnsByTable = await Promise.all(tables.map((table) => columnsOf(database, table)));
  await database.transaction(async (tx) => {
    for (const [index, table] of tables.entries()) {
      const columns = columnsByTable[index] ?? [];
      const names = columns.map(({ column }) => quote + column + quote).join(', ');
      for (let row = 1; row <= rowsPerTable; row++) {
        await tx.$executeRawUnsafe(
          `INSERT INTO ${quote}${table}${quote} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
          ...columns.map((column) => exampleValue(column, row)),
        );
      }
    }
  });
  return countRows(database);
}

export async function countRows(database: Database): Promise<Record<string, number>> {
  const quote = database.dialect === 'sqlite' ? '"' : '`';
  const counts: Record<string, number> = {};
  for (const table of await tableNames(database)) {
    const [row] = await database.client.$queryRawUnsafe<{ n: unknown }[]>(
      `SELECT count(*) AS n FROM ${quote}${table}${quote}`,
    );
    counts[table] = Number(row?.n);
  }
  return counts;
}

function exampleValue({ type, nullable, column }: Column, row: number): unknown {
  if (nullable && row === 1) return null;
  if (/int/.test(type)) return row;
  if (/date/.test(type)) return new Date(Date.UTC(2026, 0, row));
  if (/real|double|float|decimal|numeric/.test(type)) return row + 0.5;
  if (/blob|binary/.test(type)) return Buffer.from([row]);
  const width = Number(/\((\d+)\)/.exec(type)?.[1] ?? Number.POSITIVE_INFINITY);
  return `${column} ${row}`.slice(-width);
}
