/** What each command says about itself, and what it means as a message, in each language. */

import type { Language } from '../../language.ts';

export const commandNames = [
  'log',
  'spent',
  'budget',
  'chart',
  'ask',
  'undo',
  'export',
  'link',
  'settings',
  'help',
] as const;
export type CommandName = (typeof commandNames)[number];

type InEach<T> = Readonly<Record<Language, T>>;

/** At most 100 characters each. */
export const descriptions: Readonly<Record<CommandName, InEach<string>>> = {
  log: {
    en: 'Record what you spent or earned',
    es: 'Apunta lo que gastaste o ganaste',
    de: 'Notiere, was du ausgegeben oder eingenommen hast',
    fr: 'Note ce que tu as dépensé ou gagné',
    pt: 'Anota o que gastaste ou ganhaste',
  },
  spent: {
    en: 'See what you spent',
    es: 'Mira lo que has gastado',
    de: 'Sieh, was du ausgegeben hast',
    fr: 'Vois ce que tu as dépensé',
    pt: 'Vê o que gastaste',
  },
  budget: {
    en: 'See your budgets, or set one',
    es: 'Mira tus presupuestos o fija uno',
    de: 'Sieh deine Budgets oder setze eines',
    fr: 'Vois tes budgets, ou fixes-en un',
    pt: 'Vê os teus orçamentos ou define um',
  },
  chart: {
    en: 'Draw your spending as a chart',
    es: 'Dibuja tus gastos en un gráfico',
    de: 'Zeichne deine Ausgaben als Diagramm',
    fr: 'Dessine tes dépenses en graphique',
    pt: 'Desenha os teus gastos num gráfico',
  },
  ask: {
    en: 'Ask anything about your money',
    es: 'Pregunta lo que quieras sobre tu dinero',
    de: 'Frag alles über dein Geld',
    fr: 'Pose une question sur ton argent',
    pt: 'Pergunta o que quiseres sobre o teu dinheiro',
  },
  undo: {
    en: 'Take back the last change',
    es: 'Deshace el último cambio',
    de: 'Nimm die letzte Änderung zurück',
    fr: 'Annule le dernier changement',
    pt: 'Desfaz a última alteração',
  },
  export: {
    en: 'Get your entries as a file',
    es: 'Recibe tus apuntes en un archivo',
    de: 'Hol dir deine Einträge als Datei',
    fr: 'Reçois tes écritures dans un fichier',
    pt: 'Recebe os teus registos num ficheiro',
  },
  link: {
    en: 'Share one ledger with your account on another platform',
    es: 'Comparte un mismo libro con tu cuenta en otra plataforma',
    de: 'Teile ein Haushaltsbuch mit deinem Konto auf einer anderen Plattform',
    fr: 'Partage un même livre avec ton compte sur une autre plateforme',
    pt: 'Partilha um só livro com a tua conta noutra plataforma',
  },
  settings: {
    en: 'See or change currency, time zone and language',
    es: 'Mira o cambia la moneda, la zona horaria y el idioma',
    de: 'Sieh oder ändere Währung, Zeitzone und Sprache',
    fr: 'Vois ou change la devise, le fuseau horaire et la langue',
    pt: 'Vê ou altera a moeda, o fuso horário e a língua',
  },
  help: {
    en: 'See what Purser can do',
    es: 'Mira lo que Purser sabe hacer',
    de: 'Sieh, was Purser kann',
    fr: 'Vois ce que Purser sait faire',
    pt: 'Vê o que o Purser sabe fazer',
  },
};

/** What is written behind a command, where it takes something. */
export const optionWords: Readonly<Partial<Record<CommandName, InEach<string>>>> = {
  log: {
    en: 'Such as: lunch 12.50, taxi 8 yesterday',
    es: 'Por ejemplo: comida 12,50, taxi 8 ayer',
    de: 'Zum Beispiel: Mittagessen 12,50, Taxi 8 gestern',
    fr: 'Par exemple : déjeuner 12,50, taxi 8 hier',
    pt: 'Por exemplo: almoço 12,50, táxi 8 ontem',
  },
  spent: {
    en: 'On what, or when: groceries last month',
    es: 'En qué, o cuándo: en supermercado el mes pasado',
    de: 'Wofür oder wann: für Lebensmittel letzten Monat',
    fr: 'Pour quoi, ou quand : en courses le mois dernier',
    pt: 'Em quê, ou quando: em supermercado no mês passado',
  },
  budget: {
    en: 'To set one: 300 for dining a month',
    es: 'Para fijar uno: 300 para restaurantes al mes',
    de: 'Um eines zu setzen: 300 für Restaurants im Monat',
    fr: 'Pour en fixer un : 300 pour les restaurants par mois',
    pt: 'Para definir um: 300 para restaurantes por mês',
  },
  chart: {
    en: 'Of what: groceries this year',
    es: 'De qué: supermercado este año',
    de: 'Wovon: Lebensmittel dieses Jahr',
    fr: 'De quoi : courses cette année',
    pt: 'De quê: supermercado este ano',
  },
  ask: {
    en: 'Such as: how am I doing this month?',
    es: 'Por ejemplo: ¿cómo voy este mes?',
    de: 'Zum Beispiel: Wie stehe ich diesen Monat da?',
    fr: 'Par exemple : où en suis-je ce mois-ci ?',
    pt: 'Por exemplo: como vou este mês?',
  },
  export: {
    en: 'csv for spreadsheets, or json',
    es: 'csv para hojas de cálculo, o json',
    de: 'csv für Tabellen, oder json',
    fr: 'csv pour les tableurs, ou json',
    pt: 'csv para folhas de cálculo, ou json',
  },
  link: {
    en: 'The code that Purser gave you there; empty to get one here',
    es: 'El código que Purser te dio allí; vacío para recibir uno aquí',
    de: 'Der Code, den Purser dir dort gab; leer, um hier einen zu bekommen',
    fr: "Le code que Purser t'a donné là-bas ; vide pour en recevoir un ici",
    pt: 'O código que o Purser te deu lá; vazio para receber um aqui',
  },
  settings: {
    en: 'What to change: my currency is USD',
    es: 'Qué cambiar: mi moneda es USD',
    de: 'Was zu ändern ist: meine Währung ist USD',
    fr: 'Ce qui change : ma devise est USD',
    pt: 'O que mudar: a minha moeda é USD',
  },
};

/** "What did I spend", before what they ask about. */
export const spentQuestions: InEach<{ readonly start: string; readonly usually: string }> = {
  en: { start: 'what did I spend', usually: 'this month' },
  es: { start: 'cuánto gasté', usually: 'este mes' },
  de: { start: 'was habe ich ausgegeben', usually: 'diesen Monat' },
  fr: { start: 'combien ai-je dépensé', usually: 'ce mois-ci' },
  pt: { start: 'quanto gastei', usually: 'este mês' },
};
