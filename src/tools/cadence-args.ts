/** When something is to happen again, as a model says it; and that as a cadence, checked. */

import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Asker } from '../domain/asker.ts';
import { InputError } from '../errors.ts';
import { addDays, type Day, parseDay, type Weekday, weekdayOf } from '../period.ts';
import type { Bounds, Cadence, Repetition, WallTime } from '../schedule/cadence.ts';
import { checkCadence } from '../schedule/check-cadence.ts';
import { instantAt } from '../schedule/next-instant.ts';
import { day as dayArgument } from './entry-args.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** What does not exist ("the 32nd", "25:00") is let through: the person is told so by {@link toCadence}. */
export const cadence = z
  .object({
    repeats: z
      .enum(['once', 'daily', 'weekly', 'monthly', 'monthly-weekday', 'yearly', 'every'])
      .describe(
        '"weekly": on `weekdays`. "monthly": on the day of the month `day`. "monthly-weekday": on the `nth` of one weekday. ' +
          '"yearly": on `day` of `month`. "every": every `count` `unit`s (every other Friday: count 2, unit week, weekdays ' +
          '[friday]; every 3 months on the 15th: count 3, unit month, day 15). "once": at one moment, on the day `on`, or ' +
          '`inMinutes` from now',
      ),
    at: z
      .string()
      .max(20)
      .optional()
      .describe(
        'HH:MM by the person\'s clock, 24 hours ("at 6" in the evening is 18:00); leave out when they named none',
      ),
    weekdays: z.array(z.enum(weekdays)).max(7).optional(),
    day: z.number().optional().describe('day of the month as they said it; 31 is the last day of every month'),
    month: z.number().optional().describe('1 to 12'),
    nth: z.number().optional().describe('1 to 4, or -1 for the last one of the month'),
    count: z.number().optional(),
    unit: z.enum(['minute', 'hour', 'day', 'week', 'month']).optional(),
    from: dayArgument.optional().describe('YYYY-MM-DD, the first day that it may come on, where they named one'),
    until: dayArgument.optional().describe('YYYY-MM-DD, the last day that it may come on, where they named one'),
    on: dayArgument.optional().describe('YYYY-MM-DD, for "once"; leave out for the next time that it is `at`'),
    inMinutes: z.number().optional().describe('for "once", instead of `on` and `at`'),
  })
  .describe('when it comes');

export type CadenceArgs = z.output<typeof cadence>;

type CadenceAsker = Pick<Asker, 'now' | 'today' | 'preferences'>;

/**
 * The cadence by the asker's clock; `defaultTime` where they named no time. What they left open is taken from today: its
 * weekday, its day of the month. Throws an InputError for what does not exist, is over, or comes more than once a day.
 */
export function toCadence(args: CadenceArgs, asker: CadenceAsker, defaultTime: WallTime): Cadence {
  const at = args.at === undefined ? defaultTime : args.at.replace(/^\d:/, '0$&');
  const { timezone } = asker.preferences;
  checkCadence({ repeats: 'daily', at }, timezone);
  if (args.unit === 'minute' || args.unit === 'hour') {
    throw new InputError(`That is too often.`, 'It can come once a day: “every day at 9”.');
  }
  const made = args.repeats === 'once' ? once(args, asker, at) : { ...repetition(args, asker, at), ...boundsOf(args) };
  checkCadence(made, timezone);
  return made;
}

function once(args: CadenceArgs, { now, today, preferences }: CadenceAsker, at: WallTime): Cadence {
  const { inMinutes } = args;
  if (inMinutes !== undefined) {
    if (!(inMinutes >= 1 && inMinutes <= MOST_MINUTES)) {
      throw new InputError('That is no moment ahead.', 'Choose one from a minute to a year from now.');
    }
    return { repeats: 'once', instant: now.add({ minutes: Math.round(inMinutes) }).toString() };
  }
  const moment = (day: Day) =>
    instantAt(Temporal.PlainDate.from(day), Temporal.PlainTime.from(at), preferences.timezone);
  const isAhead = (instant: Temporal.Instant) => Temporal.Instant.compare(instant, now) > 0;
  if (args.on === undefined) {
    const soon = moment(today);
    return { repeats: 'once', instant: (isAhead(soon) ? soon : moment(addDays(today, 1))).toString() };
  }
  const instant = moment(parseDay(args.on));
  if (!isAhead(instant)) throw new InputError(`${args.on} at ${at} is over.`, 'Choose a time that is still ahead.');
  return { repeats: 'once', instant: instant.toString() };
}

/** A year. */
const MOST_MINUTES = 366 * 24 * 60;

function repetition(args: CadenceArgs, asker: CadenceAsker, at: WallTime): Repetition & Bounds {
  const start = args.from === undefined ? asker.today : parseDay(args.from);
  const dayOfMonth = args.day ?? Number(start.slice(8));
  switch (args.repeats) {
    case 'weekly':
      return { repeats: 'weekly', weekdays: weekdaysOf(args, start), at };
    case 'monthly':
      return { repeats: 'monthly', day: dayOfMonth, at };
    case 'monthly-weekday':
      return {
        ...{ repeats: 'monthly-weekday', weekday: oneWeekday(args, start), at },
        // What is no such number is refused by its check.
        nth: (args.nth ?? 1) as 1,
      };
    case 'yearly':
      return { repeats: 'yearly', month: args.month ?? Number(start.slice(5, 7)), day: dayOfMonth, at };
    case 'every':
      return every(args, asker, start, at);
    default:
      return { repeats: 'daily', at };
  }
}

function every(args: CadenceArgs, asker: CadenceAsker, start: Day, at: WallTime): Repetition & Bounds {
  const { count = 1, unit = args.weekdays ? 'week' : args.day === undefined ? 'day' : 'month' } = args;
  if (count === 1) {
    const repeats = unit === 'week' ? 'weekly' : unit === 'month' ? 'monthly' : 'daily';
    return repetition({ ...args, repeats }, asker, at);
  }
  if (unit === 'month' && args.day !== undefined) {
    checkCadence({ repeats: 'monthly', day: args.day, at }, asker.preferences.timezone);
  }
  const isOver = (day: Day) => {
    if (args.from !== undefined) return false;
    const instant = instantAt(Temporal.PlainDate.from(day), Temporal.PlainTime.from(at), asker.preferences.timezone);
    return Temporal.Instant.compare(instant, asker.now) <= 0;
  };
  const weekday = args.weekdays === undefined ? null : oneWeekday(args, start);
  const fits = (day: Day) =>
    !isOver(day) &&
    (unit !== 'week' || weekday === null || weekdayOf(day) === weekday) &&
    (unit !== 'month' || args.day === undefined || Number(day.slice(8)) === args.day);
  let first = start;
  // The 31st is never further than two months off.
  for (let days = 1; days < 70 && !fits(first); days++) first = addDays(start, days);
  return { repeats: 'every', count, unit: unit as 'day' | 'week' | 'month', from: first, at };
}

function weekdaysOf({ weekdays: named }: CadenceArgs, start: Day): Weekday[] {
  if (named === undefined || named.length === 0) return [weekdayOf(start)];
  const days = named.map((name) => (weekdays.indexOf(name) + 1) as Weekday);
  return [...new Set(days)].sort((a, b) => a - b);
}

function oneWeekday(args: CadenceArgs, start: Day): Weekday {
  const [weekday, ...more] = weekdaysOf(args, start);
  if (weekday === undefined || more.length > 0) {
    throw new InputError('Only one weekday can be kept with that.', 'Arrange one for each weekday.');
  }
  return weekday;
}

function boundsOf({ repeats, count, from, until }: CadenceArgs): Bounds {
  // "Every other Friday" counts from the first one, which `every` has found.
  const counted = repeats === 'every' && (count ?? 1) > 1;
  return {
    ...(from === undefined || counted ? {} : { from: parseDay(from) }),
    ...(until === undefined ? {} : { until: parseDay(until) }),
  };
}
