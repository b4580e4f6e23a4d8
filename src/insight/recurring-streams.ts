/** Sorts the entries of one merchant into the charges that each follow a rhythm of their own. */

import { dayNumber } from '../period.ts';
import { type Level, levelsOf } from './charge-levels.ts';
import { groupBy, type InsightEntry } from './entry.ts';
import { fitRhythm, lastStretch, type RhythmFit } from './fit-rhythm.ts';
import { dueDay } from './rhythm.ts';
import { logSpread } from './robust.ts';
import {
  CHARGES_OF_A_VARYING_BILL,
  EXTRA_CHARGES_OF_A_PART,
  LEAST_DAYS_OF_A_VARYING_BILL,
  LEAST_SHARE_OF_A_PRICE,
  MOST_LATENESS,
  MOST_PRICE_FACTOR,
  TIMES_CHARGES_OF_A_SHORT_PART,
  VARYING_DUE_DEVIATION,
  VARYING_SIGMA,
} from './thresholds.ts';

export interface Charges {
  /** Those on the rhythm, oldest first. */
  readonly entries: readonly InsightEntry[];
  readonly fit: RhythmFit;
  /** The index of the last due day that was met, in time or late. */
  readonly lastDue: number;
  /** Its prices; null for a varying amount. */
  readonly levels: readonly Level[] | null;
}

/** All entries of the merchant as one charge, or else its entries of alike amounts, each amount by itself. */
export function chargesOf(entries: readonly InsightEntry[]): Charges[] {
  const sorted = [...entries].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1));
  const whole = asCharges(sorted, false);
  if (whole) return [whole];
  const taken = new Set<InsightEntry>();
  const found: Charges[] = [];
  for (const alike of groupBy(sorted, ({ amount }) => String(amount)).values()) {
    const charges = asCharges(
      alike.filter((entry) => !taken.has(entry)),
      true,
    );
    if (!charges) continue;
    for (const entry of charges.entries) taken.add(entry);
    const grown = asCharges(withLaterPrices(charges, sorted, taken), true) ?? charges;
    for (const entry of grown.entries) taken.add(entry);
    found.push(grown);
  }
  return found;
}

function asCharges(entries: readonly InsightEntry[], isPart: boolean): Charges | null {
  const all = entries.map(({ day }) => dayNumber(day));
  const start = lastStretch(all);
  const own = entries.slice(start);
  const fit = fitRhythm(all.slice(start));
  if (!fit) return null;
  const onTime = own.filter((_, index) => fit.dues[index] !== null);
  if (isPart && (onTime.length < leastOfPart(fit) || onTime.length < LEAST_SHARE_OF_A_PRICE * entries.length))
    return null;
  const latest = Math.max(...fit.dues.map((due) => due ?? Number.NEGATIVE_INFINITY));
  const late = lateCharge(fit, latest, own);
  const charges = late ? [...onTime, late] : onTime;
  const amounts = charges.map(({ amount }) => amount);
  const levels = levelsOf(amounts);
  const { days } = fit.schedule.rhythm;
  const mayVary =
    !isPart &&
    days >= LEAST_DAYS_OF_A_VARYING_BILL &&
    onTime.length >= CHARGES_OF_A_VARYING_BILL &&
    fit.deviation <= VARYING_DUE_DEVIATION &&
    logSpread(amounts, 0).sigma <= VARYING_SIGMA;
  return levels || mayVary ? { entries: charges, fit, lastDue: late ? latest + 1 : latest, levels } : null;
}

/** The newest charge where it is later (or earlier) than a charge may be, yet plainly the one that was due. */
function lateCharge({ schedule, dues }: RhythmFit, lastDue: number, own: readonly InsightEntry[]): InsightEntry | null {
  const [before, last] = own.slice(-2);
  if (!before || !last || dues.at(-1) !== null) return null;
  const distance = Math.abs(dayNumber(last.day) - dueDay(schedule, lastDue + 1));
  const isAlike = Math.abs(Math.log(last.amount / before.amount)) < Math.log(MOST_PRICE_FACTOR);
  return distance <= MOST_LATENESS * schedule.rhythm.days && isAlike ? last : null;
}

function leastOfPart({ schedule: { rhythm } }: RhythmFit): number {
  return rhythm.days < LEAST_DAYS_OF_A_VARYING_BILL
    ? rhythm.leastCharges * TIMES_CHARGES_OF_A_SHORT_PART
    : rhythm.leastCharges + EXTRA_CHARGES_OF_A_PART;
}

/** The charges with those that follow on their due days at a new price. */
function withLaterPrices(charges: Charges, all: readonly InsightEntry[], taken: ReadonlySet<InsightEntry>) {
  const { schedule } = charges.fit;
  const grown = [...charges.entries];
  for (let due = charges.lastDue + 1; ; due++) {
    const price = grown.at(-1)?.amount ?? 0;
    const next = all.find(
      (entry) =>
        !taken.has(entry) &&
        Math.abs(dayNumber(entry.day) - dueDay(schedule, due)) <= schedule.rhythm.tolerance &&
        Math.abs(Math.log(entry.amount / price)) < Math.log(MOST_PRICE_FACTOR),
    );
    if (!next) return grown;
    grown.push(next);
  }
}
