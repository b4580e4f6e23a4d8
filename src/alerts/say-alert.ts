/** An alert as a sentence or two, made from its facts alone. */

import type { Asker } from '../domain/asker.ts';
import { currencyDigits, formatMoney } from '../money.ts';
import type { Day } from '../period.ts';
import { alertWords } from '../wording/alert-words.ts';
import { comparisonWords } from '../wording/analytics/comparison-words.ts';
import { findingsWords } from '../wording/analytics/findings-words.ts';
import { forecastWords } from '../wording/analytics/forecast-words.ts';
import { goalWords } from '../wording/analytics/goal-words.ts';
import { recurringWords } from '../wording/analytics/recurring-words.ts';
import { reportWords } from '../wording/analytics/report-words.ts';
import { capital, formatShare } from '../wording/analytics/shared-words.ts';
import { budgetName } from '../wording/budgets.ts';
import { describeDay, describeMonth, describePeriod } from '../wording/phrasing.ts';
import { watchWords } from '../wording/watch-words.ts';
import type { Words } from '../wording/words.ts';
import type {
  AlertFacts,
  BudgetFacts,
  FindingFacts,
  GoalFacts,
  MonthEndFacts,
  UpcomingFacts,
  WatchedFacts,
} from './alert.ts';
import { WIDEST_RANGE } from './thresholds.ts';

/** Who reads it: their language, their day, and the currency of the ledger. */
export interface Place {
  readonly words: Words;
  readonly asker: Pick<Asker, 'homeCurrency' | 'today' | 'preferences'>;
}

/** Names that people wrote are cut here: there may be a whole note in one. */
const MOST_OF_A_NAME = 40;

export function sayAlert(facts: AlertFacts, place: Place): string {
  switch (facts.rule) {
    case 'budget':
      return sayBudget(facts, place);
    case 'watched':
      return sayWatched(facts, place);
    case 'unusual':
    case 'missed-bill':
    case 'price-rise':
      return sayFinding(facts, place);
    case 'upcoming-bill':
      return sayUpcoming(facts, place);
    case 'goal':
      return sayGoal(facts, place);
    case 'month-end':
      return sayMonthEnd(facts, place);
  }
}

/** What an alert is about, in a word or two. */
export function nameOf(facts: AlertFacts, { words, asker }: Place): string {
  if (facts.rule === 'budget') return capital(budgetName(facts.name, words));
  if (facts.rule === 'month-end') return capital(describeMonth(facts.month.from, words, asker.today));
  if (facts.rule === 'watched') return capital(cut(facts.entry?.name ?? watchedName(facts, words)));
  return cut(facts.name ?? goalWords(words).unnamed);
}

/** Minor units of the ledger's currency as people read them. */
export function moneyOf({ words, asker }: Place): (minor: number) => string {
  return (minor) => formatMoney({ minor: BigInt(Math.round(minor)), currency: asker.homeCurrency }, words.locale);
}

/** A day within a sentence: "yesterday", "on 3 Oct". */
export function onDay(day: Day, { words, asker }: Place): string {
  const calendar = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
  return describePeriod({ from: day, to: day }, words, calendar);
}

function sayBudget(facts: BudgetFacts, place: Place): string {
  const { words, asker } = place;
  const say = alertWords(words);
  const { spent, limit, expected, passingDay } = facts;
  const money = moneyOf(place);
  const calendar = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
  const period = describePeriod(facts.period, words, calendar);
  const name = budgetName(facts.name, words);
  const stands =
    spent > limit
      ? words.budgetPassed(name, money(spent), money(limit), money(spent - limit), period)
      : words.budgetLeft(name, money(spent), money(limit), money(limit - spent), period);
  if (facts.level === 'passed') return stands;
  const share = limit > 0 && facts.level === 'near' ? [say.budgetUsed(formatShare(spent / limit, words))] : [];
  const course =
    passingDay === null || expected === null
      ? []
      : [say.budgetCourse(onDay(passingDay, place), roughlyOf(place)(expected))];
  return [stands, ...share, ...course].join(' ');
}

/** What is not sure to the cent is not written to the cent: three digits, "€1,230". */
export function roughlyOf({ words, asker }: Place): (minor: number) => string {
  const { homeCurrency: currency } = asker;
  const format = new Intl.NumberFormat(words.locale, { style: 'currency', currency, maximumSignificantDigits: 3 });
  return (minor) => format.format(Math.round(minor) / 10 ** currencyDigits(currency));
}

function sayFinding(facts: FindingFacts, place: Place): string {
  return sayReason({ ...facts, name: capital(cut(facts.name)) }, place);
}

/** A finding with its reason. The name is as it is to be shown; amounts are minor units of the ledger's currency. */
export function sayReason(
  { reason, name, category, day, amount }: Pick<FindingFacts, 'reason' | 'name' | 'category' | 'day' | 'amount'>,
  place: Place,
): string {
  const { words, asker } = place;
  const say = findingsWords(words);
  const money = moneyOf(place);
  const found = { name, amount: money(amount), on: onDay(day, place) };
  const range = ({ from, to }: { readonly from: number; readonly to: number }) => say.range(money(from), money(to));
  switch (reason.kind) {
    case 'unusual-amount': {
      const where = reason.basis === 'merchant' ? 'merchant' : { category: words.category(category) };
      return say.amount(found, range(reason.usual), where, reason.isSeasonal);
    }
    case 'large-first':
      return say.first(found, range(reason.usual));
    case 'duplicate':
      return say.duplicate(found, reason.count, reason.daysApart + 1);
    case 'price-rise':
    case 'income-fall': {
      const rhythm = recurringWords(words).rhythms[reason.rhythm];
      const since = describeDay(day, words, asker.today);
      const share = formatShare(Math.abs(reason.share), words);
      return say.price(found, rhythm, since, money(reason.from), share, reason.share > 0);
    }
    case 'missing':
      return say.missing(found, onDay(reason.lastDay, place));
  }
}

/** What is watched, in a word or two. */
function watchedName({ category, merchant }: WatchedFacts, words: Words): string {
  return merchant ?? (category === null ? words.everySpending : words.category(category));
}

function sayWatched(facts: WatchedFacts, place: Place): string {
  const { words, asker } = place;
  const money = moneyOf(place);
  const say = watchWords(words);
  const calendar = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
  const when = describePeriod(facts.period, words, calendar);
  return say.passed(nameOf(facts, place), when, money(facts.spent), money(facts.limit), facts.entry !== null);
}

function sayUpcoming({ name, amount, day, isFixed }: UpcomingFacts, place: Place): string {
  const money = isFixed ? moneyOf(place)(amount) : roughlyOf(place)(amount);
  return alertWords(place.words).upcoming(cut(name), money, onDay(day, place), !isFixed);
}

function sayGoal({ name, step, target, startDay, progress }: GoalFacts, place: Place): string {
  const { words } = place;
  const say = goalWords(words);
  const money = moneyOf(place);
  const head = capital(cut(name ?? say.unnamed));
  const since = dated(startDay, place);
  const { saved, share, paceNow, expectedDay } = progress;
  if (step === 'reached') return say.reached(head, money(saved), money(target), since);
  const now =
    saved < 0
      ? say.overspent(head, money(-saved), since, money(target))
      : say.saved(head, money(saved), money(target), since, formatShare(share, words));
  if (step !== 'behind' || typeof paceNow !== 'number') return now;
  if (paceNow <= 0) return `${now} ${say.nothingLeft('behind')}`;
  const course =
    expectedDay === null
      ? say.tooSlow('behind', money(paceNow))
      : say.arrives('behind', money(paceNow), dated(expectedDay, place));
  return `${now} ${course}`;
}

function sayMonthEnd({ month, spent, before, changes, income, forecast }: MonthEndFacts, place: Place): string {
  const { words, asker } = place;
  const compare = comparisonWords(words);
  const money = moneyOf(place);
  const inMonth = ({ from }: { readonly from: Day }) => words.dated.month(describeMonth(from, words, asker.today));
  const tail = before === null ? '' : changeTail(spent, before.spent, changes, inMonth(before.month), place);
  const left = income - spent;
  const report = reportWords(words);
  const lines = [
    compare.found({
      flow: 'spending',
      subject: null,
      period: inMonth(month),
      isRunning: false,
      amount: money(spent),
      tail,
    }),
    income === 0
      ? ''
      : left < 0
        ? report.incomeShort(money(income), money(-left))
        : report.incomeLeft(money(income), money(left)),
    forecast === null ? '' : sayForecast(forecast, place),
  ];
  return lines.filter(Boolean).join(' ');
}

/** "You will probably spend about €2,340 this month; 8 in 10 months like this end between …" */
export function sayForecast({ expected, low, high }: NonNullable<MonthEndFacts['forecast']>, place: Place): string {
  const roughly = roughlyOf(place);
  const range = { low: roughly(low), high: roughly(high) };
  const tells = range.low !== range.high && high - low <= WIDEST_RANGE * expected;
  return forecastWords(place.words).thisMonth(null, roughly(expected), tells ? range : null);
}

/** ", €512.30 (11%) less than in September, mostly because of travel (-€480.00)" */
export function changeTail(
  now: number,
  before: number,
  changes: MonthEndFacts['changes'],
  reference: string,
  place: Place,
): string {
  const { words } = place;
  const say = comparisonWords(words);
  const money = moneyOf(place);
  const change = now - before;
  const isSame = Math.abs(change) < SAME * Math.abs(before);
  const share = before > 0 ? formatShare(Math.abs(change) / before, words) : null;
  const direction = isSame ? 'same' : change > 0 ? 'more' : 'less';
  const compared = say.compared(direction, money(Math.abs(change)), share, reference);
  if (isSame || changes.length === 0) return compared;
  const list = new Intl.ListFormat(words.locale, { type: 'conjunction' });
  const reasons = changes.map(
    (each) => `${words.category(each.name)} (${each.change > 0 ? '+' : ''}${money(each.change)})`,
  );
  return compared + say.because(list.format(reasons));
}

/** Two periods never come out alike: within two per cent they are about the same. */
const SAME = 0.02;

function dated(day: Day, { words, asker }: Place): string {
  const calendar = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
  return describePeriod({ from: day, to: day }, words, calendar, 'dates');
}

/** A name that people wrote, short enough for a sentence. */
export function cut(name: string): string {
  return name.length > MOST_OF_A_NAME ? `${[...name].slice(0, MOST_OF_A_NAME - 1).join('')}…` : name;
}
