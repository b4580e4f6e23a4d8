import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EntryView } from '../../src/domain/entries.ts';
import { toCsv, toJson } from '../../src/domain/export.ts';
import { toDecimal } from '../../src/money.ts';

/** Reads CSV by the grammar of RFC 4180, character by character. Throws where the text breaks it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (at >= text.length) throw new Error('a quoted field does not end');
        if (text[at] !== '"') field += text[at];
        else if (text[at + 1] === '"') {
          field += '"';
          at += 1;
        } else break;
      }
      at += 1;
    } else {
      for (; at < text.length && !/[,\r\n]/.test(text[at] as string); at += 1) {
        if (text[at] === '"') throw new Error('a quote within a bare field');
        field += text[at];
      }
    }
    row.push(field);
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) throw new Error('the text ends after a comma');
    } else if (text.startsWith('\r\n', at)) {
      at += 2;
      rows.push(row);
      row = [];
    } else throw new Error(`unexpected ${JSON.stringify(text[at])} after a field`);
  }
  if (row.length > 0) throw new Error('the last row does not end');
  return rows;
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('a,b', 'say "hi"', 'two\nlines', 'a\r\nb', '"', ',', '=1+1', '@x', '-5', '+5', '\ttab', '＝1'),
);
const view: fc.Arbitrary<EntryView> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('expense', 'income', 'refund'),
  amount: fc.record({
    minor: fc.bigInt({ min: 1n, max: 10n ** 16n }),
    currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  }),
  category: text,
  merchant: fc.option(text),
  note: fc.option(text),
  day: fc.constantFrom('2026-06-15', '1999-12-31'),
});

const header = ['date', 'kind', 'amount', 'currency', 'category', 'merchant', 'note', 'id'];
const plain = (entry: EntryView) => [
  entry.day,
  entry.kind,
  toDecimal(entry.amount),
  entry.amount.currency,
  entry.category,
  entry.merchant ?? '',
  entry.note ?? '',
  entry.id,
];

const lunch: EntryView = {
  id: 'id-1',
  kind: 'expense',
  amount: { minor: 1250n, currency: 'EUR' },
  category: 'dining',
  merchant: 'Joe’s, "the" bar',
  note: null,
  day: '2026-06-15',
};

describe('CSV', () => {
  test('begins with a byte order mark and ends every line as RFC 4180 says', () => {
    expect(toCsv([lunch])).toBe(
      '\uFEFFdate,kind,amount,currency,category,merchant,note,id\r\n' +
        '2026-06-15,expense,12.50,EUR,dining,"Joe’s, ""the"" bar",,id-1\r\n',
    );
    expect(readCsv(toCsv([]).slice(1))).toEqual([header]);
  });

  test('reads back as it was, but for an apostrophe before what would be a formula', () => {
    fc.assert(
      fc.property(fc.array(view, { maxLength: 8 }), (entries) => {
        const csv = toCsv(entries);
        expect(csv[0]).toBe('\uFEFF');
        const [first, ...rows] = readCsv(csv.slice(1));
        expect(first).toEqual(header);
        expect(rows.length).toBe(entries.length);
        for (const [index, row] of rows.entries()) {
          const fields = plain(entries[index] as EntryView);
          expect(row).toEqual(fields.map((field) => (/^[=+@\t\r\n＝＋－＠-]/.test(field) ? `'${field}` : field)));
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x', '=cmd|/C calc!A0'])(
    '%j starts no formula, in any text column',
    (formula) => {
      const entry = { ...lunch, category: formula, merchant: formula, note: formula };
      const [, row] = readCsv(toCsv([entry]).slice(1));
      for (const column of [4, 5, 6]) expect(row?.[column]).toBe(`'${formula}`);
    },
  );

  test('amounts are numbers to any spreadsheet', () => {
    const large = { ...lunch, amount: { minor: 123_456_789_012_345n, currency: 'KWD' } };
    const [, row] = readCsv(toCsv([large]).slice(1));
    expect(row?.[2]).toBe('123456789012.345');
  });
});

test('JSON has the same fields, texts untouched', () => {
  fc.assert(
    fc.property(fc.array(view, { maxLength: 8 }), (entries) => {
      const parsed = JSON.parse(toJson(entries)) as Record<string, string>[];
      expect(parsed.map((row) => header.map((column) => row[column]))).toEqual(entries.map(plain));
      expect(parsed.every((row) => Object.keys(row).length === header.length)).toBe(true);
    }),
  );
});
