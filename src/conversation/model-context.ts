/** What a model is told about the person and the moment. */

import type { Asker } from '../domain/asker.ts';
import { describeEntries } from '../domain/entries.ts';
import type { ModelContext } from '../models/model.ts';
import { listCategories } from '../store/categories.ts';
import type { Queries } from '../store/database.ts';
import type { House } from './house.ts';

/** `correcting` are ids of the entries that the message corrects. */
export async function modelContext(
  db: Queries,
  { defaults }: Pick<House, 'defaults'>,
  asker: Asker,
  { correcting, editing }: { readonly correcting: readonly string[]; readonly editing: boolean },
): Promise<ModelContext> {
  const { preferences } = asker;
  const categories = await listCategories(db, asker.ledgerId);
  return {
    today: asker.today,
    timezone: preferences.timezone,
    currency: preferences.currency,
    language: preferences.language,
    defaultLanguage: defaults.language,
    firstDayOfWeek: preferences.firstDayOfWeek,
    categories: categories.map(({ name, kind }) => ({ name, kind })),
    correcting: await describeEntries(db, asker, correcting),
    editing,
  };
}
