/**
 * The inbox at work: messages are received once, answered in order within a conversation and side by side across
 * conversations, and taken up again when the process that had them is gone.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { PlatformError } from '../errors.ts';
import {
  claimTurn,
  earlierTurn,
  findTurn,
  holdTurn,
  type Lease,
  LeaseLost,
  receiveTurn,
  releaseTurn,
  type TurnRow,
  unfinishedTurns,
} from '../store/turns.ts';
import type { House } from './house.ts';
import { LEASE_MILLISECONDS, MAX_ATTEMPTS } from './limits.ts';
import type { InboundMessage, Reply } from './message.ts';
import { SpeakerChanged } from './scene.ts';
import { giveUpTurn, runTurn } from './turn.ts';
import { isGone, workerName } from './worker-name.ts';

export interface Answered {
  readonly turnId: string;
  readonly reply: Reply;
}

export interface Inbox {
  /** Puts the message into the inbox; when it resolves, the message can't be lost. `answered` is its committed reply. */
  receive(message: InboundMessage): Promise<{ answered: Promise<Answered> }>;
  /** Takes up what workers that are gone left unfinished; resolves when all of it is answered. */
  recover(): Promise<Answered[]>;
  /** Waits for the turns that are running. */
  close(): Promise<void>;
}

/** How often a worker looks whether another has finished, in milliseconds. */
const POLL_MILLISECONDS = 100;
/** The pauses between tries while the database is away, in milliseconds; the last one repeats. */
const AWAY_PAUSES = [250, 500, 1_000, 2_000, 5_000, 10_000];

export function createInbox(house: House): Inbox {
  const owner = workerName();
  const { client } = house.database;
  const lease = (): Lease => ({ owner, until: new Date(house.clock.leaseTime() + LEASE_MILLISECONDS) });
  /** The turns that this process has taken on, by id. */
  const running = new Map<string, Promise<Answered>>();
  /** The end of each conversation's queue. */
  const arriving = new Map<string, Promise<unknown>>();
  const working = new Map<string, Promise<unknown>>();

  async function receive(message: InboundMessage): Promise<{ answered: Promise<Answered> }> {
    // One by one within a conversation, so that the rows keep the order of arrival.
    const { turn } = await enqueue(arriving, message.conversation, () =>
      patiently(() =>
        receiveTurn(
          client,
          {
            key: message.key,
            conversation: message.conversation,
            platform: message.platform,
            kind: message.content.kind,
            message: JSON.stringify(message),
          },
          lease(),
          new Date(house.clock.now().epochMilliseconds),
        ),
      ),
    );
    const answered = turn.reply === null ? take(turn) : Promise.resolve(answerOf(turn));
    // A caller that only wants the receipt must not die of the answer.
    answered.catch(() => {});
    return { answered };
  }

  async function recover(): Promise<Answered[]> {
    const rows = await unfinishedTurns(client);
    return await Promise.all(rows.filter((row) => !running.has(row.id) && isFree(row)).map(take));
  }

  async function close(): Promise<void> {
    while (running.size > 0) await Promise.allSettled(running.values());
  }

  function take(turn: TurnRow): Promise<Answered> {
    const known = running.get(turn.id);
    if (known) return known;
    const answered = enqueue(working, turn.conversation, () => answer(turn.id)).finally(() => running.delete(turn.id));
    running.set(turn.id, answered);
    return answered;
  }

  /** Answers a turn whose turn it is in its conversation, or waits until another worker has. */
  async function answer(id: string): Promise<Answered> {
    for (;;) {
      const turn = await patiently(() => findTurn(client, id));
      if (!turn) throw new Error(`turn ${id} has no row`);
      if (turn.reply !== null) return answerOf(turn);
      const earlier = await patiently(() => earlierTurn(client, turn.conversation, id));
      const next = earlier ?? turn;
      if (next.leaseOwner === owner || (isFree(next) && (await claim(next)))) {
        const reply = await work(next);
        if (reply && next === turn) return { turnId: id, reply };
      } else await sleep(POLL_MILLISECONDS);
    }
  }

  /** One try at a turn that this worker holds; null when it has to be looked at again. */
  async function work(turn: TurnRow): Promise<Reply | null> {
    const heartbeat = setInterval(() => {
      // A failed renewal shows itself at the next transaction.
      holdTurn(client, turn.id, lease()).catch(() => {});
    }, LEASE_MILLISECONDS / 3);
    const started = house.clock.leaseTime();
    const isLast = turn.attempts >= MAX_ATTEMPTS;
    const ended = (outcome: 'answered' | 'failed' | 'given_up') =>
      house.meters?.turnEnded(turn.platform, outcome, (house.clock.leaseTime() - started) / 1000);
    try {
      const reply = await (isLast ? giveUpTurn(house, turn, lease()) : runTurn(house, turn, lease));
      ended(isLast ? 'given_up' : 'answered');
      return reply;
    } catch (error) {
      if (error instanceof LeaseLost || error instanceof SpeakerChanged) return null;
      ended('failed');
      house.log.error({ err: error, turn: turn.id }, 'a turn failed');
      if (error instanceof PlatformError) await sleep(AWAY_PAUSES[2]);
      // Not even the apology could be said: the channel must know, and the next start tries again.
      else if (isLast) throw error;
      else await patiently(() => releaseTurn(client, turn.id, owner));
      return null;
    } finally {
      clearInterval(heartbeat);
    }
  }

  async function claim(turn: TurnRow): Promise<boolean> {
    const now = new Date(house.clock.leaseTime());
    const heir = turn.leaseOwner !== null && isGone(turn.leaseOwner) ? turn.leaseOwner : undefined;
    return await patiently(() => claimTurn(client, turn.id, lease(), now, heir));
  }

  function isFree(turn: TurnRow): boolean {
    if (turn.leaseOwner === null || turn.leaseUntil === null) return true;
    return turn.leaseUntil.getTime() < house.clock.leaseTime() || isGone(turn.leaseOwner);
  }

  /** Tries again, ever more slowly, for as long as the database is away. */
  async function patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof PlatformError)) throw error;
        const pause = AWAY_PAUSES[Math.min(attempt, AWAY_PAUSES.length - 1)] as number;
        house.log.warn({ err: error, retryInMs: pause }, 'the database is away');
        await sleep(pause);
      }
    }
  }

  return { receive, recover, close };
}

function answerOf(turn: TurnRow): Answered {
  return { turnId: turn.id, reply: JSON.parse(turn.reply ?? 'null') as Reply };
}

/** Runs `work` after all that was queued under `key` before. */
function enqueue<T>(queues: Map<string, Promise<unknown>>, key: string, work: () => Promise<T>): Promise<T> {
  const result = (queues.get(key) ?? Promise.resolve()).then(work, work);
  const end = result.then(
    () => {},
    () => {},
  );
  queues.set(key, end);
  end.then(() => {
    if (queues.get(key) === end) queues.delete(key);
  });
  return result;
}
