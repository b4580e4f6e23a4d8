/** Finds in a message when something is to happen: "every Friday at 6", "on the 1st of each month", "tomorrow at 9". */

import { foldInPlace } from '../../domain/fold.ts';
import type { Language } from '../../language.ts';
import { addDays, addMonths, type Day } from '../../period.ts';
import { anywhere } from '../lexicon/patterns.ts';
import { cadenceWords } from './all-words.ts';
import { type Piece, piecesIn } from './pieces.ts';
import { dayAhead } from './said-days.ts';
import { timeMeant } from './times.ts';

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Arguments of tools that take a cadence. */
export interface SaidCadence {
  readonly repeats: 'once' | 'daily' | 'weekly' | 'monthly' | 'monthly-weekday' | 'yearly' | 'every';
  readonly at?: string;
  readonly weekdays?: readonly (typeof weekdayNames)[number][];
  readonly day?: number;
  readonly month?: number;
  readonly nth?: number;
  readonly count?: number;
  readonly unit?: 'minute' | 'hour' | 'day' | 'week' | 'month';
  readonly from?: Day;
  readonly until?: Day;
  readonly on?: Day;
  readonly inMinutes?: number;
}

export interface CadenceReading {
  /** What does not exist (the 32nd, 25:00) is kept, for the tool to refuse with a sentence. */
  readonly args: SaidCadence;
  /** Where it stands in the text: the first and the last of its pieces. */
  readonly start: number;
  readonly end: number;
  /** The text without it: spaces made single, marks at both ends taken off. */
  readonly rest: string;
  /** It rests on one adjective alone ("monthly"), which may belong to something else: "monthly report". */
  readonly isLoose: boolean;
  /** All of it stands in one place. */
  readonly isTogether: boolean;
}

export interface CadenceOptions {
  readonly language: Language;
  readonly today: Day;
}

/** Longer texts are no orders to do something again. */
const TEXT_READ = 1000;

/** Whether a text may say that something comes again; where this says no, {@link readCadence} finds no repetition. */
export function maySayAgain(folded: string, language: Language): boolean {
  return anywhere(cadenceWords[language].again).test(folded);
}

/** Null when the message says nothing of when. `text` must be in NFC. Never throws. */
export function readCadence(text: string, { language, today }: CadenceOptions): CadenceReading | null {
  const folded = foldInPlace(text.slice(0, TEXT_READ)).replace(/\s/g, ' ');
  const clusters = clustersOf(piecesIn(folded, language), folded);
  const main = clusters.reduce<Cluster | null>(
    (best, each) => (weight(each) > (best ? weight(best) : 0) ? each : best),
    null,
  );
  if (!main) return null;
  const elsewhere = additions(main, clusters);
  const parts = [...main, ...elsewhere];
  const said: Partial<Piece> = Object.assign({}, ...parts.filter(({ bound }) => bound === undefined));
  const { saysHalves } = cadenceWords[language];
  const at = timeMeant(said.time, said.part, saysHalves);
  const args = {
    ...repetition(said, today),
    ...(at === undefined ? {} : { at }),
    ...boundary(parts, 'from', today),
    ...boundary(parts, 'until', today),
  };
  return {
    args,
    start: Math.min(...parts.map(({ start }) => start)),
    end: Math.max(...parts.map(({ end }) => end)),
    rest: without(text, parts),
    isTogether: elsewhere.length === 0,
    isLoose:
      main.some(({ loose }) => loose) && !main.some((piece) => !piece.loose && (piece.repeats || namesDay(piece))),
  };
}

/** Pieces that stand together. */
type Cluster = readonly Piece[];

/** A piece that tells what the pieces before it have told already begins anew. */
function clustersOf(pieces: readonly Piece[], folded: string): Cluster[] {
  const clusters: Piece[][] = [];
  for (const piece of pieces) {
    const cluster = clusters.at(-1);
    const before = cluster?.at(-1);
    const stands = before && /^[\s,;:.–-]*$/.test(folded.slice(before.end, piece.start));
    // "On the 1st of each month: monthly report".
    const isElsewhere = piece.loose && cluster?.some(({ repeats }) => repeats);
    if (cluster && stands && !isElsewhere && cluster.every((each) => agree(each, piece))) cluster.push(piece);
    else clusters.push([piece]);
  }
  return clusters;
}

const telling = ['unit', 'weekdays', 'day', 'month', 'nth', 'part', 'time', 'named', 'bound'] as const;

function agree(a: Piece, b: Piece): boolean {
  if (a.bound !== undefined || b.bound !== undefined) return a.bound !== b.bound;
  // "Every year on 5 June" names its unit, "every 5 June" has it by itself.
  return !telling.some((key) => a[key] !== undefined && b[key] !== undefined && a[key] !== b[key]);
}

/** Which cluster says when: one that repeats above all, of two alike one with a time; 0 where all of it is weak. */
function weight(cluster: Cluster): number {
  const timed = cluster.some(({ time }) => time !== undefined);
  return rank(cluster, timed) * 2 + (timed ? 1 : 0);
}

function rank(cluster: Cluster, timed: boolean): number {
  const has = (test: (piece: Piece) => unknown) => cluster.some(test);
  const strong = cluster.filter(({ weak }) => !weak);
  if (has(({ repeats, loose }) => repeats && !loose)) return 6;
  // "Monthly on the 25th", "daily at 9"; alone it rather belongs to something else: "the monthly report on Friday".
  const company = cluster.length > 1 || timed;
  if (has(({ habit, loose }) => habit || (loose && company))) return 5;
  if (has(({ loose }) => loose)) return 3;
  if (has(namesDay) && (strong.length > 0 || timed)) return 4;
  if (strong.some(({ time }) => time !== undefined)) return 2;
  // "The 5th floor" is no day.
  return has(({ month, weekdays }) => month !== undefined || weekdays !== undefined) ? 1 : NEVER;
}

/** Less than what a time adds. */
const NEVER = -1;

function namesDay({ bound, named, weekdays, day, month, count, unit }: Piece): boolean {
  if (bound !== undefined) return false;
  return (
    [named, weekdays, day, month].some((value) => value !== undefined) || (count !== undefined && unit !== undefined)
  );
}

/** Times and bounds that stand elsewhere in the message. */
function additions(main: Cluster, clusters: readonly Cluster[]): Piece[] {
  const has = (test: (piece: Piece) => boolean) => main.some(test);
  return clusters
    .filter((cluster) => cluster !== main)
    .flat()
    .filter((piece) => {
      if (piece.weak || piece.repeats) return false;
      if (piece.bound !== undefined) return !has(({ bound }) => bound === piece.bound);
      if (namesDay(piece)) return false;
      if (piece.time !== undefined) return !has(({ time }) => time !== undefined);
      return piece.part !== undefined && !has(({ part }) => part !== undefined);
    });
}

function repetition(said: Partial<Piece>, today: Day): SaidCadence {
  const { weekdays = [], nth, unit, day, month, count = 1 } = said;
  const isHabit = said.habit && !namesDay({ start: 0, end: 0, ...said });
  if (!said.repeats && !isHabit) return once(said, today);
  const names = { weekdays: weekdays.map((weekday) => weekdayNames[weekday - 1] as (typeof weekdayNames)[number]) };
  if (nth !== undefined) return { repeats: 'monthly-weekday', nth, ...names };
  if (unit === 'minute' || unit === 'hour') return { repeats: 'every', count, unit };
  if (weekdays.length > 0) {
    const weeks = unit === 'fortnight' ? 2 * count : count;
    return weeks > 1 ? { repeats: 'every', count: weeks, unit: 'week', ...names } : { repeats: 'weekly', ...names };
  }
  if (month !== undefined || (unit === 'year' && count === 1)) {
    return { repeats: 'yearly', ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
  }
  const [plain, each] = steps[unit ?? (day === undefined ? 'day' : 'month')];
  const ofMonth = plain === 'month' && day !== undefined ? { day } : {};
  const total = count * each;
  if (total !== 1) return { repeats: 'every', count: total, unit: plain, ...ofMonth };
  return { repeats: plain === 'day' ? 'daily' : plain === 'week' ? 'weekly' : 'monthly', ...ofMonth };
}

const steps = {
  day: ['day', 1],
  week: ['week', 1],
  fortnight: ['week', 2],
  month: ['month', 1],
  quarter: ['month', 3],
  year: ['month', 12],
} as const;

function once(said: Partial<Piece>, today: Day): SaidCadence {
  const { count, unit, weekdays } = said;
  if (unit === 'minute' || unit === 'hour')
    return { repeats: 'once', inMinutes: (count ?? 1) * (unit === 'hour' ? 60 : 1) };
  const on =
    count !== undefined && unit !== undefined ? ahead(count, unit, today) : dayAhead(dayOf(said, weekdays), today);
  return { repeats: 'once', ...(on === null ? {} : { on }) };
}

/** In 3 days, 2 weeks, a month. */
function ahead(count: number, unit: keyof typeof steps, today: Day): Day {
  const [plain, each] = steps[unit];
  return plain === 'month' ? addMonths(today, count * each) : addDays(today, count * each * (plain === 'week' ? 7 : 1));
}

function boundary(parts: readonly Piece[], bound: 'from' | 'until', today: Day): { from?: Day; until?: Day } {
  const piece = parts.find((each) => each.bound === bound);
  const day = piece && dayAhead(dayOf(piece, piece.weekdays), today, bound === 'from' ? 'first' : 'last');
  return day ? { [bound]: day } : {};
}

function dayOf({ year, month, day, named }: Partial<Piece>, weekdays: readonly number[] | undefined) {
  const [weekday] = weekdays ?? [];
  return {
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(named === undefined ? {} : { named }),
    ...(weekday === undefined ? {} : { weekday }),
  };
}

function without(text: string, parts: readonly Piece[]): string {
  let rest = text;
  for (const { start, end } of [...parts].sort((a, b) => b.start - a.start)) {
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  }
  return rest
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;.])/g, '')
    .replace(/^[\s,;:.–-]+|[\s,;:.–-]+$/g, '');
}
