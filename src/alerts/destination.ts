/** Where something unasked may be said: only where its ledger is theirs to see, looked up anew each time. */

import { latestTurns } from '../store/alert-settings.ts';
import type { Queries } from '../store/database.ts';
import { isGroupMember } from '../store/groups.ts';
import { accountsOf } from '../store/links.ts';
import type { Recipient } from '../store/outbox.ts';
import { isAccountOf } from '../store/people.ts';
import { findTurn, type TurnRow } from '../store/turns.ts';
import type { AlertSettings } from './settings.ts';

/** To whom it goes; or why to nobody. */
export type Destination =
  | { readonly to: Recipient; readonly blocked: null }
  | { readonly blocked: 'nowhere' | 'refused' };

/** What the name of a conversation begins with that is a mailbox. */
export const MAIL = 'mail';

/** Of what the inbox keeps of a message, what says where it came from. */
interface Origin {
  readonly platform: string;
  readonly sender: string;
  readonly group?: { readonly id: string };
}

/** Turns back that a private conversation is looked for. */
const TURNS_BACK = 50;

/**
 * The mailbox where they want that there (and `sendsMail`: somebody has set mail up), or else the conversation that the
 * person chose, or their latest private one. A platform that takes nothing gets nothing: then it is their latest
 * private conversation on another one, where they allow that.
 */
export async function privateDestination(
  db: Queries,
  personId: string,
  settings: AlertSettings,
  { what, sendsMail }: { readonly what: 'digest' | 'alert'; readonly sendsMail: boolean },
): Promise<Destination> {
  const { email, fallback, paused } = settings;
  if (email !== null && sendsMail && isMailed(settings, what)) {
    if (!paused?.on.includes(MAIL)) return { to: mailbox(email), blocked: null };
    if (!fallback) return { blocked: 'refused' };
  }
  const turn = await chosenTurn(db, personId, settings);
  if (turn && !paused?.on.includes(turn.platform)) return { to: turn, blocked: null };
  const other = fallback
    ? await anotherChat(db, personId, [...(paused?.on ?? []), ...(turn ? [turn.platform] : [])])
    : null;
  if (other) return { to: other, blocked: null };
  return { blocked: turn ? 'refused' : 'nowhere' };
}

export function mailbox(address: string): Recipient {
  return { id: null, conversation: `${MAIL}:${address}` };
}

export function isMailbox({ conversation }: Recipient): boolean {
  return conversation.startsWith(`${MAIL}:`);
}

/** Their latest private conversation on any platform but these; null for none. */
export async function anotherChat(db: Queries, personId: string, but: readonly string[]): Promise<TurnRow | null> {
  const platforms = (await accountsOf(db, personId)).map(({ platform }) => platform);
  const others = [...new Set(platforms)].filter((platform) => !but.includes(platform));
  return others.length === 0
    ? null
    : await firstPrivate(db, personId, await latestTurns(db, personId, TURNS_BACK, others));
}

/** The group's conversation in which somebody asked for its digest, as long as they are a member and the ledger a group's of that platform. */
export async function groupDestination(
  db: Queries,
  { personId, ledgerId }: { readonly personId: string; readonly ledgerId: string },
  { turnId, paused }: Pick<AlertSettings, 'turnId' | 'paused'>,
): Promise<Destination> {
  const turn = turnId === null ? null : await findTurn(db, turnId);
  if (!turn) return { blocked: 'nowhere' };
  const { platform, group } = originOf(turn);
  // By the ledger, for the group may have another id by now.
  if (!group || !(await isGroupMember(db, platform, ledgerId, personId))) return { blocked: 'nowhere' };
  return paused ? { blocked: 'refused' } : { to: turn, blocked: null };
}

function isMailed({ emailTakes }: AlertSettings, what: 'digest' | 'alert'): boolean {
  return emailTakes === 'everything' || (emailTakes === 'digests' && what === 'digest');
}

async function chosenTurn(
  db: Queries,
  personId: string,
  { turnId }: Pick<AlertSettings, 'turnId'>,
): Promise<TurnRow | null> {
  if (turnId === null) return await firstPrivate(db, personId, await latestTurns(db, personId, TURNS_BACK));
  const chosen = await findTurn(db, turnId);
  return chosen && (await firstPrivate(db, personId, [chosen]));
}

/** An account that is not theirs any more gets nothing. */
async function firstPrivate(db: Queries, personId: string, turns: readonly TurnRow[]): Promise<TurnRow | null> {
  for (const turn of turns) {
    const { platform, sender, group } = originOf(turn);
    if (!group && (await isAccountOf(db, platform, sender, personId))) return turn;
  }
  return null;
}

/** Whether the turn's message was written in a group, even if for its writer alone. */
export async function turnIsOfGroup(db: Queries, turnId: string): Promise<boolean> {
  const turn = await findTurn(db, turnId);
  return turn !== null && originOf(turn).group !== undefined;
}

function originOf(turn: TurnRow): Origin {
  return JSON.parse(turn.message) as Origin;
}
