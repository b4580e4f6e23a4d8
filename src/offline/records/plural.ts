/** Whether a word looks like several of a thing, so that the number before it counts. */

import type { Language } from '../../language.ts';

/** What has no singular that is bought by the piece, though it ends like a plural. */
const masses =
  /^(?:gas|tennis|christmas|xmas|groceries|courses|utilities|taxes|clothes|lebensmittel|fees|savings|klamotten|steuern|essen|fahren|parken|tanken)$/;

/** "beers", "Brezeln", "Eier"; not "chicken", "bus" or "glass". */
export function isPlural(folded: string, language: Language): boolean {
  if (masses.test(folded) || !/^\p{L}{3,}$/u.test(folded)) return false;
  return (language === 'de' ? /(?:[^s]s|en|er|eln|ern)$/ : /[^su]s$/).test(folded);
}
