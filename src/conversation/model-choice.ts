/** Which model takes a turn, and what its answers cost. */

import type { Temporal } from 'temporal-polyfill';
import type { Model } from '../models/model.ts';
import { costMicros } from '../models/prices.ts';
import { costSince, type ModelCall } from '../store/usage.ts';
import type { House } from './house.ts';
import type { UsageListener } from './rounds.ts';

/** The connected model, or the offline one where none is connected or the person's limit for this month (UTC) is reached. */
export async function chooseModel(
  house: House,
  personId: string,
  now: Temporal.Instant,
): Promise<{ model: Model; costReached: boolean }> {
  const { connected, offline } = house;
  if (!connected) return { model: offline, costReached: false };
  if (connected.monthlyLimitMicros === null) return { model: connected.model, costReached: false };
  const month = now.toZonedDateTimeISO('UTC').with({ day: 1 }).startOfDay();
  const spent = await costSince(house.database.client, personId, new Date(month.epochMilliseconds));
  const costReached = spent >= connected.monthlyLimitMicros;
  return { model: costReached ? offline : connected.model, costReached };
}

/** Collects what each answer of a turn used, to be kept when the turn is committed. */
export function countCalls(
  house: House,
  owner: { readonly personId: string; readonly turnId: string },
): { calls: readonly ModelCall[]; onUsage: UsageListener } {
  const calls: ModelCall[] = [];
  const prices = house.connected?.prices;
  return {
    calls,
    onUsage(model, usage, milliseconds) {
      const cost = prices ? costMicros(usage, prices) : null;
      calls.push({
        ...owner,
        model: model.name,
        ...usage,
        milliseconds: Math.round(milliseconds),
        costMicros: cost,
      });
      house.meters?.modelCalled(model.name, 'answered', { ...usage, costMicros: cost });
    },
  };
}
