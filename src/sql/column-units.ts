/** What the columns of an answer are amounts of, so that they can be written as money. */

import { views } from '../store/reader/views.ts';
import type { Expression, Query, Select, Source } from './tree.ts';

/** An amount in the ledger's own currency, one in its entry's, a plain number, or what can't be told. */
export type Unit = 'home' | 'amount' | 'number' | null;

/** What a name stands for; a null key never matches. */
type Columns = ReadonlyMap<string, Unit>;

interface Tables {
  /** What a table of WITH brings. */
  readonly ctes: ReadonlyMap<string, Columns>;
}

/** The unit of each column, in their order; null where the columns can't be told. */
export function columnUnits(query: Query): readonly Unit[] | null {
  return unitsOf(query, { ctes: new Map() })?.map(([, unit]) => unit) ?? null;
}

type Named = readonly [name: string, unit: Unit];

function unitsOf(query: Query, outside: Tables): readonly Named[] | null {
  const ctes = new Map(outside.ctes);
  for (const { name, columns, query: inner } of query.with?.ctes ?? []) {
    const units = unitsOf(inner, { ctes }) ?? [];
    ctes.set(name.text, new Map(units.map(([own, unit], at) => [columns[at]?.text ?? own, unit])));
  }
  if (query.is === 'nested') return unitsOf(query.query, { ctes });
  if (query.is === 'select') return selectUnits(query, { ctes });
  if (query.is === 'values') return null;
  const right = unitsOf(query.right, { ctes });
  return (
    unitsOf(query.left, { ctes })?.map(([name, unit], at) => [name, right?.[at]?.[1] === unit ? unit : null]) ?? null
  );
}

function selectUnits({ items, from }: Select, tables: Tables): readonly Named[] | null {
  const columns: Columns = new Map(from ? columnsOf(from, tables) : []);
  const named: Named[] = [];
  for (const { of, alias } of items) {
    if (of.is === 'star') {
      if (!from || items.length > 1) return null;
      named.push(...columnsOf(from, tables));
    } else {
      named.push([alias?.text ?? (of.is === 'column' ? of.name.text : ''), unitOf(of, columns, tables)]);
    }
  }
  return named;
}

function columnsOf(source: Source, tables: Tables): Named[] {
  if (source.is === 'joined') {
    return [source.first, ...source.joins.map((join) => join.source)].flatMap((each) => columnsOf(each, tables));
  }
  if (source.is === 'query') return [...(unitsOf(source.query, tables) ?? [])];
  const cte = tables.ctes.get(source.name.text);
  if (cte) return [...cte];
  const view = views.find(({ name }) => name === source.name.text);
  return (view?.columns ?? []).map(({ name }) => [
    name,
    name === 'amount_home' ? 'home' : name === 'amount' ? 'amount' : null,
  ]);
}

/** Calls that give back what they are given. */
const keeping = new Set(
  'SUM AVG MIN MAX TOTAL ROUND ABS COALESCE IFNULL NULLIF CEIL CEILING FLOOR GREATEST LEAST LAG LEAD FIRST_VALUE LAST_VALUE NTH_VALUE MEDIAN STDDEV IF IIF'.split(
    ' ',
  ),
);
/** Calls whose first part only decides. */
const deciding = new Set(['IF', 'IIF']);

function unitOf(expression: Expression, columns: Columns, tables: Tables): Unit {
  const unit = (each: Expression): Unit => unitOf(each, columns, tables);
  switch (expression.is) {
    case 'number':
      return 'number';
    case 'column':
      return columns.get(expression.name.text) ?? null;
    case 'prefix':
    case 'parens':
    case 'cast':
      return unit(expression.of);
    case 'case': {
      const outcomes = [
        ...expression.whens.map(([, then]) => then),
        ...(expression.otherwise ? [expression.otherwise] : []),
      ];
      return common(outcomes.map(unit));
    }
    case 'call': {
      const { name, args } = expression;
      if (name === 'COUNT') return 'number';
      if (!keeping.has(name)) return null;
      if (name === 'ROUND') return args[0] ? unit(args[0]) : null;
      return common(args.slice(deciding.has(name) ? 1 : 0).map(unit));
    }
    case 'infix':
      return combined(expression.operator, unit(expression.left), unit(expression.right));
    case 'value':
      return unitsOf(expression.query, tables)?.[0]?.[1] ?? null;
    default:
      return null;
  }
}

/** An amount beside plain numbers (a zero, an offset) stays one. */
function common(units: readonly Unit[]): Unit {
  const amounts = new Set(units.filter((unit) => unit !== 'number'));
  if (amounts.size > 1) return null;
  const [amount = units.length > 0 ? 'number' : null] = amounts;
  return amount;
}

function combined(operator: string, left: Unit, right: Unit): Unit {
  if (left === null || right === null) return null;
  if (operator === '+' || operator === '-') return common([left, right]);
  if (operator === '*') return left !== 'number' && right !== 'number' ? null : common([left, right]);
  if (operator === '/') return right === 'number' ? left : left === right ? 'number' : null;
  return null;
}
