import { describe, expect, test } from 'vitest';
import { carryOut, undo } from '../../src/domain/operation.ts';
import { type PreferenceChanges, planPreferences, preferencesOf } from '../../src/domain/preferences.ts';
import { databases } from '../support/databases.ts';
import { openLedger, type TestLedger } from './open-ledger.ts';

const defaults = { currency: 'EUR', timezone: 'Europe/Berlin', firstDayOfWeek: 1 } as const;

describe.each(databases)('preferences on $name', ({ openTestDatabase }) => {
  const set = (ledger: TestLedger, changes: PreferenceChanges) =>
    ledger.run(async (db) => carryOut(db, ledger.asker, await planPreferences(db, ledger.asker, changes)));
  const current = async ({ database, asker }: TestLedger) =>
    preferencesOf(await database.client.person.findUniqueOrThrow({ where: { id: asker.personId } }), defaults);

  test("are the server's until somebody chooses, one by one, and can be taken back", async () => {
    const ledger = await openLedger(await openTestDatabase());
    expect(await current(ledger)).toEqual({ ...defaults, language: null });
    await set(ledger, { currency: 'usd' });
    await set(ledger, { language: 'pt', firstDayOfWeek: 7 });
    await set(ledger, { timezone: 'America/Sao_Paulo' });
    const chosen = { currency: 'USD', timezone: 'America/Sao_Paulo', language: 'pt', firstDayOfWeek: 7 };
    expect(await current(ledger)).toEqual(chosen);
    await ledger.run((db) => undo(db, ledger.asker));
    expect(await current(ledger)).toEqual({ ...chosen, timezone: 'Europe/Berlin' });
  });

  test.each([
    [{ currency: 'EURO' }, '"EURO" is not a currency I know.'],
    [{ timezone: 'Berlin' }, '"Berlin" is not a time zone I know.'],
    [{ timezone: '+02:00' }, '"+02:00" is not a time zone I know.'],
    [{ language: 'it' }, 'I can write in English, Spanish, German, French and Portuguese.'],
    [{ firstDayOfWeek: 0 }, 'A week begins on one of seven days.'],
    [{ firstDayOfWeek: 8 }, 'A week begins on one of seven days.'],
    [{ firstDayOfWeek: 1.5 }, 'A week begins on one of seven days.'],
    [{ firstDayOfWeek: Number.NaN }, 'A week begins on one of seven days.'],
  ])('%o is refused, with what to write, and nothing is set', async (changes, message) => {
    const ledger = await openLedger(await openTestDatabase());
    await expect(set(ledger, { currency: 'USD', ...changes })).rejects.toMatchObject({
      name: 'InputError',
      message,
      hint: expect.stringMatching(/\w/),
    });
    expect(await current(ledger)).toEqual({ ...defaults, language: null });
  });
});
