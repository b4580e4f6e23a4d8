/** The explanation of a query in French. */

import type { ExplainWords } from './words.ts';

const signs = { '<': 'inférieur à', '<=': 'au plus', '>': 'supérieur à', '>=': 'au moins' } as const;

export const fr: ExplainWords = {
  locale: 'fr',
  columns: {
    id: 'numéro',
    day: 'jour',
    month: 'mois',
    kind: 'type',
    amount: 'montant',
    currency: 'devise',
    amount_home: 'montant dans votre devise',
    category: 'catégorie',
    merchant: 'commerçant',
    note: 'note',
    added_by: 'qui l’a noté',
    period: 'période',
    name: 'nom',
  },
  parts: { year: 'année', month: 'mois', day: 'jour' },
  kinds: { expense: 'dépenses', income: 'revenus', refund: 'remboursements' },
  tables: { entries: 'écritures', budgets: 'budgets', categories: 'catégories' },
  summaries: {
    total: (column) => `${column} (somme)`,
    average: (column) => `${column} (moyenne)`,
    smallest: (column) => `${column} (minimum)`,
    largest: (column) => `${column} (maximum)`,
    different: (column) => `${column} (nombre de valeurs différentes)`,
  },
  count: 'nombre de lignes',
  everything: 'tout',
  calculated: (name) => `${name} (calculé)`,
  shows: (list, groups, tables) =>
    `Montre : ${list}${groups ? `, par ${groups}` : ''}.${tables === null ? '' : ` Lu dans : ${tables}.`}`,
  distinct: 'Les lignes identiques ne figurent qu’une fois.',
  only: (list) => `Seulement : ${list.replaceAll('; ', ' ; ')}.`,
  sorted: (list) => `Tri : ${list}.`,
  first: (count) => `Les ${count} premières lignes.`,
  steps: (count) => `Il y a ${count} étapes ; voici la principale.`,
  oneOf: (column, values) => `${column} ${values}`,
  noneOf: (column, values) => `${column} autre que ${values}`,
  contains: (column, text) => `${column} avec « ${text} »`,
  lacks: (column, text) => `${column} sans « ${text} »`,
  compared: (column, operator, value) => `${column} ${signs[operator]} ${value}`,
  missing: (column) => `sans ${column}`,
  present: (column) => `avec ${column}`,
  from: (day) => `à partir du ${day}`,
  to: (day) => `jusqu’au ${day}`,
  others: 'ce qui remplit d’autres conditions',
  orders: {
    largest: 'du plus grand au plus petit',
    smallest: 'du plus petit au plus grand',
    newest: 'le plus récent d’abord',
    oldest: 'le plus ancien d’abord',
    forwards: 'de A à Z',
    backwards: 'de Z à A',
  },
};
