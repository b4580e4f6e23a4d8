/** Which functions a query calls, and whether it may. */

import { allowedFunctions, instead } from './functions.ts';
import { nearest } from './nearest.ts';
import { refuse } from './refuse.ts';
import type { Dialect } from './tokens.ts';
import type { Call, Query } from './tree.ts';
import { visit } from './walk.ts';

/** Throws QueryRefused for a function that is not in the list of its database, and for what it has no words for. */
export function checkCalls(query: Query, dialect: Dialect): void {
  visit(query, (part) => {
    if (part.is === 'call') checkCall(part, dialect);
    if (part.is === 'worded' && dialect === 'sqlite') refuseFunction(part.name, dialect);
    if (part.is === 'interval' && dialect === 'sqlite') {
      refuse("INTERVAL can't be used on this database.", "Write DATE(day, '-7 days').");
    }
    if (part.is === 'dated' && dialect === 'sqlite') {
      refuse(`${part.type} can't stand before a text on this database.`, "Write the day alone, like '2026-11-21'.");
    }
    if (part.is === 'compared' && dialect === 'sqlite') {
      refuse(`${part.to} can't be used on this database.`, 'Write IN, or compare with (SELECT MAX(…) …).');
    }
    return true;
  });
}

function checkCall(call: Call, dialect: Dialect): void {
  if (!allowedFunctions[dialect].has(call.name)) refuseFunction(call.name, dialect);
  if (call.filter && dialect === 'mysql') {
    refuse("FILTER can't be used on this database.", 'Write SUM(CASE WHEN … THEN amount END).');
  }
}

function refuseFunction(name: string, dialect: Dialect): never {
  const known = allowedFunctions[dialect];
  const better = Object.hasOwn(instead[dialect], name) ? instead[dialect][name] : undefined;
  const near = nearest(name, known);
  refuse(
    `The function ${name} can't be used here.`,
    better ? `Write ${better}.` : near ? `Did you mean ${near.toUpperCase()}?` : 'Write `tables` to see what there is.',
  );
}
