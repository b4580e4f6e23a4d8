/** Reads what people write to arrange how they are spoken to unasked; in English words whatever their language. */

import { Temporal } from 'temporal-polyfill';
import type { Asker } from '../domain/asker.ts';
import { InputError } from '../errors.ts';
import { type AlertWords, alertWords } from '../wording/alert-words.ts';
import { describeWeekday } from '../wording/phrasing.ts';
import type { Words } from '../wording/words.ts';
import { wordsFor } from '../wording/words-for.ts';
import type { DigestCadence, QuietHours, WallTime } from './settings.ts';

/** Those that need no more than their name. */
type PlainKind = 'list' | 'on' | 'off' | 'unmute' | 'fewer' | 'here' | 'why' | 'rows' | 'ignore';

export type AlertCommand =
  | { readonly kind: PlainKind }
  | { readonly kind: 'mute'; readonly until: Temporal.Instant }
  | { readonly kind: 'quiet'; readonly quiet: QuietHours | null }
  | { readonly kind: 'urgent'; readonly passes: boolean }
  /** A cadence of null switches it off; a time of null keeps the one there is. */
  | { readonly kind: 'digest'; readonly cadence: DigestCadence | null; readonly time: WallTime | null };

const plain: readonly (readonly [RegExp, PlainKind])[] = [
  [/^alerts\??$|^why (?:was|were) i (?:not )?told.*$|^why (?:did|didn[’']t) you (?:not )?tell me.*$/, 'list'],
  [/^alerts on$/, 'on'],
  [/^alerts off$/, 'off'],
  [/^unmute$/, 'unmute'],
  [/^(?:fewer|less) of (?:these|those)$|^fewer alerts$/, 'fewer'],
  [/^send (?:my )?alerts here$/, 'here'],
  [/^why\s*\?*$/, 'why'],
  [/^show (?:me )?(?:the )?rows$/, 'rows'],
  [/^(?:that[’']?s (?:fine|ok|okay)[,.]?\s*)?ignore (?:it|that|this)$|^that[’']?s (?:fine|ok|okay)$/, 'ignore'],
];

/** Null for what is none of these. Throws an InputError for a time or a day that does not exist. */
export function readAlertCommand(
  text: string,
  { now, preferences }: Pick<Asker, 'now' | 'preferences'>,
  words: Words,
): AlertCommand | null {
  const said = text
    .toLowerCase()
    .replace(/^\//, '')
    .replace(/[.!]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const found = plain.find(([pattern]) => pattern.test(said));
  if (found) return { kind: found[1] };
  const say = alertWords(words);
  const mute = /^mute(?: (?:me|alerts))? (?:for )?(.+)$/.exec(said)?.[1];
  if (mute !== undefined) {
    const until = readUntil(mute, now.toZonedDateTimeISO(preferences.timezone), words);
    if (until === null) throw new InputError(say.notDay, say.dayHint);
    return { kind: 'mute', until };
  }
  const urgent = /^urgent (?:alerts )?(on|off|may pass|passes|waits)$/.exec(said)?.[1];
  if (urgent !== undefined) return { kind: 'urgent', passes: urgent !== 'off' && urgent !== 'waits' };
  if (/^(?:quiet(?: hours)?|no quiet hours) ?off$|^no quiet hours$/.test(said)) return { kind: 'quiet', quiet: null };
  const [, from, to] = /^quiet(?: hours)?(?: from)? (\S+?) ?(?:-|–|to|until) ?(\S+(?: ?[ap]m)?)$/.exec(said) ?? [];
  if (from !== undefined && to !== undefined) {
    return { kind: 'quiet', quiet: { from: requireTime(from, say), to: requireTime(to, say) } };
  }
  if (/^(?:no digest|digest off|no more digests)$/.test(said)) return { kind: 'digest', cadence: null, time: null };
  const [, cadence, time] = /^(daily|weekly|monthly) digest(?: (?:at )?(.+))?$/.exec(said) ?? [];
  if (cadence === undefined) return null;
  return {
    kind: 'digest',
    cadence: cadence as DigestCadence,
    time: time === undefined ? null : requireTime(time, say),
  };
}

function requireTime(text: string, say: AlertWords): WallTime {
  const time = readTime(text);
  if (time === null) throw new InputError(say.notTime, say.timeHint);
  return time;
}

/** "8", "8:30", "18h", "6pm" as HH:MM; null for what is no time of day. */
export function readTime(text: string): WallTime | null {
  const [, hourText, minuteText = '00', half] = /^(\d{1,2})(?:[:.h](\d{2})|h)?\s*(am|pm)?$/.exec(text.trim()) ?? [];
  if (hourText === undefined) return null;
  const named = Number(hourText);
  if (half !== undefined && (named < 1 || named > 12)) return null;
  const hour = half === undefined ? named : (named % 12) + (half === 'pm' ? 12 : 0);
  if (hour > 23 || Number(minuteText) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${minuteText}`;
}

/** Hours run; days, weeks and months go by the calendar, and a named day begins with its midnight. */
function readUntil(text: string, now: Temporal.ZonedDateTime, words: Words): Temporal.Instant | null {
  const [, count, unit] = /^(\d{1,3}|an?) (hour|day|week|month)s?$/.exec(text) ?? [];
  if (count !== undefined && unit !== undefined) {
    const number = /^an?$/.test(count) ? 1 : Number(count);
    return number === 0 ? null : now.add({ [`${unit}s`]: number }).toInstant();
  }
  const name = /^until (.+)$/.exec(text)?.[1];
  const day = name === undefined ? null : namedDay(name, now.toPlainDate(), words);
  if (day === null || Temporal.PlainDate.compare(day, now.toPlainDate()) <= 0) return null;
  return day.toZonedDateTime(now.timeZoneId).toInstant();
}

function namedDay(name: string, today: Temporal.PlainDate, words: Words): Temporal.PlainDate | null {
  if (name === 'tomorrow') return today.add({ days: 1 });
  if (/^\d{4}-\d{2}-\d{2}$/.test(name)) {
    try {
      return Temporal.PlainDate.from(name, { overflow: 'reject' });
    } catch {
      return null;
    }
  }
  for (let ahead = 1; ahead <= 7; ahead++) {
    const day = today.add({ days: ahead });
    const names = [wordsFor('en'), words].flatMap((each) => [
      describeWeekday(day.dayOfWeek, each),
      describeWeekday(day.dayOfWeek, each, 'short'),
    ]);
    if (names.some((each) => each.toLowerCase() === name)) return day;
  }
  return null;
}
