/** The history of queries over a ledger. */

import { newId } from '../id.ts';
import type { Queries } from './database.ts';

export interface SqlQueryRow {
  readonly id: string;
  readonly ledgerId: string;
  readonly personId: string;
  readonly turnId: string | null;
  /** What was asked in words; null for a query that was typed. */
  readonly question: string | null;
  readonly sql: string;
  /** The query without its values. */
  readonly shape: string;
  readonly shapeDigest: string;
  /** Null for a query that was not answered. */
  readonly rowCount: number | null;
  readonly milliseconds: number;
  /** Rows of one table that were read whole; null where nobody counted. */
  readonly scannedRows: bigint | null;
  readonly layer: string | null;
  readonly error: string | null;
  /** What a model would have liked the tables to be like, for administrators to read. */
  readonly suggestion: string | null;
  readonly createdAt: Date;
}

export async function addSqlQuery(db: Queries, row: Omit<SqlQueryRow, 'id'>): Promise<string> {
  const id = newId();
  await db.sqlQuery.create({ data: { id, ...row } });
  return id;
}

interface Owner {
  readonly personId: string;
  readonly ledgerId: string;
}

/** The person's latest queries over the ledger, oldest first, and how many came before them. */
export async function recentSqlQueries(
  db: Queries,
  { personId, ledgerId }: Owner,
  limit: number,
): Promise<{ earlier: number; rows: SqlQueryRow[] }> {
  const count = await db.sqlQuery.count({ where: { personId, ledgerId } });
  const rows = await db.sqlQuery.findMany({
    where: { personId, ledgerId },
    orderBy: { id: 'desc' },
    take: limit,
  });
  return { earlier: count - rows.length, rows: rows.reverse() };
}

/** The person's query of this number, counted from 1 for their oldest; the latest when none is given. */
export async function numberedSqlQuery(
  db: Queries,
  { personId, ledgerId }: Owner,
  number: number | null,
): Promise<SqlQueryRow | null> {
  return await db.sqlQuery.findFirst({
    where: { personId, ledgerId },
    orderBy: { id: number === null ? 'desc' : 'asc' },
    skip: number === null ? 0 : number - 1,
  });
}

/** The query with this id, if it is the person's own over this ledger. */
export async function findSqlQuery(
  db: Queries,
  { personId, ledgerId }: Owner,
  id: string,
): Promise<SqlQueryRow | null> {
  return await db.sqlQuery.findFirst({ where: { id, personId, ledgerId } });
}

/** Everybody's queries since then, for an administrator's statistics: in batches, oldest first. */
export async function* sqlQueriesSince(db: Queries, since: Date, batch = 1_000): AsyncGenerator<SqlQueryRow[]> {
  for (let after = ''; ; ) {
    const rows = await db.sqlQuery.findMany({
      where: { createdAt: { gte: since }, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: batch,
    });
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = last.id;
  }
}
