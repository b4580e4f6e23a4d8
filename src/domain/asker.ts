/** Who asks, about which ledger, and when: what every piece of the domain needs to know. */

import type { Temporal } from 'temporal-polyfill';
import { InputError } from '../errors.ts';
import type { Language } from '../language.ts';
import type { Day, Weekday } from '../period.ts';
import type { Role } from '../store/people.ts';

export interface Preferences {
  /** ISO 4217 code of amounts written without one. */
  readonly currency: string;
  /** IANA name. */
  readonly timezone: string;
  /** What the person chose, or null. */
  readonly language: Language | null;
  readonly firstDayOfWeek: Weekday;
}

export interface Asker {
  readonly personId: string;
  readonly ledgerId: string;
  readonly role: Role;
  /** ISO 4217 code that the ledger adds up in. */
  readonly homeCurrency: string;
  readonly preferences: Preferences;
  readonly now: Temporal.Instant;
  /** The day it is for the person. */
  readonly today: Day;
  /** The turn on whose behalf this happens; null outside a conversation. */
  readonly turnId: string | null;
}

/** Throws an InputError unless the asker may change the ledger. */
export function requireWriter(asker: Asker): void {
  if (asker.role === 'viewer') {
    throw new InputError('You can look at this ledger, not change it.', 'Ask its owner to make you a member.');
  }
}
