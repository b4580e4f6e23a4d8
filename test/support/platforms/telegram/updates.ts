/** Updates that wait for the bot: one queue, kept until they are confirmed, for a day at most. */

import { ApiError, badRequest, type Update } from './bot-api.ts';
import type { SimulatedTime } from './time.ts';

export interface UpdateFaults {
  /** Each update of a batch comes this often, as after a confirmation that got lost. */
  repeat?: number;
  /** Puts a batch in another order. */
  shuffle?: (batch: Update[]) => Update[];
}

type Body = Omit<Update, 'update_id'>;

const DAY = 24 * 60 * 60 * 1000;
/** Kinds that come only to bots that ask for them by name. */
const onRequest = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

export function createUpdates(time: SimulatedTime) {
  let nextId = 710_000_001;
  let queue: { update: Update; at: number; attempts: number }[] = [];
  let allowed: readonly string[] | null = null;
  let poll: { terminate(by: string): void } | null = null;
  const listeners = new Set<() => void>();
  const faults: UpdateFaults = {};

  function push(body: Body): Update {
    const kind = Object.keys(body)[0] ?? '';
    const update = { update_id: nextId, ...body };
    nextId += 1;
    const isWanted = allowed?.length ? allowed.includes(kind) : !onRequest.has(kind);
    if (isWanted) queue.push({ update, at: time.now(), attempts: 0 });
    for (const listener of [...listeners]) listener();
    return update;
  }

  function pending() {
    queue = queue.filter((each) => each.at > time.now() - DAY);
    return queue;
  }

  /** Holds on until there is something, the time is over, or the bot is gone. */
  async function get(
    asked: { offset: number; limit: number; timeout: number; allowed: readonly string[] | undefined },
    gone: AbortSignal,
  ): Promise<Update[]> {
    if (asked.limit < 1 || asked.limit > 100) throw badRequest('limit must be between 1 and 100');
    if (asked.allowed) allowed = asked.allowed;
    poll?.terminate('other getUpdates request; make sure that only one bot instance is running');
    if (asked.offset > 0) queue = queue.filter((each) => each.update.update_id >= asked.offset);
    if (asked.offset < 0) queue = queue.slice(asked.offset);
    const terminated = new AbortController();
    const mine = { terminate: (by: string) => terminated.abort(by) };
    poll = mine;
    try {
      if (pending().length === 0 && asked.timeout > 0) {
        const over = AbortSignal.any([gone, terminated.signal]);
        const arrived = new AbortController();
        const listener = () => pending().length > 0 && arrived.abort();
        listeners.add(listener);
        await time.sleep(asked.timeout * 1000, AbortSignal.any([over, arrived.signal]));
        listeners.delete(listener);
      }
      if (terminated.signal.aborted) {
        throw new ApiError(409, `Conflict: terminated by ${terminated.signal.reason}`);
      }
      const batch = pending()
        .slice(0, asked.limit)
        .flatMap(({ update }) => Array<Update>(faults.repeat ?? 1).fill(update));
      return faults.shuffle ? faults.shuffle(batch) : batch;
    } finally {
      if (poll === mine) poll = null;
    }
  }

  return {
    push,
    get,
    faults,
    /** Delivers an update again that may be confirmed already. */
    again(update: Update): void {
      queue.push({ update, at: time.now(), attempts: 0 });
      for (const listener of [...listeners]) listener();
    },
    pending: () => pending().map((each) => each.update),
    remove(update: Update): void {
      const index = queue.findIndex((each) => each.update === update);
      if (index >= 0) queue.splice(index, 1);
    },
    clear(): void {
      queue = [];
    },
    setAllowed(kinds: readonly string[] | undefined): void {
      if (kinds) allowed = kinds;
    },
    get allowed() {
      return allowed;
    },
    onPush(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    terminatePoll(by: string): void {
      poll?.terminate(by);
    },
  };
}

export type Updates = ReturnType<typeof createUpdates>;
