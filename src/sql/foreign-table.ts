/** The first table that a query reads and that is not there, told from its words alone: for queries that can't be read whole. */

import { views } from '../store/reader/views.ts';
import type { Token } from './tokens.ts';
import { smallLetters } from './walk.ts';

/** Null where every table is known, or where nothing but a SELECT is asked. */
export function foreignTable(tokens: readonly Token[]): string | null {
  if (!/^(?:SELECT|WITH|\()$/.test(tokens[0]?.value ?? '')) return null;
  const known = new Set(views.map(({ name }) => name));
  for (const [at, token] of tokens.entries()) {
    // "WITH months AS (": a name of the query's own.
    if (isName(tokens[at]) && tokens[at + 1]?.value === 'AS' && tokens[at + 2]?.value === '(') known.add(nameOf(token));
  }
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word' || !/^(?:FROM|JOIN)$/.test(token.value)) continue;
    const next = tokens[at + 1];
    // EXTRACT(YEAR FROM day) and TRIM(BOTH 'x' FROM note) read no table; a call is no table either.
    if (!next || !isName(next) || isInCall(tokens, at) || tokens[at + 2]?.value === '(') continue;
    // With a database before its name it is refused for that.
    if (tokens[at + 2]?.value !== '.' && !known.has(nameOf(next))) return next.source.replace(/^["`[]|["`\]]$/g, '');
  }
  return null;
}

function isName(token: Token | undefined): boolean {
  return token?.kind === 'name' || (token?.kind === 'word' && token.value !== 'SELECT' && token.value !== 'DUAL');
}

function nameOf({ source }: Token): string {
  return smallLetters(source.replace(/^["`[]|["`\]]$/g, ''));
}

function isInCall(tokens: readonly Token[], from: number): boolean {
  let depth = 0;
  for (let at = from - 1; at >= 0; at--) {
    const { value } = tokens[at] as Token;
    if (value === ')') depth += 1;
    else if (value === '(' && depth-- === 0)
      return /^(?:EXTRACT|TRIM|SUBSTRING|SUBSTR|OVERLAY)$/.test(tokens[at - 1]?.value ?? '');
  }
  return false;
}
