/** Writes calls, windows and orders as SQL. */

import { print, printAll, printName, type Style } from './print.ts';
import type { Call, FrameBound, Order, Window } from './tree.ts';

export function printCall(call: Call, style: Style): string {
  if (call.bare) return call.name;
  const { orderBy = [], separator, filter, over } = call;
  const args = [
    call.distinct ? 'DISTINCT ' : '',
    printAll(call.args, style),
    orderBy.length > 0 ? ` ORDER BY ${orderBy.map((order) => printOrder(order, style)).join(', ')}` : '',
    separator ? ` SEPARATOR ${print(separator, style)}` : '',
  ].join('');
  const where = filter ? ` FILTER (WHERE ${print(filter, style)})` : '';
  const window = !over
    ? ''
    : ` OVER ${over.isNameOnly && over.name ? printName(over.name, style) : printWindow(over, style)}`;
  return `${call.name}(${args})${where}${window}`;
}

export function printOrder({ by, descending, nulls }: Order, style: Style): string {
  return `${print(by, style)}${descending ? ' DESC' : ''}${nulls ? ` NULLS ${nulls}` : ''}`;
}

/** In parentheses. */
export function printWindow({ name, partitionBy, orderBy, frame }: Window, style: Style): string {
  const parts = [
    name ? printName(name, style) : '',
    partitionBy.length > 0 ? `PARTITION BY ${printAll(partitionBy, style)}` : '',
    orderBy.length > 0 ? `ORDER BY ${orderBy.map((order) => printOrder(order, style)).join(', ')}` : '',
    frame ? `${frame.kind} ${printExtent(frame.start, frame.end, style)}` : '',
    frame?.exclude ? `EXCLUDE ${frame.exclude}` : '',
  ];
  return `(${parts.filter((part) => part !== '').join(' ')})`;
}

function printExtent(start: FrameBound, end: FrameBound | null, style: Style): string {
  const bound = ({ of, side }: FrameBound) => (of ? `${print(of, style)} ${side}` : side);
  return end ? `BETWEEN ${bound(start)} AND ${bound(end)}` : bound(start);
}
