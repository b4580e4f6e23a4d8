/** Writes a tree as SQL of one database, each part as it was asked, on one line. */

import { views } from '../store/reader/views.ts';
import { printCall, printOrder, printWindow } from './print-call.ts';
import type { Dialect } from './tokens.ts';
import type { Expression, Frill, Join, Name, Query, Select, Source } from './tree.ts';

export interface Style {
  readonly dialect: Dialect;
  /** Literals as "?" and names that people gave as "_", so that nobody's figures and words are in it. */
  readonly isMasked?: boolean;
}

export function printQuery(query: Query, style: Style): string {
  const { with: before, orderBy, limit, offset } = query;
  return join([
    before &&
      `WITH ${before.recursive ? 'RECURSIVE ' : ''}${before.ctes.map((cte) => printCte(cte, style)).join(', ')}`,
    printBody(query, style),
    orderBy.length > 0 && `ORDER BY ${orderBy.map((order) => printOrder(order, style)).join(', ')}`,
    limit && `LIMIT ${print(limit, style)}`,
    offset && `OFFSET ${print(offset, style)}`,
  ]);
}

function printCte(cte: NonNullable<Frill['with']>['ctes'][number], style: Style): string {
  const columns = cte.columns.length > 0 ? ` (${printNames(cte.columns, style)})` : '';
  const kept = cte.materialized === null ? '' : cte.materialized ? 'MATERIALIZED ' : 'NOT MATERIALIZED ';
  return `${printName(cte.name, style)}${columns} AS ${kept}(${printQuery(cte.query, style)})`;
}

function printBody(query: Query, style: Style): string {
  switch (query.is) {
    case 'set':
      return `${printQuery(query.left, style)} ${query.operator} ${printQuery(query.right, style)}`;
    case 'values':
      return `VALUES ${query.rows.map((row) => `(${printAll(row, style)})`).join(', ')}`;
    case 'nested':
      return `(${printQuery(query.query, style)})`;
    case 'select':
      return printSelect(query, style);
  }
}

function printSelect(select: Select, style: Style): string {
  const { from, where, groupBy, having, windows } = select;
  const items = select.items.map(({ of, alias }) => print(of, style) + (alias ? ` AS ${printName(alias, style)}` : ''));
  return join([
    `SELECT ${select.distinct ? 'DISTINCT ' : ''}${items.join(', ')}`,
    from && `FROM ${printSource(from, style)}`,
    where && `WHERE ${print(where, style)}`,
    groupBy.length > 0 && `GROUP BY ${printAll(groupBy, style)}${select.rollup ? ' WITH ROLLUP' : ''}`,
    having && `HAVING ${print(having, style)}`,
    windows.length > 0 &&
      `WINDOW ${windows.map(({ name, window }) => `${printName(name, style)} AS ${printWindow(window, style)}`).join(', ')}`,
  ]);
}

function printSource(source: Source, style: Style): string {
  if (source.is === 'joined') {
    const inner = printSource(source.first, style) + source.joins.map((each) => printJoin(each, style)).join('');
    return source.inParens ? `(${inner})` : inner;
  }
  const alias = source.alias ? ` AS ${printName(source.alias, style)}` : '';
  if (source.is === 'table') return printName(source.name, style) + alias;
  const columns = source.columns.length > 0 ? ` (${printNames(source.columns, style)})` : '';
  return `(${printQuery(source.query, style)})${alias}${columns}`;
}

function printJoin({ kind, source, on, using }: Join, style: Style): string {
  const joined = printSource(source, style);
  const condition = on ? ` ON ${print(on, style)}` : using.length > 0 ? ` USING (${printNames(using, style)})` : '';
  return `${kind === ',' ? ',' : ` ${kind}`} ${joined}${condition}`;
}

export function print(expression: Expression, style: Style): string {
  const inner = (each: Expression) => print(each, style);
  switch (expression.is) {
    case 'column':
      return `${expression.table ? `${printName(expression.table, style)}.` : ''}${printName(expression.name, style)}`;
    case 'star':
      return expression.table ? `${printName(expression.table, style)}.*` : '*';
    case 'text':
      return style.isMasked ? '?' : printText(expression.value, style);
    case 'number':
      return style.isMasked ? '?' : expression.value;
    case 'word':
      return expression.value;
    case 'call':
      return printCall(expression, style);
    case 'infix':
      return `${inner(expression.left)} ${expression.operator} ${inner(expression.right)}`;
    case 'prefix':
      // Two minus signs in a row would begin a comment.
      return `${expression.operator} ${inner(expression.of)}`;
    case 'postfix':
      return `${inner(expression.of)} ${expression.operator}`;
    case 'like': {
      const operator = expression.operator.replace('MATCHES', style.dialect === 'mysql' ? 'REGEXP' : 'GLOB');
      const ending = expression.escape ? ` ESCAPE ${inner(expression.escape)}` : '';
      return `${inner(expression.of)} ${operator} ${inner(expression.pattern)}${ending}`;
    }
    case 'between': {
      const { of, not, low, high } = expression;
      return `${inner(of)} ${not ? 'NOT ' : ''}BETWEEN ${inner(low)} AND ${inner(high)}`;
    }
    case 'in': {
      const { among } = expression;
      const list = 'is' in among ? printQuery(among, style) : printList(among, style);
      return `${inner(expression.of)} ${expression.not ? 'NOT ' : ''}IN (${list})`;
    }
    case 'case':
      return join([
        'CASE',
        expression.of && inner(expression.of),
        ...expression.whens.map(([when, then]) => `WHEN ${inner(when)} THEN ${inner(then)}`),
        expression.otherwise && `ELSE ${inner(expression.otherwise)}`,
        'END',
      ]);
    case 'cast':
      return `CAST(${inner(expression.of)} AS ${expression.type})`;
    case 'collate':
      return `${inner(expression.of)} COLLATE ${expression.collation}`;
    case 'worded': {
      const parts = expression.parts.map((part) => (typeof part === 'string' ? part : inner(part)));
      return `${expression.name}(${parts.join(' ')})`;
    }
    case 'interval':
      return `INTERVAL ${inner(expression.of)} ${expression.unit}`;
    case 'dated':
      return `${expression.type} ${style.isMasked ? '?' : printText(expression.value, style)}`;
    case 'exists':
      return `EXISTS (${printQuery(expression.query, style)})`;
    case 'compared':
      return `${inner(expression.of)} ${expression.operator} ${expression.to} (${printQuery(expression.query, style)})`;
    case 'value':
      return `(${printQuery(expression.query, style)})`;
    case 'parens':
      return `(${inner(expression.of)})`;
    case 'tuple':
      return `(${printAll(expression.items, style)})`;
  }
}

export function printAll(expressions: readonly Expression[], style: Style): string {
  return expressions.map((each) => print(each, style)).join(', ');
}

/** Lists of literals of any length have one shape. */
function printList(items: readonly Expression[], style: Style): string {
  const isLiteral = items.every(({ is }) => is === 'text' || is === 'number');
  return style.isMasked && isLiteral && items.length > 1 ? '?, …' : printAll(items, style);
}

/** What is called so by us; other names are somebody's words. */
const ownNames = new Set(views.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]));

export function printName({ text, isQuoted }: Name, { dialect, isMasked }: Style): string {
  if (isMasked) return ownNames.has(text) ? text : '_';
  if (!isQuoted) return text;
  return dialect === 'mysql' ? `\`${text}\`` : `"${text}"`;
}

function printNames(names: readonly Name[], style: Style): string {
  return names.map((name) => printName(name, style)).join(', ');
}

function printText(text: string, { dialect }: Style): string {
  const escaped = dialect === 'mysql' ? text.replaceAll('\\', '\\\\') : text;
  return `'${escaped.replaceAll("'", "''")}'`;
}

function join(parts: readonly (string | false | null)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
}
