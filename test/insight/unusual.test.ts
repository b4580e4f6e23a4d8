import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InsightEntry } from '../../src/insight/entry.ts';
import { bucketOf, type Finding, severityOf, withoutDismissed } from '../../src/insight/finding.ts';
import { findUnusual } from '../../src/insight/unusual.ts';
import { addDays } from '../../src/period.ts';
import { diceFor } from './dice.ts';
import { dueIn, entriesOf } from './entries.ts';

/** A quiet ledger: rent, groceries twice a week, a coffee on most days; its usual month is about 1,200.00. */
function quietLedger(): InsightEntry[] {
  const dice = diceFor('quiet', 11);
  const days = Array.from({ length: 300 }, (_, index) => addDays('2025-01-01', index));
  const rent = Array.from({ length: 10 }, (_, index) => [dueIn(2025, 1 + index, 2, 'none'), 85_000] as const);
  const groceries = days
    .filter((_, index) => index % 4 === 0)
    .map((day) => [day, Math.round(3000 * Math.exp(0.3 * dice.normal()))] as const);
  const coffee = days.flatMap((day, index) => (index % 5 < 3 ? [[day, 320] as const] : []));
  return [
    ...entriesOf('landlord', rent, { category: 'housing' }),
    ...entriesOf('market', groceries, { category: 'groceries' }),
    ...entriesOf('coffee', coffee, { category: 'dining' }),
  ];
}

function findings(extra: readonly InsightEntry[], since = '2025-10-01', today = '2025-10-27'): readonly Finding[] {
  const answer = findUnusual([...quietLedger(), ...extra], since, today);
  if (!answer.enough) throw new Error(`needs ${answer.needs}`);
  return answer.findings;
}

const entry = (id: string, merchant: string, day: string, amount: number, category: string): InsightEntry => ({
  ...(entriesOf(merchant, [[day, amount]], { category })[0] as InsightEntry),
  id,
});

test('a quiet ledger stays quiet', () => {
  expect(findings([], '2025-01-01')).toEqual([]);
});

describe('an unusual amount', () => {
  test('is held against its merchant: groceries of 300.00 where 30.00 is usual', () => {
    const [found, ...more] = findings([entry('x', 'market', '2025-10-18', 30_000, 'groceries')]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ key: 'unusual-amount:x', merchant: 'market', day: '2025-10-18', entryIds: ['x'] });
    if (found?.reason.kind !== 'unusual-amount') throw new Error('another reason');
    expect(found.reason.basis).toBe('merchant');
    expect(found.reason.usual.typical).toBeGreaterThan(2700);
    expect(found.reason.usual.typical).toBeLessThan(3300);
    expect(found.stake).toBe(30_000 - found.reason.usual.typical);
    // About a fifth of a usual month.
    expect(found.severity).toBe('high');
  });

  test('is held against its category where the merchant is little known', () => {
    const visits = ['2025-05-05', '2025-07-05', '2025-08-05'].map((day, index) =>
      entry(`v${index}`, 'kiosk', day, 500, 'dining'),
    );
    const [found] = findings([...visits, entry('x', 'kiosk', '2025-10-18', 9000, 'dining')]);
    expect(found?.reason).toMatchObject({ kind: 'unusual-amount', basis: 'category' });
  });

  test('is none when the merchant was as dear before, nor what is only cheap', () => {
    const hotel = ['2025-04-05', '2025-06-05'].map((day, index) => entry(`h${index}`, 'inn', day, 14_000, 'dining'));
    expect(findings([...hotel, entry('x', 'inn', '2025-10-18', 15_000, 'dining')])).toEqual([]);
    expect(findings([entry('x', 'market', '2025-10-18', 5, 'groceries')])).toEqual([]);
  });

  test('is judged by what came before it alone', () => {
    const twice = [
      entry('x', 'market', '2025-10-11', 30_000, 'groceries'),
      entry('y', 'market', '2025-10-25', 31_000, 'groceries'),
    ];
    const early = findings(twice, '2025-10-01', '2025-10-12').map(({ key }) => key);
    expect(early).toEqual(['unusual-amount:x']);
    expect(findings(twice).map(({ key }) => key)).toContain('unusual-amount:x');
  });

  test('in December is held against Decembers', () => {
    const gifts = Array.from({ length: 24 * 3 }, (_, index) => {
      const day = addDays('2023-01-03', index * 10);
      return [day, (day.slice(5, 7) === '12' ? 16_000 : 2000) + (index % 7) * 100] as const;
    });
    const ledger = (amount: number) => [
      ...entriesOf('toys', gifts, { category: 'gifts' }),
      entry('x', 'toys', '2025-12-20', amount, 'gifts'),
      ...['2023-12-05', '2023-12-08', '2024-12-04', '2024-12-09'].map((day, index) =>
        entry(`d${index}`, 'toys', day, 15_500, 'gifts'),
      ),
    ];
    const keys = (amount: number) => {
      const answer = findUnusual(ledger(amount), '2025-12-01', '2025-12-24');
      return answer.enough ? answer.findings.map(({ key }) => key) : [];
    };
    expect(keys(17_000)).toEqual([]);
    expect(keys(160_000)).toEqual(['unusual-amount:x']);
  });
});

describe('a duplicate', () => {
  test('is the same amount to the cent at the same merchant within three days', () => {
    const pair = (days: number) => [
      entry('a', 'market', '2025-10-15', 4711, 'groceries'),
      entry('b', 'market', addDays('2025-10-15', days), 4711, 'groceries'),
    ];
    for (const days of [0, 1, 3]) {
      expect(findings(pair(days))).toMatchObject([
        {
          key: 'duplicate:a',
          stake: 4711,
          entryIds: ['a', 'b'],
          reason: { kind: 'duplicate', count: 2, daysApart: days },
        },
      ]);
    }
    expect(findings(pair(4))).toEqual([]);
  });

  test('of three the third counts as well, and makes another fact of it', () => {
    const three = ['a', 'b', 'c'].map((id) => entry(id, 'market', '2025-10-15', 4711, 'groceries'));
    const [two] = findings(three.slice(0, 2));
    const [all] = findings(three);
    expect(all).toMatchObject({ key: two?.key, stake: 2 * 4711, reason: { count: 3 } });
    expect(all?.fact).not.toBe(two?.fact);
  });

  test('is the rent twice in a month', () => {
    const [found] = findings([entry('again', 'landlord', '2025-10-03', 85_000, 'housing')]);
    expect(found).toMatchObject({ reason: { kind: 'duplicate' }, stake: 85_000, severity: 'high' });
  });

  test('is not a second ticket where there are often two', () => {
    const rides = Array.from({ length: 60 }, (_, index) =>
      entry(`r${index}`, 'bus', addDays('2025-03-01', index * 3), 900, 'transport'),
    );
    const returns = rides.slice(0, 20).map((ride) => ({ ...ride, id: `${ride.id}-back` }));
    const today = [
      entry('x', 'bus', '2025-10-15', 900, 'transport'),
      entry('y', 'bus', '2025-10-15', 900, 'transport'),
    ];
    expect(findings([...rides, ...returns, ...today])).toEqual([]);
    expect(findings([...rides, ...today])[0]?.reason.kind).toBe('duplicate');
  });
});

describe('recurring charges', () => {
  const music = (months: number, amount = 1099) =>
    entriesOf(
      'music',
      Array.from({ length: months }, (_, index) => [dueIn(2025, 1 + index, 9, 'none'), amount] as const),
    );

  test('at a new price', () => {
    const entries = music(10).map((each, index) => (index === 9 ? { ...each, amount: 1399 } : each));
    expect(findings(entries)).toMatchObject([
      {
        key: 'price-rise:expense:music:monthly',
        amount: 1399,
        day: '2025-10-09',
        // 3.00 more, twelve times.
        stake: 3600,
        reason: { kind: 'price-rise', from: 1099, to: 1399, rhythm: 'monthly' },
      },
    ]);
    expect(findings(entries, '2025-10-10')).toEqual([]);
    const cheaper = music(10, 1399).map((each, index) => (index === 9 ? { ...each, amount: 1099 } : each));
    expect(findings(cheaper)).toEqual([]);
  });

  test('that fell, when they are income', () => {
    const days = Array.from(
      { length: 10 },
      (_, index) => [dueIn(2025, 1 + index, 15, 'none'), index < 9 ? 250_000 : 225_000] as const,
    );
    const [found] = findings(entriesOf('works', days, { kind: 'income', category: 'salary' }));
    expect(found).toMatchObject({
      key: 'income-fall:income:works:monthly',
      stake: 12 * 25_000,
      reason: { kind: 'income-fall' },
    });
    expect(found?.reason.kind === 'income-fall' && found.reason.share).toBeCloseTo(-0.1, 9);
  });

  test('that did not come', () => {
    const [found, ...more] = findings(music(9));
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      key: 'missing:expense:music:monthly',
      fact: '2025-10-09',
      day: '2025-10-09',
      amount: 1099,
      reason: { kind: 'missing', expectedDay: '2025-10-09', lastDay: '2025-09-09', isIncome: false },
    });
    // Not before it is late, and not in a ledger that nobody kept since.
    expect(findings(music(9), '2025-10-01', '2025-10-13')).toEqual([]);
    const behind = [...quietLedger().filter(({ day }) => day < '2025-10-12'), ...music(9)];
    const answer = findUnusual(behind, '2025-10-01', '2025-10-27');
    expect(answer.enough && answer.findings).toEqual([]);
  });
});

describe('a large amount at a new merchant', () => {
  test('is told once, against what other purchases come to', () => {
    const [found, ...more] = findings([entry('x', 'jeweller', '2025-10-20', 190_000, 'shopping')]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      key: 'large-first:jeweller',
      stake: 190_000,
      severity: 'high',
      reason: { kind: 'large-first' },
    });
    const again = [
      entry('x', 'jeweller', '2025-10-20', 190_000, 'shopping'),
      entry('y', 'jeweller', '2025-10-26', 195_000, 'shopping'),
    ];
    expect(findings(again).map(({ key }) => key)).toEqual(['large-first:jeweller']);
  });

  test('is one finding a merchant, though it begins with two on a day', () => {
    const both = [190_000, 240_000].map((amount, index) =>
      entry(`x${index}`, 'jeweller', '2025-10-20', amount, 'gems'),
    );
    expect(findings(both).map(({ key }) => key)).toEqual(['large-first:jeweller']);
  });

  test('is none in the first weeks of a ledger, in which every merchant is new', () => {
    expect(findings([entry('x', 'jeweller', '2025-02-20', 190_000, 'shopping')], '2025-01-01')).toEqual([]);
  });
});

describe('what may be dismissed', () => {
  const found = findings([entry('x', 'market', '2025-10-18', 30_000, 'groceries')]);

  test('stays away while its fact is the same, in any later run', () => {
    const later = findings([entry('x', 'market', '2025-10-18', 30_000, 'groceries')], '2025-09-20', '2025-10-25');
    expect(withoutDismissed(later, found)).toEqual([]);
    expect(withoutDismissed(findings([entry('x', 'market', '2025-10-18', 30_400, 'groceries')]), found)).toEqual([]);
  });

  test('comes back when the fact is another one', () => {
    expect(withoutDismissed(findings([entry('x', 'market', '2025-10-18', 60_000, 'groceries')]), found)).toHaveLength(
      1,
    );
  });

  test('buckets are a quarter wide', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1e12 }), (amount) => {
        expect(bucketOf(Math.round(amount * 1.6))).not.toBe(bucketOf(amount));
        expect(Number(bucketOf(Math.round(amount * 1.25))) - Number(bucketOf(amount))).toBeLessThanOrEqual(2);
      }),
    );
  });
});

test('severity by what is at stake of a usual month', () => {
  expect([10_000, 9999, 2000, 1999].map((stake) => severityOf(stake, 100_000))).toEqual([
    'high',
    'medium',
    'medium',
    'low',
  ]);
});

test('a young ledger says what it needs', () => {
  expect(findUnusual(quietLedger().slice(0, 5), '2025-01-01', '2025-12-31')).toEqual({
    enough: false,
    unit: 'entries',
    has: 5,
    needs: 20,
  });
  expect(findUnusual([], '2025-01-01', '2025-12-31')).toMatchObject({ enough: false, has: 0 });
});

test('one key comes once, and the order of entries does not matter', () => {
  const extra = [
    entry('x', 'market', '2025-10-18', 30_000, 'groceries'),
    entry('y', 'market', '2025-10-18', 30_000, 'groceries'),
    entry('z', 'jeweller', '2025-10-20', 190_000, 'shopping'),
  ];
  const expected = findings(extra);
  expect(new Set(expected.map(({ key }) => key)).size).toBe(expected.length);
  const all = [...quietLedger(), ...extra];
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      const answer = findUnusual(shuffled, '2025-10-01', '2025-10-27');
      expect(answer.enough && answer.findings).toEqual(expected);
    }),
    { numRuns: 5 },
  );
});
