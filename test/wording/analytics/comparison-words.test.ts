import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../../src/language.ts';
import { type ComparisonWords, comparisonWords } from '../../../src/wording/analytics/comparison-words.ts';
import { type ReportWords, reportWords } from '../../../src/wording/analytics/report-words.ts';
import { type TrendWords, trendWords } from '../../../src/wording/analytics/trends-words.ts';
import { wordsFor } from '../../../src/wording/words-for.ts';

const units = ['week', 'month'] as const;
const counts = [0, 1, 2, 17] as const;

/** Every sentence of a language, with the figures and names that must be in it. */
function everySentence(language: Language): { key: string; text: string; holds: readonly string[] }[] {
  const words = wordsFor(language);
  const trend = trendWords(words);
  const comparison = comparisonWords(words);
  const report = reportWords(words);
  const said: { key: string; text: string; holds: readonly string[] }[] = [];
  const add = (key: keyof TrendWords | keyof ComparisonWords | keyof ReportWords, text: string, ...holds: string[]) =>
    said.push({ key, text, holds });

  for (const kind of ['category', 'merchant', 'income'] as const)
    add('subject', trend.subject(kind, 'Zirkus'), 'Zirkus');
  add('subject', trend.subject('all', ''));
  add('soFar', trend.soFar('P9'), 'P9');
  add('week', trend.week('P9'), 'P9');
  for (const unit of units) {
    for (const direction of ['rising', 'falling'] as const) {
      for (const clearly of [true, false]) {
        add('moving', trend.moving('Zirkus', direction, clearly, '12,50', unit, 17), 'Zirkus', '12,50', '17');
      }
    }
    add('noTrend', trend.noTrend('Zirkus', unit, 17), 'Zirkus', '17');
    add('latest', trend.latest('P9', '12,50', '8,40', unit, null), '12,50', '8,40', 'P9');
    for (const more of [true, false]) {
      add('latest', trend.latest('P9', '12,50', '8,40', unit, { more, share: '33 %' }), '12,50', '8,40', '33 %', 'P9');
    }
    add('latestOfRare', trend.latestOfRare('P9', '12,50', unit), '12,50', 'P9');
    add('average', trend.average(unit, 3), '3');
    add('nothing', trend.nothing('Zirkus', unit, 17), 'Zirkus', '17');
  }

  for (const flow of ['spending', 'income'] as const) {
    for (const subject of [null, 'Zirkus']) {
      for (const isRunning of [true, false]) {
        const found = { flow, subject, period: 'P9', isRunning, amount: '12,50', tail: ', mehr' };
        add('found', comparison.found(found), 'P9', '12,50', ', mehr', ...(subject === null ? [] : [subject]));
      }
    }
  }
  add('compared', comparison.compared('same', '12,50', '33 %', 'P9'), 'P9');
  for (const direction of ['more', 'less'] as const) {
    add('compared', comparison.compared(direction, '12,50', '33 %', 'P9'), 'P9', '12,50', '(33 %)');
    add('compared', comparison.compared(direction, '12,50', null, 'P9'), 'P9', '12,50');
  }
  add('because', comparison.because('Zirkus (+3)'), 'Zirkus (+3)');
  add('byTheSameDay', comparison.byTheSameDay('P9'), 'P9');
  for (const unit of ['months', 'days'] as const) {
    add('before', comparison.before(1, unit));
    add('before', comparison.before(17, unit), '17');
  }
  add('months', comparison.months('P8', 'P9'), 'P8', 'P9');
  add('nothingBefore', comparison.nothingBefore('P9'), 'P9');
  add('yearsTitle', comparison.yearsTitle(null, '2026', '2025'), '2026', '2025');
  add('yearsTitle', comparison.yearsTitle('Zirkus', '2026', '2025'), 'Zirkus', '2026', '2025');
  add('yearsSince', comparison.yearsSince('P8', 'P9'), 'P8', 'P9');
  add('onlySince', comparison.onlySince('P9'), 'P9');
  add('aYearBefore', comparison.aYearBefore);
  add('otherChanges', comparison.otherChanges('Zirkus'), 'Zirkus');
  add('changedMost', comparison.changedMost('Zirkus'), 'Zirkus');
  add('largest', comparison.largest('Zirkus'), 'Zirkus');
  for (const dearer of counts)
    add('dearerMonths', comparison.dearerMonths(dearer, 18), '18', ...(dearer === 0 ? [] : [`${dearer}`]));
  add('income', comparison.income('12,50', ', mehr'), '12,50', ', mehr');
  add('growing', comparison.growing('Zirkus', 12), 'Zirkus', '12');
  add('shrinking', comparison.shrinking('Zirkus', 12), 'Zirkus', '12');
  for (const points of [-17, -1, 1, 17])
    add('points', comparison.points(points), `${points > 0 ? '+' : '−'}${Math.abs(points)}`);
  for (const count of [1, 2, 17]) add('part', comparison.part('33 %', count), '33 %', `${count}`);
  add('biggest', comparison.biggest('Zirkus 12,50'), 'Zirkus 12,50');
  add('noName', comparison.noName);

  add('incomeLeft', report.incomeLeft('12,50', '8,40'), '12,50', '8,40');
  add('incomeShort', report.incomeShort('12,50', '8,40'), '12,50', '8,40');
  for (const isRunning of [true, false]) add('noIncome', report.noIncome(isRunning));
  for (const [kept, passed] of [
    [1, 0],
    [3, 0],
    [0, 1],
    [0, 3],
    [1, 1],
    [4, 3],
  ] as const) {
    const figures = kept > 0 && passed > 0 ? [`${kept}`, `${passed}`] : [];
    const list = passed === 0 ? [] : ['Zirkus'];
    add('budgetsKept', report.budgetsKept(kept, passed, 'Zirkus'), ...figures, ...list);
    add('budgetsSoFar', report.budgetsSoFar(kept, passed, 'Zirkus'), ...figures, ...list);
  }
  add('nothingSpent', report.nothingSpent('P9'), 'P9');
  return said;
}

/** What begins with a comma, or stands within a sentence. */
const parts = [
  'subject',
  'soFar',
  'week',
  'average',
  'compared',
  'because',
  'byTheSameDay',
  'before',
  'months',
  'yearsTitle',
  'aYearBefore',
  'points',
  'biggest',
  'noName',
];

describe.each(languages)('sentences about trends, years and months, %s', (language) => {
  const sentences = everySentence(language);

  test('are all tried here', () => {
    const words = wordsFor(language);
    const keys = [trendWords(words), comparisonWords(words), reportWords(words)].flatMap(Object.keys);
    expect([...new Set(sentences.map(({ key }) => key))].sort()).toEqual([...new Set(keys)].sort());
  });

  test('hold every figure and name just as it was given', () => {
    for (const { key, text, holds } of sentences) {
      for (const piece of holds) expect(text, key).toContain(piece);
      expect(text, key).not.toMatch(/undefined|null|NaN|\[object|["']| {2}|(?<!\.)\.\.(?!\.)/);
    }
  });

  test('begin with a capital and end with a full stop', () => {
    for (const { key, text } of sentences.filter((each) => !parts.includes(each.key))) {
      expect(text, key).toMatch(/^[\p{Lu}\d]/u);
      expect(text, key).toMatch(/[^.]\.$/);
    }
  });

  test('keep to the typography of the language', () => {
    for (const { key, text } of sentences) {
      if (language === 'fr') expect(text, key).not.toMatch(/[^\u202f][:;?!»]/u);
      else expect(text, key).not.toMatch(/\u202f/u);
      if (language !== 'en')
        expect(text, key).not.toMatch(/\b(the|your|you|spent|than|months?|weeks?|budgets? (was|were))\b/i);
    }
  });
});

test('French elides before a vowel', () => {
  const say = comparisonWords(wordsFor('fr'));
  expect(say.compared('less', '5 €', null, 'en septembre')).toBe(', soit 5 € de moins qu’en septembre');
  expect(say.compared('same', '5 €', null, 'les 3 mois d’avant')).toBe(', à peu près autant que les 3 mois d’avant');
  expect(say.months('août', 'octobre')).toBe('d’août à octobre');
  expect(say.months('juin', 'août')).toBe('de juin à août');
});

test('one and several', () => {
  const [es, de, pt] = (['es', 'de', 'pt'] as const).map((language) => comparisonWords(wordsFor(language)));
  expect(de?.dearerMonths(1, 10)).toBe('1 der 10 ganzen Monate war teurer als im Jahr davor.');
  expect(de?.dearerMonths(0, 10)).toBe('Keiner der 10 ganzen Monate war teurer als im Jahr davor.');
  expect(es?.dearerMonths(3, 10)).toBe('3 de los 10 meses completos salieron más caros que un año antes.');
  expect(pt?.part('9%', 1)).toBe('São 9% dos seus gastos, em 1 lançamento.');
});
