/** What a rule finds: a cause with its facts, without any words. */

import { createHash } from 'node:crypto';
import type { Finding, Reason } from '../insight/finding.ts';
import type { GoalProgress } from '../insight/goal-progress.ts';
import type { RhythmName } from '../insight/rhythm.ts';
import type { Day, Period } from '../period.ts';
import type { BudgetPeriod } from '../store/budgets.ts';
import type { WatchSpan } from '../store/watches.ts';

export type Severity = Finding['severity'];

/** Amounts are minor units of the ledger's currency throughout. */
export interface BudgetFacts {
  readonly rule: 'budget';
  /** On course to pass it, four fifths used, or passed. */
  readonly level: 'course' | 'near' | 'passed';
  /** A category's name, or "total". */
  readonly name: string;
  /** Null for the total. */
  readonly categoryId: string | null;
  readonly every: BudgetPeriod;
  readonly period: Period;
  readonly spent: number;
  readonly limit: number;
  /** The day on which it will be passed as things go; null when it holds, is passed, or can't be told. */
  readonly passingDay: Day | null;
  /** What the period will come to; null when that can't be told. */
  readonly expected: number | null;
}

/** Something that deserves a look: an odd amount, a duplicate, a new price, a charge that did not come. */
export interface FindingFacts {
  readonly rule: 'unusual' | 'missed-bill' | 'price-rise';
  readonly reason: Reason;
  /** Key and fact of the finding: what a dismissal names. */
  readonly finding: { readonly key: string; readonly fact: string };
  readonly name: string;
  readonly category: string;
  readonly day: Day;
  readonly amount: number;
  readonly entries: readonly { readonly id: string; readonly day: Day }[];
  /** Earlier amounts that an unusual one was held against, oldest first. */
  readonly earlier: readonly number[];
}

export interface UpcomingFacts {
  readonly rule: 'upcoming-bill';
  readonly name: string;
  readonly amount: number;
  /** False for a bill that comes to something else each time. */
  readonly isFixed: boolean;
  readonly day: Day;
  readonly rhythm: RhythmName;
}

export interface GoalFacts {
  readonly rule: 'goal';
  /** Null for the goal without a name. */
  readonly name: string | null;
  readonly step: 'quarter' | 'half' | 'three-quarters' | 'reached' | 'behind';
  readonly target: number;
  readonly startDay: Day;
  readonly byDay: Day | null;
  readonly progress: GoalProgress;
}

export interface MonthEndFacts {
  readonly rule: 'month-end';
  readonly month: Period;
  readonly spent: number;
  /** The month before; null where the ledger does not know it. */
  readonly before: { readonly month: Period; readonly spent: number } | null;
  /** By category, what moved most first. */
  readonly changes: readonly { readonly name: string; readonly change: number }[];
  readonly income: number;
  /** What the new month will come to; null when that can't be told yet. */
  readonly forecast: { readonly expected: number; readonly low: number; readonly high: number } | null;
}

/** A threshold that somebody set themselves. */
export interface WatchedFacts {
  readonly rule: 'watched';
  readonly per: WatchSpan;
  readonly limit: number;
  /** The entry's amount, or what the period comes to so far. */
  readonly spent: number;
  /** Of one entry its day. */
  readonly period: Period;
  /** Name and id; null for every category. */
  readonly category: string | null;
  readonly categoryId: string | null;
  /** As it was written, and folded; null for every merchant. */
  readonly merchant: string | null;
  readonly merchantKey: string | null;
  readonly entry: { readonly id: string; readonly name: string | null; readonly day: Day } | null;
}

export type AlertFacts = WatchedFacts | BudgetFacts | FindingFacts | UpcomingFacts | GoalFacts | MonthEndFacts;
export type RuleName = AlertFacts['rule'];

export interface Alert<Facts extends AlertFacts = AlertFacts> {
  /** The cause, the same at every look. */
  readonly key: string;
  /** What was found, rounded: somebody is told of a cause once in each bucket. */
  readonly bucket: string;
  /** Buckets of the same cause that nobody needs to hear of once this one was told. */
  readonly covers?: readonly string[];
  readonly severity: Severity;
  /** Money that it is about, minor units. */
  readonly stake: number;
  readonly facts: Facts;
}

/** As long as a database's key may be; what is longer is cut and told apart by its digest. */
const MOST_OF_A_KEY = 180;

/** A cause's key as it is kept. */
export function causeKey(...parts: readonly string[]): string {
  const key = parts.join(':');
  if (key.length <= MOST_OF_A_KEY) return key;
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 24);
  return `${[...key].slice(0, 120).join('')}#${digest}`;
}

const ranks: readonly Severity[] = ['low', 'medium', 'high'];

/** The graver of both. */
export function graver(a: Severity, b: Severity): Severity {
  return ranks.indexOf(a) > ranks.indexOf(b) ? a : b;
}
