import type { Weekday } from '../../period.ts';
import type { CadenceWords } from '../cadence-words.ts';
import { listOf, weekdayNames } from './names.ts';

const named = weekdayNames('pt');
const nths: Readonly<Record<number, string>> = { 1: 'primeir', 2: 'segund', 3: 'terceir', 4: 'quart', [-1]: 'últim' };

export const pt: CadenceWords = {
  daily: 'todo dia',
  everyDays: (count) => (count === 2 ? 'a cada dois dias' : `a cada ${count} dias`),
  workdays: 'de segunda a sexta',
  weekly: (days) =>
    listOf(
      'pt',
      days.map((day, index) => withEvery(day, days[index - 1])),
    ),
  everyWeeks: (count, day) =>
    count === 2
      ? `a cada ${isFeminine(day) ? 'duas' : 'dois'} ${weekday(day)}s`
      : `a cada ${count} semanas, ${isFeminine(day) ? 'na' : 'no'} ${weekday(day)}`,
  monthly: (day) => `no ${dayOf(day)} de cada mês`,
  everyMonths: (count, day) => `a cada ${count} meses, no ${dayOf(day)}`,
  nthWeekday: (nth, day) => {
    const ending = isFeminine(day) ? 'a' : 'o';
    return `n${ending} ${nths[nth]}${ending} ${weekday(day)} de cada mês`;
  },
  yearly: (date) => `todo ano em ${date}`,
  once: (date) => `uma vez, ${/^(?:sáb|dom)/.test(date) ? 'no' : 'na'} ${date}`,
  at: (time) => `${/^01/.test(time) ? 'à' : 'às'} ${time.replace(/^0/, '').replace(':', 'h').replace(/h00$/, 'h')}`,
  until: (day) => `, até ${day}`,
  from: (day) => `, a partir de ${day}`,
};

function weekday(day: Weekday): string {
  return named(day).replace('-feira', '');
}

/** "segunda" to "sexta"; "sábado" and "domingo" are masculine. */
function isFeminine(day: Weekday): boolean {
  return day <= 5;
}

/** "toda segunda", and only the first of a row of one gender says it. */
function withEvery(day: Weekday, before: Weekday | undefined): string {
  const isSaid = before !== undefined && isFeminine(before) === isFeminine(day);
  return isSaid ? weekday(day) : `${isFeminine(day) ? 'toda' : 'todo'} ${weekday(day)}`;
}

function dayOf(day: number): string {
  return day === 31 ? 'último dia' : `dia ${day === 1 ? '1º' : day}`;
}
