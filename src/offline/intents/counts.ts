/** How many rows a question asks for, and between which amounts. */

import { type AmountFound, findAmounts } from '../amounts/read-amounts.ts';
import type { Heard } from '../hearing.ts';
import { anywhere, expression, foldPattern, listed } from '../lexicon/patterns.ts';

const MOST_ROWS = 100;

/** "last five", "top 3", "cinq dernières", "my last transaction". */
export function countIn(heard: Heard): number | null {
  const { recentFirst, largest, smallest, oldest, listNoun } = heard.lexicon.phrases;
  const first = `${recentFirst}|${largest}|${smallest}|${oldest}`;
  for (const pattern of [`(?:(?:${first}) )+(\\d{1,3}|\\p{L}+)`, `(\\d{1,3}|\\p{L}+) (?:${first})`]) {
    const near = anywhere(pattern).exec(heard.folded);
    if (!near || heard.dates.some((date) => date.start < near.index + near[0].length && near.index < date.end))
      continue;
    const count = countOf(heard, near[1] as string);
    if (count !== null) return count;
  }
  // "my last purchase", one only.
  const single = anywhere(`(?:${first}) (?:\\p{L}+ ){0,2}?(?:${listNoun}|thing|item|cosa|sache|chose|coisa)`).exec(
    heard.folded,
  );
  return single &&
    /(?:thing|item|cosa|sache|chose|coisa|transaction|purchase|payment|entry|expense|charge|transaccion|movimiento|compra|pago|gasto|buchung|zahlung|transaktion|achat|paiement|depense|transacao|pagamento|despesa|lancamento)$/.test(
      single[0],
    )
    ? 1
    : null;
}

function countOf(heard: Heard, word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word) > 0 ? Math.min(Number(word), MOST_ROWS) : null;
  const value = Object.entries(heard.lexicon.numbers.values).find(
    ([number, list]) => Number(number) > 1 && listed(list).includes(word),
  );
  return value ? Number(value[0]) : null;
}

export function amountsIn(heard: Heard): AmountFound[] {
  return findAmounts(heard.text, { currency: heard.context.currency, language: heard.language }, heard.dates);
}

/** "over 50", "under 20 euros", "between 20 and 50 dollars". */
export function amountBounds(heard: Heard): Record<string, string> {
  const { moreThan, lessThan } = heard.lexicon.phrases;
  const amounts = amountsIn(heard);
  const bounds: Record<string, string> = {};
  for (const amount of amounts) {
    const before = heard.folded.slice(Math.max(0, amount.start - 24), amount.start).trimEnd();
    if (expression(`(?:^|\\s)(?:${foldPattern(moreThan)})$`).test(before)) bounds.minAmount = amount.decimal;
    else if (expression(`(?:^|\\s)(?:${foldPattern(lessThan)})$`).test(before)) bounds.maxAmount = amount.decimal;
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
