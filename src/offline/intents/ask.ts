/** Questions about what was recorded: sums to `spending_summary`, rows to `list_entries`. */

import { addMonths, daysIn, FIRST_DAY, type Period } from '../../period.ts';
import { isArithmetic } from '../arithmetic.ts';
import { later } from '../dates/span.ts';
import type { Heard, Intent, PlannedCall } from '../hearing.ts';
import { begins, says } from '../hearing.ts';
import { anywhere, expression, whole } from '../lexicon/patterns.ts';
import { defaultPeriod, isRealDay, periodIn } from '../periods.ts';
import { asks } from '../question.ts';
import { amountBounds, amountsIn, countIn } from './counts.ts';
import { filterIn, onlyDates } from './subject.ts';

const LIST_LIMIT = 10;

export const ask: Intent = (heard) => {
  const { phrases } = heard.lexicon;
  const chart = says(heard, phrases.chart);
  const compared = says(heard, phrases.compare) && heard.dates.length > 0;
  const much = begins(heard, phrases.howMuch) && heard.dates.length > 0;
  const dated = heard.dates.length > 0;
  const totals = dated && (says(heard, phrases.overall) || filterIn(heard)?.category !== undefined);
  const ranked = begins(
    heard,
    `(?:${heard.lexicon.links.article} )?(?:\\S+ )?(?:${phrases.largest}|${phrases.smallest}|${phrases.recentFirst})`,
  );
  const about = says(heard, `${phrases.spending}|${phrases.listNoun}`);
  const asksOf = says(heard, phrases.askedOf) && !says(heard, phrases.income);
  const money = chart || compared || much || about || asksOf;
  const incoming = says(heard, phrases.income);
  const asked = asks(heard.folded, heard.lexicon) || ranked || (chart && heard.folded.split(' ').length < 12);
  const days = onlyDates(heard);
  const words = heard.folded.split(' ').length;
  const counted = words <= 4 && countIn(heard) !== null;
  if (whole(`${phrases.listVerb}|${phrases.listNoun}`).test(heard.said)) return { calls: [listing(heard, false)] };
  // "my 3 biggest expenses" counts.
  const hasAmount = amountsIn(heard).some(
    ({ strength, decimal }) => strength > 0 && Number(decimal) !== countIn(heard),
  );
  // "my transaction history", "spending last week": a mere mention asks, as long as there is nothing to record.
  const mentioned = !hasAmount && (says(heard, spendingNouns(heard)) || ((money || incoming) && dated));
  // "groceries by month this year"
  const grouped = !hasAmount && groupIn(heard) !== null && (dated || filterIn(heard)?.category !== undefined);
  // "expenses under 10 this month"
  const bounded = Object.keys(amountBounds(heard)).length > 0 && begins(heard, `(?:\\S+ ){0,3}(?:${phrases.listNoun})`);
  if (
    !(asked && (money || incoming || totals)) &&
    !mentioned &&
    !(days && !hasAmount) &&
    !counted &&
    !bounded &&
    !grouped
  )
    return null;
  if (isArithmetic(heard.folded)) return null;
  return {
    calls: [wantsRows(heard) ? listing(heard, incoming && !money) : summary(heard, incoming && !outgoing(heard))],
  };
};

function spendingNouns(heard: Heard): string {
  const { listNoun, spending } = heard.lexicon.phrases;
  return `${listNoun}|${spending}`;
}

function outgoing(heard: Heard): boolean {
  // "how much did I get paid" is about income alone.
  const { income, spending } = heard.lexicon.phrases;
  const rest = heard.folded.replace(expression(anywhere(income).source, 'gu'), ' ');
  return anywhere(spending).test(rest);
}

/** Rows rather than a sum: "show my transactions", "when did I…", "the biggest purchase". */
function wantsRows(heard: Heard): boolean {
  const { phrases } = heard.lexicon;
  if (heard.folded.split(' ').length <= 4 && countIn(heard) !== null) return true;
  if (groupIn(heard) !== null || says(heard, phrases.chart) || says(heard, phrases.compare)) return false;
  if (says(heard, phrases.howOften) || (countIn(heard) === 1 && heard.dates.length === 0)) return true;
  if (says(heard, `${phrases.largest}|${phrases.smallest}`)) return true;
  if (says(heard, phrases.overall) && !says(heard, phrases.spending)) return true;
  if (says(heard, phrases.listVerb))
    return says(heard, phrases.listNoun) || !begins(heard, 'how much|wie ?viel|cuanto|combien|quanto');
  return says(heard, phrases.listNoun) && !begins(heard, 'how much|what is my total|wie ?viel|cuanto|combien|quanto');
}

/** The call that lists entries as the message asks. */
export function listing(heard: Heard, income: boolean): PlannedCall {
  const { phrases } = heard.lexicon;
  const period = periodIn(heard);
  const filter = filterIn(heard);
  const limit = countIn(heard);
  const sort = says(heard, phrases.largest)
    ? 'largest'
    : says(heard, phrases.smallest)
      ? 'smallest'
      : says(heard, phrases.oldest) && !period
        ? 'oldest'
        : 'newest';
  const some = limit !== null || sort !== 'newest' || says(heard, phrases.recentFirst);
  const place = filter?.merchant !== undefined ? { search: filter.merchant } : filter;
  return {
    name: 'list_entries',
    args: {
      // Without a period the latest, however far back.
      ...period,
      ...place,
      ...amountBounds(heard),
      ...(income && { kind: 'income' }),
      sort,
      ...(limit !== null ? { limit } : some && !period ? { limit: LIST_LIMIT } : {}),
    },
  };
}

/** The call that sums up as the message asks. */
export function summary(heard: Heard, income: boolean): PlannedCall {
  const filter = filterIn(heard);
  const chart = says(heard, heard.lexicon.phrases.chart);
  const group =
    groupIn(heard) ??
    (says(heard, heard.lexicon.phrases.compare) ? compareBy(heard) : filter ? (chart ? 'month' : 'none') : 'category');
  const period =
    upToNow(heard, periodIn(heard)) ??
    comparedPeriod(heard) ??
    groupedPeriod(heard, groupIn(heard)) ??
    defaultPeriod(heard);
  const refund = says(heard, heard.lexicon.phrases.refund);
  return {
    name: 'spending_summary',
    args: {
      from: later(period.from, FIRST_DAY),
      to: period.to,
      groupBy: group,
      ...filter,
      ...(income && { kind: 'income' }),
      ...(refund && !income && { kind: 'refund' }),
      ...(chart && { chart: true }),
    },
  };
}

/** "more than last month?" compares it with this one. */
function upToNow(heard: Heard, period: Period | null): Period | null {
  const one =
    period &&
    heard.dates.length === 1 &&
    heard.dates[0]?.grain !== 'span' &&
    says(heard, heard.lexicon.phrases.compare);
  return one && period.to < heard.context.today ? { from: period.from, to: heard.context.today } : period;
}

/** "compared to usual" without a period looks at the last three months. */
function comparedPeriod(heard: Heard): { from: string; to: string } | null {
  if (!says(heard, heard.lexicon.phrases.compare)) return null;
  const { from } = defaultPeriod(heard);
  const [year, month] = from.split('-').map(Number) as [number, number];
  const back = month > 2 ? [year, month - 2] : [year - 1, month + 10];
  return { from: `${back[0]}-${String(back[1]).padStart(2, '0')}-01`, to: heard.context.today };
}

/** "by month" without a period looks at a year, "by week" at a quarter of one. */
function groupedPeriod(heard: Heard, group: string | null): Period | null {
  const back = group === 'month' ? 11 : group === 'week' ? 2 : null;
  const { today } = heard.context;
  return back === null ? null : { from: addMonths(`${today.slice(0, 8)}01`, -back), to: today };
}

function compareBy(heard: Heard): 'week' | 'month' | 'day' {
  const grains = new Set(heard.dates.map(({ grain }) => grain));
  return grains.has('week') ? 'week' : grains.has('day') ? 'day' : 'month';
}

/** "by category", "per week", "which month". */
export function groupIn(heard: Heard): string | null {
  const { by, groups } = heard.lexicon.phrases;
  // The days of the week are asked for with the word for week, which alone is a group of its own.
  for (const group of ['weekday', 'category', 'merchant', 'day', 'week', 'month'] as const) {
    const phrase = anywhere(
      `(?:${by}) (?:(?:the|el|la|los|las|dem|der|den|die|das|le|les|o|a|os|as) )?(?:${groups[group]})`,
    ).exec(heard.folded);
    if (!phrase) continue;
    // "what week" in "by the last week" is a date, and "a week" in a budget no group.
    const at = phrase.index;
    if (
      !heard.dates.some(
        (date) => date.start < at + phrase[0].length && at < date.end && date.end > at + phrase[0].length,
      )
    )
      return group;
  }
  const { every, spending, whereabouts } = heard.lexicon.phrases;
  for (const group of ['day', 'week', 'month'] as const) {
    if (
      says(heard, every[group]) &&
      heard.dates.every((date) => lasts(date) > lengths[group]) &&
      (group === 'day' || heard.dates.length > 0)
    )
      return group;
  }
  // "where did I shop": by the places, unless it is the money that is asked for.
  return begins(heard, whereabouts) && says(heard, heard.lexicon.phrases.askedOf) && !says(heard, spending)
    ? 'merchant'
    : null;
}

const lengths = { day: 1, week: 7, month: 31 } as const;

function lasts({ from, to }: Period): number {
  return isRealDay(from) && isRealDay(to) ? daysIn({ from, to }) : 0;
}
