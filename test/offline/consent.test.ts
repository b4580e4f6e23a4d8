import { expect, test } from 'vitest';
import { readConsent } from '../../src/offline/consent.ts';
import { isQuestion } from '../../src/offline/question.ts';
import { readLanguage } from '../../src/offline/read-language.ts';

test.each([
  'yes',
  'Yes!',
  'ok',
  'sure',
  'confirm',
  'sí',
  'vale',
  'ja',
  'klar',
  'oui',
  "d'accord",
  'sim',
  'pode ser',
  '👍',
  '👍🏽',
  '✅',
])('%s is a yes', (text) => {
  expect(readConsent(text)).toBe('yes');
});

test.each(['no', 'No.', 'cancel', 'nope', 'cancelar', 'nein', 'abbrechen', 'non', 'annuler', 'não', '👎', '❌'])(
  '%s is a no',
  (text) => {
    expect(readConsent(text)).toBe('no');
  },
);

test.each(['yes I want 3', 'no, it was 15', 'lunch 12', '', 'maybe', 'yes no'])('%j is neither', (text) => {
  expect(readConsent(text)).toBeNull();
});

test.each([
  'how much did I spend',
  'is it 5?',
  'cuánto gasté',
  'wie viel habe ich ausgegeben',
  'combien ai-je payé',
  'quanto gastei',
  'show me my entries',
])('%s is a question', (text) => {
  expect(isQuestion(text)).toBe(true);
});

test.each(['lunch 12', 'spent 20 on shoes', 'gasté 20', 'can you add lunch 12?', 'May rent 1500'])(
  '%s is none',
  (text) => {
    expect(isQuestion(text)).toBe(false);
  },
);

test.each([
  ['how much did I spend', 'en'],
  ['cuánto he gastado este mes', 'es'],
  ['gestern habe ich 20 ausgegeben', 'de'],
  ["j'ai payé hier", 'fr'],
  ['quanto gastei ontem', 'pt'],
] as const)('%s is %s', (text, language) => {
  for (const fallback of ['en', 'es', 'de', 'fr', 'pt'] as const) expect(readLanguage(text, fallback)).toBe(language);
});

test.each(['taxi 10', 'taxi le 10', ''])('%j shows no language', (text) => {
  expect(readLanguage(text, 'de')).toBe('de');
});
