/** A threshold in words. */

import type { NamedWatch } from '../domain/watches.ts';
import { formatMoney } from '../money.ts';
import { watchWords } from '../wording/watch-words.ts';
import type { Words } from '../wording/words.ts';
import { cut } from './say-alert.ts';

/** "more than €300.00 a week on dining" */
export function describeWatch(
  { amount, per, category, merchant }: Pick<NamedWatch, 'amount' | 'per' | 'category' | 'merchant'>,
  words: Words,
): string {
  return watchWords(words).watch({
    amount: formatMoney(amount, words.locale),
    per,
    category: category === null ? null : words.category(category),
    merchant: merchant === null ? null : cut(merchant),
  });
}
