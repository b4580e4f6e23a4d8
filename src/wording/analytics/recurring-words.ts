/** What is said about charges and income that come again and again, in each language. Amounts arrive formatted. */

import type { RhythmName } from '../../insight/rhythm.ts';
import type { Language } from '../../language.ts';
import type { Words } from '../words.ts';

export interface RecurringWords {
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
  ended(names: readonly string[]): string;
}

const en: RecurringWords = {
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
  ended: (names) => `No longer coming: ${names.join(', ')}.`,
};

const es: RecurringWords = {
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
  ended: (names) => `Ya no ${names.length === 1 ? 'llega' : 'llegan'}: ${names.join(', ')}.`,
};

const de: RecurringWords = {
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
  ended: (names) => `${names.length === 1 ? 'Kommt' : 'Kommen'} nicht mehr: ${names.join(', ')}.`,
};

const fr: RecurringWords = {
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
  ended: (names) => `Ne ${names.length === 1 ? 'vient' : 'viennent'} plus : ${names.join(', ')}.`,
};

const pt: RecurringWords = {
  rhythms: {
    weekly: 'toda semana',
    fortnightly: 'a cada duas semanas',
    'four-weekly': 'a cada quatro semanas',
    monthly: 'todo mês',
    quarterly: 'a cada trimestre',
    'half-yearly': 'a cada seis meses',
    yearly: 'todo ano',
  },
  charges: (count, monthly) =>
    count === 1
      ? `Há uma cobrança que se repete, ${monthly} por mês:`
      : `Há ${count} cobranças que se repetem, ${monthly} por mês no total:`,
  income: (count, monthly) =>
    count === 1
      ? `Há uma receita que se repete, ${monthly} por mês:`
      : `Há ${count} receitas que se repetem, ${monthly} por mês no total:`,
  noCharges:
    'Ainda não vejo cobranças que se repitam. Uma mensal aparece depois de três meses; uma semanal, depois de cinco semanas.',
  noIncome: 'Ainda não vejo receitas que se repitam. Elas aparecem depois de três pagamentos.',
  next: (day) => `próxima: ${day}`,
  overdue: (day) => `esperada: ${day}, ainda não chegou`,
  was: (amount, day) => `${amount} até ${day}`,
  ended: (names) => `Não ${names.length === 1 ? 'chega' : 'chegam'} mais: ${names.join(', ')}.`,
};

const all: Readonly<Record<Language, RecurringWords>> = { en, es, de, fr, pt };

export function recurringWords(words: Words): RecurringWords {
  return all[words.locale.slice(0, 2) as Language];
}
