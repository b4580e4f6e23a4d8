/** The library's expressions as ours. */

import type { Node } from './parser.ts';
import { readCall, readWindowCall } from './read-call.ts';
import { listOf, nameFrom, nameOrNull, notKnown, onlyFields, partsOf, type Reading, textOf } from './read-node.ts';
import { readQuery } from './read-query.ts';
import { refuse } from './refuse.ts';
import type { Expression } from './tree.ts';

/** Two sides and a sign between them; the library calls the sides by two pairs of names. */
const infixes: Readonly<Record<string, string>> = {
  ...{ and: 'AND', or: 'OR', xor: 'XOR', eq: '=', neq: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' },
  ...{ add: '+', sub: '-', mul: '*', div: '/', mod: '%', int_div: 'DIV', concat: '||' },
  ...{ bitwise_and: '&', bitwise_or: '|', bitwise_xor: '^', bitwise_left_shift: '<<', bitwise_right_shift: '>>' },
  ...{ is: 'IS' },
};
const prefixes: Readonly<Record<string, string>> = { not: 'NOT', neg: '-', bitwise_not: '~' };
const comparisons: Readonly<Record<string, string>> = { Eq: '=', Neq: '<>', Lt: '<', Lte: '<=', Gt: '>', Gte: '>=' };

/** Throws QueryRefused for what has no place in our tree. */
export function readExpression(node: unknown, reading: Reading): Expression {
  const [kind, fields] = partsOf(node);
  const inner = (field: string) => readExpression(fields[field], reading);
  const innerOrNull = (field: string) => (fields[field] ? inner(field) : null);
  const all = (field: string) => listOf(fields[field]).map((each) => readExpression(each, reading));
  const only = (...known: string[]) => onlyFields(kind, fields, known);

  const sign = Object.hasOwn(infixes, kind) ? infixes[kind] : undefined;
  if (sign) {
    only('left', 'right', 'this', 'expression');
    return {
      is: 'infix',
      operator: sign,
      left: inner(fields.left ? 'left' : 'this'),
      right: inner(fields.right ? 'right' : 'expression'),
    };
  }
  if (Object.hasOwn(prefixes, kind)) {
    only('this');
    return { is: 'prefix', operator: prefixes[kind] ?? '', of: inner('this') };
  }
  switch (kind) {
    case 'column':
      only('name', 'table');
      return { is: 'column', table: nameOrNull(fields.table), name: nameFrom(fields.name) };
    case 'star':
      only('table');
      return { is: 'star', table: nameOrNull(fields.table) };
    case 'literal':
      return readLiteral(fields, reading);
    case 'null':
      return { is: 'word', value: 'NULL' };
    case 'boolean':
      return { is: 'word', value: fields.value ? 'TRUE' : 'FALSE' };
    case 'null_safe_eq':
      only('left', 'right');
      return { is: 'infix', operator: '<=>', left: inner('left'), right: inner('right') };
    case 'null_safe_neq':
      only('left', 'right');
      return { is: 'infix', operator: 'IS NOT', left: inner('left'), right: inner('right') };
    case 'is_null':
    case 'is_true':
    case 'is_false': {
      only('this', 'not');
      const operator = `IS ${fields.not ? 'NOT ' : ''}${kind.slice(3).toUpperCase()}`;
      return { is: 'postfix', operator, of: inner('this') };
    }
    case 'similar_to': {
      only('this', 'pattern', 'escape', 'not');
      const operator = fields.not ? 'NOT LIKE' : 'LIKE';
      return { is: 'like', operator, of: inner('this'), pattern: inner('pattern'), escape: innerOrNull('escape') };
    }
    case 'glob':
    case 'i_like': {
      only('left', 'right');
      const operator = kind === 'glob' ? 'MATCHES' : 'NOT MATCHES';
      return { is: 'like', operator, of: inner('left'), pattern: inner('right'), escape: null };
    }
    case 'between':
      only('this', 'low', 'high', 'not');
      return { is: 'between', not: fields.not === true, of: inner('this'), low: inner('low'), high: inner('high') };
    case 'in':
      only('this', 'expressions', 'query', 'not');
      return {
        is: 'in',
        not: fields.not === true,
        of: inner('this'),
        among: fields.query ? readQuery(fields.query, reading) : all('expressions'),
      };
    case 'case':
      only('operand', 'whens', 'else_');
      return {
        is: 'case',
        of: innerOrNull('operand'),
        whens: listOf(fields.whens).map((pair) => {
          const [when, then] = listOf(pair);
          return [readExpression(when, reading), readExpression(then, reading)] as const;
        }),
        otherwise: innerOrNull('else_'),
      };
    case 'cast':
      only('this', 'to');
      return { is: 'cast', of: inner('this'), type: readType(fields.to as Node) };
    case 'collation':
      only('this', 'collation');
      return { is: 'collate', of: inner('this'), collation: nameFrom({ name: fields.collation }).text };
    case 'interval':
      only('this', 'unit');
      return readInterval(fields, reading);
    case 'extract':
      only('this', 'field');
      return { is: 'worded', name: 'EXTRACT', parts: [unitOf(fields.field), 'FROM', inner('this')] };
    case 'trim': {
      only('this', 'characters', 'position', 'sql_standard_syntax', 'position_explicit');
      const side = fields.position_explicit ? [String(fields.position).toUpperCase()] : [];
      const characters = fields.characters ? [inner('characters')] : [];
      return { is: 'worded', name: 'TRIM', parts: [...side, ...characters, 'FROM', inner('this')] };
    }
    case 'substring': {
      only('this', 'start', 'length', 'from_for_syntax');
      const length = fields.length ? ['FOR', inner('length')] : [];
      return { is: 'worded', name: 'SUBSTRING', parts: [inner('this'), 'FROM', inner('start'), ...length] };
    }
    case 'str_position':
      only('this', 'substr');
      return { is: 'worded', name: 'POSITION', parts: [inner('substr'), 'IN', inner('this')] };
    case 'exists':
      only('this', 'not');
      if (fields.not) return notKnown('NOT EXISTS');
      return { is: 'exists', query: readQuery(fields.this, reading) };
    case 'any':
    case 'all': {
      only('this', 'subquery', 'op');
      const operator = comparisons[String(fields.op)] ?? notKnown('a comparison');
      const [inside, { this: query }] = partsOf(fields.subquery);
      if (inside !== 'subquery') return notKnown(kind);
      return {
        is: 'compared',
        of: inner('this'),
        operator,
        to: kind === 'any' ? 'ANY' : 'ALL',
        query: readQuery(query, reading),
      };
    }
    case 'subquery':
      only('this');
      return { is: 'value', query: readQuery(fields.this, reading) };
    case 'paren':
      only('this');
      return { is: 'parens', of: inner('this') };
    case 'tuple':
      only('expressions');
      return { is: 'tuple', items: all('expressions') };
    case 'window_function':
      only('this', 'over');
      return readWindowCall(fields, reading);
    case 'function':
    case 'aggregate_function':
    case 'group_concat':
      return readCall(kind, fields, reading);
    default:
      return notKnown(kind);
  }
}

function readLiteral({ literal_type: type, value }: Node, reading: Reading): Expression {
  if (type === 'number') return { is: 'number', value: String(value) };
  if (type === 'string') return { is: 'text', value: textOf(value, reading) };
  if (type === 'date' || type === 'timestamp') {
    return { is: 'dated', type: type === 'date' ? 'DATE' : 'TIMESTAMP', value: textOf(value, reading) };
  }
  return notKnown(`${type} literal`);
}

/** YEAR, or { Custom: 'YEAR_MONTH' } */
function unitOf(field: unknown): string {
  return String(typeof field === 'string' ? field : Object.values(field ?? {})[0]).toUpperCase();
}

/** The library makes a text of the number in INTERVAL 1 DAY; texts of the query are numbered. */
function readInterval(fields: Node, reading: Reading): Expression {
  const unit = (fields.unit ?? {}) as Node;
  if (unit.type !== 'simple') refuse('INTERVAL takes a number and a unit.', 'Write INTERVAL 7 DAY.');
  const [kind, { literal_type: type, value }] = partsOf(fields.this);
  const isNumber = kind === 'literal' && type === 'string' && /^\d+(?:\.\d+)?$/.test(String(value));
  return {
    is: 'interval',
    of: isNumber ? { is: 'number', value: String(value) } : readExpression(fields.this, reading),
    unit: String(unit.unit).toUpperCase(),
  };
}

/** By the library's names; what is written in brackets after them follows. */
const types: Readonly<Record<string, string>> = {
  ...{ char: 'CHAR', var_char: 'VARCHAR', text: 'TEXT', decimal: 'DECIMAL', double: 'DOUBLE', float: 'FLOAT' },
  ...{ int: 'INT', big_int: 'BIGINT', date: 'DATE', time: 'TIME', binary: 'BINARY' },
};
const customTypes = /^(?:SIGNED|UNSIGNED|NUMERIC|DATETIME(?:\(\d\))?)$/;

function readType(to: Node): string {
  onlyFields('type', to, ['data_type', 'name', 'length', 'precision', 'scale', 'integer_spelling', 'real_spelling']);
  const name = String(to.name ?? '').toUpperCase();
  const type =
    to.data_type === 'custom' && customTypes.test(name) ? name : (types[String(to.data_type)] ?? notKnown('this type'));
  if (to.integer_spelling) return 'INTEGER';
  if (to.real_spelling) return 'REAL';
  const size = [to.length ?? to.precision, to.scale].filter((each) => typeof each === 'number');
  return size.length > 0 ? `${type}(${size.join(', ')})` : type;
}
