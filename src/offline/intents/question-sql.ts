/** Questions with a shape of their own, written as SQL that reads the same on every database. */

import { daysIn, type Period } from '../../period.ts';

/** Which entries: of a period, about a category or a thing. */
export interface About {
  readonly period: Period | null;
  readonly category?: string;
  readonly thing?: string;
  /** Money that came in, instead of what went out. */
  readonly income?: boolean;
}

export type Ranked = 'day' | 'month' | 'merchant' | 'category';

const spent = "sum(case kind when 'refund' then -amount_home else amount_home end)";
const spending = "kind in ('expense', 'refund')";

/** The days, months, places or categories with the most spending, or the least. */
export function topSql(by: Ranked, order: 'most' | 'least', count: number, about: About): string {
  const named = by === 'merchant' ? 'coalesce(merchant, note)' : by;
  return (
    `select ${named === by ? by : `${named} as ${by}`}, ${spent} as spent from entries ${where(about, spending)} ` +
    `group by ${named} order by spent ${order === 'most' ? 'desc' : 'asc'} limit ${count}`
  );
}

/** How many times something was paid for, or how many entries of any kind there are. */
export function countSql(about: About, expensesOnly: boolean): string {
  return `select count(*) as times from entries ${where(about, expensesOnly ? kindOf(about) : null)}`;
}

/** The one entry that was the largest, smallest, first or last. */
export function oneSql(which: 'largest' | 'smallest' | 'first' | 'last', about: About): string {
  const order = {
    largest: 'amount_home desc',
    smallest: 'amount_home asc',
    first: 'day asc, id asc',
    last: 'day desc, id desc',
  }[which];
  return (
    'select day, coalesce(merchant, note) as what, category, amount, currency ' +
    `from entries ${where(about, kindOf(about))} order by ${order} limit 1`
  );
}

/** What one purchase came to on average, or one day, week or month of the period. */
export function averageSql(
  per: 'purchase' | 'day' | 'week' | 'month',
  about: About & { readonly period: Period },
): string {
  if (per === 'purchase') {
    return `select round(avg(amount_home), 2) as average from entries ${where(about, "kind = 'expense'")}`;
  }
  const days = daysIn(about.period);
  // 30.436875 days are the mean month of the Gregorian calendar.
  const parts = { day: days, week: days / 7, month: wholeMonths(about.period) ?? days / 30.436875 }[per];
  return `select round(${spent} / ${parts.toFixed(4)}, 2) as average from entries ${where(about, spending)}`;
}

/** On how many days of the period nothing was spent. */
export function quietDaysSql(about: About & { readonly period: Period }): string {
  return `select ${daysIn(about.period)} - count(distinct day) as days from entries ${where(about, "kind = 'expense'")}`;
}

function kindOf({ income }: About): string {
  return income ? "kind = 'income'" : "kind = 'expense'";
}

function where({ period, category, thing }: About, kinds: string | null): string {
  const conditions = [
    ...(kinds ? [kinds] : []),
    ...(period ? [`day between '${period.from}' and '${period.to}'`] : []),
    ...(category === undefined ? [] : [`category = ${text(category)}`]),
    ...(thing === undefined ? [] : [`(lower(merchant) like ${part(thing)} or lower(note) like ${part(thing)})`]),
  ];
  return conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
}

/** A string literal that reads the same with and without backslash escapes. */
function text(value: string): string {
  return `'${value.replaceAll('\\', '').replaceAll("'", "''")}'`;
}

function part(value: string): string {
  return text(`%${value.toLowerCase().replace(/[%_]/g, ' ').trim()}%`);
}

/** Months from a first to a last day of the month, or null for any other period. */
function wholeMonths({ from, to }: Period): number | null {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  const isWhole = fromDay === 1 && toDay === new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return isWhole ? (toYear - fromYear) * 12 + toMonth - fromMonth + 1 : null;
}
