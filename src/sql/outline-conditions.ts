/** The conditions of a query that have plain words. */

import { addDays, addMonths, type Day, parseDay } from '../period.ts';
import { columnIn, partOfDay } from './outline-parts.ts';
import type { Expression } from './tree.ts';

export type Condition =
  /** Days, both ends in it; null where it is open. */
  | { readonly what: 'days'; readonly from: Day | null; readonly to: Day | null }
  | { readonly what: 'one of'; readonly column: string; readonly values: readonly string[]; readonly not: boolean }
  | { readonly what: 'contains'; readonly column: string; readonly text: string; readonly not: boolean }
  | { readonly what: 'compared'; readonly column: string; readonly operator: Comparison; readonly value: string }
  | { readonly what: 'missing'; readonly column: string; readonly not: boolean };

export type Comparison = '<' | '<=' | '>' | '>=';

export interface Conditions {
  readonly conditions: readonly Condition[];
  /** There are others, which have no plain words. */
  readonly hasOthers: boolean;
}

/** What all must hold; conditions on the day are drawn together into one. */
export function conditionsOf(where: Expression | null, today: Day | undefined): Conditions {
  const all = where ? partsOf(where).map((part) => conditionOf(part, today)) : [];
  const known = all.filter((each) => each !== null);
  const days = known.filter((each) => each.what === 'days');
  const others = known.filter((each) => each.what !== 'days');
  return { conditions: days.length > 0 ? [...others, together(days)] : others, hasOthers: known.length < all.length };
}

function partsOf(expression: Expression): Expression[] {
  if (expression.is === 'parens') return partsOf(expression.of);
  if (expression.is !== 'infix' || expression.operator !== 'AND') return [expression];
  return [...partsOf(expression.left), ...partsOf(expression.right)];
}

type Days = Extract<Condition, { what: 'days' }>;

function together(days: readonly Days[]): Days {
  const from =
    days
      .flatMap((each) => each.from ?? [])
      .sort()
      .at(-1) ?? null;
  const to = days.flatMap((each) => each.to ?? []).sort()[0] ?? null;
  return { what: 'days', from, to };
}

function conditionOf(expression: Expression, today: Day | undefined, not = false): Condition | null {
  if (expression.is === 'prefix' && expression.operator === 'NOT') {
    const of = expression.of.is === 'parens' ? expression.of.of : expression.of;
    const isPlain = of.is === 'in' || of.is === 'like' || of.is === 'postfix';
    return isPlain ? conditionOf(of, today, !not) : null;
  }
  if (expression.is === 'infix') return not ? null : compared(expression, today);
  const column = 'of' in expression ? columnIn(expression.of ?? undefined) : null;
  if (!column) return null;
  switch (expression.is) {
    case 'in': {
      if ('is' in expression.among) return null;
      const values = expression.among.map(literalIn);
      if (!values.every((value) => value !== null)) return null;
      return { what: 'one of', column, values, not: expression.not !== not };
    }
    case 'like':
      return matched(column, expression.operator, expression.pattern, not);
    case 'between': {
      if (expression.not) return null;
      const [from, to] = [dayOf(expression.low, today), dayOf(expression.high, today)];
      return column === 'day' && from && to ? { what: 'days', from, to } : null;
    }
    case 'postfix':
      if (!expression.operator.endsWith('NULL')) return null;
      return { what: 'missing', column, not: (expression.operator === 'IS NOT NULL') !== not };
    default:
      return null;
  }
}

const mirrored: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function compared(expression: Extract<Expression, { is: 'infix' }>, today: Day | undefined): Condition | null {
  const isTurned = isValue(expression.left);
  const [left, right] = isTurned ? [expression.right, expression.left] : [expression.left, expression.right];
  const operator = (isTurned ? mirrored[expression.operator] : undefined) ?? expression.operator;
  const column = columnIn(left);
  const value = literalIn(right);
  const part = column === 'month' ? 'month' : partOfDay(left);
  if (part && operator === '=' && value) return wholeUnit(value);
  if (!column) return null;
  if (column === 'day') {
    const day = dayOf(right, today);
    return day ? daysBy(operator, day) : null;
  }
  if (value === null) return null;
  if (operator === '=' || operator === '<>') return { what: 'one of', column, values: [value], not: operator === '<>' };
  const isNumber = right.is === 'number' && Object.hasOwn(mirrored, operator);
  return isNumber ? { what: 'compared', column, operator: operator as Comparison, value } : null;
}

function daysBy(operator: string, day: Day): Days | null {
  if (operator === '=') return { what: 'days', from: day, to: day };
  if (operator === '>=') return { what: 'days', from: day, to: null };
  if (operator === '>') return { what: 'days', from: addDays(day, 1), to: null };
  if (operator === '<=') return { what: 'days', from: null, to: day };
  if (operator === '<') return { what: 'days', from: null, to: addDays(day, -1) };
  return null;
}

/** A year or a month, like "2026" and "2026-11"; of the twelfth month of any year there is nothing to say. */
function wholeUnit(value: string): Days | null {
  const from = /^\d{4}$/.test(value) ? `${value}-01-01` : /^\d{4}-\d\d$/.test(value) ? `${value}-01` : null;
  const first = from && validDay(from);
  if (!first) return null;
  return { what: 'days', from: first, to: addDays(addMonths(first, value.length === 4 ? 12 : 1), -1) };
}

function matched(column: string, operator: string, pattern: Expression, not: boolean): Condition | null {
  if (pattern.is !== 'text' || !operator.endsWith('LIKE')) return null;
  const isNot = operator.startsWith('NOT') !== not;
  const beginning = /^(\d{4}(?:-\d\d)?)-?%$/.exec(pattern.value)?.[1];
  if ((column === 'day' || column === 'month') && beginning && !isNot) return wholeUnit(beginning);
  const text = /^%([^%_\\]+)%$/.exec(pattern.value)?.[1];
  if (text) return { what: 'contains', column, text, not: isNot };
  return /[%_\\]/.test(pattern.value) ? null : { what: 'one of', column, values: [pattern.value], not: isNot };
}

const isValue = (expression: Expression) => expression.is === 'text' || expression.is === 'number';

function literalIn(expression: Expression): string | null {
  return expression.is === 'text' || expression.is === 'number' ? expression.value : null;
}

const todays = new Set(['CURRENT_DATE', 'CURDATE']);

/** A day that is written, or reckoned from today in one of the usual ways. */
function dayOf(expression: Expression, today: Day | undefined): Day | null {
  if (expression.is === 'text' || expression.is === 'dated') return validDay(expression.value);
  if (expression.is === 'infix' && (expression.operator === '-' || expression.operator === '+')) {
    const { left, right } = expression;
    const day = dayOf(left, today);
    const sign = expression.operator === '-' ? -1 : 1;
    if (!day || right.is !== 'interval' || right.of.is !== 'number') return null;
    return moved(day, sign * Number(right.of.value), right.unit);
  }
  if (expression.is !== 'call' || !today) return null;
  if (todays.has(expression.name)) return today;
  const [first, ...rest] = expression.args;
  if (expression.name !== 'DATE' || (first && !(first.is === 'text' && first.value.toLowerCase() === 'now')))
    return null;
  let day: Day | null = today;
  for (const modifier of rest) day = day && modifier.is === 'text' ? modified(day, modifier.value) : null;
  return day;
}

/** By SQLite's modifiers: https://sqlite.org/lang_datefunc.html */
function modified(day: Day, modifier: string): Day | null {
  if (modifier === 'localtime' || modifier === 'start of day') return day;
  if (modifier === 'start of month') return `${day.slice(0, 7)}-01`;
  if (modifier === 'start of year') return `${day.slice(0, 4)}-01-01`;
  const [, count, unit = ''] = /^([+-]?\d+) (day|month|year)s?$/.exec(modifier) ?? [];
  // SQLite's months run over the end of a shorter one; those days are left unsaid.
  if (unit !== 'day' && Number(day.slice(8)) > 28) return null;
  return count ? moved(day, Number(count), unit) : null;
}

function moved(day: Day, count: number, unit: string): Day | null {
  const months = { MONTH: 1, QUARTER: 3, YEAR: 12 }[unit.toUpperCase()];
  const days = { DAY: 1, WEEK: 7 }[unit.toUpperCase()];
  if (!Number.isInteger(count) || Math.abs(count) > 10_000) return null;
  return months ? addMonths(day, count * months) : days ? addDays(day, count * days) : null;
}

function validDay(text: string): Day | null {
  try {
    return parseDay(text);
  } catch {
    return null;
  }
}
