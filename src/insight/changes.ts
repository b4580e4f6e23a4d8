/** What changed between two periods, category by category: the steps of a waterfall. */

import { LEAST_CHANGE, LEAST_REASON, MOST_REASONS, REASONS_COVER } from './thresholds.ts';

/** What a category (or merchant, or anything else with a name) came to in a period, in minor units. */
export interface NamedTotal {
  readonly name: string;
  readonly total: number;
}

export interface Change {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  /** `after` less `before`. */
  readonly change: number;
  /** The change as a share of `before`; null where that is not above zero. */
  readonly changeShare: number | null;
  readonly kind: 'new' | 'gone' | 'rose' | 'fell' | 'same';
  /** Of all that moved, up or down, how much is this: 0 to 1. */
  readonly partOfMovement: number;
}

export interface Changes {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly changeShare: number | null;
  /** The largest movement first, alike ones by name; their changes sum to `change`. */
  readonly rows: readonly Change[];
}

/** Holds two periods against each other. A name that comes twice is added up; a total of zero is as good as none. */
export function compareTotals(before: readonly NamedTotal[], after: readonly NamedTotal[]): Changes {
  const [earlier, later] = [sumsByName(before), sumsByName(after)];
  const names = [...new Set([...earlier.keys(), ...later.keys()])];
  const pairs = names.map((name) => ({ name, before: earlier.get(name) ?? 0, after: later.get(name) ?? 0 }));
  const movement = pairs.reduce((sum, pair) => sum + Math.abs(pair.after - pair.before), 0);
  const rows = pairs.map((pair) => {
    const change = pair.after - pair.before;
    return {
      ...pair,
      change,
      changeShare: shareOf(change, pair.before),
      kind: kindOf(pair.before, pair.after),
      partOfMovement: movement === 0 ? 0 : Math.abs(change) / movement,
    };
  });
  rows.sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.name < b.name ? -1 : 1));
  const [sumBefore, sumAfter] = [totalOf(pairs.map((pair) => pair.before)), totalOf(pairs.map((pair) => pair.after))];
  const change = sumAfter - sumBefore;
  return { before: sumBefore, after: sumAfter, change, changeShare: shareOf(change, sumBefore), rows };
}

/** Whether as good as nothing changed in all. */
export function isSteady({ before, change }: Pick<Changes, 'before' | 'change'>): boolean {
  return Math.abs(change) < LEAST_CHANGE * Math.abs(before) || change === 0;
}

/** What mostly made the change: those that moved its way, the largest first; none where it is spread over many. */
export function mainReasons(changes: Changes): Change[] {
  if (isSteady(changes)) return [];
  const whole = Math.abs(changes.change);
  const reasons: Change[] = [];
  let covered = 0;
  for (const row of changes.rows) {
    const size = Math.abs(row.change);
    if (covered >= REASONS_COVER * whole || reasons.length === MOST_REASONS || size < LEAST_REASON * whole) break;
    if (Math.sign(row.change) !== Math.sign(changes.change)) continue;
    reasons.push(row);
    covered += size;
  }
  return reasons;
}

export interface ShareDrift {
  readonly name: string;
  /** Of all that was spent, 0 to 1. */
  readonly before: number;
  readonly after: number;
  /** In shares: 0.05 is five percentage points more. */
  readonly drift: number;
}

/** How the shares of the whole moved, the largest drift first; empty when either whole is not above zero. */
export function shareDrift(before: readonly NamedTotal[], after: readonly NamedTotal[]): ShareDrift[] {
  const changes = compareTotals(before, after);
  if (changes.before <= 0 || changes.after <= 0) return [];
  return changes.rows
    .map((row) => ({ name: row.name, before: row.before / changes.before, after: row.after / changes.after }))
    .map((row) => ({ ...row, drift: row.after - row.before }))
    .sort((a, b) => Math.abs(b.drift) - Math.abs(a.drift) || (a.name < b.name ? -1 : 1));
}

function sumsByName(totals: readonly NamedTotal[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { name, total } of totals) sums.set(name, (sums.get(name) ?? 0) + total);
  return sums;
}

function totalOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function shareOf(change: number, before: number): number | null {
  return before > 0 ? change / before : null;
}

function kindOf(before: number, after: number): Change['kind'] {
  if (before === after) return 'same';
  if (before === 0) return 'new';
  if (after === 0) return 'gone';
  return after > before ? 'rose' : 'fell';
}
