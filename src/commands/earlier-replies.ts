/** Replies to earlier runs: committed and never shown, or not even made, because the process was gone before it could. */

import type { Missed } from '../channels/terminal/interactive.ts';
import type { Inbox } from '../conversation/inbox.ts';
import { type InboundMessage, type Reply, spokenText } from '../conversation/message.ts';
import type { Log } from '../log.ts';
import type { Queries } from '../store/database.ts';
import { type OutboxRow, pendingReplies } from '../store/outbox.ts';
import { findTurn } from '../store/turns.ts';

/** More than this would bury the prompt. */
const MAX_SHOWN = 10;
/** A lease of a worker on another machine, of which this one can't tell that it is gone, runs out in that time. */
const LOOK_AGAIN_MILLISECONDS = 30_000;

/** The latest of the conversation, oldest first, and the turns of those before. */
export async function missedReplies(
  db: Queries,
  conversation: string,
): Promise<{ replies: Missed[]; older: string[] }> {
  const rows = await pendingReplies(db, conversation);
  const shown = await Promise.all(rows.slice(-MAX_SHOWN).map((row) => missedReply(db, row)));
  const older = rows.slice(0, -MAX_SHOWN).flatMap(({ turnId }) => turnId ?? []);
  return { replies: shown.filter((each) => each !== null), older };
}

async function missedReply(db: Queries, { turnId, reply: note }: OutboxRow): Promise<Missed | null> {
  const turn = turnId === null ? null : await findTurn(db, turnId);
  const reply = note ?? turn?.reply;
  if (!turn || !reply) return null;
  const { content } = JSON.parse(turn.message) as InboundMessage;
  return {
    said: (note === null && spokenText(content)) || null,
    answered: { turnId: turn.id, reply: JSON.parse(reply) as Reply },
  };
}

/**
 * Answers, now and every half minute, what workers that are gone have left unanswered, and tells what of it belongs to
 * the conversation. Gives a function that ends it.
 */
export function answerLeftovers(
  { inbox, db, log }: { inbox: Inbox; db: Queries; log: Log },
  conversation: string,
  onLate: (replies: Missed[]) => void,
): () => void {
  const look = async () => {
    try {
      const recovered = new Set((await inbox.recover()).map(({ turnId }) => turnId));
      const { replies } = await missedReplies(db, conversation);
      // What answers nothing comes when it comes; of the rest, this chat shows its own by itself.
      const late = replies.filter(({ said, answered }) => said === null || recovered.has(answered.turnId));
      if (late.length > 0) onLate(late);
    } catch (error) {
      log.warn({ err: error }, 'what earlier runs left could not be looked at');
    }
  };
  void look();
  const timer = setInterval(look, LOOK_AGAIN_MILLISECONDS);
  return () => clearInterval(timer);
}
