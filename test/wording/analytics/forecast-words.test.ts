import { describe, expect, test } from 'vitest';
import { languages } from '../../../src/language.ts';
import { forecastWords } from '../../../src/wording/analytics/forecast-words.ts';
import { recurringWords } from '../../../src/wording/analytics/recurring-words.ts';
import { wordsFor } from '../../../src/wording/words-for.ts';

const range = { low: 'LOW', high: 'HIGH' };

describe.each(languages)('in %s', (language) => {
  const words = wordsFor(language);
  const [forecast, recurring] = [forecastWords(words), recurringWords(words)];

  test('each sentence holds all its figures, once, and is one sentence', () => {
    const sentences: [text: string, figures: string[]][] = [
      ...[null, 'SUBJECT'].flatMap((subject): [string, string[]][] => {
        const about = subject === null ? [] : [subject];
        return [
          [forecast.thisMonth(subject, 'EXPECTED', range), ['EXPECTED', 'LOW', 'HIGH', ...about]],
          [forecast.thisMonth(subject, 'EXPECTED', null), ['EXPECTED', ...about]],
          [forecast.monthIsOver(subject, 'SPENT'), ['SPENT', ...about]],
          [forecast.comingMonth(subject, 'MONTH', 'EXPECTED', range), ['MONTH', 'EXPECTED', 'LOW', 'HIGH', ...about]],
          [forecast.comingMonth(subject, 'MONTH', 'EXPECTED', null), ['MONTH', 'EXPECTED', ...about]],
          [forecast.comingMonths(subject, 23, 'TOTAL'), ['23', 'TOTAL', ...about]],
          [forecast.nothingSpent(subject), about],
        ];
      }),
      [forecast.soFar('SPENT', null), ['SPENT']],
      [forecast.soFar('SPENT', 'CHARGES'), ['SPENT', 'CHARGES']],
      [forecast.basis(23, null), ['23']],
      [forecast.basis(23, 'SHARE'), ['23', 'SHARE']],
      [forecast.naive(23, true), ['23']],
      [forecast.naive(23, false), ['23']],
      [recurring.charges(1, 'TOTAL'), ['TOTAL']],
      [recurring.charges(23, 'TOTAL'), ['23', 'TOTAL']],
      [recurring.income(1, 'TOTAL'), ['TOTAL']],
      [recurring.income(23, 'TOTAL'), ['23', 'TOTAL']],
      [recurring.ended(['FIRST']), ['FIRST']],
      [recurring.ended(['FIRST', 'SECOND']), ['FIRST', 'SECOND']],
    ];
    for (const [text, figures] of sentences) {
      for (const figure of figures) expect(text.split(figure), text).toHaveLength(2);
      expect(text).toMatch(/^\p{Lu}|^\d/u);
      expect(text).toMatch(/[.:]$/);
      expect(text).not.toMatch(/undefined|null|\$\{| {2}|\.\.|["']/);
      // Nothing but these figures looks like one; "8 in 10" is said in every language.
      const rest = figures.reduce((left, figure) => left.replace(figure, ''), text);
      expect(rest.replace(/\b8\b|\b10\b/g, '')).not.toMatch(/\d/);
    }
  });

  test('one and several differ in more than their number', () => {
    const nouns = (text: string) => text.replace('23', '').split(/\s+/).slice(0, 3).join(' ');
    expect(nouns(recurring.charges(1, 'TOTAL'))).not.toBe(nouns(recurring.charges(23, 'TOTAL')));
    expect(nouns(recurring.income(1, 'TOTAL'))).not.toBe(nouns(recurring.income(23, 'TOTAL')));
    expect(new Set(Object.values(recurring.rhythms)).size).toBe(7);
    const [one, several] = [recurring.ended(['A']), recurring.ended(['A', 'B'])];
    if (language !== 'en') expect(several.replace(', B', '')).not.toBe(one);
  });

  test('the parts of lines and pictures are there', () => {
    const { title, spent, expected, likely, possible } = forecast;
    const labels = [title(null), title('dining'), spent, expected, likely, possible, forecast.range(range)];
    expect(new Set(labels).size).toBe(labels.length);
    for (const part of [recurring.next('DAY'), recurring.overdue('DAY'), recurring.was('AMOUNT', 'DAY')]) {
      expect(part.split('DAY')).toHaveLength(2);
    }
    expect(forecast.range(range)).toMatch(/LOW.*HIGH/);
    expect(recurring.noCharges).not.toBe(recurring.noIncome);
  });
});

test('people are called what each language calls a friend', () => {
  const about = (language: (typeof languages)[number]) =>
    forecastWords(wordsFor(language)).thisMonth('food', '1', range) + forecastWords(wordsFor(language)).naive(3, true);
  expect(about('es')).toMatch(/gastarás.*te muestro/);
  expect(about('de')).toMatch(/gibst du.*zeige ich dir/);
  expect(about('fr')).toMatch(/tu dépenseras.*je te montre/);
  expect(about('pt')).toMatch(/você provavelmente vai gastar/);
});
