/** The sentences that Purser says by itself, one file a language. Amounts arrive formatted. */

export type PeriodName =
  | 'today'
  | 'yesterday'
  | 'this week'
  | 'last week'
  | 'this month'
  | 'last month'
  | 'this quarter'
  | 'last quarter'
  | 'this year'
  | 'last year'
  | 'all time';

export interface Words {
  /** BCP 47 tag by which amounts and dates are written. */
  readonly locale: string;
  /** As they stand within a sentence: "this month", "gestern". */
  readonly periods: Readonly<Record<PeriodName, string>>;
  /** A date within a sentence: "on 3 Oct", "in October 2026", "in 2025", "from 1–7 Jun 2026". */
  readonly dated: Readonly<Record<'day' | 'month' | 'year' | 'range', (date: string) => string>>;
  /** A default category's name in this language; own names stay as they are. */
  category(name: string): string;

  recorded(what: string, count: number): string;
  income: string;
  refund: string;
  /** What the running month holds for a category without a budget. */
  monthSoFar(category: string, amount: string): string;
  budgetLeft(category: string, spent: string, budget: string, left: string, period: string): string;
  budgetPassed(category: string, spent: string, budget: string, over: string, period: string): string;
  changed(before: string, after: string): string;
  deleted(what: string, count: number): string;
  undone(what: string): string;
  redone(what: string): string;
  /** What an undo took back, when it was no entry. */
  budgetChange(name: string): string;
  categoryChange(name: string): string;
  preferencesChange: string;
  /** What a ledger adds up in, an ISO 4217 code. */
  ledgerCurrency(currency: string): string;
  entryRemoved(entry: string): string;
  entryBack(entry: string): string;

  spent(amounts: string, subject: string | null, period: string, count: number): string;
  received(amounts: string, subject: string | null, period: string, count: number): string;
  refunded(amounts: string, subject: string | null, period: string, count: number): string;
  /** Refunds came to more than what was spent. */
  gotBack(amount: string, subject: string | null, period: string, count: number): string;
  nothing(subject: string | null, period: string): string;
  /** A line for the rest of a list that is too long to show. */
  more(count: number): string;
  entriesHeading(count: number, subject: string | null, period: string): string;
  /** A heading over the first few of more. */
  someEntriesHeading(
    count: number,
    order: 'newest' | 'oldest' | 'largest' | 'smallest',
    subject: string | null,
    period: string,
  ): string;
  noEntries: string;

  everySpending: string;
  budgetSet(name: string, amount: string, every: 'weekly' | 'monthly' | 'yearly'): string;
  budgetRemoved(name: string): string;
  noBudgets: string;
  budgetUncounted(amounts: string): string;
  /** What remains for each day that is left. */
  perDay(amount: string, days: number): string;
  monthWithoutBudget(spent: string, lastMonth: string | null): string;

  categories(expense: string, income: string): string;
  categoryAdded(name: string): string;
  categoryRenamed(from: string, to: string): string;
  categoriesMerged(from: string, into: string, entries: number): string;
  exported(count: number): string;
  /** After a change of time zone. */
  arrangedFollows: string;
  preferences(currency: string, timezone: string, language: string, weekday: string): string;
  languageName: string;
  /** A rate of exchange was kept: “1 USD = 0.92 EUR”, and from which day where that is not today. */
  rateNoted(rate: string, day: string | null): string;

  /** Questions before something that was not plainly asked for, or that touches several entries. */
  proposeRecording(what: string): string;
  proposeChange(before: string, after: string): string;
  proposeDeletion(what: string, count: number): string;
  proposeBudget(name: string, amount: string, every: 'weekly' | 'monthly' | 'yearly'): string;
  proposeBudgetRemoval(name: string): string;
  proposeMerge(from: string, into: string, entries: number): string;
  proposeRename(from: string, to: string): string;
  proposeCategory(name: string): string;
  proposeRate(rate: string): string;
  proposeOther: string;
  /** Said under a proposal where there may be no buttons. */
  confirmHint: string;
  cancelled: string;
  expired: string;
  overtaken: string;
  settledAlready: string;

  buttons: Readonly<Record<'undo' | 'redo' | 'edit' | 'rows' | 'confirm' | 'cancel' | 'unlink', string>>;
  /** The form behind the Edit button. */
  formTitle: string;
  formSubmit: string;
  formLabels: Readonly<Record<'amount' | 'merchant' | 'note' | 'category' | 'date', string>>;
  /** What to answer where there are no forms. */
  editPrompt(entry: string): string;
  /** The person deleted their message; the question about its entries follows. */
  messageDeleted: string;
  /** Under the first answer that somebody gets: what is assumed, and how to change it. */
  welcome(currency: string, timezone: string): string;
  /** To a group that Purser was added to; `name` is what people call it there: "@purser". */
  greeting(name: string): string;
  linkCode(code: string, minutes: string): string;
  linked(entries: number): string;
  unlinked(entries: number): string;
  /** What was recorded since the accounts were linked. */
  entriesStaying(entries: number): string;
  /** To where a code was given out, once it was used; `platform` is "Telegram". */
  accountJoined(platform: string, entries: number): string;
  /** To an account that others had come to: which ones went, "Slack, Telegram". */
  otherUnlinked(platforms: string, entries: number): string;
  /** What those recorded while they were linked. */
  entriesStayingHere(entries: number): string;
  linkPrivately: string;

  emptyMessage: string;
  tooLong(limit: string): string;
  failed: string;
  stoppedEarly: string;
  /** The model named figures that no tool returned, and no tool has said anything either. */
  figuresWithheld: string;
  modelAway: string;
  costReached: string;
  nothingToCorrect: string;
  chartTitle(subject: string | null, period: string): string;
  budgetsTitle: string;
}
