import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/language.ts';
import { ask, calls, toolNames } from './asking.ts';

const tools = [...toolNames, 'recurring_entries', 'alerts', 'watch_spending', 'reminders'];
const read = async (text: string, language: Language) => await calls(text, { language, tools });

/** What is arranged, in one line: "expense 900 EUR rent, monthly 1". */
async function arranged(text: string, language: Language): Promise<string> {
  const [call, ...more] = await read(text, language);
  if (call?.name !== 'recurring_entries' || more.length > 0) return `no: ${call?.name}`;
  const { action, kind, amount, currency, merchant, note, cadence } = call.args as Record<string, string>;
  expect(action).toBe('add');
  const { repeats, ...when } = cadence as unknown as Record<string, unknown>;
  const name = [merchant, note].filter(Boolean).join(' ').toLowerCase();
  return `${[kind, amount, currency, name].filter(Boolean).join(' ')}, ${[repeats, ...Object.values(when).flat()].join(' ')}`;
}

const fortnightly = 'every 2 week friday';

describe('what comes again and again is arranged', () => {
  test.each<[Language, string, string]>([
    ['en', 'rent 900 on the 1st of every month', 'expense 900 EUR rent, monthly 1'],
    ['en', 'rent 900 every month on the 1st', 'expense 900 EUR rent, monthly 1'],
    ['en', 'every month on the 1st: rent 900', 'expense 900 EUR rent, monthly 1'],
    ['en', 'add rent 900 on the 1st of every month', 'expense 900 EUR rent, monthly 1'],
    ['en', 'Salary 2500 monthly on the 25th.', 'income 2500 EUR salary, monthly 25'],
    ['en', 'I get paid 2500 on the 25th of each month', 'income 2500 EUR, monthly 25'],
    ['en', 'we pay 900 rent every month on the 3rd', 'expense 900 EUR rent, monthly 3'],
    ['en', 'every other Friday 60 for cleaning', `expense 60 EUR cleaning, ${fortnightly}`],
    ['en', 'netflix 12.99 every month until June', 'expense 12.99 EUR netflix, monthly 2026-06-30'],
    ['en', 'netflix 12.99 monthly', 'expense 12.99 EUR netflix, monthly'],
    ['en', '$15.49 spotify every 4 weeks', 'expense 15.49 USD spotify, every 4 week'],
    ['en', 'internet €39.99 on the last day of the month', 'expense 39.99 EUR internet, monthly 31'],
    ['en', 'car insurance 480 every year on 3 March', 'expense 480 EUR car insurance, yearly 3 3'],
    ['es', 'alquiler 900 el 1 de cada mes', 'expense 900 EUR alquiler, monthly 1'],
    ['es', 'nómina 2500 el 25 de cada mes', 'income 2500 EUR nómina, monthly 25'],
    ['es', 'pago 900 de alquiler cada mes', 'expense 900 EUR alquiler, monthly'],
    ['es', 'cobro 2500 el 25 de cada mes', 'income 2500 EUR, monthly 25'],
    ['es', 'cada dos viernes 60 de limpieza', `expense 60 EUR limpieza, ${fortnightly}`],
    ['es', 'todos los meses 39,99 internet', 'expense 39.99 EUR internet, monthly'],
    ['de', 'Miete 900 am 1. jedes Monats', 'expense 900 EUR miete, monthly 1'],
    ['de', 'alle zwei Wochen freitags 60 Putzhilfe', `expense 60 EUR putzhilfe, ${fortnightly}`],
    ['de', 'jeden zweiten Freitag 60 Euro für die Putzhilfe', `expense 60 EUR putzhilfe, ${fortnightly}`],
    ['de', 'am 25. jedes Monats bekomme ich 2500 Gehalt', 'income 2500 EUR gehalt, monthly 25'],
    ['de', 'ich zahle jeden Monat 900 Miete', 'expense 900 EUR miete, monthly'],
    ['de', 'Miete 900 monatlich', 'expense 900 EUR miete, monthly'],
    ['de', 'jeden Monat 12,99 Netflix bis Juni', 'expense 12.99 EUR netflix, monthly 2026-06-30'],
    ['fr', 'loyer 900 le 1er de chaque mois', 'expense 900 EUR loyer, monthly 1'],
    ['fr', 'je paie 900 de loyer tous les mois', 'expense 900 EUR loyer, monthly'],
    ['fr', 'je touche 2500 le 25 de chaque mois', 'income 2500 EUR, monthly 25'],
    ['fr', 'un vendredi sur deux 60 pour le ménage', `expense 60 EUR ménage, ${fortnightly}`],
    ['pt', 'aluguel 900 todo dia 1', 'expense 900 EUR aluguel, monthly 1'],
    ['pt', 'recebo 2500 no dia 25 de cada mês', 'income 2500 EUR, monthly 25'],
    ['pt', 'a cada duas sextas 60 faxina', `expense 60 EUR faxina, ${fortnightly}`],
    ['pt', 'netflix 12,99 todo mês até junho', 'expense 12.99 EUR netflix, monthly 2026-06-30'],
  ])('%s: %s', async (language, text, expected) => {
    expect(await arranged(text, language)).toBe(expected);
  });

  test.each<[string, string]>([
    ['aluguel 900 todo dia 1', 'expense 900 EUR aluguel, monthly 1'],
    ['a cada duas sextas 60 faxina', `expense 60 EUR faxina, ${fortnightly}`],
    ['loyer 900 le 1er de chaque mois', 'expense 900 EUR loyer, monthly 1'],
    ['Miete 900 am 1. jedes Monats', 'expense 900 EUR miete, monthly 1'],
  ])('%s: by somebody whose language is not known', async (text, expected) => {
    expect(await arranged(text, 'en')).toBe(expected);
  });

  test('pay without a name is a salary', async () => {
    const [call] = await read('I get paid 2500 on the 25th of each month', 'en');
    expect(call?.args).toMatchObject({ kind: 'income', category: 'salary' });
  });

  test('with an amount that can be read in two ways, or is none, is answered with a sentence', async () => {
    expect((await ask('rent 1.500 on the 1st of every month', { tools })).text).toMatch(/1\.50/);
    expect((await ask('rent 0 on the 1st of every month', { tools })).text).toMatch(/above zero/);
  });
});

describe('what is arranged is changed', () => {
  test.each<[Language, string, object]>([
    ['en', 'recurring entries', { action: 'list' }],
    ['en', 'What comes by itself?', { action: 'list' }],
    ['en', 'stop rent', { action: 'stop', which: 'rent' }],
    ['en', 'stop the recurring rent', { action: 'stop', which: 'rent' }],
    ['en', 'stop the recurring 2', { action: 'stop', which: '2' }],
    ['en', 'stop recording netflix', { action: 'stop', which: 'netflix' }],
    ['en', 'stop it', { action: 'stop' }],
    ['en', 'skip the next rent', { action: 'skip', which: 'rent' }],
    ['en', 'change the recurring rent to 950', { action: 'change', which: 'rent', amount: '950' }],
    ['en', 'rent is 950 from now on', { action: 'change', which: 'rent', amount: '950' }],
    [
      ...(['en', 'move the recurring rent to the 3rd'] as const),
      { action: 'change', which: 'rent', cadence: { repeats: 'monthly', day: 3 } },
    ],
    ['es', '¿qué anotas automáticamente?', { action: 'list' }],
    ['es', 'deja de anotar el alquiler', { action: 'stop', which: 'alquiler' }],
    ['es', 'salta el alquiler este mes', { action: 'skip', which: 'alquiler' }],
    ['es', 'a partir de ahora el alquiler es 950', { action: 'change', which: 'alquiler', amount: '950' }],
    ['de', 'Was kommt von selbst?', { action: 'list' }],
    ['de', 'notiere die Miete nicht mehr', { action: 'stop', which: 'miete' }],
    ['de', 'überspringe die Miete diesen Monat', { action: 'skip', which: 'miete' }],
    ['de', 'ab jetzt kostet die Miete 950', { action: 'change', which: 'miete', amount: '950' }],
    ['fr', 'arrête de noter le loyer', { action: 'stop', which: 'loyer' }],
    ['fr', 'saute le loyer ce mois-ci', { action: 'skip', which: 'loyer' }],
    ['fr', 'désormais le loyer est de 950', { action: 'change', which: 'loyer', amount: '950' }],
    ['pt', 'o que é anotado automaticamente?', { action: 'list' }],
    ['pt', 'para de anotar o aluguel', { action: 'stop', which: 'aluguel' }],
    ['pt', 'pula o aluguel deste mês', { action: 'skip', which: 'aluguel' }],
    ['pt', 'a partir de agora o aluguel é 950', { action: 'change', which: 'aluguel', amount: '950' }],
  ])('%s: %s', async (language, text, args) => {
    expect(await read(text, language)).toEqual([{ name: 'recurring_entries', args }]);
  });
});

describe('nothing is arranged by', () => {
  test.each<[Language, string]>([
    ['en', 'how much do I pay every month?'],
    ['en', 'what do I pay 900 for every month?'],
    ['en', 'budget 300 a month'],
    ['en', 'budget 300 every month for dining'],
    ['en', 'limit dining to 50 every week'],
    ['en', 'keep groceries under 400 every month'],
    ['en', 'save 200 a month'],
    ['en', 'I want to save 200 every month for a car'],
    ['en', 'spent 12 every day last week'],
    ['en', 'I paid 900 rent every month'],
    ['en', 'what if I pay 50 less every month'],
    ['en', 'remind me to pay rent 900 on the 1st of every month'],
    ['en', 'tell me when I spend over 50 every week'],
    ['en', 'monthly pass 49'],
    ['en', 'weekly groceries 80'],
    ['en', 'rent 900 tomorrow'],
    ['en', 'dentist 80 on the 3rd'],
    ['en', 'my brother pays 300 every month'],
    ['en', 'the bus comes every 20 minutes'],
    ['en', 'take 2 pills every day'],
    ['en', 'lunch 12 and taxi 8 every day'],
    ['en', 'send 50 to mom every month'],
    ['en', 'every Friday at 6 show me dining vs last week'],
    ['en', 'stop alerts'],
    ['en', 'stop'],
    ['en', 'recurring'],
    ['en', 'what subscriptions do I have?'],
    ['es', 'presupuesto 300 cada mes'],
    ['es', 'ahorrar 200 cada mes'],
    ['es', 'recuérdame pagar 900 el 1 de cada mes'],
    ['es', '¿cuánto pago cada mes?'],
    ['es', 'gasté 12 cada día la semana pasada'],
    ['de', 'Budget 300 jeden Monat'],
    ['de', 'erinnere mich jeden Monat an Miete 900'],
    ['de', 'Wie viel zahle ich jeden Monat?'],
    ['de', 'wöchentlicher Einkauf 80'],
    ['fr', 'épargner 200 chaque mois'],
    ['fr', 'combien je paie chaque mois ?'],
    ['fr', 'j’ai payé 12 chaque jour la semaine dernière'],
    ['pt', 'orçamento 300 todo mês'],
    ['pt', 'me lembre de pagar 900 todo dia 1'],
    ['pt', 'quanto pago todo mês?'],
    ['pt', 'gastei 12 todo dia na semana passada'],
  ])('%s: %s', async (language, text) => {
    expect((await read(text, language)).map(({ name }) => name)).not.toContain('recurring_entries');
  });
});
