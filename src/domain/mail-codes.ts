/** Codes by which the owner of a mailbox says that it is theirs: sent there, and written back in the chat. */

import type { Queries } from '../store/database.ts';
import { addLinkAttempt, countLinkAttempts } from '../store/links.ts';
import { addMailCode, countMailCodes, findMailCode, takeMailCode, voidMailCodes } from '../store/mail-codes.ts';
import type { Asker } from './asker.ts';
import { digestOf, drawCode, type RandomInt, readCode } from './link-code.ts';
import { instant } from './operation.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How long a code lives, in minutes. */
export const MAIL_CODE_MINUTES = 30;
export const CODES_A_DAY = 5;
/** Whoever asks: nobody's mailbox is filled by strangers. */
export const CODES_AN_ADDRESS = 3;
/** Within the life of a code; wrong codes of accounts to link count as well. */
const WRONG_TRIES = 5;

/**
 * A code for an address, as `readMailAddress` gives it; the person's earlier ones open nothing any more. Says instead
 * which limit of a day is reached.
 */
export async function issueMailCode(
  db: Queries,
  asker: Asker,
  address: string,
  random: RandomInt,
): Promise<{ readonly code: string; readonly expiresAt: Date } | 'tooManyCodes' | 'tooManyTo'> {
  const createdAt = instant(asker);
  const { personId } = asker;
  const since = new Date(createdAt.getTime() - DAY);
  if ((await countMailCodes(db, since, { personId })) >= CODES_A_DAY) return 'tooManyCodes';
  if ((await countMailCodes(db, since, { address })) >= CODES_AN_ADDRESS) return 'tooManyTo';
  await voidMailCodes(db, personId, createdAt);
  const expiresAt = new Date(createdAt.getTime() + MAIL_CODE_MINUTES * MINUTE);
  for (;;) {
    const code = drawCode(random);
    if (await findMailCode(db, digestOf(code))) continue;
    await addMailCode(db, { digest: digestOf(code), personId, address, expiresAt, createdAt });
    return { code: `${code.slice(0, 4)}-${code.slice(4)}`, expiresAt };
  }
}

/** Opens nothing any more with what the person was sent. */
export async function voidCodes(db: Queries, asker: Asker): Promise<void> {
  await voidMailCodes(db, asker.personId, instant(asker));
}

export type MailCodeResult =
  | { readonly address: string }
  | { readonly refused: 'malformed' | 'unknown' | 'expired' | 'used' | 'tooMany' };

/** The address that a code confirms, once. Somebody else's code is as unknown as one that is none; a wrong try is counted. */
export async function redeemMailCode(db: Queries, asker: Asker, typed: string): Promise<MailCodeResult> {
  const at = instant(asker);
  const since = new Date(at.getTime() - MAIL_CODE_MINUTES * MINUTE);
  if ((await countLinkAttempts(db, since, asker.personId)) >= WRONG_TRIES) return { refused: 'tooMany' };
  const code = readCode(typed);
  if (code === null) return { refused: 'malformed' };
  const found = await findMailCode(db, digestOf(code));
  if (found?.personId !== asker.personId) {
    await addLinkAttempt(db, asker.personId, at);
    return { refused: 'unknown' };
  }
  if (found.usedAt !== null) return { refused: 'used' };
  if (found.expiresAt.getTime() <= at.getTime()) return { refused: 'expired' };
  return (await takeMailCode(db, found.digest, at)) ? { address: found.address } : { refused: 'used' };
}
