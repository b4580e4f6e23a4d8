/** Replies that were committed and never shown, because the process was gone before it could. */

import type { Missed } from '../channels/terminal/interactive.ts';
import { type InboundMessage, type Reply, spokenText } from '../conversation/message.ts';
import type { Queries } from '../store/database.ts';
import { pendingReplies } from '../store/outbox.ts';
import { findTurn } from '../store/turns.ts';

/** More than this would bury the prompt. */
const MAX_SHOWN = 10;

/** The latest of the conversation, oldest first, and the turns of those before. */
export async function missedReplies(
  db: Queries,
  conversation: string,
): Promise<{ replies: Missed[]; older: string[] }> {
  const turnIds = (await pendingReplies(db, conversation)).flatMap(({ turnId }) => turnId ?? []);
  const shown = await Promise.all(turnIds.slice(-MAX_SHOWN).map((id) => missedReply(db, id)));
  return { replies: shown.filter((each) => each !== null), older: turnIds.slice(0, -MAX_SHOWN) };
}

async function missedReply(db: Queries, turnId: string): Promise<Missed | null> {
  const turn = await findTurn(db, turnId);
  if (!turn?.reply) return null;
  const { content } = JSON.parse(turn.message) as InboundMessage;
  return {
    said: spokenText(content) || null,
    answered: { turnId, reply: JSON.parse(turn.reply) as Reply },
  };
}
