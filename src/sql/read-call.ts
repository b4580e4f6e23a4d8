/** The library's function calls and windows as ours. */

import { unmarked } from './library-text.ts';
import type { Node } from './parser.ts';
import { readExpression } from './read-expression.ts';
import { listOf, nameFrom, nameOrNull, notKnown, onlyFields, partsOf, type Reading } from './read-node.ts';
import type { Call, Expression, Frame, FrameBound, Order, Window } from './tree.ts';

/** A call of a plain name; GROUP_CONCAT has a kind of its own, since words stand between its arguments. */
export function readCall(kind: string, fields: Node, reading: Reading): Call {
  const filter = fields.filter ? readExpression(fields.filter, reading) : null;
  const distinct = fields.distinct === true;
  if (kind === 'group_concat') {
    onlyFields(kind, fields, ['this', 'separator', 'order_by', 'distinct', 'filter']);
    const [inside, { name, args }] = partsOf(fields.this);
    const several = inside === 'function' && name === 'CONCAT';
    return {
      is: 'call',
      name: 'GROUP_CONCAT',
      args: several ? expressions(args, reading) : [readExpression(fields.this, reading)],
      distinct,
      orderBy: readOrder(fields.order_by, reading),
      separator: fields.separator ? readExpression(fields.separator, reading) : null,
      filter,
    };
  }
  onlyFields(kind, fields, ['name', 'args', 'distinct', 'filter', 'no_parens', 'use_bracket_syntax']);
  const name = unmarked(String(fields.name)).toUpperCase();
  const args = expressions(fields.args, reading);
  return { is: 'call', name, args, distinct, filter, ...(fields.no_parens === true && { bare: true }) };
}

export function readWindowCall(fields: Node, reading: Reading): Call {
  const call = readExpression(fields.this, reading);
  if (call.is !== 'call' || call.over) return notKnown('OVER');
  return { ...call, over: readWindow(fields.over as Node, reading, true) };
}

export function readWindow(fields: Node, reading: Reading, isOver: boolean): Window {
  onlyFields('window', fields, ['window_name', 'partition_by', 'order_by', 'frame']);
  const window = {
    name: nameOrNull(fields.window_name),
    partitionBy: expressions(fields.partition_by, reading),
    orderBy: readOrder(fields.order_by, reading),
    frame: fields.frame ? readFrame(fields.frame as Node, reading) : null,
  };
  const isBare = window.partitionBy.length === 0 && window.orderBy.length === 0 && window.frame === null;
  return { ...window, isNameOnly: isOver && isBare && window.name !== null };
}

export function readOrder(field: unknown, reading: Reading): Order[] {
  return listOf(field).map((each) => {
    const order = each as Node;
    onlyFields('order', order, ['this', 'desc', 'nulls_first']);
    return {
      by: readExpression(order.this, reading),
      descending: order.desc === true,
      nulls: order.nulls_first === true ? 'FIRST' : order.nulls_first === false ? 'LAST' : null,
    };
  });
}

function expressions(field: unknown, reading: Reading): Expression[] {
  return listOf(field).map((each) => readExpression(each, reading));
}

function readFrame(frame: Node, reading: Reading): Frame {
  onlyFields('frame', frame, ['kind', 'start', 'end', 'exclude', 'kind_text', 'start_side_text', 'end_side_text']);
  return {
    kind: String(frame.kind).toUpperCase(),
    start: readBound(frame.start, reading),
    end: frame.end ? readBound(frame.end, reading) : null,
    exclude: frame.exclude ? worded(String(frame.exclude)) : null,
  };
}

function readBound(bound: unknown, reading: Reading): FrameBound {
  if (typeof bound === 'string') return { of: null, side: worded(bound) };
  const [side, fields] = partsOf(bound);
  if (side !== 'Preceding' && side !== 'Following') return notKnown('frame');
  return { of: readExpression(fields, reading), side: side.toUpperCase() };
}

/** "UnboundedPreceding" → "UNBOUNDED PRECEDING" */
function worded(name: string): string {
  return name.replace(/\B[A-Z]/g, ' $&').toUpperCase();
}

/** Names in brackets after a table's or a window's name. */
export function namesOf(field: unknown) {
  return listOf(field).map(nameFrom);
}
