/** The slash commands, each a shorter way to write a plain message. */

import type { Language } from '../../language.ts';

/** How a command with words behind it is written in full, and how without. `{}` stands for the words. */
interface Phrase {
  readonly alone: string;
  readonly withWords: string;
}

type Phrases = Record<Language, Phrase>;

const same = (alone: string, withWords = `${alone} {}`): Phrases => {
  const phrase = { alone, withWords };
  return { en: phrase, es: phrase, de: phrase, fr: phrase, pt: phrase };
};

const spent: Phrases = {
  en: { alone: 'how much did I spend this month?', withWords: 'how much did I spend: {}?' },
  es: { alone: '¿cuánto gasté este mes?', withWords: '¿cuánto gasté: {}?' },
  de: { alone: 'wie viel habe ich diesen Monat ausgegeben?', withWords: 'wie viel habe ich ausgegeben: {}?' },
  fr: { alone: 'combien ai-je dépensé ce mois-ci ?', withWords: 'combien ai-je dépensé : {} ?' },
  pt: { alone: 'quanto gastei este mês?', withWords: 'quanto gastei: {}?' },
};

const chart: Phrases = {
  en: { alone: 'chart: how much did I spend this month?', withWords: 'chart: how much did I spend: {}?' },
  es: { alone: 'gráfico: ¿cuánto gasté este mes?', withWords: 'gráfico: ¿cuánto gasté: {}?' },
  de: {
    alone: 'Diagramm: wie viel habe ich diesen Monat ausgegeben?',
    withWords: 'Diagramm: wie viel habe ich ausgegeben: {}?',
  },
  fr: {
    alone: 'graphique : combien ai-je dépensé ce mois-ci ?',
    withWords: 'graphique : combien ai-je dépensé : {} ?',
  },
  pt: { alone: 'gráfico: quanto gastei este mês?', withWords: 'gráfico: quanto gastei: {}?' },
};

const budget: Phrases = {
  en: { alone: 'how is my budget?', withWords: 'budget {}' },
  es: { alone: 'presupuesto', withWords: 'presupuesto {}' },
  de: { alone: 'Wie steht mein Budget?', withWords: 'Budget {}' },
  fr: { alone: 'où en est mon budget ?', withWords: 'budget {}' },
  pt: { alone: 'orçamento', withWords: 'orçamento {}' },
};

const undo: Phrases = {
  en: { alone: 'undo', withWords: 'undo' },
  es: { alone: 'deshacer', withWords: 'deshacer' },
  de: { alone: 'rückgängig', withWords: 'rückgängig' },
  fr: { alone: 'annuler', withWords: 'annuler' },
  pt: { alone: 'desfazer', withWords: 'desfazer' },
};

const help: Phrases = {
  en: { alone: 'help', withWords: 'help' },
  es: { alone: 'ayuda', withWords: 'ayuda' },
  de: { alone: 'Hilfe', withWords: 'Hilfe' },
  fr: { alone: 'aide', withWords: 'aide' },
  pt: { alone: 'ajuda', withWords: 'ajuda' },
};

/** `/log` and `/ask` alone say nothing yet, so they are answered with examples. */
const whatFollows: Phrases = Object.fromEntries(
  Object.entries(help).map(([language, { alone }]) => [language, { alone, withWords: '{}' }]),
) as Phrases;

const phrases: Readonly<Record<string, Phrases>> = {
  log: whatFollows,
  ask: whatFollows,
  spent,
  budget,
  chart,
  undo,
  export: same('export csv', 'export {}'),
  link: same('link'),
  unlink: same('unlink', 'unlink'),
  settings: same('settings', '{}'),
  help,
  // t.me/<bot>?start=… puts what follows there behind the command.
  start: help,
};

export const commandNames: ReadonlySet<string> = new Set(Object.keys(phrases));

/** The message that a command stands for; null for a command that is not ours. */
export function plainMessage(command: string, words: string, language: Language): string | null {
  const phrase = Object.hasOwn(phrases, command) ? phrases[command]?.[language] : undefined;
  if (!phrase) return null;
  const said = words
    .trim()
    .replace(/[?¿]+$/, '')
    .trim();
  // A function, since "$&" in the words would mean something.
  return said === ''
    ? phrase.alone
    : phrase.withWords.replace('{}', () => (phrase.withWords === '{}' ? words.trim() : said));
}
