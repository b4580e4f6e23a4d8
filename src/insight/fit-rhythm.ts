/** Finds the rhythm that days follow, if they follow any. */

import { dayInMonth, monthOfDay } from './day-number.ts';
import { dueDay, nearestDue, type Rhythm, rhythms, type Schedule, type WeekendShift } from './rhythm.ts';
import { middle } from './robust.ts';
import { GAP_TOLERANCE, LEAST_COVERAGE, LEAST_ON_TIME, PAUSE_RHYTHMS } from './thresholds.ts';

export interface RhythmFit {
  readonly schedule: Schedule;
  /** For each day the index of its due day; null for one that is off the rhythm. */
  readonly dues: readonly (number | null)[];
  /** Due days that were met, of all from the first to the last met one. */
  readonly coverage: number;
  /** Days that met a due day of their own, of all days. */
  readonly onTime: number;
  /** Mean distance from the due day, in days. */
  readonly deviation: number;
}

/** The last stretch without a long pause: what was cancelled and taken up again begins anew. Days sorted. */
export function lastStretch(days: readonly number[]): number {
  const typical = middle(days.slice(1).map((day, index) => day - (days[index] ?? 0)));
  for (let index = days.length - 1; index > 0; index--) {
    if ((days[index] ?? 0) - (days[index - 1] ?? 0) > PAUSE_RHYTHMS * Math.max(typical, 6)) return index;
  }
  return 0;
}

/**
 * The schedule that sorted day numbers keep to best: of all rhythms near the median gap, all days of the month that
 * occur, and all ways around a weekend, the one with the least mean deviation. Null when none is kept well enough.
 */
export function fitRhythm(days: readonly number[]): RhythmFit | null {
  const typical = middle(days.slice(1).map((day, index) => day - (days[index] ?? 0)));
  let best: RhythmFit | null = null;
  for (const rhythm of rhythms) {
    if (days.length < rhythm.leastCharges) continue;
    if (Math.abs(typical - rhythm.days) > GAP_TOLERANCE * rhythm.days) continue;
    for (const schedule of schedulesFor(rhythm, days)) {
      const fit = fitSchedule(schedule, days);
      if (fit && (!best || fit.deviation < best.deviation - 1e-9)) best = fit;
    }
  }
  return best;
}

function schedulesFor(rhythm: Rhythm, days: readonly number[]): Schedule[] {
  if (rhythm.months === null) {
    const phases = new Map(days.map((day) => [((day % rhythm.days) + rhythm.days) % rhythm.days, day]));
    return [...phases.values()].map((anchor) => ({ rhythm, anchor, firstMonth: 0, shift: 'none' }));
  }
  const [length, months] = [rhythm.months, days.map(monthOfDay)];
  const anchors = new Set(days.map((day, index) => 1 + day - dayInMonth(months[index] ?? 0, 1)));
  // A payment that is always moved from a weekend may never show its own day; the last of a month may be the 31st.
  for (const anchor of [...anchors])
    for (const day of [anchor - 1, anchor + 1]) if (day >= 1) anchors.add(Math.min(day, 31));
  for (const anchor of [...anchors]) if (anchor >= 28) anchors.add(31);
  const phases = new Map(months.map((month) => [month % length, month]));
  const shifts: readonly WeekendShift[] = ['none', 'after', 'before'];
  return [...phases.values()].flatMap((firstMonth) =>
    [...anchors].flatMap((anchor) => shifts.map((shift) => ({ rhythm, anchor, firstMonth, shift }))),
  );
}

function fitSchedule(schedule: Schedule, days: readonly number[]): RhythmFit | null {
  const { tolerance, leastCharges } = schedule.rhythm;
  const closest = new Map<number, number>();
  const nearest: number[] = [];
  const distances: number[] = [];
  let off = 0;
  for (const [index, day] of days.entries()) {
    const due = nearestDue(schedule, day);
    const distance = Math.abs(dueDay(schedule, due) - day);
    nearest.push(due);
    distances.push(distance);
    const other = closest.get(due);
    if (distance <= tolerance && (other === undefined || distance < (distances[other] ?? 0))) closest.set(due, index);
    else if (distance > tolerance) off += 1;
    // What comes at random is off so often that most of its days need not be looked at.
    if (days.length - off < leastCharges || (days.length - off) / days.length < LEAST_ON_TIME) return null;
  }
  if (closest.size < leastCharges) return null;
  const met = [...closest.keys()];
  const coverage = met.length / (Math.max(...met) - Math.min(...met) + 1);
  const onTime = met.length / days.length;
  if (coverage < LEAST_COVERAGE || onTime < LEAST_ON_TIME) return null;
  const dues = nearest.map((due, index) => (closest.get(due) === index ? due : null));
  const deviation = [...closest.values()].reduce((sum, index) => sum + (distances[index] ?? 0), 0) / met.length;
  return { schedule, dues, coverage, onTime, deviation };
}
