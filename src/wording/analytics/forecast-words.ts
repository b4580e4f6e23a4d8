/** What is said about recurring charges and about what is to come, in each language. Amounts arrive formatted. */

import type { RhythmName } from '../../insight/rhythm.ts';
import type { Language } from '../../language.ts';
import type { Words } from '../words.ts';

export interface ForecastWords {
  readonly rhythms: Readonly<Record<RhythmName, string>>;
  charges(count: number, monthly: string): string;
  income(count: number, monthly: string): string;
  readonly noCharges: string;
  readonly noIncome: string;
  next(day: string): string;
  /** It should have come by now. */
  overdue(day: string): string;
  /** A price that changed. */
  was(amount: string, day: string): string;
  /** Charges that stopped coming. */
  ended(names: string): string;

  /** The running month: what it will come to, and between what 8 in 10 such months end. */
  thisMonth(subject: string | null, expected: string, low: string, high: string): string;
  /** The last day of the month, or no way to tell more than is spent. */
  monthIsOver(subject: string | null, spent: string): string;
  soFar(spent: string, charges: string | null): string;
  comingMonth(subject: string | null, month: string, expected: string, low: string, high: string): string;
  comingMonths(subject: string | null, count: number, total: string): string;
  range(low: string, high: string): string;
  /** What the forecast stands on, and how it did against last year's figures in back-tests: a share in per cent. */
  basis(months: number, better: string | null): string;
  /** Nothing did better than the figures of a year (or a month) before. */
  naive(months: number, season: boolean): string;
  readonly title: (subject: string | null) => string;
  readonly spent: string;
  readonly expected: string;
  readonly likely: string;
  readonly possible: string;
}

const on = (word: string) => (subject: string | null) => (subject === null ? '' : ` ${word} ${subject}`);

const enOn = on('on');
const en: ForecastWords = {
  rhythms: {
    weekly: 'weekly',
    fortnightly: 'every two weeks',
    'four-weekly': 'every four weeks',
    monthly: 'monthly',
    quarterly: 'quarterly',
    'half-yearly': 'every six months',
    yearly: 'yearly',
  },
  charges: (count, monthly) =>
    count === 1
      ? `One charge comes regularly, ${monthly} a month:`
      : `${count} charges come regularly, ${monthly} a month in all:`,
  income: (count, monthly) =>
    count === 1
      ? `One income comes regularly, ${monthly} a month:`
      : `${count} incomes come regularly, ${monthly} a month in all:`,
  noCharges: 'I see no regular charges yet. A monthly one shows after three months, a weekly one after five weeks.',
  noIncome: 'I see no regular income yet. It shows after three paydays.',
  next: (day) => `next ${day}`,
  overdue: (day) => `expected ${day}, not seen yet`,
  was: (amount, day) => `${amount} until ${day}`,
  ended: (names) => `No longer coming: ${names}.`,
  thisMonth: (subject, expected, low, high) =>
    `You will probably spend about ${expected}${enOn(subject)} this month; 8 in 10 months like this end between ${low} and ${high}.`,
  monthIsOver: (subject, spent) => `This month comes to ${spent}${enOn(subject)}.`,
  soFar: (spent, charges) =>
    `So far it is ${spent}${charges === null ? '' : `, and ${charges} of regular charges are still to come`}.`,
  comingMonth: (subject, month, expected, low, high) =>
    `In ${month} you will probably spend about ${expected}${enOn(subject)}; 8 in 10 months like this end between ${low} and ${high}.`,
  comingMonths: (subject, count, total) =>
    `Over the next ${count} months you will probably spend about ${total}${enOn(subject)}:`,
  range: (low, high) => `${low} to ${high}`,
  basis: (months, better) =>
    `From ${months} months of data${better === null ? '' : `; in back-tests it beat “same as before” by ${better}`}.`,
  naive: (months, season) =>
    `From ${months} months of data; nothing did better than ${season ? 'the same months of last year' : 'the last month'}, so that is what you see.`,
  title: (subject) => (subject === null ? 'Spending to come' : `To come: ${subject}`),
  spent: 'spent',
  expected: 'expected',
  likely: '8 in 10',
  possible: '19 in 20',
};

const esOn = on('en');
const es: ForecastWords = {
  rhythms: {
    weekly: 'cada semana',
    fortnightly: 'cada dos semanas',
    'four-weekly': 'cada cuatro semanas',
    monthly: 'cada mes',
    quarterly: 'cada trimestre',
    'half-yearly': 'cada seis meses',
    yearly: 'cada año',
  },
  charges: (count, monthly) =>
    count === 1
      ? `Hay un cargo que se repite, ${monthly} al mes:`
      : `Hay ${count} cargos que se repiten, ${monthly} al mes en total:`,
  income: (count, monthly) =>
    count === 1
      ? `Hay un ingreso que se repite, ${monthly} al mes:`
      : `Hay ${count} ingresos que se repiten, ${monthly} al mes en total:`,
  noCharges:
    'Todavía no veo cargos que se repitan. Uno mensual se ve a los tres meses; uno semanal, a las cinco semanas.',
  noIncome: 'Todavía no veo ingresos que se repitan. Se ven después de tres cobros.',
  next: (day) => `próximo: ${day}`,
  overdue: (day) => `esperado: ${day}, aún no ha llegado`,
  was: (amount, day) => `${amount} hasta el ${day}`,
  ended: (names) => `Ya no llegan: ${names}.`,
  thisMonth: (subject, expected, low, high) =>
    `Este mes gastarás probablemente unos ${expected}${esOn(subject)}; 8 de cada 10 meses así acaban entre ${low} y ${high}.`,
  monthIsOver: (subject, spent) => `Este mes suma ${spent}${esOn(subject)}.`,
  soFar: (spent, charges) =>
    `Hasta ahora son ${spent}${charges === null ? '' : `, y faltan ${charges} de cargos habituales`}.`,
  comingMonth: (subject, month, expected, low, high) =>
    `En ${month} gastarás probablemente unos ${expected}${esOn(subject)}; 8 de cada 10 meses así acaban entre ${low} y ${high}.`,
  comingMonths: (subject, count, total) =>
    `En los próximos ${count} meses gastarás probablemente unos ${total}${esOn(subject)}:`,
  range: (low, high) => `de ${low} a ${high}`,
  basis: (months, better) =>
    `Con ${months} meses de datos${better === null ? '' : `; en las pruebas superó a «igual que antes» en un ${better}`}.`,
  naive: (months, season) =>
    `Con ${months} meses de datos; nada acertó más que ${season ? 'los mismos meses del año pasado' : 'el último mes'}, así que eso es lo que ves.`,
  title: (subject) => (subject === null ? 'Gasto por venir' : `Por venir: ${subject}`),
  spent: 'gastado',
  expected: 'esperado',
  likely: '8 de 10',
  possible: '19 de 20',
};

const deFor = on('für');
const de: ForecastWords = {
  rhythms: {
    weekly: 'wöchentlich',
    fortnightly: 'alle zwei Wochen',
    'four-weekly': 'alle vier Wochen',
    monthly: 'monatlich',
    quarterly: 'vierteljährlich',
    'half-yearly': 'halbjährlich',
    yearly: 'jährlich',
  },
  charges: (count, monthly) =>
    count === 1
      ? `Eine Abbuchung kommt regelmäßig, ${monthly} im Monat:`
      : `${count} Abbuchungen kommen regelmäßig, zusammen ${monthly} im Monat:`,
  income: (count, monthly) =>
    count === 1
      ? `Eine Einnahme kommt regelmäßig, ${monthly} im Monat:`
      : `${count} Einnahmen kommen regelmäßig, zusammen ${monthly} im Monat:`,
  noCharges:
    'Noch sehe ich keine regelmäßigen Abbuchungen. Eine monatliche zeigt sich nach drei Monaten, eine wöchentliche nach fünf Wochen.',
  noIncome: 'Noch sehe ich keine regelmäßigen Einnahmen. Sie zeigen sich nach drei Zahltagen.',
  next: (day) => `nächste: ${day}`,
  overdue: (day) => `erwartet: ${day}, noch nicht da`,
  was: (amount, day) => `${amount} bis ${day}`,
  ended: (names) => `Kommt nicht mehr: ${names}.`,
  thisMonth: (subject, expected, low, high) =>
    `Diesen Monat gibst du wahrscheinlich etwa ${expected}${deFor(subject)} aus; 8 von 10 solchen Monaten enden zwischen ${low} und ${high}.`,
  monthIsOver: (subject, spent) => `Dieser Monat kommt auf ${spent}${deFor(subject)}.`,
  soFar: (spent, charges) =>
    `Bisher sind es ${spent}${charges === null ? '' : `, und ${charges} an regelmäßigen Abbuchungen kommen noch`}.`,
  comingMonth: (subject, month, expected, low, high) =>
    `Im ${month} gibst du wahrscheinlich etwa ${expected}${deFor(subject)} aus; 8 von 10 solchen Monaten enden zwischen ${low} und ${high}.`,
  comingMonths: (subject, count, total) =>
    `In den nächsten ${count} Monaten gibst du wahrscheinlich etwa ${total}${deFor(subject)} aus:`,
  range: (low, high) => `${low} bis ${high}`,
  basis: (months, better) =>
    `Aus ${months} Monaten${better === null ? '' : `; im Rückblick ${better} genauer als „wie zuvor“`}.`,
  naive: (months, season) =>
    `Aus ${months} Monaten; nichts traf besser als ${season ? 'dieselben Monate des Vorjahres' : 'der letzte Monat'}, also siehst du das.`,
  title: (subject) => (subject === null ? 'Kommende Ausgaben' : `Kommend: ${subject}`),
  spent: 'ausgegeben',
  expected: 'erwartet',
  likely: '8 von 10',
  possible: '19 von 20',
};

const frFor = (subject: string | null) => (subject === null ? '' : ` (${subject})`);
const fr: ForecastWords = {
  rhythms: {
    weekly: 'chaque semaine',
    fortnightly: 'toutes les deux semaines',
    'four-weekly': 'toutes les quatre semaines',
    monthly: 'chaque mois',
    quarterly: 'chaque trimestre',
    'half-yearly': 'tous les six mois',
    yearly: 'chaque année',
  },
  charges: (count, monthly) =>
    count === 1
      ? `Un prélèvement revient régulièrement, ${monthly} par mois :`
      : `${count} prélèvements reviennent régulièrement, ${monthly} par mois en tout :`,
  income: (count, monthly) =>
    count === 1
      ? `Un revenu revient régulièrement, ${monthly} par mois :`
      : `${count} revenus reviennent régulièrement, ${monthly} par mois en tout :`,
  noCharges:
    'Je ne vois pas encore de prélèvements réguliers. Un mensuel se voit après trois mois, un hebdomadaire après cinq semaines.',
  noIncome: 'Je ne vois pas encore de revenus réguliers. Ils se voient après trois paies.',
  next: (day) => `prochain : ${day}`,
  overdue: (day) => `attendu : ${day}, pas encore vu`,
  was: (amount, day) => `${amount} jusqu’au ${day}`,
  ended: (names) => `Ne vient plus : ${names}.`,
  thisMonth: (subject, expected, low, high) =>
    `Ce mois-ci, tu dépenseras sans doute environ ${expected}${frFor(subject)} ; 8 mois semblables sur 10 finissent entre ${low} et ${high}.`,
  monthIsOver: (subject, spent) => `Ce mois-ci fait ${spent}${frFor(subject)}.`,
  soFar: (spent, charges) =>
    `Jusqu’ici : ${spent}${charges === null ? '' : `, et ${charges} de prélèvements réguliers sont encore à venir`}.`,
  comingMonth: (subject, month, expected, low, high) =>
    `En ${month}, tu dépenseras sans doute environ ${expected}${frFor(subject)} ; 8 mois semblables sur 10 finissent entre ${low} et ${high}.`,
  comingMonths: (subject, count, total) =>
    `Sur les ${count} prochains mois, tu dépenseras sans doute environ ${total}${frFor(subject)} :`,
  range: (low, high) => `de ${low} à ${high}`,
  basis: (months, better) =>
    `D’après ${months} mois${better === null ? '' : ` ; dans les essais, ${better} plus juste que « comme avant »`}.`,
  naive: (months, season) =>
    `D’après ${months} mois ; rien n’a fait mieux que ${season ? 'les mêmes mois de l’an dernier' : 'le dernier mois'}, c’est donc ce que tu vois.`,
  title: (subject) => (subject === null ? 'Dépenses à venir' : `À venir : ${subject}`),
  spent: 'dépensé',
  expected: 'attendu',
  likely: '8 sur 10',
  possible: '19 sur 20',
};

const ptOn = on('com');
const pt: ForecastWords = {
  rhythms: {
    weekly: 'todas as semanas',
    fortnightly: 'de duas em duas semanas',
    'four-weekly': 'de quatro em quatro semanas',
    monthly: 'todos os meses',
    quarterly: 'todos os trimestres',
    'half-yearly': 'de seis em seis meses',
    yearly: 'todos os anos',
  },
  charges: (count, monthly) =>
    count === 1
      ? `Há uma cobrança que se repete, ${monthly} por mês:`
      : `Há ${count} cobranças que se repetem, ${monthly} por mês no total:`,
  income: (count, monthly) =>
    count === 1
      ? `Há um rendimento que se repete, ${monthly} por mês:`
      : `Há ${count} rendimentos que se repetem, ${monthly} por mês no total:`,
  noCharges:
    'Ainda não vejo cobranças que se repitam. Uma mensal vê-se ao fim de três meses; uma semanal, ao fim de cinco semanas.',
  noIncome: 'Ainda não vejo rendimentos que se repitam. Veem-se ao fim de três pagamentos.',
  next: (day) => `próxima: ${day}`,
  overdue: (day) => `esperada: ${day}, ainda não chegou`,
  was: (amount, day) => `${amount} até ${day}`,
  ended: (names) => `Não chegam mais: ${names}.`,
  thisMonth: (subject, expected, low, high) =>
    `Este mês você provavelmente vai gastar cerca de ${expected}${ptOn(subject)}; 8 em cada 10 meses assim terminam entre ${low} e ${high}.`,
  monthIsOver: (subject, spent) => `Este mês soma ${spent}${ptOn(subject)}.`,
  soFar: (spent, charges) =>
    `Até agora são ${spent}${charges === null ? '' : `, e faltam ${charges} de cobranças regulares`}.`,
  comingMonth: (subject, month, expected, low, high) =>
    `Em ${month} você provavelmente vai gastar cerca de ${expected}${ptOn(subject)}; 8 em cada 10 meses assim terminam entre ${low} e ${high}.`,
  comingMonths: (subject, count, total) =>
    `Nos próximos ${count} meses você provavelmente vai gastar cerca de ${total}${ptOn(subject)}:`,
  range: (low, high) => `de ${low} a ${high}`,
  basis: (months, better) =>
    `Com ${months} meses de dados${better === null ? '' : `; nos testes superou “igual a antes” em ${better}`}.`,
  naive: (months, season) =>
    `Com ${months} meses de dados; nada acertou mais do que ${season ? 'os mesmos meses do ano passado' : 'o último mês'}, por isso é o que você vê.`,
  title: (subject) => (subject === null ? 'Gastos que aí vêm' : `Aí vêm: ${subject}`),
  spent: 'gasto',
  expected: 'esperado',
  likely: '8 em 10',
  possible: '19 em 20',
};

const all: Readonly<Record<Language, ForecastWords>> = { en, es, de, fr, pt };

export function forecastWords(words: Words): ForecastWords {
  return all[words.locale.slice(0, 2) as Language];
}
