/** What Purser says about budgets over time: how they will end, and how they have held. Amounts and days arrive formatted. */

import type { Language } from '../../language.ts';
import type { Words } from '../words.ts';
import { capital } from './shared-words.ts';

export type BudgetUnit = 'week' | 'month' | 'year';

export interface BudgetWords {
  /** How many of several budgets hold at the present pace, and the names of those that don't. */
  summary(holding: number, all: number): string;
  passedOnes(names: string): string;
  willPassOnes(names: string): string;
  noBudgetFor(name: string, command: string): string;
  /** What sets a monthly budget when somebody writes it; the amount is a number as the language writes it. */
  command(amount: string, category: string): string;

  /** How the running period will end. */
  onCourse(expected: string): string;
  close(expected: string): string;
  willPass(when: string, expected: string): string;
  passed(expected: string): string;

  /** The head of the record: "the last 6 months". */
  last(total: number, unit: BudgetUnit): string;
  /** Goes behind it where the budget is younger than its periods. */
  readonly inHindsight: string;
  readonly colon: string;
  within(count: number): string;
  readonly alwaysWithin: string;
  over(count: number): string;
  readonly alwaysOver: string;
  overBy(amount: string, when: string): string;
  overUsually(typical: string, most: string, when: string): string;
  readonly moreAndMore: string;
  readonly lessAndLess: string;
  /** With less than two whole periods. */
  young(unit: BudgetUnit): string;
  noRate(name: string, budget: string, currency: string): string;
}

const en: BudgetWords = {
  summary: (holding, all) =>
    holding === all
      ? `All ${all} budgets are on course.`
      : `${holding} of ${all} budgets ${holding === 1 ? 'is' : 'are'} on course.`,
  passedOnes: (names) => `Passed: ${names}.`,
  willPassOnes: (names) => `Will pass at this pace: ${names}.`,
  noBudgetFor: (name, command) => `There is no budget for ${name} yet. Write “${command}” to set one.`,
  command: (amount, category) => `budget ${amount} for ${category} a month`,
  onCourse: (expected) => `On course: at this pace it comes to ${expected}.`,
  close: (expected) => `It will be close: at this pace it comes to ${expected}.`,
  willPass: (when, expected) => `At this pace it passes the budget ${when} and comes to ${expected}.`,
  passed: (expected) => `At this pace it comes to ${expected}.`,
  last: (total, unit) => `The last ${total} ${unit}s`,
  inHindsight: ', against today’s budget',
  colon: ':',
  within: (count) => `${count} within it`,
  alwaysWithin: 'always within it',
  over: (count) => `${count} over`,
  alwaysOver: 'always over',
  overBy: (amount, when) => `by ${amount} (${when})`,
  overUsually: (typical, most, when) => `typically by ${typical}, at most by ${most} (${when})`,
  moreAndMore: 'More and more of it gets used.',
  lessAndLess: 'Less and less of it gets used.',
  young: (unit) => `How it holds over time shows after two whole ${unit}s.`,
  noRate: (name, budget, currency) =>
    `${capital(name)}: ${budget}. I know no rate into ${currency} yet, so I can’t compare.`,
};

const es: BudgetWords = {
  summary: (holding, all) =>
    holding === all
      ? `Los ${all} presupuestos van bien.`
      : `${holding} de ${all} presupuestos ${holding === 1 ? 'va' : 'van'} bien.`,
  passedOnes: (names) => `Por encima: ${names}.`,
  willPassOnes: (names) => `A este ritmo acabarán por encima: ${names}.`,
  noBudgetFor: (name, command) => `Todavía no hay presupuesto para ${name}. Escribe «${command}» para fijarlo.`,
  command: (amount, category) => `presupuesto de ${amount} al mes para ${category}`,
  onCourse: (expected) => `Va bien: a este ritmo llega a ${expected}.`,
  close: (expected) => `Irá justo: a este ritmo llega a ${expected}.`,
  willPass: (when, expected) => `A este ritmo supera el presupuesto ${when} y llega a ${expected}.`,
  passed: (expected) => `A este ritmo llega a ${expected}.`,
  last: (total, unit) =>
    ({ week: `Últimas ${total} semanas`, month: `Últimos ${total} meses`, year: `Últimos ${total} años` })[unit],
  inHindsight: ', con el presupuesto de hoy',
  colon: ':',
  within: (count) => `${count} dentro`,
  alwaysWithin: 'siempre dentro',
  over: (count) => `${count} por encima`,
  alwaysOver: 'siempre por encima',
  overBy: (amount, when) => `por ${amount} (${when})`,
  overUsually: (typical, most, when) => `normalmente por ${typical}, como mucho por ${most} (${when})`,
  moreAndMore: 'Se usa cada vez más.',
  lessAndLess: 'Se usa cada vez menos.',
  young: (unit) =>
    `Tras ${{ week: 'dos semanas completas', month: 'dos meses completos', year: 'dos años completos' }[unit]} se verá si aguanta con el tiempo.`,
  noRate: (name, budget, currency) =>
    `${capital(name)}: ${budget}. Aún no conozco el cambio a ${currency}, así que no puedo comparar.`,
};

const de: BudgetWords = {
  summary: (holding, all) =>
    holding === all
      ? `Alle ${all} Budgets liegen im Plan.`
      : `${holding} von ${all} Budgets ${holding === 1 ? 'liegt' : 'liegen'} im Plan.`,
  passedOnes: (names) => `Überschritten: ${names}.`,
  willPassOnes: (names) => `Bei diesem Tempo am Ende darüber: ${names}.`,
  noBudgetFor: (name, command) => `Für ${name} gibt es noch kein Budget. Schreib „${command}“, um eins zu setzen.`,
  command: (amount, category) => `Budget ${amount} pro Monat für ${category}`,
  onCourse: (expected) => `Im Plan: Bei diesem Tempo werden es ${expected}.`,
  close: (expected) => `Es wird knapp: Bei diesem Tempo werden es ${expected}.`,
  willPass: (when, expected) => `Bei diesem Tempo ist das Budget ${when} überschritten; am Ende werden es ${expected}.`,
  passed: (expected) => `Bei diesem Tempo werden es ${expected}.`,
  last: (total, unit) => `Letzte ${total} ${{ week: 'Wochen', month: 'Monate', year: 'Jahre' }[unit]}`,
  inHindsight: ', am heutigen Budget gemessen',
  colon: ':',
  within: (count) => `${count}-mal eingehalten`,
  alwaysWithin: 'immer eingehalten',
  over: (count) => `${count}-mal darüber`,
  alwaysOver: 'immer darüber',
  overBy: (amount, when) => `um ${amount} (${when})`,
  overUsually: (typical, most, when) => `meist um ${typical}, höchstens um ${most} (${when})`,
  moreAndMore: 'Es wird immer mehr davon gebraucht.',
  lessAndLess: 'Es wird immer weniger davon gebraucht.',
  young: (unit) =>
    `Wie es auf Dauer hält, zeigt sich nach zwei ganzen ${{ week: 'Wochen', month: 'Monaten', year: 'Jahren' }[unit]}.`,
  noRate: (name, budget, currency) =>
    `${capital(name)}: ${budget}. Ich kenne noch keinen Kurs in ${currency} und kann darum nicht vergleichen.`,
};

const fr: BudgetWords = {
  summary: (holding, all) =>
    holding === all
      ? `Les ${all} budgets tiennent.`
      : `${holding} budget${holding < 2 ? '' : 's'} sur ${all} ${holding < 2 ? 'tient' : 'tiennent'}.`,
  passedOnes: (names) => `Dépassé\u202f: ${names}.`,
  willPassOnes: (names) => `Bientôt dépassé à ce rythme\u202f: ${names}.`,
  noBudgetFor: (name, command) =>
    `Pas encore de budget «\u202f${name}\u202f». Pour en fixer un, écris «\u202f${command}\u202f».`,
  command: (amount, category) => `budget de ${amount} par mois pour ${category}`,
  onCourse: (expected) => `En bonne voie\u202f: à ce rythme, on arrive à ${expected}.`,
  close: (expected) => `Ce sera juste\u202f: à ce rythme, on arrive à ${expected}.`,
  willPass: (when, expected) => `À ce rythme, le budget est dépassé ${when} et on arrive à ${expected}.`,
  passed: (expected) => `À ce rythme, on arrive à ${expected}.`,
  last: (total, unit) =>
    ({ week: `${total} dernières semaines`, month: `${total} derniers mois`, year: `${total} dernières années` })[unit],
  inHindsight: ', avec le budget d’aujourd’hui',
  colon: '\u202f:',
  within: (count) => `${count} dans le budget`,
  alwaysWithin: 'toujours dans le budget',
  over: (count) => `${count} au-dessus`,
  alwaysOver: 'toujours au-dessus',
  overBy: (amount, when) => `de ${amount} (${when})`,
  overUsually: (typical, most, when) => `de ${typical} en général, de ${most} au plus (${when})`,
  moreAndMore: 'Il est de plus en plus entamé.',
  lessAndLess: 'Il est de moins en moins entamé.',
  young: (unit) =>
    `Après deux ${{ week: 'semaines entières', month: 'mois entiers', year: 'années entières' }[unit]}, on verra s’il tient dans la durée.`,
  noRate: (name, budget, currency) =>
    `${capital(name)}\u202f: ${budget}. Je ne connais pas encore de taux vers ${currency}, je ne peux donc pas comparer.`,
};

const pt: BudgetWords = {
  summary: (holding, all) =>
    holding === all
      ? `Os ${all} orçamentos vão bem.`
      : `${holding} de ${all} orçamentos ${holding === 1 ? 'vai' : 'vão'} bem.`,
  passedOnes: (names) => `Acima: ${names}.`,
  willPassOnes: (names) => `Nesse ritmo vão ficar acima: ${names}.`,
  noBudgetFor: (name, command) => `Ainda não há orçamento para ${name}. Escreva “${command}” para definir um.`,
  command: (amount, category) => `orçamento de ${amount} por mês para ${category}`,
  onCourse: (expected) => `Vai bem: nesse ritmo chega a ${expected}.`,
  close: (expected) => `Vai ficar justo: nesse ritmo chega a ${expected}.`,
  willPass: (when, expected) => `Nesse ritmo passa do orçamento ${when} e chega a ${expected}.`,
  passed: (expected) => `Nesse ritmo chega a ${expected}.`,
  last: (total, unit) =>
    ({ week: `Últimas ${total} semanas`, month: `Últimos ${total} meses`, year: `Últimos ${total} anos` })[unit],
  inHindsight: ', com o orçamento de hoje',
  colon: ':',
  within: (count) => `${count} dentro`,
  alwaysWithin: 'sempre dentro',
  over: (count) => `${count} acima`,
  alwaysOver: 'sempre acima',
  overBy: (amount, when) => `por ${amount} (${when})`,
  overUsually: (typical, most, when) => `em geral por ${typical}, no máximo por ${most} (${when})`,
  moreAndMore: 'Ele vem sendo cada vez mais usado.',
  lessAndLess: 'Ele vem sendo cada vez menos usado.',
  young: (unit) =>
    `Depois de ${{ week: 'duas semanas completas', month: 'dois meses completos', year: 'dois anos completos' }[unit]} dá para ver como ele se mantém.`,
  noRate: (name, budget, currency) =>
    `${capital(name)}: ${budget}. Ainda não conheço o câmbio para ${currency}, por isso não posso comparar.`,
};

const all: Readonly<Record<Language, BudgetWords>> = { en, es, de, fr, pt };

export function budgetWords(words: Words): BudgetWords {
  return all[words.locale.slice(0, 2) as Language];
}
