/** A few calls of each sentence, the same for all languages, with figures that can be found again in what comes out. */

import { type Language, languages } from '../../src/language.ts';
import type { Words } from '../../src/wording/words.ts';
import { wordsFor } from '../../src/wording/words-for.ts';

type SentenceKey = {
  [Key in keyof Words]: Words[Key] extends (...args: never[]) => string ? Key : never;
}[keyof Words];
type Calls = { readonly [Key in SentenceKey]: readonly Parameters<Words[Key]>[] };

const counts = [2, 7, 21, 100, 1234];
const budget = ['Zirkus', '61,05 €', '300,00 €', '238,95 €', 'P9'] as [string, string, string, string, string];
const spending = [1, ...counts].flatMap((count) => [
  ['71,05 € + $8.40', null, 'P9', count] as [string, null, string, number],
  ['71,05 €', 'Zirkus', 'P9', count] as [string, string, string, number],
]);
const rhythms = (['weekly', 'monthly', 'yearly'] as const).map(
  (every) => ['Zirkus', '300,00 €', every] as [string, string, typeof every],
);

const calls: Calls = {
  category: [['Zirkus']],
  recorded: [['Zirkus 12,50 €', 1], ...counts.map((count) => ['Zirkus 12,50 €', count] as [string, number])],
  monthSoFar: [['Zirkus', '61,05 €']],
  budgetLeft: [budget],
  budgetPassed: [budget],
  changed: [['Zirkus 12,50 €', 'Oper 15,00 €']],
  deleted: [['Zirkus 12,50 €', 1], ...counts.map((count) => ['Zirkus 12,50 €', count] as [string, number])],
  undone: [['Zirkus 12,50 €']],
  redone: [['Zirkus 12,50 €']],
  budgetChange: [['Zirkus']],
  categoryChange: [['Zirkus']],
  entryRemoved: [['Zirkus 12,50 €']],
  entryBack: [['Zirkus 12,50 €']],
  spent: spending,
  received: spending,
  refunded: spending,
  gotBack: spending,
  nothing: [
    [null, 'P9'],
    ['Zirkus', 'P9'],
  ],
  more: counts.map((count) => [count]),
  entriesHeading: [1, ...counts].flatMap((count) => [
    [count, null, 'P9'] as [number, null, string],
    [count, 'Zirkus', 'P9'] as [number, string, string],
  ]),
  someEntriesHeading: (['newest', 'oldest', 'largest', 'smallest'] as const).flatMap((order) => [
    [3, order, null, 'P9'] as [number, typeof order, null, string],
    [3, order, 'Zirkus', 'P9'] as [number, typeof order, string, string],
  ]),
  ledgerCurrency: [['XDR']],
  rateNoted: [
    ['1 USD = 0,92 EUR', null],
    ['1 USD = 0,92 EUR', 'P9'],
  ],
  proposeRate: [['1 USD = 0,92 EUR']],
  budgetSet: rhythms,
  budgetRemoved: [['Zirkus']],
  budgetUncounted: [['$8.40']],
  perDay: counts.map((count) => ['4,10 €', count]),
  monthWithoutBudget: [
    ['61,05 €', null],
    ['61,05 €', '71,05 €'],
  ],
  categories: [['Zirkus', 'Oper']],
  categoryAdded: [['Zirkus']],
  categoryRenamed: [['Zirkus', 'Oper']],
  categoriesMerged: [0, 1, ...counts].map((count) => ['Zirkus', 'Oper', count]),
  exported: [1, ...counts].map((count) => [count]),
  preferences: [['EUR', 'Europe/Berlin', 'Klingonisch', 'Montag']],
  proposeRecording: [['Zirkus 12,50 €']],
  proposeChange: [['Zirkus 12,50 €', 'Oper 15,00 €']],
  proposeDeletion: [['Zirkus 12,50 €', 1], ...counts.map((count) => ['Zirkus 12,50 €', count] as [string, number])],
  proposeBudget: rhythms,
  proposeBudgetRemoval: [['Zirkus']],
  proposeCategory: [['Zirkus']],
  editPrompt: [['Zirkus 12,50 €']],
  welcome: [['CHF', 'Europe/Zurich']],
  greeting: [['@purser_bot']],
  accountJoined: [1, ...counts].map((count) => ['Telegram', count] as [string, number]),
  otherUnlinked: [0, 1, ...counts].map((count) => ['Slack, Telegram', count] as [string, number]),
  entriesStayingHere: [1, ...counts].map((count) => [count] as [number]),
  linkCode: [['ABCD2345', '10']],
  linked: counts.map((count) => [count] as [number]),
  entriesStaying: counts.map((count) => [count] as [number]),
  unlinked: counts.map((count) => [count] as [number]),
  proposeMerge: [0, 1, ...counts].map((count) => ['Zirkus', 'Oper', count]),
  proposeRename: [['Zirkus', 'Oper']],
  tooLong: [['4000']],
  chartTitle: [
    [null, 'P9'],
    ['Zirkus', 'P9'],
  ],
};

export interface Spoken {
  readonly key: string;
  readonly args: readonly (string | number | null)[];
  readonly text: string;
}

/** Every sentence of the language: the fixed ones once, the others for each sample call. */
export function sayEverything(language: Language): Spoken[] {
  const words = wordsFor(language);
  return Object.entries(words).flatMap(([key, value]): Spoken[] => {
    if (typeof value === 'string') return [{ key, args: [], text: value }];
    if (typeof value === 'function') {
      const say = value as (...args: unknown[]) => string;
      const samples = calls[key as SentenceKey] as readonly (string | number | null)[][];
      return samples.map((args) => ({ key, args, text: say.apply(words, args) }));
    }
    return Object.entries(value as Record<string, unknown>).map(([part, each]) =>
      typeof each === 'function'
        ? { key: `${key}.${part}`, args: ['2026'], text: each('2026') as string }
        : { key: `${key}.${part}`, args: [], text: each as string },
    );
  });
}

export const otherLanguages = languages.filter((language) => language !== 'en');
