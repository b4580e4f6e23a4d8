/** What would be if a category cost less, or more: by a share, or by an amount a month. */

import { type Heard, says } from '../hearing.ts';
import type { AnalyticsPatterns, ChangePatterns } from '../lexicon/analytics-patterns.ts';
import { categoryMentioned } from './analytics-args.ts';
import { amountsIn } from './counts.ts';
import { goalNamed } from './goals.ts';

/** The call's arguments; null where no category, or no change of it, is named. */
export function whatIf(heard: Heard, { changes }: AnalyticsPatterns): Record<string, unknown> | null {
  const category = categoryMentioned(heard);
  if (!category || !changes) return null;
  const change = changeIn(heard, changes);
  const goal = goalNamed(heard);
  return change && { category, ...change, ...(goal && { goal }) };
}

function changeIn(heard: Heard, changes: ChangePatterns): { percent: number } | { amount: string } | null {
  const sign = says(heard, changes.less) ? -1 : says(heard, changes.more) ? 1 : 0;
  const written = /(\d+(?:[.,]\d+)?) ?(?:%|per ?cent|pct|prozent|por ciento|pour ?cent|por cento)/.exec(heard.folded);
  if (written && sign !== 0) return { percent: sign * Math.round(Number(written[1]?.replace(',', '.'))) };
  const amount = amountsIn(heard).find(({ strength }) => strength > 0);
  if (amount && sign !== 0) return { amount: `${sign < 0 ? '-' : ''}${aMonth(heard, amount.decimal)}` };
  const share = changes.shares.find(([, words]) => says(heard, words));
  if (share && sign !== 0) return { percent: sign * share[0] };
  const all = changes.whole.find(([, words]) => says(heard, words));
  return all ? { percent: all[0] } : null;
}

/** An amount a week or a year as one a month, to two places: 52 weeks are a year. */
export function aMonth(heard: Heard, decimal: string): string {
  const { weekly, yearly, monthly } = heard.lexicon.phrases;
  const [times, parts] = says(heard, monthly)
    ? [1n, 1n]
    : says(heard, weekly)
      ? [52n, 12n]
      : says(heard, yearly)
        ? [1n, 12n]
        : [1n, 1n];
  if (times === parts) return decimal;
  const [whole = '0', fraction = ''] = decimal.split('.');
  const cents = (BigInt(`${whole}${fraction.padEnd(2, '0').slice(0, 2)}`) * times * 2n + parts) / (parts * 2n);
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
}
