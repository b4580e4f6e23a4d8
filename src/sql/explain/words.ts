/** The words in which a query is explained, one file a language. */

import type { Summary } from '../outline.ts';
import type { Comparison } from '../outline-conditions.ts';
import type { DayPart } from '../outline-parts.ts';

export interface ExplainWords {
  /** BCP 47 tag by which days, numbers and lists are written. */
  readonly locale: string;
  /** The views' columns as they stand in a list, without an article. */
  readonly columns: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<DayPart, string>>;
  readonly kinds: Readonly<Record<'expense' | 'income' | 'refund', string>>;
  readonly tables: Readonly<Record<'entries' | 'budgets' | 'categories', string>>;
  readonly summaries: Readonly<Record<Summary, (column: string) => string>>;
  readonly count: string;
  readonly everything: string;
  calculated(name: string): string;

  /** Whole sentences, with their full stops. */
  shows(list: string, groups: string | null, tables: string | null): string;
  readonly distinct: string;
  only(list: string): string;
  sorted(list: string): string;
  first(count: string): string;
  steps(count: string): string;

  /** What stands in the list of `only`. */
  oneOf(column: string, values: string): string;
  noneOf(column: string, values: string): string;
  contains(column: string, text: string): string;
  lacks(column: string, text: string): string;
  compared(column: string, operator: Comparison, value: string): string;
  missing(column: string): string;
  present(column: string): string;
  from(day: string): string;
  to(day: string): string;
  readonly others: string;

  /** How something is sorted, after its name. */
  readonly orders: Readonly<Record<'largest' | 'smallest' | 'newest' | 'oldest' | 'forwards' | 'backwards', string>>;
}
