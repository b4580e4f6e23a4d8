import type { CadenceWords } from '../cadence-words.ts';
import { listOf, weekdayNames } from './names.ts';

const weekdays = weekdayNames('es');
const nths: Readonly<Record<number, string>> = { 1: 'primer', 2: 'segundo', 3: 'tercer', 4: 'cuarto', [-1]: 'último' };

export const es: CadenceWords = {
  daily: 'todos los días',
  everyDays: (count) => (count === 2 ? 'cada dos días' : `cada ${count} días`),
  workdays: 'de lunes a viernes',
  weekly: (days) => `cada ${listOf('es', days.map(weekdays))}`,
  everyWeeks: (count, day) =>
    count === 2 ? `un ${weekdays(day)} sí y otro no` : `cada ${count} semanas, el ${weekdays(day)}`,
  monthly: (day) => (day === 31 ? 'el último día de cada mes' : `el día ${day} de cada mes`),
  everyMonths: (count, day) => `cada ${count} meses, el ${day === 31 ? 'último día' : `día ${day}`}`,
  nthWeekday: (nth, day) => `el ${nths[nth]} ${weekdays(day)} de cada mes`,
  yearly: (date) => `cada año el ${date}`,
  once: (date) => `una vez, el ${date}`,
  at: (time) => `${time.startsWith('01') ? 'a la' : 'a las'} ${time.replace(/^0/, '')}`,
  until: (day) => `, hasta el ${day}`,
  from: (day) => `, desde el ${day}`,
};
