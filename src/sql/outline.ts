/** What a query does, as a list of things that people can be told, in no language yet. */

import type { CheckedQuery } from './check-query.ts';
import { type Condition, conditionsOf } from './outline-conditions.ts';
import { columnIn, type DayPart, partOfDay } from './outline-parts.ts';
import { print } from './print.ts';
import type { Expression, Order, Query, Select, Source } from './tree.ts';
import { smallLetters, visit } from './walk.ts';

/** A value that is shown, sorted or grouped by. */
export type Shown =
  | { readonly what: 'column'; readonly column: string }
  /** The year, month or day of a day. */
  | { readonly what: 'part of day'; readonly part: DayPart }
  | { readonly what: Summary; readonly column: string }
  | { readonly what: 'count' }
  | { readonly what: 'everything' }
  /** What has no plain words: its name in the result, or its SQL. */
  | { readonly what: 'calculated'; readonly name: string };

export type Summary = 'total' | 'average' | 'smallest' | 'largest' | 'different';

export interface QueryOutline {
  /** Views that are read. */
  readonly tables: readonly string[];
  /** Queries within the query, and the query itself: 1 for a plain one. What follows tells of the last. */
  readonly steps: number;
  readonly shown: readonly Shown[];
  readonly distinct: boolean;
  readonly conditions: readonly Condition[];
  /** There are conditions besides that have no plain words. */
  readonly hasOtherConditions: boolean;
  readonly groups: readonly Shown[];
  readonly order: readonly { readonly by: Shown; readonly descending: boolean }[];
  /** How many rows are shown at most; null for all, or where it is no plain number. */
  readonly limit: number | null;
}

/** Of several SELECTs put together, the outline tells of the first. `today` as for `checkQuery`. */
export function outlineQuery({ tree, tables }: Pick<CheckedQuery, 'tree' | 'tables'>, today?: string): QueryOutline {
  const select = firstSelect(tree);
  const aliases = new Map(
    select.items.flatMap(({ of, alias }) => (alias ? [[smallLetters(alias.text), of] as const] : [])),
  );
  /** By its place in the list, or by a name that the list gives. */
  const named = (expression: Expression): Shown => {
    if (expression.is === 'number') {
      const item = select.items[Number(expression.value) - 1];
      if (item) return shownOf(item.of, item.alias?.text);
    }
    const meant =
      expression.is === 'column' && !expression.table ? aliases.get(smallLetters(expression.name.text)) : undefined;
    return shownOf(meant ?? expression, meant ? nameOf(expression) : undefined);
  };
  const { conditions, hasOthers } = conditionsOf(select.where, today);
  const last = tree.is === 'nested' ? tree.query : tree;
  return {
    tables,
    steps: stepsIn(tree),
    shown: select.items.map(({ of, alias }) => shownOf(of, alias?.text)),
    distinct: select.distinct,
    conditions,
    hasOtherConditions: hasOthers || select.having !== null || hasJoinConditions(select.from),
    groups: select.groupBy.map(named),
    order: last.orderBy.map((order: Order) => ({ by: named(order.by), descending: order.descending })),
    limit: last.limit?.is === 'number' && Number.isInteger(Number(last.limit.value)) ? Number(last.limit.value) : null,
  };
}

function firstSelect(query: Query): Select {
  if (query.is === 'select') return query;
  if (query.is === 'set') return firstSelect(query.left);
  if (query.is === 'nested') return firstSelect(query.query);
  const nothing = { with: null, orderBy: [], limit: null, offset: null, where: null, having: null, from: null };
  return { ...nothing, is: 'select', distinct: false, items: [], groupBy: [], rollup: false, windows: [] };
}

/** Two tables are put together by a condition that only looks whose rows belong together; others filter. */
function hasJoinConditions(source: Source | null): boolean {
  if (source?.is !== 'joined') return false;
  return source.joins.some(({ on }) => {
    let filters = false;
    visit(on, (part) => {
      if (part.is === 'text' || part.is === 'number') filters = true;
      return true;
    });
    return filters;
  });
}

function stepsIn(query: Query): number {
  let steps = 0;
  visit(query, (part) => {
    if (part.is === 'select') steps++;
    return true;
  });
  return Math.max(1, steps);
}

const summaries: Readonly<Record<string, Summary>> = {
  ...{ SUM: 'total', TOTAL: 'total', AVG: 'average', MIN: 'smallest', MAX: 'largest' },
};
function shownOf(expression: Expression, alias: string | undefined): Shown {
  if (expression.is === 'parens') return shownOf(expression.of, alias);
  if (expression.is === 'column') return { what: 'column', column: smallLetters(expression.name.text) };
  if (expression.is === 'star') return { what: 'everything' };
  const other: Shown = { what: 'calculated', name: alias ?? print(expression, { dialect: 'sqlite' }) };
  if (expression.is !== 'call' || expression.over || expression.filter) return other;
  const [first, second] = expression.args;
  if (expression.name === 'COUNT' && !expression.distinct && (first?.is === 'star' || isLiteral(first)))
    return { what: 'count' };
  const column = columnIn(first);
  if (expression.name === 'ROUND' && first?.is === 'call') return shownOf(first, alias);
  if (expression.name === 'COUNT' && expression.distinct && column && !second) return { what: 'different', column };
  if (expression.name === 'COUNT' && column === 'id') return { what: 'count' };
  if (column && !second && !expression.distinct && Object.hasOwn(summaries, expression.name)) {
    return { what: summaries[expression.name] as Summary, column };
  }
  const part = partOfDay(expression);
  return part ? { what: 'part of day', part } : other;
}

const isLiteral = (expression: Expression | undefined) => expression?.is === 'number' || expression?.is === 'text';

const nameOf = (expression: Expression) => (expression.is === 'column' ? expression.name.text : undefined);
