/** Which names a query uses, and whether they are there. */

import { type View, views } from '../store/reader/views.ts';
import { nearest } from './nearest.ts';
import { refuse } from './refuse.ts';
import type { Expression, Item, Name, Query, Select, Source } from './tree.ts';
import { smallLetters } from './walk.ts';

/** What a query reads from; `columns` is null where it can't be told. */
interface Table {
  /** As it is called in the query, in small letters. */
  readonly name: string;
  /** For people: "entries", or the alias of a query. */
  readonly title: string;
  readonly columns: readonly string[] | null;
}

interface Scope {
  readonly ctes: ReadonlyMap<string, readonly string[] | null>;
  readonly tables: readonly Table[];
  /** Names that the SELECT gives to what it finds. */
  readonly aliases: readonly string[];
  readonly outer: Scope | null;
}

export interface UsedNames {
  /** The views that are read, in the order of `views`. */
  readonly tables: readonly string[];
  /** The views' columns that are read, each once, like "entries.amount". "entries.*" for all of them. */
  readonly columns: readonly string[];
}

/** What people call things that are called otherwise here. */
const alsoCalled: Readonly<Record<string, string>> = {
  ...{ transactions: 'entries', transaction: 'entries', expenses: 'entries', expense: 'entries', spending: 'entries' },
  ...{ purchases: 'entries', payments: 'entries', records: 'entries', entry: 'entries', budget: 'budgets' },
  ...{ date: 'day', created_at: 'day', price: 'amount', cost: 'amount', value: 'amount', sum: 'amount' },
  ...{
    vendor: 'merchant',
    shop: 'merchant',
    store: 'merchant',
    payee: 'merchant',
    description: 'note',
    comment: 'note',
  },
  ...{ memo: 'note', text: 'note', type: 'kind', category_name: 'category', user: 'added_by', person: 'added_by' },
  ...{ author: 'added_by', year: 'month', limit: 'amount' },
};

const low = (name: Name | string) => smallLetters(typeof name === 'string' ? name : name.text);

/** Throws QueryRefused for a table that isn't there, and for a column where that is certain. */
export function namesIn(query: Query): UsedNames {
  const used = new Set<string>();
  checkQueryNames(query, { ctes: new Map(), tables: [], aliases: [], outer: null }, used);
  const tables = views.filter(({ name }) => used.has(name)).map(({ name }) => name);
  return { tables, columns: [...used].filter((name) => name.includes('.')).sort() };
}

/** The names of the columns that come out, or null where they can't be told. */
function checkQueryNames(query: Query, outside: Scope, used: Set<string>): readonly string[] | null {
  const ctes = new Map(outside.ctes);
  for (const cte of query.with?.ctes ?? []) {
    const named = cte.columns.length > 0 ? cte.columns.map(low) : null;
    if (query.with?.recursive || isRecursive(cte.query, low(cte.name))) ctes.set(low(cte.name), named);
    const found = checkQueryNames(cte.query, { ...outside, ctes }, used);
    ctes.set(low(cte.name), named ?? found);
  }
  const scope = { ...outside, ctes };
  if (query.is === 'select') return checkSelect(query, scope, used);
  if (query.is === 'nested') return checkQueryNames(query.query, scope, used);
  if (query.is === 'values') {
    for (const row of query.rows) checkExpressions(row, scope, used);
    return null;
  }
  const found = checkQueryNames(query.left, scope, used);
  checkQueryNames(query.right, scope, used);
  return found;
}

/** SQLite lets a table of WITH read itself without the word RECURSIVE. */
function isRecursive(query: Query, name: string): boolean {
  const sources = (each: Query): boolean =>
    each.is === 'set'
      ? sources(each.left) || sources(each.right)
      : each.is === 'select' && each.from !== null && readsFrom(each.from, name);
  return sources(query);
}

function readsFrom(source: Source, name: string): boolean {
  if (source.is === 'table') return low(source.name) === name;
  return (
    source.is === 'joined' &&
    [source.first, ...source.joins.map((join) => join.source)].some((each) => readsFrom(each, name))
  );
}

function checkSelect(select: Select, outside: Scope, used: Set<string>): readonly string[] | null {
  const tables: Table[] = [];
  if (select.from) addTables(select.from, outside, tables, used);
  const names = tables.map(({ name }) => name);
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) < at);
  if (twice)
    refuse(`"${twice}" is read twice under the same name.`, `Give each a name: ${twice} AS a JOIN ${twice} AS b.`);
  const aliases = select.items.flatMap(({ alias }) => (alias ? [low(alias)] : []));
  const scope: Scope = { ctes: outside.ctes, tables, aliases, outer: outside };
  const { items, from, where, groupBy, having, windows, orderBy, limit, offset } = select;
  checkExpressions(
    [items, from && joinsOf(from), where, groupBy, having, windows, orderBy, limit, offset],
    scope,
    used,
  );
  return columnsOf(items, tables);
}

function addTables(source: Source, scope: Scope, tables: Table[], used: Set<string>): void {
  if (source.is === 'joined') {
    for (const each of [source.first, ...source.joins.map((join) => join.source)]) addTables(each, scope, tables, used);
  } else if (source.is === 'query') {
    const found = checkQueryNames(source.query, { ...scope, tables: [], aliases: [] }, used);
    const title = source.alias?.text ?? '';
    tables.push({ name: low(title), title, columns: source.columns.length > 0 ? source.columns.map(low) : found });
  } else {
    const name = low(source.name);
    const alias = low(source.alias ?? source.name);
    if (scope.ctes.has(name)) {
      tables.push({ name: alias, title: source.name.text, columns: scope.ctes.get(name) ?? null });
    } else {
      const view = viewCalled(source.name.text, scope);
      used.add(view.name);
      tables.push({ name: alias, title: view.name, columns: view.columns.map((column) => column.name) });
    }
  }
}

function viewCalled(name: string, scope: Scope): View {
  const view = views.find((each) => each.name === name.toLowerCase());
  if (view) return view;
  return refuseTable(name, [...scope.ctes.keys()]);
}

/** Says that there is no such table, and which may have been meant; `own` are the names that the query makes. */
export function refuseTable(name: string, own: readonly string[] = []): never {
  const known = [...views.map((each) => each.name), ...own];
  const meant = nearest(name, known) ?? alsoCalled[name.toLowerCase()];
  refuse(
    `There is no table "${name}". There are entries, budgets and categories.`,
    meant ? `Did you mean ${meant}?` : seeTables,
  );
}

const seeTables = 'Write `tables` to see what is in them.';

function joinsOf(source: Source): unknown[] {
  if (source.is !== 'joined') return [];
  return [joinsOf(source.first), ...source.joins.map((join) => [join.on, joinsOf(join.source)])];
}

/** Checks every column in these, and the queries within them. */
function checkExpressions(tree: unknown, scope: Scope, used: Set<string>): void {
  if (tree === null || typeof tree !== 'object') return;
  const part = tree as Expression | Query;
  if (part.is === 'select' || part.is === 'set' || part.is === 'values' || part.is === 'nested') {
    checkQueryNames(part, scope, used);
  } else if (part.is === 'column') {
    checkColumn(part.table, part.name, scope, used);
  } else if (part.is === 'star') {
    const tables = part.table ? [tableCalled(part.table, scope)] : scope.tables;
    for (const table of tables) if (isView(table)) used.add(`${table.title}.*`);
  } else {
    const isCount = part.is === 'call' && part.args[0]?.is === 'star'; // COUNT(*) reads no column
    for (const value of Object.values(isCount ? { ...part, args: [] } : tree)) checkExpressions(value, scope, used);
  }
}

const isView = ({ title, columns }: Table) => columns !== null && views.some((view) => view.name === title);

function tableCalled(name: Name, scope: Scope): Table {
  const seen: string[] = [];
  for (let at: Scope | null = scope; at; at = at.outer) {
    const table = at.tables.find((each) => each.name === low(name));
    if (table) return table;
    seen.push(...at.tables.map((each) => each.name));
  }
  const meant = nearest(name.text, seen) ?? seen[0];
  return refuse(
    `Nothing is called "${name.text}" after FROM.`,
    meant ? `Did you mean ${meant}?` : 'Leave out what stands before the dot.',
  );
}

function checkColumn(table: Name | null, name: Name, scope: Scope, used: Set<string>): void {
  const column = low(name);
  const candidates = table ? [tableCalled(table, scope)] : null;
  const seen: Table[] = [];
  for (let at: Scope | null = scope; at; at = at.outer) {
    for (const each of candidates ?? at.tables) {
      if (each.columns === null) return;
      if (each.columns.includes(column)) {
        if (isView(each)) used.add(`${each.title}.${column}`);
        return;
      }
      seen.push(each);
    }
    if (!table && at.aliases.includes(column)) return;
    if (candidates) break;
  }
  refuseColumn(name, seen, scope.aliases);
}

function refuseColumn(name: Name, tables: readonly Table[], aliases: readonly string[]): never {
  const known = tables.flatMap((each) => each.columns ?? []);
  const also = alsoCalled[low(name)];
  const meant = nearest(name.text, [...known, ...aliases]) ?? (also && known.includes(also) ? also : null);
  const place = tables.length === 1 && tables[0]?.title ? ` in ${tables[0].title}` : '';
  const message =
    tables.length === 0
      ? `There is no table to take "${name.text}" from.`
      : `There is no column "${name.text}"${place}.`;
  if (name.isQuoted && !meant) refuse(message, `A text is written in single quotes: '${name.text}'.`);
  refuse(
    message,
    meant
      ? `Did you mean ${meant}?`
      : known.length > 0
        ? `There are ${[...new Set(known)].join(', ')}; a text stands in quotes: '${name.text}'.`
        : seeTables,
  );
}

/** A query that doubles its columns forty times over is left to the database's own limits. */
const MOST_COLUMNS = 500;

function columnsOf(items: readonly Item[], tables: readonly Table[]): readonly string[] | null {
  const names: string[] = [];
  for (const { of, alias } of items) {
    if (alias) names.push(low(alias));
    else if (of.is === 'column') names.push(low(of.name));
    else if (of.is === 'star') {
      const from = of.table ? tables.filter((each) => each.name === low(of.table ?? '')) : tables;
      for (const { columns } of from) {
        if (columns === null || names.length > MOST_COLUMNS) return null;
        names.push(...columns);
      }
    } else return null;
  }
  return names;
}
