import { describe, expect, test } from 'vitest';
import type { TooLittle } from '../../../src/insight/too-little.ts';
import { languages } from '../../../src/language.ts';
import { emptyLedger, formatShare, notCounted, tooLittle } from '../../../src/wording/analytics/shared-words.ts';
import { wordsFor } from '../../../src/wording/words-for.ts';

const units: readonly TooLittle['unit'][] = ['days', 'weeks', 'months', 'entries', 'charges', 'paydays', 'periods'];
const plain = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ');
const short = (unit: TooLittle['unit'], has: number, needs: number) => ({ enough: false, unit, has, needs }) as const;

describe('too little', () => {
  test.each([
    ['en', 'That takes 6 whole months; so far there are 2.', 'That takes 2 finished periods; so far there is 1.'],
    [
      'es',
      'Para eso necesito 6 meses completos; por ahora hay 2.',
      'Para eso necesito 2 periodos terminados; por ahora hay 1.',
    ],
    [
      'de',
      'Dafür braucht es 6 ganze Monate; bisher sind es 2.',
      'Dafür braucht es 2 abgeschlossene Zeiträume; bisher ist es 1.',
    ],
    [
      'fr',
      'Il faut 6 mois entiers pour cela ; pour l’instant, il y en a 2.',
      'Il faut 2 périodes terminées pour cela ; pour l’instant, il y en a 1.',
    ],
    [
      'pt',
      'Para isso preciso de 6 meses completos; por enquanto há 2.',
      'Para isso preciso de 2 períodos encerrados; por enquanto há 1.',
    ],
  ] as const)('in %s', (language, months, periods) => {
    const words = wordsFor(language);
    expect(plain(tooLittle(short('months', 2, 6), words))).toBe(months);
    expect(plain(tooLittle(short('periods', 1, 2), words))).toBe(periods);
  });

  test('names what it needs and what there is, in each language and of each unit', () => {
    for (const language of languages) {
      for (const unit of units) {
        const said = tooLittle(short(unit, 17, 23), wordsFor(language));
        expect(said).toContain('23');
        expect(said).toContain('17');
        expect(said).not.toMatch(/undefined|["']| {2}/);
        // None is said in a word.
        expect(tooLittle(short(unit, 0, 23), wordsFor(language))).not.toMatch(/\b0\b/);
        expect(tooLittle(short(unit, 0, 1), wordsFor(language))).not.toBe(
          tooLittle(short(unit, 0, 2), wordsFor(language)).replace('2', '1'),
        );
      }
    }
  });
});

test('what has no rate is listed, and nothing is said of nothing', () => {
  expect(notCounted([], wordsFor('en'))).toEqual([]);
  const amounts = [
    { minor: 1_200_000n, currency: 'JPY' },
    { minor: 840n, currency: 'USD' },
  ];
  expect(notCounted(amounts, wordsFor('en'))).toEqual(['Not counted, because no rate is known: ¥1,200,000 and $8.40.']);
  for (const language of languages) {
    const [said = ''] = notCounted(amounts.slice(1), wordsFor(language));
    expect(said).toMatch(/8[.,]40/);
  }
});

test('shares are rounded to whole percents, and small ones to a digit', () => {
  const en = wordsFor('en');
  expect([0, 0.124, 1.5, -0.316, 0.0042, 0.00096].map((share) => formatShare(share, en))).toEqual([
    '0%',
    '12%',
    '150%',
    '-32%',
    '0.4%',
    '0.1%',
  ]);
  expect(plain(formatShare(0.124, wordsFor('de')))).toBe('12 %');
  expect(plain(formatShare(0.124, wordsFor('fr')))).toBe('12 %');
});

test('an empty ledger hears how to begin, in its own language', () => {
  expect(new Set(languages.map((language) => emptyLedger(wordsFor(language)))).size).toBe(languages.length);
});
