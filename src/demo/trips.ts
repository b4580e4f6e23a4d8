/** Days away from home: a long weekend in London, two weeks of summer in Japan, Christmas with the parents. */

import { addDays, type Day, daysIn, type Period, type Weekday, weekdayOf } from '../period.ts';
import { type Chance, chanceFor } from './chance.ts';
import { type DemoEntry, demoEntry } from './demo-entry.ts';

export interface Trip {
  readonly away: Period;
  /** With what was booked ahead. */
  readonly entries: readonly DemoEntry[];
}

/** The trips of one calendar year. */
export function tripsOf(year: number, seed: number): Trip[] {
  return [london(year, seed), japan(year, seed), christmas(year)];
}

type Spree = readonly [category: string, places: readonly string[], min: number, max: number, perDay: number];

/** Places, and how many steps of the smallest usual sum (10 pence) are spent there. */
const inLondon: readonly Spree[] = [
  ['transport', ['TfL'], 28, 81, 0.9],
  ['dining', ['Pret A Manger', "Gail's"], 35, 92, 0.9],
  ['dining', ['Dishoom', 'Padella', 'Flat Iron'], 190, 420, 0.9],
  ['dining', ['The Lamb', 'The Churchill Arms'], 65, 230, 0.7],
  ['groceries', ['Tesco', "Sainsbury's"], 32, 140, 0.5],
  ['entertainment', ['Tate Modern', 'National Theatre', 'Barbican'], 120, 450, 0.6],
  ['shopping', ['Daunt Books', 'Liberty'], 90, 380, 0.4],
];

/** The same in steps of 10 yen. */
const inJapan: readonly Spree[] = [
  ['transport', ['Tokyo Metro', 'JR East', 'Suica'], 18, 150, 0.9],
  ['groceries', ['7-Eleven', 'FamilyMart', 'Lawson'], 32, 145, 0.95],
  ['dining', ['Ichiran', 'Coco Ichibanya', 'Sukiya', 'Marugame Seimen'], 68, 165, 0.9],
  ['dining', ['Torikizoku', 'Sushiro', 'Uobei', 'Gyukatsu Motomura'], 180, 520, 0.8],
  ['dining', ['Doutor', 'Komeda Coffee'], 38, 95, 0.5],
  ['entertainment', ['teamLab Planets', 'Ghibli Museum', 'Kinkaku-ji', 'Tokyo National Museum'], 50, 380, 0.45],
  ['shopping', ['Tokyu Hands', 'Kinokuniya', 'Don Quijote', 'Muji'], 110, 980, 0.35],
];

function london(year: number, seed: number): Trip {
  const from = nthWeekday(`${year}-05`, 4, 2);
  const away = { from, to: addDays(from, 3) };
  const chance = chanceFor(`london ${year}`, seed);
  return {
    away,
    entries: [
      demoEntry(addDays(from, -47), 'travel', 'easyJet', 118_46, { note: 'flights to London' }),
      demoEntry(from, 'travel', 'Premier Inn', 386_00, { currency: 'GBP', note: '3 nights' }),
      ...spending(away, inLondon, 'GBP', chance),
    ],
  };
}

function japan(year: number, seed: number): Trip {
  const from = nthWeekday(`${year}-08`, 5, 2);
  const away = { from, to: addDays(from, 13) };
  const chance = chanceFor(`japan ${year}`, seed);
  const yen = (date: Day, category: string, merchant: string, amount: number, note: string) =>
    demoEntry(date, category, merchant, amount, { currency: 'JPY', note });
  return {
    away,
    entries: [
      demoEntry(addDays(from, -92), 'travel', 'Lufthansa', 864_38, { note: 'flights to Tokyo' }),
      demoEntry(addDays(from, -20), 'travel', 'Allianz Travel', 39_00, { note: 'travel insurance' }),
      yen(addDays(from, 1), 'travel', 'Hotel Gracery', 82_600, '7 nights in Tokyo'),
      yen(addDays(from, 8), 'travel', 'JR Central', 14_170, 'train to Kyoto'),
      yen(addDays(from, 8), 'travel', 'Piece Hostel', 41_400, '4 nights in Kyoto'),
      yen(addDays(from, 3), 'fees', 'Seven Bank', 220, 'cash withdrawal'),
      ...spending({ from: addDays(from, 1), to: addDays(from, 12) }, inJapan, 'JPY', chance),
    ],
  };
}

function christmas(year: number): Trip {
  const away = { from: `${year}-12-23`, to: `${year}-12-27` };
  return {
    away,
    entries: [
      demoEntry(`${year}-11-18`, 'travel', 'Deutsche Bahn', 47_80, { note: 'train to the parents and back' }),
      demoEntry(away.from, 'dining', 'Deutsche Bahn', 8_70, { note: 'dining car' }),
      demoEntry(`${year}-12-26`, 'entertainment', 'Cinema Lübeck', 12_00, { note: 'cinema' }),
    ],
  };
}

function spending(away: Period, sprees: readonly Spree[], currency: string, chance: Chance): DemoEntry[] {
  return Array.from({ length: daysIn(away) }, (_, day) => addDays(away.from, day)).flatMap((date) =>
    sprees
      .filter(([, , , , perDay]) => chance.happens(perDay))
      .map(([category, places, min, max]) =>
        demoEntry(date, category, chance.pick(places), chance.between(min, max) * 10, { currency }),
      ),
  );
}

/** The n-th such weekday of a month (YYYY-MM); Monday is 1. */
function nthWeekday(month: string, weekday: Weekday, n: number): Day {
  const first: Day = `${month}-01`;
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7);
}
