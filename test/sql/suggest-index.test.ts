import { expect, test } from 'vitest';
import { checkQuery } from '../../src/sql/check-query.ts';
import { suggestIndex } from '../../src/sql/suggest-index.ts';

const suggested = async (sql: string) => suggestIndex((await checkQuery(sql, 'mysql')).shape);

test.each([
  ["SELECT SUM(amount) FROM entries WHERE merchant = 'Zara'", /^\(ledgerId, merchant\)/],
  ["SELECT SUM(e.amount) FROM entries AS e WHERE e.merchant IN ('Zara', 'Aldi')", /^\(ledgerId, merchant\)/],
  ["SELECT day FROM entries WHERE added_by = 'Ana' AND amount > 5", /^\(ledgerId, personId, day\)/],
  ["SELECT day FROM entries WHERE kind = 'income'", /^\(ledgerId, kind, day\)/],
  ["SELECT day FROM entries WHERE currency = 'USD'", /^\(ledgerId, currency, day\)/],
  ["SELECT day FROM entries WHERE month = '2026-11'", /condition on day itself/],
  ['SELECT day FROM entries WHERE YEAR(day) = 2026', /condition on day itself/],
  ["SELECT day FROM entries WHERE DATE_FORMAT(day, '%Y-%m') = '2026-11'", /condition on day itself/],
])('%s', async (sql, text) => {
  expect(await suggested(sql)).toMatch(text);
});

test.each([
  'SELECT SUM(amount) FROM entries',
  "SELECT SUM(amount) FROM entries WHERE day >= '2026-01-01' AND kind = 'expense'",
  "SELECT SUM(amount) FROM entries WHERE category = 'dining' AND merchant = 'Zara'",
  "SELECT note FROM entries WHERE note LIKE '%lunch%'",
  "SELECT note FROM entries WHERE kind = 'income' OR amount > 5",
  "SELECT * FROM budgets WHERE currency = 'EUR'",
  'SELECT merchant, SUM(amount) FROM entries GROUP BY merchant',
])('nothing for %s', async (sql) => {
  expect(await suggested(sql)).toBeNull();
});
