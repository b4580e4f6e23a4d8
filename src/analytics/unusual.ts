/** What in a ledger deserves a look: the entries of a period, held against what came before them. */

import type { Asker } from '../domain/asker.ts';
import { requireCategory } from '../domain/categories.ts';
import type { InsightEntry } from '../insight/entry.ts';
import { type Finding, withoutDismissed } from '../insight/finding.ts';
import { entriesBefore } from '../insight/ledger-history.ts';
import { HISTORY_DAYS } from '../insight/thresholds.ts';
import type { TooLittle } from '../insight/too-little.ts';
import { findUnusual } from '../insight/unusual.ts';
import { addDays, type Day, type Period } from '../period.ts';
import { listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import { findDismissals } from '../store/dismissals.ts';
import { entriesById } from '../store/entries.ts';
import { merchantsBefore } from '../store/insight-rows.ts';
import type { Unvalued } from '../store/totals.ts';
import { insightEntries } from './ledger-entries.ts';
import { amountsByDay } from './ledger-sums.ts';

/** Entries that are read: three years of a household, a few weeks of a company. */
const MOST_ENTRIES = 4_000;
/** Of these so many are judged at most; the rest tells what is usual. */
const MOST_JUDGED = 1_500;
/** Findings that are told apart; who has more has them all the time. */
const MOST_FINDINGS = 10;
/** Earlier amounts that a picture shows. */
const MOST_EARLIER = 120;

export interface NamedFinding extends Finding {
  /** The merchant, or what it was for, as it was written; null where the entry has neither. */
  readonly name: string | null;
  /** What its entries came to: minor units of the ledger's currency. */
  readonly entries: readonly { readonly id: string; readonly day: Day; readonly amount: number }[];
  /** For an unusual amount: those before it that it was held against, oldest first. */
  readonly earlier: readonly number[];
}

export interface FoundUnusual {
  /** The days looked at: up to today. */
  readonly period: Period;
  /** The category's name, where one was asked for. */
  readonly category: string | null;
  /** Entries looked at; `judgedFrom` is later than the period's first day where there were too many. */
  readonly judged: number;
  readonly judgedFrom: Day;
  /** The highest stake first, without those that were dismissed. */
  readonly findings: readonly NamedFinding[];
  /** All of them, when only the first few are in `findings`. */
  readonly count: number;
  readonly dismissed: number;
  readonly tooLittle: TooLittle | null;
  readonly uncounted: readonly Unvalued[];
}

/** Throws an InputError for an unknown category. */
export async function unusualIn(
  db: Queries,
  asker: Asker,
  { from, to }: Period,
  categoryName?: string,
): Promise<FoundUnusual> {
  const { ledgerId } = asker;
  const category =
    categoryName === undefined ? null : requireCategory(await listCategories(db, ledgerId), categoryName);
  const period = { from, to: to < asker.today ? to : asker.today };
  const read = { from: addDays(from, -HISTORY_DAYS), to: period.to };
  const entries = await insightEntries(db, asker, read, {}, MOST_ENTRIES);
  const judgedFrom = firstJudged(entries, period);
  const answer = findUnusual(entries, judgedFrom, period.to);
  const isAsked = (each: { readonly category: string }) => category === null || each.category === category.name;
  const judged = entries.filter((entry) => entry.day >= judgedFrom && isAsked(entry));
  const found = answer.enough ? await withoutRegulars(db, ledgerId, answer.findings.filter(isAsked)) : [];
  const dismissals = await findDismissals(
    db,
    ledgerId,
    found.map(({ key }) => key),
  );
  const findings = withoutDismissed(found, dismissals);
  const { uncounted } = await amountsByDay(db, asker, period, 'spending', category?.id);
  return {
    period,
    category: category?.name ?? null,
    judged: judged.length,
    judgedFrom,
    findings: await named(db, ledgerId, findings.slice(0, MOST_FINDINGS), entries),
    count: findings.length,
    dismissed: found.length - findings.length,
    tooLittle: answer.enough ? null : answer,
    uncounted,
  };
}

/** The period's first day, or the first whole day of as many entries as may be judged. */
function firstJudged(entries: readonly InsightEntry[], { from, to }: Period): Day {
  const first = entries.at(-MOST_JUDGED - 1);
  if (!first || first.day < from) return from;
  return first.day < to ? addDays(first.day, 1) : to;
}

/** Without "the first time there" where the merchant was met before the entries that were read. */
async function withoutRegulars(db: Queries, ledgerId: string, findings: readonly Finding[]): Promise<Finding[]> {
  const firsts = findings.filter(({ reason }) => reason.kind === 'large-first');
  const met = await merchantsBefore(
    db,
    ledgerId,
    firsts.map(({ merchant, day }) => ({ merchantKey: merchant, month: day.slice(0, 7) })),
  );
  return findings.filter(({ reason, merchant }) => reason.kind !== 'large-first' || !met.has(merchant));
}

async function named(
  db: Queries,
  ledgerId: string,
  findings: readonly Finding[],
  known: readonly InsightEntry[],
): Promise<NamedFinding[]> {
  const ids = findings.flatMap(({ entryIds }) => entryIds);
  const written = new Map((await entriesById(db, ledgerId, ids)).map((entry) => [entry.id, entry]));
  const read = new Map(known.map((entry) => [entry.id, entry]));
  return findings.map((finding) => {
    const last = written.get(finding.entryIds.at(-1) ?? '');
    return {
      ...finding,
      name: last?.merchant ?? last?.note ?? null,
      entries: finding.entryIds.flatMap((id) => {
        const entry = read.get(id);
        return entry ? [{ id, day: entry.day, amount: entry.amount }] : [];
      }),
      earlier: earlierThan(finding, known),
    };
  });
}

function earlierThan({ reason, merchant, category, day }: Finding, known: readonly InsightEntry[]): number[] {
  if (reason.kind !== 'unusual-amount') return [];
  const alike = known.filter(
    (entry) =>
      entry.kind === 'expense' &&
      (reason.basis === 'merchant' ? entry.merchant === merchant : entry.category === category),
  );
  return entriesBefore(alike, day)
    .slice(-MOST_EARLIER)
    .map(({ amount }) => amount);
}
