/** The library's queries as ours. */

import type { Node } from './parser.ts';
import { namesOf, readOrder, readWindow } from './read-call.ts';
import { readExpression } from './read-expression.ts';
import { listOf, nameFrom, nameOrNull, notKnown, onlyFields, partsOf, type Reading } from './read-node.ts';
import { refuse } from './refuse.ts';
import type { Expression, Frill, Item, Join, Query, Select, Source, With } from './tree.ts';

const joinKinds: Readonly<Record<string, string>> = {
  ...{ Implicit: ',', Inner: 'JOIN', Cross: 'CROSS JOIN', Left: 'LEFT JOIN', Right: 'RIGHT JOIN', Full: 'FULL JOIN' },
  ...{ Natural: 'NATURAL JOIN', NaturalLeft: 'NATURAL LEFT JOIN', NaturalRight: 'NATURAL RIGHT JOIN' },
};
const frills = ['with', 'order_by', 'limit', 'offset'];

/** Throws QueryRefused for what is no SELECT, and for what has no place in our tree. */
export function readQuery(node: unknown, reading: Reading): Query {
  const [kind, fields] = partsOf(node);
  switch (kind) {
    case 'select':
      return readValues(fields, reading) ?? readSelect(fields, reading);
    case 'union':
    case 'except':
    case 'intersect': {
      onlyFields(kind, fields, ['left', 'right', 'all', 'distinct', ...frills]);
      const [left, right] = [readQuery(fields.left, reading), readQuery(fields.right, reading)];
      const extent = fields.all ? ' ALL' : fields.distinct ? ' DISTINCT' : '';
      return { is: 'set', operator: kind.toUpperCase() + extent, left, right, ...readFrills(fields, reading) };
    }
    case 'subquery':
      onlyFields(kind, fields, ['this', ...frills]);
      return { is: 'nested', query: readQuery(fields.this, reading), ...readFrills(fields, reading) };
    case 'values': {
      onlyFields(kind, fields, ['expressions']);
      const rows = listOf(fields.expressions).map((row) => all((row as Node).expressions, reading));
      return { is: 'values', rows, ...readFrills({}, reading) };
    }
    default:
      return refuse('This only reads: write a SELECT.', 'Write `tables` to see what there is.');
  }
}

function readSelect(fields: Node, reading: Reading): Select {
  if (fields.top) refuse("TOP can't be used here.", 'Write LIMIT 10 at the end.');
  const known = 'expressions from joins where_clause group_by having windows distinct'.split(' ');
  onlyFields('select', fields, [...known, ...frills]);
  const condition = (field: unknown) => (field ? readExpression((field as Node).this, reading) : null);
  if (listOf(fields.expressions).length === 0) refuse('There is nothing between SELECT and FROM.', 'Write * for all.');
  const groups = (fields.group_by ?? {}) as Node;
  onlyFields('group by', groups, ['expressions']);
  const groupBy = listOf(groups.expressions).filter((each) => partsOf(each)[0] !== 'rollup');
  return {
    is: 'select',
    distinct: fields.distinct === true,
    items: listOf(fields.expressions).map((each) => readItem(each, reading)),
    from: readFrom(fields, reading),
    where: condition(fields.where_clause),
    groupBy: all(groupBy, reading),
    rollup: groupBy.length < listOf(groups.expressions).length,
    having: condition(fields.having),
    windows: listOf(fields.windows).map((each) => {
      const { name, spec } = each as Node;
      return { name: nameFrom(name), window: readWindow(spec as Node, reading, false) };
    }),
    ...readFrills(fields, reading),
  };
}

/** Beside UNION the library makes "SELECT * FROM VALUES … AS _values" of VALUES. */
function readValues(fields: Node, reading: Reading): Query | null {
  const [source] = listOf((fields.from as Node | null)?.expressions);
  const values = (source as Node | undefined)?.values as Node | undefined;
  const isMade = values !== undefined && (values.alias as Node | null)?.name === '_values';
  return isMade ? readQuery({ values: { expressions: values.expressions } }, reading) : null;
}

function readItem(node: unknown, reading: Reading): Item {
  const [kind, fields] = partsOf(node);
  if (kind !== 'alias') return { of: readExpression(node, reading), alias: null };
  onlyFields('alias', fields, ['this', 'alias']);
  return { of: readExpression(fields.this, reading), alias: nameFrom(fields.alias) };
}

function readFrills(fields: Node, reading: Reading): Frill {
  // A SELECT's limit is a node of its own, that of a UNION is the expression.
  const count = (field: unknown): Expression | null => {
    if (!field) return null;
    const inner = (field as Node).this;
    return readExpression(inner ?? field, reading);
  };
  return {
    with: fields.with ? readWith(fields.with as Node, reading) : null,
    orderBy: fields.order_by ? readOrder((fields.order_by as Node).expressions, reading) : [],
    limit: count(fields.limit),
    offset: count(fields.offset),
  };
}

function readWith(fields: Node, reading: Reading): With {
  onlyFields('with', fields, ['ctes', 'recursive']);
  const ctes = listOf(fields.ctes).map((each) => {
    const cte = each as Node;
    onlyFields('with', cte, ['alias', 'this', 'columns', 'materialized']);
    return {
      name: nameFrom(cte.alias),
      columns: namesOf(cte.columns),
      materialized: typeof cte.materialized === 'boolean' ? cte.materialized : null,
      query: readQuery(cte.this, reading),
    };
  });
  return { recursive: fields.recursive === true, ctes };
}

function readFrom(fields: Node, reading: Reading): Source | null {
  const from = (fields.from ?? {}) as Node;
  onlyFields('from', from, ['expressions']);
  const [first, ...others] = listOf(from.expressions).map((each) => readSource(each, reading));
  if (!first) return null;
  const commas = others.map((source): Join => ({ kind: ',', source, on: null, using: [] }));
  const joins = [...commas, ...readJoins(fields.joins, reading)];
  return joins.length === 0 ? first : { is: 'joined', first, joins, inParens: false };
}

function readJoins(field: unknown, reading: Reading): Join[] {
  return listOf(field).map((each) => {
    const join = each as Node;
    onlyFields('join', join, ['this', 'on', 'using', 'kind']);
    const kind = joinKinds[String(join.kind)] ?? notKnown(`${join.kind} join`);
    const on = join.on ? readExpression(join.on, reading) : null;
    return { kind, source: readSource(join.this, reading), on, using: namesOf(join.using) };
  });
}

function readSource(node: unknown, reading: Reading): Source {
  const [kind, fields] = partsOf(node);
  switch (kind) {
    case 'table': {
      if (fields.schema || fields.catalog) {
        refuse('A table is written here by its name alone.', 'Leave out what stands before the dot.');
      }
      if (Array.isArray(fields.hints) && fields.hints.length > 0) {
        refuse("An index can't be chosen here.", 'Leave out USE, FORCE or IGNORE INDEX.');
      }
      onlyFields(kind, fields, ['name', 'alias']);
      return { is: 'table', name: nameFrom(fields.name), alias: nameOrNull(fields.alias) };
    }
    case 'subquery': {
      onlyFields(kind, fields, ['this', 'alias', 'column_aliases']);
      const query = readQuery(fields.this, reading);
      return { is: 'query', query, alias: nameOrNull(fields.alias), columns: namesOf(fields.column_aliases) };
    }
    case 'joined_table': {
      onlyFields(kind, fields, ['left', 'joins']);
      return {
        is: 'joined',
        first: readSource(fields.left, reading),
        joins: readJoins(fields.joins, reading),
        inParens: true,
      };
    }
    case 'paren':
      onlyFields(kind, fields, ['this']);
      return inParens(readSource(fields.this, reading));
    case 'function':
      return refuse("A function can't stand in place of a table here.", 'Read from entries, budgets or categories.');
    default:
      return notKnown(`${kind} after FROM`);
  }
}

function all(field: unknown, reading: Reading): Expression[] {
  return listOf(field).map((each) => readExpression(each, reading));
}

/** Of ((a JOIN b) JOIN c) the library keeps the outer parentheses twice. */
function inParens(source: Source): Source {
  const isWrapped = source.is === 'joined' && source.inParens && source.first.is === 'joined' && source.first.inParens;
  return isWrapped ? source : { is: 'joined', first: source, joins: [], inParens: true };
}
