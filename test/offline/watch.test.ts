import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/language.ts';
import { calls, toolNames } from './asking.ts';

const tools = [...toolNames, 'alerts', 'watch_spending', 'reminders', 'recurring_entries', 'email'];

const add = (amount: string, rest: Record<string, unknown> = {}) => ({ action: 'add', amount, per: 'entry', ...rest });
const remove = (rest: Record<string, unknown>) => ({ action: 'remove', ...rest });
const list = { action: 'list' };

const phrasings: Record<Language, [string, Record<string, unknown>][]> = {
  en: [
    ['tell me when I spend over 100 in one go', add('100')],
    ['tell me when I spend over 50 at Zara', add('50', { merchant: 'Zara' })],
    ['tell me when I spend more than 300 a week on dining', add('300', { per: 'week', category: 'dining' })],
    ['warn me when I spend over 300 on dining a month', add('300', { per: 'month', category: 'dining' })],
    ['let me know if I pay more than $80 at once', add('80', { currency: 'USD' })],
    ['Can you alert me if I spend over 40 a day?', add('40', { per: 'day' })],
    ['notify me when groceries exceed 400 a month', add('400', { per: 'month', category: 'groceries' })],
    ['tell me when I spend over 20 on taxis', add('20', { merchant: 'taxi' })],
    ['my thresholds', list],
    ['stop watching Zara', remove({ merchant: 'zara' })],
    ['remove threshold 2', remove({ number: 2 })],
    ['don’t tell me when I spend over 100 any more', remove({ amount: '100' })],
  ],
  es: [
    ['avísame cuando gaste más de 100 de una vez', add('100')],
    ['avísame si gasto más de 50 en Zara', add('50', { merchant: 'Zara' })],
    ['avísame cuando gaste más de 300 a la semana en restaurantes', add('300', { per: 'week', category: 'dining' })],
    ['dime si gasto más de 40 al día', add('40', { per: 'day' })],
    ['mis límites vigilados', list],
    ['deja de vigilar Zara', remove({ merchant: 'zara' })],
    ['quita el límite vigilado 2', remove({ number: 2 })],
  ],
  de: [
    ['sag mir, wenn ich mehr als 100 auf einmal ausgebe', add('100')],
    ['melde dich, wenn ich bei Zara mehr als 50 ausgebe', add('50', { merchant: 'Zara' })],
    [
      'warne mich, wenn ich mehr als 300 in der Woche für Restaurants ausgebe',
      add('300', { per: 'week', category: 'dining' }),
    ],
    ['sag mir Bescheid, sobald ich über 40 Euro am Tag ausgebe', add('40', { currency: 'EUR', per: 'day' })],
    ['meine Schwellen', list],
    ['lösche die Schwelle 2', remove({ number: 2 })],
    ['sag mir nicht mehr, wenn ich bei Zara mehr als 50 ausgebe', remove({ amount: '50', merchant: 'Zara' })],
  ],
  fr: [
    ['préviens-moi quand je dépense plus de 100 d’un coup', add('100')],
    ['préviens-moi si je dépense plus de 50 chez Zara', add('50', { merchant: 'Zara' })],
    [
      'préviens-moi quand je dépense plus de 300 par semaine en restaurants',
      add('300', { per: 'week', category: 'dining' }),
    ],
    ['alerte-moi si je dépense plus de 40 € par jour', add('40', { currency: 'EUR', per: 'day' })],
    ['mes seuils', list],
    ['supprime le seuil 2', remove({ number: 2 })],
  ],
  pt: [
    ['me avise quando eu gastar mais de 100 de uma vez', add('100')],
    ['me avise se eu gastar mais de 50 na Zara', add('50', { merchant: 'Zara' })],
    [
      'me avise quando eu gastar mais de 300 por semana em restaurantes',
      add('300', { per: 'week', category: 'dining' }),
    ],
    ['avise se eu gastar mais de 40 por dia', add('40', { per: 'day' })],
    ['meus limites vigiados', list],
    ['remova o limite 2', remove({ number: 2 })],
  ],
};

describe.each(Object.entries(phrasings))('own thresholds in %s', (language, cases) => {
  test.each(cases)('“%s”', async (text, args) => {
    const found = await calls(text, { language: language as Language, tools });
    expect(found.map(({ name, args }) => [name, args])).toEqual([['watch_spending', args]]);
  });
});

test.each([
  ['en', 'watch 200', 'record_entries'],
  ['en', 'watch strap 30 at Zara', 'record_entries'],
  ['en', 'bought a watch for 300', 'record_entries'],
  ['en', 'limit dining to 50 a week', 'set_budget'],
  ['en', 'tell me how much I spent on dining', 'spending_summary'],
  ['en', 'tell me if I spent more than 50 at Zara last week', 'spending_summary'],
  ['es', 'dime si gasté más de 50 en Zara', 'spending_summary'],
  ['en', 'mute 3 days', 'alerts'],
] as const)('none of them in %s: “%s”', async (language, text, name) => {
  expect((await calls(text, { language, tools })).map((call) => call.name)).toEqual([name]);
});

test('an amount that can be read in two ways is asked back', async () => {
  expect(await calls('tell me when I spend over 1.500', { tools })).toEqual([]);
});
