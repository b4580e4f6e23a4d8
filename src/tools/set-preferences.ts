/** Sets a person's currency, time zone, language and first day of the week. */

import { z } from 'zod';
import type { Asker } from '../domain/asker.ts';
import { carryOut } from '../domain/operation.ts';
import type { PlannedChange } from '../domain/planned-change.ts';
import { type PreferenceChanges, planPreferences } from '../domain/preferences.ts';
import type { Language } from '../language.ts';
import { planMove } from '../scheduler/plan-arrangement.ts';
import type { Queries } from '../store/database.ts';
import type { Image } from '../store/records.ts';
import { describeWeekday } from '../wording/phrasing.ts';
import type { Words } from '../wording/words.ts';
import { wordsFor } from '../wording/words-for.ts';
import { currency } from './entry-args.ts';
import { defineTool } from './tool.ts';

export const setPreferencesTool = defineTool({
  name: 'set_preferences',
  description:
    "Changes the person's settings. Amounts already recorded keep their currency. " +
    'What the whole ledger adds up in is ledgerCurrency: only where they speak of the ledger or group.',
  args: z.object({
    currency: currency.optional(),
    timezone: z.string().max(60).optional().describe('IANA name, like Europe/Berlin'),
    language: z.string().max(10).optional().describe('en, es, de, fr or pt'),
    firstDayOfWeek: z.number().optional().describe('1 is Monday, 7 is Sunday'),
    ledgerCurrency: currency.optional().describe('ISO 4217 code that the ledger adds up in, for all who share it'),
  }),

  async run({ db, asker, words }, changes) {
    const planned = await plan(db, asker, changes);
    // What changes nothing is no step to take back.
    const isSame = planned.every(({ before, after }) => JSON.stringify(before) === JSON.stringify(after));
    const operationId = isSame ? undefined : await carryOut(db, asker, planned);
    const own = planned.find(({ entity }) => entity === 'preferences')?.after;
    const ledger = changes.ledgerCurrency && words.ledgerCurrency(changes.ledgerCurrency.toUpperCase());
    const inNewLanguage = own?.language ? wordsFor(own.language as Language) : words;
    const follows = planned.some(({ entity, after }) => entity === 'schedule' && after?.kind !== 'alerts');
    const moved = follows && inNewLanguage.arrangedFollows;
    const said = [own && describeSettings(own, asker, inNewLanguage), moved, ledger].filter(Boolean).join('\n');
    return { said, data: { settings: said }, operationId };
  },

  write: {
    async preview({ db, asker, words }, changes) {
      const planned = await plan(db, asker, changes);
      return { said: words.proposeOther, state: planned.map((change) => change.before) };
    },
  },
});

/** With another time zone, what the person has arranged goes by it as well. */
async function plan(db: Queries, asker: Asker, changes: PreferenceChanges): Promise<PlannedChange[]> {
  const planned = await planPreferences(db, asker, changes);
  if (changes.timezone === undefined) return planned;
  return [...planned, ...(await planMove(db, asker.personId, changes.timezone, asker.now))];
}

function describeSettings(chosen: Image, { preferences }: Asker, words: Words): string {
  return words.preferences(
    (chosen.currency as string | null) ?? preferences.currency,
    (chosen.timezone as string | null) ?? preferences.timezone,
    words.languageName,
    describeWeekday((chosen.firstDayOfWeek as number | null) ?? preferences.firstDayOfWeek, words),
  );
}
