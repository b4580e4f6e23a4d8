/** Sets a person's currency, time zone, language and first day of the week. */

import { z } from 'zod';
import { carryOut } from '../domain/operation.ts';
import { planPreferences } from '../domain/preferences.ts';
import type { Language } from '../language.ts';
import type { Image } from '../store/records.ts';
import { describeWeekday } from '../wording/phrasing.ts';
import { wordsFor } from '../wording/words-for.ts';
import { currency } from './entry-args.ts';
import { defineTool } from './tool.ts';

export const setPreferencesTool = defineTool({
  name: 'set_preferences',
  description: "Changes the person's settings. Amounts already recorded keep their currency.",
  args: z.object({
    currency: currency.optional(),
    timezone: z.string().max(60).optional().describe('IANA name, like Europe/Berlin'),
    language: z.string().max(10).optional().describe('en, es, de, fr or pt'),
    firstDayOfWeek: z.number().optional().describe('1 is Monday, 7 is Sunday'),
  }),

  async run({ db, asker, words }, changes) {
    const planned = await planPreferences(db, asker, changes);
    // What changes nothing is no step to take back.
    const isSame = planned.every(({ before, after }) => JSON.stringify(before) === JSON.stringify(after));
    const operationId = isSame ? undefined : await carryOut(db, asker, planned);
    const chosen = planned[0]?.after as Image;
    const { preferences } = asker;
    const inNewLanguage = chosen.language ? wordsFor(chosen.language as Language) : words;
    const said = inNewLanguage.preferences(
      (chosen.currency as string | null) ?? preferences.currency,
      (chosen.timezone as string | null) ?? preferences.timezone,
      inNewLanguage.languageName,
      describeWeekday((chosen.firstDayOfWeek as number | null) ?? preferences.firstDayOfWeek, inNewLanguage),
    );
    return { said, data: { settings: said }, operationId };
  },

  write: {
    async preview({ db, asker, words }, changes) {
      const planned = await planPreferences(db, asker, changes);
      return { said: words.proposeOther, state: planned.map((change) => change.before) };
    },
  },
});
