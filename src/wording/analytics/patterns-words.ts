/** What is said about habits in spending, in each language. Amounts, shares and names arrive formatted. */

import type { Language } from '../../language.ts';
import type { Words } from '../words.ts';
import { capital } from './shared-words.ts';

type Third = 'first' | 'middle' | 'last';

export interface PatternsWords {
  /** `days` is a list: "Friday and Saturday". */
  weekdays(days: string, share: string, weeks: number, more: boolean): string;
  /** What a day comes to in one third of a month, and in the two others. */
  third(third: Third, aDay: string, others: string, more: boolean): string;
  /** `times` is a number: "1.6". */
  payday(times: string, agreeing: number, cycles: number, more: boolean): string;
  season(month: string, share: string, years: number, more: boolean): string;
  /** `points` are percentage points: "6". */
  drift(category: string, share: string, points: string, months: number, more: boolean): string;
  none(since: string): string;
  /** What it stands on; without recurring charges, where there are some. */
  basis(subject: string | null, since: string, withoutCharges: boolean): string;
}

const en: PatternsWords = {
  weekdays: (days, share, weeks, more) =>
    `You spend ${more ? 'most' : 'least'} on ${days.replaceAll('day', 'days')}: ${share} of your spending over ${weeks} weeks.`,
  third: (third, aDay, others, more) =>
    `${{ first: 'The first ten days', middle: 'The 11th to the 20th', last: 'The days from the 21st on' }[third]} of a month cost ${more ? 'most' : 'least'}: usually ${aDay} a day, on the others ${others}.`,
  payday: (times, agreeing, cycles, more) =>
    `In the week after payday you spend ${more ? 'more' : 'less'}: ${times} times as much a day as later, in ${agreeing} of ${cycles} cycles.`,
  season: (month, share, years, more) =>
    `${month} costs ${share} ${more ? 'more' : 'less'} than a usual month, in all of ${years} years.`,
  drift: (category, share, points, months, more) =>
    `${capital(category)} takes a ${more ? 'growing' : 'shrinking'} part of your spending: usually ${share}, and ${points} percentage points ${more ? 'more' : 'less'} than ${months} months ago.`,
  none: (since) => `No clear habits since ${since}: weekdays, days of the month and categories are about even.`,
  basis: (subject, since, withoutCharges) =>
    `From your spending${subject === null ? '' : ` on ${subject}`} since ${since}${withoutCharges ? '; weekdays and days of the month without recurring charges' : ''}.`,
};

const es: PatternsWords = {
  weekdays: (days, share, weeks, more) =>
    `Tus días de ${more ? 'más' : 'menos'} gasto: ${days}, el ${share} de lo gastado en ${weeks} semanas.`,
  third: (third, aDay, others, more) =>
    `${{ first: 'Los diez primeros días', middle: 'Los días 11 a 20', last: 'Los días desde el 21' }[third]} del mes son los de ${more ? 'más' : 'menos'} gasto: lo habitual es ${aDay} al día; en el resto, ${others}.`,
  payday: (times, agreeing, cycles, more) =>
    `La semana después de cobrar gastas ${more ? 'más' : 'menos'}: al día, ${times} veces lo que gastas después, en ${agreeing} de ${cycles} ciclos.`,
  season: (month, share, years, more) =>
    `${capital(month)} cuesta un ${share} ${more ? 'más' : 'menos'} que un mes habitual, en los ${years} años.`,
  drift: (category, share, points, months, more) =>
    `${capital(category)} ocupa una parte ${more ? 'creciente' : 'menguante'} de tu gasto: lo habitual es el ${share}, y son ${points} puntos porcentuales ${more ? 'más' : 'menos'} que hace ${months} meses.`,
  none: (since) =>
    `Sin costumbres claras desde el ${since}: los días de la semana, los del mes y las categorías están bastante igualados.`,
  basis: (subject, since, withoutCharges) =>
    `Según tu gasto${subject === null ? '' : ` en ${subject}`} desde el ${since}${withoutCharges ? '; los días, sin los cargos periódicos' : ''}.`,
};

const de: PatternsWords = {
  weekdays: (days, share, weeks, more) =>
    `Am ${more ? 'meisten' : 'wenigsten'} gibst du am ${days} aus: ${share} der Ausgaben aus ${weeks} Wochen.`,
  third: (third, aDay, others, more) =>
    `${{ first: 'Die ersten zehn Tage', middle: 'Die Tage vom 11. bis 20.', last: 'Die Tage ab dem 21.' }[third]} im Monat kosten am ${more ? 'meisten' : 'wenigsten'}: üblich sind ${aDay} am Tag, an den anderen ${others}.`,
  payday: (times, agreeing, cycles, more) =>
    `In der Woche nach dem Zahltag gibst du ${more ? 'mehr' : 'weniger'} aus: am Tag das ${times}-Fache von später, in ${agreeing} von ${cycles} Fällen.`,
  season: (month, share, years, more) =>
    `Der ${month} kostet ${share} ${more ? 'mehr' : 'weniger'} als ein üblicher Monat, in allen ${years} Jahren.`,
  drift: (category, share, points, months, more) =>
    `${capital(category)}: ein ${more ? 'wachsender' : 'schrumpfender'} Teil deiner Ausgaben, üblich sind ${share}, und es sind ${points} Prozentpunkte ${more ? 'mehr' : 'weniger'} als vor ${months} Monaten.`,
  none: (since) =>
    `Keine klaren Gewohnheiten seit dem ${since}: Wochentage, Tage im Monat und Kategorien sind recht ausgeglichen.`,
  basis: (subject, since, withoutCharges) =>
    `Aus deinen Ausgaben${subject === null ? '' : ` für ${subject}`} seit dem ${since}${withoutCharges ? '; bei den Tagen ohne regelmäßige Abbuchungen' : ''}.`,
};

const fr: PatternsWords = {
  weekdays: (days, share, weeks, more) =>
    `Tes jours les ${more ? 'plus' : 'moins'} chers\u202f: ${days}, ${share} des dépenses de ${weeks} semaines.`,
  third: (third, aDay, others, more) =>
    `${{ first: 'Les dix premiers jours', middle: 'Les jours du 11 au 20', last: 'Les jours à partir du 21' }[third]} du mois coûtent le ${more ? 'plus' : 'moins'}\u202f: d’habitude ${aDay} par jour, contre ${others} ailleurs.`,
  payday: (times, agreeing, cycles, more) =>
    `La semaine qui suit la paie, tu dépenses ${more ? 'plus' : 'moins'}\u202f: par jour, ${times} fois ce que tu dépenses ensuite, ${agreeing} fois sur ${cycles}.`,
  season: (month, share, years, more) =>
    `En ${month}, c’est ${share} de ${more ? 'plus' : 'moins'} qu’un mois habituel, et cela sur ${years} ans.`,
  drift: (category, share, points, months, more) =>
    `${capital(category)}\u202f: une part ${more ? 'croissante' : 'décroissante'} de tes dépenses, d’habitude ${share}, soit ${points} points de ${more ? 'plus' : 'moins'} qu’il y a ${months} mois.`,
  none: (since) =>
    `Pas d’habitude nette depuis le ${since}\u202f: les jours de la semaine, ceux du mois et les catégories se valent à peu près.`,
  basis: (subject, since, withoutCharges) =>
    `D’après tes dépenses${subject === null ? '' : ` pour ${subject}`} depuis le ${since}${withoutCharges ? '\u202f; les jours, sans les prélèvements réguliers' : ''}.`,
};

const pt: PatternsWords = {
  weekdays: (days, share, weeks, more) =>
    `Seus dias de ${more ? 'mais' : 'menos'} gasto: ${days}, ${share} dos gastos de ${weeks} semanas.`,
  third: (third, aDay, others, more) =>
    `${{ first: 'Os dez primeiros dias', middle: 'Os dias 11 a 20', last: 'Os dias a partir do 21' }[third]} do mês são os de ${more ? 'mais' : 'menos'} gasto: o habitual é ${aDay} por dia; nos outros, ${others}.`,
  payday: (times, agreeing, cycles, more) =>
    `Na semana depois do pagamento você gasta ${more ? 'mais' : 'menos'}: por dia, ${times} vezes o que gasta depois, em ${agreeing} de ${cycles} ciclos.`,
  season: (month, share, years, more) =>
    `${capital(month)} custa ${share} a ${more ? 'mais' : 'menos'} que um mês habitual, em todos os ${years} anos.`,
  drift: (category, share, points, months, more) =>
    `${capital(category)} ocupa uma parte ${more ? 'crescente' : 'cada vez menor'} dos seus gastos: o habitual é ${share}, e são ${points} pontos percentuais a ${more ? 'mais' : 'menos'} que há ${months} meses.`,
  none: (since) =>
    `Sem hábitos claros desde ${since}: dias da semana, dias do mês e categorias estão bem equilibrados.`,
  basis: (subject, since, withoutCharges) =>
    `Dos seus gastos${subject === null ? '' : ` em ${subject}`} desde ${since}${withoutCharges ? '; os dias, sem as cobranças recorrentes' : ''}.`,
};

const all: Readonly<Record<Language, PatternsWords>> = { en, es, de, fr, pt };

export function patternsWords(words: Words): PatternsWords {
  return all[words.locale.slice(0, 2) as Language];
}
