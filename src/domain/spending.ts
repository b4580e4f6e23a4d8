/** What was spent or received in a period, as sums. */

import { type Money, sumMoney } from '../money.ts';
import { addDays, addMonths, type Day, type Period, unitAround, type Weekday, weekdayOf } from '../period.ts';
import { listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import { type EntryFilter, type EntryKind, type EntrySum, spellingsOf, sumEntries } from '../store/entries.ts';
import { sumDays } from '../store/totals.ts';
import type { Asker } from './asker.ts';
import { requireCategory } from './categories.ts';
import { searchTextOf } from './entry-text.ts';

export type GroupBy = 'category' | 'merchant' | 'day' | 'week' | 'month' | 'weekday' | 'none';

export interface SpendingQuestion extends Period {
  readonly groupBy: GroupBy;
  /** A category's name. */
  readonly category?: string;
  /** Part of a merchant or note. */
  readonly merchant?: string;
  /** Spending (expenses less refunds) unless it says otherwise. */
  readonly kind?: EntryKind;
}

export interface SpendingGroup {
  /** A category's or merchant's name, a day, the first day of a week, a month as YYYY-MM, or a weekday (Monday is 1). */
  readonly key: string;
  readonly amount: Money;
  readonly count: number;
}

export interface Spending {
  /** One total for each currency, the one with the most entries first; empty when there is nothing. */
  readonly totals: readonly Money[];
  readonly count: number;
  /** Time in its order with its gaps filled, all else largest first; the currencies of `totals` one after the other. */
  readonly groups: readonly SpendingGroup[];
  readonly filter: EntryFilter;
  /** The name of the category asked for, as the ledger has it. */
  readonly category: string | null;
}

/** Sums the asker's entries. Throws an InputError for an unknown category. */
export async function sumSpending(db: Queries, asker: Asker, question: SpendingQuestion): Promise<Spending> {
  const { ledgerId } = asker;
  const categories = await listCategories(db, ledgerId);
  const category = question.category === undefined ? null : requireCategory(categories, question.category);
  const kinds = kindsOf(question.kind ?? (category?.kind === 'income' ? 'income' : 'expense'));
  const filter: EntryFilter = {
    from: question.from,
    to: question.to,
    kinds,
    ...(category ? { categoryId: category.id } : {}),
    ...(question.merchant ? { texts: [searchTextOf(question.merchant)] } : {}),
  };
  const column = columnOf(question.groupBy);
  // Texts and merchants by the day are in the entries alone.
  const sums =
    filter.texts || column === 'merchantKey'
      ? await sumEntries(db, ledgerId, filter, column)
      : await sumDays(db, ledgerId, filter, column);
  const totals = netTotals(sums, kinds);
  const keyed = sums.map((sum) => ({ ...sum, key: groupKey(question.groupBy, sum.key, asker) }));
  const groups = totals.flatMap(({ currency }) => {
    const own = groupSums(
      keyed.filter((sum) => sum.currency === currency),
      kinds,
    );
    return question.groupBy === 'none' ? [] : ordered(own, question, currency, asker.preferences.firstDayOfWeek);
  });
  const names = await namesOf(db, ledgerId, question.groupBy, groups, categories);
  return {
    totals,
    count: sums.reduce((count, sum) => count + sum.count, 0),
    groups: groups.map((group) => ({ ...group, key: names.get(group.key) ?? group.key })),
    filter,
    category: category?.name ?? null,
  };
}

/** The net amount of each currency: refunds lower what was spent. */
function netTotals(sums: readonly EntrySum[], kinds: readonly EntryKind[]): Money[] {
  const counts = new Map<string, number>();
  for (const sum of sums) counts.set(sum.currency, (counts.get(sum.currency) ?? 0) + sum.count);
  return [...counts.entries()]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([currency]) => {
      const own = sums.filter((sum) => sum.currency === currency);
      return sumMoney(
        own.map((sum) => signed(sum, kinds)),
        currency,
      );
    });
}

/** Spending takes its refunds along. */
function kindsOf(kind: EntryKind): EntryKind[] {
  return kind === 'expense' ? ['expense', 'refund'] : [kind];
}

/** A refund lowers what was spent, and counts by itself only where refunds alone are asked for. */
function signed(sum: EntrySum, kinds: readonly EntryKind[]): Money {
  const isDeduction = sum.kind === 'refund' && kinds.includes('expense');
  return { minor: isDeduction ? -sum.minor : sum.minor, currency: sum.currency };
}

function columnOf(groupBy: GroupBy): 'categoryId' | 'merchantKey' | 'day' | 'none' {
  if (groupBy === 'category') return 'categoryId';
  if (groupBy === 'merchant') return 'merchantKey';
  return groupBy === 'none' ? 'none' : 'day';
}

function groupKey(groupBy: GroupBy, key: string, asker: Asker): string {
  if (groupBy === 'week') return unitAround(key, 'week', asker.preferences.firstDayOfWeek).from;
  if (groupBy === 'month') return key.slice(0, 7);
  if (groupBy === 'weekday') return String(weekdayOf(key));
  return key;
}

function groupSums(sums: readonly EntrySum[], kinds: readonly EntryKind[]): SpendingGroup[] {
  const keys = [...new Set(sums.map((sum) => sum.key))];
  return keys.map((key) => {
    const own = sums.filter((sum) => sum.key === key);
    return {
      key,
      amount: sumMoney(
        own.map((sum) => signed(sum, kinds)),
        own[0]?.currency ?? '',
      ),
      count: own.reduce((count, sum) => count + sum.count, 0),
    };
  });
}

/** The longest axis of time that is filled with empty groups. */
const MAX_FILLED_GROUPS = 400;

function ordered(
  groups: SpendingGroup[],
  question: SpendingQuestion,
  currency: string,
  first: Weekday,
): SpendingGroup[] {
  if (question.groupBy === 'category' || question.groupBy === 'merchant') return groups.sort(largestFirst);
  const keys = axis(question, first);
  if (keys.length > MAX_FILLED_GROUPS) return groups.sort((a, b) => (a.key < b.key ? -1 : 1));
  const byKey = new Map(groups.map((group) => [group.key, group]));
  return keys.map((key) => byKey.get(key) ?? { key, amount: { minor: 0n, currency }, count: 0 });
}

/** Those alike in the order of their keys, whatever order a database gave them in. */
function largestFirst(a: SpendingGroup, b: SpendingGroup): number {
  if (a.amount.minor !== b.amount.minor) return a.amount.minor < b.amount.minor ? 1 : -1;
  return a.key < b.key ? -1 : 1;
}

function axis({ groupBy, from, to }: SpendingQuestion, firstDayOfWeek: Weekday): string[] {
  if (groupBy === 'weekday') return Array.from({ length: 7 }, (_, i) => String(((firstDayOfWeek - 1 + i) % 7) + 1));
  const keys: string[] = [];
  const start: Day = groupBy === 'week' ? unitAround(from, 'week', firstDayOfWeek).from : from;
  const step = (day: Day) =>
    groupBy === 'month' ? addMonths(`${day.slice(0, 7)}-01`, 1) : addDays(day, groupBy === 'week' ? 7 : 1);
  for (let day = start; day <= to && keys.length <= MAX_FILLED_GROUPS; day = step(day)) {
    keys.push(groupBy === 'month' ? day.slice(0, 7) : day);
  }
  return keys;
}

async function namesOf(
  db: Queries,
  ledgerId: string,
  groupBy: GroupBy,
  groups: readonly SpendingGroup[],
  categories: readonly { id: string; name: string }[],
): Promise<Map<string, string>> {
  if (groupBy === 'category') return new Map(categories.map(({ id, name }) => [id, name]));
  if (groupBy !== 'merchant') return new Map();
  const shown = groups.slice(0, MAX_NAMED_MERCHANTS).map((group) => group.key);
  return await spellingsOf(db, ledgerId, shown.filter(Boolean));
}

/** Only so many merchants are shown, so only so many spellings are looked up. */
const MAX_NAMED_MERCHANTS = 25;
