/**
 * Functions of one database that are taken on the other as well: the few that people use for days and choices, where both
 * give the same. The rest is refused with the name to write instead.
 */

import { print } from './print.ts';
import { refuse } from './refuse.ts';
import type { Dialect } from './tokens.ts';
import type { Call, Expression, Query, Select } from './tree.ts';
import { changed } from './walk.ts';

/** Formats of days that DATE_FORMAT and STRFTIME read alike. */
const commonFormat = /^(?:[^%]|%[Ymdjw])*$/;

/**
 * The query in the functions of its own database, and with the person's day for today when it is given. A result's column
 * keeps the heading that it would have had. Throws QueryRefused where a function has no counterpart.
 */
export function ownFunctions(query: Query, dialect: Dialect, today: string | undefined): Query {
  const own = dialect === 'sqlite' ? onSqlite : onMysql;
  const rewrite = <Tree>(tree: Tree): Tree =>
    changed(tree, (part) => {
      if (part.is !== 'call') return part;
      const call = own(part);
      return call.is === 'call' && today ? withToday(call, dialect, today) : call;
    });
  const headed = changed(query, (part) => (part.is === 'select' ? withHeadings(part, dialect, rewrite) : part));
  return rewrite(headed);
}

function withHeadings(select: Select, dialect: Dialect, rewrite: (tree: Expression) => Expression): Select {
  const items = select.items.map((item) => {
    if (item.alias || rewrite(item.of) === item.of) return item;
    const text = print(item.of, { dialect });
    return text.length > 64 || /["`\\]/.test(text) ? item : { ...item, alias: { text, isQuoted: true } };
  });
  return { ...select, items };
}

function onSqlite(call: Call): Expression {
  const [first, second] = call.args;
  const part = { YEAR: '%Y', MONTH: '%m', DAY: '%d', DAYOFMONTH: '%d' }[call.name];
  if (part && first && !second) {
    return { is: 'cast', of: { ...call, name: 'STRFTIME', args: [text(part), first] }, type: 'INTEGER' };
  }
  if (call.name === 'DATE_FORMAT' && first && second?.is === 'text') {
    if (commonFormat.test(second.value)) return { ...call, name: 'STRFTIME', args: [second, first] };
    refuse('DATE_FORMAT takes only %Y, %m and %d on this database.', "Write STRFTIME('%Y-%m', day).");
  }
  if (call.name === 'CURDATE') return { ...call, name: 'DATE', args: [text('now')] };
  if (call.name === 'NOW') return { ...call, name: 'DATETIME', args: [text('now')] };
  if (call.name === 'IF' && call.args.length === 3) return { ...call, name: 'IIF' };
  if (call.name === 'GROUP_CONCAT' && call.separator) {
    if (call.distinct) refuse("DISTINCT and SEPARATOR don't go together on this database.", 'Leave one of them out.');
    return { ...call, args: [...call.args, call.separator], separator: null };
  }
  return call;
}

function onMysql(call: Call): Expression {
  const [first, second] = call.args;
  if (call.name === 'IIF' && call.args.length === 3) return { ...call, name: 'IF' };
  if (call.name === 'STRFTIME') {
    const isCommon = first?.is === 'text' && commonFormat.test(first.value) && call.args.length === 2;
    if (isCommon && second && !isNow(second)) return { ...call, name: 'DATE_FORMAT', args: [second, first] };
    refuse(
      "STRFTIME can't be used like this on this database.",
      "Write DATE_FORMAT(day, '%Y-%m'), or CURDATE() for the day.",
    );
  }
  if (call.name === 'DATE' && (call.args.length !== 1 || (first && isNow(first)))) {
    if (call.args.length === 1) return { ...call, name: 'CURDATE', args: [] };
    refuse('DATE takes one day on this database.', 'Write CURDATE() - INTERVAL 1 MONTH.');
  }
  return call;
}

const text = (value: string): Expression => ({ is: 'text', value });
const isNow = (expression: Expression) => expression.is === 'text' && expression.value.toLowerCase() === 'now';

const days = new Set(['CURRENT_DATE', 'CURDATE']);
const moments = new Set(['CURRENT_TIMESTAMP', 'NOW', 'LOCALTIME', 'LOCALTIMESTAMP']);
/** With the place of the day among their arguments. */
const sqliteClocks: Readonly<Record<string, number>> = {
  DATE: 0,
  DATETIME: 0,
  JULIANDAY: 0,
  UNIXEPOCH: 0,
  STRFTIME: 1,
};

/** The person's day is a text, as the days of entries are; a moment is its beginning. */
function withToday(call: Call, dialect: Dialect, today: string): Expression {
  if (days.has(call.name)) return text(today);
  if (moments.has(call.name)) return text(`${today} 00:00:00`);
  const at = dialect === 'sqlite' ? sqliteClocks[call.name] : undefined;
  if (at === undefined) return call;
  const day = call.args[at];
  if (day && !isNow(day)) return call;
  // The day is the person's already.
  const rest = call.args.slice(at + 1).filter((each) => each.is !== 'text' || !/^(?:localtime|utc)$/i.test(each.value));
  if (call.name === 'DATE' && rest.length === 0) return text(today);
  return { ...call, args: [...call.args.slice(0, at), text(today), ...rest] };
}
