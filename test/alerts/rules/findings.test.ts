import { describe, expect, test } from 'vitest';
import type { NamedFinding } from '../../../src/alerts/rules/finding-alert.ts';
import { missedBillAlerts } from '../../../src/alerts/rules/missed-bill.ts';
import { priceRiseAlerts } from '../../../src/alerts/rules/price-rise.ts';
import { unusualAlerts } from '../../../src/alerts/rules/unusual.ts';
import type { Reason } from '../../../src/insight/finding.ts';

const usual = { typical: 1_500, from: 900, to: 2_400, count: 30 };
const reasons: Record<string, Reason> = {
  odd: { kind: 'unusual-amount', basis: 'merchant', usual, times: 9, isSeasonal: false },
  twice: { kind: 'duplicate', count: 2, daysApart: 1 },
  first: { kind: 'large-first', usual, times: 9 },
  dearer: { kind: 'price-rise', from: 1_399, to: 1_599, share: 0.143, rhythm: 'monthly' },
  less: { kind: 'income-fall', from: 300_000, to: 280_000, share: -0.067, rhythm: 'monthly' },
  missing: { kind: 'missing', expectedDay: '2026-06-10', rhythm: 'monthly', lastDay: '2026-05-10', isIncome: false },
};

function finding(reason: string, day: string, severity: NamedFinding['severity'] = 'low'): NamedFinding {
  const what = reasons[reason] as Reason;
  return {
    key: `${what.kind}:x`,
    fact: '42',
    reason: what,
    merchant: 'nobelhart',
    category: 'dining',
    day,
    amount: 12_000,
    stake: 10_000,
    severity,
    entryIds: ['e'],
    name: 'Nobelhart',
    entries: [{ id: 'e', day }],
    earlier: [1_500, 1_400],
  };
}

const all = Object.keys(reasons).map((reason) => finding(reason, '2026-06-15'));

describe('findings', () => {
  test('each have one rule', () => {
    const kinds = (alerts: readonly { facts: { reason: Reason } }[]) => alerts.map(({ facts }) => facts.reason.kind);
    expect(kinds(unusualAlerts(all, '2026-06-15'))).toEqual(['unusual-amount', 'duplicate', 'large-first']);
    expect(kinds(priceRiseAlerts(all, '2026-06-15'))).toEqual(['price-rise', 'income-fall']);
    expect(kinds(missedBillAlerts(all))).toEqual(['missing']);
  });

  test.each([
    ['2026-06-12', 1],
    ['2026-06-11', 0],
  ])('of %s are told on the 15th: %d', (day, count) => {
    expect(unusualAlerts([finding('odd', day)], '2026-06-15')).toHaveLength(count);
  });

  test('of new prices are told for ten days', () => {
    expect(priceRiseAlerts([finding('dearer', '2026-06-06')], '2026-06-15')).toHaveLength(1);
    expect(priceRiseAlerts([finding('dearer', '2026-06-05')], '2026-06-15')).toEqual([]);
  });

  test('a new price or a missed bill is worth a message however small, an odd amount is not', () => {
    const graveness = [
      ...unusualAlerts(all, '2026-06-15').slice(0, 1),
      ...priceRiseAlerts(all, '2026-06-15').slice(0, 1),
      ...missedBillAlerts([finding('missing', '2026-06-10'), finding('missing', '2026-06-10', 'high')]),
    ].map(({ severity }) => severity);
    expect(graveness).toEqual(['low', 'medium', 'medium', 'high']);
  });

  test('keep what a dismissal needs, and fall back to the category for a name', () => {
    const [alert] = unusualAlerts([{ ...finding('odd', '2026-06-15'), name: null, merchant: '' }], '2026-06-15');
    expect(alert).toMatchObject({ key: 'unusual:unusual-amount:x', bucket: '42' });
    expect(alert?.facts).toMatchObject({ finding: { key: 'unusual-amount:x', fact: '42' }, name: 'dining' });
  });
});
