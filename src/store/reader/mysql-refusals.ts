/** MySQL's and MariaDB's errors as sentences for whoever wrote the query. */

import { PlatformError } from '../../errors.ts';
import { QueryRefused } from './ledger-reader.ts';
import type { TextFault } from './mysql-text.ts';
import { views } from './views.ts';

const engine = (message: string, hint: string) => new QueryRefused('engine', message, hint);
const limit = (message: string, hint: string) => new QueryRefused('limit', message, hint);
const tables = views.map((view) => view.name).join(', ');

/** For a query that was ended after `milliseconds`. */
export function tooSlow(milliseconds: number): QueryRefused {
  return limit(`The query took longer than ${milliseconds / 1_000} seconds.`, 'Narrow it down, by day or category.');
}

/** For a text that is no single SELECT. */
export function notASelect(): QueryRefused {
  return engine('Only a query that reads can run.', 'Write one statement that begins with SELECT.');
}

/** For a text that does not reach the server. */
export function refusalOfText(fault: TextFault): QueryRefused {
  switch (fault) {
    case 'long':
      return limit('The query is too long.', 'Ask for less at a time.');
    case 'order':
      return engine('A comment that begins with /*! or /*+ is an order to the database.', 'Leave it out.');
    case 'statement':
      return notASelect();
    case 'lock':
      return engine('A query can’t lock what it reads.', 'Leave FOR UPDATE and the like out.');
    case 'variable':
      return engine('A query can’t use variables.', 'Write the value itself.');
    case 'system':
      return noTable('');
    case 'function':
      return noFunction('');
  }
}

// https://mariadb.com/kb/en/mariadb-error-codes/ and MySQL's Server Error Message Reference; above 1899 they differ.
const timedOut = new Set([1317, 1969, 3024]);
const needsTooMuch = new Set([1021, 1037, 1038, 1041, 1104, 1114, 1135, 1153, 1301, 1436, 4015, 3636]);
const noSuchTable = new Set([1049, 1109, 1142, 1143, 1146]);
const forbidden = new Set([1044, 1045, 1227, 1290, 1295, 1314, 1792]);
const tooManyParts = new Set([1056, 1116, 1117, 1118, 1390, 1473, 4001]);
/** The views lead nowhere: made by another version, or their definer is gone. */
const brokenViews = new Set([1345, 1356, 1449]);
const trouble = new Set([1040, 1053, 1203, 1205, 1213, 1927, 2013]);

/**
 * What an error of the server during a query means: QueryRefused, or PlatformError when the query is not to blame.
 * A sentence repeats nothing of the server's but words that stand in the query.
 */
export function refusalOf(error: unknown, sql: string, milliseconds: number): unknown {
  if (!(error instanceof Error)) return error;
  const errno = 'errno' in error && typeof error.errno === 'number' ? error.errno : 0;
  if (timedOut.has(errno)) return tooSlow(milliseconds);
  // MariaDB's word for its --max-session-mem-used.
  if (needsTooMuch.has(errno) || (errno === 1290 && error.message.includes('mem-used'))) {
    return limit('The query needs too much memory.', 'Ask for fewer rows at a time, or for sums.');
  }
  if (tooManyParts.has(errno)) return limit('The query is too large.', 'Write it with fewer parts.');
  if (forbidden.has(errno)) return notASelect();
  if (brokenViews.has(errno)) {
    return new PlatformError('The views that queries read are out of date. Run purser migrate.', { cause: error });
  }
  const isOutside = errno < 1000 || trouble.has(errno) || 'fatal' in error;
  if (isOutside) return new PlatformError('The database can’t be read right now.', { cause: error });
  const named = namedIn(error.message, sql);
  if (noSuchTable.has(errno)) return noTable(named);
  return sentences[errno]?.(named) ?? engine('The database can’t run this query.', 'Write it another way.');
}

function noTable(name: string): QueryRefused {
  return engine(name ? `There is no table ${name}.` : 'There is no such table.', `The tables are ${tables}.`);
}

const sentences: Readonly<Record<number, (named: string) => QueryRefused>> = {
  1052: (name) => engine(`More than one table has a column ${name}.`, 'Write its table before it: entries.day.'),
  1054: (name) => engine(`There is no column ${name}.`, columns()),
  1064: (near) =>
    near
      ? engine(`The query can’t be read at “${near}”.`, 'Look at the commas, quotes and brackets there.')
      : engine('The query can’t be read.', 'Is a bracket or a quote missing?'),
  1065: () => engine('The query is empty.', 'Write one statement that begins with SELECT.'),
  1066: (name) => engine(`Two tables are called ${name}.`, 'Give one of them another name with AS.'),
  1111: () => engine('A sum or count can’t be used there.', 'It belongs into SELECT, HAVING or ORDER BY.'),
  1222: () => engine('The parts of the UNION have different numbers of columns.', 'Give each the same columns.'),
  1241: () => engine('A subquery gives more than one column.', 'Let it select a single one.'),
  1242: () => engine('A subquery gives more than one row.', 'Add LIMIT 1, or use IN.'),
  1248: () => engine('A subquery in FROM has no name.', 'Give it one: (SELECT …) AS x.'),
  1305: (name) => noFunction(name),
  1370: (name) => noFunction(name),
  1582: (name) =>
    engine(`${name || 'A function'} takes another number of arguments.`, 'Look at what stands in its brackets.'),
  1630: (name) => noFunction(name),
  1690: () => engine('A number in the query gets too large.', 'Calculate with smaller ones.'),
};

function noFunction(name: string): QueryRefused {
  const hint = 'Plain ones work: sum, count, avg, round, substr, date, coalesce and the like.';
  return engine(name ? `There is no function ${name}.` : 'There is no such function.', hint);
}

function columns(): string {
  return views.map((view) => `${view.name} has ${view.columns.map((column) => column.name).join(', ')}.`).join(' ');
}

/** The last part of the first quoted or called name in the message, if the query has it; '' otherwise. */
function namedIn(message: string, sql: string): string {
  const near = /near '(.*)' at line \d+$/s.exec(message)?.[1];
  const name = /FUNCTION (\S+) does not exist/.exec(message)?.[1] ?? /for (?:table|routine) (\S+)/.exec(message)?.[1];
  const found = near ?? name ?? /'([^']*)'/.exec(message)?.[1] ?? '';
  const last = near ?? found.replaceAll(/[`']/g, '').split('.').at(-1) ?? '';
  const isOfQuery = last !== '' && sql.toLowerCase().includes(last.toLowerCase());
  return isOfQuery ? (last.length > 60 ? `${last.slice(0, 60)}…` : last) : '';
}
