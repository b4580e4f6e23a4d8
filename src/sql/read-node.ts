/** Taking the library's nodes apart, with an eye on what they hold besides. */

import { unmarked } from './library-text.ts';
import type { Node } from './parser.ts';
import { refuse } from './refuse.ts';
import type { Name } from './tree.ts';

/** What is read together: the texts that the library saw numbers of. */
export interface Reading {
  readonly texts: readonly string[];
}

/** Fields that say where something stood, or how it was written where that doesn't matter. */
const unread =
  /^(?:span|.*comments|inferred_type|alias_explicit_as|alias_keyword|explicit_asc|alias_first|nesting_group|use_(?:outer|inner)_keyword)$/;

/** A node's kind and its fields. */
export function partsOf(node: unknown): [kind: string, fields: Node] {
  const entries = Object.entries((node ?? {}) as Node);
  const [kind, fields] = entries[0] ?? ['nothing', {}];
  if (entries.length !== 1) return notKnown('nothing');
  return [kind, (fields ?? {}) as Node];
}

/** Refuses a node that says more than the fields that are read of it. */
export function onlyFields(what: string, fields: Node, known: readonly string[]): void {
  for (const [key, value] of Object.entries(fields)) {
    if (!known.includes(key) && !unread.test(key) && isSaid(value)) notKnown(`${what} ${key}`);
  }
}

function isSaid(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
}

/** For what the library understands and this room does not. */
export function notKnown(what: string): never {
  return refuse(
    `There is a part in it that can't be used here (${what.replaceAll('_', ' ')}).`,
    'Write it more simply.',
  );
}

export function nameFrom(field: unknown): Name {
  const { name, quoted } = (field ?? {}) as { name?: unknown; quoted?: unknown };
  if (typeof name !== 'string' || name === '') return notKnown('a name');
  return { text: unmarked(name), isQuoted: quoted === true };
}

export const nameOrNull = (field: unknown): Name | null => (field ? nameFrom(field) : null);

export function listOf(field: unknown): readonly unknown[] {
  return Array.isArray(field) ? field : field ? notKnown('a list') : [];
}

export function textOf(value: unknown, { texts }: Reading): string {
  const index = /^s(\d+)$/.exec(String(value))?.[1];
  return texts[Number(index)] ?? notKnown('a text');
}
