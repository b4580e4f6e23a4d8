/** What a digest tells: a day, a week or a month that is over, and what is coming. */

import { type BudgetComparison, compareBudgets } from '../analytics/budget-record.ts';
import { amountsByCategory, amountsByDay, firstDayOf } from '../analytics/ledger-sums.ts';
import { monthFlows } from '../analytics/monthly-report.ts';
import { recurringBefore, recurringOf } from '../analytics/recurring.ts';
import type { Asker } from '../domain/asker.ts';
import { isArranged, recurringEntries } from '../domain/recurring-entries.ts';
import { type Changes, compareTotals } from '../insight/changes.ts';
import type { DayAmount } from '../insight/entry.ts';
import type { Recurring } from '../insight/recurring.ts';
import { FIRST_UNIT_GRACE_DAYS } from '../insight/thresholds.ts';
import { addDays, type Day, type Period, unitAround, unitAway } from '../period.ts';
import type { Queries } from '../store/database.ts';
import type { Unvalued } from '../store/totals.ts';
import type { MonthEndFacts } from './alert.ts';
import { arrangedToCome, type CameByItself, type ComingCharge, cameIn, chargeToCome } from './by-itself.ts';
import { forecastOf, namedCharges } from './gather.ts';
import { upcomingCharges } from './rules/upcoming-bill.ts';
import type { DigestCadence, WallTime } from './settings.ts';
import { DIGEST_DAYS_AHEAD, EVENING, MOST_COMING } from './thresholds.ts';

/** A period held against one before it; amounts in minor units of the ledger's currency. */
export interface ComparedPeriod {
  readonly period: Period;
  /** It goes on after the last day that is known. */
  readonly isRunning: boolean;
  /** Null where the ledger does not know all of it. */
  readonly before: Period | null;
  /** By category; before is zero where there is nothing before. */
  readonly changes: Changes;
}

export interface DigestFacts {
  readonly cadence: DigestCadence;
  readonly main: ComparedPeriod;
  /** For a day: the month around it so far. */
  readonly month: ComparedPeriod | null;
  /** Entries of the main period. */
  readonly count: number;
  /** Of a month; null for shorter ones. */
  readonly income: number | null;
  /** By day, for a picture: the week, or the seven days up to the day. */
  readonly days: readonly DayAmount[];
  readonly span: Period;
  readonly budgets: readonly BudgetComparison[];
  /** What was posted by itself in the main period. */
  readonly came: readonly CameByItself[];
  /** What surely comes, soonest first. */
  readonly coming: readonly ComingCharge[];
  /** How the running month will end; null where that can't be told, or after a day. */
  readonly forecast: MonthEndFacts['forecast'];
  readonly uncounted: readonly Unvalued[];
}

/** Null for an empty ledger. In the evening the day itself is the last that a digest is about, else the day before. */
export async function digestFacts(
  db: Queries,
  asker: Asker,
  cadence: DigestCadence,
  time: WallTime,
): Promise<DigestFacts | null> {
  if ((await firstDayOf(db, asker)) === null) return null;
  const isEvening = cadence !== 'monthly' && time >= EVENING;
  const last = isEvening ? asker.today : addDays(asker.today, -1);
  const then = { ...asker, today: last };
  const span = { from: addDays(last, -6), to: last };
  const { rows: days } = await amountsByDay(db, asker, span);
  const period = periodOf(cadence, asker, last, span);
  const main = cadence === 'monthly' ? null : await compared(db, asker, period);
  const month = cadence === 'weekly' ? null : await monthFlows(db, then, period.from.slice(0, 7));
  const ofMonth = month && {
    period: month.month,
    isRunning: month.isRunning && unitAround(last, 'month').to !== last,
    before: month.before,
    changes: month.spending,
  };
  const subject = main?.compared ?? ofMonth;
  if (!subject) return null;
  const recurring = await recurringOf(db, asker, 'expense');
  return {
    cadence,
    main: subject,
    month: cadence === 'daily' ? ofMonth : null,
    count: main?.count ?? month?.count ?? 0,
    income: cadence === 'monthly' ? (month?.income ?? null) : null,
    days,
    span,
    budgets: (await compareBudgets(db, then, 0, undefined, recurringBefore(recurring, last))).budgets,
    came: await cameIn(db, asker, subject.period),
    coming: await comingAfter(db, asker, recurring.found, last, DIGEST_DAYS_AHEAD[cadence]),
    forecast: cadence === 'daily' ? null : await forecastOf(db, asker, recurring),
    uncounted: main?.uncounted ?? month?.uncounted ?? [],
  };
}

/** What comes by itself, and what was found besides. */
async function comingAfter(db: Queries, asker: Asker, found: readonly Recurring[], last: Day, days: number) {
  const arranged = await recurringEntries(db, asker.ledgerId);
  const others = upcomingCharges(found, last, days).filter((charge) => !isArranged(charge, arranged));
  const named = await namedCharges(db, asker, others.slice(0, MOST_COMING));
  return [...arrangedToCome(arranged, last, days), ...named.map((charge) => chargeToCome(charge, asker.homeCurrency))]
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : Number(b.amount.minor - a.amount.minor)))
    .slice(0, MOST_COMING);
}

/** A week is the seven days up to the last one: on the first day of the week that is the week before. */
function periodOf(cadence: DigestCadence, { today }: Asker, last: Day, week: Period): Period {
  if (cadence === 'daily') return { from: last, to: last };
  return cadence === 'weekly' ? week : unitAway(today, 'month', -1);
}

/** A week against the one before; a day by itself. */
async function compared(db: Queries, asker: Asker, period: Period) {
  const isDay = period.from === period.to;
  const before = { from: addDays(period.from, -7), to: addDays(period.from, -1) };
  const first = await firstDayOf(db, asker);
  const isKnown = !isDay && first !== null && addDays(first, -FIRST_UNIT_GRACE_DAYS) <= before.from;
  const later = await amountsByCategory(db, asker, period);
  const earlier = isKnown ? (await amountsByCategory(db, asker, before)).rows : [];
  const totals = (rows: typeof later.rows) => rows.map(({ category, amount }) => ({ name: category, total: amount }));
  return {
    compared: {
      period,
      isRunning: false,
      before: isKnown ? before : null,
      changes: compareTotals(totals(earlier), totals(later.rows)),
    },
    count: later.rows.reduce((sum, { count }) => sum + count, 0),
    uncounted: later.uncounted,
  };
}
