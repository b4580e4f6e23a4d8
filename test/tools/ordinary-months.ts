/** Five whole months of a made-up household, the same in all of them but for what is eaten. */

import type { NewEntry } from '../../src/domain/entries.ts';

const eaten = [
  { month: '2026-01', groceries: 300, dining: 100 },
  { month: '2026-02', groceries: 320, dining: 120 },
  { month: '2026-03', groceries: 310, dining: 110 },
  { month: '2026-04', groceries: 290, dining: 90 },
  { month: '2026-05', groceries: 330, dining: 130 },
];

/**
 * January to May 2026: 2,000.00 of pay, 800.00 of rent on the first, groceries around 310.00 and dining around 110.00,
 * each at another place; in June the rent alone.
 */
export const ordinaryMonths: readonly NewEntry[] = [
  ...eaten.flatMap(({ month, groceries, dining }, at): NewEntry[] => [
    { kind: 'income', amount: '2000', date: `${month}-25`, note: 'pay', category: 'salary' },
    { kind: 'expense', amount: '800', date: `${month}-01`, note: 'rent', category: 'housing' },
    {
      kind: 'expense',
      amount: String(groceries - 100),
      date: `${month}-0${at + 3}`,
      note: `shop ${at}`,
      category: 'groceries',
    },
    { kind: 'expense', amount: '100', date: `${month}-2${at}`, note: `market ${at}`, category: 'groceries' },
    { kind: 'expense', amount: String(dining), date: `${month}-1${at * 2}`, note: `inn ${at}`, category: 'dining' },
  ]),
  { kind: 'expense', amount: '800', date: '2026-06-01', note: 'rent', category: 'housing' },
];
