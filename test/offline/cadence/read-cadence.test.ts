import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { foldInPlace } from '../../../src/domain/fold.ts';
import { InputError } from '../../../src/errors.ts';
import { languages } from '../../../src/language.ts';
import { maySayAgain, readCadence, type SaidCadence } from '../../../src/offline/cadence/read-cadence.ts';
import { checkCadence } from '../../../src/schedule/check-cadence.ts';
import { cadence, toCadence } from '../../../src/tools/cadence-args.ts';
import { phrasings, without } from './phrasings.ts';

const today = '2026-06-17';

function brief(args: SaidCadence): string {
  const { repeats, count, unit, nth, weekdays, month, day, on, inMinutes, at, from, until } = args;
  const parts = [
    repeats,
    count,
    unit,
    nth,
    weekdays?.join(),
    month && `month ${month}`,
    day && `day ${day}`,
    on && `on ${on}`,
    inMinutes && `in ${inMinutes} minutes`,
    at && `at ${at}`,
    from && `from ${from}`,
    until && `until ${until}`,
  ];
  return parts.filter((part) => part !== undefined).join(' ');
}

describe.each(languages)('when something comes, in %s', (language) => {
  const table = phrasings[language].map(([said, meant, rest = '']) => [said, meant, rest] as const);
  test.each(table)('%s', (said, meant, rest) => {
    const reading = readCadence(said, { language, today });
    expect(reading && brief(reading.args)).toBe(meant);
    expect(reading?.rest).toBe(rest);
    expect(() => cadence.parse(reading?.args)).not.toThrow();
    if (reading?.args.repeats !== 'once') expect(maySayAgain(foldInPlace(said), language)).toBe(true);
  });

  test.each(without[language])('is not in “%s”', (said) => {
    expect(readCadence(said, { language, today })).toBeNull();
  });

  test('is valid or refused with a sentence, whatever is written', () => {
    const asker = {
      now: Temporal.Instant.from('2026-06-17T10:00:00Z'),
      today,
      preferences: { currency: 'EUR', timezone: 'Europe/Berlin', language, firstDayOfWeek: 1 },
    } as const;
    const words = phrasings[language].flatMap(([said]) => said.split(' '));
    const message = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 12 });
    fc.assert(
      fc.property(message, (parts) => {
        const text = parts.join(' ').normalize('NFC');
        const reading = readCadence(text, { language, today });
        if (!reading) return;
        if (reading.args.repeats !== 'once') expect(maySayAgain(foldInPlace(text), language)).toBe(true);
        expect(reading.start).toBeGreaterThanOrEqual(0);
        expect(reading.end).toBeLessThanOrEqual(text.length);
        try {
          checkCadence(toCadence(cadence.parse(reading.args), asker, '09:00'), 'Europe/Berlin');
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 400 },
    );
  });
});

test('a long text is read quickly', () => {
  const text = `${'every day at the on of each in 1st Monday at 9 '.repeat(80)}`.slice(0, 4000);
  const started = performance.now();
  for (const language of languages) readCadence(text, { language, today });
  expect(performance.now() - started).toBeLessThan(1000);
});
