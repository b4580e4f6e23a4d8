import { expect, test } from 'vitest';
import { splitStatements } from '../../src/store/migration-statements.ts';

const cases: [name: string, sql: string, dialect: 'sqlite' | 'mysql', statements: string[]][] = [
  ['nothing but blanks and comments', ' ;\n-- a\n/* b; */ ; ', 'sqlite', []],
  ['the last one without a semicolon', 'A 1;\nB 2', 'sqlite', ['A 1', 'B 2']],
  ['semicolons and dashes in text', "A 'x;y -- z''; /* w';B", 'sqlite', ["A 'x;y -- z''; /* w'", 'B']],
  ['quoted names', 'A "x;""y" `z;`;B', 'sqlite', ['A "x;""y" `z;`', 'B']],
  ['a quote in a comment', "A -- don't;\n 1;B /* ' ; */ 2", 'sqlite', ['A  \n 1', 'B   2']],
  ['a comment between two words', 'A/**/B', 'sqlite', ['A B']],
  ['minus and division', 'A 4-2/1;B', 'sqlite', ['A 4-2/1', 'B']],
  ["SQLite's plain backslash", "A '\\';B", 'sqlite', ["A '\\'", 'B']],
  ["MySQL's backslash", 'A \'\\\';B\';C "\\";"', 'mysql', ["A '\\';B'", 'C "\\";"']],
  ["MySQL's number sign", "A # don't;\n1;B", 'mysql', ['A  \n1', 'B']],
  ["MySQL's double minus", 'A 1--2;B', 'mysql', ['A 1--2', 'B']],
  ["MySQL's conditional comment", 'A /*!50000 1 */;B', 'mysql', ['A /*!50000 1 */', 'B']],
];

test.each(cases)('splits %s', (_, sql, dialect, statements) => {
  expect(splitStatements(sql, dialect)).toEqual(statements);
});
