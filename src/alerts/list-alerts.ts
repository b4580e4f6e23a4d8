/** What is on, when each comes next, what was told, and what was not and why. */

import { Temporal } from 'temporal-polyfill';
import type { Asker } from '../domain/asker.ts';
import { namedWatches } from '../domain/watches.ts';
import type { Queries } from '../store/database.ts';
import { latestNotices, messagesSince, type Notice } from '../store/notices.ts';
import { deleteWatches } from '../store/watches.ts';
import { alertWords, type Unsaid } from '../wording/alert-words.ts';
import { mailWords } from '../wording/mail-words.ts';
import { watchWords } from '../wording/watch-words.ts';
import type { AlertFacts } from './alert.ts';
import { alertSchedules } from './arrange-alerts.ts';
import { describeWatch } from './describe-watch.ts';
import { allRules } from './gather.ts';
import { type Place, sayAlert } from './say-alert.ts';
import { isMuted, settingsOf } from './settings.ts';
import { DAYS_OF_A_WEEK } from './thresholds.ts';

/** As many as fit on a phone, of each. */
const MOST_LISTED = 5;

/** Paragraphs with a blank line between them; what is of several is a line each. Drops watches whose category is gone. */
export async function listAlerts(db: Queries, asker: Asker, place: Place, isGroup: boolean): Promise<string> {
  const say = alertWords(place.words);
  const settings = await settingsOf(db, isGroup ? asker.ledgerId : asker.personId);
  const { alerts, digest } = await alertSchedules(db, asker);
  const digestLine =
    settings.digest && digest ? say.digestOn(settings.digest, whenAt(digest.nextAt, place)) : say.digestNone;
  const watches = await watchLines(db, asker, place);
  if (isGroup) return paragraphs([say.groupOnly, digestLine], watches);
  const now = new Date(asker.now.epochMilliseconds);
  const since = new Date(now.getTime() - DAYS_OF_A_WEEK * 24 * 3_600_000);
  const sent = await messagesSince(db, asker, since);
  const unsaid = (await latestNotices(db, asker, ['held', 'dropped'], 4 * MOST_LISTED)).filter(
    ({ state, reason, decidedAt }) => state === 'held' || (decidedAt >= since && !isAnswered(reason)),
  );
  const told = (await latestNotices(db, asker, ['told'], MOST_LISTED)).filter(({ rule }) => rule !== 'digest');
  const { quiet, mutedUntil } = settings;
  const when = [
    ...(settings.alerts && alerts ? [say.nextLook(whenAt(alerts.nextAt, place))] : []),
    digestLine,
    quiet ? say.quiet(quiet.from, quiet.to, settings.urgentMayPass) : say.quietNone,
    ...(mutedUntil && isMuted(settings, asker.now) ? [say.mutedUntil(whenAt(mutedUntil, place))] : []),
    say.weekly(sent.length, settings.weeklyMost),
    ...(settings.fallback ? [say.fallbackOn] : []),
    ...(settings.email && settings.emailTakes
      ? [mailWords(place.words).goes(settings.email, settings.emailTakes)]
      : []),
  ];
  return paragraphs(
    settings.alerts ? [say.on, ...allRules.map((rule) => `• ${say.kinds[rule]}`)] : [say.off],
    when,
    watches,
    unsaid.length === 0 ? [say.nothingHeld] : section(say.heldBack, unsaid.slice(0, MOST_LISTED), place),
    section(say.toldLately, told, place),
  );
}

function paragraphs(...all: readonly (readonly string[])[]): string {
  return all
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** What was let go because they, or something graver, said so is no riddle to anybody. */
function isAnswered(reason: string | null): boolean {
  return reason === 'dismissed' || reason === 'covered';
}

async function watchLines(db: Queries, asker: Asker, { words }: Place): Promise<string[]> {
  const say = alertWords(words);
  const all = await namedWatches(db, asker);
  const lost = all.filter(({ isLost }) => isLost);
  if (lost.length > 0) {
    await deleteWatches(
      db,
      asker.ledgerId,
      lost.map(({ id }) => id),
    );
  }
  const kept = all.filter(({ isLost }) => !isLost).map((watch) => describeWatch(watch, words));
  const more = kept.length - MOST_LISTED;
  const gone = lost.map((watch) => describeWatch(watch, words)).join('; ');
  return [
    ...(lost.length > 0 ? [say.watchesGone(gone)] : []),
    ...(kept.length > 0 ? [watchWords(words).listed] : []),
    ...kept.slice(0, MOST_LISTED).map((watch, index) => `${index + 1}. ${watch}`),
    ...(more > 0 ? [say.watchesMore(more)] : []),
    ...(kept.length === 0 ? [say.watchHint] : []),
  ];
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

function section(heading: string, notices: readonly Notice[], place: Place): string[] {
  const lines = notices.filter(({ rule }) => rule !== 'digest').map((notice) => `• ${line(notice, place)}`);
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
