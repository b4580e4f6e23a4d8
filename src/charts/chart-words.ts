/** The few words that charts add to what the spec says, in the languages that the bot speaks. */

export interface ChartWords {
  /** What small parts are merged into. */
  readonly other: string;
  readonly total: string;
  readonly noData: string;
  /** "€312 of €300" */
  spentOf(spent: string, budget: string): string;
  over(amount: string): string;
  left(amount: string): string;
  /** How many rows there was no room for. */
  more(count: number): string;
}

const english: ChartWords = {
  other: 'Other',
  total: 'Total',
  noData: 'Nothing to show yet',
  spentOf: (spent, budget) => `${spent} of ${budget}`,
  over: (amount) => `${amount} over`,
  left: (amount) => `${amount} left`,
  more: (count) => `and ${count} more`,
};

const words: Readonly<Record<string, ChartWords>> = {
  en: english,
  de: {
    other: 'Sonstiges',
    total: 'Gesamt',
    noData: 'Noch nichts zu zeigen',
    spentOf: (spent, budget) => `${spent} von ${budget}`,
    over: (amount) => `${amount} zu viel`,
    left: (amount) => `${amount} übrig`,
    more: (count) => `und ${count} weitere`,
  },
  es: {
    other: 'Otros',
    total: 'Total',
    noData: 'Aún no hay nada que mostrar',
    spentOf: (spent, budget) => `${spent} de ${budget}`,
    over: (amount) => `${amount} de más`,
    left: (amount) => `quedan ${amount}`,
    more: (count) => `y ${count} más`,
  },
  fr: {
    other: 'Autres',
    total: 'Total',
    noData: 'Rien à montrer pour l’instant',
    spentOf: (spent, budget) => `${spent} sur ${budget}`,
    over: (amount) => `${amount} de trop`,
    left: (amount) => `reste ${amount}`,
    more: (count) => `et ${count} de plus`,
  },
  pt: {
    other: 'Outros',
    total: 'Total',
    noData: 'Ainda não há nada para mostrar',
    spentOf: (spent, budget) => `${spent} de ${budget}`,
    over: (amount) => `${amount} a mais`,
    left: (amount) => `restam ${amount}`,
    more: (count) => `e mais ${count}`,
  },
};

/** The words for a BCP 47 tag, by its language alone; English for a language that is not here. */
export function chartWords(locale: string): ChartWords {
  return words[locale.split(/[-_]/)[0]?.toLowerCase() ?? ''] ?? english;
}
