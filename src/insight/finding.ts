/** What is told of something unusual. */

import type { Day } from '../period.ts';
import type { RhythmName } from './rhythm.ts';
import { FACT_BUCKET, SEVERITY } from './thresholds.ts';

/** Amounts in minor units. */
export interface UsualRange {
  readonly typical: number;
  /** Nine of ten amounts lie between `from` and `to`. */
  readonly from: number;
  readonly to: number;
  /** Entries that it rests on. */
  readonly count: number;
}

export type Reason =
  | {
      readonly kind: 'unusual-amount';
      /** Held against the merchant's own amounts, or its category's while the merchant is little known. */
      readonly basis: 'merchant' | 'category';
      readonly usual: UsualRange;
      /** The amount over the typical one. */
      readonly times: number;
      /** Whether the same month of earlier years was taken into account. */
      readonly isSeasonal: boolean;
    }
  | { readonly kind: 'duplicate'; readonly count: number; readonly daysApart: number }
  | { readonly kind: 'large-first'; readonly usual: UsualRange; readonly times: number }
  | {
      /** A recurring expense costs more, or a recurring income brings less. */
      readonly kind: 'price-rise' | 'income-fall';
      readonly from: number;
      readonly to: number;
      /** `to` over `from`, less one. */
      readonly share: number;
      readonly rhythm: RhythmName;
    }
  | {
      readonly kind: 'missing';
      readonly expectedDay: Day;
      readonly rhythm: RhythmName;
      readonly lastDay: Day;
      readonly isIncome: boolean;
    };

export interface Finding {
  /** The cause, the same in every run. A dismissal holds as long as key and fact are the same. */
  readonly key: string;
  /** What was found, rounded to a bucket: changes when the finding has become another one. */
  readonly fact: string;
  readonly reason: Reason;
  readonly merchant: string;
  readonly category: string;
  /** The entry's day; for a missing charge the day it was expected. */
  readonly day: Day;
  /** The amount charged, or expected: minor units. */
  readonly amount: number;
  /** Minor units that it is about: what was paid too much, twice, or more in a year. */
  readonly stake: number;
  readonly severity: 'high' | 'medium' | 'low';
  readonly entryIds: readonly string[];
}

/** What somebody does not want to hear of again. */
export interface Dismissed {
  readonly key: string;
  readonly fact: string;
}

/** An amount as the number of its bucket; neighbours differ by a quarter. */
export function bucketOf(amount: number): string {
  return String(Math.round(Math.log(Math.max(1, amount)) / Math.log(FACT_BUCKET)));
}

export function severityOf(stake: number, usualMonth: number): Finding['severity'] {
  return stake >= SEVERITY.high * usualMonth ? 'high' : stake >= SEVERITY.medium * usualMonth ? 'medium' : 'low';
}

/** Those that nobody dismissed as they are now. */
export function withoutDismissed(findings: readonly Finding[], dismissed: readonly Dismissed[]): Finding[] {
  const facts = new Map(dismissed.map(({ key, fact }) => [key, fact]));
  return findings.filter(({ key, fact }) => facts.get(key) !== fact);
}
