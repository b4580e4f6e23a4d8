import { expect, test } from 'vitest';
import { fromFirstWord, isBlank } from '../../../src/store/reader/sqlite-text.ts';

test.each([
  ['select 1', 'select 1'],
  [' \n\t;; -- no\n/* with */ With x; --', 'With x; --'],
  ['/* open', ''],
  ['', ''],
  ['(SELECT 1)', '(SELECT 1)'],
  ['\u00a0SELECT 1', '\u00a0SELECT 1'],
])('%j begins at %j', (sql, rest) => {
  expect(fromFirstWord(sql)).toBe(rest);
});

test.each([
  ['', true],
  [' ; -- a\n /* b */;', true],
  ['-- a', true],
  ['/* a', true],
  ['/* a */ b', false],
  ['-- a\nb', false],
  ['/* * / */ /**/ x', false],
  ['\u00a0', false],
  ['\0', false],
])('%j is blank: %s', (text, blank) => {
  expect(isBlank(`SELECT 1${text}`, 8)).toBe(blank);
});

test('a megabyte of comments is read in no time', () => {
  const start = performance.now();
  expect(isBlank(`${'/**/'.repeat(250_000)}x`, 0)).toBe(false);
  expect(isBlank('-'.repeat(1_000_000), 0)).toBe(true);
  expect(performance.now() - start).toBeLessThan(1_000);
});
