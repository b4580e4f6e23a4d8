/** A made-up ledger of some years: ordinary life with its noise, and nothing wrong in it. */

import type { InsightEntry } from '../../src/insight/entry.ts';
import { addDays, daysIn, weekdayOf } from '../../src/period.ts';
import { type Dice, diceFor } from './dice.ts';
import type { Habit, Household, StandingCharge } from './households.ts';

export interface MadeUpEntry extends InsightEntry {
  /** What it came from; null for travel. */
  readonly source: StandingCharge | Habit | null;
}

const cents = (amount: number) => Math.max(1, Math.round(amount));

/**
 * Log-normal, contaminated after Tukey (1960): one in twenty-five draws has twice the spread. Nothing beyond six times
 * the median (or 2.5 sigma, if that is more) is ordinary any more: such draws are drawn again.
 */
function amountAround(dice: Dice, median: number, sigma: number): number {
  for (;;) {
    const spread = dice.uniform() < 0.04 ? 2 * sigma : sigma;
    const deviation = dice.normal() * spread;
    if (deviation <= Math.max(Math.log(6), 2.5 * sigma)) return cents(median * Math.exp(deviation));
  }
}

export function madeUpLedger(household: Household, from: string, to: string, seed: number): MadeUpEntry[] {
  const trips = tripDays(household, from, to, seed);
  const parts: Omit<MadeUpEntry, 'id'>[] = [
    ...household.charges.flatMap((charge) => chargesOf(charge, from, to, seed)),
    ...household.habits.flatMap((habit, index) => visitsOf(habit, household, trips, from, to, seed + index)),
    ...travelOf(household, trips, seed),
  ];
  return parts
    .filter(({ day }) => day <= to)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.merchant < b.merchant ? -1 : 1))
    .map((entry, index) => ({ ...entry, id: `e${String(index).padStart(6, '0')}` }));
}

function chargesOf(charge: StandingCharge, from: string, to: string, seed: number): Omit<MadeUpEntry, 'id'>[] {
  const dice = diceFor(charge.merchant, seed);
  const days: string[] = [];
  if (charge.days) {
    for (let day = addDays(from, Math.floor(dice.uniform() * charge.days)); day <= to; day = addDays(day, charge.days))
      days.push(day);
  } else {
    const [year, month] = from.split('-').map(Number) as [number, number];
    const phase = charge.months === 1 ? 0 : Math.floor(dice.uniform() * (charge.months ?? 1));
    for (let step = phase; ; step += charge.months ?? 1) {
      const last = new Date(Date.UTC(year, month + step, 0)).getUTCDate();
      const due = new Date(Date.UTC(year, month - 1 + step, Math.min(charge.on ?? 1, last))).toISOString().slice(0, 10);
      if (due > to) break;
      if (due >= from) days.push(due);
    }
  }
  return days.map((due) => {
    const weekday = weekdayOf(due);
    const move = weekday < 6 || !charge.weekend ? 0 : charge.weekend === 'after' ? 8 - weekday : 5 - weekday;
    const late = Math.floor(dice.uniform() * ((charge.late ?? 0) + 1));
    // Bills for energy follow the winter.
    const winter = charge.varies ? 1 + charge.varies * Math.cos(((Number(due.slice(5, 7)) - 1) / 6) * Math.PI) : 1;
    const amount = cents(charge.amount * winter * Math.exp(dice.normal() * (charge.varies ?? 0) * 0.5));
    return {
      day: addDays(due, move + late),
      kind: charge.kind ?? 'expense',
      amount: charge.varies ? amount : charge.amount,
      category: charge.category,
      merchant: charge.merchant,
      source: charge,
    };
  });
}

function visitsOf(
  habit: Habit,
  household: Household,
  trips: ReadonlyMap<string, number>,
  from: string,
  to: string,
  seed: number,
) {
  const dice = diceFor(habit.merchants.join(), seed);
  const weekdays = habit.weekdays ?? [1, 2, 3, 4, 5, 6, 7];
  const visits: Omit<MadeUpEntry, 'id'>[] = [];
  for (let index = 0, day = from; day <= to; index++, day = addDays(day, 1)) {
    if (trips.has(day) || !weekdays.includes(weekdayOf(day))) continue;
    const isDecember = day.slice(5, 7) === '12' && Number(day.slice(8)) <= 24;
    const more = isDecember ? (habit.december ?? 1) : 1;
    const mean = (habit.visitsAWeek / weekdays.length) * more;
    // A weekly errand on its day happens nearly always, and once.
    const times = mean === 1 ? Number(dice.uniform() < 0.92) : dice.count(mean);
    for (let visit = 0; visit < times; visit++) {
      const growth = (1 + household.growthAYear) ** (index / 365);
      const merchant = dice.pick(habit.merchants);
      visits.push({
        day,
        kind: 'expense',
        amount: habit.prices
          ? dice.pick(habit.prices)
          : amountAround(dice, (habit.median ?? 0) * growth * Math.sqrt(more), habit.sigma ?? 0.5),
        category: habit.category,
        merchant: habit.isWandering ? `${merchant} ${Math.floor(dice.uniform() ** 3 * 300)}` : merchant,
        source: habit,
      });
    }
  }
  return visits;
}

/** Days away, and which trip they belong to. */
function tripDays(household: Household, from: string, to: string, seed: number): Map<string, number> {
  const dice = diceFor(`trips of ${household.name}`, seed);
  const days = new Map<string, number>();
  const count = Math.round((household.tripsAYear * daysIn({ from, to })) / 365);
  for (let trip = 0; trip < count; trip++) {
    const start = addDays(from, Math.floor(dice.uniform() * daysIn({ from, to })));
    for (let day = 0; day < 5 + trip * 2 && day < 14; day++) days.set(addDays(start, day), trip);
  }
  return days;
}

function travelOf(household: Household, trips: ReadonlyMap<string, number>, seed: number): Omit<MadeUpEntry, 'id'>[] {
  const dice = diceFor(`travel of ${household.name}`, seed);
  const started = new Set<number>();
  return [...trips].flatMap(([day, trip]) => {
    const buy = (merchant: string, category: string, median: number, sigma: number): Omit<MadeUpEntry, 'id'> => ({
      day,
      kind: 'expense',
      amount: amountAround(dice, median, sigma),
      category,
      merchant: `${merchant} ${trip}`,
      source: null,
    });
    const first = started.has(trip) ? [] : [buy('airline', 'travel', 19_000, 0.3), buy('hotel', 'travel', 38_000, 0.3)];
    started.add(trip);
    return [
      ...first,
      buy('trattoria', 'dining', 3100, 0.4),
      ...(dice.uniform() < 0.4 ? [buy('museum', 'entertainment', 1600, 0.4)] : []),
    ];
  });
}
