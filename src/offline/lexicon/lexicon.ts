/**
 * What a language brings: its words, and nothing of the rules that use them. A further language is one more file of this
 * shape, listed in all-lexicons.ts.
 *
 * Word lists are words or phrases separated by commas. Patterns are regular expressions in which a space is one space,
 * matched as whole words against folded text (lower case, no accents); both may be written with their accents.
 */

import type { Language } from '../../language.ts';

export type WordList = string;
export type Pattern = string;

export interface Lexicon {
  readonly language: Language;
  /** Short words and everyday verbs that show the language of a message, and are never a currency or a merchant. */
  readonly functionWords: WordList;
  /** Words that questions are told by, set right when they are mistyped. */
  readonly keywords: WordList;
  /** Whether 1.234 (rather than 1,234) is how the language writes one thousand two hundred and thirty-four. */
  readonly dotGroupsThousands: boolean;
  readonly numbers: NumberWords;
  readonly dates: DateWords;
  readonly phrases: PhrasePatterns;
  readonly links: LinkWords;
}

export interface NumberWords {
  /** Words of the values up to 90 that have an own word; also "a", "one", "few". */
  readonly values: Readonly<Record<number, WordList>>;
  /** Words that stand for a power of ten: 2 is "hundred", 3 "thousand" (or "k", "grand"). */
  readonly powers: Readonly<Record<number, WordList>>;
  /** Between the parts of a number or of an amount: "and". */
  readonly and: WordList;
  /** Behind a whole amount, another half of its unit: "and a half". */
  readonly half: Pattern;
  /** Whether numbers are written in one word: "zweihundertfünfzig". */
  readonly compound: boolean;
}

export interface DateWords {
  /** Words for a day by its distance from today: -1 is "yesterday". */
  readonly relative: Readonly<Record<number, WordList>>;
  /** Monday first. */
  readonly weekdays: readonly WordList[];
  /** January first. */
  readonly months: readonly WordList[];
  /** Month words that are ordinary words too: read only beside a number or after words such as "in" and "since". */
  readonly weakMonths: WordList;
  /** Spring, summer, autumn, winter. */
  readonly seasons: readonly WordList[];
  readonly units: Readonly<
    Record<'hour' | 'day' | 'week' | 'weekend' | 'fortnight' | 'month' | 'quarter' | 'year', WordList>
  >;
  readonly last: WordList;
  readonly this: WordList;
  readonly next: WordList;
  /** Of the unit before the last one: "before last", "vorletzte". */
  readonly beforeLast: WordList;
  /** "first half of 2025". */
  readonly half: WordList;
  /** Days with a name, by month and day. */
  readonly holidays: Readonly<Record<string, WordList>>;
  /** Ordinal words, first to fifth. */
  readonly ordinals: readonly WordList[];
  /** What is written at a number to make it an ordinal: "st", "er", "º". */
  readonly ordinalEndings: WordList;
  /** "3 days ago". */
  readonly agoAfter: WordList;
  /** "hace 3 días". */
  readonly agoBefore: WordList;
  readonly since: WordList;
  readonly until: WordList;
  readonly before: WordList;
  readonly after: WordList;
  readonly onwards: WordList;
  readonly from: WordList;
  readonly to: WordList;
  readonly between: WordList;
  readonly and: WordList;
  /** Before a period: "in", "during", "for". */
  readonly in: WordList;
  /** Before a day of the month with no month: "on the", "el", "am". */
  readonly onThe: WordList;
  /** Words that may stand between the parts of a date: articles, "of". */
  readonly of: WordList;
  /** Between a day and its month: "3rd of May". */
  readonly ofMonth: WordList;
  /** Whether "the 3 last months" is how the last three are said. */
  readonly countBeforeLast: boolean;
  readonly begin: WordList;
  readonly middle: WordList;
  readonly end: WordList;
  readonly recently: WordList;
  readonly yearToDate: WordList;
  /** All there is: "ever", "in total". */
  readonly always: WordList;
}

export interface PhrasePatterns {
  /** At the start of a message (after greetings) it makes it a question or a request to be told. */
  readonly questionStart: Pattern;
  /** Anywhere in a message it does. */
  readonly questionAnywhere: Pattern;
  /** Wishes, plans, conditions, reminders, negations: nothing that happened. */
  readonly notDone: Pattern;
  /**
   * Leading orders that are none of ours, though a sum may follow: "send 20 to", "set an alarm". A past tense that only an
   * accent tells from the order is left out by whoever asks.
   */
  readonly otherOrder: Pattern;
  /** Money that somebody else spent. */
  readonly others: Pattern;
  /** Said before anything else: "hi", "please", "ok". */
  readonly opener: Pattern;
  /** "can you": before an order it is no question. */
  readonly polite: Pattern;
  /** Verbs of having spent. */
  readonly spent: Pattern;
  /** "add", "log": asks to record what follows. */
  readonly recordOrder: Pattern;
  /** Anything that speaks of spending in a question. */
  readonly spending: Pattern;
  /** What speaks of spending in a question only: "waste", "shop", "use my card", any verb behind "how much did I". */
  readonly askedOf: Pattern;
  /** Asks for places. */
  readonly whereabouts: Pattern;
  /** Asks for how many, which the rows tell. */
  readonly howOften: Pattern;
  /** Those of them that are about money alone: "paid 20 fees", but not "ate 3 apples". */
  readonly paid: Pattern;
  /** Verbs of having got money, or got it back. */
  readonly earned: Pattern;
  readonly income: Pattern;
  readonly refund: Pattern;
  /** Subjects and verbs of a sentence: a text with them and without a verb of spending is no note of an expense. */
  readonly sentence: Pattern;
  /** What people say of a thing and not to correct it: "that was fun". */
  readonly judgement: Pattern;
  /** "was": tells a price behind a thing bought ("lunch was 15"), else corrects. */
  readonly was: Pattern;
  /** Words that only glue a record together and are no part of its note: "for", "a", "my". */
  readonly filler: Pattern;
  readonly undo: Pattern;
  readonly redo: Pattern;
  readonly deleteVerb: Pattern;
  /** "the last one", "that", "it": the entry just made. */
  readonly thatEntry: Pattern;
  /** "them": the entries of a list just shown. */
  readonly thoseShown: Pattern;
  /** More than can go at one word. */
  readonly everything: Pattern;
  readonly entryNoun: Pattern;
  /** Corrects by itself when it begins the message: "no,", "actually". */
  readonly correctionStart: Pattern;
  /** Corrects wherever it stands: "should be", "make it". */
  readonly correction: Pattern;
  /** "change … to": what stands between is the entry meant. */
  readonly change: Pattern;
  /** Between the entry meant and its new value. */
  readonly changeTo: Pattern;
  /** Before what does not hold: "not", "instead of". */
  readonly insteadOf: Pattern;
  /** Between what does not hold and what does: "but". */
  readonly but: Pattern;
  readonly categoryNoun: Pattern;
  readonly budgetNoun: Pattern;
  /** Sets a budget without that word: "keep groceries under". */
  readonly budgetOrder: Pattern;
  readonly budgetRemove: Pattern;
  readonly budgetStatus: Pattern;
  readonly overall: Pattern;
  readonly weekly: Pattern;
  readonly monthly: Pattern;
  readonly yearly: Pattern;
  readonly listNoun: Pattern;
  readonly listVerb: Pattern;
  readonly recentFirst: Pattern;
  readonly largest: Pattern;
  readonly smallest: Pattern;
  readonly oldest: Pattern;
  readonly moreThan: Pattern;
  readonly lessThan: Pattern;
  readonly chart: Pattern;
  /** Continues the question before: "and", "what about". */
  readonly followUp: Pattern;
  readonly compare: Pattern;
  readonly by: Pattern;
  /** "monthly spending": adjectives that group what is longer than their unit. */
  readonly every: Readonly<Record<'day' | 'week' | 'month', Pattern>>;
  readonly groups: Readonly<Record<'category' | 'merchant' | 'day' | 'week' | 'month' | 'weekday', Pattern>>;
  readonly add: Pattern;
  readonly rename: Pattern;
  readonly merge: Pattern;
  readonly export: Pattern;
  readonly currencyNoun: Pattern;
  /** "use dollars", before nothing but a currency. */
  readonly useCurrency: Pattern;
  readonly timezoneNoun: Pattern;
  readonly speak: Pattern;
  readonly weekStarts: Pattern;
  readonly languageNames: Readonly<Record<Language, Pattern>>;
  /** Asks for a sum even without a verb of spending: "how much at Lidl last week". */
  readonly howMuch: Pattern;
  readonly help: Pattern;
  readonly greeting: Pattern;
  readonly thanks: Pattern;
  readonly yes: Pattern;
  readonly no: Pattern;
}

export interface LinkWords {
  /** Before a shop or a person paid: "at", "bei", "chez". */
  readonly merchant: Pattern;
  /** Before a shop when a name follows, else before what was bought: "en", "no". */
  readonly merchantOrNote: Pattern;
  /** Before what was bought: "for", "de", "pour". */
  readonly note: Pattern;
  /** Between what was bought and its price: "two shirts for 40". */
  readonly price: Pattern;
  /** Between items: "and". */
  readonly and: Pattern;
  /** Before what a question is about: "on", "for", "en". */
  readonly about: Pattern;
  readonly article: Pattern;
  /** Words that a question's object never is: "money", "my card", "transactions". */
  readonly notAbout: Pattern;
  /** Ends a question's object: verbs and conjunctions. */
  readonly stop: Pattern;
}
