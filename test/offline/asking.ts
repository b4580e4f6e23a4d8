/** Asks the offline model something in a test, at a fixed moment. */

import { defaultCategories } from '../../src/domain/default-categories.ts';
import type { Language } from '../../src/language.ts';
import type { ModelContext, ModelMessage, ToolCall } from '../../src/models/model.ts';
import { createOfflineModel } from '../../src/offline/offline-model.ts';

export const toolNames = [
  'record_entries',
  'update_entry',
  'delete_entries',
  'undo',
  'redo',
  'list_entries',
  'spending_summary',
  'set_budget',
  'remove_budget',
  'budget_status',
  'manage_category',
  'export_entries',
  'set_preferences',
  'set_rate',
  'spending_trends',
  'category_insights',
  'year_over_year',
  'monthly_report',
  'budget_vs_actual',
  'spending_patterns',
  'find_unusual',
  'dismiss_finding',
  'find_recurring',
  'forecast_spending',
  'recommend_budgets',
  'what_if',
  'goals',
];

/** A Wednesday. */
export const today = '2026-06-17';

export interface Asking {
  readonly language?: Language;
  readonly currency?: string;
  readonly earlier?: readonly ModelMessage[];
  readonly context?: Partial<ModelContext>;
  readonly tools?: readonly string[];
}

const model = createOfflineModel();

export async function ask(text: string, asking: Asking = {}) {
  const { language = 'en', currency = 'EUR', earlier = [], tools = toolNames } = asking;
  return model.answer({
    context: {
      today,
      timezone: 'Europe/Berlin',
      currency,
      language: null,
      defaultLanguage: language,
      firstDayOfWeek: 1,
      categories: defaultCategories,
      correcting: [],
      editing: false,
      ...asking.context,
    },
    messages: [...earlier, { role: 'user', text }],
    tools: tools.map((name) => ({ name, description: '', parameters: {} })),
  });
}

/** The calls without their ids. */
export async function calls(text: string, asking: Asking = {}): Promise<Omit<ToolCall, 'id'>[]> {
  const { toolCalls } = await ask(text, asking);
  return toolCalls.map(({ name, args }) => ({ name, args }));
}

/** The entries that the message would record, kind and currency left out where they are "expense" and euros. */
export async function recorded(text: string, asking: Asking = {}): Promise<Record<string, string>[]> {
  const found = await calls(text, asking);
  return found
    .filter(({ name }) => name === 'record_entries')
    .flatMap(({ args }) => args.entries as Record<string, string>[])
    .map(({ kind, currency, ...rest }) => ({
      ...(kind !== 'expense' && { kind: kind as string }),
      ...(currency !== (asking.currency ?? 'EUR') && { currency: currency as string }),
      ...rest,
    }));
}
