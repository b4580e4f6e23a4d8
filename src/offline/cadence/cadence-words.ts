/** What a language brings to be read for when something comes again: its words, and in which order they stand. */

import type { Pattern } from '../lexicon/lexicon.ts';

export type CadenceUnit = 'minute' | 'hour' | 'day' | 'week' | 'fortnight' | 'month' | 'quarter' | 'year';
export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';
/** Days that are named by what they begin or end, or by their distance. */
export type NamedDay = 'today' | 'tomorrow' | 'after-tomorrow' | 'next-week' | 'next-month' | 'month-end' | 'year-end';

/** What a piece of a message tells, besides what stands in it. */
export interface Told {
  /** It happens again and again. */
  readonly repeats?: true;
  /** It does where nothing names a day: "abends". */
  readonly habit?: true;
  /** An adverb or adjective ("monthly"), which may belong to something else: "monthly report". */
  readonly loose?: true;
  /** Means nothing by itself, only beside another piece: "Friday", "9pm". */
  readonly weak?: true;
  readonly count?: number;
  readonly unit?: CadenceUnit;
  readonly weekdays?: readonly number[];
  /** Of the month; 31 is the last one. */
  readonly day?: number;
  readonly part?: PartOfDay;
  readonly named?: NamedDay;
  /** What it tells is the first or the last day. */
  readonly bound?: 'from' | 'until';
}

/**
 * A pattern with placeholders: {weekdays} (one or several), {weekday}, {often} ("Mondays"), {unit}, {n} (a number),
 * {day} (as it is written in a month: "1st"), {number} (a bare one), {nth}, {date}, {plainDate} (one with its month's
 * name), {bound} (a day, or a month), {part}, {time} (led by its word), {clock} (known by how it is written).
 */
export type CadenceRule = readonly [pattern: Pattern, told?: Told];

export interface CadenceWords {
  /** Monday first, as patterns. */
  readonly weekdays: readonly Pattern[];
  /** The same where they happen again and again: "Mondays", "montags". Perhaps with an article. */
  readonly often: readonly Pattern[];
  /** Between weekdays that are listed. */
  readonly and: Pattern;
  readonly units: Readonly<Record<CadenceUnit, Pattern>>;
  /** First to fourth, then last. */
  readonly nths: readonly Pattern[];
  /** A day of the month: digits with an ending, or a word for the first. */
  readonly day: Pattern;
  /** Words among them that stand for the first. */
  readonly firstDay: Pattern;
  /** Between a day and its month. */
  readonly ofMonth: Pattern;
  readonly parts: Readonly<Record<PartOfDay, Pattern>>;
  readonly named: Readonly<Partial<Record<NamedDay, Pattern>>>;
  /**
   * A time of day behind its word ("at 6"), with groups hour, minute, half ("am" or "pm") and words ("y media"); {hour}
   * is one in digits or words.
   */
  readonly time: Pattern;
  /** The same without that word, where nothing else is written so: "6pm", "18:30", "9h". */
  readonly clock: Pattern;
  /** Some of this stands in every text that says that something comes again; told quickly, for most say nothing of it. */
  readonly again: Pattern;
  /** Whether a bare hour from one to six is one of the afternoon: "at 6". */
  readonly saysHalves: boolean;
  readonly rules: readonly CadenceRule[];
}
