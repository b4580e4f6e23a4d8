/** What schema.prisma asks of a database, read from its text: the tables, their columns and their indexes. */

import { readFileSync } from 'node:fs';
import type { Column, Index } from './table-rows.ts';

type Dialect = 'sqlite' | 'mysql';

const files: Record<Dialect, string> = {
  sqlite: '../../prisma/schema.prisma',
  mysql: '../../prisma/generated/mysql.prisma',
};

// The types that Prisma's own tool would write.
const columnTypes: Record<Dialect, Record<string, string>> = {
  sqlite: { String: 'text', Int: 'integer', BigInt: 'bigint', DateTime: 'datetime' },
  mysql: { String: 'varchar(191)', Int: 'int', BigInt: 'bigint', DateTime: 'datetime(3)' },
};

/** Throws at a line that it does not understand, so that nothing in the schema goes unchecked. */
export function readSchemaFile(dialect: Dialect): { columns: Column[]; indexes: Index[] } {
  const columns: Column[] = [];
  const indexes: Index[] = [];
  let table: string | undefined;

  for (const line of readFileSync(new URL(files[dialect], import.meta.url), 'utf8').split('\n')) {
    const text = line.replace(/\/\/.*$/, '').trim();
    const opening = text.match(/^(\w+) (\w+) \{$/);
    if (opening) table = opening[1] === 'model' ? opening[2] : undefined;
    else if (table !== undefined && text !== '' && text !== '}') readLine(table, text);
  }
  return { columns, indexes };

  function readLine(table: string, text: string): void {
    const block = text.match(/^@@(id|unique|index)\(\[([\w, ]+)\]\)$/);
    if (block) {
      addKey(table, block[1] ?? '', (block[2] ?? '').split(/,\s*/));
      return;
    }

    const field = text.match(/^(\w+)\s+(String|Int|BigInt|DateTime)(\??)((?:\s+@\S+)*)$/);
    if (!field) throw new Error(`schema.prisma: "${text}" in ${table} is not understood; teach this file about it.`);
    const [, column = '', type = '', optional, rest = ''] = field;
    columns.push({
      table,
      column,
      type: columnTypes[dialect][type] ?? '',
      nullable: optional === '?',
      default: null,
      keyPosition: 0,
    });
    for (const attribute of rest.split(/\s+/).filter(Boolean)) readAttribute(table, column, attribute);
  }

  function readAttribute(table: string, column: string, attribute: string): void {
    const [last] = columns.slice(-1);
    const nativeType = attribute.match(/^@db\.(\w+(\(\d+\))?)$/)?.[1];
    const start = attribute.match(/^@default\((\d+)\)$/)?.[1];
    if (attribute === '@id') addKey(table, 'id', [column]);
    else if (attribute === '@unique') addKey(table, 'unique', [column]);
    else if (last && nativeType) last.type = nativeType.toLowerCase();
    else if (last && start) last.default = start;
    else
      throw new Error(`schema.prisma: ${attribute} of ${table}.${column} is not understood; teach this file about it.`);
  }

  function addKey(table: string, kind: string, names: string[]): void {
    if (kind === 'id') {
      for (const column of columns) if (column.table === table) column.keyPosition = names.indexOf(column.column) + 1;
    } else {
      const name = [table, ...names, kind === 'unique' ? 'key' : 'idx'].join('_');
      indexes.push({ table, name, unique: kind === 'unique', columns: names });
    }
  }
}
