/** What a database would run, and answer with something else than was meant. */

import { views } from '../store/reader/views.ts';
import { refuse } from './refuse.ts';
import type { UsedNames } from './scope.ts';
import type { Dialect, Token } from './tokens.ts';
import type { Expression, Query } from './tree.ts';
import { smallLetters, visit } from './walk.ts';

const todays = new Set(['CURRENT_DATE', 'CURDATE', 'NOW', 'CURRENT_TIMESTAMP', 'DATE', 'DATETIME']);

/** Throws QueryRefused. `tokens`: what the tree was read from. */
export function checkTraps(query: Query, tokens: readonly Token[], { tables }: UsedNames, dialect: Dialect): void {
  if (dialect === 'mysql') checkDoubleQuotes(query, tokens, tables);
  visit(query, (part) => {
    const day = unquotedDay(part);
    if (day) refuse(`${day} without quotes is a subtraction.`, `Write '${day}'.`);
    if (part.is === 'select') {
      const text = [...part.groupBy, ...part.orderBy.map((order) => order.by)].find((each) => each.is === 'text');
      if (text)
        refuse(
          'Nothing can be grouped or sorted by a text: it is the same in each row.',
          'Write a name without quotes.',
        );
    }
    if (part.is === 'call' && part.name === 'GROUP_CONCAT' && dialect === 'mysql' && part.args.length > 1) {
      const last = part.args.at(-1);
      if (last?.is === 'text' && /^[^\p{L}\p{N}]*$/u.test(last.value)) {
        refuse(
          'On this database GROUP_CONCAT puts that after each text.',
          `Write GROUP_CONCAT(note SEPARATOR '${last.value}').`,
        );
      }
    }
    if (part.is === 'infix' && (part.operator === '-' || part.operator === '+')) {
      const [one, other] = [part.left, part.right];
      if ((isDay(one) && other.is === 'number') || (isDay(other) && one.is === 'number')) {
        // As numbers, 2026-11-21 - 7 is 20261114, or 2019.
        const better = dialect === 'mysql' ? 'CURDATE() - INTERVAL 7 DAY' : "DATE('now', '-7 days')";
        refuse("A day and a number can't be reckoned together.", `Write ${better}.`);
      }
    }
    if (part.is === 'cast' && dialect === 'sqlite' && /^(?:DATE|TIME)/.test(part.type)) {
      refuse(`CAST(… AS ${part.type}) leaves only the year on this database.`, 'Write DATE(day).'); // '2026-11-21' → 2026
    }
    if (part.is === 'cast' && dialect === 'mysql' && (part.type === 'TEXT' || part.type === 'REAL')) {
      refuse(
        `CAST(… AS ${part.type}) can't be used on this database.`,
        `Write ${part.type === 'TEXT' ? 'CHAR' : 'DOUBLE'}.`,
      );
    }
    return true;
  });
}

/** 2026-11-21, which is 1994. */
function unquotedDay(part: { readonly is: string }): string | null {
  const { is, operator, left, right } = part as Extract<Expression, { is: 'infix' }>;
  if (is !== 'infix' || operator !== '-' || left.is !== 'infix' || left.operator !== '-') return null;
  const numbers = [left.left, left.right, right].map((each) => (each.is === 'number' ? each.value : ''));
  return /^\d{4}-\d\d?-\d\d?$/.test(numbers.join('-')) ? numbers.join('-') : null;
}

const isDay = (expression: Expression) => expression.is === 'call' && todays.has(expression.name);

/** On MySQL "amount" is a text of six letters, on SQLite and elsewhere a column. */
function checkDoubleQuotes(query: Query, tokens: readonly Token[], tables: readonly string[]): void {
  const written = tokens.filter(({ kind, source }) => kind === 'text' && source.startsWith('"'));
  if (written.length === 0) return;
  const read = views.filter((view) => tables.includes(view.name));
  const names = new Set(read.flatMap((view) => view.columns.map((column) => column.name)));
  visit(query, (part) => {
    if (part.is === 'select') for (const { alias } of part.items) if (alias) names.add(smallLetters(alias.text));
    return true;
  });
  for (const { value } of written) {
    if (!names.has(smallLetters(value))) continue;
    refuse(
      `"${value}" is a text here, since it stands in double quotes; there is a column of that name.`,
      `Write ${/^\w+$/.test(value) ? value : `\`${value}\``} for the column, '${value}' for the text.`,
    );
  }
}
