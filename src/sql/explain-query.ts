/** Says in plain words what a query does, for people who know no SQL. */

import { type CheckOptions, checkQuery } from './check-query.ts';
import { de } from './explain/de.ts';
import { en } from './explain/en.ts';
import { es } from './explain/es.ts';
import { fr } from './explain/fr.ts';
import { pt } from './explain/pt.ts';
import type { ExplainWords } from './explain/words.ts';
import { outlineQuery, type QueryOutline, type Shown } from './outline.ts';
import type { Condition } from './outline-conditions.ts';
import type { Dialect } from './tokens.ts';

const languages: Readonly<Record<string, ExplainWords>> = { en, de, es, fr, pt };

/** One to a few short sentences in the language of `locale`, or English. Throws QueryRefused as `checkQuery` does. */
export async function explainQuery(
  sql: string,
  dialect: Dialect,
  locale: string,
  options: CheckOptions = {},
): Promise<string> {
  return explainOutline(outlineQuery(await checkQuery(sql, dialect, options), options.today), locale);
}

/** "Shows total amount by category, from entries. Only expenses; 1 Jun 2026 – 31 Aug 2026. Sorted by …" */
export function explainOutline(outline: QueryOutline, locale: string): string {
  const words = languages[locale.slice(0, 2)] ?? en;
  const list = (items: readonly string[]) => items.join(', ');
  const name = (shown: Shown) => nameOf(shown, words);
  const groups = outline.groups.map(name);
  const shown = outline.shown.map(name).filter((each) => !groups.includes(each));
  const tables = outline.tables.map((table) => (words.tables as Record<string, string>)[table] ?? table);
  const conditions = outline.conditions.flatMap((condition) => sayCondition(condition, words));
  const only = [...conditions, ...(outline.hasOtherConditions ? [words.others] : [])];
  const order = outline.order.map(({ by, descending }) => `${name(by)}, ${words.orders[orderOf(by, descending)]}`);
  const count = (number: number) => new Intl.NumberFormat(words.locale).format(number);
  return [
    words.shows(
      list(shown.length > 0 ? shown : groups),
      groups.length > 0 ? list(groups) : null,
      tables.length > 0 ? list(tables) : null,
    ),
    outline.distinct ? words.distinct : '',
    only.length > 0 ? words.only(only.join('; ')) : '',
    order.length > 0 ? words.sorted(order.join('; ')) : '',
    outline.limit === null ? '' : words.first(count(outline.limit)),
    outline.steps > 1 ? words.steps(count(outline.steps)) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function nameOf(shown: Shown, words: ExplainWords): string {
  switch (shown.what) {
    case 'column':
      return columnOf(shown.column, words);
    case 'part of day':
      return words.parts[shown.part];
    case 'count':
      return words.count;
    case 'everything':
      return words.everything;
    case 'calculated':
      return words.calculated(shown.name);
    default:
      return words.summaries[shown.what](columnOf(shown.column, words));
  }
}

function columnOf(column: string, words: ExplainWords): string {
  return Object.hasOwn(words.columns, column) ? (words.columns[column] ?? column) : column;
}

function sayCondition(condition: Condition, words: ExplainWords): string | readonly string[] {
  if (condition.what === 'days') return sayDays(condition.from, condition.to, words);
  const column = columnOf(condition.column, words);
  switch (condition.what) {
    case 'one of': {
      const isKind = condition.column === 'kind';
      const values = condition.values.map((value) =>
        isKind && Object.hasOwn(words.kinds, value) ? words.kinds[value as 'income'] : value,
      );
      if (isKind && !condition.not) return values.join(' + ');
      return condition.not ? words.noneOf(column, values.join(', ')) : words.oneOf(column, values.join(', '));
    }
    case 'contains':
      return condition.not ? words.lacks(column, condition.text) : words.contains(column, condition.text);
    case 'compared': {
      const number = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 12 });
      return words.compared(column, condition.operator, number.format(condition.value as Intl.StringNumericLiteral));
    }
    case 'missing':
      return condition.not ? words.present(column) : words.missing(column);
  }
}

function sayDays(from: string | null, to: string | null, words: ExplainWords): readonly string[] {
  const format = new Intl.DateTimeFormat(words.locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const date = (day: string) => new Date(`${day}T00:00:00Z`);
  if (from !== null && to !== null && from <= to) return [format.formatRange(date(from), date(to))];
  return [
    ...(from === null ? [] : [words.from(format.format(date(from)))]),
    ...(to === null ? [] : [words.to(format.format(date(to)))]),
  ];
}

function orderOf(by: Shown, descending: boolean): keyof ExplainWords['orders'] {
  const column = 'column' in by ? by.column : '';
  if (by.what === 'part of day' || column === 'day' || column === 'month') return descending ? 'newest' : 'oldest';
  const isText = by.what === 'column' && !column.startsWith('amount');
  if (isText) return descending ? 'backwards' : 'forwards';
  return descending ? 'largest' : 'smallest';
}
