import { describe, expect, test } from 'vitest';
import { languages } from '../../src/language.ts';
import { checkQuery } from '../../src/sql/check-query.ts';
import { explainQuery } from '../../src/sql/explain-query.ts';
import { outlineQuery } from '../../src/sql/outline.ts';
import type { Dialect } from '../../src/sql/tokens.ts';
import { views } from '../../src/store/reader/views.ts';

const today = '2026-11-21';
const taxi = `SELECT day, SUM(amount_home) AS total FROM entries WHERE kind = 'expense' AND category = 'taxi'
  AND day BETWEEN '2026-06-01' AND '2026-08-31' GROUP BY day ORDER BY total DESC LIMIT 3`;

const outline = async (sql: string, dialect: Dialect = 'sqlite') => outlineQuery(await checkQuery(sql, dialect), today);

describe('the outline', () => {
  test('of sums by day', async () => {
    expect(await outline(taxi)).toEqual({
      tables: ['entries'],
      steps: 1,
      shown: [
        { what: 'column', column: 'day' },
        { what: 'total', column: 'amount_home' },
      ],
      distinct: false,
      conditions: [
        { what: 'one of', column: 'kind', values: ['expense'], not: false },
        { what: 'one of', column: 'category', values: ['taxi'], not: false },
        { what: 'days', from: '2026-06-01', to: '2026-08-31' },
      ],
      hasOtherConditions: false,
      groups: [{ what: 'column', column: 'day' }],
      order: [{ by: { what: 'total', column: 'amount_home' }, descending: true }],
      limit: 3,
    });
  });

  // Today is Saturday, 21 November 2026.
  test.each([
    ['sqlite', "day >= '2026-06-01'", '2026-06-01', null],
    ['sqlite', "'2026-06-01' < day", '2026-06-02', null],
    ['sqlite', "day < '2026-06-01' AND day >= '2026-05-20'", '2026-05-20', '2026-05-31'],
    ['sqlite', "day = '2026-06-01'", '2026-06-01', '2026-06-01'],
    ['sqlite', "month = '2026-02'", '2026-02-01', '2026-02-28'],
    ['sqlite', "month LIKE '2026-%'", '2026-01-01', '2026-12-31'],
    ['sqlite', "day LIKE '2028-02-%'", '2028-02-01', '2028-02-29'],
    ['sqlite', "strftime('%Y-%m', day) = '2026-04'", '2026-04-01', '2026-04-30'],
    ['sqlite', "strftime('%Y', day) = '2025'", '2025-01-01', '2025-12-31'],
    ['sqlite', "day > date('now', '-7 days')", '2026-11-15', null],
    ['sqlite', "day >= date('now', 'start of month', '-1 month')", '2026-10-01', null],
    ['sqlite', 'day = CURRENT_DATE', today, today],
    ['mysql', 'YEAR(day) = 2025', '2025-01-01', '2025-12-31'],
    ['mysql', 'day >= CURDATE() - INTERVAL 1 MONTH', '2026-10-21', null],
    ['mysql', "day >= DATE '2026-03-01'", '2026-03-01', null],
  ] as const)('of days on %s: %s', async (dialect, condition, from, to) => {
    const { conditions, hasOtherConditions } = await outline(`SELECT * FROM entries WHERE ${condition}`, dialect);
    expect(conditions).toEqual([{ what: 'days', from, to }]);
    expect(hasOtherConditions).toBe(false);
  });

  test.each([
    ["note LIKE '%lunch%'", { what: 'contains', column: 'note', text: 'lunch', not: false }],
    ["note NOT LIKE '%lunch%'", { what: 'contains', column: 'note', text: 'lunch', not: true }],
    ["NOT (note LIKE '%lunch%')", { what: 'contains', column: 'note', text: 'lunch', not: true }],
    ["kind IN ('expense', 'refund')", { what: 'one of', column: 'kind', values: ['expense', 'refund'], not: false }],
    ["NOT kind NOT IN ('income')", { what: 'one of', column: 'kind', values: ['income'], not: false }],
    ["category <> 'taxi'", { what: 'one of', column: 'category', values: ['taxi'], not: true }],
    ['12.5 < amount', { what: 'compared', column: 'amount', operator: '>', value: '12.5' }],
    ['merchant IS NULL', { what: 'missing', column: 'merchant', not: false }],
    ['NOT merchant IS NULL', { what: 'missing', column: 'merchant', not: true }],
  ])('of a condition: %s', async (condition, expected) => {
    expect((await outline(`SELECT * FROM entries WHERE ${condition}`)).conditions).toEqual([expected]);
  });

  test.each([
    "category = 'taxi' OR amount > 5",
    "strftime('%m', day) = '12'",
    "NOT (kind = 'expense' AND amount > 5)",
    'amount > (SELECT AVG(amount) FROM entries)',
    "day NOT BETWEEN '2026-01-01' AND '2026-02-01'",
    "note LIKE 'lunch_'",
    'LENGTH(note) > 5',
    "day > '2026-02-30'",
  ])('says that there is more where a condition has no plain words: %s', async (condition) => {
    const { conditions, hasOtherConditions } = await outline(`SELECT * FROM entries WHERE ${condition}`);
    expect([conditions, hasOtherConditions]).toEqual([[], true]);
  });

  test('of a query with queries in it tells how many steps there are', async () => {
    const sql =
      'WITH m AS (SELECT month, SUM(amount) AS s FROM entries GROUP BY month) SELECT month, s / 2 AS half FROM m';
    expect(await outline(sql)).toMatchObject({
      steps: 2,
      shown: [
        { what: 'column', column: 'month' },
        { what: 'calculated', name: 'half' },
      ],
    });
  });
});

describe('the explanation', () => {
  // Dates have narrow spaces around their dash.
  const explain = async (sql: string, locale: string) =>
    (await explainQuery(sql, 'sqlite', locale, { today })).replace(/\s/g, ' ');

  test('in English', async () => {
    expect(await explain(taxi, 'en')).toBe(
      'Shows total amount in your own currency by day, from entries. Only expenses; category taxi; 1 Jun – 31 Aug 2026. ' +
        'Sorted by total amount in your own currency, largest first. The first 3.',
    );
    expect(await explain("SELECT * FROM entries WHERE amount > 12.5 OR note = 'x' ORDER BY day DESC", 'en')).toBe(
      'Shows everything, from entries. Only what meets further conditions. Sorted by day, newest first.',
    );
    expect(await explain("SELECT DISTINCT name FROM categories WHERE kind = 'income' ORDER BY name", 'en')).toBe(
      'Shows name, from categories. The same row comes only once. Only income. Sorted by name, A to Z.',
    );
  });

  test('in German', async () => {
    expect(
      await explain(
        'SELECT month, COUNT(*) FROM entries WHERE amount >= 1000.5 AND merchant IS NULL GROUP BY month',
        'de-AT',
      ),
    ).toBe('Zeigt: Anzahl der Zeilen, je Monat. Gelesen: Einträge. Nur: Betrag mindestens 1.000,5; ohne Händler.');
  });

  test('in any language names each column and ends each sentence', async () => {
    const names = [...new Set(views.flatMap((view) => view.columns.map((column) => column.name)))];
    const inEnglish = await explain(taxi, 'en');
    for (const language of languages) {
      const text = await explain(taxi, language);
      if (language !== 'en') expect(text).not.toBe(inEnglish);
      expect(text).toMatch(/taxi.*2026.*3.*\.$/);
      expect(text).not.toMatch(/undefined|amount_home/);
      for (const { name } of views) {
        const everything = names.filter((column) =>
          views.some((view) => view.name === name && view.columns.some((each) => each.name === column)),
        );
        expect(await explain(`SELECT ${everything.join(', ')} FROM ${name}`, language)).not.toMatch(/_|undefined/);
      }
    }
  });

  test('in a language that is not spoken is English', async () => {
    expect(await explain('SELECT day FROM entries', 'ja')).toBe('Shows day, from entries.');
  });
});
