/** Which of the person's categories a word means. */

import { categoryNamed, guessCategory } from '../domain/category-words.ts';
import { defaultCategories } from '../domain/default-categories.ts';
import { foldText } from '../domain/fold.ts';
import type { ModelContext } from '../models/model.ts';

/** Names by their folded form, with and without the s of a plural; made once for each list of categories. */
const byName = new WeakMap<ModelContext['categories'], ReadonlyMap<string, string>>();

/** A category of theirs by its own name first, then by a word that names a default one; null for anything else. */
export function categoryIn(words: string, context: ModelContext): string | null {
  const folded = foldText(words);
  if (folded === '') return null;
  const names = namesOf(context.categories);
  const own = names.get(folded);
  if (own !== undefined) return own;
  const named = categoryNamed(words);
  return named !== null && names.get(foldText(named)) === named ? named : null;
}

/** The same, with what a thing belongs to as a last resort: "make it taxi" is transport. */
export function categoryFor(words: string, context: ModelContext): string | null {
  return categoryIn(words, context) ?? guessCategory(words);
}

function namesOf(categories: ModelContext['categories']): ReadonlyMap<string, string> {
  let names = byName.get(categories);
  if (!names) {
    const all = [...categories, ...defaultCategories].map(({ name }) => ({ name, folded: foldText(name) }));
    const map = new Map<string, string>();
    const put = (key: string, name: string) => {
      if (!map.has(key)) map.set(key, name);
    };
    for (const { name, folded } of all) put(folded, name);
    for (const { name, folded } of all) {
      put(`${folded}s`, name);
      if (folded.endsWith('s')) put(folded.slice(0, -1), name);
    }
    names = map;
    byName.set(categories, names);
  }
  return names;
}
