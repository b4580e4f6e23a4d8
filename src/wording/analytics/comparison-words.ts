/** One period held against another, in each language. Amounts, shares, names and dates arrive formatted. */

import type { Language } from '../../language.ts';
import type { Words } from '../words.ts';
import { capital, ended } from './shared-words.ts';

/** What was found; `tail` is what {@link ComparisonWords.compared} and `because` say, or nothing. */
interface Found {
  readonly flow: 'spending' | 'income';
  readonly subject: string | null;
  /** "in October", or more words of the kind */
  readonly period: string;
  /** It is not over yet. */
  readonly isRunning: boolean;
  readonly amount: string;
  readonly tail: string;
}

export interface ComparisonWords {
  found(found: Found): string;
  /** Begins with a comma: ", €12.00 (5%) less than in September". A share of null is left out. */
  compared(direction: 'more' | 'less' | 'same', amount: string, share: string | null, reference: string): string;
  /** Begins with a comma: ", mostly because of travel (-€480.00)". */
  because(reasons: string): string;
  /** As much of an earlier period as there is of the running one; "in October" → "in October by the same day". */
  byTheSameDay(period: string): string;
  /** The whole months, or days, just before. */
  before(count: number, unit: 'months' | 'days'): string;
  /** Two months by their names: "from August to October". */
  months(first: string, last: string): string;
  /** Why nothing is held against it; `day` is the ledger's first: "3 Oct 2025". */
  nothingBefore(day: string): string;
  /** Two years over one picture. */
  yearsTitle(subject: string | null, later: string, earlier: string): string;
  /** When two years can be held against each other: from the month `since` on. */
  yearsSince(firstDay: string, since: string): string;
  /** The comparison begins with the ledger's first whole month. */
  onlySince(month: string): string;
  readonly aYearBefore: string;
  /** What moved besides what {@link because} names. */
  otherChanges(list: string): string;
  changedMost(list: string): string;
  largest(list: string): string;
  /** Of the whole months, two or more, so many came to more than a year before. */
  dearerMonths(dearer: number, months: number): string;
  /** Income beside it; `tail` as in {@link Found}. */
  income(amount: string, tail: string): string;
  /** Categories whose part of all spending has moved over so many months, each with its points of a percent. */
  growing(list: string, months: number): string;
  shrinking(list: string, months: number): string;
  /** Percentage points with their sign: "+6 points". */
  points(count: number): string;
  /** A category's part of all spending, and how many entries it has. */
  part(share: string, entries: number): string;
  biggest(entry: string): string;
  /** A merchant's place where there is none. */
  readonly noName: string;
}

const en: ComparisonWords = {
  found: ({ flow, subject, period, isRunning, amount, tail }) =>
    flow === 'income'
      ? `${capital(period)}${isRunning ? ' so far' : ''} you received ${amount}${subject === null ? '' : ` from ${subject}`}${tail}.`
      : `${capital(period)}${isRunning ? ' so far' : ''} you spent ${amount}${subject === null ? '' : ` on ${subject}`}${tail}.`,
  compared: (direction, amount, share, reference) =>
    direction === 'same'
      ? `, about as much as ${reference}`
      : `, ${amount}${share === null ? '' : ` (${share})`} ${direction} than ${reference}`,
  because: (reasons) => `, mostly because of ${reasons}`,
  byTheSameDay: (period) => `${period} by the same day`,
  before: (count, unit) =>
    count === 1 ? (unit === 'days' ? 'on the day before' : 'in the month before') : `in the ${count} ${unit} before`,
  months: (first, last) => `from ${first} to ${last}`,
  nothingBefore: (day) => `There is nothing to hold it against yet: your entries begin on ${day}.`,
  yearsTitle: (subject, later, earlier) => `${capital(subject ?? 'spending')}, ${later} and ${earlier}`,
  yearsSince: (firstDay, since) => `Your entries begin on ${firstDay}, so I can compare years from ${since} on.`,
  onlySince: (month) => `I begin with ${month}, the first whole month I know.`,
  aYearBefore: 'a year before',
  otherChanges: (list) => `Other changes: ${list}.`,
  changedMost: (list) => `Changed most: ${list}.`,
  largest: (list) => `Most went to ${list}.`,
  dearerMonths: (dearer, months) =>
    `${dearer === 0 ? 'None' : dearer} of the ${months} whole months ${dearer > 1 ? 'were' : 'was'} dearer than a year before.`,
  income: (amount, tail) => `Income ${amount}${tail}.`,
  growing: (list, months) => `A growing part of your spending over ${months} months: ${list}.`,
  shrinking: (list, months) => `A shrinking part over ${months} months: ${list}.`,
  points: (count) => `${signed(count)} ${Math.abs(count) === 1 ? 'point' : 'points'}`,
  part: (share, entries) =>
    `That is ${share} of your spending, in ${entries === 1 ? '1 entry' : `${entries} entries`}.`,
  biggest: (entry) => `Biggest entry: ${entry}`,
  noName: 'without a name',
};

const es: ComparisonWords = {
  found: ({ flow, subject, period, isRunning, amount, tail }) =>
    flow === 'income'
      ? `${capital(period)} ${isRunning ? 'llevas recibidos' : 'recibiste'} ${amount}${subject === null ? '' : ` (${subject})`}${tail}.`
      : `${capital(period)} ${isRunning ? 'llevas gastados' : 'gastaste'} ${amount}${subject === null ? '' : ` en ${subject}`}${tail}.`,
  compared: (direction, amount, share, reference) =>
    direction === 'same'
      ? `, más o menos lo mismo que ${reference}`
      : `, ${amount}${share === null ? '' : ` (${share})`} ${direction === 'more' ? 'más' : 'menos'} que ${reference}`,
  because: (reasons) => `, sobre todo por ${reasons}`,
  byTheSameDay: (period) => `${period} hasta el mismo día`,
  before: (count, unit) =>
    unit === 'months'
      ? count === 1
        ? 'en el mes anterior'
        : `en los ${count} meses anteriores`
      : count === 1
        ? 'el día anterior'
        : `en los ${count} días anteriores`,
  months: (first, last) => `de ${first} a ${last}`,
  nothingBefore: (day) => `Todavía no hay con qué compararlo: tus movimientos empiezan el ${day}.`,
  yearsTitle: (subject, later, earlier) => `${capital(subject ?? 'gastos')}, ${later} y ${earlier}`,
  yearsSince: (firstDay, since) =>
    `Tus movimientos empiezan el ${firstDay}, así que podré comparar años a partir de ${since}.`,
  onlySince: (month) => `Empiezo en ${month}, el primer mes completo que conozco.`,
  aYearBefore: 'un año antes',
  otherChanges: (list) => `Otros cambios: ${list}.`,
  changedMost: (list) => `Lo que más ha cambiado: ${list}.`,
  largest: (list) => `Lo que más pesa: ${list}.`,
  dearerMonths: (dearer, months) =>
    `${dearer === 0 ? 'Ninguno' : dearer} de los ${months} meses completos ${dearer > 1 ? 'salieron más caros' : 'salió más caro'} que un año antes.`,
  income: (amount, tail) => `Ingresos: ${amount}${tail}.`,
  growing: (list, months) => `Pesan cada vez más en tus gastos, en ${months} meses: ${list}.`,
  shrinking: (list, months) => `Pesan cada vez menos, en ${months} meses: ${list}.`,
  points: (count) => `${signed(count)} ${Math.abs(count) === 1 ? 'punto' : 'puntos'}`,
  part: (share, entries) =>
    `Es el ${share} de tus gastos, en ${entries === 1 ? '1 movimiento' : `${entries} movimientos`}.`,
  biggest: (entry) => `El mayor movimiento: ${entry}`,
  noName: 'sin nombre',
};

const de: ComparisonWords = {
  found: ({ flow, subject, period, isRunning, amount, tail }) =>
    flow === 'income'
      ? `${capital(period)} hast du${isRunning ? ' bisher' : ''} ${amount}${subject === null ? '' : ` (${subject})`} eingenommen${tail}.`
      : `${capital(period)} hast du${isRunning ? ' bisher' : ''} ${amount}${subject === null ? '' : ` für ${subject}`} ausgegeben${tail}.`,
  compared: (direction, amount, share, reference) =>
    direction === 'same'
      ? `, etwa so viel wie ${reference}`
      : `, ${amount}${share === null ? '' : ` (${share})`} ${direction === 'more' ? 'mehr' : 'weniger'} als ${reference}`,
  because: (reasons) => `, vor allem durch ${reasons}`,
  byTheSameDay: (period) => `${period} bis zum selben Tag`,
  before: (count, unit) =>
    unit === 'months'
      ? count === 1
        ? 'im Monat davor'
        : `in den ${count} Monaten davor`
      : count === 1
        ? 'am Tag davor'
        : `in den ${count} Tagen davor`,
  months: (first, last) => `von ${first} bis ${last}`,
  nothingBefore: (day) => `Zum Vergleichen ist noch nichts da: Deine Einträge beginnen am ${ended(day)}`,
  yearsTitle: (subject, later, earlier) => `${capital(subject ?? 'Ausgaben')} ${later} und ${earlier}`,
  yearsSince: (firstDay, since) => `Deine Einträge beginnen am ${firstDay}; Jahre vergleichen kann ich ab ${since}.`,
  onlySince: (month) => `Ich beginne mit ${month}, dem ersten ganzen Monat, den ich kenne.`,
  aYearBefore: 'im Jahr davor',
  otherChanges: (list) => `Weitere Änderungen: ${list}.`,
  changedMost: (list) => `Am meisten verändert: ${list}.`,
  largest: (list) => `Am meisten ging an: ${list}.`,
  dearerMonths: (dearer, months) =>
    `${dearer === 0 ? 'Keiner' : dearer} der ${months} ganzen Monate ${dearer > 1 ? 'waren' : 'war'} teurer als im Jahr davor.`,
  income: (amount, tail) => `Einnahmen ${amount}${tail}.`,
  growing: (list, months) => `Wachsender Anteil an deinen Ausgaben, über ${months} Monate: ${list}.`,
  shrinking: (list, months) => `Schrumpfender Anteil, über ${months} Monate: ${list}.`,
  points: (count) => `${signed(count)} ${Math.abs(count) === 1 ? 'Prozentpunkt' : 'Prozentpunkte'}`,
  part: (share, entries) =>
    `Das sind ${share} deiner Ausgaben, in ${entries === 1 ? '1 Eintrag' : `${entries} Einträgen`}.`,
  biggest: (entry) => `Größter Posten: ${entry}`,
  noName: 'ohne Namen',
};

const fr: ComparisonWords = {
  found: ({ flow, subject, period, isRunning, amount, tail }) =>
    `${capital(period)}, tu as ${flow === 'income' ? 'reçu' : 'dépensé'} ${amount}${subject === null ? '' : ` (${subject})`}${isRunning ? ' jusqu’ici' : ''}${tail}.`,
  compared: (direction, amount, share, reference) =>
    direction === 'same'
      ? `, à peu près autant ${that(reference)}`
      : `, soit ${amount}${share === null ? '' : ` (${share})`} de ${direction === 'more' ? 'plus' : 'moins'} ${that(reference)}`,
  because: (reasons) => `, surtout côté ${reasons}`,
  byTheSameDay: (period) => `${period} à la même date`,
  before: (count, unit) =>
    unit === 'months'
      ? count === 1
        ? 'le mois d’avant'
        : `les ${count} mois d’avant`
      : count === 1
        ? 'la veille'
        : `les ${count} jours d’avant`,
  months: (first, last) => `${/^[aeiouéè]/iu.test(first) ? 'd’' : 'de '}${first} à ${last}`,
  nothingBefore: (day) => `Rien à comparer pour l’instant\u202f: tes opérations commencent le ${ended(day)}`,
  yearsTitle: (subject, later, earlier) => `${capital(subject ?? 'dépenses')}, ${later} et ${earlier}`,
  yearsSince: (firstDay, since) =>
    `Tes opérations commencent le ${firstDay}\u202f; je pourrai comparer les années à partir de ${since}.`,
  onlySince: (month) => `Je pars de ${month}, le premier mois entier que je connais.`,
  aYearBefore: 'un an plus tôt',
  otherChanges: (list) => `Autres changements\u202f: ${list}.`,
  changedMost: (list) => `Ce qui a le plus changé\u202f: ${list}.`,
  largest: (list) => `Principaux postes\u202f: ${list}.`,
  dearerMonths: (dearer, months) =>
    `${dearer === 0 ? 'Aucun' : dearer} mois sur ${months} ${dearer > 1 ? 'ont été plus chers' : dearer === 1 ? 'a été plus cher' : 'n’a été plus cher'} qu’un an plus tôt.`,
  income: (amount, tail) => `Revenus\u202f: ${amount}${tail}.`,
  growing: (list, months) => `Une part croissante de tes dépenses, sur ${months} mois\u202f: ${list}.`,
  shrinking: (list, months) => `Une part décroissante, sur ${months} mois\u202f: ${list}.`,
  points: (count) => `${signed(count)} ${Math.abs(count) < 2 ? 'point' : 'points'}`,
  part: (share, entries) =>
    `C’est ${share} de tes dépenses, en ${entries < 2 ? `${entries} opération` : `${entries} opérations`}.`,
  biggest: (entry) => `La plus grosse opération\u202f: ${entry}`,
  noName: 'sans nom',
};

const pt: ComparisonWords = {
  found: ({ flow, subject, period, isRunning, amount, tail }) =>
    `${capital(period)} você ${flow === 'income' ? 'recebeu' : 'gastou'} ${amount}${subject === null ? '' : flow === 'income' ? ` de ${subject}` : ` com ${subject}`}${isRunning ? ' até agora' : ''}${tail}.`,
  compared: (direction, amount, share, reference) =>
    direction === 'same'
      ? `, mais ou menos o mesmo que ${reference}`
      : `, ${amount}${share === null ? '' : ` (${share})`} a ${direction === 'more' ? 'mais' : 'menos'} que ${reference}`,
  because: (reasons) => `, principalmente por ${reasons}`,
  byTheSameDay: (period) => `${period} até o mesmo dia`,
  before: (count, unit) =>
    unit === 'months'
      ? count === 1
        ? 'no mês anterior'
        : `nos ${count} meses anteriores`
      : count === 1
        ? 'no dia anterior'
        : `nos ${count} dias anteriores`,
  months: (first, last) => `de ${first} a ${last}`,
  nothingBefore: (day) => `Ainda não há com o que comparar: seus lançamentos começam em ${ended(day)}`,
  yearsTitle: (subject, later, earlier) => `${capital(subject ?? 'gastos')}, ${later} e ${earlier}`,
  yearsSince: (firstDay, since) => `Seus lançamentos começam em ${firstDay}; posso comparar anos a partir de ${since}.`,
  onlySince: (month) => `Começo em ${month}, o primeiro mês completo que conheço.`,
  aYearBefore: 'um ano antes',
  otherChanges: (list) => `Outras mudanças: ${list}.`,
  changedMost: (list) => `O que mais mudou: ${list}.`,
  largest: (list) => `O que mais pesou: ${list}.`,
  dearerMonths: (dearer, months) =>
    `${dearer === 0 ? 'Nenhum' : dearer} dos ${months} meses completos ${dearer > 1 ? 'foram mais caros' : 'foi mais caro'} que um ano antes.`,
  income: (amount, tail) => `Receitas: ${amount}${tail}.`,
  growing: (list, months) => `Pesam cada vez mais nos seus gastos, em ${months} meses: ${list}.`,
  shrinking: (list, months) => `Pesam cada vez menos, em ${months} meses: ${list}.`,
  points: (count) => `${signed(count)} ${Math.abs(count) === 1 ? 'ponto' : 'pontos'}`,
  part: (share, entries) =>
    `São ${share} dos seus gastos, em ${entries === 1 ? '1 lançamento' : `${entries} lançamentos`}.`,
  biggest: (entry) => `O maior lançamento: ${entry}`,
  noName: 'sem nome',
};

const all: Readonly<Record<Language, ComparisonWords>> = { en, es, de, fr, pt };

export function comparisonWords(words: Words): ComparisonWords {
  return all[words.locale.slice(0, 2) as Language];
}

function signed(count: number): string {
  return count > 0 ? `+${count}` : `−${Math.abs(count)}`;
}

/** "qu’en septembre", "que les 3 mois d’avant" */
function that(reference: string): string {
  return /^[aeiouéè]/iu.test(reference) ? `qu’${reference}` : `que ${reference}`;
}
