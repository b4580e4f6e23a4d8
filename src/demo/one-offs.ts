/** What happens once: presents, things sent back, and what somebody should notice. */

import { addDays, type Day } from '../period.ts';
import { chanceFor } from './chance.ts';
import { type DemoEntry, demoEntry } from './demo-entry.ts';
import { workingDayUpTo } from './working-days.ts';

/** The dates count back from the last day, so that a demo of any day has them all. */
export function oneOffEntries(until: Day): DemoEntry[] {
  const ago = (days: number) => addDays(until, -days);
  const refund = (date: Day, category: string, merchant: string, cents: number, note: string) =>
    demoEntry(date, category, merchant, cents, { kind: 'refund', note });
  return [
    // Far above anything else in its category.
    demoEntry(ago(38), 'shopping', 'Cyberport', 1_849_00, { note: 'laptop' }),
    demoEntry(ago(203), 'shopping', 'Zalando', 89_95, { note: 'boots' }),
    refund(ago(191), 'shopping', 'Zalando', 89_95, 'boots sent back'),
    demoEntry(ago(121), 'travel', 'Deutsche Bahn', 89_80, { note: 'weekend in Hamburg' }),
    refund(ago(97), 'travel', 'Deutsche Bahn', 22_45, 'late train'),
    demoEntry(ago(24), 'shopping', 'Amazon', 36_99, { note: 'desk lamp' }),
    refund(ago(17), 'shopping', 'Amazon', 36_99, 'desk lamp was broken'),
    demoEntry(ago(154), 'other income', 'Kleinanzeigen', 140_00, { kind: 'income', note: 'sold the old bike' }),
    demoEntry(workingDayUpTo(ago(262)), 'health', 'Zahnarztpraxis Dr. Behrens', 128_60, { note: 'dental cleaning' }),
    demoEntry(workingDayUpTo(ago(74)), 'fees', 'Bezirksamt', 37_00, { note: 'new identity card' }),
    demoEntry(ago(312), 'gifts', 'Ärzte ohne Grenzen', 50_00, { note: 'donation' }),
  ];
}

const presents: readonly (readonly [shop: string, cents: readonly number[], note: string])[] = [
  ['Dussmann', [18_00, 24_00, 29_99], 'book for Dad'],
  ['Manufactum', [34_00, 45_00, 59_00], 'present for Mum'],
  ['Hugendubel', [14_00, 16_99], 'book for Jonas'],
  ['Playmobil', [24_99, 39_99], 'present for the godchild'],
  ['Søstrene Grene', [12_48, 17_95], 'wrapping and small things'],
  ['Fair & Quer', [9_90, 15_80], 'tea and chocolate'],
];

/** Christmas presents of the year, spread over December's first three weeks, and birthdays. */
export function gifts(year: number, seed: number): DemoEntry[] {
  const chance = chanceFor(`gifts ${year}`, seed);
  const december = presents.map(([shop, prices, note], index) =>
    demoEntry(addDays(`${year}-12-02`, index * 3 + chance.between(0, 2)), 'gifts', shop, chance.pick(prices), { note }),
  );
  return [
    ...december,
    demoEntry(`${year}-03-19`, 'gifts', 'Blumen 2000', 27_50, { note: 'flowers, birthday' }),
    demoEntry(`${year}-06-11`, 'gifts', 'Thalia', 22_00, { note: 'birthday present' }),
    demoEntry(`${year}-09-24`, 'gifts', 'Eventim', 64_90, { note: 'concert tickets, birthday' }),
  ];
}
