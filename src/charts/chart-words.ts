/** The few words that charts add to what the spec says, in the languages that the bot speaks. */

export interface ChartWords {
  /** What small parts are merged into. */
  readonly other: string;
  readonly total: string;
  readonly noData: string;
  /** A day on which nothing was entered. */
  readonly noEntries: string;
  /** "€312 of €300" */
  spentOf(spent: string, budget: string): string;
  over(amount: string): string;
  left(amount: string): string;
  /** What the end of the period is expected to bring: "heading for €450" */
  heading(amount: string): string;
  /** How many rows there was no room for. */
  more(count: number): string;
}

const english: ChartWords = {
  other: 'Other',
  total: 'Total',
  noData: 'Nothing to show yet',
  noEntries: 'no entries',
  spentOf: (spent, budget) => `${spent} of ${budget}`,
  over: (amount) => `${amount} over`,
  left: (amount) => `${amount} left`,
  heading: (amount) => `heading for ${amount}`,
  more: (count) => `and ${count} more`,
};

const words: Readonly<Record<string, ChartWords>> = {
  en: english,
  de: {
    other: 'Sonstiges',
    total: 'Gesamt',
    noData: 'Noch nichts zu zeigen',
    noEntries: 'keine Einträge',
    spentOf: (spent, budget) => `${spent} von ${budget}`,
    over: (amount) => `${amount} zu viel`,
    left: (amount) => `${amount} übrig`,
    heading: (amount) => `voraussichtlich ${amount}`,
    more: (count) => `und ${count} weitere`,
  },
  es: {
    other: 'Otros',
    total: 'Total',
    noData: 'Aún no hay nada que mostrar',
    noEntries: 'sin anotaciones',
    spentOf: (spent, budget) => `${spent} de ${budget}`,
    over: (amount) => `${amount} de más`,
    left: (amount) => `quedan ${amount}`,
    heading: (amount) => `previsto: ${amount}`,
    more: (count) => `y ${count} más`,
  },
  fr: {
    other: 'Autres',
    total: 'Total',
    noData: 'Rien à montrer pour l’instant',
    noEntries: 'aucune entrée',
    spentOf: (spent, budget) => `${spent} sur ${budget}`,
    over: (amount) => `${amount} de trop`,
    left: (amount) => `reste ${amount}`,
    heading: (amount) => `prévu : ${amount}`,
    more: (count) => `et ${count} de plus`,
  },
  pt: {
    other: 'Outros',
    total: 'Total',
    noData: 'Ainda não há nada para mostrar',
    noEntries: 'sem lançamentos',
    spentOf: (spent, budget) => `${spent} de ${budget}`,
    over: (amount) => `${amount} a mais`,
    left: (amount) => `restam ${amount}`,
    heading: (amount) => `previsto: ${amount}`,
    more: (count) => `e mais ${count}`,
  },
};

/** The words for a BCP 47 tag, by its language alone; English for a language that is not here. */
export function chartWords(locale: string): ChartWords {
  return words[locale.split(/[-_]/)[0]?.toLowerCase() ?? ''] ?? english;
}
