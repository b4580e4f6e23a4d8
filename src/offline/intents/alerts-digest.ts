/** "Weekly digest at 8", "chaque lundi un résumé à 9h": how often, when, and nothing else. */

import type { Language } from '../../language.ts';
import { EVENING_TIME, findTime } from '../dates/time-of-day.ts';
import { alertPatterns } from '../lexicon/alerts-patterns.ts';
import { lexicons } from '../lexicon/all-lexicons.ts';
import { anywhere, expression, foldPattern, listed, whole } from '../lexicon/patterns.ts';
import type { AlertArgs } from './alerts.ts';

export function digestArgs(said: string, language: Language): AlertArgs | null {
  const { digest, times } = alertPatterns[language];
  const isStrict = anywhere(digest.noun).test(said);
  if (!isStrict && !anywhere(digest.looseNoun).test(said)) return null;
  const weekday = weekdayIn(said, language);
  const text = weekday ? blanked(said, weekday) : said;
  // "Weekly, on Sunday" says how often twice.
  const cadence = cadenceIn(text, language);
  const often = weekday ?? cadence;
  if (!often || (weekday && cadence && cadence.args.cadence !== 'weekly')) return null;
  const rest = cadence ? blanked(text, cadence) : text;
  const time = findTime(rest, times);
  // "Weekly summary" asks for one now.
  if (!often.isAgain && !isStrict && !time) return null;
  const others = (time ? blanked(rest, time) : rest)
    .replace(/[,:;.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const known = `(?:${digest.noun}|${digest.looseNoun}|${digest.filler})`;
  if (!whole(`${known}(?: ${known})*`).test(others)) return null;
  const evening = anywhere(times.evening).test(said.slice(often.start, often.end));
  const at = time === null ? (evening ? EVENING_TIME : null) : evening ? later(time.time) : time.time;
  return { action: 'digest', ...often.args, ...(at && { time: at }) };
}

interface Often {
  readonly args: AlertArgs;
  /** It says "again and again", rather than perhaps which one. */
  readonly isAgain: boolean;
  readonly start: number;
  readonly end: number;
}

function cadenceIn(said: string, language: Language): Often | null {
  for (const [cadence, { again, adjective }] of Object.entries(alertPatterns[language].digest.cadences)) {
    for (const [pattern, isAgain] of [
      [again, true],
      [adjective, false],
    ] as const) {
      const found = expression(
        `(?<![\\p{L}\\p{N}])(?:${foldPattern(pattern)})(?:(?![\\p{L}\\p{N}])|(?=uberblick|digest|zusammenfassung))`,
      ).exec(said);
      if (found) return { args: { cadence }, isAgain, start: found.index, end: found.index + found[0].length };
    }
  }
  return null;
}

/** "Every Monday", "montags". */
function weekdayIn(said: string, language: Language): Often | null {
  const { every } = alertPatterns[language].digest;
  for (const [index, names] of lexicons[language].dates.weekdays.entries()) {
    const found = expression(
      `(?<![\\p{L}\\p{N}-])(?:(?:${every}) )?(?:${listed(names)
        .sort((a, b) => b.length - a.length)
        .join('|')})s?(?![\\p{L}\\p{N}-])`,
    ).exec(said);
    if (found) {
      const args = { cadence: 'weekly', weekday: index + 1 };
      return { args, isAgain: true, start: found.index, end: found.index + found[0].length };
    }
  }
  return null;
}

function blanked(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `${text.slice(0, start)} ${text.slice(end)}`.replace(/ +/g, ' ');
}

/** "Every evening at 8" is at 20:00. */
function later(time: string): string {
  const hour = Number(time.slice(0, 2));
  return hour < 12 ? `${hour + 12}${time.slice(2)}` : time;
}
