import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unsupportedFigures } from '../../src/conversation/figures.ts';
import { formatMoney, toDecimal } from '../../src/money.ts';

const said = (text: string, data: object = {}) => JSON.stringify({ said: text, data });

describe('what a reply may say', () => {
  const passes: [reply: string, ...sources: string[]][] = [
    ['Noted: lunch, €12.50.', said('Lunch €12.50')],
    ['Anotado: 12,50 €.', said('Lunch €12.50')],
    ['You spent 1.234,56 € so far.', said('You spent €1,234.56.')],
    ["CHF 1'234.50 in all", said('CHF 1’234.50')],
    ['1 234,56 € de loyer', said('Loyer\u202f: 1\u202f234,56\u00a0€')],
    ['₹12,34,567.00', said('₹1,234,567.00')],
    ['That is 80% of the budget.', said('80 % of dining')],
    ['Das sind 80 Prozent.', said('80 %')],
    ['A round €12.', said('€12.00')],
    ['You are €12.00 over.', said('left: -€12.00')],
    ['€0.125 of it', said('', { amount: '0.125', currency: 'EUR' })],
    ['KWD 1.234', said('KWD 1.234')],
    ['5,000.00 for the car', 'car 5k'],
    ['Your 5k is in.', said('€5,000.00')],
    ['30 mil pesos anotados', said('$30,000.00')],
    ['2.5 million COP', said('COP 2,500,000.00')],
    ['Here are the top 3:\n1. Rent €900.00\n2) Food €80.00', said('Rent €900.00, Food €80.00')],
    ['13. a list goes on', 'nothing'],
    ['Two coffees on the 5th at 9:05.', 'nothing'],
    ['On 21 November 2026', 'Today is 2026-11-21'],
    ['am 21.11.2026', '2026-11-21'],
    ['am 25.3. bezahlt', '2026-03-25'],
    ['11/21/2026', '2026-11-21'],
    ['42 entries', said('', { count: 42 })],
    ['١٢٫٥٠ €', said('€12.50')],
    ['Buy 12 350 g bags', 'buy 12 bags of 350 g'],
    ['Nothing to tell.'],
    ['In Q3 the B52s', 'x'],
  ];
  test.each(passes)('%j', (reply, ...sources) => {
    expect(unsupportedFigures(reply, sources)).toEqual([]);
  });
});

describe('what it may not', () => {
  const fails: [reply: string, found: string[], ...sources: string[]][] = [
    ['Noted: €12.60.', ['€12.60'], said('€12.50')],
    ['You spent $12.50.', ['$12.50'], said('€12.50')],
    ['You spent $12.50.', ['$12.50'], said('', { amount: '12.50', currency: 'EUR' })],
    ['15% left', ['15%'], said('€15.00')],
    ['€5 left', ['€5'], said('€6.00')],
    ['5 euros left', ['5'], said('€6.00')],
    ['In all 25.', ['25'], said('€6.00')],
    ['That makes €20.50 together.', ['€20.50'], said('€12.50 and €8.00')],
    ['about €12k', ['€12k'], said('€12,345.00')],
    ['9 234,56 €', ['9 234,56 €'], said('1 234,56 €')],
    ['€9\u202f234', ['€9\u202f234'], said('€1\u202f234')],
    ['€1,234 and €1,234, €99', ['€1,234', '€99'], said('€12.34')],
    ['am 26.3. bezahlt', ['26.3'], '2026-03-25'],
    ['in 2025', ['2025'], 'Today is 2026-11-21'],
    ['€45', ['€45'], said('', { id: '0198c5f0-4545-7045-8045-454545454545' })],
    ['1.234.56', ['1.234.56'], said('€1,234.56')],
    ['spent12.50', ['12.50'], said('€1')],
    ['０９９€', ['099€'], said('€1')],
  ];
  test.each(fails)('%j', (reply, found, ...sources) => {
    expect(unsupportedFigures(reply, sources)).toEqual(found);
  });
});

describe('properties', () => {
  const locale = fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'es-ES', 'pt-BR', 'de-CH', 'en-IN', 'sv-SE', 'pl-PL');
  const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'CHF', 'INR', 'SEK', 'BRL');
  const money = fc.record({ minor: fc.bigInt({ min: 1n, max: 10n ** 15n }), currency });

  test('an amount from a tool passes in the format of any locale', () => {
    fc.assert(
      fc.property(money, locale, locale, (amount, theirs, ours) => {
        const sources = [said(formatMoney(amount, theirs), { amount: toDecimal(amount), currency: amount.currency })];
        expect(unsupportedFigures(`So: ${formatMoney(amount, ours)}, all right?`, sources)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('a changed digit is caught', () => {
    fc.assert(
      fc.property(money, locale, locale, fc.nat(), fc.integer({ min: 1, max: 9 }), (amount, theirs, ours, at, by) => {
        const reply = [...formatMoney(amount, ours)];
        const digits = reply.flatMap((char, index) => (/\d/.test(char) ? [index] : []));
        const index = digits[at % digits.length] ?? 0;
        reply[index] = String((Number(reply[index]) + by) % 10);
        const changed = `So: ${reply.join('')}, all right?`;
        const sources = [said(formatMoney(amount, theirs), { amount: toDecimal(amount), currency: amount.currency })];
        expect(unsupportedFigures(changed, sources)).toHaveLength(1);
      }),
      { numRuns: 2000 },
    );
  });

  test('whatever the text, what it says itself is supported by it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,' €$%kM-\n(ab\u202f"), maxLength: 60 }), (text) => {
        expect(unsupportedFigures(text, [text])).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});

test.each(['1', '1,', '1.234', '12 345 ', '€', '1k ', "9'", '2026-11-21'])(
  'takes linear time on long runs of %j',
  (piece) => {
    const time = (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const runs = [1, 2, 3].map(() => {
        const { user } = process.cpuUsage();
        unsupportedFigures(text, [text, JSON.stringify([text])]);
        return process.cpuUsage().user - user;
      });
      return Math.min(...runs);
    };
    // Sixteen times the text: linear is 16 times the CPU, quadratic 256. Below a millisecond the clock is too coarse.
    const short = Math.max(time(5_000), 1000);
    expect(time(80_000) / short).toBeLessThan(100);
  },
);
