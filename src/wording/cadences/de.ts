import type { CadenceWords } from '../cadence-words.ts';
import { listOf, weekdayNames } from './names.ts';

const weekdays = weekdayNames('de');
const nths: Readonly<Record<number, string>> = {
  1: 'ersten',
  2: 'zweiten',
  3: 'dritten',
  4: 'vierten',
  [-1]: 'letzten',
};

export const de: CadenceWords = {
  daily: 'jeden Tag',
  everyDays: (count) => (count === 2 ? 'jeden zweiten Tag' : `alle ${count} Tage`),
  workdays: 'montags bis freitags',
  weekly: (days) => `jeden ${listOf('de', days.map(weekdays))}`,
  everyWeeks: (count, day) =>
    count === 2 ? `jeden zweiten ${weekdays(day)}` : `alle ${count} Wochen am ${weekdays(day)}`,
  monthly: (day) => `am ${dayOf(day)} jedes Monats`,
  everyMonths: (count, day) => `alle ${count} Monate am ${dayOf(day)}`,
  nthWeekday: (nth, day) => `am ${nths[nth]} ${weekdays(day)} jedes Monats`,
  yearly: (date) => `jedes Jahr am ${date}`,
  once: (date) => `einmal, am ${date}`,
  at: (time) => `um ${time.replace(/^0/, '')}\u00a0Uhr`,
  until: (day) => `, bis ${day}`,
  from: (day) => `, ab ${day}`,
};

function dayOf(day: number): string {
  return day === 31 ? 'letzten Tag' : `${day}.`;
}
