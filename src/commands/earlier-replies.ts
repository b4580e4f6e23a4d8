/** What comes to an open chat besides its own answers: replies to earlier runs, and what Purser says unasked. */

import type { Missed } from '../channels/terminal/missed.ts';
import type { Inbox } from '../conversation/inbox.ts';
import type { Log } from '../log.ts';
import { isUnasked, type PostBox } from './post-box.ts';

/** A lease of a worker on another machine, of which this one can't tell that it is gone, runs out in that time. */
const RECOVER_EVERY = 30_000;
/** What this process or another one says unasked shows after so long. One read by an index, in milliseconds. */
const LOOK_EVERY = 5_000;

/**
 * Answers, now and every half minute, what workers that are gone have left unanswered, and tells what of it belongs to
 * the conversation, and what came unasked. Gives a function that ends it.
 */
export function watchForReplies(
  { inbox, postBox, log }: { inbox: Inbox; postBox: PostBox; log: Log },
  conversation: string,
  onLate: (replies: readonly Missed[]) => void,
): () => void {
  const recovered = new Set<string>();
  let looking = Promise.resolve();

  async function look(): Promise<void> {
    // This chat shows the answers to its own messages by itself.
    const isLate = (turnId: string | null) => turnId !== null && recovered.has(turnId);
    const { replies } = await postBox.take(conversation, (row) => isUnasked(row) || isLate(row.turnId));
    if (replies.length > 0) onLate(replies);
  }

  async function recover(): Promise<void> {
    for (const { turnId } of await inbox.recover()) recovered.add(turnId);
    await look();
  }

  /** One after the other, so that nothing is shown twice. */
  const next = (work: () => Promise<void>) => {
    looking = looking
      .then(work)
      .catch((error) => log.warn({ err: error }, 'what came meanwhile could not be looked at'));
  };
  next(recover);
  const timers = [setInterval(next, LOOK_EVERY, look), setInterval(next, RECOVER_EVERY, recover)];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
