/** What is said about what is to come, in each language. Amounts arrive formatted. */

import type { Language } from '../../language.ts';
import type { Words } from '../words.ts';

export interface Range {
  readonly low: string;
  readonly high: string;
}

export interface ForecastWords {
  /** The running month: what it will come to, and between what 8 in 10 such months end; null where that is one figure. */
  thisMonth(subject: string | null, expected: string, range: Range | null): string;
  /** The last day of the month, or no way to tell more than is spent. */
  monthIsOver(subject: string | null, spent: string): string;
  soFar(spent: string, charges: string | null): string;
  comingMonth(subject: string | null, month: string, expected: string, range: Range | null): string;
  comingMonths(subject: string | null, count: number, total: string): string;
  range(range: Range): string;
  /** Neither expenses nor charges to expect. */
  nothingSpent(subject: string | null): string;
  /** What the forecast stands on, and how it did against last year's figures in back-tests: a share in per cent. */
  basis(months: number, better: string | null): string;
  /** Nothing did better than the figures of a year (or a month) before. */
  naive(months: number, season: boolean): string;
  title(subject: string | null): string;
  readonly spent: string;
  readonly expected: string;
  readonly likely: string;
  readonly possible: string;
}

const on = (word: string) => (subject: string | null) => (subject === null ? '' : ` ${word} ${subject}`);

const enOn = on('on');
const enRange = (range: Range | null) =>
  range === null ? '' : `; 8 in 10 months like this end between ${range.low} and ${range.high}`;
const en: ForecastWords = {
  thisMonth: (subject, expected, range) =>
    `You will probably spend about ${expected}${enOn(subject)} this month${enRange(range)}.`,
  monthIsOver: (subject, spent) => `This month comes to ${spent}${enOn(subject)}.`,
  soFar: (spent, charges) =>
    `So far it is ${spent}${charges === null ? '' : `, and ${charges} of regular charges are still to come`}.`,
  comingMonth: (subject, month, expected, range) =>
    `In ${month} you will probably spend about ${expected}${enOn(subject)}${enRange(range)}.`,
  comingMonths: (subject, count, total) =>
    `Over the next ${count} months you will probably spend about ${total}${enOn(subject)}:`,
  range: ({ low, high }) => `${low} to ${high}`,
  nothingSpent: (subject) => `I see no spending${enOn(subject)} yet, so there is nothing to forecast from.`,
  basis: (months, better) =>
    `From ${months} months of data${better === null ? '' : `; in back-tests it beat “same as before” by ${better}`}.`,
  naive: (months, season) =>
    `From ${months} months of data; nothing did better than ${season ? 'the same months of last year' : 'the last month'}, so that is what I show.`,
  title: (subject) => (subject === null ? 'Spending to come' : `To come: ${subject}`),
  spent: 'spent',
  expected: 'expected',
  likely: '8 in 10',
  possible: '19 in 20',
};

const esOn = on('en');
const esRange = (range: Range | null) =>
  range === null ? '' : `; 8 de cada 10 meses así acaban entre ${range.low} y ${range.high}`;
const es: ForecastWords = {
  thisMonth: (subject, expected, range) =>
    `Este mes gastarás probablemente cerca de ${expected}${esOn(subject)}${esRange(range)}.`,
  monthIsOver: (subject, spent) => `Este mes suma ${spent}${esOn(subject)}.`,
  soFar: (spent, charges) =>
    `Hasta ahora son ${spent}${charges === null ? '' : `, y faltan ${charges} de cargos habituales`}.`,
  comingMonth: (subject, month, expected, range) =>
    `En ${month} gastarás probablemente cerca de ${expected}${esOn(subject)}${esRange(range)}.`,
  comingMonths: (subject, count, total) =>
    `En los próximos ${count} meses gastarás probablemente cerca de ${total}${esOn(subject)}:`,
  range: ({ low, high }) => `de ${low} a ${high}`,
  nothingSpent: (subject) => `Todavía no veo gastos${esOn(subject)}, así que aún no puedo hacer una previsión.`,
  basis: (months, better) =>
    `Con ${months} meses de datos${better === null ? '' : `; en las pruebas superó a «igual que antes» en un ${better}`}.`,
  naive: (months, season) =>
    `Con ${months} meses de datos; nada acertó más que ${season ? 'los mismos meses del año pasado' : 'el último mes'}, así que te muestro eso.`,
  title: (subject) => (subject === null ? 'Gasto previsto' : `Previsión: ${subject}`),
  spent: 'gastado',
  expected: 'esperado',
  likely: '8 de 10',
  possible: '19 de 20',
};

const deFor = on('für');
const deRange = (range: Range | null) =>
  range === null ? '' : `; 8 von 10 solchen Monaten enden zwischen ${range.low} und ${range.high}`;
const de: ForecastWords = {
  thisMonth: (subject, expected, range) =>
    `Diesen Monat gibst du wahrscheinlich etwa ${expected}${deFor(subject)} aus${deRange(range)}.`,
  monthIsOver: (subject, spent) => `Dieser Monat kommt auf ${spent}${deFor(subject)}.`,
  soFar: (spent, charges) =>
    `Bisher sind es ${spent}${charges === null ? '' : `, und ${charges} an regelmäßigen Abbuchungen kommen noch`}.`,
  comingMonth: (subject, month, expected, range) =>
    `Im ${month} gibst du wahrscheinlich etwa ${expected}${deFor(subject)} aus${deRange(range)}.`,
  comingMonths: (subject, count, total) =>
    `In den nächsten ${count} Monaten gibst du wahrscheinlich etwa ${total}${deFor(subject)} aus:`,
  range: ({ low, high }) => `${low} bis ${high}`,
  nothingSpent: (subject) => `Noch sehe ich keine Ausgaben${deFor(subject)}, aus denen sich etwas vorhersagen ließe.`,
  basis: (months, better) =>
    `Aus ${months} Monaten${better === null ? '' : `; im Rückblick ${better} genauer als „wie zuvor“`}.`,
  naive: (months, season) =>
    `Aus ${months} Monaten; nichts traf besser als ${season ? 'dieselben Monate des Vorjahres' : 'der letzte Monat'}, deshalb zeige ich dir das.`,
  title: (subject) => (subject === null ? 'Kommende Ausgaben' : `Demnächst: ${subject}`),
  spent: 'ausgegeben',
  expected: 'erwartet',
  likely: '8 von 10',
  possible: '19 von 20',
};

const frRange = (range: Range | null) =>
  range === null ? '' : ` ; 8 mois semblables sur 10 finissent entre ${range.low} et ${range.high}`;
const frFor = (subject: string | null) => (subject === null ? '' : ` (${subject})`);
const fr: ForecastWords = {
  thisMonth: (subject, expected, range) =>
    `Ce mois-ci, tu dépenseras sans doute environ ${expected}${frFor(subject)}${frRange(range)}.`,
  monthIsOver: (subject, spent) => `Ce mois-ci s’élève à ${spent}${frFor(subject)}.`,
  soFar: (spent, charges) =>
    `Jusqu’ici : ${spent}${charges === null ? '' : `, et ${charges} de prélèvements réguliers sont encore à venir`}.`,
  comingMonth: (subject, month, expected, range) =>
    `En ${month}, tu dépenseras sans doute environ ${expected}${frFor(subject)}${frRange(range)}.`,
  comingMonths: (subject, count, total) =>
    `Sur les ${count} prochains mois, tu dépenseras sans doute environ ${total}${frFor(subject)} :`,
  range: ({ low, high }) => `de ${low} à ${high}`,
  nothingSpent: (subject) =>
    `Je ne vois pas encore de dépenses${frFor(subject)}, donc rien sur quoi fonder une prévision.`,
  basis: (months, better) =>
    `D’après ${months} mois${better === null ? '' : ` ; dans les essais, ${better} plus juste que « comme avant »`}.`,
  naive: (months, season) =>
    `D’après ${months} mois ; rien n’a fait mieux que ${season ? 'les mêmes mois de l’an dernier' : 'le dernier mois'}, c’est donc ce que je te montre.`,
  title: (subject) => (subject === null ? 'Dépenses à venir' : `À venir : ${subject}`),
  spent: 'dépensé',
  expected: 'attendu',
  likely: '8 sur 10',
  possible: '19 sur 20',
};

const ptOn = on('com');
const ptRange = (range: Range | null) =>
  range === null ? '' : `; 8 em cada 10 meses assim terminam entre ${range.low} e ${range.high}`;
const pt: ForecastWords = {
  thisMonth: (subject, expected, range) =>
    `Este mês você provavelmente vai gastar cerca de ${expected}${ptOn(subject)}${ptRange(range)}.`,
  monthIsOver: (subject, spent) => `Este mês soma ${spent}${ptOn(subject)}.`,
  soFar: (spent, charges) =>
    `Até agora são ${spent}${charges === null ? '' : `, e ainda faltam ${charges} de cobranças regulares`}.`,
  comingMonth: (subject, month, expected, range) =>
    `Em ${month} você provavelmente vai gastar cerca de ${expected}${ptOn(subject)}${ptRange(range)}.`,
  comingMonths: (subject, count, total) =>
    `Nos próximos ${count} meses você provavelmente vai gastar cerca de ${total}${ptOn(subject)}:`,
  range: ({ low, high }) => `de ${low} a ${high}`,
  nothingSpent: (subject) => `Ainda não vejo gastos${ptOn(subject)}, então não há em que basear uma previsão.`,
  basis: (months, better) =>
    `Com ${months} meses de dados${better === null ? '' : `; nos testes superou “igual ao anterior” em ${better}`}.`,
  naive: (months, season) =>
    `Com ${months} meses de dados; nada acertou mais do que ${season ? 'os mesmos meses do ano passado' : 'o último mês'}, por isso é o que mostro.`,
  title: (subject) => (subject === null ? 'Gastos previstos' : `Previsão: ${subject}`),
  spent: 'gasto',
  expected: 'esperado',
  likely: '8 em 10',
  possible: '19 em 20',
};

const all: Readonly<Record<Language, ForecastWords>> = { en, es, de, fr, pt };

export function forecastWords(words: Words): ForecastWords {
  return all[words.locale.slice(0, 2) as Language];
}
