/** The explanation of a query in Spanish. */

import type { ExplainWords } from './words.ts';

const signs = { '<': 'menor que', '<=': 'como máximo', '>': 'mayor que', '>=': 'como mínimo' } as const;

export const es: ExplainWords = {
  locale: 'es',
  columns: {
    id: 'número',
    day: 'día',
    month: 'mes',
    kind: 'tipo',
    amount: 'importe',
    currency: 'moneda',
    amount_home: 'importe en tu moneda',
    category: 'categoría',
    merchant: 'comercio',
    note: 'nota',
    added_by: 'quién lo anotó',
    period: 'periodo',
    name: 'nombre',
  },
  parts: { year: 'año', month: 'mes', day: 'día' },
  kinds: { expense: 'gastos', income: 'ingresos', refund: 'devoluciones' },
  tables: { entries: 'apuntes', budgets: 'presupuestos', categories: 'categorías' },
  summaries: {
    total: (column) => `${column} (suma)`,
    average: (column) => `${column} (media)`,
    smallest: (column) => `${column} (mínimo)`,
    largest: (column) => `${column} (máximo)`,
    different: (column) => `${column} (número de valores distintos)`,
  },
  count: 'número de filas',
  everything: 'todo',
  calculated: (name) => `${name} (calculado)`,
  shows: (list, groups, tables) =>
    `Muestra: ${list}${groups ? `, por ${groups}` : ''}.${tables === null ? '' : ` Lee: ${tables}.`}`,
  distinct: 'Las filas iguales salen una sola vez.',
  only: (list) => `Solo: ${list}.`,
  sorted: (list) => `Orden: ${list}.`,
  first: (count) => `Las primeras ${count}.`,
  steps: (count) => `Tiene ${count} pasos; se describe el principal.`,
  oneOf: (column, values) => `${column} ${values}`,
  noneOf: (column, values) => `${column} distinto de ${values}`,
  contains: (column, text) => `${column} con «${text}»`,
  lacks: (column, text) => `${column} sin «${text}»`,
  compared: (column, operator, value) => `${column} ${signs[operator]} ${value}`,
  missing: (column) => `sin ${column}`,
  present: (column) => `con ${column}`,
  from: (day) => `desde el ${day}`,
  to: (day) => `hasta el ${day}`,
  others: 'lo que cumple otras condiciones',
  orders: {
    largest: 'de mayor a menor',
    smallest: 'de menor a mayor',
    newest: 'primero lo más reciente',
    oldest: 'primero lo más antiguo',
    forwards: 'de la A a la Z',
    backwards: 'de la Z a la A',
  },
};
