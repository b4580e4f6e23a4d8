/** The commands as people's apps list them, in their language. */

import { type Language, languages } from '../../language.ts';
import type { Api } from './api.ts';

const descriptions: Readonly<Record<string, Record<Language, string>>> = {
  log: {
    en: 'Record something: /log lunch 12.50',
    es: 'Anotar algo: /log almuerzo 12,50',
    de: 'Etwas eintragen: /log Mittagessen 12,50',
    fr: 'Noter quelque chose : /log déjeuner 12,50',
    pt: 'Anotar algo: /log almoço 12,50',
  },
  spent: {
    en: 'What was spent: /spent groceries in October',
    es: 'Cuánto se gastó: /spent supermercado en octubre',
    de: 'Was ausgegeben wurde: /spent Lebensmittel im Oktober',
    fr: 'Ce qui a été dépensé : /spent courses en octobre',
    pt: 'Quanto foi gasto: /spent mercado em outubro',
  },
  budget: {
    en: 'How the budgets stand, or set one: /budget 300 dining',
    es: 'Cómo van los presupuestos, o fijar uno: /budget 300 restaurantes',
    de: 'Wie die Budgets stehen, oder eins setzen: /budget 300 Restaurants',
    fr: 'Où en sont les budgets, ou en fixer un : /budget 300 restaurants',
    pt: 'Como vão os orçamentos, ou definir um: /budget 300 restaurantes',
  },
  chart: {
    en: 'A chart of the month: /chart last month',
    es: 'Un gráfico del mes: /chart mes pasado',
    de: 'Ein Diagramm des Monats: /chart letzten Monat',
    fr: 'Un graphique du mois : /chart le mois dernier',
    pt: 'Um gráfico do mês: /chart mês passado',
  },
  ask: {
    en: 'Ask anything about your money',
    es: 'Preguntar lo que sea sobre tu dinero',
    de: 'Frag etwas zu deinem Geld',
    fr: 'Poser une question sur ton argent',
    pt: 'Perguntar algo sobre seu dinheiro',
  },
  undo: {
    en: 'Take back the last change',
    es: 'Deshacer el último cambio',
    de: 'Die letzte Änderung zurücknehmen',
    fr: 'Annuler la dernière modification',
    pt: 'Desfazer a última mudança',
  },
  export: {
    en: 'All entries as a file: /export csv',
    es: 'Todos los movimientos en un archivo: /export csv',
    de: 'Alle Einträge als Datei: /export csv',
    fr: 'Toutes les opérations dans un fichier : /export csv',
    pt: 'Todos os lançamentos em um arquivo: /export csv',
  },
  link: {
    en: 'Share one ledger with your other chats',
    es: 'Compartir un mismo libro con tus otros chats',
    de: 'Ein Buch für alle deine Chats',
    fr: 'Partager un même livre avec tes autres discussions',
    pt: 'Usar o mesmo livro nas suas outras conversas',
  },
  settings: {
    en: 'Language, time zone and currency',
    es: 'Idioma, zona horaria y moneda',
    de: 'Sprache, Zeitzone und Währung',
    fr: 'Langue, fuseau horaire et devise',
    pt: 'Idioma, fuso horário e moeda',
  },
  help: {
    en: 'What you can write',
    es: 'Qué puedes escribir',
    de: 'Was du schreiben kannst',
    fr: 'Ce que tu peux écrire',
    pt: 'O que você pode escrever',
  },
};

interface MenuEntry {
  readonly command: string;
  readonly description: string;
}

/** Registers the commands, English for everybody else; languages that are right already are left alone. */
export async function registerCommands(api: Api, signal: AbortSignal): Promise<void> {
  for (const language of languages) {
    const menu = Object.entries(descriptions).map(([command, texts]) => ({ command, description: texts[language] }));
    const where = language === 'en' ? {} : { language_code: language };
    const known = await api.call<MenuEntry[]>('getMyCommands', where, { signal });
    if (!isSame(known, menu)) await api.call('setMyCommands', { ...where, commands: menu }, { signal });
  }
}

function isSame(known: readonly MenuEntry[], menu: readonly MenuEntry[]): boolean {
  return (
    known.length === menu.length &&
    menu.every(({ command, description }, n) => known[n]?.command === command && known[n]?.description === description)
  );
}
