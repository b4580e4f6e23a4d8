import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/language.ts';
import { ask } from './asking.ts';

async function callsOf(text: string, language: Language = 'en', currency = 'EUR') {
  const { toolCalls } = await ask(text, { language, currency });
  return toolCalls.map(({ name, args }) => ({ name, ...(args as object) }));
}
const rate = (base: string, quote: string, decimal: string) => [{ name: 'set_rate', base, quote, rate: decimal }];

describe('rates of exchange', () => {
  test.each([
    ['1 USD = 0.92 EUR', rate('USD', 'EUR', '0.92')],
    ['1 usd=0.92 eur', rate('USD', 'EUR', '0.92')],
    ['1 USD is 0.92 EUR', rate('USD', 'EUR', '0.92')],
    ['the dollar is 0.92 euro', rate('USD', 'EUR', '0.92')],
    ['a dollar costs 0.92 euros', rate('USD', 'EUR', '0.92')],
    ['$1 = €0.92', rate('USD', 'EUR', '0.92')],
    ['1 EUR = 1.083 USD', rate('EUR', 'USD', '1.083')],
    ['1 USD = 1,350 KRW', rate('USD', 'KRW', '1350')],
    ['1 EUR = 163.250 JPY', rate('EUR', 'JPY', '163.250')],
    ['100 JPY = 0.61 EUR', rate('JPY', 'EUR', '0.0061')],
    ['1000 IDR = 0.056 EUR', rate('IDR', 'EUR', '0.000056')],
    ['1 GBP = 1.17', rate('GBP', 'EUR', '1.17')],
  ])('%s', async (text, expected) => {
    expect(await callsOf(text)).toEqual(expected);
  });

  test.each(['en', 'es', 'de', 'fr', 'pt'] as const)('with a comma in %s', async (language) => {
    expect(await callsOf('1 USD = 0,92 EUR', language)).toEqual(rate('USD', 'EUR', '0.92'));
  });

  test.each([
    ['de', 'der Dollar kostet 0,92 Euro', rate('USD', 'EUR', '0.92')],
    ['de', '1 EUR = 1,083 USD', rate('EUR', 'USD', '1.083')],
    ['de', '1 EUR = 17.350 IDR', rate('EUR', 'IDR', '17350')],
    ['es', 'el dólar vale 0,92 euros', rate('USD', 'EUR', '0.92')],
    ['fr', 'le dollar vaut 0,92 euro', rate('USD', 'EUR', '0.92')],
    ['pt', 'o dólar vale 0,92 euro', rate('USD', 'EUR', '0.92')],
  ] as const)('in %s: %s', async (language, text, expected) => {
    expect(await callsOf(text, language)).toEqual(expected);
  });

  test.each([
    'what is 1 USD = ? EUR',
    'is 1 USD 0.92 EUR?',
    'lunch is 12 eur',
    'coffee = 3.50 eur',
    '5 USD lunch',
    'taxi 8 USD, lunch 12 EUR',
    'rent is 900',
    'the total is 12 EUR',
    '1 EUR = 1 EUR',
    '3 USD = 2.76 EUR',
  ])('"%s" is none', async (text) => {
    expect((await callsOf(text)).filter(({ name }) => name === 'set_rate')).toEqual([]);
  });
});

describe('what a ledger adds up in', () => {
  test.each([
    ['en', "this ledger's currency is USD", 'ledgerCurrency'],
    ['en', 'set the group currency to USD', 'ledgerCurrency'],
    ['en', 'my currency is USD', 'currency'],
    ['de', 'die Währung der Gruppe ist USD', 'ledgerCurrency'],
    ['es', 'la moneda del grupo es USD', 'ledgerCurrency'],
    ['fr', 'la devise du groupe est USD', 'ledgerCurrency'],
    ['pt', 'a moeda do grupo é USD', 'ledgerCurrency'],
  ] as const)('in %s: %s', async (language, text, key) => {
    expect(await callsOf(text, language)).toEqual([{ name: 'set_preferences', [key]: 'USD' }]);
  });
});
