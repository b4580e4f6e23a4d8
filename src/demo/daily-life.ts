/** An ordinary day at home: groceries, coffee, lunch, evenings, getting about. */

import { type Day, weekdayOf } from '../period.ts';
import { type Chance, chanceFor } from './chance.ts';
import { type DemoEntry, demoEntry } from './demo-entry.ts';
import { isHoliday, isWorkingDay } from './working-days.ts';

/** What a person buys on one day; to be called day after day, since each draws on. */
export type DailyLife = (day: Day) => DemoEntry[];

export function dailyLife(seed: number): DailyLife {
  const habits = [groceries, bakery, coffee, lunch, evening, gettingAbout, drugstore, shopping, leisure].map(
    (habit) => [habit, chanceFor(habit.name, seed)] as const,
  );
  return (day) => habits.flatMap(([habit, chance]) => habit(day, chance));
}

const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 7;

/** Chances of a trip to the supermarket from Monday to Saturday; on Sundays they are closed. */
const groceryDays = [0.45, 0.35, 0.45, 0.4, 0.55, 0.85, 0];
const supermarkets = ['Rewe', 'Rewe', 'Rewe', 'Lidl', 'Lidl', 'Edeka', 'Edeka', 'Aldi', 'Bio Company'];

function groceries(day: Day, chance: Chance): DemoEntry[] {
  const weekday = weekdayOf(day);
  if (isHoliday(day) || !chance.happens(groceryDays[weekday - 1] as number)) return [];
  const items = weekday === SATURDAY ? chance.between(11, 24) : chance.between(2, 9);
  return [demoEntry(day, 'groceries', chance.pick(supermarkets), receipt(chance, items, 79, 449))];
}

function bakery(day: Day, chance: Chance): DemoEntry[] {
  if (!chance.happens(weekdayOf(day) >= SATURDAY ? 0.5 : 0.14)) return [];
  const cents = chance.pick([2_40, 2_85, 3_15, 3_60, 4_20, 4_75, 5_30, 6_10, 7_45]);
  return [demoEntry(day, 'groceries', chance.pick(['Zeit für Brot', 'Bäckerei Siebert', 'Kamps']), cents)];
}

function coffee(day: Day, chance: Chance): DemoEntry[] {
  if (!chance.happens(isWorkingDay(day) ? 0.55 : 0.35)) return [];
  const place = chance.pick(['The Barn', 'Einstein Kaffee', 'Einstein Kaffee', 'Bonanza Coffee', 'Five Elephant']);
  const withCake = chance.happens(0.2) ? chance.pick([2_90, 3_50, 4_20]) : 0;
  const cents = chance.pick([2_80, 3_20, 3_60, 3_90, 3_90, 4_20]) + withCake;
  return [demoEntry(day, 'dining', place, cents, { note: withCake ? 'coffee and cake' : 'coffee' })];
}

const lunches: readonly (readonly [place: string, cents: readonly number[]])[] = [
  ['Kantine', [6_40, 6_80, 7_20, 7_90]],
  ['Kantine', [6_40, 6_80, 7_20, 7_90]],
  ['Vietnam Bistro', [9_50, 9_90, 10_50, 11_90]],
  ['Mustafas', [7_50, 8_50]],
  ['Dean & David', [10_95, 11_95, 12_45]],
  ['Suppen Cult', [7_90, 8_90]],
  ['Maria Bonita', [9_80, 11_20, 12_40]],
];

function lunch(day: Day, chance: Chance): DemoEntry[] {
  if (!isWorkingDay(day) || !chance.happens(0.7)) return [];
  const [place, prices] = chance.pick(lunches);
  return [demoEntry(day, 'dining', place, chance.pick(prices), { note: 'lunch' })];
}

const restaurants = ['Osteria Ribaltone', 'Lon Men', 'Prater Garten', 'Zola', 'Umami', 'Schwarzes Café', 'Knofi'];

function evening(day: Day, chance: Chance): DemoEntry[] {
  const weekday = weekdayOf(day);
  const isLate = weekday === FRIDAY || weekday === SATURDAY;
  if (chance.happens(isLate ? 0.5 : weekday === SUNDAY ? 0.15 : 0.05)) {
    // Rounded up to whole euros, as the tip is.
    return [demoEntry(day, 'dining', chance.pick(restaurants), chance.between(19, 56) * 100, { note: 'dinner' })];
  }
  if (chance.happens(weekday === SUNDAY ? 0.15 : 0.05)) {
    return [demoEntry(day, 'dining', chance.pick(['Lieferando', 'Wolt']), chance.between(165, 342) * 10)];
  }
  if (day.slice(5, 7) === '12' && chance.happens(0.25)) {
    return [demoEntry(day, 'dining', 'Weihnachtsmarkt', chance.between(9, 38) * 50, { note: 'mulled wine' })];
  }
  if (!isLate || !chance.happens(0.5)) return [];
  const bar = chance.pick(['Klunkerkranich', 'Möbel Olfe', 'Hops & Barley', 'Prassnik']);
  return [demoEntry(day, 'dining', bar, chance.between(18, 64) * 50, { note: 'drinks' })];
}

function gettingAbout(day: Day, chance: Chance): DemoEntry[] {
  const month = Number(day.slice(5, 7));
  if (chance.happens(weekdayOf(day) === FRIDAY || weekdayOf(day) === SATURDAY ? 0.16 : 0.03)) {
    const app = chance.pick(['Uber', 'Bolt', 'FREENOW']);
    return [demoEntry(day, 'transport', app, chance.between(94, 248) * 10, { note: 'ride home' })];
  }
  if (month < 4 || month > 10 || !chance.happens(0.08)) return [];
  return [demoEntry(day, 'transport', 'nextbike', chance.pick([1_00, 2_00, 3_00]), { note: 'bike' })];
}

function drugstore(day: Day, chance: Chance): DemoEntry[] {
  if (weekdayOf(day) === SUNDAY || isHoliday(day)) return [];
  const isWinter = ['11', '12', '01', '02'].includes(day.slice(5, 7));
  if (chance.happens(isWinter ? 0.06 : 0.03)) {
    const cents = chance.pick([3_98, 5_97, 7_45, 8_69, 11_98, 14_99, 18_45]);
    return [demoEntry(day, 'health', chance.pick(['Apotheke am Markt', 'Linden-Apotheke']), cents)];
  }
  if (weekdayOf(day) === 4 && chance.happens(0.16)) {
    return [demoEntry(day, 'personal care', 'Salon Blond', chance.pick([32_00, 34_00, 38_00]), { note: 'haircut' })];
  }
  if (!chance.happens(0.1)) return [];
  return [
    demoEntry(
      day,
      'personal care',
      chance.pick(['dm', 'dm', 'Rossmann']),
      receipt(chance, chance.between(2, 6), 95, 595),
    ),
  ];
}

const shops: readonly (readonly [shop: string, cents: readonly number[], note: string])[] = [
  ['Uniqlo', [14_90, 19_90, 29_90, 39_90], 'clothes'],
  ['H&M', [9_99, 17_99, 24_99], 'clothes'],
  ['Decathlon', [12_99, 24_99, 39_99], 'running gear'],
  ['IKEA', [17_97, 34_98, 58_95], 'home things'],
  ['Amazon', [8_99, 13_49, 21_90, 26_99], 'home things'],
  ['MediaMarkt', [14_99, 29_99, 49_00], 'electronics'],
];

function shopping(day: Day, chance: Chance): DemoEntry[] {
  const weekday = weekdayOf(day);
  if (weekday === SUNDAY || isHoliday(day) || !chance.happens(weekday === SATURDAY ? 0.22 : 0.04)) return [];
  const [shop, prices, note] = chance.pick(shops);
  return [demoEntry(day, 'shopping', shop, chance.pick(prices), { note })];
}

const outings: readonly (readonly [place: string, cents: readonly number[], note: string])[] = [
  ['Yorck Kino', [9_50, 11_50, 13_00], 'cinema'],
  ['Yorck Kino', [9_50, 11_50, 13_00], 'cinema'],
  ['Dussmann', [12_00, 14_00, 16_99, 24_00], 'books'],
  ['Museum für Naturkunde', [11_00], 'museum'],
  ['Columbiahalle', [42_50, 48_90], 'concert'],
  ['Boulderwelt', [14_50], 'climbing'],
];

function leisure(day: Day, chance: Chance): DemoEntry[] {
  if (isHoliday(day) || !chance.happens(weekdayOf(day) >= FRIDAY ? 0.13 : 0.05)) return [];
  const [place, prices, note] = chance.pick(outings);
  return [demoEntry(day, 'entertainment', place, chance.pick(prices), { note })];
}

/** In cents: the sum of so many prices that end in 9, 5 or 0, as they stand on shelves. */
function receipt(chance: Chance, items: number, cheapest: number, dearest: number): number {
  let sum = 0;
  for (let item = 0; item < items; item++) {
    sum += Math.floor(chance.between(cheapest, dearest) / 10) * 10 + chance.pick([9, 9, 9, 5, 0]);
  }
  return sum;
}
