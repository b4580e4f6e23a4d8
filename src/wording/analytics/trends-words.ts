/** Whether spending rises or falls, in each language. Amounts, shares and dates arrive formatted. */

import type { Language } from '../../language.ts';
import type { Words } from '../words.ts';
import { capital } from './shared-words.ts';

type Unit = 'week' | 'month';

export interface TrendWords {
  /** What it is about, to begin a sentence with: "Your spending on dining". */
  subject(kind: 'category' | 'merchant' | 'income' | 'all', name: string): string;
  /** `amount` more, or less, with each unit. */
  moving(
    subject: string,
    direction: 'rising' | 'falling',
    clearly: boolean,
    amount: string,
    unit: Unit,
    count: number,
  ): string;
  noTrend(subject: string, unit: Unit, count: number): string;
  /** Beside the median; a share of null stands for "as usual". */
  latest(
    name: string,
    amount: string,
    usual: string,
    unit: Unit,
    difference: { more: boolean; share: string } | null,
  ): string;
  /** The latest unit where most of them hold nothing. */
  latestOfRare(name: string, amount: string, unit: Unit): string;
  soFar(name: string): string;
  /** A month or the week that begins on a date, as a name. */
  week(date: string): string;
  /** Under a chart's line. */
  average(unit: Unit, count: number): string;
  nothing(subject: string, unit: Unit, count: number): string;
}

const en: TrendWords = {
  subject: (kind, name) =>
    ({
      all: 'Your spending',
      category: `Your spending on ${name}`,
      merchant: `Your spending at ${name}`,
      income: `Your income from ${name}`,
    })[kind],
  moving: (subject, direction, clearly, amount, unit, count) =>
    `${subject} is ${clearly ? 'clearly ' : ''}${direction}: about ${amount} ${direction === 'rising' ? 'more' : 'less'} each ${unit}, over the last ${count} whole ${unit}s.`,
  noTrend: (subject, unit, count) => `${subject} shows no clear trend over the last ${count} whole ${unit}s.`,
  latest: (name, amount, usual, unit, difference) =>
    difference
      ? `${capital(name)} came to ${amount}, ${difference.share} ${difference.more ? 'more' : 'less'} than a usual ${unit} (${usual}).`
      : `${capital(name)} came to ${amount}, about a usual ${unit} (${usual}).`,
  latestOfRare: (name, amount, unit) => `${capital(name)} came to ${amount}; in most ${unit}s there is nothing.`,
  soFar: (name) => `${name} so far`,
  week: (date) => `the week of ${date}`,
  average: (unit, count) => `average of ${count} ${unit}s`,
  nothing: (subject, unit, count) => `${subject}: nothing recorded in the last ${count} whole ${unit}s.`,
};

const esUnits = {
  week: ['semana', 'semanas completas', 'a la semana'],
  month: ['mes', 'meses completos', 'al mes'],
} as const;
const es: TrendWords = {
  subject: (kind, name) =>
    ({
      all: 'Tu gasto',
      category: `Tu gasto en ${name}`,
      merchant: `Tu gasto en ${name}`,
      income: `Tu ingreso por ${name}`,
    })[kind],
  moving: (subject, direction, clearly, amount, unit, count) =>
    `${subject} ${direction === 'rising' ? 'sube' : 'baja'}${clearly ? ' claramente' : ''}: unos ${amount} ${direction === 'rising' ? 'más' : 'menos'} ${esUnits[unit][2]}, en ${unit === 'week' ? 'las últimas' : 'los últimos'} ${count} ${esUnits[unit][1]}.`,
  noTrend: (subject, unit, count) =>
    `${subject} no muestra una tendencia clara en ${unit === 'week' ? 'las últimas' : 'los últimos'} ${count} ${esUnits[unit][1]}.`,
  latest: (name, amount, usual, unit, difference) =>
    difference
      ? `${capital(name)}: ${amount}, un ${difference.share} ${difference.more ? 'más' : 'menos'} que ${unit === 'week' ? 'una semana' : 'un mes'} normal (${usual}).`
      : `${capital(name)}: ${amount}, más o menos como ${unit === 'week' ? 'una semana' : 'un mes'} normal (${usual}).`,
  latestOfRare: (name, amount, unit) =>
    `${capital(name)}: ${amount}; en la mayoría de ${unit === 'week' ? 'las semanas' : 'los meses'} no hay nada.`,
  soFar: (name) => `${name} hasta hoy`,
  week: (date) => `la semana del ${date}`,
  average: (unit, count) => `media de ${count} ${unit === 'week' ? 'semanas' : 'meses'}`,
  nothing: (subject, unit, count) =>
    `${subject}: nada anotado en ${unit === 'week' ? 'las últimas' : 'los últimos'} ${count} ${esUnits[unit][1]}.`,
};

const deUnits = { week: ['Woche', 'ganzen Wochen'], month: ['Monat', 'ganzen Monaten'] } as const;
const de: TrendWords = {
  subject: (kind, name) =>
    ({
      all: 'Deine Ausgaben',
      category: `Deine Ausgaben für ${name}`,
      merchant: `Deine Ausgaben bei ${name}`,
      income: `Deine Einnahmen (${name})`,
    })[kind],
  moving: (subject, direction, clearly, amount, unit, count) =>
    `${subject} ${direction === 'rising' ? 'steigen' : 'sinken'}${clearly ? ' deutlich' : ''}: etwa ${amount} ${direction === 'rising' ? 'mehr' : 'weniger'} pro ${deUnits[unit][0]}, über die letzten ${count} ${unit === 'week' ? 'ganzen Wochen' : 'ganzen Monate'}.`,
  noTrend: (subject, unit, count) =>
    `${subject} zeigen in den letzten ${count} ${deUnits[unit][1]} keine klare Richtung.`,
  latest: (name, amount, usual, unit, difference) =>
    difference
      ? `${capital(name)}: ${amount}, ${difference.share} ${difference.more ? 'mehr' : 'weniger'} als ${unit === 'week' ? 'eine übliche Woche' : 'ein üblicher Monat'} (${usual}).`
      : `${capital(name)}: ${amount}, etwa wie ${unit === 'week' ? 'eine übliche Woche' : 'ein üblicher Monat'} (${usual}).`,
  latestOfRare: (name, amount, unit) =>
    `${capital(name)}: ${amount}; in den meisten ${unit === 'week' ? 'Wochen' : 'Monaten'} ist hier nichts.`,
  soFar: (name) => `${name} bisher`,
  week: (date) => `die Woche ab ${date}`,
  average: (unit, count) => `Mittel aus ${count} ${unit === 'week' ? 'Wochen' : 'Monaten'}`,
  nothing: (subject, unit, count) => `${subject}: in den letzten ${count} ${deUnits[unit][1]} ist nichts eingetragen.`,
};

const frUnits = { week: ['semaine', 'dernières semaines entières'], month: ['mois', 'derniers mois entiers'] } as const;
const fr: TrendWords = {
  subject: (kind, name) =>
    ({
      all: 'Tes dépenses',
      category: `Tes dépenses (${name})`,
      merchant: `Tes dépenses chez ${name}`,
      income: `Tes revenus (${name})`,
    })[kind],
  moving: (subject, direction, clearly, amount, unit, count) =>
    `${subject} ${direction === 'rising' ? 'augmentent' : 'baissent'}${clearly ? ' nettement' : ''}\u202f: environ ${amount} de ${direction === 'rising' ? 'plus' : 'moins'} par ${frUnits[unit][0]}, sur les ${count} ${frUnits[unit][1]}.`,
  noTrend: (subject, unit, count) =>
    `${subject} ne montrent pas de tendance nette sur les ${count} ${frUnits[unit][1]}.`,
  latest: (name, amount, usual, unit, difference) =>
    difference
      ? `${capital(name)}\u202f: ${amount}, ${difference.share} de ${difference.more ? 'plus' : 'moins'} qu’${unit === 'week' ? 'une semaine habituelle' : 'un mois habituel'} (${usual}).`
      : `${capital(name)}\u202f: ${amount}, à peu près comme ${unit === 'week' ? 'une semaine habituelle' : 'un mois habituel'} (${usual}).`,
  latestOfRare: (name, amount, unit) =>
    `${capital(name)}\u202f: ${amount}\u202f; la plupart des ${unit === 'week' ? 'semaines' : 'mois'}, il n’y a rien.`,
  soFar: (name) => `${name} jusqu’ici`,
  week: (date) => `la semaine du ${date}`,
  average: (unit, count) => `moyenne sur ${count} ${unit === 'week' ? 'semaines' : 'mois'}`,
  nothing: (subject, unit, count) => `${subject}\u202f: rien de noté sur les ${count} ${frUnits[unit][1]}.`,
};

const ptUnits = {
  week: ['semana', 'nas últimas', 'semanas completas'],
  month: ['mês', 'nos últimos', 'meses completos'],
} as const;
const pt: TrendWords = {
  subject: (kind, name) =>
    ({
      all: 'Seu gasto',
      category: `Seu gasto com ${name}`,
      merchant: `Seu gasto em ${name}`,
      income: `Sua receita (${name})`,
    })[kind],
  moving: (subject, direction, clearly, amount, unit, count) =>
    `${subject} está ${direction === 'rising' ? 'subindo' : 'caindo'}${clearly ? ' claramente' : ''}: cerca de ${amount} ${direction === 'rising' ? 'a mais' : 'a menos'} por ${ptUnits[unit][0]}, ${ptUnits[unit][1]} ${count} ${ptUnits[unit][2]}.`,
  noTrend: (subject, unit, count) =>
    `${subject} não mostra uma tendência clara ${ptUnits[unit][1]} ${count} ${ptUnits[unit][2]}.`,
  latest: (name, amount, usual, unit, difference) =>
    difference
      ? `${capital(name)}: ${amount}, ${difference.share} ${difference.more ? 'a mais' : 'a menos'} que ${unit === 'week' ? 'uma semana normal' : 'um mês normal'} (${usual}).`
      : `${capital(name)}: ${amount}, mais ou menos como ${unit === 'week' ? 'uma semana normal' : 'um mês normal'} (${usual}).`,
  latestOfRare: (name, amount, unit) =>
    `${capital(name)}: ${amount}; na maioria ${unit === 'week' ? 'das semanas' : 'dos meses'} não há nada.`,
  soFar: (name) => `${name} até agora`,
  week: (date) => `a semana de ${date}`,
  average: (unit, count) => `média de ${count} ${unit === 'week' ? 'semanas' : 'meses'}`,
  nothing: (subject, unit, count) => `${subject}: nada anotado ${ptUnits[unit][1]} ${count} ${ptUnits[unit][2]}.`,
};

const all: Readonly<Record<Language, TrendWords>> = { en, es, de, fr, pt };

export function trendWords(words: Words): TrendWords {
  return all[words.locale.slice(0, 2) as Language];
}
