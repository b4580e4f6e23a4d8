/** The one period that a question asks about. */

import { type Period, unitAround } from '../period.ts';
import type { DateReading } from './dates/read-dates.ts';
import type { Heard } from './hearing.ts';
import { anywhere } from './lexicon/patterns.ts';

/** The period in the message, both of two compared ones; null when it names none. Always from ≤ to. */
export function periodIn(heard: Heard): Period | null {
  const dates = heard.dates.filter((date) => date.from <= date.to && isRealDay(date.from) && isRealDay(date.to));
  const [first, ...more] = dates;
  if (!first) return null;
  const compared = anywhere(heard.lexicon.phrases.compare).test(heard.folded);
  if (!compared || more.length === 0) return bounds(narrowest(dates));
  return {
    from: dates.map(({ from }) => from).sort()[0] as string,
    to: dates
      .map(({ to }) => to)
      .sort()
      .at(-1) as string,
  };
}

/** What a question without a period is about: this month so far. */
export function defaultPeriod(heard: Heard): Period {
  return { from: unitAround(heard.context.today, 'month').from, to: heard.context.today };
}

/** "in total until May": the narrower of two says more. */
function narrowest(dates: readonly DateReading[]): DateReading {
  const [first] = dates as [DateReading, ...DateReading[]];
  const within = dates.find((date) => date !== first && date.from >= first.from && date.to <= first.to);
  return within ?? first;
}

function bounds({ from, to }: Period): Period {
  return { from, to };
}

/** Days that the calendar lacks (30 February) are for the tool to refuse, in records; a question drops them. */
export function isRealDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}
