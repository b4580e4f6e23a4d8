import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../src/language.ts';
import { readDates } from '../../src/offline/dates/read-dates.ts';
import { today } from './asking.ts';

/** Each as from..to, one day alone as itself. Today is Wednesday, 17 June 2026. */
function read(text: string, language: Language = 'en', currency = 'EUR') {
  return readDates(text, { today, firstDayOfWeek: 1, language, currency }).map(({ from, to }) =>
    from === to ? from : `${from}..${to}`,
  );
}

test.each([
  ['today', '2026-06-17'],
  ['last night', '2026-06-16'],
  ['the day before yesterday', '2026-06-15'],
  ['on Friday', '2026-06-12'],
  ['last Wednesday', '2026-06-10'],
  ['Monday of this week', '2026-06-15'],
  ['last week Tuesday', '2026-06-09'],
  ["last week's Sunday", '2026-06-14'],
  ['first Friday of last month', '2026-05-01'],
  ['the last Monday of March', '2026-03-30'],
  ['on the 3rd', '2026-06-03'],
  ['on the 20th', '2026-05-20'],
  ['on the 31st', '2026-05-31'],
  ['March 3', '2026-03-03'],
  ['3rd of March 2025', '2025-03-03'],
  ['Sunday, Dec 7', '2025-12-07'],
  ['20 December', '2025-12-20'],
  ['2026-02-14', '2026-02-14'],
  ['31/12/2025', '2025-12-31'],
  ['4/5', '2026-05-04'],
  ['10 days ago', '2026-06-07'],
  ['two weeks ago', '2026-06-03'],
  ['a fortnight ago', '2026-06-03'],
  ['30 February', '2026-02-30'],
  ['1 May 2150', '2150-05-01'],
  ['this week', '2026-06-15..2026-06-21'],
  ['past week', '2026-06-08..2026-06-14'],
  ['last month', '2026-05-01..2026-05-31'],
  ['last quarter', '2026-01-01..2026-03-31'],
  ['last yr', '2025-01-01..2025-12-31'],
  ['last 3 months', '2026-03-01..2026-05-31'],
  ['the past two weeks', '2026-06-01..2026-06-14'],
  ['last 7 days', '2026-06-10..2026-06-16'],
  ['in October', '2025-10-01..2025-10-31'],
  ['in June', '2026-06-01..2026-06-30'],
  ['March 2024', '2024-03-01..2024-03-31'],
  ['2/2025', '2025-02-01..2025-02-28'],
  ['Q3', '2025-07-01..2025-09-30'],
  ['second quarter of 2024', '2024-04-01..2024-06-30'],
  ['in 2024', '2024-01-01..2024-12-31'],
  ['last summer', '2025-06-21..2025-09-23'],
  ['last weekend', '2026-06-13..2026-06-14'],
  ['first week of October', '2025-10-06..2025-10-12'],
  ['the week of the 1st', '2026-06-01..2026-06-07'],
  ['on 2026-03-05', '2026-03-05'],
  ['the week before last', '2026-06-01..2026-06-07'],
  ['the quarter before last', '2025-10-01..2025-12-31'],
  ['the Tuesday before last', '2026-06-09'],
  ['before last month', '1970-01-01..2026-04-30'],
  ['Mar 8-11', '2026-03-08..2026-03-11'],
  ['yesterday and today', '2026-06-16..2026-06-17'],
  ['second half of 2024', '2024-07-01..2024-12-31'],
  ['first half of last month', '2026-05-01..2026-05-15'],
  ["on New Year's Eve", '2025-12-31'],
  ['on Christmas Eve 2023', '2023-12-24'],
  ['from the 3rd to the 6th of January', '2026-01-03..2026-01-06'],
  ['between March 3 and March 10', '2026-03-03..2026-03-10'],
  ['between the 30th and the 4th of May', '2026-04-30..2026-05-04'],
  ['from Monday to Sunday', '2026-06-08..2026-06-14'],
  ['from December to January', '2025-12-01..2026-01-31'],
  ['November and December 2018', '2018-11-01..2018-12-31'],
  ['this month vs last month', '2026-05-01..2026-06-30'],
  ['since April', '2026-04-01..2026-06-17'],
  ['from September on', '2025-09-01..2026-06-17'],
  ['until January', '1970-01-01..2025-12-31'],
  ['until Friday', '1970-01-01..2026-06-12'],
  ['recently', '2026-05-18..2026-06-17'],
  ['year to date', '2026-01-01..2026-06-17'],
  ['end of 2025', '2025-10-01..2025-12-31'],
])('%s', (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test.each([
  ['es', 'anteayer', '2026-06-15'],
  ['es', 'el martes pasado', '2026-06-16'],
  ['es', 'la semana pasada', '2026-06-08..2026-06-14'],
  ['es', 'los últimos 3 meses', '2026-03-01..2026-05-31'],
  ['es', 'hace dos semanas', '2026-06-03'],
  ['es', 'del 3 al 6 de enero', '2026-01-03..2026-01-06'],
  ['es', 'el domingo de la semana pasada', '2026-06-14'],
  ['de', 'vorgestern', '2026-06-15'],
  ['de', 'letzten Dienstag', '2026-06-16'],
  ['de', 'am 3. März', '2026-03-03'],
  ['de', 'am 12.05.', '2026-05-12'],
  ['de', 'letzten Monat', '2026-05-01..2026-05-31'],
  ['de', 'vor drei Tagen', '2026-06-14'],
  ['de', 'vom 3. bis 6. Januar', '2026-01-03..2026-01-06'],
  ['fr', 'avant-hier', '2026-06-15'],
  ['fr', "aujourd'hui", '2026-06-17'],
  ['fr', 'les 3 derniers mois', '2026-03-01..2026-05-31'],
  ['fr', 'il y a trois jours', '2026-06-14'],
  ['fr', 'le 1er', '2026-06-01'],
  ['fr', 'la semaine dernière', '2026-06-08..2026-06-14'],
  ['pt', 'anteontem', '2026-06-15'],
  ['pt', 'mês passado', '2026-05-01..2026-05-31'],
  ['pt', 'dia 5', '2026-06-05'],
  ['pt', 'há duas semanas', '2026-06-03'],
  ['pt', 'segunda desta semana', '2026-06-15'],
  ['pt', 'último trimestre', '2026-01-01..2026-03-31'],
] as const)('%s: %s', (language, text, expected) => {
  expect(read(text, language)).toEqual([expected]);
});

describe('what is no date', () => {
  test.each(['lunch 12.50', 'rent 2000', 'may I ask', 'march to the shop', 'spent 5 on coffee', '2 coffees'])(
    '%s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

test('the US writes the month first', () => {
  expect(read('4/5', 'en', 'USD')).toEqual(['2026-04-05']);
});

test('weeks begin on the day the person chose', () => {
  const [reading] = readDates('last week', { today, firstDayOfWeek: 7, language: 'en', currency: 'EUR' });
  expect(reading).toMatchObject({ from: '2026-06-07', to: '2026-06-13' });
});

test('every period that is read begins before it ends, whatever the words', () => {
  const words =
    'last past this next from to between and since until the of in on week month year quarter weekend day days ago 3 12 31 2025 1st 30th monday friday january february march may first second - / , Q2 summer end beginning'.split(
      ' ',
    );
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words), { maxLength: 9 }),
      fc.constantFrom(...languages),
      (picked, language) => {
        for (const { from, to, start, end } of readDates(picked.join(' '), {
          today,
          firstDayOfWeek: 1,
          language,
          currency: 'EUR',
        })) {
          expect(from <= to).toBe(true);
          expect(start).toBeLessThan(end);
        }
      },
    ),
    { numRuns: 3000 },
  );
});

test.each([
  ['es', 'del 8 al 11', '2026-06-08..2026-06-11'],
  ['es', 'antes de ayer', '2026-06-15'],
  ['es', 'la semana antepasada', '2026-06-01..2026-06-07'],
  ['de', 'vorletzten Monat', '2026-04-01..2026-04-30'],
  ['de', 'erstes Halbjahr 2024', '2024-01-01..2024-06-30'],
  ['fr', 'du 8 au 11', '2026-06-08..2026-06-11'],
  ['fr', 'avant hier', '2026-06-15'],
  ['pt', 'do dia 8 ao dia 11', '2026-06-08..2026-06-11'],
  ['pt', 'antes de ontem', '2026-06-15'],
] as const)('%s: %s once more', (language, text, expected) => {
  expect(read(text, language)).toEqual([expected]);
});

describe('a day known by one name alone', () => {
  const asked = (text: string, language: Language, bareYears: boolean) =>
    readDates(text, { today, firstDayOfWeek: 1, language, currency: 'EUR', bareYears }).map(({ from }) => from);

  test.each([
    ['en', 'on Halloween', '2025-10-31'],
    ['es', 'en Navidad', '2025-12-25'],
    ['de', 'an Silvester', '2025-12-31'],
    ['fr', 'à Noël', '2025-12-25'],
    ['pt', 'no Natal', '2025-12-25'],
  ] as const)('%s: %s is a day in a question, what it was for in a record', (language, text, day) => {
    expect(asked(text, language, true)).toEqual([day]);
    expect(asked(text, language, false)).toEqual([]);
  });

  test('not as part of a thing', () => {
    expect(asked('on Christmas presents', 'en', true)).toEqual([]);
  });
});
