/** The tables that a query may read: what they are called and what stands in them, the same on every database. */

export interface ViewColumn {
  readonly name: string;
  readonly type: 'text' | 'day' | 'month' | 'decimal';
  /** For the people and models that write queries. */
  readonly about: string;
}

export interface View {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly ViewColumn[];
}

const text = (name: string, about: string): ViewColumn => ({ name, type: 'text', about });
const decimal = (name: string, about: string): ViewColumn => ({ name, type: 'decimal', about });

export const views: readonly View[] = [
  {
    name: 'entries',
    about: 'what was recorded, a row each; deleted ones are not in it',
    columns: [
      text('id', 'the entry’s id'),
      { name: 'day', type: 'day', about: "the day, '2026-11-21'" },
      { name: 'month', type: 'month', about: "the month, '2026-11'" },
      text('kind', "'expense', 'income' or 'refund'; spending is expenses less refunds"),
      decimal('amount', 'in major units of its currency, always above zero: 12.50'),
      text('currency', "ISO 4217 code: 'EUR'"),
      decimal('amount_home', 'the amount in the ledger’s own currency at the day’s rate; NULL where no rate is known'),
      text('category', 'the category’s name'),
      text('merchant', 'the shop or whoever was paid; may be NULL'),
      text('note', 'what it was for; may be NULL'),
      text('added_by', 'the name of who recorded it; may be NULL'),
    ],
  },
  {
    name: 'budgets',
    about: 'limits for a category or for all spending',
    columns: [
      text('category', "the category’s name, or 'total' for all spending"),
      decimal('amount', 'in major units of its currency'),
      text('currency', 'ISO 4217 code'),
      text('period', "'weekly', 'monthly' or 'yearly'"),
    ],
  },
  {
    name: 'categories',
    about: 'the ledger’s categories',
    columns: [text('name', 'the category’s name'), text('kind', "'expense' or 'income'")],
  },
];
