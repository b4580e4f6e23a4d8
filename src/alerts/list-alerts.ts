/** What is on, when each comes next, what was told, and what was not and why. */

import { Temporal } from 'temporal-polyfill';
import type { Asker } from '../domain/asker.ts';
import type { Queries } from '../store/database.ts';
import { latestNotices, messagesSince, type Notice } from '../store/notices.ts';
import { type AlertWords, alertWords, type Unsaid } from '../wording/alert-words.ts';
import type { AlertFacts } from './alert.ts';
import { alertSchedules } from './arrange-alerts.ts';
import { allRules } from './gather.ts';
import { type Place, sayAlert } from './say-alert.ts';
import { isMuted, settingsOf } from './settings.ts';
import { DAYS_OF_A_WEEK } from './thresholds.ts';

/** As many as fit on a phone, of each. */
const MOST_LISTED = 5;

export async function listAlerts(db: Queries, asker: Asker, place: Place, isGroup: boolean): Promise<string> {
  const say = alertWords(place.words);
  const settings = await settingsOf(db, isGroup ? asker.ledgerId : asker.personId);
  const { alerts, digest } = await alertSchedules(db, asker);
  const digestLine =
    settings.digest && digest ? say.digestOn(settings.digest, whenAt(digest.nextAt, place)) : say.digestNone;
  if (isGroup) return [say.groupOnly, digestLine].join('\n');
  const now = new Date(asker.now.epochMilliseconds);
  const since = new Date(now.getTime() - DAYS_OF_A_WEEK * 24 * 3_600_000);
  const sent = await messagesSince(db, asker, since);
  const unsaid = (await latestNotices(db, asker, ['held', 'dropped'], 4 * MOST_LISTED)).filter(
    ({ state, reason, decidedAt }) => state === 'held' || (decidedAt >= since && reason !== 'dismissed'),
  );
  const told = (await latestNotices(db, asker, ['told'], MOST_LISTED)).filter(({ rule }) => rule !== 'digest');
  const { quiet, mutedUntil } = settings;
  return [
    settings.alerts ? `${say.on} ${kindList(say, place)}.` : say.off,
    ...(settings.alerts && alerts ? [say.nextLook(whenAt(alerts.nextAt, place))] : []),
    digestLine,
    quiet ? say.quiet(quiet.from, quiet.to, settings.urgentMayPass) : say.quietNone,
    ...(mutedUntil && isMuted(settings, asker.now) ? [say.mutedUntil(whenAt(mutedUntil, place))] : []),
    say.weekly(sent.length, settings.weeklyMost),
    ...section(say.heldBack, unsaid.slice(0, MOST_LISTED), place),
    ...(unsaid.length === 0 ? [say.nothingHeld] : []),
    ...section(say.toldLately, told, place),
  ].join('\n');
}

/** A moment by the person's clock: "Mon, 23 Nov, 08:00". */
export function whenAt(instant: Temporal.Instant, { words, asker }: Place): string {
  const format = new Intl.DateTimeFormat(words.locale === 'en' ? 'en-GB' : words.locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: asker.preferences.timezone,
  });
  return format.format(instant.epochMilliseconds);
}

function kindList(say: AlertWords, { words }: Place): string {
  const list = new Intl.ListFormat(words.locale, { type: 'disjunction' });
  return list.format(allRules.map((rule) => say.kinds[rule]));
}

function section(heading: string, notices: readonly Notice[], place: Place): string[] {
  const lines = notices.filter(({ rule }) => rule !== 'digest').map((notice) => line(notice, place));
  return lines.length === 0 ? [] : [heading, ...lines];
}

function line({ rule, facts, state, reason, toldAt }: Notice, place: Place): string {
  const kept = JSON.parse(facts);
  // Reminders keep what they would have said.
  const said = rule === 'reminder' ? (kept as { said: string }).said : sayAlert(kept as AlertFacts, place);
  if (state === 'told') {
    return toldAt === null
      ? said
      : `${whenAt(Temporal.Instant.fromEpochMilliseconds(toldAt.getTime()), place)}: ${said}`;
  }
  const why = alertWords(place.words).unsaid[reason as Unsaid];
  return why === undefined ? said : `${said} (${why})`;
}
