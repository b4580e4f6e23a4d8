import { describe, expect, test } from 'vitest';
import { ask, calls } from './asking.ts';

const thisMonth = { from: '2026-06-01', to: '2026-06-17' };
const may = { from: '2026-05-01', to: '2026-05-31' };

describe('sums', () => {
  test.each([
    [
      'what did I spend on groceries in October?',
      { from: '2025-10-01', to: '2025-10-31', groupBy: 'none', category: 'groceries' },
    ],
    ['how much did I spend yesterday', { from: '2026-06-16', to: '2026-06-16', groupBy: 'category' }],
    ['where did all my money go this month', { from: '2026-06-01', to: '2026-06-30', groupBy: 'category' }],
    ['how much have I spent at Starbucks', { ...thisMonth, groupBy: 'none', merchant: 'Starbucks' }],
    ['how much did I drop on shoes last month', { ...may, groupBy: 'none', merchant: 'shoes' }],
    ['spending by weekday last month', { ...may, groupBy: 'weekday' }],
    ['compare this month to last month', { from: '2026-05-01', to: '2026-06-30', groupBy: 'month' }],
    ['how much did I earn last month', { ...may, groupBy: 'category', kind: 'income' }],
    ['pie chart of my spending last month', { ...may, groupBy: 'category', chart: true }],
    ['last month?', { ...may, groupBy: 'category' }],
    ['where did I shop last month', { ...may, groupBy: 'merchant' }],
    ['which shops did I go to last month', { ...may, groupBy: 'merchant' }],
    ['how much did I fritter away last month', { ...may, groupBy: 'category' }],
    ['have I gone overboard on travel last month', { ...may, groupBy: 'none', category: 'travel' }],
    ['how mcuh did I spned on rent last month', { ...may, groupBy: 'none', category: 'housing' }],
    ['how much did I get paid last month', { ...may, groupBy: 'category', kind: 'income' }],
    ['how much did I spend at Best Buy last month', { ...may, groupBy: 'none', merchant: 'Best Buy' }],
    ['I want to know what I spent on rent last month', { ...may, groupBy: 'none', category: 'housing' }],
    ['monthly spending in 2025', { from: '2025-01-01', to: '2025-12-31', groupBy: 'month' }],
    ['weekly breakdown of May', { ...may, groupBy: 'week' }],
    [
      'chart my rent by month',
      { from: '2025-07-01', to: '2026-06-17', groupBy: 'month', category: 'housing', chart: true },
    ],
    ['dining by week in May', { ...may, groupBy: 'week', category: 'dining' }],
    ['by month in 2025', { from: '2025-01-01', to: '2025-12-31', groupBy: 'month' }],
    ['show it as a chart', { ...thisMonth, groupBy: 'category', chart: true }],
  ])('%s', async (text, args) => {
    expect(await calls(text)).toEqual([{ name: 'spending_summary', args }]);
  });

  test.each([
    [
      'es',
      '¿cuánto gasté en supermercado la semana pasada?',
      { category: 'groceries', from: '2026-06-08', to: '2026-06-14' },
    ],
    ['es', 'gastos por categoría el mes pasado', { groupBy: 'category', ...may }],
    ['es', '¿dónde usé mi tarjeta el mes pasado?', { groupBy: 'merchant', ...may }],
    ['de', 'wo habe ich letzten Monat eingekauft', { groupBy: 'merchant', ...may }],
    ['fr', 'où ai-je utilisé ma carte le mois dernier', { groupBy: 'merchant', ...may }],
    ['pt', 'onde usei meu cartão no mês passado', { groupBy: 'merchant', ...may }],
    ['de', 'Wie viel habe ich letzten Monat für Lebensmittel ausgegeben?', { category: 'groceries', ...may }],
    ['de', 'was habe ich gestern bei Aldi ausgegeben', { merchant: 'Aldi', from: '2026-06-16', to: '2026-06-16' }],
    ['fr', 'combien ai-je dépensé en courses le mois dernier ?', { category: 'groceries', ...may }],
    ['fr', 'dépenses par catégorie le mois dernier', { groupBy: 'category', ...may }],
    ['pt', 'quanto gastei em supermercado no mês passado?', { category: 'groceries', ...may }],
    ['pt', 'quanto gastei no Pingo Doce ontem', { merchant: 'Pingo Doce', from: '2026-06-16', to: '2026-06-16' }],
  ] as const)('%s: %s', async (language, text, args) => {
    expect(await calls(text, { language })).toMatchObject([{ name: 'spending_summary', args }]);
  });
});

describe('rows', () => {
  test.each([
    ['show my last five transactions', { sort: 'newest', limit: 5 }],
    ['top 3 expenses in May', { ...may, sort: 'largest', limit: 3 }],
    ['show all expenses over $100 last month', { ...may, sort: 'newest', minAmount: '100' }],
    ['list coffee purchases', { sort: 'newest', search: 'coffee' }],
    ['show me everything from last month', { ...may, sort: 'newest' }],
    ['my transaction history', { sort: 'newest' }],
    ['list', { sort: 'newest' }],
    ['show my entries', { sort: 'newest' }],
    ['show me my expenses', { sort: 'newest' }],
    ['last 7 payments', { sort: 'newest', limit: 7 }],
    ['the last thing I bought', { sort: 'newest', limit: 1 }],
    ['how much was my last purchase', { sort: 'newest', limit: 1 }],
    ['my 4 biggest expenses in May', { ...may, sort: 'largest', limit: 4 }],
    ['any payments above 300', { sort: 'newest', minAmount: '300' }],
    ['expenses under 15 in May', { ...may, sort: 'newest', maxAmount: '15' }],
    ['show my transctions from Lidl', { search: 'Lidl', sort: 'newest' }],
    ['show me my standing orders', { sort: 'newest' }],
    ['last 5', { sort: 'newest', limit: 5 }],
  ])('%s', async (text, args) => {
    expect(await calls(text)).toEqual([{ name: 'list_entries', args }]);
  });

  test.each([
    ['es', 'muestra mis últimos cinco gastos'],
    ['de', 'Zeig mir die letzten fünf Ausgaben'],
    ['fr', 'affiche mes cinq dernières dépenses'],
    ['pt', 'mostre os últimos cinco gastos'],
  ] as const)('%s: %s', async (language, text) => {
    expect(await calls(text, { language })).toEqual([{ name: 'list_entries', args: { sort: 'newest', limit: 5 } }]);
  });
});

describe('going on from the last question', () => {
  const earlier = [
    { role: 'user', text: 'what did I spend on groceries last month?' },
    {
      role: 'assistant',
      text: '',
      toolCalls: [{ id: 'c1', name: 'spending_summary', args: { ...may, groupBy: 'none', category: 'groceries' } }],
    },
    { role: 'tool', callId: 'c1', name: 'spending_summary', content: { said: '€80', data: {} } },
    { role: 'assistant', text: '€80', toolCalls: [] },
  ] as const;

  test.each([
    ['chart it', { ...may, groupBy: 'none', category: 'groceries', chart: true }],
    ['and last week?', { from: '2026-06-08', to: '2026-06-14', groupBy: 'none', category: 'groceries' }],
    ['no, I meant this month', { from: '2026-06-01', to: '2026-06-30', groupBy: 'none', category: 'groceries' }],
    ['what about dining?', { ...may, groupBy: 'none', category: 'dining' }],
    ['by week', { ...may, groupBy: 'week', category: 'groceries' }],
  ])('%s', async (text, args) => {
    expect(await calls(text, { earlier })).toEqual([{ name: 'spending_summary', args }]);
  });
});

describe('budgets', () => {
  test.each([
    ['budget 300 for dining a month', 'set_budget', { category: 'dining', amount: '300', period: 'monthly' }],
    ['set my grocery budget to 400', 'set_budget', { category: 'groceries', amount: '400', period: 'monthly' }],
    ['limit total spending to 2000 monthly', 'set_budget', { category: 'total', amount: '2000', period: 'monthly' }],
    [
      'cap dining at $150 weekly',
      'set_budget',
      { category: 'dining', amount: '150', currency: 'USD', period: 'weekly' },
    ],
    ['at most 900 a month in total', 'set_budget', { category: 'total', amount: '900', period: 'monthly' }],
    ['keep rent below 850 a month', 'set_budget', { category: 'housing', amount: '850', period: 'monthly' }],
    ['give me a 600 yearly budget for travel', 'set_budget', { category: 'travel', amount: '600', period: 'yearly' }],
    ['allow 25 a week for coffee', 'set_budget', { category: 'dining', amount: '25', period: 'weekly' }],
    ['weekly budget 25 coffee', 'set_budget', { category: 'dining', amount: '25', period: 'weekly' }],
    ['set total budget 900', 'set_budget', { category: 'total', amount: '900', period: 'monthly' }],
    ['remove the dining budget', 'remove_budget', { category: 'dining' }],
    ["how's my budget", 'budget_status', {}],
    ['how am I doing this month?', 'budget_status', {}],
    ['how much is left for dining', 'budget_status', { category: 'dining' }],
    ['can I afford 200 for shoes?', 'budget_status', { category: 'shopping' }],
  ])('%s', async (text, name, args) => {
    expect(await calls(text)).toEqual([{ name, args }]);
  });

  test.each([
    ['es', 'presupuesto de 300 al mes para restaurantes'],
    ['de', 'Budget 300 für Restaurants im Monat'],
    ['fr', 'budget de 300 par mois pour les restaurants'],
    ['pt', 'orçamento de 300 por mês para restaurantes'],
  ] as const)('%s: %s', async (language, text) => {
    expect(await calls(text, { language })).toEqual([
      { name: 'set_budget', args: { category: 'dining', amount: '300', period: 'monthly' } },
    ]);
  });
});

describe('the rest', () => {
  test.each([
    ['undo', 'undo', {}],
    ['please undo that', 'undo', {}],
    ['redo', 'redo', {}],
    ['deshacer', 'undo', {}],
    ['rückgängig', 'undo', {}],
    ['annuler', 'undo', {}],
    ['desfazer', 'undo', {}],
    ['export csv', 'export_entries', { format: 'csv' }],
    ['export last month as json', 'export_entries', { format: 'json', ...may }],
    ['my currency is euro', 'set_preferences', { currency: 'EUR' }],
    ['use pounds', 'set_preferences', { currency: 'GBP' }],
    ['undo the last one please', 'undo', {}],
    ['timezone America/New_York', 'set_preferences', { timezone: 'America/New_York' }],
    ['I live in Berlin', 'set_preferences', { timezone: 'Europe/Berlin' }],
    ['speak Spanish', 'set_preferences', { language: 'es' }],
    ['weeks start on Sunday', 'set_preferences', { firstDayOfWeek: 7 }],
    ['list categories', 'manage_category', { action: 'list' }],
    ['add category hobbies', 'manage_category', { action: 'add', category: 'hobbies' }],
    ['rename pets to animals', 'manage_category', { action: 'rename', category: 'pets', to: 'animals' }],
    ['merge fees into other', 'manage_category', { action: 'merge', category: 'fees', to: 'other' }],
  ])('%s', async (text, name, args) => {
    expect(await calls(text)).toEqual([{ name, args }]);
  });

  test('help is honest about what it is', async () => {
    expect((await ask('help')).text).toMatch(/^No language model is connected/);
    expect((await ask('ayuda')).text).toMatch(/^No hay ningún modelo/);
  });

  test('what it does not understand it says, with two examples, in the language of the message or the one chosen', async () => {
    expect((await ask('blah blah')).text).toMatch(/“.*”.*“.*”/);
    expect((await ask('hola, no sé qué decir')).text).toMatch(/«.*».*«.*»/);
    expect((await ask('blah blah', { context: { language: 'de' } })).text).toMatch(/„.*“.*„.*“/);
  });

  test('a tool that is not there is not called', async () => {
    expect(await ask('lunch 12', { tools: ['spending_summary'] })).toMatchObject({ toolCalls: [], usage: null });
  });
});

test.each(['settings', '/settings', 'my settings', 'ajustes', 'meine Einstellungen', 'mes réglages', 'configurações'])(
  '%s: they are shown, and nothing is changed',
  async (text) => {
    expect(await calls(text)).toEqual([{ name: 'set_preferences', args: {} }]);
  },
);
