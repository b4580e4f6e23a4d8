/** Where a reply goes: kept with the message in the inbox, and good in another process too. */

import { createHash } from 'node:crypto';
import type { Address } from '../../conversation/message.ts';

export interface DiscordAddress extends Address {
  readonly channel: string;
  /** Who asked, for answers that only they may see. */
  readonly user: string;
  /** False in direct messages. */
  readonly isGroup: boolean;
  /** The message to answer, where several people talk. */
  readonly replyTo: string | null;
  /** Tells the answers to this message from all others: Discord makes one message of the same nonce. */
  readonly nonce: string;
  /** Of a command, button or form: by which its answer is edited for 15 minutes. */
  readonly token: string | null;
  readonly interaction: string | null;
  /** When it came, by our clock in milliseconds. */
  readonly at: number;
  /** Its answer was promised to be seen by them alone. */
  readonly isEphemeral: boolean;
}

/** Nonces have at most 25 characters, a few of which number the parts. */
const NONCE_LENGTH = 18;

export function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, NONCE_LENGTH);
}
