import type { CadenceWords } from '../cadence-words.ts';
import { listOf, weekdayNames } from './names.ts';

const weekdays = weekdayNames('fr');
const nths: Readonly<Record<number, string>> = {
  1: 'premier',
  2: 'deuxième',
  3: 'troisième',
  4: 'quatrième',
  [-1]: 'dernier',
};

export const fr: CadenceWords = {
  daily: 'tous les jours',
  everyDays: (count) => (count === 2 ? 'tous les deux jours' : `tous les ${count} jours`),
  workdays: 'du lundi au vendredi',
  weekly: (days) => `chaque ${listOf('fr', days.map(weekdays))}`,
  everyWeeks: (count, day) =>
    count === 2 ? `un ${weekdays(day)} sur deux` : `toutes les ${count} semaines, le ${weekdays(day)}`,
  monthly: (day) => `le ${dayOf(day)} de chaque mois`,
  everyMonths: (count, day) => `tous les ${count} mois, le ${dayOf(day)}`,
  nthWeekday: (nth, day) => `le ${nths[nth]} ${weekdays(day)} de chaque mois`,
  yearly: (date) => `chaque année le ${date}`,
  once: (date) => `une fois, le ${date}`,
  at: (time) => `à ${time.replace(/^0/, '').replace(':', 'h').replace(/h00$/, 'h')}`,
  until: (day) => `, jusqu’au ${day}`,
  from: (day) => `, à partir du ${day}`,
};

function dayOf(day: number): string {
  return day === 31 ? 'dernier jour' : day === 1 ? '1er' : `${day}`;
}
