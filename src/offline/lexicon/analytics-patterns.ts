/** What messages about trends, reports, forecasts and plans are told by. As in the lexicons, folded text. */

import type { Language } from '../../language.ts';
import { german } from './analytics/de.ts';
import { english } from './analytics/en.ts';
import { spanish } from './analytics/es.ts';
import { french } from './analytics/fr.ts';
import { portuguese } from './analytics/pt.ts';
import type { Pattern, WordList } from './lexicon.ts';
import { listed } from './patterns.ts';

export type AnalyticsTool =
  | 'spending_trends'
  | 'category_insights'
  | 'year_over_year'
  | 'monthly_report'
  | 'budget_vs_actual'
  | 'spending_patterns'
  | 'find_unusual'
  | 'find_recurring'
  | 'forecast_spending'
  | 'recommend_budgets'
  | 'what_if'
  | 'goals';

export interface AnalyticsPatterns {
  /** Ask for the tool with nothing but a category and days beside them: "trends", "forecast groceries". */
  readonly commands: Readonly<Partial<Record<AnalyticsTool, WordList>>>;
  /** Tell the tool anywhere in a message; a tool without a pattern is not reached by sentences of the language. */
  readonly told: Readonly<Partial<Record<AnalyticsTool, Pattern>>>;
  /** What a message is about that has these words and yet nothing to do with money kept here: "weather". */
  readonly elsewhere: Pattern;
  /** A message that is nothing but this and a month asks for that month's report: "how was …?". */
  readonly month: Pattern;
  /** Money that comes in again and again. */
  readonly income: Pattern;
  /** Behind a category in one word with it ("Restaurantausgaben"); empty where words are not joined. */
  readonly joined: Pattern;
  /** "Next 3 months": the number in the first group. */
  readonly nextMonths: Pattern;
  readonly restOfYear: Pattern;
  /** Nothing but this says that a finding is as it should be: the only one shown, or the one named in a group. */
  readonly fine: { readonly that: Pattern; readonly named: Pattern };
  readonly goals: GoalPatterns;
  readonly changes: ChangePatterns | null;
}

export interface GoalPatterns {
  readonly noun: Pattern;
  /** With an amount it sets a goal. */
  readonly set: Pattern;
  /** Before the day by which it is to be reached. */
  readonly by: Pattern;
  /** "In 6 months": the number in the first group, the unit in the second. */
  readonly within: Pattern;
  /** Again and again, rather than once: "a month". */
  readonly steady: Pattern;
  /** Before what is saved for. */
  readonly purpose: Pattern;
  readonly remove: Pattern;
  /** A goal's name before the noun, or behind it, in a group. */
  readonly named: Pattern;
  /** Words that are no name. */
  readonly nameless: Pattern;
}

/** How much less or more, in what would be if. */
export interface ChangePatterns {
  readonly less: Pattern;
  readonly more: Pattern;
  /** Per cent that words stand for, by how many: "a third", "twice". Less or more is said beside them. */
  readonly shares: readonly (readonly [percent: number, words: Pattern])[];
  /** Changes that say all by themselves: "halve", "double". */
  readonly whole: readonly (readonly [percent: number, words: Pattern])[];
}

export const analyticsPatterns: Readonly<Record<Language, AnalyticsPatterns>> = {
  en: english,
  es: spanish,
  de: german,
  fr: french,
  pt: portuguese,
};

/** The tool that each command asks for, in whatever language it is written. */
export const analyticsCommands: ReadonlyMap<string, AnalyticsTool> = new Map(
  Object.values(analyticsPatterns).flatMap(({ commands }) =>
    Object.entries(commands).flatMap(([tool, words]) =>
      listed(words).map((word): [string, AnalyticsTool] => [word, tool as AnalyticsTool]),
    ),
  ),
);
