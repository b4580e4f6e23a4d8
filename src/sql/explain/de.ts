/** The explanation of a query in German. */

import type { ExplainWords } from './words.ts';

const signs = { '<': 'unter', '<=': 'höchstens', '>': 'über', '>=': 'mindestens' } as const;

export const de: ExplainWords = {
  locale: 'de',
  columns: {
    id: 'Nummer',
    day: 'Tag',
    month: 'Monat',
    kind: 'Art',
    amount: 'Betrag',
    currency: 'Währung',
    amount_home: 'Betrag in eigener Währung',
    category: 'Kategorie',
    merchant: 'Händler',
    note: 'Notiz',
    added_by: 'wer es eingetragen hat',
    period: 'Zeitraum',
    name: 'Name',
  },
  parts: { year: 'Jahr', month: 'Monat', day: 'Tag' },
  kinds: { expense: 'Ausgaben', income: 'Einnahmen', refund: 'Erstattungen' },
  tables: { entries: 'Einträge', budgets: 'Budgets', categories: 'Kategorien' },
  summaries: {
    total: (column) => `${column} (Summe)`,
    average: (column) => `${column} (Durchschnitt)`,
    smallest: (column) => `${column} (kleinster Wert)`,
    largest: (column) => `${column} (größter Wert)`,
    different: (column) => `${column} (Anzahl verschiedener Werte)`,
  },
  count: 'Anzahl der Zeilen',
  everything: 'alles',
  calculated: (name) => `${name} (berechnet)`,
  shows: (list, groups, tables) =>
    `Zeigt: ${list}${groups ? `, je ${groups}` : ''}.${tables === null ? '' : ` Gelesen: ${tables}.`}`,
  distinct: 'Gleiche Zeilen nur einmal.',
  only: (list) => `Nur: ${list}.`,
  sorted: (list) => `Sortiert nach: ${list}.`,
  first: (count) => `Davon die ersten ${count}.`,
  steps: (count) => `Es sind ${count} Schritte; beschrieben ist der wichtigste.`,
  oneOf: (column, values) => `${column} ${values}`,
  noneOf: (column, values) => `${column} nicht ${values}`,
  contains: (column, text) => `${column} mit „${text}“`,
  lacks: (column, text) => `${column} ohne „${text}“`,
  compared: (column, operator, value) => `${column} ${signs[operator]} ${value}`,
  missing: (column) => `ohne ${column}`,
  present: (column) => `mit ${column}`,
  from: (day) => `ab ${day}`,
  to: (day) => `bis ${day}`,
  others: 'was weitere Bedingungen erfüllt',
  orders: {
    largest: 'größte zuerst',
    smallest: 'kleinste zuerst',
    newest: 'neueste zuerst',
    oldest: 'älteste zuerst',
    forwards: 'A bis Z',
    backwards: 'Z bis A',
  },
};
