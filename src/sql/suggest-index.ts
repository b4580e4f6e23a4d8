/** For administrators: which index would help a slow query, told from its shape alone. */

/** Conditions that one of the indexes (ledgerId, day) and (ledgerId, categoryId, day) serves as they are. */
const served = /\b(?:day|category) (?:=|<|>|<=|>=|IN|BETWEEN)(?= )/;

const advice: readonly (readonly [condition: RegExp, text: string])[] = [
  [
    /\bmonth (?:=|<|>|<=|>=|IN|BETWEEN|LIKE)(?= )|\b(?:YEAR|MONTH|DATE_FORMAT|STRFTIME|SUBSTR|SUBSTRING|LEFT)\([^()]*\bday\b/,
    'none is missing: a condition on day itself, from a first to a last one, would use (ledgerId, day)',
  ],
  [
    /\bmerchant (?:=|IN)(?= )/,
    '(ledgerId, merchant): the one on merchantKey does not serve the name as it was written',
  ],
  [/\badded_by (?:=|IN)(?= )/, '(ledgerId, personId, day)'],
  [/\bcurrency (?:=|IN)(?= )/, '(ledgerId, currency, day)'],
  [/\bkind (?:=|IN)(?= )/, '(ledgerId, kind, day)'],
];

/**
 * What would help a query of this shape (as `checkQuery` gives it) to read fewer entries, as text; null where nothing
 * would: its conditions have an index already, it has none, or they are such that no index serves (LIKE '%…%', sums).
 */
export function suggestIndex(shape: string): string | null {
  if (!/\bentries\b/.test(shape) || !/ WHERE /.test(shape)) return null;
  const conditions = shape.slice(shape.indexOf(' WHERE ')).replace(/\b_\./g, '');
  if (served.test(conditions) || / OR /.test(conditions)) return null;
  return advice.find(([condition]) => condition.test(conditions))?.[1] ?? null;
}
