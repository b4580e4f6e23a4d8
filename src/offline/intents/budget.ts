/** Budgets: setting one, removing one, asking how they stand. */

import { guessCategory } from '../../domain/category-words.ts';
import { foldInPlace } from '../../domain/fold.ts';
import { categoryFor, categoryIn } from '../category-in.ts';
import type { Heard, Intent } from '../hearing.ts';
import { begins, says } from '../hearing.ts';
import { anywhere, expression } from '../lexicon/patterns.ts';
import { asks } from '../question.ts';
import { amountsAndDates } from '../records/read-record.ts';
import { refusal } from '../refusal.ts';
import { mentions } from './find-entry.ts';
import { subjectsIn, withoutDatesAndAmounts } from './subject.ts';

export const setBudget: Intent = (heard) => {
  const { phrases } = heard.lexicon;
  // The word stands near the beginning, or the message is about something else: "dinner 30, within budget".
  if (says(heard, notABudget) || begins(heard, phrases.spent)) return null;
  const about = begins(heard, `(?:\\S+ ){0,4}(?:${phrases.budgetNoun})`);
  const repeats = says(heard, `${phrases.weekly}|${phrases.monthly}|${phrases.yearly}`);
  // "keep groceries under 400 a month" needs its period, or it is about one purchase.
  const ordered = repeats && anywhere(phrases.budgetOrder).exec(heard.said)?.index === 0;
  const asked = asks(heard.folded, heard.lexicon) || says(heard, phrases.notDone);
  if (!ordered && (!about || asked)) return null;
  if (heard.folded.includes('?')) return null;
  const { amounts } = amountsAndDates(heard);
  const amount = [...amounts].sort((a, b) => b.strength - a.strength)[0];
  if (!amount) return null;
  const words = heard.text.slice(0, amount.start) + heard.text.slice(amount.end);
  const refused = refusal(heard, [{ amount: amount.decimal, currency: amount.currency }]);
  if (refused !== null) return { say: refused };
  return {
    calls: [
      {
        name: 'set_budget',
        args: {
          category: budgetCategory(heard, words) ?? 'total',
          amount: amount.decimal,
          ...(amount.explicitCurrency && { currency: amount.currency }),
          period: periodIn(heard),
        },
      },
    ],
  };
};

export const removeBudget: Intent = (heard) => {
  const { phrases } = heard.lexicon;
  if (!says(heard, phrases.budgetNoun) || !begins(heard, `(?:\\S+ ){0,3}(?:${phrases.budgetRemove})`)) return null;
  if (asks(heard.folded, heard.lexicon)) return null;
  return { calls: [{ name: 'remove_budget', args: { category: budgetCategory(heard, heard.text) ?? 'total' } }] };
};

export const budgetStatus: Intent = (heard) => {
  const { phrases } = heard.lexicon;
  const asked = asks(heard.folded, heard.lexicon) || heard.folded.split(' ').length <= 6;
  const means = says(heard, phrases.budgetStatus) || (says(heard, phrases.budgetNoun) && asked);
  if (!means || says(heard, notABudget)) return null;
  const words = withoutDatesAndAmounts(heard);
  const named = budgetCategory(heard, words);
  const known = named !== null && heard.context.categories.some(({ name }) => name === named);
  const category = known ? named : guessCategory(words);
  return {
    calls: [
      {
        name: 'budget_status',
        args: {
          ...(category && category !== 'total' && { category }),
          ...(says(heard, phrases.chart) && { chart: true }),
        },
      },
    ],
  };
};

/** A bank's limits and balances are not ours to know. */
const notABudget =
  '(?:increase|raise|decrease|lower|reduce|extend) .* by|(?:aumenta|sube|baja) .* (?:en|por)|(?:erhohe?|senke?|reduziere?) .* um|(?:augmente|baisse|reduis) .* de|(?:aumente?|diminui|reduz) .* em|credit limit|limit for credit|card limit|card|visa|mastercard|account|bank|kreditlimit|kreditkarte|konto|limite de credito|tarjeta|cuenta|carte|compte|plafond de carte|cartao|conta';

/** The category that the words name, any of the person's own first; null when they name none. */
function budgetCategory(heard: Heard, words: string): string | null {
  const { phrases } = heard.lexicon;
  const named = heard.context.categories.find(({ name }) => mentions(words, name));
  if (named) return named.name;
  const bare = foldInPlace(words).replace(
    expression(anywhere(`${phrases.budgetNoun}|${phrases.weekly}|${phrases.monthly}|${phrases.yearly}`).source, 'gu'),
    ' ',
  );
  for (const length of [3, 2, 1]) {
    const list = bare.split(/[^\p{L}']+/u).filter((word) => word !== '');
    for (let at = 0; at + length <= list.length; at++) {
      const category = categoryIn(list.slice(at, at + length).join(' '), heard.context);
      if (category) return category;
    }
  }
  if (anywhere(phrases.overall).test(bare)) return 'total';
  const subject = subjectsIn(heard, bare)[0];
  if (subject) return categoryFor(subject.words, heard.context) ?? subject.words;
  // "weekly budget 50 coffee"
  return guessCategory(bare);
}

function periodIn(heard: Heard): 'weekly' | 'monthly' | 'yearly' {
  const { phrases } = heard.lexicon;
  if (says(heard, phrases.weekly)) return 'weekly';
  if (says(heard, phrases.monthly)) return 'monthly';
  return says(heard, phrases.yearly) ? 'yearly' : 'monthly';
}
