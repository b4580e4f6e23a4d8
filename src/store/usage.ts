/** What each call of a connected model used and cost. */

import { newId } from '../id.ts';
import type { Queries } from './database.ts';

export interface ModelCall {
  readonly personId: string;
  readonly turnId: string;
  readonly model: string;
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly outputTokens: number;
  readonly milliseconds: number;
  /** millionths of a US dollar; null when the model's price is not set */
  readonly costMicros: bigint | null;
}

export async function addModelCall(db: Queries, call: ModelCall, createdAt: Date): Promise<void> {
  await db.modelUsage.create({ data: { id: newId(), ...call, createdAt } });
}

/** What the person's model calls since `since` cost, in millionths of a US dollar. */
export async function costSince(db: Queries, personId: string, since: Date): Promise<bigint> {
  const sum = await db.modelUsage.aggregate({
    where: { personId, createdAt: { gte: since } },
    _sum: { costMicros: true },
  });
  return sum._sum.costMicros ?? 0n;
}
