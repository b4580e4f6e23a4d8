/** What Purser says about queries, in each language. */

import type { Language } from '../language.ts';
import type { Words } from './words.ts';

export interface QueryWords {
  /** The button under an answer. */
  readonly showSql: string;
  readonly nothing: string;
  rows(count: number): string;
  /** Over an answer that was cut. */
  firstRows(count: number): string;
  /** The whole answer goes along as a file. */
  readonly wholeInFile: string;
  /** Over the list of tables. */
  readonly tables: string;
  /** Under it: what the categories and the span of days are. */
  facts(categories: string, period: string): string;
  readonly noHistory: string;
  /** Over the list of earlier queries: how to run or explain one. */
  readonly history: string;
  noSuchQuery(number: number): string;
  readonly unavailable: string;
  /** Before two example questions. */
  tryAlso(examples: string): string;
  /** Questions that the offline model answers with a query. */
  readonly examples: readonly string[];
}

const en: QueryWords = {
  showSql: 'Show SQL',
  nothing: 'Nothing matches that.',
  rows: (count) => (count === 1 ? '1 row:' : `${count} rows:`),
  firstRows: (count) => `The first ${count} rows:`,
  wholeInFile: 'All rows are in the file.',
  tables: 'You can ask these tables anything with “sql select …”:',
  facts: (categories, period) => `Your categories: ${categories}. Your entries: ${period}.`,
  noHistory: 'You have not run a query yet. Write “tables” to see what you can ask.',
  history: 'Your latest queries; “again 3” runs number 3 once more, “explain 3” says what it does:',
  noSuchQuery: (number) => `There is no query number ${number}. Write “history” to see yours.`,
  unavailable: 'Queries can not be run here just now. Ask in plain words instead, or try again later.',
  tryAlso: (examples) => `You could also ask: ${examples}`,
  examples: [
    'top 3 days for dining this year',
    'how many days without spending last month?',
    'average groceries per weekday',
    'when did I first pay for transport?',
    'what was my smallest expense this month?',
  ],
};

const es: QueryWords = {
  showSql: 'Ver SQL',
  nothing: 'No hay nada que coincida.',
  rows: (count) => (count === 1 ? '1 fila:' : `${count} filas:`),
  firstRows: (count) => `Las primeras ${count} filas:`,
  wholeInFile: 'Todas las filas están en el archivo.',
  tables: 'Puedes preguntar lo que quieras a estas tablas con «sql select …»:',
  facts: (categories, period) => `Tus categorías: ${categories}. Tus anotaciones: ${period}.`,
  noHistory: 'Todavía no has hecho ninguna consulta. Escribe «tables» para ver qué puedes preguntar.',
  history: 'Tus últimas consultas; «again 3» repite la número 3, «explain 3» dice qué hace:',
  noSuchQuery: (number) => `No hay ninguna consulta número ${number}. Escribe «history» para ver las tuyas.`,
  unavailable: 'Ahora mismo no puedo hacer consultas aquí. Pregunta con tus palabras o inténtalo más tarde.',
  tryAlso: (examples) => `También puedes preguntar: ${examples}`,
  examples: ['los 3 días más caros de este año', '¿cuántos días sin gastos el mes pasado?', 'top 5 comercios este año'],
};

const de: QueryWords = {
  showSql: 'SQL zeigen',
  nothing: 'Dazu passt nichts.',
  rows: (count) => (count === 1 ? '1 Zeile:' : `${count} Zeilen:`),
  firstRows: (count) => `Die ersten ${count} Zeilen:`,
  wholeInFile: 'Alle Zeilen stehen in der Datei.',
  tables: 'Diese Tabellen kannst du mit „sql select …“ alles fragen:',
  facts: (categories, period) => `Deine Kategorien: ${categories}. Deine Einträge: ${period}.`,
  noHistory: 'Du hast noch keine Abfrage gestellt. Schreib „tables“, um zu sehen, was du fragen kannst.',
  history: 'Deine letzten Abfragen; „again 3“ führt Nummer 3 noch einmal aus, „explain 3“ sagt, was sie tut:',
  noSuchQuery: (number) => `Es gibt keine Abfrage Nummer ${number}. Schreib „history“, um deine zu sehen.`,
  unavailable:
    'Abfragen sind hier gerade nicht möglich. Frag stattdessen mit deinen Worten oder versuch es später noch einmal.',
  tryAlso: (examples) => `Du kannst auch fragen: ${examples}`,
  examples: [
    'die 3 teuersten Tage dieses Jahr',
    'wie viele Tage ohne Ausgaben letzten Monat?',
    'meine 5 größten Händler',
  ],
};

const fr: QueryWords = {
  showSql: 'Voir le SQL',
  nothing: 'Rien ne correspond.',
  rows: (count) => (count === 1 ? '1 ligne :' : `${count} lignes :`),
  firstRows: (count) => `Les ${count} premières lignes :`,
  wholeInFile: 'Toutes les lignes sont dans le fichier.',
  tables: 'Tu peux tout demander à ces tables avec « sql select … » :',
  facts: (categories, period) => `Tes catégories : ${categories}. Tes écritures : ${period}.`,
  noHistory: 'Tu n’as pas encore fait de requête. Écris « tables » pour voir ce que tu peux demander.',
  history: 'Tes dernières requêtes ; « again 3 » relance la numéro 3, « explain 3 » dit ce qu’elle fait :',
  noSuchQuery: (number) => `Il n’y a pas de requête numéro ${number}. Écris « history » pour voir les tiennes.`,
  unavailable: 'Les requêtes ne sont pas possibles ici en ce moment. Demande avec tes mots, ou réessaie plus tard.',
  tryAlso: (examples) => `Tu peux aussi demander : ${examples}`,
  examples: [
    'les 3 jours les plus chers cette année',
    'combien de jours sans dépenses le mois dernier ?',
    'mes 5 magasins les plus chers',
  ],
};

const pt: QueryWords = {
  showSql: 'Ver SQL',
  nothing: 'Nada corresponde a isso.',
  rows: (count) => (count === 1 ? '1 linha:' : `${count} linhas:`),
  firstRows: (count) => `As primeiras ${count} linhas:`,
  wholeInFile: 'Todas as linhas estão no arquivo.',
  tables: 'Você pode perguntar tudo a estas tabelas com “sql select …”:',
  facts: (categories, period) => `Suas categorias: ${categories}. Seus lançamentos: ${period}.`,
  noHistory: 'Você ainda não fez nenhuma consulta. Escreva “tables” para ver o que pode perguntar.',
  history: 'Suas últimas consultas; “again 3” repete a número 3, “explain 3” diz o que ela faz:',
  noSuchQuery: (number) => `Não há nenhuma consulta número ${number}. Escreva “history” para ver as suas.`,
  unavailable: 'Neste momento não é possível fazer consultas aqui. Pergunte com suas palavras ou tente mais tarde.',
  tryAlso: (examples) => `Você também pode perguntar: ${examples}`,
  examples: ['os 3 dias mais caros deste ano', 'quantos dias sem gastos no mês passado?', 'as 5 lojas com mais gastos'],
};

const all: Readonly<Record<Language, QueryWords>> = { en, es, de, fr, pt };

export function queryWords(words: Words): QueryWords {
  return all[words.locale.slice(0, 2) as Language];
}
