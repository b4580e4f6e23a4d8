/** A digest: a few lines and one picture. */

import type { ChartSpec } from '../charts/chart-spec.ts';
import { lastResort } from '../domain/categories.ts';
import { mainReasons } from '../insight/changes.ts';
import { formatMoney } from '../money.ts';
import { addDays, daysIn, unitAround } from '../period.ts';
import { alertWords } from '../wording/alert-words.ts';
import { comparisonWords } from '../wording/analytics/comparison-words.ts';
import { reportWords } from '../wording/analytics/report-words.ts';
import { notCounted } from '../wording/analytics/shared-words.ts';
import { budgetName } from '../wording/budgets.ts';
import { describeDay, describeMonth, describePeriod } from '../wording/phrasing.ts';
import { recurringEntryWords } from '../wording/recurring-entry-words.ts';
import type { ComparedPeriod, DigestFacts } from './digest-facts.ts';
import { changeTail, cut, moneyOf, type Place, roughlyOf, sayForecast } from './say-alert.ts';
import { MOST_COMING } from './thresholds.ts';

/** The lines, the finding first. */
export function sayDigest(facts: DigestFacts, place: Place): string[] {
  const { words } = place;
  const { main, month, count, forecast } = facts;
  const period = periodName(main, place);
  const isEmpty = count === 0 || main.changes.rows.every(({ after }) => after === 0);
  const lines = [
    isEmpty ? words.nothing(null, period) : sayPeriod(main, place),
    month === null || month.changes.after === 0 ? '' : sayPeriod(month, place),
    incomeLine(facts, place),
    cameLine(facts, place),
    budgetLine(facts, place),
    forecast === null ? '' : sayForecast(forecast, place),
    comingLine(facts, place),
    ...notCounted(facts.uncounted, words),
  ];
  return lines.filter(Boolean);
}

/** "In October you spent €2,310.00, €120.00 (5%) less than in September, mostly because of travel (-€480.00)." */
function sayPeriod({ period, isRunning, before, changes }: ComparedPeriod, place: Place): string {
  const { words } = place;
  const money = moneyOf(place);
  const say = comparisonWords(words);
  const name = periodName({ period, isRunning }, place);
  if (changes.after < 0) return words.gotBack(money(-changes.after), null, name, 0);
  const reasons = mainReasons(changes).map((each) => ({ name: each.name, change: each.change }));
  const tail =
    before === null || changes.before <= 0
      ? ''
      : changeTail(changes.after, changes.before, reasons, referenceOf(before, isRunning, place), place);
  return say.found({ flow: 'spending', subject: null, period: name, isRunning, amount: money(changes.after), tail });
}

function periodName({ period, isRunning }: Pick<ComparedPeriod, 'period' | 'isRunning'>, place: Place): string {
  const { words, asker } = place;
  const calendar = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
  // A running month is known up to yesterday, which is still "this month".
  const whole = isRunning ? unitAround(period.from, 'month') : period;
  return describePeriod(whole, words, calendar);
}

function referenceOf(before: ComparedPeriod['period'], isRunning: boolean, { words, asker }: Place): string {
  const isWeek = daysIn(before) === 7 && !isRunning;
  if (isWeek) return comparisonWords(words).before(7, 'days');
  const month = words.dated.month(describeMonth(before.from, words, asker.today));
  return isRunning ? comparisonWords(words).byTheSameDay(month) : month;
}

function incomeLine({ income, main }: DigestFacts, place: Place): string {
  if (income === null || income === 0) return '';
  const say = reportWords(place.words);
  const money = moneyOf(place);
  const left = income - main.changes.after;
  return left < 0 ? say.incomeShort(money(income), money(-left)) : say.incomeLeft(money(income), money(left));
}

function budgetLine({ budgets, cadence }: DigestFacts, place: Place): string {
  const own = budgets.filter(({ budget }) => cadence !== 'monthly' || budget.period === 'monthly');
  if (own.length === 0) return '';
  const { words } = place;
  const say = reportWords(words);
  const money = moneyOf(place);
  const passed = own.filter(({ spent, limit }) => spent > limit);
  const list = passed.map(({ name, spent, limit }) => `${budgetName(name, words)} +${money(spent - limit)}`);
  const tell = cadence === 'monthly' ? say.budgetsKept : say.budgetsSoFar;
  return tell(own.length - passed.length, passed.length, list.join(', '));
}

function cameLine({ came }: DigestFacts, { words }: Place): string {
  if (came.length === 0) return '';
  const say = recurringEntryWords(words);
  const shown = came.slice(0, MOST_COMING).map(({ name, amount, kind, lostCategory }) => {
    const other = words.category(lastResort(kind));
    const text = `${cut(name ?? other)} ${formatMoney(amount, words.locale)}`;
    return lostCategory ? say.lostCategory(text, other) : text;
  });
  const more = came.length > shown.length ? [words.more(came.length - shown.length)] : [];
  return say.came([...shown, ...more].join(', '));
}

function comingLine({ coming, cadence }: DigestFacts, place: Place): string {
  const { words, asker } = place;
  const say = alertWords(words);
  if (coming.length === 0) return cadence === 'weekly' ? say.nothingComing : '';
  const roughly = roughlyOf(place);
  const list = coming.map(({ name, amount, isFixed, day }) => {
    const money = isFixed ? formatMoney(amount, words.locale) : roughly(Number(amount.minor));
    return `${cut(name)} ${money} (${describeDay(day, words, asker.today)})`;
  });
  return say.coming(list.join(', '));
}

/** Budgets beside what is used of them; the days of a week; what made a month differ. Null where there is nothing to see. */
export function digestChart(facts: DigestFacts, alt: string, place: Place): ChartSpec | null {
  const { words, asker } = place;
  const { cadence, main, days, span, budgets } = facts;
  const base = { alt, locale: words.locale, currency: asker.homeCurrency };
  const title = words.chartTitle(null, headingOf(cadence === 'daily' ? span : main.period, place));
  if (cadence === 'daily' && budgets.length > 0) {
    const rows = budgets.map(({ name, spent, limit }) => ({ label: budgetName(name, words), spent, budget: limit }));
    return { ...base, kind: 'budget', title: words.budgetsTitle, rows };
  }
  if (cadence !== 'monthly') {
    const amounts = new Map(days.map(({ day, amount }) => [day, amount]));
    const labels = Array.from({ length: 7 }, (_, index) => addDays(span.from, index));
    const values = labels.map((day) => amounts.get(day) ?? 0);
    return values.every((value) => value === 0) ? null : { ...base, kind: 'bar', title, labels, values };
  }
  const { changes, before } = main;
  const moved = changes.rows.filter(({ change }) => change !== 0);
  if (before === null || changes.before <= 0 || moved.length === 0) return null;
  return {
    ...base,
    kind: 'waterfall',
    title,
    start: { label: headingOf(before, place), value: changes.before },
    labels: moved.map(({ name }) => words.category(name)),
    values: moved.map(({ change }) => change),
    end: { label: headingOf(main.period, place), value: changes.after },
  };
}

function headingOf(period: ComparedPeriod['period'], { words, asker }: Place): string {
  const calendar = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
  return describePeriod(period, words, calendar, 'dates');
}
