/** The categories that every new ledger begins with. */

export interface CategoryName {
  readonly name: string;
  readonly kind: 'expense' | 'income';
}

export const OTHER_EXPENSE = 'other';
export const OTHER_INCOME = 'other income';

export const defaultCategories: readonly CategoryName[] = [
  ...[
    'groceries',
    'dining',
    'transport',
    'housing',
    'utilities',
    'health',
    'entertainment',
    'shopping',
    'travel',
    'education',
    'subscriptions',
    'insurance',
    'personal care',
    'gifts',
    'pets',
    'family',
    'fees',
    'taxes',
    OTHER_EXPENSE,
  ].map((name) => ({ name, kind: 'expense' }) as const),
  ...['salary', 'interest', 'refund', OTHER_INCOME].map((name) => ({ name, kind: 'income' }) as const),
];
