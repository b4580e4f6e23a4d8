/** Properties that hold for any query, and for anything that isn't one. */

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkQuery } from '../../src/sql/check-query.ts';
import { warmUp } from '../../src/sql/parser.ts';
import type { Dialect } from '../../src/sql/tokens.ts';
import { QueryRefused } from '../../src/store/reader/ledger-reader.ts';
import { openMysqlSample, openSqliteSample, type SampleLedger } from './sample-ledger.ts';

const ledgers: SampleLedger[] = [];

beforeAll(async () => {
  await warmUp();
  ledgers.push(await openSqliteSample());
  const mysql = await openMysqlSample();
  if (mysql) ledgers.push(mysql);
});
afterAll(async () => {
  for (const ledger of ledgers) await ledger.close();
});

/** Pieces of a query; spaces come between them. */
type Pieces = readonly string[];

const columns = [
  'id',
  'day',
  'month',
  'kind',
  'amount',
  'currency',
  'amount_home',
  'category',
  'merchant',
  'note',
  'added_by',
];
const text = fc
  .constantFrom('lunch', "it''s", 'dining', '2026-10-01', '%a%', '/* no */', '-- no', 'Zara', '', 'é;', '"')
  .map((each) => `'${each}'`);
const number = fc.oneof(fc.integer({ min: 0, max: 99 }).map(String), fc.constantFrom('0.5', '12.25', '1e2'));

const inRow = (...parts: (string | Pieces)[]): Pieces => parts.flat();

const list = (items: readonly Pieces[]): Pieces => items.flatMap((item, at) => (at > 0 ? [',', ...item] : item));

/** Values, and conditions; each may stand in the other, in parentheses where the grammar wants them. */
const { expression, condition } = fc.letrec<{ expression: Pieces; condition: Pieces; leaf: Pieces }>((tie) => ({
  leaf: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...columns).map((each) => [each]) },
    { weight: 1, arbitrary: fc.constantFrom(...columns).map((each) => ['e', '.', each]) },
    { weight: 2, arbitrary: fc.oneof(text, number).map((each) => [each]) },
    { weight: 1, arbitrary: fc.constant(['NULL']) },
  ),
  expression: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'query' },
    tie('leaf'),
    fc
      .tuple(tie('expression'), fc.constantFrom('+', '-', '*', '/', '&', '|', '<<', '%'), tie('expression'))
      .map(([left, sign, right]) => inRow(left, sign, right)),
    fc.tuple(fc.constantFrom('-', '~'), tie('leaf')).map(([sign, of]) => inRow(sign, of)),
    tie('expression').map((of) => inRow('(', of, ')')),
    tie('condition').map((of) => inRow('(', of, ')')),
    fc
      .tuple(tie('condition'), tie('expression'), tie('expression'))
      .map(([when, then, other]) => inRow('CASE', 'WHEN', when, 'THEN', then, 'ELSE', other, 'END')),
    fc
      .tuple(fc.constantFrom('COALESCE', 'IFNULL', 'NULLIF'), tie('expression'), tie('condition'))
      .map(([name, one, other]) => inRow(name, '(', one, ',', other, ')')),
    fc
      .tuple(fc.constantFrom('ABS', 'UPPER', 'LENGTH', 'TRIM'), tie('expression'))
      .map(([name, of]) => inRow(name, '(', of, ')')),
  ),
  condition: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'query' },
    fc.tuple(tie('leaf'), fc.boolean()).map(([of, not]) => inRow(of, 'IS', not ? 'NOT' : [], 'NULL')),
    fc
      .tuple(tie('expression'), fc.constantFrom('=', '<>', '!=', '<', '<=', '>', '>='), tie('expression'))
      .map(([left, sign, right]) => inRow(left, sign, right)),
    fc
      .tuple(tie('expression'), fc.boolean(), text)
      .map(([of, not, pattern]) => inRow(of, not ? 'NOT' : [], 'LIKE', pattern)),
    fc
      .tuple(tie('expression'), fc.boolean(), fc.array(fc.oneof(text, number), { minLength: 1, maxLength: 3 }))
      .map(([of, not, items]) => inRow(of, not ? 'NOT' : [], 'IN', '(', list(items.map((each) => [each])), ')')),
    fc
      .tuple(tie('expression'), fc.boolean(), tie('expression'), tie('expression'))
      .map(([of, not, low, high]) => inRow(of, not ? 'NOT' : [], 'BETWEEN', low, 'AND', high)),
    fc
      .tuple(tie('condition'), fc.constantFrom('AND', 'OR'), tie('condition'))
      .map(([left, word, right]) => inRow(left, word, right)),
    tie('condition').map((of) => inRow('NOT', of)),
    tie('condition').map((of) => inRow('(', of, ')')),
  ),
}));

const rowsQuery = fc
  .tuple(
    fc.array(expression, { minLength: 1, maxLength: 3 }),
    fc.option(condition, { nil: undefined }),
    fc.constantFrom<Pieces>([], ['LIMIT', '5'], ['LIMIT', '3', 'OFFSET', '2']),
  )
  .map(([items, where, limit]) => {
    const named = list(items.map((item, at) => inRow(item, 'AS', `c${at}`)));
    return inRow(
      'SELECT',
      named,
      'FROM',
      'entries',
      'AS',
      'e',
      where ? inRow('WHERE', where) : [],
      ['ORDER', 'BY', 'e', '.', 'id'],
      limit,
    );
  });

const groupedQuery = fc
  .tuple(
    fc.constantFrom('category', 'kind', 'month', 'merchant'),
    fc.constantFrom('SUM', 'AVG', 'MIN', 'MAX', 'COUNT'),
    fc.constantFrom('amount', 'amount_home'),
    fc.boolean(),
    fc.option(condition, { nil: undefined }),
  )
  .map(([by, summary, column, distinct, where]) =>
    inRow(
      [
        'SELECT',
        by,
        ',',
        summary,
        '(',
        ...(distinct ? ['DISTINCT'] : []),
        column,
        ')',
        'AS',
        'result',
        ',',
        'COUNT',
        '(',
        '*',
        ')',
      ],
      ['FROM', 'entries', 'AS', 'e'],
      where ? inRow('WHERE', where) : [],
      ['GROUP', 'BY', by, 'HAVING', 'COUNT', '(', '*', ')', '>', '0', 'ORDER', 'BY', '1'],
    ),
  );

const query = fc.oneof({ weight: 2, arbitrary: rowsQuery }, { weight: 1, arbitrary: groupedQuery });

/** The same query with other spaces, remarks and capitals. */
const rewritten = (pieces: Pieces) =>
  fc
    .array(fc.tuple(fc.constantFrom(' ', '\n', '\t', '  ', ' /* remark */ ', ' -- remark\n', '\u00a0'), fc.boolean()), {
      minLength: pieces.length,
      maxLength: pieces.length,
    })
    .map((ways) =>
      pieces
        .map((piece, at) => {
          const [space, isLoud] = ways[at] ?? [' ', false];
          const shown =
            piece.startsWith("'") || /^c\d$/.test(piece) ? piece : isLoud ? piece.toUpperCase() : piece.toLowerCase();
          return shown + space;
        })
        .join(''),
    );

test('any SELECT over the views runs, and gives the rows of what was asked', async () => {
  for (const ledger of ledgers) {
    await fc.assert(
      fc.asyncProperty(query, async (pieces) => {
        const sql = pieces.join(' ');
        // What the database itself doesn't take (a number too large) tells nothing.
        const asked = await ledger.run(sql).catch(() => null);
        fc.pre(asked !== null);
        const checked = await checkQuery(sql, ledger.dialect);
        expect(await ledger.run(checked.sql)).toEqual(asked);
      }),
      { numRuns: 150 },
    );
  }
});

test.each<Dialect>(['sqlite', 'mysql'])('spaces, remarks and capitals change nothing on %s', async (dialect) => {
  const both = query.chain((pieces) => fc.tuple(fc.constant(pieces.join(' ')), rewritten(pieces)));
  await fc.assert(
    fc.asyncProperty(both, async ([plain, decorated]) => {
      const one = await checkQuery(plain, dialect);
      const other = await checkQuery(decorated, dialect);
      expect([other.sql.toLowerCase(), other.shape, other.columns]).toEqual([
        one.sql.toLowerCase(),
        one.shape,
        one.columns,
      ]);
    }),
    { numRuns: 80 },
  );
});

test.each<Dialect>(['sqlite', 'mysql'])('what was written anew stays as it is on %s', async (dialect) => {
  await fc.assert(
    fc.asyncProperty(query, async (pieces) => {
      const { sql, shape } = await checkQuery(pieces.join(' '), dialect);
      const again = await checkQuery(sql, dialect);
      expect([again.sql, again.shape]).toEqual([sql, shape]);
    }),
    { numRuns: 60 },
  );
});

describe.each<Dialect>(['sqlite', 'mysql'])('on %s', (dialect) => {
  /** Milliseconds; a refusal is an answer, anything else that is thrown fails the test. */
  async function timeOf(sql: string): Promise<number> {
    const started = performance.now();
    await checkQuery(sql, dialect, { today: '2026-11-21' }).catch((error: unknown) => {
      if (!(error instanceof QueryRefused)) throw error;
      expect(error.message).not.toBe('');
      expect(error.hint).not.toBe('');
      expect(`${error.message} ${error.hint}`).not.toMatch(/undefined|\[object/);
    });
    return performance.now() - started;
  }

  const words = fc.constantFrom(
    ...'SELECT FROM WHERE entries budgets amount ( ) , . ; * + - / = < > \' " ` [ ] @ # -- /* */ /*! NOT IN LIKE BETWEEN AND OR'.split(
      ' ',
    ),
    ...'CASE WHEN THEN END WITH AS RECURSIVE UNION ALL OVER PARTITION BY ORDER LIMIT 1 2.5 NULL INTO JOIN ON USING VALUES'.split(
      ' ',
    ),
    ...'INTERVAL DAY CAST EXTRACT GROUP_CONCAT SEPARATOR DATE COUNT DISTINCT EXISTS IS GLOB REGEXP ESCAPE :: -> => {d { } \\ \u0000 é 😀'.split(
      ' ',
    ),
  );
  const garbage = fc.oneof(
    fc.string({ maxLength: 200, unit: 'binary' }),
    fc.array(words, { maxLength: 60 }).map((each) => each.join(' ')),
    fc.array(words, { maxLength: 40 }).map((each) => `SELECT ${each.join(' ')} FROM entries`),
    fc
      .tuple(query, fc.nat(), words)
      .map(([pieces, at, word]) => pieces.toSpliced(at % pieces.length, 1, word).join(' ')),
    fc.tuple(query, fc.nat()).map(([pieces, at]) => pieces.toSpliced(at % pieces.length, 1).join(' ')),
    fc.tuple(query, fc.nat()).map(([pieces, at]) => pieces.join(' ').slice(0, at % 120)),
  );

  test('anything is answered or refused, and soon', async () => {
    const times: number[] = [];
    await fc.assert(
      fc.asyncProperty(garbage, async (sql) => {
        times.push(await timeOf(sql));
      }),
      { numRuns: 400 },
    );
    // The middle one: on a machine that is busy with other tests a few wait for their turn.
    times.sort((one, other) => one - other);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(50);
  });
});
