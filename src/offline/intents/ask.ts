/** Questions about what was recorded: sums to `spending_summary`, rows to `list_entries`. */

import { FIRST_DAY } from '../../period.ts';
import { findAmounts } from '../amounts/read-amounts.ts';
import { isArithmetic } from '../arithmetic.ts';
import type { Heard, Intent, PlannedCall } from '../hearing.ts';
import { begins, says } from '../hearing.ts';
import { anywhere, listed } from '../lexicon/patterns.ts';
import { defaultPeriod, periodIn } from '../periods.ts';
import { asks } from '../question.ts';
import { filterIn } from './subject.ts';

const LIST_LIMIT = 10;

export const ask: Intent = (heard) => {
  const { phrases } = heard.lexicon;
  const money = says(heard, `${phrases.spending}|${phrases.listNoun}`);
  const incoming = says(heard, phrases.income);
  const asked = asks(heard.folded, heard.lexicon) || says(heard, phrases.chart);
  const hasAmount = findAmounts(
    heard.text,
    { currency: heard.context.currency, language: heard.language },
    heard.dates,
  ).some((amount) => amount.strength > 0);
  // "my transaction history", "spending last week": a mere mention asks, as long as there is nothing to record.
  const mentioned = !hasAmount && (says(heard, spendingNouns(heard)) || (money && heard.dates.length > 0));
  if (!(asked && (money || incoming)) && !mentioned) return null;
  if (isArithmetic(heard.folded)) return null;
  return {
    calls: [wantsRows(heard) ? listing(heard, incoming && !money) : summary(heard, incoming && !outgoing(heard))],
  };
};

function spendingNouns(heard: Heard): string {
  const { listNoun, spending } = heard.lexicon.phrases;
  return `${listNoun}|${spending}`;
}

function outgoing(heard: Heard): boolean {
  return says(heard, heard.lexicon.phrases.spending);
}

/** Rows rather than a sum: "show my transactions", "when did I…", "the biggest purchase". */
function wantsRows(heard: Heard): boolean {
  const { phrases } = heard.lexicon;
  if (groupIn(heard) !== null || says(heard, phrases.chart) || says(heard, phrases.compare)) return false;
  if (says(heard, phrases.listVerb))
    return says(heard, phrases.listNoun) || !begins(heard, 'how much|wie ?viel|cuanto|combien|quanto');
  return says(heard, phrases.listNoun) && !begins(heard, 'how much|what is my total|wie ?viel|cuanto|combien|quanto');
}

/** The call that lists entries as the message asks. */
export function listing(heard: Heard, income: boolean): PlannedCall {
  const { phrases } = heard.lexicon;
  const period = periodIn(heard);
  const filter = filterIn(heard);
  const limit = countIn(heard);
  const sort = says(heard, phrases.largest)
    ? 'largest'
    : says(heard, phrases.smallest)
      ? 'smallest'
      : says(heard, phrases.oldest) && !period
        ? 'oldest'
        : 'newest';
  const some = limit !== null || sort !== 'newest' || says(heard, phrases.recentFirst);
  const place = filter && 'merchant' in filter ? { search: filter.merchant } : filter;
  return {
    name: 'list_entries',
    args: {
      // "the last five" reaches back as far as it must; a mere "my transactions" is about this month.
      ...(period ?? (some || filter || says(heard, everything(heard)) ? {} : defaultPeriod(heard))),
      ...place,
      ...amountBounds(heard),
      ...(income && { kind: 'income' }),
      sort,
      ...(limit !== null ? { limit } : some && !period ? { limit: LIST_LIMIT } : {}),
    },
  };
}

function everything(heard: Heard): string {
  return `${heard.lexicon.phrases.overall}|history|historial|verlauf|historique|historico|extrato`;
}

/** The call that sums up as the message asks. */
export function summary(heard: Heard, income: boolean): PlannedCall {
  const period = periodIn(heard) ?? comparedPeriod(heard) ?? defaultPeriod(heard);
  const filter = filterIn(heard);
  const chart = says(heard, heard.lexicon.phrases.chart);
  const group =
    groupIn(heard) ??
    (says(heard, heard.lexicon.phrases.compare) ? compareBy(heard) : filter ? (chart ? 'month' : 'none') : 'category');
  const refund = says(heard, heard.lexicon.phrases.refund);
  return {
    name: 'spending_summary',
    args: {
      from: period.from < FIRST_DAY ? FIRST_DAY : period.from,
      to: period.to,
      groupBy: group,
      ...filter,
      ...(income && { kind: 'income' }),
      ...(refund && !income && { kind: 'refund' }),
      ...(chart && { chart: true }),
    },
  };
}

/** "compared to usual" without a period looks at the last three months. */
function comparedPeriod(heard: Heard): { from: string; to: string } | null {
  if (!says(heard, heard.lexicon.phrases.compare)) return null;
  const { from } = defaultPeriod(heard);
  const [year, month] = from.split('-').map(Number) as [number, number];
  const back = month > 2 ? [year, month - 2] : [year - 1, month + 10];
  return { from: `${back[0]}-${String(back[1]).padStart(2, '0')}-01`, to: heard.context.today };
}

function compareBy(heard: Heard): 'week' | 'month' | 'day' {
  const grains = new Set(heard.dates.map(({ grain }) => grain));
  return grains.has('week') ? 'week' : grains.has('day') ? 'day' : 'month';
}

/** "by category", "per week", "which month". */
export function groupIn(heard: Heard): string | null {
  const { by, groups } = heard.lexicon.phrases;
  // The days of the week are asked for with the word for week, which alone is a group of its own.
  for (const group of ['weekday', 'category', 'merchant', 'day', 'week', 'month'] as const) {
    const phrase = anywhere(
      `(?:${by}) (?:(?:the|el|la|los|las|dem|der|den|die|das|le|les|o|a|os|as) )?(?:${groups[group]})`,
    ).exec(heard.folded);
    if (!phrase) continue;
    // "what week" in "by the last week" is a date, and "a week" in a budget no group.
    const at = phrase.index;
    if (
      !heard.dates.some(
        (date) => date.start < at + phrase[0].length && at < date.end && date.end > at + phrase[0].length,
      )
    )
      return group;
  }
  if (anywhere('daily|taglich|diario|quotidien').test(heard.folded)) return 'day';
  return null;
}

/** "last five", "top 3", "my last transaction". */
function countIn(heard: Heard): number | null {
  const { recentFirst, largest, smallest, oldest, listNoun } = heard.lexicon.phrases;
  const first = `${recentFirst}|${largest}|${smallest}|${oldest}`;
  const near = anywhere(`(?:(?:${first}) )+(\\d{1,3}|\\p{L}+)|(\\d{1,3}|\\p{L}+) (?:${first})`).exec(heard.folded);
  const inDate = near && heard.dates.some((date) => date.start <= near.index && near.index < date.end);
  for (const word of near && !inDate ? [near[1], near[2]] : []) {
    if (word && /^\d+$/.test(word) && Number(word) > 0) return Math.min(Number(word), 100);
    const value = Object.entries(heard.lexicon.numbers.values).find(
      ([number, list]) => Number(number) > 1 && word && listed(list).includes(word),
    );
    if (value) return Number(value[0]);
  }
  // "my last purchase", one only.
  const single = anywhere(`(?:${first}) (?:\\p{L}+ ){0,2}?(?:${listNoun})`).exec(heard.folded);
  return single &&
    /(?:transaction|purchase|payment|entry|expense|charge|transaccion|movimiento|compra|pago|gasto|buchung|zahlung|transaktion|achat|paiement|depense|transacao|pagamento|despesa|lancamento)$/.test(
      single[0],
    )
    ? 1
    : null;
}

/** "over 50", "under 20 euros", "between 20 and 50 dollars". */
function amountBounds(heard: Heard): Record<string, string> {
  const { moreThan, lessThan } = heard.lexicon.phrases;
  const amounts = findAmounts(heard.text, { currency: heard.context.currency, language: heard.language }, heard.dates);
  const bounds: Record<string, string> = {};
  for (const amount of amounts) {
    const before = heard.folded.slice(Math.max(0, amount.start - 24), amount.start).trimEnd();
    if (new RegExp(`(?:^|\\s)(?:${moreThan})$`, 'u').test(before)) bounds.minAmount = amount.decimal;
    else if (new RegExp(`(?:^|\\s)(?:${lessThan})$`, 'u').test(before)) bounds.maxAmount = amount.decimal;
  }
  const [low, high] = amounts;
  if (
    low &&
    high &&
    amounts.length === 2 &&
    anywhere(listed(heard.lexicon.dates.between).join('|')).test(heard.folded)
  ) {
    return { minAmount: low.decimal, maxAmount: high.decimal };
  }
  return bounds;
}
