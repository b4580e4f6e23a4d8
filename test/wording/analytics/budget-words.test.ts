import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../../src/language.ts';
import { adviceWords } from '../../../src/wording/analytics/advice-words.ts';
import { budgetWords } from '../../../src/wording/analytics/budget-words.ts';
import { goalWords } from '../../../src/wording/analytics/goal-words.ts';
import { wordsFor } from '../../../src/wording/words-for.ts';

/** Figures that can be found again in what comes out. */
const [a, b, c, d] = ['61,05 €', '300,00 €', '9,90 €', '7,77 €'] as const;
const [day, later, share] = ['22. 11. 2026', '30. 6. 2027', '41 %'] as const;

/** Every sentence once at least, with what must stand in it. */
function sentences(language: Language): [string, readonly string[]][] {
  const words = wordsFor(language);
  const [goal, budget, advice] = [goalWords(words), budgetWords(words), adviceWords(words)];
  const courses = ['on-course', 'behind', 'open'] as const;
  const units = ['week', 'month', 'year'] as const;
  return [
    [goal.unnamed, []],
    [goal.none, ['2000']],
    [goal.usuallyNothing, []],
    ...[null, 'Zirkus'].flatMap((name): [string, string[]][] => [
      [goal.goal(name), name ? [name] : []],
      [goal.set(a, name, day), [a, day]],
      [goal.set(a, name, null), [a]],
      [goal.proposeSet(a, name, day), [a, day]],
      [goal.proposeSet(a, name, null), [a]],
      [goal.removed(name), []],
      [goal.proposeRemoval(name), []],
    ]),
    [goal.saved('Zirkus', a, b, day, share), ['Zirkus', a, b, day, share]],
    [goal.overspent('Zirkus', a, day, b), ['Zirkus', a, day, b]],
    [goal.reached('Zirkus', a, b, day), ['Zirkus', a, b, day]],
    [goal.missed('Zirkus', day, a, b, c), ['Zirkus', day, a, b, c]],
    [goal.noRate('Zirkus', a, 'XDR'), ['Zirkus', a, 'XDR']],
    ...courses.flatMap((course): [string, string[]][] => [
      [goal.arrives(course, a, day), [a, day]],
      [goal.tooSlow(course, a), [a, '2099']],
      [goal.nothingLeft(course), []],
    ]),
    [goal.needed(a, day), [a, day]],
    [goal.needed(a, null), [a]],
    ...[1, 2, 21].flatMap((count): [string, string[]][] => [
      [goal.neededSoon(a, count), [a, String(count)]],
      [goal.tellIn(count), [String(count)]],
      [budget.within(count), [String(count)]],
      [budget.over(count), [String(count)]],
    ]),
    [goal.usually(a), [a]],
    [goal.together(a), [a]],
    ...[0, 1, 2, 5].map((holding): [string, string[]] => [budget.summary(holding, 5), ['5']]),
    [budget.passedOnes('Zirkus'), ['Zirkus']],
    [budget.willPassOnes('Zirkus'), ['Zirkus']],
    [budget.noBudgetFor('Zirkus', 'limit 300'), ['Zirkus', 'limit 300']],
    [budget.onCourse(a), [a]],
    [budget.close(a), [a]],
    [budget.willPass(day, a), [day, a]],
    [budget.passed(a), [a]],
    ...units.flatMap((unit): [string, string[]][] => [
      [budget.last(6, unit), ['6']],
      [budget.young(unit), []],
    ]),
    [budget.overBy(a, day), [a, day]],
    [budget.overUsually(a, b, day), [a, b, day]],
    [budget.noRate('Zirkus', a, 'XDR'), ['Zirkus', a, 'XDR']],
    [advice.usual(a, 11), [a, '11']],
    ...[null, c].flatMap((saving): [string, string[]][] => [
      [advice.roomy(a, saving, b), [a, b]],
      [advice.tight(a, saving, share), [a, share]],
      [advice.harsh(a, saving, share), [a, share]],
      [advice.impossible(a, b, saving, d), [a, b, d]],
    ]),
    [advice.noIncome, []],
    [advice.usually(a), [a]],
    [advice.recurring(a), [a]],
    [advice.present(a), [a]],
    [advice.toSet('limit 300'), ['limit 300']],
    [advice.nowAndThen('Zirkus', a, b), ['Zirkus', a, b]],
    [advice.saves(a, b), [a, b]],
    [advice.costs(a, b), [a, b]],
    [advice.same, []],
    [advice.usualRange(a, b), [a, b]],
    [advice.belowFixed(a), [a]],
    [advice.goal('Zirkus', day, later), [day, later]],
    [advice.goal('Zirkus', day, day), [day]],
    [advice.goal('Zirkus', day, null), [day]],
    [advice.goal('Zirkus', null, day), ['Zirkus']],
  ];
}

describe.each(languages)('what is said about budgets and goals in %s', (language) => {
  test('holds its figures, and reads as text', () => {
    for (const [said, figures] of sentences(language)) {
      for (const figure of figures) expect(said).toContain(figure);
      expect(said).not.toMatch(/undefined|null|NaN|["']| {2}|\.\.|^\s|\s$/);
    }
  });

  test('is said with the savings where there are some', () => {
    const { roomy, tight, harsh, impossible } = adviceWords(wordsFor(language));
    for (const said of [roomy(a, c, b), tight(a, c, share), harsh(a, c, share), impossible(a, b, c, d)]) {
      expect(said).toContain(c);
    }
  });
});

test('no sentence is left in another language', () => {
  const all = languages.map((language) => sentences(language).map(([said]) => said));
  // "61 €" by itself, and words that two languages share, are no sentences.
  for (const [at] of (all[0] ?? []).entries()) {
    const texts = all.map((list) => list[at] ?? '').filter((text) => text.split(' ').length > 6);
    expect(new Set(texts).size).toBe(texts.length);
  }
});
