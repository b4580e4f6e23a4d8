/** Which entries a message is about: those of the message that it edits, deletes, or answers. */

import type { Asker } from '../domain/asker.ts';
import { recordsChangedBy } from '../store/changes.ts';
import type { Queries } from '../store/database.ts';
import { entriesById } from '../store/entries.ts';
import { turnOfSentMessage } from '../store/outbox.ts';
import { findTurn, findTurnByKey } from '../store/turns.ts';
import type { InboundContent, Reply } from './message.ts';

export interface EntriesMeant {
  readonly ids: readonly string[];
  /** The turn that recorded them. */
  readonly turnId: string | null;
}

const none: EntriesMeant = { ids: [], turnId: null };

/** Those that still stand in the asker's ledger; none when the message is somebody else's. */
export async function entriesMeant(db: Queries, asker: Asker, content: InboundContent): Promise<EntriesMeant> {
  const key = keyMeant(content);
  if (key === undefined) return none;
  const sentBy = await turnOfSentMessage(db, key);
  const turn = sentBy === null ? await findTurnByKey(db, key) : await findTurn(db, sentBy);
  if (!turn || turn.personId !== asker.personId) return none;
  const { about = [] } = JSON.parse(turn.reply ?? '{}') as Partial<Reply>;
  const touched = await recordsChangedBy(db, asker.ledgerId, turn.id, 'entry');
  const standing = await entriesById(db, asker.ledgerId, [...about, ...touched]);
  return { ids: standing.map((entry) => entry.id), turnId: turn.id };
}

function keyMeant(content: InboundContent): string | undefined {
  if (content.kind === 'edit') return content.edits;
  if (content.kind === 'delete') return content.deletes;
  return content.kind === 'message' ? content.replyTo : undefined;
}
