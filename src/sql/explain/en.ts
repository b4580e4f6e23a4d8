/** The explanation of a query in English. */

import type { ExplainWords } from './words.ts';

const signs = { '<': 'under', '<=': 'at most', '>': 'over', '>=': 'at least' } as const;

export const en: ExplainWords = {
  locale: 'en-GB',
  columns: {
    id: 'id',
    day: 'day',
    month: 'month',
    kind: 'kind',
    amount: 'amount',
    currency: 'currency',
    amount_home: 'amount in your own currency',
    category: 'category',
    merchant: 'merchant',
    note: 'note',
    added_by: 'who added it',
    period: 'period',
    name: 'name',
  },
  parts: { year: 'year', month: 'month', day: 'day' },
  kinds: { expense: 'expenses', income: 'income', refund: 'refunds' },
  tables: { entries: 'entries', budgets: 'budgets', categories: 'categories' },
  summaries: {
    total: (column) => `total ${column}`,
    average: (column) => `average ${column}`,
    smallest: (column) => `smallest ${column}`,
    largest: (column) => `largest ${column}`,
    different: (column) => `number of different values of ${column}`,
  },
  count: 'number of rows',
  everything: 'everything',
  calculated: (name) => `${name} (calculated)`,
  shows: (list, groups, tables) =>
    `Shows ${list}${groups ? ` by ${groups}` : ''}${tables === null ? '' : `, from ${tables}`}.`,
  distinct: 'The same row comes only once.',
  only: (list) => `Only ${list}.`,
  sorted: (list) => `Sorted by ${list}.`,
  first: (count) => `The first ${count}.`,
  steps: (count) => `There are ${count} steps in it; this tells of the main one.`,
  oneOf: (column, values) => `${column} ${values}`,
  noneOf: (column, values) => `${column} not ${values}`,
  contains: (column, text) => `${column} with “${text}” in it`,
  lacks: (column, text) => `${column} without “${text}” in it`,
  compared: (column, operator, value) => `${column} ${signs[operator]} ${value}`,
  missing: (column) => `without ${column}`,
  present: (column) => `with ${column}`,
  from: (day) => `from ${day}`,
  to: (day) => `until ${day}`,
  others: 'what meets further conditions',
  orders: {
    largest: 'largest first',
    smallest: 'smallest first',
    newest: 'newest first',
    oldest: 'oldest first',
    forwards: 'A to Z',
    backwards: 'Z to A',
  },
};
