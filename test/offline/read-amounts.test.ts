import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/language.ts';
import { readAmounts } from '../../src/offline/amounts/read-amounts.ts';

function read(text: string, currency = 'EUR', language: Language = 'en') {
  return readAmounts(text, { currency, language }).map((amount) => `${amount.decimal} ${amount.currency}`);
}

describe('numbers as people write them', () => {
  test.each([
    ['12', '12'],
    ['12.50', '12.50'],
    ['12,50', '12.50'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1 234,56', '1234.56'],
    ['1\u202f234,56', '1234.56'],
    ['1\u00a0234,56', '1234.56'],
    ["1'234.50", '1234.50'],
    ['1’234.50', '1234.50'],
    ['1,23,456', '123456'],
    ['12,34,567.89', '1234567.89'],
    ['1,234,567', '1234567'],
    ['1.234.567', '1234567'],
    ['5k', '5000'],
    ['1.5k', '1500'],
    ['2M', '2000000'],
    ['1.5m', '1500000'],
    ['3 grand', '3000'],
    ['4.7 billion', '4700000000'],
    ['7 lakh', '700000'],
    ['2 crore', '20000000'],
    ['two hundred and fifty euros', '250'],
    ['a grand', '1000'],
  ])('%s', (text, decimal) => {
    expect(read(text)).toEqual([`${decimal} EUR`]);
  });
});

describe('currencies', () => {
  test.each([
    ['€12', '12 EUR'],
    ['12€', '12 EUR'],
    ['12 euros', '12 EUR'],
    ['$1,200.00', '1200.00 USD'],
    ['USD3.14', '3.14 USD'],
    ['3 gbp', '3 GBP'],
    ['55MYR', '55 MYR'],
    ['US$ 9', '9 USD'],
    ['7.50S$', '7.50 SGD'],
    ['HK$80', '80 HKD'],
    ['R$ 15,90', '15.90 BRL'],
    ['Rs. 20', '20 INR'],
    ['₹1,50,000', '150000 INR'],
    ['kr 50', '50 SEK'],
    ['99 zł', '99 PLN'],
    ['250 Kč', '250 CZK'],
    ['4000 Ft', '4000 HUF'],
    ['₩9000', '9000 KRW'],
    ['₺120', '120 TRY'],
    ['20 Fr.', '20 CHF'],
    ['30 L.E', '30 EGP'],
    ['18 swiss francs', '18 CHF'],
    ['60 moroccan dirhams', '60 MAD'],
    ['saudi riyals 75', '75 SAR'],
    ['$20 CAD', '20 CAD'],
    ['fifteen pounds', '15 GBP'],
    ['80p', '0.80 GBP'],
    ['5 euros 20 cents', '5.20 EUR'],
    ['$5 and 7c', '5.07 USD'],
    ['3 pounds 5 pence', '3.05 GBP'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test.each([
    ['a dollar is the person’s own', '$20', 'AUD', '20 AUD'],
    ['else the US one', '$20', 'EUR', '20 USD'],
    ['pesos are written with the same sign', '$20', 'MXN', '20 MXN'],
    ['so are crowns', '20 kr', 'NOK', '20 NOK'],
    ['and rupees', '20 rupees', 'LKR', '20 LKR'],
    ['three decimals where the currency has them', 'KWD 1.234', 'EUR', '1.234 KWD'],
    ['a dot is a decimal mark in English whatever the currency', '€1.234', 'EUR', '1.234 EUR'],
    ['else it is left for the tool to refuse', '$1.234', 'USD', '1.234 USD'],
    ['even where no cents could be meant', '$1.500', 'USD', '1.500 USD'],
  ])('%s', (_, text, own, expected) => {
    expect(read(text, own)).toEqual([expected]);
  });

  test.each([
    ['30 mil pesos', 'es', 'MXN', '30000 MXN'],
    ['2 millones de euros', 'es', 'EUR', '2000000 EUR'],
    ['1.234', 'es', 'EUR', '1234 EUR'],
    ['1,234', 'es', 'MXN', '1234 MXN'],
    ['zwanzig Euro', 'de', 'EUR', '20 EUR'],
    ['siebenunddreißig Euro', 'de', 'EUR', '37 EUR'],
    ['dreihundertzwölf Euro', 'de', 'EUR', '312 EUR'],
    ['7 US-Dollar', 'de', 'EUR', '7 USD'],
    ['veintisiete euros', 'es', 'EUR', '27 EUR'],
    ['3 euros con 20', 'es', 'EUR', '3.20 EUR'],
    ['7 euros y medio', 'es', 'EUR', '7.50 EUR'],
    ['trente-sept euros', 'fr', 'EUR', '37 EUR'],
    ['trois cents euros', 'fr', 'EUR', '300 EUR'],
    ['quatre-vingts euros', 'fr', 'EUR', '80 EUR'],
    ['quarante cents', 'fr', 'EUR', '0.40 EUR'],
    ['3€40', 'fr', 'EUR', '3.40 EUR'],
    ['trinta e sete reais', 'pt', 'BRL', '37 BRL'],
    ['Rs.75', 'en', 'EUR', '75 INR'],
    ['30 U.S. dollars', 'en', 'EUR', '30 USD'],
    ['3 dollars and twenty cents', 'en', 'EUR', '3.20 USD'],
    ['four dollars and 15', 'en', 'EUR', '4.15 USD'],
    ['3 Mio', 'de', 'EUR', '3000000 EUR'],
    ['2 mille euros', 'fr', 'EUR', '2000 EUR'],
    ['3 500 €', 'fr', 'EUR', '3500 EUR'],
    ['12 le plat', 'fr', 'EUR', '12 EUR'],
    ['15 reais', 'pt', 'EUR', '15 BRL'],
    ['1 libra 20 centavos', 'pt', 'EUR', '1.20 GBP'],
  ] as const)('%s in %s', (text, language, own, expected) => {
    expect(read(text, own, language)).toEqual([expected]);
  });
});

describe('what is no amount', () => {
  test.each([
    'Order123',
    'at 10:30',
    '7 pm',
    '20% off',
    '#4711',
    'no. 12',
    '2026-03-31',
    '0151234567',
    '1.2.3.4',
    'A4 paper',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each([
    ['-5', '-5 EUR'],
    ['1e309', '1e309 EUR'],
    ['99999999999999999999', '99999999999999999999 EUR'],
    ['lunch 12 QQQ', '12 QQQ'],
    ['12 BBQ', '12 EUR'],
  ])('but %s is handed on as it is', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

test('an amount written in any style reads back, with its place', () => {
  const styles: readonly ((whole: bigint, cents: string) => string)[] = [
    (whole, cents) => `${whole}.${cents}`,
    (whole, cents) => `${whole},${cents}`,
    (whole, cents) => `${grouped(whole, '.')},${cents}`,
    (whole, cents) => `${grouped(whole, ',')}.${cents}`,
    (whole, cents) => `${grouped(whole, '\u202f')},${cents}`,
    (whole, cents) => `${grouped(whole, "'")}.${cents}`,
  ];
  const around = [
    (n: string) => `€${n}`,
    (n: string) => `${n} €`,
    (n: string) => `EUR ${n}`,
    (n: string) => `${n}eur`,
    (n: string) => `${n} euros`,
  ];
  fc.assert(
    fc.property(
      fc.bigInt(0n, 999_999_999n),
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom(...styles),
      fc.constantFrom(...around),
      (whole, cents, style, put) => {
        const written = put(style(whole, String(cents).padStart(2, '0')));
        const text = `bread ${written} today`;
        const [amount, ...more] = readAmounts(text, { currency: 'USD' });
        expect(more).toEqual([]);
        expect(amount).toMatchObject({
          decimal: `${whole}.${String(cents).padStart(2, '0')}`,
          currency: 'EUR',
          explicitCurrency: true,
        });
        expect(text.slice(amount?.start, amount?.end)).toBe(written);
      },
    ),
  );
});

function grouped(whole: bigint, mark: string): string {
  return whole.toString().replace(/\B(?=(\d{3})+$)/g, mark);
}

test('ten thousand amounts are read in linear time', () => {
  const text = Array.from({ length: 10_000 }, (_, index) => `item ${index}.50`).join(', ');
  const before = performance.now();
  expect(readAmounts(text, { currency: 'EUR' })).toHaveLength(10_000);
  expect(performance.now() - before).toBeLessThan(2000);
});
