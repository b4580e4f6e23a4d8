import { describe, expect, test } from 'vitest';
import { languages } from '../../src/language.ts';
import { openLedger } from '../domain/open-ledger.ts';
import { calls } from '../offline/asking.ts';
import { databases } from '../support/databases.ts';
import { ordinaryMonths } from './ordinary-months.ts';
import { faultOf, use } from './use-tool.ts';

describe.each(databases)('recommend_budgets on $name', ({ openTestDatabase }) => {
  const open = async (options = {}) =>
    openLedger(await openTestDatabase(), { now: '2026-06-15T10:00:00Z', ...options });
  const household = async () => {
    const ledger = await open();
    await ledger.record(ordinaryMonths);
    return ledger;
  };

  test('advises what is usual where the income covers it', async () => {
    const ledger = await household();
    await use(ledger, 'set_budget', { category: 'dining', amount: '150', period: 'monthly' });
    await use(ledger, 'set_budget', { category: 'groceries', amount: '310', period: 'monthly' });
    // The medians of five months, and the rent: 1,220.00 of 2,000.00.
    expect((await use(ledger, 'recommend_budgets')).said.split('\n')).toEqual([
      'Of the €2,000.00 that usually come in a month, your usual spending leaves €780.00 free.',
      'These budgets fit what you usually spend, going by 5 whole months: €1,220.00 a month in all.',
      'Housing: €800.00. Write “budget 800 for housing a month” to set it.',
      'Groceries: €310.00 (as it is).',
      'Dining: €110.00 (€150.00 at present). Write “budget 110 for dining a month” to set it.',
    ]);
  });

  test('shrinks what does not recur to make room for savings, and never the rent', async () => {
    const ledger = await household();
    // 2,000.00 less 900.00 and 800.00 leave 300.00 of 420.00: steps of 2.00 in proportion 31 to 11 are 111 and 39.
    expect((await use(ledger, 'recommend_budgets', { savings: '900' })).said.split('\n')).toEqual([
      'To save €900.00 of the €2,000.00 that usually come in a month, what does not recur has to shrink by 29%. These budgets do that.',
      'Housing: €800.00. Write “budget 800 for housing a month” to set it.',
      'Groceries: €222.00 (usually €310.00). Write “budget 222 for groceries a month” to set it.',
      'Dining: €78.00 (usually €110.00). Write “budget 78 for dining a month” to set it.',
    ]);
    // 150.00 of 420.00 remain.
    expect((await use(ledger, 'recommend_budgets', { savings: '1050' })).said).toMatch(
      /would have to shrink by 64%\. That is hard to keep/,
    );
    expect((await use(ledger, 'recommend_budgets', { savings: '1300' })).said).toBe(
      'Recurring charges of €800.00 and €1,300.00 saved are €100.00 more than the €2,000.00 that usually come in a month. Saving less, for longer, or ending a charge would make room.',
    );
  });

  test('takes what a goal needs a month', async () => {
    const ledger = await household();
    // 199 days from 15 June to the last of the year.
    await use(ledger, 'goals', { action: 'set', name: 'car', amount: '5000', by: '2026-12-31' });
    await use(ledger, 'goals', { action: 'set', name: 'boat', amount: '5000' });
    await use(ledger, 'goals', { action: 'set', name: 'lunch', amount: '10', by: '2026-06-20' });
    const pace = (Math.ceil((500_000 * 30.436875) / 199) / 100).toFixed(2);
    expect((await use(ledger, 'recommend_budgets', { goal: 'CAR' })).said).toContain(`and €${pace} saved leave`);
    // Ten euros in five days are ten euros, not sixty a month.
    expect((await use(ledger, 'recommend_budgets', { goal: 'lunch' })).said).toContain(
      'and €10.00 saved leave €770.00 free',
    );
    expect(await faultOf(use(ledger, 'recommend_budgets', { goal: 'boat' }))).toBe(
      '"boat" has no day to come. | Say until when, or how much to save a month.',
    );
    expect(await faultOf(use(ledger, 'recommend_budgets', { goal: 'yacht' }))).toMatch(/^There is no goal "yacht"\./);
  });

  test('says what it would need, and what it does not know', async () => {
    const ledger = await open();
    const said = async (args = {}) => (await use(ledger, 'recommend_budgets', args)).said;
    expect(await said()).toMatch(/^There are no entries yet\./);
    const [rent, ...rest] = ordinaryMonths.filter(({ note }) => note === 'rent').reverse();
    if (!rent) throw new Error('no rent');
    await ledger.record([rent]);
    expect(await said()).toBe('That takes 2 whole months; so far there are none.');
    await ledger.record(rest);
    expect(await said({ savings: '100' })).toBe(
      [
        'I know of no regular income, so I can’t tell what may be saved.',
        'These budgets fit what you usually spend, going by 5 whole months: €800.00 a month in all.',
        'Housing: €800.00. Write “budget 800 for housing a month” to set it.',
      ].join('\n'),
    );
    await ledger.record([{ kind: 'expense', amount: '900', currency: 'JPY', date: '2026-05-05', category: 'travel' }]);
    expect(await said()).toMatch(/Not counted, because no rate is known: ¥900\.$/);
    expect(await faultOf(said({ savings: '0' }))).toMatch(/^The amount is zero\./);
  });

  test('is not upset by one enormous purchase', async () => {
    const ledger = await household();
    await ledger.record([{ kind: 'expense', amount: '900000', date: '2026-03-05', note: 'ring', category: 'dining' }]);
    expect((await use(ledger, 'recommend_budgets')).data.budgets).toMatchObject([
      { name: 'housing' },
      { name: 'groceries' },
      { name: 'dining', said: expect.stringMatching(/^Dining: €120\.00/) },
    ]);
  });

  test('changes nothing, and each of its commands sets the budget that it advises', async () => {
    const ledger = await household();
    const before = await ledger.state();
    for (const language of languages) {
      const { said } = await use(ledger, 'recommend_budgets', { savings: '900' }, { language });
      const commands = [...said.matchAll(/[“«„]\s?([^”»“]*?)\s?[”»“]/gu)].map(([, command = '']) => command);
      const set = await Promise.all(commands.map((command) => calls(command, { language })));
      expect(set.flat().map(({ name, args }) => [name, args.category, args.amount, args.period])).toEqual([
        ['set_budget', 'housing', '800', 'monthly'],
        ['set_budget', 'groceries', '222', 'monthly'],
        ['set_budget', 'dining', '78', 'monthly'],
      ]);
    }
    expect(await ledger.state()).toEqual(before);
  });

  test('in another currency than the person’s own names it in the commands', async () => {
    const ledger = await open({ currency: 'USD', ledgerCurrency: 'EUR' });
    await ledger.record(ordinaryMonths.map((entry) => ({ ...entry, currency: 'EUR' })));
    expect((await use(ledger, 'recommend_budgets')).said).toContain(
      'Write “budget 800 EUR for housing a month” to set it.',
    );
    expect(await faultOf(use(ledger, 'recommend_budgets', { savings: '100' }))).toBe(
      'I know no rate from USD into EUR. | Write it like "1 USD = 0.92 EUR".',
    );
    await use(ledger, 'set_rate', { base: 'USD', quote: 'EUR', rate: '0.90' });
    expect((await use(ledger, 'recommend_budgets', { savings: '100' })).said).toContain(
      'and €90.00 saved leave €690.00 free',
    );
  });
});
