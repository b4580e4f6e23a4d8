/** A savings goal as sentences. */

import type { GoalStanding } from '../analytics/goal-progress.ts';
import type { Asker } from '../domain/asker.ts';
import { UNNAMED_GOAL } from '../domain/goals.ts';
import { formatMoney } from '../money.ts';
import type { Day } from '../period.ts';
import type { Goal } from '../store/goals.ts';
import { type Course, goalWords } from '../wording/analytics/goal-words.ts';
import { capital, formatShare } from '../wording/analytics/shared-words.ts';
import { describePeriod } from '../wording/phrasing.ts';
import type { Words } from '../wording/words.ts';
import type { ToolContext } from './tool.ts';

type Place = Pick<ToolContext, 'asker' | 'words'>;
type Progress = NonNullable<GoalStanding['progress']>;

/** As sentences take it: null for the goal without a name. */
export function nameOf({ name }: Pick<Goal, 'name'>): string | null {
  return name === UNNAMED_GOAL ? null : name;
}

/** A day with its year: goals reach over years. */
export function dateOf(day: Day, words: Words, { today, preferences }: Asker): string {
  const calendar = { today, firstDayOfWeek: preferences.firstDayOfWeek };
  return describePeriod({ from: day, to: day }, words, calendar, 'dates');
}

/** How a goal stands, in a line: what is saved, whether that is on course, what it takes. */
export function describeGoal({ goal, target, progress }: GoalStanding, place: Place): string {
  const { asker, words } = place;
  const talk = goalWords(words);
  const head = capital(nameOf(goal) ?? talk.unnamed);
  const own = formatMoney(goal.amount, words.locale);
  if (target === null || progress === null) return talk.noRate(head, own, asker.homeCurrency);
  const money = moneyIn(place);
  const aim = goal.amount.currency === asker.homeCurrency ? own : `${own} (${money(target)})`;
  const since = dateOf(goal.startDay, words, asker);
  const { saved, state } = progress;
  if (state === 'reached') return talk.reached(head, money(saved), aim, since);
  if (state === 'missed' && goal.byDay !== null && saved >= 0) {
    return talk.missed(head, dateOf(goal.byDay, words, asker), money(saved), aim, money(progress.remaining));
  }
  const now =
    saved < 0
      ? talk.overspent(head, money(-saved), since, aim)
      : talk.saved(head, money(saved), aim, since, formatShare(progress.share, words));
  if (state === 'missed') return now;
  const byDay = goal.byDay === null ? null : dateOf(goal.byDay, words, asker);
  return [now, courseOf(progress, place), ...neededFor(progress, place, byDay)].join(' ');
}

function courseOf({ state, paceNow, expectedDay, daysLeft }: Progress, place: Place): string {
  const talk = goalWords(place.words);
  if (typeof paceNow !== 'number') return talk.tellIn(paceNow.needs - paceNow.has);
  const course: Course = daysLeft === null ? 'open' : state === 'on-course' ? 'on-course' : 'behind';
  if (paceNow <= 0) return talk.nothingLeft(course);
  const pace = moneyIn(place)(paceNow);
  return expectedDay === null
    ? talk.tooSlow(course, pace)
    : talk.arrives(course, pace, dateOf(expectedDay, place.words, place.asker));
}

/** What a goal with a day takes: a month, or in all where less than a month remains. `day` as it is to be said. */
export function neededFor(
  { paceNeeded, daysLeft, remaining }: Progress,
  place: Place,
  day: string | null = null,
): string[] {
  if (paceNeeded === null || daysLeft === null) return [];
  const talk = goalWords(place.words);
  const money = moneyIn(place);
  return [
    daysLeft < DAYS_OF_A_MONTH ? talk.neededSoon(money(remaining), daysLeft) : talk.needed(money(paceNeeded), day),
  ];
}

const DAYS_OF_A_MONTH = 31;

function moneyIn({ asker, words }: Place): (minor: number) => string {
  return (minor) => formatMoney({ minor: BigInt(minor), currency: asker.homeCurrency }, words.locale);
}
