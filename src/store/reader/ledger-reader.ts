/** Runs a SELECT over one ledger, where the database itself refuses everything else. */

import { InputError } from '../../errors.ts';

/** Decimals and dates as people write queries for them: 12.5, "2026-11-21". A number of over 15 digits is a string. */
export type Cell = string | number | null;

export interface ReadResult {
  readonly columns: readonly string[];
  /** A list of cells for each row, in the order of the columns. */
  readonly rows: readonly (readonly Cell[])[];
  /** There were more rows, or more bytes, than the limits let through. */
  readonly truncated: boolean;
  /** Rows of one table that were read without an index, where the database tells. */
  readonly scannedRows?: number;
  readonly milliseconds: number;
}

export interface ReadLimits {
  readonly rows: number;
  /** of all cells together, as UTF-8 */
  readonly bytes: number;
  readonly milliseconds: number;
}

export const READ_LIMITS: ReadLimits = { rows: 200, bytes: 256 * 1024, milliseconds: 5_000 };

/** What the database means to do for a query. */
export interface ReadPlan {
  /** The most rows that it expects to read of one table without an index; 0 when it uses an index for each. */
  readonly scannedRows: number;
  /** A line a step, as the database says it. */
  readonly steps: readonly string[];
}

/** Who stopped a query: the reading of it, the database, or a limit of time, size or memory. */
export type Layer = 'parser' | 'engine' | 'limit';

/** A query that is not answered, with what to write instead. */
export class QueryRefused extends InputError {
  readonly layer: Layer;

  constructor(layer: Layer, message: string, hint: string) {
    super(message, hint);
    this.name = 'QueryRefused';
    this.layer = layer;
  }
}

export interface LedgerReader {
  /**
   * Runs one SELECT over the views of {@link views}, with the rows of this ledger alone. The engine allows nothing
   * but reading them, whatever the text is. Throws QueryRefused ("engine": not allowed or not understood; "limit": too
   * long, too large) and PlatformError when the database is away or the reading account is not set up.
   */
  read(ledgerId: string, sql: string, limits?: ReadLimits): Promise<ReadResult>;
  /** How the database would run it, without running it. Throws as `read` does. */
  plan(ledgerId: string, sql: string): Promise<ReadPlan>;
  close(): Promise<void>;
}
