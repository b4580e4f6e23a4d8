import { expect, test } from 'vitest';
import { brandNamed, categoryNamed, guessCategory } from '../../src/domain/category-words.ts';
import { defaultCategories } from '../../src/domain/default-categories.ts';
import { foldInPlace, foldText } from '../../src/domain/fold.ts';

test.each([
  ['Starbucks', 'dining'],
  ["McDonald's", 'dining'],
  ['gas bill', 'utilities'],
  ['gas', 'transport'],
  ['Autoversicherung', 'insurance'],
  ['coffees with Ana', 'dining'],
  ['zapatos nuevos', 'shopping'],
  ['Kfz-Steuer', 'taxes'],
  ['boulangerie', 'groceries'],
  ['farmácia', 'health'],
  ['LIDL sagt danke', 'groceries'],
  ['vet', 'pets'],
  ['sueldo', 'salary'],
  ['qwertz', null],
  ['', null],
])('%s belongs to %s', (text, category) => {
  expect(guessCategory(text)).toBe(category);
});

test.each([
  ['food', 'groceries'],
  ['Eating out', 'dining'],
  ['rent', 'housing'],
  ['Lebensmittel', 'groceries'],
  ['supermercado', 'groceries'],
  ['santé', 'health'],
  ['lazer', 'entertainment'],
  ['personal care', 'personal care'],
  ['starbucks', null],
  ['food for the dog', null],
])('%s names %s', (text, category) => {
  expect(categoryNamed(text)).toBe(category);
});

test('every default category can be named by itself', () => {
  for (const { name } of defaultCategories) expect(categoryNamed(name)).toBe(name);
});

test('brands are whole names', () => {
  expect(brandNamed('Netflix')).toBe(true);
  expect(brandNamed('netflix and popcorn')).toBe(false);
});

test('folding', () => {
  expect(foldText('  Café  CRÈME\n Straße ')).toBe('cafe creme strasse');
  for (const text of ['Ünïcödé 🍕 ŁØ ß İ', 'e\u0301']) expect(foldInPlace(text)).toHaveLength(text.length);
});
