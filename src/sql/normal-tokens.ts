/** One spelling for what can be written in several ways that mean the same. */

import { refuse } from './refuse.ts';
import type { Dialect, Token } from './tokens.ts';

const symbol = (value: string): Token => ({ kind: 'symbol', value, source: value });
const word = (value: string): Token => ({ kind: 'word', value, source: value });
const spelled: Readonly<Record<string, Token>> = { '!=': symbol('<>'), '==': symbol('='), '&&': word('AND') };

/** After these a sign belongs to the number that follows, not between two. */
const beforeOperand =
  /^(?:[-+*/%=<>(,~&|]|<=>|<<|>>|<=|>=|<>|\|\||SELECT|DISTINCT|AND|OR|XOR|NOT|WHEN|THEN|ELSE|CASE|WHERE|HAVING|ON|BY|BETWEEN|LIKE|IN|IS|LIMIT|OFFSET|INTERVAL|DIV|MOD)$/;

/** The same query with the spellings that this room knows. Throws QueryRefused for several statements. */
export function normalTokens(tokens: readonly Token[], dialect: Dialect): Token[] {
  const normal: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const is = (offset: number, ...values: string[]) => {
      const other = tokens[at + offset];
      return other !== undefined && isPlain(other) && values.includes(other.value);
    };
    const before = normal.at(-1);
    if (token.kind === 'text' && before && isPlain(before) && (before.value === 'AS' || before.value === ')')) {
      normal.push({ ...token, kind: 'name' }); // SUM(amount) AS 'total', SUM(amount) 'total'
    } else if (!isPlain(token)) {
      normal.push(token);
    } else if (token.value === ';') {
      if (tokens.slice(at).some((each) => each.value !== ';' || each.kind !== 'symbol')) {
        refuse('These are several statements.', 'Write one SELECT at a time.');
      }
      break;
    } else if (isSign(token, before) && (dialect === 'mysql' || tokens[at + 1]?.kind === 'number')) {
      // It says nothing; but on SQLite +day is compared in another way than day.
    } else if (token.value === 'RLIKE' && dialect === 'mysql') {
      normal.push(word('REGEXP'));
    } else if (
      token.value === 'MOD' &&
      dialect === 'mysql' &&
      before &&
      !(isPlain(before) && beforeOperand.test(before.value))
    ) {
      normal.push(symbol('%'));
    } else if (dialect === 'sqlite' && token.value === 'IS' && is(1, 'DISTINCT') && is(2, 'FROM')) {
      normal.push(token, word('NOT'));
      at += 2;
    } else if (dialect === 'sqlite' && token.value === 'IS' && is(1, 'NOT') && is(2, 'DISTINCT') && is(3, 'FROM')) {
      normal.push(token);
      at += 3;
    } else if (token.value === 'NUMERIC' && before?.value === 'AS' && is(1, '(', ')')) {
      normal.push(word('DECIMAL'));
    } else if (token.value === 'DISTINCTROW') {
      normal.push(word('DISTINCT'));
    } else if (dialect === 'sqlite' && (token.value === 'ISNULL' || token.value === 'NOTNULL') && !is(1, '(')) {
      normal.push(word('IS'), ...(token.value === 'NOTNULL' ? [word('NOT')] : []), word('NULL'));
    } else if (token.value === 'LIMIT' && tokens[at + 1]?.kind === 'number' && is(2, ',')) {
      const [first, second] = [tokens[at + 1] as Token, tokens[at + 3]];
      if (second?.kind !== 'number') refuse('LIMIT takes numbers.', 'Write LIMIT 10, or LIMIT 10 OFFSET 20.');
      normal.push(token, second as Token, word('OFFSET'), first);
      at += 3;
    } else {
      normal.push(spelled[token.value] ?? token);
    }
  }
  return normal;
}

/** A plus sign before a value, not between two. */
function isSign(token: Token, before: Token | undefined): boolean {
  return token.value === '+' && (before === undefined || (isPlain(before) && beforeOperand.test(before.value)));
}

/** A keyword, an unquoted name or a sign: not what stands in quotes, not a number. */
export function isPlain(token: Token): boolean {
  return token.kind === 'word' || token.kind === 'symbol';
}

/** Words that change nothing where they stand. */
const silent = new Set(['AS', 'ASC', 'INNER', 'OUTER']);

/** The first token of `asked` that is not in `printed` at its place, or null when both say the same. */
export function firstDifference(asked: readonly Token[], printed: readonly Token[]): Token | null {
  const telling = (tokens: readonly Token[]) =>
    tokens.filter((token) => token.kind !== 'word' || !silent.has(token.value));
  const [one, other] = [telling(asked), telling(printed)];
  const at = one.findIndex((token, index) => token.kind !== other[index]?.kind || token.value !== other[index]?.value);
  if (at >= 0) return one[at] as Token;
  return one.length === other.length ? null : (one.at(-1) ?? null);
}
