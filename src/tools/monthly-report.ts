/** A month at a glance. */

import { z } from 'zod';
import { type MonthlyReport, monthlyReport, monthToReport } from '../analytics/monthly-report.ts';
import type { ChartSpec } from '../charts/chart-spec.ts';
import { formatMoney } from '../money.ts';
import { comparisonWords } from '../wording/analytics/comparison-words.ts';
import { reportWords } from '../wording/analytics/report-words.ts';
import { emptyLedger, notCounted } from '../wording/analytics/shared-words.ts';
import { budgetName } from '../wording/budgets.ts';
import { describeEntry, describeMonth, describePeriod } from '../wording/phrasing.ts';
import { amountTexts, chart } from './analytics-args.ts';
import { describeChange, doughnut, largestParts, listed, periodLabel, waterfall } from './compared-periods.ts';
import { defineTool, type ToolContext } from './tool.ts';

export const monthlyReportTool = defineTool({
  name: 'monthly_report',
  description:
    'A month at a glance: spent against the month before and why, income and what is left, budgets kept or passed, the ' +
    'biggest entry, with a picture. For "how was my month?", "monthly report".',
  args: z.object({
    month: z.string().max(20).optional().describe('YYYY-MM; null for the running month, or the last one until the 3rd'),
    chart,
  }),
  async run(context, args) {
    const { db, asker, words } = context;
    const report = await monthlyReport(db, asker, args.month ?? monthToReport(asker.today));
    if (!report) return { said: emptyLedger(words), data: { entries: 0 } };
    const period = words.dated.month(describeMonth(report.month.from, words, asker.today));
    if (report.count === 0) {
      const said = [words.nothing(null, period), ...notCounted(report.uncounted, words)].join('\n');
      return { said, data: { entries: 0, period }, rows: report.filter };
    }
    const finding = findingOf(report, period, context);
    const parts = largestParts(report.spending, words.category, context);
    const lines = [
      finding,
      incomeLine(report, context),
      ...(parts.length > 1 ? [comparisonWords(words).largest(listed(parts, context))] : []),
      ...budgetLines(report, context),
      ...biggestLines(report, context),
      ...notCounted(report.uncounted, words),
    ];
    const { money } = amountTexts(context);
    return {
      said: lines.join('\n'),
      data: {
        month: report.month.from.slice(0, 7),
        isOver: !report.isRunning,
        lines,
        spent: money(report.spending.after),
        before: report.before ? money(report.spending.before) : null,
        income: money(report.income),
        left: money(report.left),
      },
      charts: chartsOf(report, finding, args.chart, context),
      rows: report.filter,
      quotesEntries: report.biggest !== null,
    };
  },
});

function findingOf(report: MonthlyReport, period: string, context: ToolContext): string {
  const { words, asker } = context;
  const { spending, before, isRunning, count } = report;
  const say = comparisonWords(words);
  const { money } = amountTexts(context);
  if (spending.after < 0) return words.gotBack(money(-spending.after), null, period, count);
  if (spending.rows.every(({ after }) => after === 0)) return reportWords(words).nothingSpent(period);
  const monthBefore = before ? words.dated.month(describeMonth(before.from, words, asker.today)) : '';
  const reference = isRunning ? say.byTheSameDay(monthBefore) : monthBefore;
  const tail = before ? describeChange(spending, reference, words.category, context) : '';
  return say.found({ flow: 'spending', subject: null, period, isRunning, amount: money(spending.after), tail });
}

function incomeLine({ income, left, isRunning }: MonthlyReport, context: ToolContext): string {
  const say = reportWords(context.words);
  const { money } = amountTexts(context);
  if (income === 0) return say.noIncome(isRunning);
  return left < 0 ? say.incomeShort(money(income), money(-left)) : say.incomeLeft(money(income), money(left));
}

function budgetLines({ budgets, isRunning }: MonthlyReport, { words }: ToolContext): string[] {
  if (budgets.length === 0) return [];
  const say = reportWords(words);
  const passed = budgets.filter(({ left }) => left.minor < 0n);
  const list = passed
    .map(
      ({ name, left }) => `${budgetName(name, words)} +${formatMoney({ ...left, minor: -left.minor }, words.locale)}`,
    )
    .join(', ');
  const tell = isRunning ? say.budgetsSoFar : say.budgetsKept;
  return [tell(budgets.length - passed.length, passed.length, list)];
}

function biggestLines({ biggest }: MonthlyReport, { words, asker }: ToolContext): string[] {
  if (!biggest) return [];
  return [comparisonWords(words).biggest(describeEntry(biggest, words, asker.today))];
}

/** What changed says more than what there is; both only where pictures were asked for. */
function chartsOf(
  report: MonthlyReport,
  finding: string,
  wanted: boolean | undefined,
  context: ToolContext,
): ChartSpec[] {
  if (wanted === false) return [];
  const { words, asker } = context;
  const { spending, month, before, isRunning } = report;
  const calendar = { today: asker.today, firstDayOfWeek: asker.preferences.firstDayOfWeek };
  const title = words.chartTitle(null, describePeriod(month, words, calendar, 'dates'));
  const labels = { title, alt: finding };
  const whole = doughnut(spending, words.category, labels, context);
  const isChanged = before !== null && spending.before > 0 && spending.after > 0 && spending.rows.length > 1;
  const change = isChanged
    ? waterfall(
        spending,
        words.category,
        {
          ...labels,
          start: periodLabel(before, !isRunning, context),
          end: periodLabel(month, !isRunning, context),
        },
        context,
      )
    : null;
  const charts = [change, whole].filter((each) => each !== null);
  return wanted === true ? charts : charts.slice(0, 1);
}
