/**
 * The functions that a query may call, by database: those that reckon with what they are given, and nothing that waits
 * or looks around. By the manuals: https://sqlite.org/lang_corefunc.html (and lang_aggfunc,
 * lang_datefunc, lang_mathfunc, windowfunctions), https://mariadb.com/kb/en/built-in-functions/,
 * https://dev.mysql.com/doc/refman/8.4/en/built-in-function-reference.html.
 */

import type { Dialect } from './tokens.ts';

const both = `
  COUNT SUM AVG MIN MAX GROUP_CONCAT
  ROW_NUMBER RANK DENSE_RANK PERCENT_RANK CUME_DIST NTILE LAG LEAD FIRST_VALUE LAST_VALUE NTH_VALUE
  ABS SIGN ROUND CEIL CEILING FLOOR MOD POW POWER SQRT EXP LN LOG LOG2 LOG10 PI
  LOWER UPPER LENGTH TRIM LTRIM RTRIM SUBSTR SUBSTRING REPLACE INSTR CONCAT CONCAT_WS CHAR HEX
  COALESCE IFNULL NULLIF
  DATE TIME CURRENT_DATE CURRENT_TIMESTAMP CURRENT_TIME`;

const sqlite = `
  TOTAL STRING_AGG MEDIAN PERCENTILE IIF TRUNC OCTET_LENGTH UNICODE UNHEX QUOTE TYPEOF PRINTF FORMAT LIKE GLOB
  DATETIME JULIANDAY UNIXEPOCH STRFTIME TIMEDIFF LIKELY UNLIKELY`;

const mysql = `
  STD STDDEV STDDEV_POP STDDEV_SAMP VARIANCE VAR_POP VAR_SAMP BIT_AND BIT_OR BIT_XOR
  SIN COS TAN ASIN ACOS ATAN ATAN2 DEGREES RADIANS
  IF ISNULL GREATEST LEAST TRUNCATE COT CONV BIN OCT CRC32 BIT_COUNT BIT_LENGTH
  CHAR_LENGTH CHARACTER_LENGTH OCTET_LENGTH LCASE UCASE LEFT RIGHT MID LOCATE POSITION LPAD RPAD REVERSE STRCMP
  ASCII ORD FIELD ELT FIND_IN_SET SUBSTRING_INDEX INSERT SOUNDEX QUOTE UNHEX FORMAT ROW MD5 SHA1 SHA2
  EXTRACT YEAR MONTH DAY DAYOFMONTH DAYOFWEEK DAYOFYEAR WEEKDAY DAYNAME MONTHNAME QUARTER WEEK WEEKOFYEAR YEARWEEK
  LAST_DAY HOUR MINUTE SECOND MICROSECOND DATE_FORMAT TIME_FORMAT STR_TO_DATE DATE_ADD DATE_SUB ADDDATE SUBDATE ADDTIME SUBTIME
  DATEDIFF TIMEDIFF TIMESTAMPDIFF TIMESTAMPADD TIMESTAMP MAKEDATE MAKETIME TO_DAYS FROM_DAYS TO_SECONDS SEC_TO_TIME TIME_TO_SEC
  JSON_ARRAY JSON_ARRAYAGG JSON_ARRAY_APPEND JSON_CONTAINS JSON_EXTRACT JSON_INSERT JSON_KEYS JSON_LENGTH JSON_MERGE_PATCH
  JSON_OBJECT JSON_OBJECTAGG JSON_QUOTE JSON_REMOVE JSON_REPLACE JSON_SEARCH JSON_SET JSON_TYPE JSON_UNQUOTE JSON_VALID JSON_VALUE
  INET_ATON INET_NTOA INET6_ATON INET6_NTOA
  PERIOD_ADD PERIOD_DIFF FROM_UNIXTIME UNIX_TIMESTAMP CURDATE NOW LOCALTIME LOCALTIMESTAMP`;

const listed = (text: string) => text.trim().split(/\s+/);

export const allowedFunctions: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  sqlite: new Set([...listed(both), ...listed(sqlite)]),
  mysql: new Set([...listed(both), ...listed(mysql)]),
};

/** What to write instead of a function that only the other database has, or that several people try. */
export const instead: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
  sqlite: {
    DATE_SUB: "DATE(day, '-1 month')",
    DATE_ADD: "DATE(day, '+1 month')",
    ADDDATE: "DATE(day, '+7 days')",
    SUBDATE: "DATE(day, '-7 days')",
    DATEDIFF: 'JULIANDAY(a) - JULIANDAY(b)',
    TIMESTAMPDIFF: 'JULIANDAY(a) - JULIANDAY(b)',
    LAST_DAY: "DATE(day, 'start of month', '+1 month', '-1 day')",
    WEEKDAY: "STRFTIME('%w', day), where 0 is Sunday",
    DAYOFWEEK: "STRFTIME('%w', day), where 0 is Sunday",
    DAYOFYEAR: "STRFTIME('%j', day)",
    DAYNAME: "STRFTIME('%w', day), where 0 is Sunday",
    MONTHNAME: "STRFTIME('%m', day)",
    WEEK: "STRFTIME('%W', day)",
    WEEKOFYEAR: "STRFTIME('%W', day)",
    YEARWEEK: "STRFTIME('%Y-%W', day)",
    QUARTER: '(MONTH(day) + 2) / 3',
    DATE_TRUNC: "DATE(day, 'start of month')",
    TO_CHAR: "STRFTIME('%Y-%m', day)",
    EXTRACT: 'YEAR(day) or MONTH(day)',
    LEFT: 'SUBSTR(note, 1, 3)',
    RIGHT: 'SUBSTR(note, -3)',
    CHAR_LENGTH: 'LENGTH(note)',
    CHARACTER_LENGTH: 'LENGTH(note)',
    LOCATE: "INSTR(note, 'text')",
    POSITION: "INSTR(note, 'text')",
    GREATEST: 'MAX(a, b)',
    LEAST: 'MIN(a, b)',
    TRUNCATE: 'TRUNC(amount)',
    LCASE: 'LOWER(note)',
    UCASE: 'UPPER(note)',
  },
  mysql: {
    CONVERT: 'CAST(amount AS CHAR)',
    JULIANDAY: 'DATEDIFF(a, b)',
    DATETIME: 'CAST(day AS DATETIME)',
    TOTAL: 'SUM(amount)',
    STRING_AGG: "GROUP_CONCAT(note SEPARATOR ', ')",
    PRINTF: 'FORMAT(amount, 2)',
    TRUNC: 'TRUNCATE(amount, 0)',
    DATE_TRUNC: "DATE_FORMAT(day, '%Y-%m-01')",
    TO_CHAR: "DATE_FORMAT(day, '%Y-%m')",
    GLOB: "note LIKE ‘lunch%'",
  },
};
