/** What runs gives the rows of what was asked: each query is run as it was written and as it was written anew. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkQuery } from '../../src/sql/check-query.ts';
import { openMysqlSample, openSqliteSample, type SampleLedger } from './sample-ledger.ts';

let sqlite: SampleLedger;
let mysql: SampleLedger | null;

beforeAll(async () => {
  sqlite = await openSqliteSample();
  mysql = await openMysqlSample();
});
afterAll(async () => {
  await sqlite.close();
  await mysql?.close();
});

const onBoth = [
  'SELECT * FROM entries',
  'select ID, Day, amount from entries where amount > 50 order by amount desc, id limit 5',
  'SELECT id FROM entries ORDER BY id LIMIT 3 OFFSET 4',
  'SELECT id FROM entries ORDER BY id LIMIT 4, 3',
  'SELECT DISTINCT category, kind FROM entries ORDER BY 1, 2',
  "SELECT category, SUM(amount) AS total, COUNT(*) n FROM entries WHERE kind = 'expense' GROUP BY category HAVING COUNT(*) > 3 ORDER BY total DESC",
  "SELECT COUNT(*) FROM entries WHERE note = 'it''s \"late\"'",
  "SELECT COUNT(*) FROM entries WHERE note LIKE '%sure' OR note LIKE 'under!_%' ESCAPE '!'",
  "SELECT id FROM entries WHERE NOT note LIKE 'l%' AND note NOT LIKE '%e' ORDER BY id",
  "SELECT id FROM entries WHERE NOT (note LIKE 'l%' OR category = 'dining') ORDER BY id",
  "SELECT id FROM entries WHERE category NOT IN ('dining', 'housing') AND NOT kind IN ('income') ORDER BY id",
  'SELECT id FROM entries WHERE amount NOT BETWEEN 10 AND 60 AND NOT amount BETWEEN 70 AND 71 ORDER BY id',
  'SELECT id FROM entries WHERE merchant IS NULL OR added_by IS NOT NULL AND NOT note IS NULL ORDER BY id',
  'SELECT COUNT(DISTINCT category), MIN(day), MAX(day), AVG(amount_home), SUM(amount_home) FROM entries',
  'SELECT 1 + 2 * 3 - 4 / 2, (1 + 2) * 3, -5 - -3, 7 % 4, - - 2, +3, 1e2, .5, 2.50',
  'SELECT 1 - 2 - 3, 8 / 4 / 2, 1 - (2 - 3), 2 * (3 + 4) * 5, 6 & 3, 6 | 3, ~5 & 255, 1 << 3, 16 >> 2',
  'SELECT NOT 1 = 2, NOT 0 AND 1, 1 OR 0 AND 0, (1 OR 0) AND 0, 1 = 1 = 1, 3 > 2 > 1, 1 < 2 = 1',
  'SELECT 1 IN (1, 2) = 1, 2 BETWEEN 1 AND 3 AND 1, NULL IS NULL = 1, 1 <> 2, 1 != 1',
  "SELECT CASE WHEN amount > 50 THEN 'big' WHEN amount > 20 THEN 'middle' ELSE 'small' END AS size, COUNT(*) FROM entries GROUP BY size ORDER BY size",
  "SELECT CASE kind WHEN 'expense' THEN -amount WHEN 'refund' THEN amount END FROM entries ORDER BY id",
  "SELECT COALESCE(merchant, note, 'none'), IFNULL(note, 0), NULLIF(kind, 'expense') FROM entries ORDER BY id",
  "SELECT UPPER(category), LOWER(merchant), LENGTH(kind), SUBSTR(day, 1, 4), SUBSTRING(day, 6, 2), REPLACE(day, '-', '/'), TRIM(note), INSTR(kind, 'e') FROM entries ORDER BY id",
  'SELECT ROUND(AVG(amount), 2), ABS(-3), FLOOR(2.7), CEIL(2.1), CEILING(2.1), POWER(2, 10), SQRT(16), SIGN(-2), MOD(7, 3) FROM entries',
  'SELECT e.id, b.amount FROM entries e JOIN budgets b ON b.category = e.category AND b.currency = e.currency ORDER BY e.id',
  'SELECT e.id, b.amount FROM entries AS e LEFT OUTER JOIN budgets AS b USING (category) ORDER BY e.id',
  'SELECT c.name, COUNT(e.id) FROM categories c LEFT JOIN entries e ON e.category = c.name GROUP BY c.name ORDER BY c.name',
  'SELECT COUNT(*) FROM entries CROSS JOIN categories',
  'SELECT COUNT(*) FROM entries, categories WHERE category = name',
  'SELECT COUNT(*) FROM entries a, budgets b JOIN categories c ON c.name = b.category WHERE a.category = c.name',
  'SELECT COUNT(*) FROM (entries e JOIN budgets b ON e.category = b.category) JOIN categories c ON c.name = b.category',
  'SELECT month, SUM(amount) s, SUM(SUM(amount)) OVER (ORDER BY month) FROM entries GROUP BY month ORDER BY month',
  'SELECT id, ROW_NUMBER() OVER (PARTITION BY category ORDER BY amount DESC, id) r, RANK() OVER w, LAG(amount, 2) OVER w FROM entries WINDOW w AS (ORDER BY day, id) ORDER BY id',
  'SELECT id, AVG(amount) OVER (ORDER BY day, id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW), SUM(amount) OVER (ORDER BY day, id ROWS UNBOUNDED PRECEDING) FROM entries ORDER BY id',
  'SELECT id, FIRST_VALUE(id) OVER (PARTITION BY kind ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), NTILE(4) OVER (ORDER BY id) FROM entries ORDER BY id',
  'WITH m AS (SELECT month, SUM(amount) AS s FROM entries GROUP BY month) SELECT month, s FROM m WHERE s > (SELECT AVG(s) FROM m) ORDER BY s',
  'WITH a (x, y) AS (SELECT category, COUNT(*) FROM entries GROUP BY category), b AS (SELECT x FROM a WHERE y > 10) SELECT * FROM a WHERE x IN (SELECT x FROM b) ORDER BY x',
  'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12) SELECT i, i * i FROM n ORDER BY i',
  'SELECT t.c FROM (SELECT category AS c, COUNT(*) AS n FROM entries GROUP BY category) AS t WHERE t.n > 5 ORDER BY 1',
  'SELECT name FROM categories c WHERE EXISTS (SELECT 1 FROM entries e WHERE e.category = c.name AND e.amount > 60) AND NOT EXISTS (SELECT * FROM budgets b WHERE b.category = c.name) ORDER BY name',
  'SELECT id, (SELECT MAX(b.amount) FROM budgets b WHERE b.category = entries.category) FROM entries ORDER BY id',
  "SELECT category FROM budgets UNION SELECT name FROM categories WHERE kind = 'expense' ORDER BY category LIMIT 3",
  'SELECT name FROM categories UNION ALL SELECT category FROM budgets ORDER BY 1',
  'SELECT name FROM categories EXCEPT SELECT category FROM budgets ORDER BY 1',
  'SELECT name FROM categories INTERSECT SELECT category FROM budgets',
  "SELECT COUNT(*) FROM entries WHERE (category, kind) IN (SELECT name, 'expense' FROM categories)",
  "SELECT SUM(CASE WHEN kind = 'expense' THEN amount WHEN kind = 'refund' THEN -amount ELSE 0 END) FROM entries",
  "SELECT 'a' AS \"first name\", 'b' AS 'second', 'c' AS `third` FROM budgets",
  "SELECT CAST(amount AS CHAR(3)), CAST(SUBSTR(day, 9) AS DECIMAL(5, 1)) FROM entries WHERE id < 'e05' ORDER BY id",
  'SELECT 1 /* one */ + /* two */ 1 -- three\n',
  "SELECT category, GROUP_CONCAT(id) FROM entries WHERE id < 'e09' GROUP BY category ORDER BY category",
  "SELECT DATE(day), CONCAT(kind, ' ', day), CONCAT_WS('-', kind, day) FROM entries ORDER BY id;",
];

const onSqlite = [
  "SELECT id FROM entries WHERE note IS 'lunch' OR merchant IS NOT 'Zara' ORDER BY id",
  'SELECT id FROM entries WHERE NOT merchant IS added_by ORDER BY id',
  "SELECT id FROM entries WHERE note IS DISTINCT FROM 'lunch' AND merchant IS NOT DISTINCT FROM NULL ORDER BY id",
  'SELECT id FROM entries WHERE note ISNULL OR merchant NOTNULL AND added_by IS NOT NULL ORDER BY id',
  "SELECT id FROM entries WHERE note GLOB 'l*' OR note NOT GLOB '*a*' ORDER BY id",
  "SELECT kind || ': ' || category || '\\' FROM entries WHERE day == '2026-09-02' OR \"kind\" = 'refund' ORDER BY [id]",
  "SELECT COUNT(*) FILTER (WHERE kind = 'expense'), SUM(amount) FILTER (WHERE amount > 10 AND NOT kind = 'income') FROM entries",
  "SELECT strftime('%Y-%m', day) AS m, total(amount), group_concat(note, '; '), group_concat(id, '' ORDER BY id DESC) FROM entries GROUP BY m ORDER BY m",
  "SELECT date(day, '+1 month', 'start of month', '-1 day'), julianday(day) - julianday('2026-01-01'), strftime('%w', day) FROM entries ORDER BY id",
  'SELECT id FROM entries ORDER BY merchant NULLS LAST, note DESC NULLS FIRST, id',
  'SELECT id FROM entries ORDER BY merchant COLLATE NOCASE, id',
  "SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS v",
  'WITH n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i FROM n',
  "SELECT printf('%.2f', amount), iif(amount > 10, 'a', 'b'), max(amount, 50), min(3, 2), typeof(amount), trunc(2.7) FROM entries ORDER BY id",
  'SELECT id, LAG(amount, 1, 0) OVER (ORDER BY id), SUM(amount) OVER (w ROWS 3 PRECEDING), COUNT(*) OVER (ORDER BY day GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE TIES) FROM entries WINDOW w AS (PARTITION BY kind ORDER BY id) ORDER BY id',
  'SELECT CAST(amount AS INTEGER), CAST(amount AS TEXT), CAST(day AS REAL), CAST(day AS NUMERIC) FROM entries ORDER BY id',
  'SELECT median(amount) FROM entries',
  "SELECT id FROM entries WHERE NOT note GLOB '*n*' AND NOT (note NOT GLOB 'l*') OR NOT note LIKE '%a%' ORDER BY id",
  'SELECT name FROM categories EXCEPT SELECT category FROM budgets UNION ALL SELECT category FROM budgets ORDER BY 1',
];

const onMysql = [
  "SELECT id FROM entries WHERE note <=> NULL OR merchant RLIKE '^Z' AND note NOT REGEXP 'h$' ORDER BY id",
  "SELECT id FROM entries WHERE note = 'back\\\\slash' OR note = \"100% sure\" OR note LIKE '100\\%%' ORDER BY id",
  "SELECT 'a\\'b', 'tab\\there', '\\%', '\\_', 'new\\nline', 'it''s', \"say \"\"hi\"\"\"",
  'SELECT 7 DIV 2, 7 MOD 2, 1 XOR 1, 1 && 0, 5--3, 2 ^ 3, -2 ^ 1, 1 XOR 0 OR 1',
  "SELECT DATE_FORMAT(day, '%Y-%m') AS m, QUARTER(day), WEEK(day, 1), DAYNAME(day), LAST_DAY(day), WEEKDAY(day) FROM entries ORDER BY id",
  "SELECT day + INTERVAL 1 MONTH, day - INTERVAL 10 DAY, INTERVAL 1 DAY + day, DATE_SUB(day, INTERVAL 1 YEAR), DATE_ADD(day, INTERVAL '2' WEEK), ADDDATE(day, 3) FROM entries ORDER BY id",
  "SELECT DATEDIFF(day, '2026-01-01'), TIMESTAMPDIFF(MONTH, '2026-01-15', day), EXTRACT(YEAR_MONTH FROM day), EXTRACT(MONTH FROM day) FROM entries ORDER BY id",
  "SELECT category, GROUP_CONCAT(DISTINCT kind ORDER BY kind DESC SEPARATOR ' / '), GROUP_CONCAT(id, kind ORDER BY id), STDDEV(amount), VAR_SAMP(amount) FROM entries GROUP BY category WITH ROLLUP",
  'SELECT COUNT(DISTINCT category, kind) FROM entries',
  'SELECT id FROM entries WHERE +amount BETWEEN -1 AND +amount ORDER BY +amount, id',
  "SELECT CHAR_LENGTH(note), LENGTH(note), LEFT(note, 2), RIGHT(note, 2), LPAD(id, 5, '*'), SUBSTRING_INDEX(day, '-', 2), LOCATE('n', note), POSITION('n' IN note), MID(day, 6, 2) FROM entries ORDER BY id",
  "SELECT TRIM(BOTH 'l' FROM note), TRIM(LEADING 'l' FROM note), TRIM('l' FROM note), SUBSTRING(note FROM 2), SUBSTRING(note FROM 2 FOR 2) FROM entries ORDER BY id",
  "SELECT IF(amount > 10, 1, 0), ISNULL(note), GREATEST(amount, 50), LEAST(amount, 50), TRUNCATE(amount, 1), FIELD(kind, 'refund', 'income'), FORMAT(amount, 2) FROM entries ORDER BY id",
  'SELECT id FROM entries WHERE amount > ALL (SELECT 20 FROM budgets) AND category = ANY (SELECT category FROM budgets) ORDER BY id',
  'SELECT CAST(amount AS SIGNED), CAST(day AS DATE), CAST(amount AS DECIMAL(10, 1)), CAST(day AS DATETIME) FROM entries ORDER BY id',
  "SELECT id FROM entries WHERE day >= DATE '2026-10-01' AND day < TIMESTAMP '2026-11-01 00:00:00' ORDER BY id",
  'SELECT a.id FROM entries a RIGHT JOIN budgets b ON a.category = b.category ORDER BY a.id',
  'SELECT id FROM entries WHERE kind = "income" # a remark\n ORDER BY id',
  "SELECT id FROM entries WHERE (note IS NULL) IS TRUE AND (merchant = 'Zara') IS NOT FALSE ORDER BY id",
  'SELECT name FROM categories EXCEPT SELECT category FROM budgets INTERSECT SELECT name FROM categories ORDER BY 1',
  'SELECT id FROM entries ORDER BY note COLLATE utf8mb4_bin, id',
  "SELECT EXTRACT(YEAR FROM day) AS `year`, SUM(amount) 'Sum' FROM entries GROUP BY `year`",
];

async function sameRows(sql: string, ledger: SampleLedger): Promise<void> {
  const asked = await ledger.run(sql);
  const checked = await checkQuery(sql, ledger.dialect);
  expect(await ledger.run(checked.sql)).toEqual(asked);
  expect(asked.length).toBeGreaterThan(0);
}

describe('the same rows', () => {
  test.each([...onBoth, ...onSqlite])('on SQLite: %s', async (sql) => sameRows(sql, sqlite));

  test.each([...onBoth, ...onMysql])('on MySQL: %s', async (sql) => {
    if (mysql) await sameRows(sql, mysql);
  });
});

describe('functions of the other database', () => {
  const pairs: readonly (readonly [asked: string, sqliteOwn: string, mysqlOwn: string])[] = [
    ['YEAR(day)', "CAST(strftime('%Y', day) AS INTEGER)", 'YEAR(day)'],
    ['MONTH(day)', "CAST(strftime('%m', day) AS INTEGER)", 'MONTH(day)'],
    ['DAY(day)', "CAST(strftime('%d', day) AS INTEGER)", 'DAY(day)'],
    ["DATE_FORMAT(day, '%Y-%m')", "strftime('%Y-%m', day)", "DATE_FORMAT(day, '%Y-%m')"],
    ["DATE_FORMAT(day, '%d.%m.%Y')", "strftime('%d.%m.%Y', day)", "DATE_FORMAT(day, '%d.%m.%Y')"],
    ["STRFTIME('%Y-%m-01', day)", "strftime('%Y-%m-01', day)", "DATE_FORMAT(day, '%Y-%m-01')"],
    ["STRFTIME('%w', day)", "strftime('%w', day)", "DATE_FORMAT(day, '%w')"],
    ["STRFTIME('%j', day)", "strftime('%j', day)", "DATE_FORMAT(day, '%j')"],
    ["IF(amount > 20, 'a', 'b')", "iif(amount > 20, 'a', 'b')", "IF(amount > 20, 'a', 'b')"],
    ['IIF(note IS NULL, 1, 0)', 'iif(note IS NULL, 1, 0)', 'IF(note IS NULL, 1, 0)'],
  ];

  test.each(pairs)('%s gives the same on both', async (asked, sqliteOwn, mysqlOwn) => {
    const query = (expression: string) => `SELECT id, ${expression} FROM entries ORDER BY id`;
    const onOne = await checkQuery(query(asked), 'sqlite');
    const rows = await sqlite.run(onOne.sql);
    expect(rows).toEqual(await sqlite.run(query(sqliteOwn)));
    if (!mysql) return;
    const onOther = await checkQuery(query(asked), 'mysql');
    const others = await mysql.run(onOther.sql);
    expect(others).toEqual(await mysql.run(query(mysqlOwn)));
    expect(others).toEqual(rows);
  });

  test('SEPARATOR gives the same on both', async () => {
    const sql =
      "SELECT category, GROUP_CONCAT(kind SEPARATOR ' / ') FROM entries WHERE id IN ('e01', 'e02') GROUP BY category ORDER BY 1";
    const rows = await sqlite.run((await checkQuery(sql, 'sqlite')).sql);
    expect(rows).toEqual([
      ['housing', 'expense'],
      ['transport', 'expense'],
    ]);
    if (mysql) expect(await mysql.run((await checkQuery(sql, 'mysql')).sql)).toEqual(rows);
  });
});

describe("the person's day", () => {
  const today = '2026-10-10';
  const ids = async (sql: string, ledger: SampleLedger) =>
    (await ledger.run((await checkQuery(sql, ledger.dialect, { today })).sql)).flat();
  /** By hand: every second day from 25 August, so e22 is 8 October and e23 is 10 October. */
  const byDay: readonly (readonly ['sqlite' | 'mysql', string, string[]])[] = [
    ['sqlite', 'day = CURRENT_DATE', ['e23']],
    ['sqlite', "day = date('now')", ['e23']],
    ['sqlite', "day = date('NOW', 'localtime')", ['e23']],
    ['sqlite', "day BETWEEN date('now', '-2 days') AND date()", ['e22', 'e23']],
    ['sqlite', "day > date('now', '-2 days') AND day <= CURRENT_TIMESTAMP", ['e23']],
    [
      'sqlite',
      "strftime('%Y-%m', day) = strftime('%Y-%m', 'now') AND day <= CURDATE() AND day > '2026-10-05'",
      ['e21', 'e22', 'e23'],
    ],
    ['sqlite', "julianday('now') - julianday(day) BETWEEN 0 AND 2", ['e22', 'e23']],
    ['mysql', 'day = CURRENT_DATE', ['e23']],
    ['mysql', "day = DATE('now')", ['e23']],
    ['mysql', 'day BETWEEN CURDATE() - INTERVAL 2 DAY AND CURDATE()', ['e22', 'e23']],
    ['mysql', 'day > DATE_SUB(CURRENT_DATE(), INTERVAL 2 DAY) AND day <= NOW()', ['e23']],
    ['mysql', "MONTH(day) = MONTH(NOW()) AND day <= CURDATE() AND day > '2026-10-05'", ['e21', 'e22', 'e23']],
    ['mysql', 'DATEDIFF(CURDATE(), day) BETWEEN 0 AND 2', ['e22', 'e23']],
  ];

  test.each(byDay)('on %s: %s', async (dialect, condition, expected) => {
    const ledger = dialect === 'sqlite' ? sqlite : mysql;
    if (ledger) expect(await ids(`SELECT id FROM entries WHERE ${condition} ORDER BY id`, ledger)).toEqual(expected);
  });

  test('keeps the heading that the column would have had', async () => {
    const { sql } = await checkQuery('SELECT CURRENT_DATE, YEAR(day) FROM entries', 'sqlite', { today });
    expect(sql).toBe(
      `SELECT '2026-10-10' AS "CURRENT_DATE", CAST(STRFTIME('%Y', day) AS INTEGER) AS "YEAR(day)" FROM entries`,
    );
  });
});
