/** What waits in the outbox for somebody at a terminal: taken by one process, shown, and noted as shown. */

import type { Missed } from '../channels/terminal/missed.ts';
import type { Clock } from '../conversation/house.ts';
import { LEASE_MILLISECONDS } from '../conversation/limits.ts';
import { type InboundMessage, type Reply, spokenText } from '../conversation/message.ts';
import { isGone, workerName } from '../conversation/worker-name.ts';
import type { Log } from '../log.ts';
import type { Database } from '../store/database.ts';
import { claimReply, type OutboxRow, pendingReplies, settleReply } from '../store/outbox.ts';
import { findTurn } from '../store/turns.ts';

/** More than this would bury the prompt. */
const MAX_SHOWN = 10;

export interface PostBox {
  /**
   * The latest of a conversation that are wanted, oldest first, each once; other processes do not get them. `older` is
   * how many more there were, which count as shown.
   */
  take(
    conversation: string,
    isWanted?: (row: OutboxRow) => boolean,
  ): Promise<{ readonly replies: readonly Missed[]; readonly older: number }>;
}

/** Whether it answers nothing: Purser spoke first. */
export const isUnasked = ({ reply }: OutboxRow): boolean => reply !== null;

export function openPostBox(database: Database, { clock, log }: { clock: Clock; log: Log }): PostBox {
  const owner = workerName();
  /** Also those whose mark is still on its way. */
  const taken = new Set<string>();

  async function claim(rows: readonly OutboxRow[]): Promise<OutboxRow[]> {
    const now = new Date(clock.leaseTime());
    const lease = { owner, until: new Date(now.getTime() + LEASE_MILLISECONDS) };
    return await database.transaction(async (tx) => {
      const mine: OutboxRow[] = [];
      for (const row of rows) {
        const heir = row.leaseOwner !== null && isGone(row.leaseOwner) ? row.leaseOwner : undefined;
        if (await claimReply(tx, row.id, lease, now, heir)) mine.push(row);
      }
      return mine;
    });
  }

  async function markShown(row: OutboxRow): Promise<void> {
    const at = new Date(clock.now().epochMilliseconds);
    try {
      await database.transaction((tx) => settleReply(tx, row.id, 'sent', at, null));
    } catch (error) {
      log.warn({ err: error }, 'a message could not be marked as shown');
    }
  }

  async function open(row: OutboxRow): Promise<Missed[]> {
    const turn = row.turnId === null ? null : await findTurn(database.client, row.turnId);
    const reply = row.reply ?? turn?.reply;
    if (!turn || !reply) return [];
    const { content } = JSON.parse(turn.message) as InboundMessage;
    const said = (row.reply === null && spokenText(content)) || null;
    const answered = { turnId: turn.id, reply: JSON.parse(reply) as Reply };
    return [{ said, answered, markShown: () => markShown(row) }];
  }

  return {
    async take(conversation, isWanted = () => true) {
      const waiting = await pendingReplies(database.client, conversation);
      const wanted = waiting.filter((row) => isWanted(row) && !taken.has(row.id));
      if (wanted.length === 0) return { replies: [], older: 0 };
      const mine = await claim(wanted);
      for (const { id } of mine) taken.add(id);
      const older = mine.slice(0, -MAX_SHOWN);
      for (const row of older) await markShown(row);
      const replies = await Promise.all(mine.slice(-MAX_SHOWN).map(open));
      return { replies: replies.flat(), older: older.length };
    },
  };
}
