import { describe, expect, test } from 'vitest';
import { languages } from '../../../src/language.ts';
import { findingsWords } from '../../../src/wording/analytics/findings-words.ts';
import { patternsWords } from '../../../src/wording/analytics/patterns-words.ts';
import { wordsFor } from '../../../src/wording/words-for.ts';

/** Every sentence about findings and habits, in every shape that it takes. */
function sentencesOf(language: (typeof languages)[number]): string[] {
  const say = findingsWords(wordsFor(language));
  const patterns = patternsWords(wordsFor(language));
  const found = { name: 'Nobelhart', amount: '€148.00', on: 'on 12 Nov' };
  const both = [true, false];
  return [
    ...both.flatMap((seasonal) => [
      say.amount(found, say.range('€20.00', '€60.00'), 'merchant', seasonal),
      say.amount(found, say.range('€20.00', '€20.00'), { category: 'dining' }, seasonal),
    ]),
    say.first(found, say.range('€8.00', '€60.00')),
    ...[2, 3].flatMap((times) => [1, 2].map((days) => say.duplicate(found, times, days))),
    ...both.map((more) => say.price(found, 'monthly', '12 Nov', '€120.00', '23%', more)),
    say.missing(found, 'on 12 Oct.'),
    say.missing(found, 'yesterday'),
    ...[1, 2, 43].flatMap((count) => [
      say.nothing(say.lastDays(30), null, count),
      say.nothing('in May', 'dining', count),
      say.leftOut(count),
    ]),
    say.judgedPart('1,500', '9 Nov 2026'),
    ...[1, 2].map((count) => say.dismissed(count === 1 ? 'Nobelhart' : 'Nobelhart, Netflix', count)),
    say.dismissedAlready,
    say.proposeDismissal('Nobelhart'),
    ...both.flatMap((more) => [
      patterns.weekdays('Saturday', '46%', 51, more),
      ...(['first', 'middle', 'last'] as const).map((third) => patterns.third(third, '€54.00', '€31.00, €28.00', more)),
      patterns.payday('1.6', 10, 12, more),
      patterns.season('December', '40%', 3, more),
      patterns.drift('dining', '14%', '6', 12, more),
      patterns.basis(more ? 'dining' : null, '1 Nov 2025', more),
    ]),
    patterns.none('1 Nov 2025'),
  ];
}

describe.each(languages)('sentences about findings and habits in %s', (language) => {
  test('begin with a capital letter, end once, and keep what they are given', () => {
    const sentences = sentencesOf(language);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[\p{Lu}¿]/u);
      expect(sentence).toMatch(/[^.][.?]$/);
      expect(sentence).not.toMatch(/undefined|null|true|false| {2}|\.\.| ,/);
    }
    expect(sentences.filter((sentence) => sentence.includes('Nobelhart, €148.00'))).toHaveLength(13);
    // Two that differ in a number, a kind or a direction are never the same.
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  test('one is no plural', () => {
    const say = findingsWords(wordsFor(language));
    const [one, two] = [1, 2].map((count) => say.nothing('x', null, count).replace(String(count), '#'));
    expect(one).not.toBe(two);
  });
});

test('say in English what was meant', () => {
  const sentences = sentencesOf('en');
  expect(sentences).toEqual(
    expect.arrayContaining([
      'Nobelhart, €148.00 on 12 Nov: usually €20.00 to €60.00 there.',
      'Nobelhart, €148.00 on 12 Nov: usually €20.00 for dining at that time of year.',
      'Nobelhart, €148.00 on 12 Nov: twice the same amount that day; perhaps once too often.',
      'Nobelhart, €148.00 on 12 Nov: 3 times the same amount within 2 days; perhaps once too often.',
      'Nobelhart, €148.00 monthly since 12 Nov: 23% less than before (€120.00).',
      'Nothing unusual in the last 30 days: I looked at 1 entry.',
      'You spend least on Saturdays: 46% of your spending over 51 weeks.',
      'The 11th to the 20th of a month cost most: usually €54.00 a day, on the others €31.00, €28.00.',
    ]),
  );
});
