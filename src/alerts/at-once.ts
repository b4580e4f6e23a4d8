/**
 * What a recording itself brings about: a budget nearly used up or passed, a threshold passed. The reply to it says so at
 * once, and the day's look does not say it again.
 */

import type { Asker } from '../domain/asker.ts';
import { type BudgetState, TOTAL_NAME } from '../domain/budgets.ts';
import type { EntryView } from '../domain/entries.ts';
import { searchTextOf } from '../domain/entry-text.ts';
import { valuesAtHome } from '../domain/rates.ts';
import type { NamedWatch } from '../domain/watches.ts';
import { exactNumber } from '../insight/entry.ts';
import { tooLittle } from '../insight/too-little.ts';
import { TOTAL } from '../store/budgets.ts';
import type { Queries } from '../store/database.ts';
import { findLedger } from '../store/ledgers.ts';
import { noticesFor, writeNotice } from '../store/notices.ts';
import { spentAtHome } from '../store/watches.ts';
import { alertWords } from '../wording/alert-words.ts';
import { formatShare } from '../wording/analytics/shared-words.ts';
import { watchWords } from '../wording/watch-words.ts';
import type { Words } from '../wording/words.ts';
import type { Alert, BudgetFacts } from './alert.ts';
import { describeWatch } from './describe-watch.ts';
import { budgetAlerts } from './rules/budget.ts';
import { type WatchedSpending, watchedAlerts } from './rules/watched.ts';
import { sayAlert } from './say-alert.ts';
import { rowOf } from './tell.ts';
import { type LimitedWatch, limitedWatches, ofEntry, ofPeriod, periodAround } from './watched-spending.ts';

/** What was recorded, and what had stood in its place before. */
export interface Recorded {
  readonly added: readonly EntryView[];
  readonly removed: readonly EntryView[];
}

export interface ToldAtOnce {
  /** "82% of the budget is used.", by the budget's id. */
  readonly budgets: ReadonlyMap<string, string>;
  /** A sentence for each threshold that was passed. */
  readonly watches: readonly string[];
}

/**
 * Once for each crossing; what comes after it has only the ordinary lines. `states` are budgets as they stand now. In a
 * group nothing is written down, for there is no day's look to repeat it.
 */
export async function tellAtOnce(
  db: Queries,
  asker: Asker,
  recorded: Recorded,
  states: readonly BudgetState[],
  words: Words,
): Promise<ToldAtOnce> {
  const crossed = states.flatMap((state) => {
    const alert = budgetCrossed(state, recorded, asker);
    return alert ? [{ id: state.id, alert }] : [];
  });
  const passed = await watchesPassed(db, asker, recorded);
  await noteAsTold(db, asker, [
    ...crossed.map(({ alert }) => alert),
    ...overSince(passed.map(({ spending }) => spending)),
  ]);
  const say = alertWords(words);
  return {
    budgets: new Map(
      crossed.map(({ id, alert: { facts } }) => [id, say.budgetUsed(formatShare(facts.spent / facts.limit, words))]),
    ),
    watches: passed.map(({ watch, spending }) =>
      spending.entry
        ? watchWords(words).passedNow(describeWatch(watch, words))
        : sayAlert({ rule: 'watched', ...spending }, { words, asker }),
    ),
  };
}

/** The alerts of what is above its limit. */
export function overSince(spending: readonly WatchedSpending[]): Alert[] {
  return watchedAlerts(spending, 1);
}

/** How the running day, week or month stands against the watch; null for one of single entries, or without a rate. */
export async function standingOf(db: Queries, asker: Asker, { id }: NamedWatch): Promise<WatchedSpending | null> {
  const limited = (await limitedWatches(db, asker)).find(({ watch }) => watch.id === id);
  if (!limited || limited.watch.per === 'entry') return null;
  const period = periodAround(asker.today, limited.watch.per, asker);
  return ofPeriod(limited, period, await spentAtHome(db, asker.ledgerId, period, limited.watch));
}

/** Writes down that the reply to something told of these causes; not in a group. */
export async function noteAsTold(db: Queries, asker: Asker, alerts: readonly Alert[]): Promise<void> {
  if (alerts.length === 0 || (await findLedger(db, asker.ledgerId)).kind === 'shared') return;
  const at = new Date(asker.now.epochMilliseconds);
  const known = await noticesFor(
    db,
    asker,
    alerts.map(({ key }) => key),
  );
  const isTold = (key: string, bucket: string) =>
    known.some((notice) => notice.key === key && notice.bucket === bucket && notice.state === 'told');
  const unsent = { messageId: null, conversation: null, decidedAt: at } as const;
  for (const alert of alerts) {
    const { key, bucket, covers = [] } = alert;
    // What was told in a message stays with that message.
    if (!isTold(key, bucket)) {
      await writeNotice(db, asker, { ...rowOf(alert), ...unsent, state: 'told', reason: 'at-once', toldAt: at });
    }
    for (const covered of covers.filter((each) => !isTold(key, each))) {
      const row = { ...rowOf(alert), bucket: covered };
      await writeNotice(db, asker, { ...row, ...unsent, state: 'dropped', reason: 'covered', toldAt: null });
    }
  }
}

/** What the budget is now, where it was less before the recording. One in another currency waits for the day's look. */
function budgetCrossed(state: BudgetState, recorded: Recorded, asker: Asker): Alert<BudgetFacts> | null {
  if (state.budget.currency !== asker.homeCurrency) return null;
  const counts = ({ kind, amount, day, category }: EntryView) =>
    kind !== 'income' &&
    amount.currency === state.budget.currency &&
    day >= state.period.from &&
    day <= state.period.to &&
    (state.name === TOTAL_NAME || category === state.name);
  const sum = (entries: readonly EntryView[]) =>
    entries.filter(counts).reduce((total, each) => total + spentBy(each, each.amount.minor), 0n);
  const before = state.spent.minor - sum(recorded.added) + sum(recorded.removed);
  const [now] = levelAt(state, state.spent.minor, asker);
  const [then] = levelAt(state, before, asker);
  return now && now.bucket !== then?.bucket && state.spent.minor > before ? now : null;
}

/** The rule's own alert, as far as the sum alone tells: nothing about a pace. */
function levelAt({ id, name, every, period, budget, filter }: BudgetState, spent: bigint, { today }: Asker) {
  const running = {
    name,
    budget: { id, scope: filter.categoryId ?? TOTAL, period: every, amount: budget },
    limit: exactNumber(budget.minor),
    period,
    spent: exactNumber(spent),
    pace: tooLittle('days', 0, 1),
  };
  return budgetAlerts([running], { today, since: period.from, usualMonth: 1 });
}

interface Passed {
  readonly watch: NamedWatch;
  readonly spending: WatchedSpending;
}

async function watchesPassed(db: Queries, asker: Asker, recorded: Recorded): Promise<Passed[]> {
  const limited = await limitedWatches(db, asker);
  if (limited.length === 0) return [];
  const [added, removed] = [await valued(db, asker, recorded.added), await valued(db, asker, recorded.removed)];
  const passed: Passed[] = [];
  for (const each of limited) {
    const found =
      each.watch.per === 'entry'
        ? entriesPassing(each, added, removed)
        : await periodsPassed(db, asker, each, each.watch.per, added, removed);
    passed.push(...found.map((spending) => ({ watch: each.watch, spending })));
  }
  return passed;
}

interface Valued {
  readonly entry: EntryView;
  /** Negative for a refund; null where no rate is known. */
  readonly homeMinor: bigint | null;
}

async function valued(
  db: Queries,
  { ledgerId, homeCurrency }: Asker,
  entries: readonly EntryView[],
): Promise<Valued[]> {
  const spent = entries.filter(({ kind }) => kind !== 'income');
  const values = await valuesAtHome(db, ledgerId, homeCurrency, spent);
  return spent.map((entry, index) => {
    const value = values[index] ?? null;
    return { entry, homeMinor: value === null ? null : spentBy(entry, value) };
  });
}

function spentBy({ kind }: EntryView, minor: bigint): bigint {
  return kind === 'refund' ? -minor : minor;
}

/** Those above the limit that were not before. */
function entriesPassing(
  limited: LimitedWatch,
  added: readonly Valued[],
  removed: readonly Valued[],
): WatchedSpending[] {
  const above = (each: Valued) => (each.homeMinor ?? 0n) > limited.limit && isAbout(limited.watch, each.entry);
  return added
    .filter((each) => above(each) && !removed.some((other) => other.entry.id === each.entry.id && above(other)))
    .map(({ entry, homeMinor }) => ofEntry(limited, { entry, homeMinor: homeMinor ?? 0n }));
}

async function periodsPassed(
  db: Queries,
  asker: Asker,
  limited: LimitedWatch,
  per: 'day' | 'week' | 'month',
  added: readonly Valued[],
  removed: readonly Valued[],
): Promise<WatchedSpending[]> {
  const { watch, limit } = limited;
  const ours = added.filter(({ entry }) => isAbout(watch, entry));
  const periods = new Map(ours.map(({ entry }) => [periodAround(entry.day, per, asker).from, entry.day]));
  const found: WatchedSpending[] = [];
  for (const day of periods.values()) {
    const period = periodAround(day, per, asker);
    const sum = (entries: readonly Valued[]) =>
      entries
        .filter(({ entry }) => isAbout(watch, entry) && entry.day >= period.from && entry.day <= period.to)
        .reduce((total, { homeMinor }) => total + (homeMinor ?? 0n), 0n);
    const after = await spentAtHome(db, asker.ledgerId, period, watch);
    const before = after - sum(added) + sum(removed);
    if (after > limit && before <= limit) found.push(ofPeriod(limited, period, after));
  }
  return found;
}

function isAbout({ category, merchantKey }: NamedWatch, entry: EntryView): boolean {
  const text = searchTextOf([entry.merchant, entry.note].filter(Boolean).join(' '));
  return (category === null || entry.category === category) && (merchantKey === null || text.includes(merchantKey));
}
