/** What all answers about habits, budgets and the future say alike: too young a ledger, amounts without a rate, shares. */

import type { TooLittle } from '../../insight/too-little.ts';
import type { Language } from '../../language.ts';
import { formatMoney, type Money } from '../../money.ts';
import type { Words } from '../words.ts';

interface SharedWords {
  /** What an answer would need, and what there is. */
  tooLittle(unit: TooLittle['unit'], has: number, needs: number): string;
  /** Amounts that are in no figure above, because no rate into the ledger's currency is known. */
  notCounted(amounts: string): string;
  readonly emptyLedger: string;
}

/** "That takes 6 whole months; so far there are 2." */
export function tooLittle({ unit, has, needs }: TooLittle, words: Words): string {
  return sharedWords(words).tooLittle(unit, has, needs);
}

/** "Not counted, because no rate is known: ¥12,000." Nothing for no amounts, so that it may stand in a list of lines. */
export function notCounted(amounts: readonly Money[], words: Words): readonly string[] {
  if (amounts.length === 0) return [];
  const list = new Intl.ListFormat(words.locale, { type: 'conjunction' });
  const texts = amounts.map(({ minor, currency }) => formatMoney({ minor, currency }, words.locale));
  return [sharedWords(words).notCounted(list.format(texts))];
}

/** With a capital letter, to begin a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** With a full stop, where it does not end with the point of an abbreviation ("1 dic."). */
export function ended(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

/** "No entries yet." and how to begin. */
export function emptyLedger(words: Words): string {
  return sharedWords(words).emptyLedger;
}

/** 0.124 is "12%", as the language writes it. Small shares keep a digit that says something: 0.0042 is "0.4%". */
export function formatShare(share: number, words: Words): string {
  const isSmall = share !== 0 && Math.abs(share) < 0.01;
  const format = new Intl.NumberFormat(words.locale, {
    style: 'percent',
    ...(isSmall ? { maximumSignificantDigits: 1 } : { maximumFractionDigits: 0 }),
  });
  return format.format(share);
}

function sharedWords(words: Words): SharedWords {
  return all[words.locale.slice(0, 2) as Language];
}

/** One and several, and the word for none of them. */
type Noun = readonly [one: string, several: string, none: string];
type Nouns = Readonly<Record<TooLittle['unit'], Noun>>;

const en: Nouns = {
  days: ['day', 'days', 'none'],
  weeks: ['whole week', 'whole weeks', 'none'],
  months: ['whole month', 'whole months', 'none'],
  entries: ['entry', 'entries', 'none'],
  charges: ['charge', 'charges', 'none'],
  paydays: ['payday', 'paydays', 'none'],
  periods: ['finished period', 'finished periods', 'none'],
};
const es: Nouns = {
  days: ['día', 'días', 'ninguno'],
  weeks: ['semana completa', 'semanas completas', 'ninguna'],
  months: ['mes completo', 'meses completos', 'ninguno'],
  entries: ['movimiento', 'movimientos', 'ninguno'],
  charges: ['cargo', 'cargos', 'ninguno'],
  paydays: ['día de cobro', 'días de cobro', 'ninguno'],
  periods: ['periodo terminado', 'periodos terminados', 'ninguno'],
};
const de: Nouns = {
  days: ['Tag', 'Tage', 'keinen'],
  weeks: ['ganze Woche', 'ganze Wochen', 'keine'],
  months: ['ganzen Monat', 'ganze Monate', 'keinen'],
  entries: ['Eintrag', 'Einträge', 'keinen'],
  charges: ['Abbuchung', 'Abbuchungen', 'keine'],
  paydays: ['Zahltag', 'Zahltage', 'keinen'],
  periods: ['abgeschlossenen Zeitraum', 'abgeschlossene Zeiträume', 'keinen'],
};
const fr: Nouns = {
  days: ['jour', 'jours', 'aucun'],
  weeks: ['semaine entière', 'semaines entières', 'aucune'],
  months: ['mois entier', 'mois entiers', 'aucun'],
  entries: ['opération', 'opérations', 'aucune'],
  charges: ['prélèvement', 'prélèvements', 'aucun'],
  paydays: ['jour de paie', 'jours de paie', 'aucun'],
  periods: ['période terminée', 'périodes terminées', 'aucune'],
};
const pt: Nouns = {
  days: ['dia', 'dias', 'nenhum'],
  weeks: ['semana completa', 'semanas completas', 'nenhuma'],
  months: ['mês completo', 'meses completos', 'nenhum'],
  entries: ['lançamento', 'lançamentos', 'nenhum'],
  charges: ['cobrança', 'cobranças', 'nenhuma'],
  paydays: ['dia de pagamento', 'dias de pagamento', 'nenhum'],
  periods: ['período encerrado', 'períodos encerrados', 'nenhum'],
};

const counted = (count: number, [one, several]: Noun) => `${count} ${count === 1 ? one : several}`;

const all: Readonly<Record<Language, SharedWords>> = {
  en: {
    tooLittle: (unit, has, needs) =>
      `That takes ${counted(needs, en[unit])}; so far there ${has === 1 ? 'is' : 'are'} ${has || en[unit][2]}.`,
    notCounted: (amounts) => `Not counted, because no rate is known: ${amounts}.`,
    emptyLedger: 'There are no entries yet. Write something like “lunch 12.50”, and ask again in a while.',
  },
  es: {
    tooLittle: (unit, has, needs) =>
      `Para eso necesito ${counted(needs, es[unit])}; por ahora ${has === 0 ? `no hay ${es[unit][2]}` : `hay ${has}`}.`,
    notCounted: (amounts) => `Sin contar, porque no conozco el cambio: ${amounts}.`,
    emptyLedger:
      'Todavía no hay movimientos. Escribe algo como «almuerzo 12,50» y vuelve a preguntar dentro de un tiempo.',
  },
  de: {
    tooLittle: (unit, has, needs) =>
      `Dafür braucht es ${counted(needs, de[unit])}; bisher ${has === 0 ? `gibt es ${de[unit][2]}` : has === 1 ? 'ist es 1' : `sind es ${has}`}.`,
    notCounted: (amounts) => `Nicht mitgezählt, weil kein Kurs bekannt ist: ${amounts}.`,
    emptyLedger: 'Noch keine Einträge. Schreib zum Beispiel „Mittagessen 12,50“ und frag in einiger Zeit noch einmal.',
  },
  fr: {
    tooLittle: (unit, has, needs) =>
      `Il faut ${counted(needs, fr[unit])} pour cela\u202f; pour l’instant, il ${has === 0 ? `n’y en a ${fr[unit][2]}` : `y en a ${has}`}.`,
    notCounted: (amounts) => `Non compté, faute de taux de change connu\u202f: ${amounts}.`,
    emptyLedger:
      'Aucune opération pour l’instant. Écris par exemple «\u202fdéjeuner 12,50\u202f», puis redemande dans quelque temps.',
  },
  pt: {
    tooLittle: (unit, has, needs) =>
      `Para isso preciso de ${counted(needs, pt[unit])}; por enquanto ${has === 0 ? `não há ${pt[unit][2]}` : `há ${has}`}.`,
    notCounted: (amounts) => `Fora da conta, porque não há câmbio conhecido: ${amounts}.`,
    emptyLedger: 'Ainda não há lançamentos. Escreva algo como “almoço 12,50” e pergunte de novo daqui a um tempo.',
  },
};
