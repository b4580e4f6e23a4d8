/** The picture beside an alert, where one says more than the sentence. */

import type { ChartSpec } from '../charts/chart-spec.ts';
import { findingsWords } from '../wording/analytics/findings-words.ts';
import { budgetName } from '../wording/budgets.ts';
import { describeDay } from '../wording/phrasing.ts';
import type { AlertFacts } from './alert.ts';
import { nameOf, type Place } from './say-alert.ts';

/** Earlier amounts that make a cloud worth looking at. */
const LEAST_EARLIER = 5;

/** `said` is the alert's sentence, for those who can't see the picture. */
export function alertChart(facts: AlertFacts, said: string, place: Place): ChartSpec | null {
  const { words, asker } = place;
  const base = { alt: said, locale: words.locale, currency: asker.homeCurrency };
  if (facts.rule === 'budget') {
    const { name, spent, limit, expected } = facts;
    const row = { label: budgetName(name, words), spent, budget: limit };
    return {
      ...base,
      kind: 'budget',
      title: words.budgetsTitle,
      rows: [expected === null || facts.level === 'passed' ? row : { ...row, expected }],
    };
  }
  if (facts.rule === 'unusual' && facts.reason.kind === 'unusual-amount' && facts.earlier.length >= LEAST_EARLIER) {
    const { reason, earlier, amount, day, category } = facts;
    const say = findingsWords(words);
    const title = reason.basis === 'merchant' ? nameOf(facts, place) : words.category(category);
    return {
      ...base,
      kind: 'usual-range',
      title: title.charAt(0).toLocaleUpperCase() + title.slice(1),
      earlier: { name: say.earlier, values: earlier },
      usual: { name: say.usual, low: reason.usual.from, high: reason.usual.to },
      unusual: { label: describeDay(day, words, asker.today), value: amount },
    };
  }
  return null;
}
