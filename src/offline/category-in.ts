/** Which of the person's categories a word means. */

import { categoryNamed, guessCategory } from '../domain/category-words.ts';
import { defaultCategories } from '../domain/default-categories.ts';
import { foldText } from '../domain/fold.ts';
import type { ModelContext } from '../models/model.ts';

/** A category of theirs by its own name first, then by a word that names a default one; null for anything else. */
export function categoryIn(words: string, context: ModelContext): string | null {
  const folded = foldText(words);
  if (folded === '') return null;
  const names = [...context.categories.map(({ name }) => name), ...defaultCategories.map(({ name }) => name)];
  const same = (name: string) =>
    foldText(name) === folded || foldText(name) === `${folded}s` || `${foldText(name)}s` === folded;
  const own = names.find(same);
  if (own) return own;
  const named = categoryNamed(words);
  return named !== null && names.includes(named) ? named : null;
}

/** The same, with what a thing belongs to as a last resort: "make it taxi" is transport. */
export function categoryFor(words: string, context: ModelContext): string | null {
  return categoryIn(words, context) ?? guessCategory(words);
}
