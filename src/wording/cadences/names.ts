/** Names of weekdays, and lists of them, as a language writes them. */

import type { Weekday } from '../../period.ts';

/** The weekday's name in full. */
export function weekdayNames(locale: string): (weekday: Weekday) => string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  // 5 January 1970 was a Monday.
  return (weekday) => format.format((weekday + 3) * 24 * 3_600_000);
}

/** "a, b and c" */
export function listOf(locale: string, names: readonly string[]): string {
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' }).format(names);
}
