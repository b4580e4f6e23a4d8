/**
 * Linking: several accounts of one person, on whatever platforms, become one person with one ledger and one history.
 * The person whose account made the code is kept, the one who sends it in joins them.
 */

import { InputError } from '../errors.ts';
import type { Queries } from '../store/database.ts';
import {
  type Account,
  accountsOf,
  addLink,
  addLinkAttempt,
  addLinkCode,
  cancelProposalsOf,
  countLinkAttempts,
  countLinkCodes,
  countRecorded,
  endLink,
  findLinkCode,
  giveTurns,
  type LinkCodeRow,
  type LinkRow,
  moveAccounts,
  moveTurns,
  standingLinks,
  takeLinkCode,
  turnsAround,
  voidLinkCodes,
} from '../store/links.ts';
import { personalLedger } from '../store/people.ts';
import type { Asker } from './asker.ts';
import { joinArrangements, partArrangements } from './join-arrangements.ts';
import { type Home, type Joined, joinLedgers, returnEntries } from './join-ledgers.ts';
import { joinMemberships, partMemberships } from './join-memberships.ts';
import { digestOf, drawCode, type RandomInt, readCode } from './link-code.ts';
import { instant } from './operation.ts';

const MINUTE = 60_000;
/** How long a code lives, in minutes. */
export const LINK_CODE_MINUTES = 10;
const CODES_AN_HOUR = 5;
const TRIES_MINUTES = 10;
const TRIES_A_PERSON = 5;
/** Many accounts may guess together: even so, with 100 codes about, a hit takes them two hundred years on average. */
const TRIES_OF_EVERYBODY = 1_000;

/** A code to send from the other account. Throws an InputError after five within the hour. */
export async function issueLinkCode(
  db: Queries,
  asker: Asker,
  random: RandomInt,
): Promise<{ code: string; expiresAt: Date }> {
  const createdAt = instant(asker);
  await requireAccount(db, asker.personId);
  if ((await countLinkCodes(db, asker.personId, before(asker, 60))) >= CODES_AN_HOUR) {
    throw new InputError(
      `That was ${CODES_AN_HOUR} codes within an hour.`,
      `Use the latest one, which lives ${LINK_CODE_MINUTES} minutes, or wait an hour.`,
    );
  }
  const expiresAt = new Date(createdAt.getTime() + LINK_CODE_MINUTES * MINUTE);
  for (;;) {
    const code = drawCode(random);
    const digest = digestOf(code);
    if (await findLinkCode(db, digest)) continue;
    await addLinkCode(db, { digest, personId: asker.personId, expiresAt, turnId: asker.turnId, createdAt });
    return { code, expiresAt };
  }
}

export type LinkRefusal = 'malformed' | 'unknown' | 'expired' | 'used' | 'own' | 'tooMany';

/** A refusal is a result, not an error: thrown, it would take the count of wrong tries back with the transaction. */
export type LinkResult =
  | { readonly outcome: 'refused'; readonly reason: LinkRefusal; readonly message: string; readonly hint: string }
  | (Omit<Joined, 'ids'> & {
      readonly outcome: 'linked';
      /** Who the asker's account belongs to from now on; the running turn is theirs. */
      readonly personId: string;
      readonly ledgerId: string;
      /** Accounts that moved, the asker's among them. */
      readonly accounts: number;
      /** Shared ledgers that the kept person is in, or is more in, than before. */
      readonly memberships: number;
      readonly linkId: string;
      /** The turn that gave the code out. */
      readonly codeTurnId: string | null;
    });

/**
 * Joins the asker to the person who made the code. Throws an InputError when the asker has just been joined to
 * somebody by another message; the transaction may go on after it.
 */
export async function redeemLinkCode(db: Queries, asker: Asker, typed: string): Promise<LinkResult> {
  const accounts = await requireAccount(db, asker.personId);
  if (await hasTriedTooOften(db, asker)) return refused('tooMany');
  const code = readCode(typed);
  // What has not the form of a code guesses none.
  if (code === null) return refused('malformed');
  const digest = digestOf(code);
  const row = await findLinkCode(db, digest);
  const reason = whyNot(row, asker);
  if (row === null || reason !== null || !(await takeLinkCode(db, digest, instant(asker)))) {
    if (reason !== 'own') await addLinkAttempt(db, asker.personId, instant(asker));
    return refused(reason ?? 'used');
  }
  return await join(db, asker, accounts, row);
}

async function join(
  db: Queries,
  asker: Asker,
  accounts: readonly Account[],
  { personId, turnId: codeTurnId }: LinkCodeRow,
): Promise<Extract<LinkResult, { outcome: 'linked' }>> {
  const at = instant(asker);
  const from = await homeOf(db, asker.personId);
  const to = await homeOf(db, personId);
  const { ids, ...joined } = await joinLedgers(db, from, to, await origins(db, from.personId), at);
  const memberships = await joinMemberships(db, from.personId, personId, at);
  const arranged = await joinArrangements(db, from, to, ids, at);
  await moveAccounts(db, accounts, personId);
  await moveTurns(db, from.personId, personId);
  await cancelProposalsOf(db, from.personId);
  // Else somebody could still join the person who is nobody now.
  await voidLinkCodes(db, from.personId, at);
  const linkId = await addLink(db, {
    personId,
    formerPersonId: from.personId,
    accounts,
    memberships,
    arranged,
    ledgerId: to.ledgerId,
    turnId: asker.turnId,
    createdAt: at,
  });
  const more = memberships.filter(({ kept, result }) => kept !== result).length;
  return { outcome: 'linked', ...to, ...joined, accounts: accounts.length, memberships: more, linkId, codeTurnId };
}

export interface Unlinked {
  /** Who these accounts belong to from now on; the running turn is theirs where it came from one of them. */
  readonly personId: string;
  readonly ledgerId: string;
  /** Accounts that went back: all that came with the link and are still there. */
  readonly accounts: readonly Account[];
  /** Entries that went home. */
  readonly entries: number;
  /** Entries that these accounts recorded since the link, which stay in the ledger that they were recorded in. */
  readonly staying: number;
}

/**
 * Undoes the latest link that brought this account of the asker, or else, for an account that others came to, the
 * latest one. The accounts that came with it, and what they had recorded and arranged before, go back; copies of budgets,
 * goals and remembered merchants stay, and so does what was recorded, arranged and said since: it may tell of the other's money. Throws
 * an InputError when there is no such link.
 */
export async function unlink(db: Queries, asker: Asker, account: Account): Promise<Unlinked> {
  const present = await requireAccount(db, asker.personId);
  const links = await standingLinks(db, asker.personId);
  const link = links.find((each) => has(each.accounts, account)) ?? links[0];
  if (!link || !has(present, account)) {
    throw new InputError('This account is not linked to another one.', 'Write "link" to begin with that.');
  }
  return await undo(db, asker, link);
}

/** Undoes this very link to the asker, as `unlink` does. Throws an InputError when it does not stand. */
export async function undoLink(db: Queries, asker: Asker, linkId: string): Promise<Unlinked> {
  const links = await standingLinks(db, asker.personId);
  const link = links.find((each) => each.id === linkId);
  if (!link) throw new InputError('That link is undone already.', '');
  return await undo(db, asker, link);
}

async function undo(db: Queries, asker: Asker, link: LinkRow): Promise<Unlinked> {
  const at = instant(asker);
  const present = await requireAccount(db, asker.personId);
  const from = await homeOf(db, asker.personId);
  const to = await homeOf(db, link.formerPersonId);
  const accounts = link.accounts.filter((each) => has(present, each));
  const turns = await turnsAround(db, link, accounts);
  const staying = await countRecorded(db, from.ledgerId, turns.since);
  const entries = await returnEntries(db, from, to, await origins(db, to.personId));
  await partMemberships(db, link.memberships, from.personId, to.personId, at);
  await partArrangements(db, from, to, link.arranged, [...turns.before, ...turns.since], asker.now);
  await moveAccounts(db, accounts, to.personId);
  await giveTurns(db, turns.before, to.personId);
  await cancelProposalsOf(db, from.personId);
  await endLink(db, link.id, at);
  return { ...to, accounts, entries, staying };
}

async function homeOf(db: Queries, personId: string): Promise<Home> {
  return { personId, ledgerId: (await personalLedger(db, personId)).ledgerId };
}

/** The ledgers of those who were joined to the person, and to those in turn. */
async function origins(db: Queries, personId: string): Promise<string[]> {
  const found: string[] = [];
  for (const { formerPersonId } of await standingLinks(db, personId)) {
    found.push((await homeOf(db, formerPersonId)).ledgerId, ...(await origins(db, formerPersonId)));
  }
  return found;
}

/** The asker was looked up before the transaction, and a person without an account is nobody any more. */
async function requireAccount(db: Queries, personId: string): Promise<Account[]> {
  const accounts = await accountsOf(db, personId);
  if (accounts.length > 0) return accounts;
  throw new InputError('Your account was linked to another one just now.', 'Send that again.');
}

async function hasTriedTooOften(db: Queries, asker: Asker): Promise<boolean> {
  const since = before(asker, TRIES_MINUTES);
  return (
    (await countLinkAttempts(db, since, asker.personId)) >= TRIES_A_PERSON ||
    (await countLinkAttempts(db, since)) >= TRIES_OF_EVERYBODY
  );
}

/**
 * "expired" and "used" are told apart from "unknown": an honest person learns what to do, and a guesser who meets such
 * a code learns only that it opens nothing.
 */
function whyNot(code: LinkCodeRow | null, asker: Asker): LinkRefusal | null {
  if (code === null) return 'unknown';
  if (code.personId === asker.personId) return 'own';
  if (code.usedAt !== null) return 'used';
  return code.expiresAt.getTime() <= instant(asker).getTime() ? 'expired' : null;
}

function refused(reason: LinkRefusal): LinkResult {
  const another = 'Write "link" from the account to keep, and send the new code from here.';
  const [message, hint] = {
    malformed: ['That is no link code.', 'A code has 8 letters and digits, such as 7K2M-9QXD.'],
    unknown: ['That code is not known.', 'Look at it again, letter by letter.'],
    expired: [`That code is older than ${LINK_CODE_MINUTES} minutes.`, another],
    used: ['That code has been used.', another],
    own: ['That code is of this account itself.', 'Send it from your other account, on the other platform.'],
    tooMany: ['There were too many wrong codes.', `Wait ${TRIES_MINUTES} minutes and try again.`],
  }[reason] as [string, string];
  return { outcome: 'refused', reason, message, hint };
}

function before(asker: Asker, minutes: number): Date {
  return new Date(instant(asker).getTime() - minutes * MINUTE);
}

function has(accounts: readonly Account[], { platform, externalId }: Account): boolean {
  return accounts.some((each) => each.platform === platform && each.externalId === externalId);
}
