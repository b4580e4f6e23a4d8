import { describe, expect, test } from 'vitest';
import type { AlertFacts } from '../../src/alerts/alert.ts';
import { sayAlert } from '../../src/alerts/say-alert.ts';
import { languages } from '../../src/language.ts';
import { wordsFor } from '../../src/wording/words-for.ts';

const asker = {
  homeCurrency: 'EUR',
  today: '2026-06-15',
  preferences: { currency: 'EUR', timezone: 'Europe/Berlin', language: null, firstDayOfWeek: 1 },
} as const;

const june = { from: '2026-06-01', to: '2026-06-30' };
const budget: AlertFacts = {
  rule: 'budget',
  level: 'near',
  name: 'dining',
  categoryId: 'c',
  every: 'monthly',
  period: june,
  spent: 36_000,
  limit: 45_000,
  passingDay: '2026-06-23',
  expected: 51_234,
};
const finding = {
  rule: 'missed-bill',
  reason: { kind: 'missing', expectedDay: '2026-06-10', rhythm: 'monthly', lastDay: '2026-05-10', isIncome: false },
  finding: { key: 'k', fact: 'f' },
  name: 'Vattenfall',
  category: 'utilities',
  day: '2026-06-10',
  amount: 6_800,
  entries: [],
  earlier: [],
} as const satisfies AlertFacts;
const bill: AlertFacts = {
  rule: 'upcoming-bill',
  name: 'Rent',
  amount: 98_500,
  isFixed: true,
  day: '2026-06-18',
  rhythm: 'monthly',
};
const monthEnd: AlertFacts = {
  rule: 'month-end',
  month: { from: '2026-05-01', to: '2026-05-31' },
  spent: 240_000,
  before: { month: { from: '2026-04-01', to: '2026-04-30' }, spent: 200_000 },
  changes: [{ name: 'travel', change: 35_000 }],
  income: 300_000,
  forecast: { expected: 234_567, low: 210_000, high: 260_000 },
};

const said = (facts: AlertFacts, language: (typeof languages)[number] = 'en') =>
  sayAlert(facts, { words: wordsFor(language), asker });

describe('in English', () => {
  test.each<[AlertFacts, string]>([
    [
      budget,
      'Dining this month: €360.00 of €450.00, €90.00 left. 80% of the budget is used. At this pace it is exceeded on 23 Jun; about €512 by the end.',
    ],
    [{ ...budget, level: 'passed', spent: 45_001 }, 'Dining this month: €450.01 of €450.00, €0.01 over.'],
    [bill, 'Coming up: Rent, €985.00 on 18 Jun.'],
    [{ ...bill, isFixed: false, amount: 12_345 }, 'Coming up: Rent, about €123 on 18 Jun.'],
    [
      monthEnd,
      'In May you spent €2,400.00, €400.00 (20%) more than in April, mostly because of travel (+€350.00). Income €3,000.00; €600.00 is left of it. You will probably spend about €2,350 this month; 8 in 10 months like this end between €2,100 and €2,600.',
    ],
  ])('%#', (facts, text) => {
    expect(said(facts)).toBe(text);
  });

  test('a range that is wider than the amount is left out', () => {
    const wide = { ...monthEnd, forecast: { expected: 235_000, low: 60_000, high: 300_000 } } as AlertFacts;
    expect(said(wide)).toMatch(/left of it\. You will probably spend about €2,350 this month\.$/);
  });

  test('a long name is cut', () => {
    expect(said({ ...bill, name: 'x'.repeat(200) })).toBe(`Coming up: ${'x'.repeat(39)}…, €985.00 on 18 Jun.`);
  });
});

describe.each(languages)('in %s', (language) => {
  test.each([
    [budget, ['360', '450', '80', '23', '512']],
    [finding, ['Vattenfall', '68', '10']],
    [bill, ['Rent', '985', '18']],
    [monthEnd, ['400', '20', '350', '600', '350']],
  ])('every figure is said (%#)', (facts, figures) => {
    const text = said(facts, language);
    for (const figure of figures) expect(text).toContain(figure);
    expect(text).not.toMatch(/undefined|null|NaN|\s{2}/);
  });

  test('no two kinds of alerts begin alike, and none is in another language', () => {
    const own = [budget, bill, monthEnd].map((facts) => said(facts, language));
    expect(new Set(own.map((text) => text.slice(0, 5))).size).toBe(3);
    if (language !== 'en')
      for (const [index, text] of own.entries())
        expect(text).not.toBe(said([budget, bill, monthEnd][index] as AlertFacts));
  });
});
