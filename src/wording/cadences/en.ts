import type { CadenceWords } from '../cadence-words.ts';
import { listOf, weekdayNames } from './names.ts';

const weekdays = weekdayNames('en');
const nths: Readonly<Record<number, string>> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' };
const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const plural = new Intl.PluralRules('en', { type: 'ordinal' });

export const en: CadenceWords = {
  daily: 'every day',
  everyDays: (count) => (count === 2 ? 'every other day' : `every ${count} days`),
  workdays: 'every weekday',
  weekly: (days) => `every ${listOf('en', days.map(weekdays))}`,
  everyWeeks: (count, day) =>
    count === 2 ? `every other ${weekdays(day)}` : `every ${count} weeks on ${weekdays(day)}`,
  monthly: (day) => `on the ${dayOf(day)} of each month`,
  everyMonths: (count, day) => `every ${count} months on the ${dayOf(day)}`,
  nthWeekday: (nth, day) => `on the ${nths[nth]} ${weekdays(day)} of each month`,
  yearly: (date) => `each year on ${date}`,
  once: (date) => `once, on ${date}`,
  // "At 6:00" is taken for the evening by many.
  at: (time) => `at ${time.replace(/^0/, '')}${/^0[1-6]/.test(time) ? ' am' : ''}`,
  until: (day) => `, until ${day}`,
  from: (day) => `, from ${day}`,
};

function dayOf(day: number): string {
  return day === 31 ? 'last day' : `${day}${endings[plural.select(day)]}`;
}
