/** What Purser says about thresholds that people set themselves, in each language. Amounts and days arrive formatted. */

import type { Language } from '../language.ts';
import type { Words } from './words.ts';

/** What is watched, in the person's language. */
export interface WatchNames {
  readonly amount: string;
  readonly per: 'entry' | 'day' | 'week' | 'month';
  /** Null for every category, and for every merchant. */
  readonly category: string | null;
  readonly merchant: string | null;
}

export interface WatchWords {
  /** "more than €300.00 a week on dining": stands in the sentences below, and alone in a list. */
  watch(names: WatchNames): string;
  added(watch: string): string;
  already(watch: string): string;
  removed(watch: string): string;
  propose(watch: string): string;
  proposeRemoval(watch: string): string;
  /** What was spent in a period within a sentence ("this week"). */
  soFar(amount: string, period: string): string;
  /** Over the list. */
  readonly listed: string;
  readonly none: string;
  /** A name with when ("today", "this week"), what it came to and the limit; of one entry, or all of the time. */
  passed(name: string, when: string, spent: string, limit: string, isOne: boolean): string;
  /** In place of the same for a reply that has just said the amount. */
  passedNow(watch: string): string;
  /** What was undone. */
  undone(watch: string): string;
}

function joined(...parts: readonly (string | null | false)[]): string {
  return parts.filter(Boolean).join(' ');
}

const en: WatchWords = {
  watch({ amount, per, category, merchant }) {
    const spans = { entry: 'in one go', day: 'a day', week: 'a week', month: 'a month' };
    return joined('more than', amount, spans[per], category && `on ${category}`, merchant && `at ${merchant}`);
  },
  added: (watch) => `I will tell you when you spend ${watch}.`,
  already: (watch) => `I already tell you when you spend ${watch}.`,
  removed: (watch) => `I no longer tell you when you spend ${watch}.`,
  propose: (watch) => `Shall I tell you when you spend ${watch}?`,
  proposeRemoval: (watch) => `Shall I stop telling you when you spend ${watch}?`,
  soFar: (amount, period) => `So far ${period}: ${amount}.`,
  listed: 'I tell you when you spend',
  none: 'You have set no thresholds of your own.',
  passed: (name, when, spent, limit, isOne) =>
    isOne
      ? `${name} ${when}: ${spent}, above your threshold of ${limit}.`
      : `${name} ${when}: ${spent} in all, above your threshold of ${limit}.`,
  passedNow: (watch) => `That is ${watch}.`,
  undone: (watch) => `the threshold “${watch}”`,
};

const es: WatchWords = {
  watch({ amount, per, category, merchant }) {
    const spans = { entry: 'de una vez', day: 'al día', week: 'a la semana', month: 'al mes' };
    return joined('más de', amount, spans[per], category && `en ${category}`, merchant && `en ${merchant}`);
  },
  added: (watch) => `Te aviso cuando gastes ${watch}.`,
  already: (watch) => `Ya te aviso cuando gastas ${watch}.`,
  removed: (watch) => `Ya no te aviso cuando gastes ${watch}.`,
  propose: (watch) => `¿Te aviso cuando gastes ${watch}?`,
  proposeRemoval: (watch) => `¿Dejo de avisarte cuando gastes ${watch}?`,
  soFar: (amount, period) => `Hasta ahora, ${period}: ${amount}.`,
  listed: 'Te aviso cuando gastas',
  none: 'No has fijado ningún límite propio.',
  passed: (name, when, spent, limit, isOne) =>
    `${name}, ${when}: ${spent}${isOne ? '' : ' en total'}, por encima de tu límite de ${limit}.`,
  passedNow: (watch) => `Son ${watch}.`,
  undone: (watch) => `el límite «${watch}»`,
};

const de: WatchWords = {
  watch({ amount, per, category, merchant }) {
    const spans = { entry: 'auf einmal', day: 'am Tag', week: 'in der Woche', month: 'im Monat' };
    return joined('mehr als', amount, spans[per], category && `für ${category}`, merchant && `bei ${merchant}`);
  },
  added: (watch) => `Ich melde mich, wenn du ${watch} ausgibst.`,
  already: (watch) => `Ich melde mich schon, wenn du ${watch} ausgibst.`,
  removed: (watch) => `Ich melde mich nicht mehr, wenn du ${watch} ausgibst.`,
  propose: (watch) => `Soll ich mich melden, wenn du ${watch} ausgibst?`,
  proposeRemoval: (watch) => `Soll ich mich nicht mehr melden, wenn du ${watch} ausgibst?`,
  soFar: (amount, period) => `Bisher ${period}: ${amount}.`,
  listed: 'Ich melde mich, wenn du ausgibst:',
  none: 'Du hast keine eigenen Schwellen gesetzt.',
  passed: (name, when, spent, limit, isOne) =>
    `${name} ${when}: ${isOne ? '' : 'insgesamt '}${spent}, mehr als deine Schwelle von ${limit}.`,
  passedNow: (watch) => `Das sind ${watch}.`,
  undone: (watch) => `die Schwelle „${watch}“`,
};

const fr: WatchWords = {
  watch({ amount, per, category, merchant }) {
    const spans = { entry: 'd’un coup', day: 'par jour', week: 'par semaine', month: 'par mois' };
    return joined('plus de', amount, spans[per], category && `en ${category}`, merchant && `chez ${merchant}`);
  },
  added: (watch) => `Je te préviens quand tu dépenses ${watch}.`,
  already: (watch) => `Je te préviens déjà quand tu dépenses ${watch}.`,
  removed: (watch) => `Je ne te préviens plus quand tu dépenses ${watch}.`,
  propose: (watch) => `Je te préviens quand tu dépenses ${watch}\u202f?`,
  proposeRemoval: (watch) => `J’arrête de te prévenir quand tu dépenses ${watch}\u202f?`,
  soFar: (amount, period) => `Jusqu’ici, ${period}\u202f: ${amount}.`,
  listed: 'Je te préviens quand tu dépenses',
  none: 'Tu n’as fixé aucun seuil.',
  passed: (name, when, spent, limit, isOne) =>
    `${name}, ${when}\u202f: ${spent}${isOne ? '' : ' en tout'}, au-dessus de ton seuil de ${limit}.`,
  passedNow: (watch) => `Cela fait ${watch}.`,
  undone: (watch) => `le seuil «\u202f${watch}\u202f»`,
};

const pt: WatchWords = {
  watch({ amount, per, category, merchant }) {
    const spans = { entry: 'de uma vez', day: 'por dia', week: 'por semana', month: 'por mês' };
    return joined('mais de', amount, spans[per], category && `em ${category}`, merchant && `em ${merchant}`);
  },
  added: (watch) => `Aviso quando você gastar ${watch}.`,
  already: (watch) => `Já aviso quando você gasta ${watch}.`,
  removed: (watch) => `Não aviso mais quando você gastar ${watch}.`,
  propose: (watch) => `Aviso quando você gastar ${watch}?`,
  proposeRemoval: (watch) => `Paro de avisar quando você gastar ${watch}?`,
  soFar: (amount, period) => `Até agora, ${period}: ${amount}.`,
  listed: 'Aviso quando você gasta',
  none: 'Você não definiu nenhum limite próprio.',
  passed: (name, when, spent, limit, isOne) =>
    `${name}, ${when}: ${spent}${isOne ? '' : ' no total'}, acima do seu limite de ${limit}.`,
  passedNow: (watch) => `São ${watch}.`,
  undone: (watch) => `o limite “${watch}”`,
};

const all: Readonly<Record<Language, WatchWords>> = { en, es, de, fr, pt };

export function watchWords(words: Words): WatchWords {
  return all[words.locale.slice(0, 2) as Language];
}
