/** Parts of a query that have plain words. */

import type { Expression } from './tree.ts';
import { smallLetters } from './walk.ts';

export type DayPart = 'year' | 'month' | 'day';

const parts: Readonly<Record<string, DayPart>> = {
  ...{ YEAR: 'year', MONTH: 'month', DAY: 'day', DAYOFMONTH: 'day' },
  ...{ '%Y': 'year', '%m': 'month', '%d': 'day', '%Y-%m': 'month', '%Y-%m-%d': 'day' },
};

/** For YEAR(day), DATE_FORMAT(day, '%Y-%m'), STRFTIME('%Y-%m', day), SUBSTR(day, 1, 7). */
export function partOfDay(expression: Expression): DayPart | null {
  if (expression.is !== 'call') return null;
  const [one, other, third] = expression.args;
  if (/^SUBSTR(?:ING)?$|^LEFT$/.test(expression.name)) {
    const length =
      expression.name === 'LEFT' ? other : other?.is === 'number' && other.value === '1' ? third : undefined;
    if (columnIn(one) !== 'day' || length?.is !== 'number') return null;
    return length.value === '7' ? 'month' : length.value === '4' ? 'year' : null;
  }
  const [day, format] = expression.name === 'STRFTIME' ? [other, one] : [one, other];
  const isFormat = format?.is === 'text' && /^(?:STRFTIME|DATE_FORMAT)$/.test(expression.name);
  const name = isFormat ? format.value : expression.name;
  return columnIn(day) === 'day' && Object.hasOwn(parts, name) ? (parts[name] ?? null) : null;
}

/** The name of a column that stands alone, in small letters. */
export function columnIn(expression: Expression | undefined): string | null {
  if (expression?.is === 'parens') return columnIn(expression.of);
  return expression?.is === 'column' ? smallLetters(expression.name.text) : null;
}
