/** The outbox at work: replies leave in their order within a conversation, and side by side across conversations. */

import { setTimeout as sleep } from 'node:timers/promises';
import { pauseAfter } from '../alerts/pause.ts';
import { type Attachments, type Channel, DeliveryError } from '../channels/channel.ts';
import type { Clock } from '../conversation/house.ts';
import type { InboundMessage, Reply } from '../conversation/message.ts';
import { isGone, workerName } from '../conversation/worker-name.ts';
import type { Log } from '../log.ts';
import type { Database } from '../store/database.ts';
import {
  claimReply,
  markPartSent,
  type OutboxRow,
  pendingReplies,
  postponeReply,
  settleReply,
  waitingConversations,
} from '../store/outbox.ts';
import { findTurn } from '../store/turns.ts';

export interface Deliverer {
  /** Sends what waits in the conversation, soon. */
  notify(conversation: string): void;
  /** Sends what an earlier process left, and looks again every so often. */
  start(): Promise<void>;
  /** Looks now for replies that nobody spoke of. */
  look(): Promise<void>;
  /** Resolves when nothing is being sent. */
  stop(): Promise<void>;
}

export interface DelivererOptions {
  readonly database: Database;
  readonly channels: readonly Channel[];
  readonly attachments: Attachments;
  readonly clock: Clock;
  readonly log: Log;
  /** Who holds the leases; this process unless it says otherwise. */
  readonly owner?: string;
  /** Told of each end: "sent", "later", "unsure", "gone", "refused", "away" or "error". */
  readonly onOutcome?: (platform: string, outcome: 'sent' | DeliveryError['outcome'] | 'error') => void;
}

/** How long a reply may be on its way before another worker takes it, in milliseconds. */
const LEASE = 60_000;
/** The pauses before another try, in milliseconds; after the last one the reply is given up. */
const BACKOFF = [1_000, 2_000, 5_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000];
/** A platform that asks for more is not waited for within one run; the next look finds the reply due. */
const LONGEST_WAIT = 60_000;
/** How often replies are looked for that nobody spoke of, in milliseconds. */
const LOOK_AGAIN = 15_000;

export function createDeliverer(options: DelivererOptions): Deliverer {
  const { database, channels, clock, log } = options;
  const { client } = database;
  const owner = options.owner ?? workerName();
  const busy = new Map<string, Promise<void>>();
  const again = new Set<string>();
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;

  function notify(conversation: string): void {
    if (stopping.signal.aborted) return;
    if (busy.has(conversation)) {
      // Something came while this conversation was being served.
      again.add(conversation);
      return;
    }
    const work = serve(conversation)
      .catch((error) => log.error({ err: error }, 'the outbox could not be served'))
      .finally(() => {
        busy.delete(conversation);
        if (again.delete(conversation)) notify(conversation);
      });
    busy.set(conversation, work);
  }

  async function serve(conversation: string): Promise<void> {
    const channel = channels.find((each) => conversation.startsWith(`${each.platform}:`));
    if (!channel) return;
    for (;;) {
      const [next] = await pendingReplies(client, conversation);
      if (!next || stopping.signal.aborted) return;
      const wait = next.nextAttemptAt.getTime() - clock.leaseTime();
      if (wait > LONGEST_WAIT) return;
      if (wait > 0) await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted || !(await deliver(channel, next))) return;
    }
  }

  /** One try at one reply; false when the conversation has to wait for it. */
  async function deliver(channel: Channel, row: OutboxRow): Promise<boolean> {
    const now = new Date(clock.leaseTime());
    const lease = { owner, until: new Date(now.getTime() + LEASE) };
    const heir = row.leaseOwner !== null && isGone(row.leaseOwner) ? row.leaseOwner : undefined;
    if (!(await claimReply(client, row.id, lease, now, heir))) return false;
    const turn = row.turnId === null ? null : await findTurn(client, row.turnId);
    const said = row.reply ?? turn?.reply;
    if (!said) {
      await settleReply(client, row.id, 'failed', now, 'its turn is gone');
      return true;
    }
    const sent: string[] = JSON.parse(row.sentParts ?? '[]');
    const { address = {} } = JSON.parse(turn?.message ?? '{}') as Partial<InboundMessage>;
    const outcome = await channel
      .send({
        conversation: row.conversation,
        address,
        audience: row.audience === 'asker' ? 'asker' : 'everyone',
        note: row.reply === null ? null : row.id,
        reply: JSON.parse(said) as Reply,
        attachments: options.attachments,
        sent,
        async onSent(part, messageKey) {
          sent.push(part);
          await database.transaction((tx) => markPartSent(tx, row, sent, messageKey, new Date(clock.leaseTime())));
        },
      })
      .then(
        () => null,
        (error: unknown) => error,
      );
    const at = new Date(clock.leaseTime());
    if (outcome === null) {
      await settleReply(client, row.id, 'sent', at, null);
      options.onOutcome?.(channel.platform, 'sent');
      return true;
    }
    return await failed(channel, row, outcome, at);
  }

  async function failed(channel: Channel, row: OutboxRow, error: unknown, at: Date): Promise<boolean> {
    const isKnown = error instanceof DeliveryError;
    const outcome = isKnown ? error.outcome : 'error';
    const why = error instanceof Error ? error.message : String(error);
    options.onOutcome?.(channel.platform, outcome);
    // The channel itself has told that it is away.
    log[outcome === 'away' ? 'debug' : isKnown ? 'warn' : 'error'](
      { err: error, outbox: row.id, outcome },
      'a reply did not leave',
    );
    if (outcome === 'gone' || outcome === 'refused' || outcome === 'unsure') {
      await database.transaction(async (tx) => {
        await settleReply(tx, row.id, outcome === 'unsure' ? 'unsure' : 'failed', at, why);
        if (outcome !== 'unsure') await pauseAfter(tx, row, clock.now());
      });
      return true;
    }
    if (outcome === 'away') {
      // No try was made, so none counts; the next look, or the next message of the conversation, is another.
      await postponeReply(client, row.id, at, why, false);
      return false;
    }
    const asked = isKnown ? error.retryAfterMs : null;
    const pause = asked ?? BACKOFF[row.attempts];
    if (pause === undefined) {
      await settleReply(client, row.id, 'failed', at, why);
      return true;
    }
    await postponeReply(client, row.id, new Date(at.getTime() + pause), why, asked === null);
    return true;
  }

  async function look(): Promise<void> {
    for (const { platform } of channels) {
      for (const conversation of await waitingConversations(client, platform)) notify(conversation);
    }
  }

  return {
    notify,
    look,
    async start() {
      await look();
      timer = setInterval(() => {
        look().catch((error) => log.warn({ err: error }, 'the outbox could not be looked through'));
      }, LOOK_AGAIN);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await Promise.all(busy.values());
    },
  };
}
