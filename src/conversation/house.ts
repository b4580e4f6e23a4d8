/** What a conversation needs to have around it. */

import type { Temporal } from 'temporal-polyfill';
import type { QueryRunner } from '../domain/query-runner.ts';
import type { Language } from '../language.ts';
import type { Log } from '../log.ts';
import type { Model, TokenUsage } from '../models/model.ts';
import type { ModelPrices } from '../models/prices.ts';
import type { Weekday } from '../period.ts';
import type { Database } from '../store/database.ts';

export interface Clock {
  /** The time for people: what "today" is. May stand still in tests. */
  now(): Temporal.Instant;
  /** Milliseconds since the epoch by which leases run out; never stands still. */
  leaseTime(): number;
}

export interface Meters {
  turnEnded(platform: string, outcome: 'answered' | 'failed' | 'given_up', seconds: number): void;
  modelCalled(
    model: string,
    outcome: 'answered' | 'failed',
    usage: (TokenUsage & { costMicros: bigint | null }) | null,
  ): void;
}

export interface House {
  readonly database: Database;
  /** Answers queries over one ledger, read-only by the database's own means. */
  readonly queries: QueryRunner;
  /** Answers where no other model is connected, or where it is away. */
  readonly offline: Model;
  readonly connected: {
    readonly model: Model;
    readonly prices: ModelPrices | null;
    /** Millionths of a US dollar a person and calendar month (UTC); null for no limit. */
    readonly monthlyLimitMicros: bigint | null;
  } | null;
  /** Preferences of people who chose none. */
  readonly defaults: {
    readonly currency: string;
    readonly timezone: string;
    readonly language: Language;
    readonly firstDayOfWeek: Weekday;
  };
  readonly clock: Clock;
  /** A whole number from 0 to below `limit` that nobody can guess. */
  readonly randomInt: (limit: number) => number;
  readonly log: Log;
  /** Whether mail is set up. */
  readonly sendsMail?: boolean;
  /** Counts turns and model calls. */
  readonly meters?: Meters;
  /** Told while a turn works, for "recording…" signs. */
  readonly onProgress?: (conversation: string, toolName: string) => void;
}
