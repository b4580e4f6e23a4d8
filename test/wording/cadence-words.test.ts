import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../src/language.ts';
import { readCadence } from '../../src/offline/cadence/read-cadence.ts';
import type { Cadence } from '../../src/schedule/cadence.ts';
import { type CadenceArgs, cadence, toCadence } from '../../src/tools/cadence-args.ts';
import { describeCadence } from '../../src/wording/cadence-words.ts';
import { wordsFor } from '../../src/wording/words-for.ts';

/** A Sunday, at 13:00 by her clock. */
const today = '2026-11-22';
const asker = {
  now: Temporal.Instant.from('2026-11-22T12:00:00Z'),
  today,
  preferences: { currency: 'EUR', timezone: 'Europe/Berlin', language: null, firstDayOfWeek: 1 },
} as const;

const say = (times: Cadence, language: Language, withTime = true) =>
  // Spaces that do not break are spaces to a reader.
  describeCadence(times, wordsFor(language), { today, withTime, timeZone: 'Europe/Berlin' }).replace(/\s/g, ' ');

const at = '18:00';

test.each<[Cadence, Record<Language, string>]>([
  [
    { repeats: 'weekly', weekdays: [5], at },
    {
      en: 'every Friday at 18:00',
      es: 'cada viernes a las 18:00',
      de: 'jeden Freitag um 18:00 Uhr',
      fr: 'chaque vendredi à 18h',
      pt: 'toda sexta às 18h',
    },
  ],
  [
    { repeats: 'weekly', weekdays: [1, 2, 3, 4, 5], at: '09:00' },
    {
      en: 'every weekday at 9:00',
      es: 'de lunes a viernes a las 9:00',
      de: 'montags bis freitags um 9:00 Uhr',
      fr: 'du lundi au vendredi à 9h',
      pt: 'de segunda a sexta às 9h',
    },
  ],
  [
    { repeats: 'weekly', weekdays: [1, 3, 6], at: '08:30' },
    {
      en: 'every Monday, Wednesday and Saturday at 8:30',
      es: 'cada lunes, miércoles y sábado a las 8:30',
      de: 'jeden Montag, Mittwoch und Samstag um 8:30 Uhr',
      fr: 'chaque lundi, mercredi et samedi à 8h30',
      pt: 'toda segunda, quarta e todo sábado às 8h30',
    },
  ],
  [
    { repeats: 'daily', at: '01:00' },
    {
      en: 'every day at 1:00 am',
      es: 'todos los días a la 1:00',
      de: 'jeden Tag um 1:00 Uhr',
      fr: 'tous les jours à 1h',
      pt: 'todo dia à 1h',
    },
  ],
  [
    { repeats: 'every', count: 2, unit: 'week', from: '2026-11-28', at },
    {
      en: 'every other Saturday at 18:00',
      es: 'un sábado sí y otro no a las 18:00',
      de: 'jeden zweiten Samstag um 18:00 Uhr',
      fr: 'un samedi sur deux à 18h',
      pt: 'a cada dois sábados às 18h',
    },
  ],
  [
    { repeats: 'every', count: 3, unit: 'month', from: '2026-12-15', at },
    {
      en: 'every 3 months on the 15th at 18:00',
      es: 'cada 3 meses, el día 15 a las 18:00',
      de: 'alle 3 Monate am 15. um 18:00 Uhr',
      fr: 'tous les 3 mois, le 15 à 18h',
      pt: 'a cada 3 meses, no dia 15 às 18h',
    },
  ],
  [
    { repeats: 'monthly', day: 1, at, until: '2027-06-30' },
    {
      en: 'on the 1st of each month at 18:00, until 30 Jun 2027',
      es: 'el día 1 de cada mes a las 18:00, hasta el 30 jun 2027',
      de: 'am 1. jedes Monats um 18:00 Uhr, bis 30. Juni 2027',
      fr: 'le 1er de chaque mois à 18h, jusqu’au 30 juin 2027',
      pt: 'no dia 1º de cada mês às 18h, até 30 de jun. de 2027',
    },
  ],
  [
    { repeats: 'monthly', day: 31, at, from: '2026-12-01' },
    {
      en: 'on the last day of each month at 18:00, from 1 Dec',
      es: 'el último día de cada mes a las 18:00, desde el 1 dic',
      de: 'am letzten Tag jedes Monats um 18:00 Uhr, ab 1. Dez.',
      fr: 'le dernier jour de chaque mois à 18h, à partir du 1er déc.',
      pt: 'no último dia de cada mês às 18h, a partir de 1º de dez.',
    },
  ],
  [
    { repeats: 'monthly-weekday', nth: 1, weekday: 1, at },
    {
      en: 'on the first Monday of each month at 18:00',
      es: 'el primer lunes de cada mes a las 18:00',
      de: 'am ersten Montag jedes Monats um 18:00 Uhr',
      fr: 'le premier lundi de chaque mois à 18h',
      pt: 'na primeira segunda de cada mês às 18h',
    },
  ],
  [
    { repeats: 'yearly', month: 6, day: 5, at },
    {
      en: 'each year on 5 June at 18:00',
      es: 'cada año el 5 de junio a las 18:00',
      de: 'jedes Jahr am 5. Juni um 18:00 Uhr',
      fr: 'chaque année le 5 juin à 18h',
      pt: 'todo ano em 5 de junho às 18h',
    },
  ],
  [
    { repeats: 'once', instant: '2026-11-23T08:00:00Z' },
    {
      en: 'once, on Mon 23 Nov at 9:00',
      es: 'una vez, el lun, 23 nov a las 9:00',
      de: 'einmal, am Mo., 23. Nov. um 9:00 Uhr',
      fr: 'une fois, le lun. 23 nov. à 9h',
      pt: 'uma vez, na seg., 23 de nov. às 9h',
    },
  ],
])('%j', (times, expected) => {
  for (const language of languages) expect(say(times, language)).toBe(expected[language]);
});

test('days alone say no time', () => {
  expect(say({ repeats: 'monthly', day: 23, at }, 'en', false)).toBe('on the 23rd of each month');
  expect(say({ repeats: 'every', count: 2, unit: 'day', from: today, at }, 'en', false)).toBe('every other day');
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const weekday = fc.constantFrom('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday');
const bound = fc
  .option(fc.integer({ min: 400, max: 700 }), { nil: undefined })
  .map((days) => (days === undefined ? {} : { until: Temporal.PlainDate.from(today).add({ days }).toString() }));
const times = fc.oneof(
  fc.record({ repeats: fc.constant('daily'), at: time }),
  fc.record({
    repeats: fc.constant('weekly'),
    at: time,
    weekdays: fc.uniqueArray(weekday, { minLength: 1, maxLength: 6 }),
  }),
  fc.record({ repeats: fc.constant('monthly'), at: time, day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({
    repeats: fc.constant('monthly-weekday'),
    at: time,
    nth: fc.constantFrom(1, 2, 3, 4, -1),
    weekdays: weekday.map((one) => [one]),
  }),
  fc.record({
    repeats: fc.constant('yearly'),
    at: time,
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  }),
  fc.record({
    repeats: fc.constant('every'),
    at: time,
    count: fc.integer({ min: 2, max: 20 }),
    unit: fc.constant('week'),
    weekdays: weekday.map((one) => [one]),
  }),
  fc.record({
    repeats: fc.constant('every'),
    at: time,
    count: fc.integer({ min: 2, max: 11 }),
    unit: fc.constant('month'),
    day: fc.integer({ min: 1, max: 28 }),
  }),
  fc.record({
    repeats: fc.constant('every'),
    at: time,
    // Two weeks are said in days by many.
    count: fc.integer({ min: 2, max: 60 }).filter((count) => count !== 14 && count !== 15),
    unit: fc.constant('day'),
  }),
);

describe.each(languages)('in %s', (language) => {
  test('what is said is read as what was meant', () => {
    fc.assert(
      fc.property(times, bound, (args, until) => {
        const meant = toCadence(cadence.parse({ ...args, ...until }), asker, '09:00');
        const said = say(meant, language);
        const reading = readCadence(said, { language, today });
        expect([said, reading?.rest]).toEqual([said, '']);
        expect([said, toCadence(reading?.args as CadenceArgs, asker, '09:00')]).toEqual([said, meant]);
      }),
      { numRuns: 300 },
    );
  });
});
