/** What questions of a certain shape are told by, for the languages that have them. As in the lexicons, folded text. */

import type { Language } from '../../language.ts';
import type { Pattern } from './lexicon.ts';

export interface QuestionPatterns {
  /** "days without spending". */
  readonly quietDays: Pattern;
  /** Before a count and a group: "top 3 days", "my most expensive month". */
  readonly top: Pattern;
  /** Before a group that is ranked by what stands later: "which three days … most". */
  readonly which: Pattern;
  readonly most: Pattern;
  readonly least: Pattern;
  readonly groups: Readonly<Record<'day' | 'month' | 'merchant' | 'category', Pattern>>;
  readonly average: Pattern;
  readonly per: Readonly<Record<'day' | 'week' | 'month', Pattern>>;
  /** One of what an average without a unit is of. */
  readonly purchase: Pattern;
  readonly howManyTimes: Pattern;
  /** "How many euros": a sum, no count. */
  readonly howMuchMoney: Pattern;
  /** Entries of any kind are counted. */
  readonly anyEntry: Pattern;
  /** Before what a question is about, where no preposition leads to it: "buy", "average". */
  readonly object: Pattern;
  /** Words that end it. */
  readonly stop: Pattern;
  /** Tells of money that came in: "get paid", "my paycheck". */
  readonly paidToMe: Pattern;
  readonly when: Pattern;
  readonly first: Pattern;
  readonly last: Pattern;
  /** One of all: "what was my largest expense". */
  readonly oneLargest: Pattern;
  readonly oneSmallest: Pattern;
}

const thing = 'expense|purchase|payment|entry|transaction|charge|bill';

const en: QuestionPatterns = {
  quietDays:
    '(?:how many )?days? (?:with ?out|with no|with zero) (?:any )?(?:spending|expenses?|purchases?|buying)|no[- ]spend(?:ing)? days?|days? (?:that )?i (?:did not|didn.?t) spend(?: anything| any money| money)?',
  top: '(?:the |my )?(?:top|most expensive|priciest|cheapest|costliest|least expensive|biggest spending|highest spending)',
  which: 'which|what',
  most: 'the most|most|highest|most expensive|priciest|costliest|biggest',
  least: 'least|least expensive|cheapest|lowest|smallest',
  groups: {
    day: 'spending days?|days?',
    month: 'spending months?|months?',
    merchant: 'merchants?|shops?|stores?|places?|vendors?',
    category: 'categories|category',
  },
  average: 'average|on average|avg|mean',
  per: {
    day: '(?:per|a|each|every) day|daily',
    week: '(?:per|a|each|every) week|weekly',
    month: '(?:per|a|each|every) month|monthly',
  },
  purchase: thing,
  howManyTimes:
    'how many times (?:did|have|do|was|were)|how often (?:did|have)|how many (?:coffees|lunches|dinners|taxis|rides|meals|trips|purchases|payments|expenses|entries|transactions)',
  howMuchMoney: 'how many (?:euros|dollars|pounds|yen)|(?:per|a|each|every) (?:day|week|month|year)',
  anyEntry: 'entries|transactions',
  object:
    'buy|bought|order|ordered|have|had|get|eat|drink|take|took|pay for|paid for|go to|visit|average|avg|mean|how many|first|last',
  stop: `a|an|the|my|i|do|did|is|was|per|each|every|in|on|at|for|of|to|this|last|so|ever|(?:${thing})s?|entries|times|spending|spend|cost|price|day|week|month|year`,
  paidToMe:
    'i (?:last )?(?:get |got )?paid|was i (?:last |first )?paid|get paid|got paid|pay ?che(?:ck|que)s?|salary|wages?|pay ?day|income',
  when: 'when (?:did|was)|what day did|on what day|which day did',
  first: 'first|first time',
  last: 'last|last time|most recently',
  oneLargest: `(?:what is|what was|whats|what s|show|show me|which was) (?:my |the )?(?:single )?(?:largest|biggest|highest|most expensive|priciest) (?:single )?(?:\\p{L}+ )?(?:${thing})`,
  oneSmallest: `(?:what is|what was|whats|what s|show|show me|which was) (?:my |the )?(?:single )?(?:smallest|lowest|cheapest|least expensive) (?:single )?(?:\\p{L}+ )?(?:${thing})`,
};

export const questionPatterns: Readonly<Record<Language, QuestionPatterns | null>> = {
  en,
  es: null,
  de: null,
  fr: null,
  pt: null,
};
