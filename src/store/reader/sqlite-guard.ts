/** What SQLite may do for a query: it asks here for each table, column and function while it reads the text. */

import { constants } from 'node:sqlite';
import { views } from './views.ts';

const { SQLITE_OK, SQLITE_DENY, SQLITE_SELECT, SQLITE_READ, SQLITE_FUNCTION, SQLITE_RECURSIVE } = constants;

/** Why a query was stopped; `name` as the query or SQLite spells it. */
export interface Denial {
  readonly what: 'table' | 'function' | 'statement';
  readonly name: string;
}

export interface Guard {
  /** For DatabaseSync.setAuthorizer. It lets everything through until a query begins. */
  readonly authorize: (
    action: number,
    first: string | null,
    second: string | null,
    schema: string | null,
    view: string | null,
  ) => number;
  /** Runs `work` with nothing allowed but reading the views. `tables`: the names of all tables that the file has. */
  during<T>(tables: readonly string[], work: () => T): T;
  /** The first thing that the last query was denied. */
  denial(): Denial | undefined;
}

/**
 * The first table of SQLite's own that a text names: schemas, statistics, and those that it makes up when they are
 * named. A name has only one spelling, quoted or not, so none is missed, and sometimes a word in a string is taken
 * for one.
 */
export function ownTableIn(sql: string): string | undefined {
  return ownTable.exec(sql)?.[0];
}

const ownTable = /(sqlite_|pragma_)\w*|jsonb?_(each|tree)|dbstat/i;

/** `secret` begins the names of the inner views, as in `viewStatements`. `modules`: virtual tables that SQLite has. */
export function newGuard(secret: string, modules: readonly string[]): Guard {
  const names = new Set(views.map((view) => view.name));
  let hidden: ReadonlySet<string> | undefined;
  let denial: Denial | undefined;

  const deny = (what: Denial['what'], name: string | null): number => {
    denial ??= { what, name: name ?? '' };
    return SQLITE_DENY;
  };

  /** `column` is empty for a table of which rows are counted but nothing is read. */
  function mayRead(table: string, column: string, schema: string | null, view: string | null): boolean {
    if (view?.startsWith(secret) || table.startsWith(secret)) return true;
    if (schema === 'temp') return names.has(table.toLowerCase());
    // Without a schema and a column it is a view, the query's own WITH, or a table that SQLite says by its name only.
    return schema === null && column === '' && !hidden?.has(table.toLowerCase()) && !ownTable.test(table);
  }

  return {
    authorize(action, first, second, schema, view) {
      if (!hidden || action === SQLITE_SELECT || action === SQLITE_RECURSIVE) return SQLITE_OK;
      if (action === SQLITE_READ) {
        return mayRead(first ?? '', second ?? '', schema, view) ? SQLITE_OK : deny('table', first);
      }
      if (action === SQLITE_FUNCTION) return functions.has(second ?? '') ? SQLITE_OK : deny('function', second);
      return deny('statement', first);
    },
    during(tables, work) {
      denial = undefined;
      hidden = new Set([...tables, ...modules].map((name) => name.toLowerCase()));
      try {
        return work();
      } finally {
        hidden = undefined;
      }
    },
    denial: () => denial,
  };
}

/**
 * What a query may call, by the names that SQLite has them under. Not in it: what makes large values out of nothing
 * (randomblob, zeroblob), what tells of the connection (changes, sqlite_version) and what comes with the full-text,
 * R-tree and session extensions.
 */
const functions: ReadonlySet<string> = new Set(
  `abs avg ceil ceiling char coalesce concat concat_ws count cume_dist current_date current_time current_timestamp date
  datetime dense_rank exp first_value floor format glob group_concat hex if ifnull iif instr json json_array
  json_array_length json_extract json_group_array json_group_object json_object json_quote json_type json_valid
  julianday lag last_value lead length like likelihood likely ln log log10 log2 lower ltrim max median min mod nth_value
  ntile nullif octet_length percent_rank percentile percentile_cont percentile_disc pi pow power printf quote random
  rank replace round row_number rtrim sign sqrt strftime string_agg substr substring sum time timediff total trim trunc
  typeof unhex unicode unixepoch unlikely upper -> ->>`.split(/\s+/),
);
