import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { NewEntry } from '../../src/domain/entries.ts';
import { languages } from '../../src/language.ts';
import { budgetWords } from '../../src/wording/analytics/budget-words.ts';
import { wordsFor } from '../../src/wording/words-for.ts';
import { openLedger, type TestLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { faultOf, use } from './use-tool.ts';

const spend = (amount: string, date: string, more: Partial<NewEntry> = {}): NewEntry => ({
  kind: 'expense',
  amount,
  date,
  category: 'dining',
  ...more,
});

function at(ledger: TestLedger, today: string): TestLedger {
  return { ...ledger, asker: { ...ledger.asker, today, now: Temporal.Instant.from(`${today}T10:00:00Z`) } };
}

const budget = (ledger: TestLedger, amount: string, more = {}) =>
  use(ledger, 'set_budget', { category: 'dining', amount, period: 'monthly', ...more });

/** From January to June 2026: 250, 320, 300, 380, 200, and 100 up to the 15th of June. */
const halfAYear = [
  spend('250', '2026-01-03'),
  spend('350', '2026-02-10'),
  spend('30', '2026-02-11', { kind: 'refund' }),
  spend('300', '2026-03-31'),
  spend('380', '2026-04-01'),
  spend('200', '2026-05-20'),
  spend('100', '2026-06-10'),
  spend('999', '2026-04-01', { category: 'travel' }),
];

describe.each(databases)('budget_vs_actual on $name', ({ openTestDatabase }) => {
  const open = async (options = {}) =>
    openLedger(await openTestDatabase(), { now: '2026-06-15T10:00:00Z', ...options });

  test('tells in how many months it was kept, and by how much it was passed', async () => {
    const ledger = await open();
    await budget(at(ledger, '2026-01-01'), '300');
    await ledger.record(halfAYear);
    const { said, data, rows } = await use(ledger, 'budget_vs_actual', { category: 'dining' });
    // February by 20.00 and April by 80.00; to spend all of it, as in March, is to keep it.
    expect(said).toContain(
      'The last 5 months: 3 within it, 2 over, typically by €50.00, at most by €80.00 (April 2026).',
    );
    expect(said).toMatch(/^Dining this month: €100\.00 of €300\.00, €200\.00 left\. /);
    expect(data.budgets).toMatchObject([
      { kept: 3, passed: 2, past: ['€250.00', '€320.00', '€300.00', '€380.00', '€200.00'].map((spent) => ({ spent })) },
    ]);
    expect(rows).toMatchObject({ from: '2026-01-01', to: '2026-06-30', kinds: ['expense', 'refund'] });
  });

  test('says when it holds past months against a budget that is younger', async () => {
    const ledger = await open();
    await ledger.record(halfAYear);
    await budget(ledger, '310');
    const said = async (periods: number) => (await use(ledger, 'budget_vs_actual', { periods })).said;
    expect(await said(2)).toContain(
      'The last 2 months, against today’s budget: 1 within it, 1 over, by €70.00 (April 2026).',
    );
    await budget(ledger, '100');
    expect(await said(2)).toContain('always over, typically by €190.00, at most by €280.00 (April 2026).');
    await budget(ledger, '400');
    expect(await said(24)).toContain('The last 5 months, against today’s budget: always within it.');
  });

  test('sees the day on which a steady spender passes it, and what the month comes to', async () => {
    const ledger = await open();
    // Ten a day since March: 150.00 by 15 June, 300.00 by its end; 200.00 are passed on the 21st.
    const days = Array.from({ length: 107 }, (_, index) => Temporal.PlainDate.from('2026-03-01').add({ days: index }));
    await ledger.record(days.map((day) => spend('10', day.toString(), { note: 'lunch' })));
    await budget(ledger, '200');
    const { said, charts } = await use(ledger, 'budget_vs_actual');
    expect(said).toContain('At this pace it passes the budget on 21 Jun and comes to €300.00.');
    expect(charts?.[0]).toMatchObject({
      kind: 'budget',
      title: 'Budgets, June 2026',
      rows: [{ label: 'Dining', spent: 15_000, budget: 20_000, expected: 30_000 }],
    });
    await budget(ledger, '310');
    expect((await use(ledger, 'budget_vs_actual')).said).toContain(
      'It will be close: at this pace it comes to €300.00.',
    );
    await budget(ledger, '400');
    const calm = await use(ledger, 'budget_vs_actual', { chart: false });
    expect(calm.said).toContain('On course: at this pace it comes to €300.00.');
    expect(calm.charts).toBeUndefined();
    await budget(ledger, '120');
    expect((await use(ledger, 'budget_vs_actual')).said).toMatch(
      /^Dining this month: €150\.00 of €120\.00, €30\.00 over\. At this pace it comes to €300\.00\./,
    );
  });

  test('takes the rent for a charge, not for a pace, and waits for it where it is still to come', async () => {
    const ledger = await open({ now: '2026-06-05T10:00:00Z' });
    const rents = ['01', '02', '03', '04', '05', '06'].map((month) =>
      spend('900', `2026-${month}-01`, { category: 'housing', note: 'rent' }),
    );
    await ledger.record(rents);
    await budget(ledger, '950', { category: 'housing' });
    const june = await use(ledger, 'budget_vs_actual', { category: 'housing' });
    expect(june.said).toContain('On course: at this pace it comes to €900.00.');
    const may = at(ledger, '2026-06-30');
    const july = { ...may, asker: { ...may.asker, today: '2026-07-01' } };
    expect((await use(july, 'budget_vs_actual', { category: 'housing' })).said).toContain('comes to €900.00.');
  });

  test('sums several up, each against its own period', async () => {
    const ledger = await open();
    const days = Array.from({ length: 107 }, (_, index) => Temporal.PlainDate.from('2026-03-01').add({ days: index }));
    await ledger.record(days.map((day) => spend('10', day.toString(), { note: 'lunch' })));
    await budget(ledger, '200');
    await budget(ledger, '100', { period: 'weekly' });
    await budget(ledger, '9000', { category: 'total', period: 'yearly' });
    const { said, charts } = await use(ledger, 'budget_vs_actual');
    const [first, ...lines] = said.split('\n');
    expect(first).toBe('2 of 3 budgets are on course. Will pass at this pace: dining.');
    expect(lines).toHaveLength(3);
    // Fourteen weeks and a Monday: 70.00 each.
    expect(lines[1]).toContain('Dining this week: €10.00 of €100.00');
    expect(lines[1]).toContain('The last 6 weeks, against today’s budget: always within it.');
    const week = expect.stringMatching(/^Dining, 15.*21 Jun 2026$/);
    expect(charts).toMatchObject([{ rows: [{ label: 'Dining' }, { label: week }, { label: 'All spending, 2026' }] }]);
  });

  test('counts other currencies at their own days’ rates, and lists what has none', async () => {
    const ledger = await open();
    await use(ledger, 'set_rate', { base: 'USD', quote: 'EUR', rate: '0.90', date: '2026-04-01' });
    await ledger.record([
      spend('100', '2026-04-01'),
      spend('100', '2026-04-02', { currency: 'USD' }),
      spend('50', '2026-05-02'),
      spend('900', '2026-05-02', { currency: 'JPY' }),
    ]);
    await budget(ledger, '200', { currency: 'USD' });
    await budget(ledger, '5000', { currency: 'JPY', period: 'weekly' });
    const { said } = await use(ledger, 'budget_vs_actual');
    // 190.00 in April and 50.00 in May, of 200 dollars at 0.90.
    expect(said).toContain('Dining this month: €0.00 of $200.00 (€180.00), €180.00 left.');
    expect(said).toContain('1 within it, 1 over, by €10.00 (April 2026).');
    expect(said).toContain('Dining: ¥5,000. I know no rate into EUR yet, so I can’t compare.');
    expect(said).toContain('Not counted, because no rate is known: ¥900.');
  });

  test('with nothing to compare says what would work', async () => {
    const ledger = await open();
    const said = async (args = {}) => (await use(ledger, 'budget_vs_actual', args)).said;
    expect(await said()).toBe('No budgets yet. Write “budget 300 for dining a month” to set one.');
    expect(await said({ category: 'Pets' })).toBe(
      'There is no budget for pets yet. Write “budget 300 for pets a month” to set one.',
    );
    expect(await faultOf(said({ category: 'yachts' }))).toMatch(/^There is no category "yachts"\./);
    expect(await faultOf(said({ category: 'salary' }))).toMatch(/^salary is income; budgets are for spending\./);
    await budget(ledger, '300');
    expect((await said()).split('\n')).toEqual([
      'Dining this month: €0.00 of €300.00, €300.00 left.',
      'How it holds over time shows after two whole months.',
    ]);
    await ledger.record([spend('1000000', '2026-06-15')]);
    expect(await said()).toMatch(/€1,000,000\.00 of €300\.00, €999,700\.00 over\./);
  });

  test('shows nothing of another ledger', async () => {
    const database = await openTestDatabase();
    const [ann, bob] = [await openLedger(database), await openLedger(database)];
    await ann.record([spend('777', '2026-05-02'), spend('777', '2026-06-02')]);
    await budget(ann, '7777');
    await budget(bob, '100');
    await bob.record([spend('5', '2026-04-02')]);
    const { said, data, charts } = await use(bob, 'budget_vs_actual');
    expect(said).toMatch(/^Dining this month: €0\.00 of €100\.00/);
    expect(JSON.stringify([said, data, charts])).not.toContain('77');
  });
});

test('what sets a budget is said in words that set it', async () => {
  const { calls } = await import('../offline/asking.ts');
  for (const language of languages) {
    const words = wordsFor(language);
    for (const name of ['groceries', 'dining', 'personal care', 'pets']) {
      const command = budgetWords(words).command(language === 'en' ? '320.50' : '320,50', words.category(name));
      expect(await calls(command, { language }), command).toEqual([
        { name: 'set_budget', args: { category: name, amount: '320.50', period: 'monthly' } },
      ]);
    }
  }
});
