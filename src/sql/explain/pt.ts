/** The explanation of a query in Portuguese. */

import type { ExplainWords } from './words.ts';

const signs = { '<': 'menor que', '<=': 'no máximo', '>': 'maior que', '>=': 'no mínimo' } as const;

export const pt: ExplainWords = {
  locale: 'pt',
  columns: {
    id: 'número',
    day: 'dia',
    month: 'mês',
    kind: 'tipo',
    amount: 'valor',
    currency: 'moeda',
    amount_home: 'valor na sua moeda',
    category: 'categoria',
    merchant: 'loja',
    note: 'nota',
    added_by: 'quem anotou',
    period: 'período',
    name: 'nome',
  },
  parts: { year: 'ano', month: 'mês', day: 'dia' },
  kinds: { expense: 'despesas', income: 'receitas', refund: 'reembolsos' },
  tables: { entries: 'lançamentos', budgets: 'orçamentos', categories: 'categorias' },
  summaries: {
    total: (column) => `${column} (soma)`,
    average: (column) => `${column} (média)`,
    smallest: (column) => `${column} (mínimo)`,
    largest: (column) => `${column} (máximo)`,
    different: (column) => `${column} (número de valores diferentes)`,
  },
  count: 'número de linhas',
  everything: 'tudo',
  calculated: (name) => `${name} (calculado)`,
  shows: (list, groups, tables) =>
    `Mostra: ${list}${groups ? `, por ${groups}` : ''}.${tables === null ? '' : ` Lê: ${tables}.`}`,
  distinct: 'Linhas iguais aparecem uma só vez.',
  only: (list) => `Só: ${list}.`,
  sorted: (list) => `Ordem: ${list}.`,
  first: (count) => `As primeiras ${count}.`,
  steps: (count) => `Tem ${count} passos; aqui está o principal.`,
  oneOf: (column, values) => `${column} ${values}`,
  noneOf: (column, values) => `${column} diferente de ${values}`,
  contains: (column, text) => `${column} com “${text}”`,
  lacks: (column, text) => `${column} sem “${text}”`,
  compared: (column, operator, value) => `${column} ${signs[operator]} ${value}`,
  missing: (column) => `sem ${column}`,
  present: (column) => `com ${column}`,
  from: (day) => `a partir de ${day}`,
  to: (day) => `até ${day}`,
  others: 'o que cumpre outras condições',
  orders: {
    largest: 'do maior para o menor',
    smallest: 'do menor para o maior',
    newest: 'mais recentes primeiro',
    oldest: 'mais antigos primeiro',
    forwards: 'de A a Z',
    backwards: 'de Z a A',
  },
};
