/** Times of day as people write them: "8", "18:30", "6 pm", "8h30", "um 9 Uhr abends", "noon". */

import type { TimePatterns } from '../lexicon/alerts-patterns.ts';
import { expression } from '../lexicon/patterns.ts';

/** Where nothing but "in the evening" says when. */
export const EVENING_TIME = '20:00';

export interface TimeFound {
  /** HH:MM; as it was written where it is no time of day ("25:00"), so that it can be refused. */
  readonly time: string;
  readonly start: number;
  readonly end: number;
}

/** A time in folded text, as the source of an expression without groups. */
export function timeSource({ oClock, noon, midnight, morning, evening }: TimePatterns): string {
  const clock = `\\d{1,2}(?:(?:[:.]| ?h ?)\\d{2})?(?: ?(?:${oClock}))?(?: ?[ap]\\.?m\\.?(?![\\p{L}\\p{N}]))?(?: (?:${morning}|${evening}))?`;
  return `(?:${clock}|${noon}|${midnight})(?![\\p{L}\\p{N}])`;
}

/** The first time in folded text, with the "at" before it. */
export function findTime(folded: string, patterns: TimePatterns): TimeFound | null {
  const source = `(?<![\\p{L}\\p{N}.,:])(?:(?:${patterns.at}) )?(${timeSource(patterns)})`;
  const found = expression(source).exec(folded);
  if (!found) return null;
  return { time: readTime(found[1] as string, patterns), start: found.index, end: found.index + found[0].length };
}

/** A text that {@link timeSource} matched. */
export function readTime(text: string, { noon, midnight, evening }: TimePatterns): string {
  if (expression(`^(?:${noon})$`).test(text)) return '12:00';
  if (expression(`^(?:${midnight})$`).test(text)) return '00:00';
  const [, hourText = '', minutes = '00'] = /^(\d{1,2})(?:(?:[:.]| ?h ?)(\d{2}))?/.exec(text) ?? [];
  const half = /([ap])\.?m\.?$/.exec(text)?.[1];
  const named = Number(hourText);
  if (half !== undefined && (named < 1 || named > 12)) return text;
  const isLater = half === 'p' || (half === undefined && named < 12 && expression(`(?:${evening})$`).test(text));
  const hour = half === undefined ? named + (isLater ? 12 : 0) : (named % 12) + (isLater ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}
