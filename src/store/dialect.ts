/** Which SQL a query is to be written in, for the few that Prisma can't write for both. */

import type { Queries } from './database.ts';

/** The dialect of the client or transaction: both know their provider, though their type does not say so. */
export function dialectOf(db: Queries): 'sqlite' | 'mysql' {
  const provider: unknown = Reflect.get(db, '_activeProvider');
  if (provider !== 'sqlite' && provider !== 'mysql') throw new Error(`no dialect for ${provider}`);
  return provider;
}
