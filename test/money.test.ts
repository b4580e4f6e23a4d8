import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../src/errors.ts';
import {
  convertMoney,
  currencyCodes,
  currencyDigits,
  formatMoney,
  inverseRate,
  isCurrency,
  MAX_MAJOR_UNITS,
  parseMoney,
  parseRate,
  sumMoney,
  toDecimal,
} from '../src/money.ts';

/** ISO 4217, List One: the currencies whose minor unit is not 2. */
const unusualDigits: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const digitsOf = (code: string) =>
  Number(Object.keys(unusualDigits).find((digits) => unusualDigits[Number(digits)]?.split(' ').includes(code)) ?? 2);

const currency = fc.constantFrom(...currencyCodes);
/** Any amount that one entry can hold. */
const money = currency.chain((code) =>
  fc
    .bigInt({ min: 1n, max: MAX_MAJOR_UNITS * 10n ** BigInt(digitsOf(code)) })
    .map((minor) => ({ minor, currency: code })),
);

function faultOf(decimal: string, code = 'EUR'): string {
  try {
    const { minor } = parseMoney(decimal, code);
    return `read as ${minor}`;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return `${error.message} ${error.hint}`;
  }
}

test('knows the currencies of ISO 4217 with their decimals', () => {
  expect(currencyCodes.length).toBeGreaterThan(150);
  expect(currencyCodes).toEqual(currencyCodes.toSorted());
  for (const code of Object.values(unusualDigits).flatMap((codes) => codes.split(' '))) {
    expect(currencyCodes).toContain(code);
  }
  for (const code of currencyCodes) expect([code, currencyDigits(code)]).toEqual([code, digitsOf(code)]);
});

test.each(['eur', 'EURO', '€', '', 'XXX', 'DEM', '__proto__', 'constructor'])('%j is no currency', (code) => {
  expect(isCurrency(code)).toBe(false);
  expect(() => currencyDigits(code)).toThrow(InputError);
});

describe('parseMoney', () => {
  test.each([
    ['12', 'EUR', 1200n],
    ['12.5', 'EUR', 1250n],
    ['12.50', 'EUR', 1250n],
    ['12.500', 'EUR', 1250n],
    ['0.01', 'USD', 1n],
    ['007', 'USD', 700n],
    [' 3 ', 'USD', 300n],
    ['1500', 'JPY', 1500n],
    ['1500.00', 'JPY', 1500n],
    ['0.125', 'KWD', 125n],
    ['1.2345', 'CLF', 12345n],
    ['1.5', 'MGA', 150n],
    ['1000000000000', 'EUR', 100_000_000_000_000n],
    ['1000000000000.00', 'EUR', 100_000_000_000_000n],
  ])('reads %j %s as %s minor units', (decimal, code, minor) => {
    expect(parseMoney(decimal, code)).toEqual({ minor, currency: code });
  });

  test.each([
    ['0', 'EUR', 'The amount is zero. Write an amount above zero, like 12.50.'],
    ['0.00', 'EUR', 'The amount is zero. Write an amount above zero, like 12.50.'],
    ['-5', 'EUR', '"-5" is not an amount above zero. Write it as a number, like 12.50.'],
    ['1e309', 'EUR', '"1e309" is not an amount above zero. Write it as a number, like 12.50.'],
    [
      '99999999999999999999',
      'EUR',
      '99999999999999999999 is more than one entry can hold. Write an amount up to 1,000,000,000,000.',
    ],
    [
      '1000000000000.01',
      'EUR',
      '1000000000000.01 is more than one entry can hold. Write an amount up to 1,000,000,000,000.',
    ],
    ['12.345', 'EUR', "EUR has 2 decimals, so 12.345 can't be kept exactly. Write it with 2 decimals."],
    ['12.5', 'JPY', "JPY has no decimals, so 12.5 can't be kept exactly. Write it with no decimals."],
    ['1.2345', 'KWD', "KWD has 3 decimals, so 1.2345 can't be kept exactly. Write it with 3 decimals."],
    ['12', 'QQQ', '"QQQ" is not a currency I know. Write an ISO 4217 code such as EUR, USD or JPY.'],
  ])('says what is wrong with %j %s', (decimal, code, sentence) => {
    expect(faultOf(decimal, code)).toBe(sentence);
  });

  test.each([
    '',
    ' ',
    '.',
    '.5',
    '5.',
    '+5',
    '1,5',
    '1.234,56',
    '1 000',
    '0x10',
    'NaN',
    'Infinity',
    '1e3',
    '1.2.3',
    '12\n13',
    '١٢',
    '１２',
    '12€',
    '5\0',
  ])('%j is no amount', (text) => {
    expect(faultOf(text)).toMatch(/is not an amount above zero/);
  });

  test('a sentence about a very long text stays short', () => {
    for (const text of ['9'.repeat(100_000), 'x'.repeat(100_000), `1.${'1'.repeat(29)}`]) {
      expect(faultOf(text).length).toBeLessThan(140);
    }
    expect(faultOf('1', 'E'.repeat(100_000)).length).toBeLessThan(140);
  });

  test('takes back what toDecimal wrote, in every currency', () => {
    fc.assert(
      fc.property(money, (amount) => {
        expect(parseMoney(toDecimal(amount), amount.currency)).toEqual(amount);
      }),
      { numRuns: 1000 },
    );
  });

  test('refuses any other text with an InputError and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), currency, (text, code) => {
        if (!/^\s*\d+(\.\d+)?\s*$/.test(text)) expect(faultOf(text, code)).not.toMatch(/^read as/);
      }),
    );
  });
});

test('toDecimal writes the sign and all decimals', () => {
  expect(toDecimal({ minor: -1250n, currency: 'EUR' })).toBe('-12.50');
  expect(toDecimal({ minor: -5n, currency: 'EUR' })).toBe('-0.05');
  expect(toDecimal({ minor: 0n, currency: 'KWD' })).toBe('0.000');
  expect(toDecimal({ minor: 7n, currency: 'JPY' })).toBe('7');
});

describe('formatMoney', () => {
  // CLDR: a no-break space before the sign, in French a narrow one between thousands; Spanish groups from five digits.
  test.each([
    ['en', '€1,234.56', '€12,345.60'],
    ['de', '1.234,56\u00a0€', '12.345,60\u00a0€'],
    ['fr', '1\u202f234,56\u00a0€', '12\u202f345,60\u00a0€'],
    ['es', '1234,56\u00a0€', '12.345,60\u00a0€'],
    ['pt', '€\u00a01.234,56', '€\u00a012.345,60'],
  ])('as people write it in %s', (locale, small, large) => {
    expect(formatMoney({ minor: 123456n, currency: 'EUR' }, locale)).toBe(small);
    expect(formatMoney({ minor: 1234560n, currency: 'EUR' }, locale)).toBe(large);
  });

  test.each([
    [{ minor: 1500n, currency: 'JPY' }, '¥1,500'],
    [{ minor: 1500n, currency: 'KWD' }, 'KWD\u00a01.500'],
    [{ minor: 1500n, currency: 'IQD' }, 'IQD\u00a01.500'],
    [{ minor: 150000n, currency: 'HUF' }, 'HUF\u00a01,500.00'],
    [{ minor: 12345n, currency: 'CLF' }, 'CLF\u00a01.2345'],
    [{ minor: -1250n, currency: 'USD' }, '-$12.50'],
    [{ minor: 0n, currency: 'USD' }, '$0.00'],
  ])('%o with the decimals of ISO 4217', (amount, text) => {
    expect(formatMoney(amount, 'en')).toBe(text);
  });

  test('never loses a digit, however large', () => {
    const [minor, currency] = [100_000_000_000_001n, 'EUR'];
    expect(formatMoney({ minor, currency }, 'de')).toBe('1.000.000.000.000,01\u00a0€');
    const any = fc.record({ minor: fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), currency: fc.constant('EUR') });
    fc.assert(
      fc.property(fc.oneof(any, money), fc.constantFrom('en', 'de', 'fr', 'es', 'pt'), (amount, locale) => {
        const digits = formatMoney(amount, locale).replace(/\D/g, '');
        expect(BigInt(digits)).toBe(amount.minor < 0n ? -amount.minor : amount.minor);
        expect(formatMoney(amount, locale).includes('-')).toBe(amount.minor < 0n);
      }),
    );
  });
});

test('sumMoney adds exactly, and nothing is nothing of the currency', () => {
  expect(sumMoney([], 'JPY')).toEqual({ minor: 0n, currency: 'JPY' });
  const minors = fc.array(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), { maxLength: 20 });
  fc.assert(
    fc.property(minors, currency, (list, code) => {
      const total = list.reduce((sum, minor) => sum + minor, 0n);
      expect(
        sumMoney(
          list.map((minor) => ({ minor, currency: code })),
          code,
        ),
      ).toEqual({ minor: total, currency: code });
    }),
  );
});

test('sumMoney never adds two currencies', () => {
  const mixed = [
    { minor: 1n, currency: 'EUR' },
    { minor: 1n, currency: 'USD' },
  ];
  expect(() => sumMoney(mixed, 'EUR')).toThrow();
});

describe('converted', () => {
  /** A rate with up to six digits on either side of the point. */
  const decimal = fc
    .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 1, max: 999_999 }))
    .map(([whole, fraction]) => `${whole}.${`${fraction}`.padStart(6, '0')}`);
  const worth = (minor: bigint, from: string, to: string, rate: string) =>
    convertMoney({ minor, currency: from }, to, parseRate(rate));

  test.each([
    [1000n, 'USD', 'EUR', '0.92', 920n],
    // 12.34 × 163.5 = 2017.59, and a yen has no parts.
    [1234n, 'EUR', 'JPY', '163.5', 2018n],
    [1n, 'EUR', 'JPY', '50', 1n],
    [1n, 'EUR', 'JPY', '49.999999', 0n],
    // 1000 JPY × 0.0019 = 1.9 KWD = 1900 fils.
    [1000n, 'JPY', 'KWD', '0.0019', 1900n],
    // 0.001 KWD × 3.005 = 0.003005 EUR, 1.665 KWD × 3 = 4.995 EUR.
    [1n, 'KWD', 'EUR', '3.005', 0n],
    [1665n, 'KWD', 'EUR', '3', 500n],
    [-1665n, 'KWD', 'EUR', '3', -500n],
    [-1n, 'EUR', 'JPY', '50', -1n],
    [0n, 'EUR', 'JPY', '50', 0n],
  ])('%s %s to %s at %s', (minor, from, to, rate, expected) => {
    expect(worth(minor, from, to, rate)).toEqual({ minor: expected, currency: to });
  });

  test('is never more than half a minor unit from the exact product, and in the middle away from zero', () => {
    fc.assert(
      fc.property(money, currency, decimal, fc.boolean(), (amount, to, rate, isNegative) => {
        const sign = isNegative ? -1n : 1n;
        const { minor } = worth(sign * amount.minor, amount.currency, to, rate);
        // Both sides times what makes the decimals whole: 10^6 of the rate, and the minor units of the first.
        const exact = amount.minor * BigInt(rate.replace('.', '')) * 10n ** BigInt(digitsOf(to));
        const unit = 10n ** 6n * 10n ** BigInt(digitsOf(amount.currency));
        const off = 2n * (sign * minor * unit - exact);
        expect(off > -unit && off <= unit).toBe(true);
      }),
    );
  });

  test('and back by the inverse is off by no more than the rounding can be', () => {
    fc.assert(
      fc.property(money, currency, decimal, (amount, to, text) => {
        const rate = parseRate(text);
        const there = convertMoney(amount, to, rate);
        const { minor, currency: home } = convertMoney(there, amount.currency, inverseRate(rate));
        expect(home).toBe(amount.currency);
        // Half a minor unit of `to` is worth so much at home, rounded up, and the way back rounds by half a unit more.
        const half =
          (rate.denominator * 10n ** BigInt(digitsOf(amount.currency))) /
            (2n * rate.numerator * 10n ** BigInt(digitsOf(to))) +
          1n;
        const off = minor - amount.minor;
        expect(off <= half && off >= -half).toBe(true);
      }),
    );
  });

  test.each(['', '0', '0.000', '-1', '1,5', '1e3', '.5', 'one', '1.1234567890123', '1234567890123'])(
    'not at the rate %j',
    (text) => {
      expect(() => parseRate(text)).toThrow(InputError);
    },
  );
});
