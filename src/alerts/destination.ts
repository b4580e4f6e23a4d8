/** Where something unasked may be said: only where its ledger is theirs to see, looked up anew each time. */

import { hasSpoken, latestTurns, refusedAt } from '../store/alert-settings.ts';
import type { Queries } from '../store/database.ts';
import { groupLedger } from '../store/groups.ts';
import { isAccountOf } from '../store/people.ts';
import { findTurn, type TurnRow } from '../store/turns.ts';
import type { AlertSettings } from './settings.ts';

/** The turn by whose address it goes; or why there is none. */
export type Destination =
  | { readonly turn: TurnRow; readonly blocked: null }
  | { readonly blocked: 'nowhere' | 'refused' };

/** Of what the inbox keeps of a message, what says where it came from. */
interface Origin {
  readonly platform: string;
  readonly sender: string;
  readonly group?: { readonly id: string };
}

/** Turns back that a private conversation is looked for. */
const TURNS_BACK = 50;

/**
 * The conversation that the person chose, or else their latest private one. An account that is not theirs any more gets
 * nothing. A platform that refused the last message is not tried again until they have spoken.
 */
export async function privateDestination(
  db: Queries,
  personId: string,
  { turnId }: Pick<AlertSettings, 'turnId'>,
  now: Date,
): Promise<Destination> {
  const chosen = turnId === null ? null : await findTurn(db, turnId);
  const turns = turnId === null ? await latestTurns(db, personId, TURNS_BACK) : chosen ? [chosen] : [];
  for (const turn of turns) {
    const { platform, sender, group } = originOf(turn);
    if (group || !(await isAccountOf(db, platform, sender, personId))) continue;
    const refused = await refusedAt(db, turn.conversation);
    if (refused && !(await hasSpoken(db, personId, refused, now))) return { blocked: 'refused' };
    return { turn, blocked: null };
  }
  return { blocked: 'nowhere' };
}

/** The group's conversation in which somebody asked for its digest, as long as they are a member and it keeps this ledger. */
export async function groupDestination(
  db: Queries,
  { personId, ledgerId }: { readonly personId: string; readonly ledgerId: string },
  { turnId }: Pick<AlertSettings, 'turnId'>,
): Promise<Destination> {
  const turn = turnId === null ? null : await findTurn(db, turnId);
  if (!turn) return { blocked: 'nowhere' };
  const { platform, group } = originOf(turn);
  const membership = group ? await groupLedger(db, platform, group.id, personId) : null;
  if (membership?.ledgerId !== ledgerId) return { blocked: 'nowhere' };
  return { turn, blocked: null };
}

function originOf(turn: TurnRow): Origin {
  return JSON.parse(turn.message) as Origin;
}
