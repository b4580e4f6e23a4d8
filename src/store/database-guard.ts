/** Keeps a transaction honest: once the database has undone it, nothing more runs in it and it can't be committed. */

import type { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PlatformError } from '../errors.ts';

export type Adapter = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>;
/** What a Prisma client is given, whatever the dialect. */
export type AdapterFactory = {
  readonly provider: Adapter['provider'];
  readonly adapterName: string;
  connect(): Promise<Adapter>;
};

export type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>;

/**
 * The same transaction with its errors translated.
 *
 * After a deadlock, a full disk or a lost connection the database has already rolled back, and a later statement would
 * be committed on its own. So from then on every statement and the commit fail with the first error, even when
 * the work caught it.
 */
export function guardTransaction(inner: Transaction, translate: (error: unknown) => unknown): Transaction {
  let undoneBy: PlatformError | undefined;

  async function guarded<T>(step: () => Promise<T>): Promise<T> {
    if (undoneBy) throw undoneBy;
    try {
      return await step();
    } catch (error) {
      const translated = translate(error);
      if (translated instanceof PlatformError) undoneBy = translated;
      throw translated;
    }
  }

  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    options: inner.options,
    queryRaw: (query) => guarded(() => inner.queryRaw(query)),
    executeRaw: (query) => guarded(() => inner.executeRaw(query)),
    createSavepoint: (name) => guarded(async () => inner.createSavepoint?.(name)),
    rollbackToSavepoint: (name) => guarded(async () => inner.rollbackToSavepoint?.(name)),
    releaseSavepoint: (name) => guarded(async () => inner.releaseSavepoint?.(name)),
    async commit() {
      if (undoneBy) {
        await inner.rollback().catch(() => {}); // the first error is the one to tell
        throw undoneBy;
      }
      await guarded(() => inner.commit());
    },
    async rollback() {
      try {
        await inner.rollback();
      } catch (error) {
        throw translate(error);
      }
    },
  };
}
