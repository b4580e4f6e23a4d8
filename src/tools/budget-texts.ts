/** How a budget holds, as sentences and as a picture. */

import { type BudgetComparison, units } from '../analytics/budget-record.ts';
import type { BudgetChart } from '../charts/chart-spec.ts';
import { formatMoney } from '../money.ts';
import type { Period } from '../period.ts';
import type { Budget } from '../store/budgets.ts';
import { budgetWords } from '../wording/analytics/budget-words.ts';
import { capital } from '../wording/analytics/shared-words.ts';
import { budgetName } from '../wording/budgets.ts';
import { describePeriod } from '../wording/phrasing.ts';
import type { Words } from '../wording/words.ts';
import { amountTexts } from './analytics-args.ts';
import type { ToolContext } from './tool.ts';

type Place = Pick<ToolContext, 'asker' | 'words'>;

export function amountOf({ amount }: Budget, words: Words): string {
  return formatMoney(amount, words.locale);
}

/** Of several budgets: how many are on course, and which are not. Nothing while the pace of one is unknown. */
export function summaryOf(budgets: readonly BudgetComparison[], { words }: Place): string[] {
  if (budgets.length < 2 || budgets.some(({ pace }) => !pace.enough)) return [];
  const say = budgetWords(words);
  const list = new Intl.ListFormat(words.locale, { type: 'conjunction' });
  const named = (state: string, sentence: (names: string) => string) => {
    const names = budgets
      .filter(({ pace }) => pace.enough && pace.state === state)
      .map(({ name }) => budgetName(name, words));
    return names.length === 0 ? [] : [sentence(list.format(names))];
  };
  const [passed, willPass] = [named('passed', say.passedOnes), named('will-pass', say.willPassOnes)];
  const holding = budgets.filter(
    ({ pace }) => pace.enough && pace.state !== 'passed' && pace.state !== 'will-pass',
  ).length;
  return [[say.summary(holding, budgets.length), ...passed, ...willPass].join(' ')];
}

/** "Dining this month: …, … left. On course: … The last 6 months: 4 within it, 2 over, …" */
export function describeRecord(compared: BudgetComparison, place: Place): string {
  return [stateNow(compared, place), ...paceOf(compared, place), ...recordOf(compared, place)].join(' ');
}

/** When a budget will have a record that has none yet. */
export function describeYouth({ budget, record }: BudgetComparison, { words }: Place): string[] {
  return record.enough ? [] : [budgetWords(words).young(units[budget.period])];
}

function stateNow({ name, budget, limit, spent, period }: BudgetComparison, place: Place): string {
  const { asker, words } = place;
  const { money } = amountTexts(place);
  const own = amountOf(budget, words);
  const aim = budget.amount.currency === asker.homeCurrency ? own : `${own} (${money(limit)})`;
  const rest = money(Math.abs(limit - spent));
  const say = spent > limit ? words.budgetPassed : words.budgetLeft;
  return say(budgetName(name, words), money(spent), aim, rest, periodOf(period, place, 'sentence'));
}

function paceOf({ pace, period }: BudgetComparison, place: Place): string[] {
  const { asker, words } = place;
  if (!pace.enough || period.to <= asker.today || pace.expected <= 0) return [];
  const say = budgetWords(words);
  const expected = amountTexts(place).money(pace.expected);
  if (pace.state === 'passed') return [say.passed(expected)];
  if (pace.passingDay !== null) {
    return [say.willPass(periodOf({ from: pace.passingDay, to: pace.passingDay }, place, 'sentence'), expected)];
  }
  return [pace.state === 'close' ? say.close(expected) : say.onCourse(expected)];
}

function recordOf({ record, budget, past, isHindsight }: BudgetComparison, place: Place): string[] {
  const say = budgetWords(place.words);
  const { money } = amountTexts(place);
  if (!record.enough) return [];
  const { kept, passed, typicalOverrun, worst, trend } = record;
  const parts = [kept === 0 ? '' : passed === 0 ? say.alwaysWithin : say.within(kept)];
  if (worst !== null) {
    const [most, when] = [money(worst.spent - worst.limit), periodOf(worst, place, 'heading')];
    parts.push(kept === 0 ? say.alwaysOver : say.over(passed));
    parts.push(passed === 1 ? say.overBy(most, when) : say.overUsually(money(typicalOverrun), most, when));
  }
  const head = `${say.last(past.length, units[budget.period])}${isHindsight ? say.inHindsight : ''}${say.colon}`;
  const trends = { worsening: [say.moreAndMore], improving: [say.lessAndLess], none: [], unknown: [] };
  return [`${head} ${parts.filter(Boolean).join(', ')}.`, ...trends[trend]];
}

function periodOf(period: Period, { asker, words }: Place, form: 'sentence' | 'heading' | 'dates'): string {
  const calendar = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
  return describePeriod(period, words, calendar, form);
}

/** The same for a model to phrase. */
export function dataOf(compared: BudgetComparison, said: string, place: Place) {
  const { money } = amountTexts(place);
  const { name, budget, limit, spent, period, pace, past, record } = compared;
  return {
    name,
    every: budget.period,
    period,
    budget: money(limit),
    spent: money(spent),
    said,
    ...(pace.enough ? { state: pace.state, expected: money(pace.expected), passingDay: pace.passingDay } : {}),
    past: past.map((each) => ({ from: each.from, spent: money(each.spent), kept: each.spent <= each.limit })),
    ...(record.enough ? { kept: record.kept, passed: record.passed, streak: record.streak } : {}),
  };
}

/** Every budget's running period as a bar, with the mark of what is expected; the period that most share is in the title. */
export function chartOf(
  budgets: readonly BudgetComparison[],
  summary: readonly string[],
  lines: readonly string[],
  place: Place,
): BudgetChart {
  const { asker, words } = place;
  const dates = budgets.map(({ period }) => periodOf(period, place, 'dates'));
  const shareOf = (date: string) => dates.filter((other) => other === date).length;
  const common = [...dates].sort((a, b) => shareOf(b) - shareOf(a))[0] ?? '';
  return {
    kind: 'budget',
    title: `${words.budgetsTitle}, ${common}`,
    alt: (summary.length > 0 ? summary : lines).join(' '),
    locale: words.locale,
    currency: asker.homeCurrency,
    rows: budgets.map(({ name, spent, limit, pace, period }, at) => ({
      label: capital(budgetName(name, words)) + (dates[at] === common ? '' : `, ${dates[at]}`),
      spent,
      budget: limit,
      ...(pace.enough && period.to > asker.today ? { expected: pace.expected } : {}),
    })),
  };
}
