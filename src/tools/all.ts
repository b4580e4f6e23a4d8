/** Everything that a model may do. */

import { alertsTool } from './alerts.ts';
import { budgetVsActualTool } from './budget-vs-actual.ts';
import { budgetStatusTool, removeBudgetTool, setBudgetTool } from './budgets.ts';
import { categoryInsightsTool } from './category-insights.ts';
import { deleteEntriesTool } from './delete-entries.ts';
import { describeLedgerTool } from './describe-ledger.ts';
import { dismissFindingTool } from './dismiss-finding.ts';
import { emailTool } from './email.ts';
import { exportEntriesTool } from './export-entries.ts';
import { findRecurringTool } from './find-recurring.ts';
import { findUnusualTool } from './find-unusual.ts';
import { forecastSpendingTool } from './forecast-spending.ts';
import { goalsTool } from './goals.ts';
import { listEntriesTool } from './list-entries.ts';
import { manageCategoryTool } from './manage-category.ts';
import { monthlyReportTool } from './monthly-report.ts';
import { queryLedgerTool } from './query-ledger.ts';
import { recommendBudgetsTool } from './recommend-budgets.ts';
import { recordEntriesTool } from './record-entries.ts';
import { recurringEntriesTool } from './recurring-entries.ts';
import { remindersTool } from './reminders.ts';
import { setPreferencesTool } from './set-preferences.ts';
import { setRateTool } from './set-rate.ts';
import { spendingPatternsTool } from './spending-patterns.ts';
import { spendingSummaryTool } from './spending-summary.ts';
import { spendingTrendsTool } from './spending-trends.ts';
import type { Tool } from './tool.ts';
import { redoTool, undoTool } from './undo-redo.ts';
import { updateEntryTool } from './update-entry.ts';
import { watchSpendingTool } from './watch-spending.ts';
import { whatIfTool } from './what-if.ts';
import { yearOverYearTool } from './year-over-year.ts';

export const allTools: readonly Tool[] = [
  recordEntriesTool,
  updateEntryTool,
  deleteEntriesTool,
  undoTool,
  redoTool,
  listEntriesTool,
  spendingSummaryTool,
  setBudgetTool,
  removeBudgetTool,
  budgetStatusTool,
  manageCategoryTool,
  exportEntriesTool,
  describeLedgerTool,
  queryLedgerTool,
  findRecurringTool,
  recurringEntriesTool,
  remindersTool,
  spendingPatternsTool,
  findUnusualTool,
  dismissFindingTool,
  forecastSpendingTool,
  setPreferencesTool,
  setRateTool,
  spendingTrendsTool,
  categoryInsightsTool,
  yearOverYearTool,
  monthlyReportTool,
  budgetVsActualTool,
  recommendBudgetsTool,
  whatIfTool,
  goalsTool,
  alertsTool,
  emailTool,
  watchSpendingTool,
];
