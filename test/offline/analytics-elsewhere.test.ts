/** What sounds like trends, reports and plans, and is something else; and what follows up on their answers. */

import { describe, expect, test } from 'vitest';
import type { ModelMessage } from '../../src/models/model.ts';
import { ask, calls, recorded, toolNames } from './asking.ts';

describe('records stay records', () => {
  test.each([
    ['report 12.50', '12.50'],
    ['trend magazine 4.50', '4.50'],
    ['goal net 30', '30'],
    ['soccer goals 45', '45'],
    ['goals 12', '12'],
    ['paid for a recurring donation 20', '20'],
    ['netflix subscription 12.99', '12.99'],
    ['weather forecast app 3.99', '3.99'],
    ['credit report 15', '15'],
    ['strange brew beer 6', '6'],
    ['pattern book 12', '12'],
    ['car breakdown 120', '120'],
    ['my gym subscription 30', '30'],
    ['regular coffee 3', '3'],
    ['projection screen 120', '120'],
    ['spent 40 on a forecast book', '40'],
    ['half a pizza 6', '6'],
    ['paid rent twice 1600', '1600'],
  ])('%s', async (text, amount) => {
    expect(await recorded(text)).toMatchObject([{ amount }]);
  });
});

describe('other questions and orders stay with their tools', () => {
  test.each([
    ['how am I doing?', 'budget_status'],
    ['am I over budget?', 'budget_status'],
    ['did I go over budget this month?', 'budget_status'],
    ['is dining over budget', 'budget_status'],
    ['how much is left for dining', 'budget_status'],
    ['can I afford 200 for shoes?', 'budget_status'],
    ['what did I spend on groceries last month', 'spending_summary'],
    ['compare this month to last month', 'spending_summary'],
    ['which weekday do I spend most on dining?', 'spending_summary'],
    ['monthly spending in 2025', 'spending_summary'],
    ['weekly breakdown of May', 'spending_summary'],
    ['breakdown of groceries last month', 'spending_summary'],
    ['how much have I spent on subscriptions last month', 'spending_summary'],
    ['my spending last week', 'spending_summary'],
    ['how much did I spend this year', 'spending_summary'],
    ['compare 2026 with 2023', 'spending_summary'],
    ['summary of groceries in May', 'spending_summary'],
    ['show me my standing orders', 'list_entries'],
    ['show my last five transactions', 'list_entries'],
    ['top 3 days for dining this year', 'query_ledger'],
    ['how many days without spending last month?', 'query_ledger'],
    ['on which days do I spend most?', 'query_ledger'],
    ['what was my largest expense', 'query_ledger'],
    ['set my dining budget to 300', 'set_budget'],
    ['lower my grocery budget to 300', 'set_budget'],
    ['remove the dining budget', 'remove_budget'],
    ['export the monthly report as csv', 'export_entries'],
    ['add category goals', 'manage_category'],
    ['rename pets to goals', 'manage_category'],
  ])('%s', async (text, name) => {
    const tools = [...toolNames, 'query_ledger'];
    expect((await calls(text, { tools })).map((call) => call.name)).toEqual([name]);
  });

  test.each([
    "what's the weather forecast",
    'who scored the goal',
    'tell me a joke',
    'tell me about yourself',
    'what changed in the app',
    'how was lunch last week',
    'how was the restaurant?',
    'stock market trend',
    'is inflation going up',
    'what if I move to Berlin',
    'what if 12.50 for lunch',
    'remind me to check the forecast',
    'save 20 to savings account',
    'predict the lottery numbers',
  ])('%s: nothing is called', async (text) => {
    expect((await ask(text)).toolCalls).toEqual([]);
  });
});

describe('going on from an answer', () => {
  const answered = (name: string, args: Record<string, unknown>): ModelMessage[] => [
    { role: 'user', text: 'asked' },
    { role: 'assistant', text: '', toolCalls: [{ id: 'c1', name, args }] },
    { role: 'tool', callId: 'c1', name, content: { said: 'answered', data: {} } },
    { role: 'assistant', text: 'answered', toolCalls: [] },
  ];

  test.each([
    ['chart it', 'spending_trends', { category: 'groceries' }, { category: 'groceries', chart: true }],
    ['and for dining?', 'spending_trends', { category: 'groceries' }, { category: 'dining' }],
    ['by week', 'spending_trends', { category: 'groceries' }, { category: 'groceries', unit: 'week' }],
    ['what about dining?', 'year_over_year', {}, { category: 'dining' }],
    ['and last month?', 'monthly_report', {}, { month: '2026-05' }],
    ['and next month?', 'forecast_spending', { category: 'travel' }, { category: 'travel', months: 1 }],
    ['and for travel?', 'forecast_spending', { months: 2 }, { category: 'travel', months: 2 }],
    ['and last month?', 'find_unusual', {}, may()],
    ['chart it', 'budget_vs_actual', {}, { chart: true }],
    ['what about travel?', 'category_insights', { category: 'dining' }, { category: 'travel' }],
  ])('%s after %s', async (text, name, before, args) => {
    expect(await calls(text, { earlier: answered(name, before) })).toEqual([{ name, args }]);
  });

  test('years are compared for what the answer before was about', async () => {
    const earlier = answered('spending_summary', { ...may(), groupBy: 'none', category: 'groceries' });
    expect(await calls('and compared to last year?', { earlier })).toEqual([
      { name: 'year_over_year', args: { category: 'groceries' } },
    ]);
  });

  test.each([
    ['en', "that's fine, ignore it", 'last'],
    ['en', 'ignore it', 'last'],
    ['en', 'the rent is fine', 'rent'],
    ['es', 'está bien, ignóralo', 'last'],
    ['de', 'das ist in Ordnung', 'last'],
    ['fr', "c'est normal", 'last'],
    ['pt', 'isso está certo', 'last'],
  ] as const)('%s: %s', async (language, text, which) => {
    const earlier = answered('find_unusual', {});
    expect(await calls(text, { language, earlier })).toEqual([{ name: 'dismiss_finding', args: { which } }]);
    expect(
      (await calls(text, { language, earlier: answered('list_entries', {}) })).map(({ name }) => name),
    ).not.toContain('dismiss_finding');
  });
});

function may() {
  return { from: '2026-05-01', to: '2026-05-31' };
}
