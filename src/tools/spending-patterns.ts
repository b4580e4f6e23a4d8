/** What is a habit in the person's spending. */

import { z } from 'zod';
import type { Habit } from '../analytics/habits.ts';
import { type SpendingPatterns, spendingPatterns } from '../analytics/patterns.ts';
import type { ChartSpec } from '../charts/chart-spec.ts';
import { type Day, unitAway } from '../period.ts';
import { patternsWords } from '../wording/analytics/patterns-words.ts';
import { emptyLedger, formatShare, notCounted, tooLittle } from '../wording/analytics/shared-words.ts';
import { describeMonth, describePeriod, describeWeekday } from '../wording/phrasing.ts';
import { amountTexts, chart } from './analytics-args.ts';
import { category } from './entry-args.ts';
import { defineTool, type ToolContext, type ToolOutcome } from './tool.ts';

const DEFAULT_MONTHS = 12;
/** More than two are a list to study, and the third is rarely as clear. */
const MOST_HABITS = 2;

export const spendingPatternsTool = defineTool({
  name: 'spending_patterns',
  description:
    'Habits: weekdays, times of the month, the week after payday and months of the year with more spending, categories ' +
    'that take a growing part; with a calendar of all days.',
  args: z.object({
    category: category.optional(),
    months: z.int().min(1).max(60).optional().describe('whole months back; null for 12'),
    chart,
  }),
  prepare: async ({ db, asker }, { category, months = DEFAULT_MONTHS }) => ({
    patterns: await spendingPatterns(db, asker, { category, months }),
  }),
  run: async (context, args, { patterns }: { patterns: SpendingPatterns | null }) =>
    patterns
      ? tell(context, patterns, { months: args.months ?? DEFAULT_MONTHS, chart: args.chart ?? true })
      : { said: emptyLedger(context.words), data: { entries: 0 } },
});

function tell(
  context: ToolContext,
  patterns: SpendingPatterns,
  options: { readonly months: number; readonly chart: boolean },
): ToolOutcome {
  const { words } = context;
  const say = patternsWords(words);
  const subject = patterns.category === null ? null : words.category(patterns.category);
  const since = fullDate(patterns.period.from, context);
  const told = patterns.habits.map((habit) => sentence(habit, context));
  const none = patterns.tooLittle ? tooLittle(patterns.tooLittle, words) : say.none(since);
  const isBased = patterns.tooLittle === null || told.length > 0;
  const lines = [
    ...(told.length > 0 ? told.slice(0, MOST_HABITS) : [none]),
    ...(isBased ? [say.basis(subject, since, patterns.withoutCharges)] : []),
  ];
  return {
    said: [...lines, ...notCounted(patterns.uncounted, words)].join('\n'),
    data: { habits: told, since: patterns.period.from, ...(told.length === 0 ? { finding: none } : {}) },
    ...(options.chart && patterns.days.length > 0
      ? { charts: [calendar(patterns, lines[0] ?? '', options.months, context)] }
      : {}),
    rows: {
      ...patterns.period,
      kinds: ['expense', 'refund'],
      ...(patterns.categoryId === null ? {} : { categoryId: patterns.categoryId }),
    },
  };
}

function sentence(habit: Habit, context: ToolContext): string {
  const { words, asker } = context;
  const say = patternsWords(words);
  const { money } = amountTexts(context);
  const list = (items: readonly string[]) => new Intl.ListFormat(words.locale).format(items);
  const number = (value: number) => new Intl.NumberFormat(words.locale, { maximumFractionDigits: 1 }).format(value);
  const { isMore } = habit;
  switch (habit.kind) {
    case 'weekdays': {
      const days = habit.weekdays.map((weekday) => describeWeekday(weekday, words));
      return say.weekdays(list(days), formatShare(habit.share, words), habit.weeks, isMore);
    }
    case 'third':
      return say.third(habit.third, money(habit.aDay), list(habit.others.map(money)), isMore);
    case 'payday':
      return say.payday(number(habit.times), habit.agreeing, habit.cycles, isMore);
    case 'season': {
      // This year's month, so that its name comes without one.
      const month = `${asker.today.slice(0, 4)}-${String(habit.month).padStart(2, '0')}-01`;
      return say.season(describeMonth(month, words, asker.today), formatShare(habit.share, words), habit.years, isMore);
    }
    case 'drift':
      return say.drift(
        words.category(habit.category),
        formatShare(habit.share, words),
        number(habit.moved * 100),
        habit.months,
        isMore,
      );
  }
}

/** A calendar shows a year at most. */
const MOST_CALENDAR_MONTHS = 12;

/** A cell a day, the running month as the last one. */
function calendar(patterns: SpendingPatterns, alt: string, months: number, { words, asker }: ToolContext): ChartSpec {
  const first = unitAway(asker.today, 'month', 1 - Math.min(months, MOST_CALENDAR_MONTHS)).from;
  const from = first > patterns.period.from ? first : patterns.period.from;
  const days = patterns.days.filter(({ day }) => day >= from);
  const calendarOf = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
  const period = describePeriod({ from, to: asker.today }, words, calendarOf, 'dates');
  const subject = patterns.category === null ? null : words.category(patterns.category);
  return {
    kind: 'calendar',
    title: words.chartTitle(subject, period),
    alt,
    locale: words.locale,
    currency: asker.homeCurrency,
    from,
    to: asker.today,
    firstDayOfWeek: asker.preferences.firstDayOfWeek,
    labels: days.map(({ day }) => day),
    values: days.map(({ amount }) => amount),
  };
}

/** "1 Nov 2025" */
function fullDate(on: Day, { words, asker }: ToolContext): string {
  const calendarOf = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
  return describePeriod({ from: on, to: on }, words, calendarOf, 'dates');
}
