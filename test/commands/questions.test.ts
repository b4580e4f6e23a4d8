/**
 * Questions over a ledger, asked through the chat as a script does: with a language model that writes the SQL, and with
 * the offline model. What is right is counted here from the entries themselves.
 */

import { Temporal } from 'temporal-polyfill';
import { describe, expect, onTestFinished, test } from 'vitest';
import { terminalAsker } from '../../src/commands/terminal-asker.ts';
import { databases } from '../support/databases.ts';
import { startScriptedModel } from '../support/scripted-model.ts';
import { type Fact, madeUpFacts, recordFacts } from './made-up-entries.ts';
import { repliesOf, runPurser } from './run-purser.ts';

const now = '2026-11-21T12:00';
const facts = madeUpFacts();
const expenses = facts.filter(({ kind }) => kind === 'expense');

const money = (cents: number) =>
  `${cents < 0 ? '-' : ''}€${Math.floor(Math.abs(cents) / 100).toLocaleString('en-US')}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];
const dayText = (day: string) => `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]}`;
const monthText = (month: string) => `${months[Number(month.slice(5)) - 1]} 2026`;
const signed = ({ kind, cents }: Fact) => (kind === 'refund' ? -cents : kind === 'expense' ? cents : 0);
const total = (some: readonly Fact[]) => some.reduce((sum, fact) => sum + signed(fact), 0);
const within = (from: string, to: string) => (fact: Fact) => fact.day >= from && fact.day <= to;
const of = (category: string) => (fact: Fact) => fact.category === category;

/** Groups with what each comes to, the most first. */
function ranked(some: readonly Fact[], key: (fact: Fact) => string, worth = total): [string, number][] {
  return [...Map.groupBy(some, key)]
    .map(([name, same]): [string, number] => [name, worth(same)])
    .sort((a, b) => b[1] - a[1]);
}

const spending = facts.filter(({ kind }) => kind !== 'income');
const count = (some: readonly Fact[]) => some.length;
const largestFirst = expenses.toSorted((a, b) => b.cents - a.cents);
const byDay = expenses.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
const summer = within('2026-06-01', '2026-08-31');
const median = (some: readonly Fact[]) => {
  const cents = some.map((fact) => fact.cents).sort((a, b) => a - b);
  return cents[Math.floor((cents.length - 1) / 2)] as number;
};
const rounded = (cents: number) => Math.round(cents);
const NET = "sum(case kind when 'refund' then -amount_home when 'expense' then amount_home end)";

interface Question {
  readonly ask: string;
  readonly sql: string;
  readonly rows: readonly (readonly string[])[];
}

const questions: readonly Question[] = [
  {
    ask: 'Which three days last summer did I spend most on taxis?',
    sql: `select day, sum(amount_home) as spent from entries where merchant like 'Taxi%' and kind = 'expense' and day between '2026-06-01' and '2026-08-31' group by day order by spent desc limit 3`,
    rows: ranked(
      expenses.filter(summer).filter(({ merchant }) => merchant === 'Taxi Blau'),
      ({ day }) => day,
    )
      .slice(0, 3)
      .map(([day, cents]) => [dayText(day), money(cents)]),
  },
  {
    ask: 'How much did I spend in each category?',
    sql: `select category, ${NET} as spent from entries where kind <> 'income' group by category order by spent desc`,
    rows: ranked(spending, ({ category }) => category).map(([name, cents]) => [name, money(cents)]),
  },
  {
    ask: 'My five biggest expenses?',
    sql: "select day, merchant, amount_home from entries where kind = 'expense' order by amount_home desc limit 5",
    rows: largestFirst.slice(0, 5).map(({ day, merchant, cents }) => [dayText(day), merchant, money(cents)]),
  },
  {
    ask: 'Spending by month?',
    sql: `select month, ${NET} as spent from entries where kind <> 'income' group by month order by month`,
    rows: ranked(spending, ({ day }) => day.slice(0, 7))
      .sort((a, b) => (a[0] < b[0] ? -1 : 1))
      .map(([month, cents]) => [monthText(month), money(cents)]),
  },
  {
    ask: 'How many times did I go to each shop?',
    sql: "select merchant, count(*) as times from entries where kind = 'expense' group by merchant order by times desc, merchant",
    rows: ranked(expenses, ({ merchant }) => merchant, count)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([name, times]) => [name, String(times)]),
  },
  {
    ask: 'What came in, in all?',
    sql: "select sum(amount_home) from entries where kind = 'income'",
    rows: [[money(facts.filter(({ kind }) => kind === 'income').reduce((sum, { cents }) => sum + cents, 0))]],
  },
  {
    ask: 'What is left of my income?',
    sql: "select sum(case kind when 'expense' then -amount_home else amount_home end) as saved from entries",
    rows: [[money(facts.reduce((sum, { kind, cents }) => sum + (kind === 'expense' ? -cents : cents), 0))]],
  },
  {
    ask: 'The average grocery run?',
    sql: "select round(avg(amount_home), 2) as average from entries where category = 'groceries' and kind = 'expense'",
    rows: [
      [
        money(
          rounded(
            expenses.filter(of('groceries')).reduce((sum, { cents }) => sum + cents, 0) /
              expenses.filter(of('groceries')).length,
          ),
        ),
      ],
    ],
  },
  {
    ask: 'The median restaurant bill (the lower one)?',
    sql: `with ordered as (select amount_home, row_number() over (order by amount_home) as place, count(*) over () as n from entries where category = 'dining' and kind = 'expense') select amount_home from ordered where place = floor((n + 1) / 2)`,
    rows: [[money(median(expenses.filter(of('dining'))))]],
  },
  {
    ask: 'When did I first take the metro?',
    sql: "select min(day) from entries where merchant = 'Metro' and kind = 'expense'",
    rows: [[dayText(byDay.find(({ merchant }) => merchant === 'Metro')?.day ?? '')]],
  },
  {
    ask: 'And last?',
    sql: "select max(day) from entries where merchant = 'Metro' and kind = 'expense'",
    rows: [[dayText(byDay.findLast(({ merchant }) => merchant === 'Metro')?.day ?? '')]],
  },
  {
    ask: 'On how many days did I spend anything in July?',
    sql: "select count(distinct day) from entries where kind = 'expense' and month = '2026-07'",
    rows: [[String(new Set(expenses.filter(within('2026-07-01', '2026-07-31')).map(({ day }) => day)).size)]],
  },
  {
    ask: 'Which months cost me more than the month before?',
    sql: `with months as (select month, ${NET} as spent from entries where kind <> 'income' group by month), both_months as (select month, spent, lag(spent) over (order by month) as earlier from months) select month from both_months where spent > earlier order by month`,
    rows: (() => {
      const sums = ranked(spending, ({ day }) => day.slice(0, 7)).sort((a, b) => (a[0] < b[0] ? -1 : 1));
      return sums.flatMap(([month, cents], at) =>
        at > 0 && cents > (sums[at - 1]?.[1] ?? 0) ? [[monthText(month)]] : [],
      );
    })(),
  },
  {
    ask: 'How did my spending add up over the first quarter?',
    sql: `with months as (select month, ${NET} as spent from entries where kind <> 'income' and month <= '2026-03' group by month) select month, sum(spent) over (order by month) as so_far from months order by month`,
    rows: (() => {
      let sum = 0;
      return ['2026-01', '2026-02', '2026-03'].map((month) => {
        sum += total(spending.filter(({ day }) => day.startsWith(month)));
        return [monthText(month), money(sum)];
      });
    })(),
  },
  {
    ask: 'The biggest expense of each category?',
    sql: `with placed as (select category, merchant, amount_home, row_number() over (partition by category order by amount_home desc) as place from entries where kind = 'expense') select category, merchant, amount_home from placed where place = 1 order by category`,
    rows: [...Map.groupBy(largestFirst, ({ category }) => category)]
      .map(([category, [first]]) => [category, first?.merchant ?? '', money(first?.cents ?? 0)])
      .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
  },
  {
    ask: 'Which shops did I visit in January and never again?',
    sql: "select distinct merchant from entries where kind = 'expense' and month = '2026-01' and merchant not in (select merchant from entries where kind = 'expense' and month > '2026-01' and merchant is not null) order by merchant",
    rows: [...new Set(expenses.filter(({ day }) => day < '2026-02').map(({ merchant }) => merchant))]
      .filter((name) => !expenses.some(({ day, merchant }) => day >= '2026-02' && merchant === name))
      .sort()
      .map((name) => [name]),
  },
  {
    ask: 'What did I get back?',
    sql: "select merchant, amount_home from entries where kind = 'refund' order by amount_home desc",
    rows: facts
      .filter(({ kind }) => kind === 'refund')
      .sort((a, b) => b.cents - a.cents)
      .map(({ merchant, cents }) => [merchant, money(cents)]),
  },
  {
    ask: 'Which categories took more than a quarter of it all?',
    sql: `select category, ${NET} as spent from entries where kind <> 'income' group by category having ${NET} > (select ${NET} from entries where kind <> 'income') / 4 order by spent desc`,
    rows: ranked(spending, ({ category }) => category)
      .filter(([, cents]) => cents > total(spending) / 4)
      .map(([name, cents]) => [name, money(cents)]),
  },
  {
    ask: 'Small ones under five euros: how many, and how much?',
    sql: "select count(*) as times, sum(amount_home) as spent from entries where kind = 'expense' and amount_home < 5",
    rows: (() => {
      const small = expenses.filter(({ cents }) => cents < 500);
      return [[String(small.length), small.length === 0 ? '–' : money(total(small))]];
    })(),
  },
  {
    ask: 'Groceries against dining, by quarter?',
    sql: `select case when month <= '2026-03' then 'Q1' when month <= '2026-06' then 'Q2' when month <= '2026-09' then 'Q3' else 'Q4' end as quarter, sum(case when category = 'groceries' then amount_home else 0 end) as groceries, sum(case when category = 'dining' then amount_home else 0 end) as dining from entries where kind = 'expense' group by quarter order by quarter`,
    rows: ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter, at) => {
      const part = expenses.filter(({ day }) => Math.floor((Number(day.slice(5, 7)) - 1) / 3) === at);
      return [quarter, money(total(part.filter(of('groceries')))), money(total(part.filter(of('dining'))))];
    }),
  },
  {
    ask: 'The three cheapest months?',
    sql: `select month, ${NET} as spent from entries where kind <> 'income' group by month order by spent limit 3`,
    rows: ranked(spending, ({ day }) => day.slice(0, 7))
      .reverse()
      .slice(0, 3)
      .map(([month, cents]) => [monthText(month), money(cents)]),
  },
  {
    ask: 'How many entries are there?',
    sql: 'select count(*) from entries',
    rows: [[facts.length.toLocaleString('en-US')]],
  },
  {
    ask: 'Which of my categories did I never use?',
    sql: "select name from categories where kind = 'expense' and name not in (select category from entries) and name between 'e' and 'f' order by name",
    rows: [['education'], ['entertainment']],
  },
  {
    ask: 'Days with three or more expenses?',
    sql: "select day, count(*) as times from entries where kind = 'expense' group by day having count(*) >= 3 order by day",
    rows: ranked(expenses, ({ day }) => day, count)
      .filter(([, times]) => times >= 3)
      .sort((a, b) => (a[0] < b[0] ? -1 : 1))
      .map(([day, times]) => [dayText(day), String(times)]),
  },
  {
    ask: 'My spending in the first half against the second?',
    sql: `select 'first' as half, ${NET} as spent from entries where month <= '2026-06' and kind <> 'income' union all select 'second', ${NET} from entries where month > '2026-06' and kind <> 'income'`,
    rows: [
      ['first', money(total(spending.filter(({ day }) => day < '2026-07')))],
      ['second', money(total(spending.filter(({ day }) => day >= '2026-07')))],
    ],
  },
  {
    ask: 'Where do I spend more per visit than at Lidl?',
    sql: `with visits as (select merchant, avg(amount_home) as visit from entries where kind = 'expense' group by merchant) select merchant from visits where visit > (select visit from visits where merchant = 'Lidl') order by merchant`,
    rows: (() => {
      const average = (some: readonly Fact[]) => some.reduce((sum, { cents }) => sum + cents, 0) / some.length;
      const visits = ranked(expenses, ({ merchant }) => merchant, average);
      const lidl = visits.find(([name]) => name === 'Lidl')?.[1] ?? 0;
      return visits
        .filter(([, cents]) => cents > lidl)
        .map(([name]) => [name])
        .sort();
    })(),
  },
  {
    ask: 'My budgets?',
    sql: 'select category, amount, period from budgets order by category',
    rows: [
      ['groceries', '250', 'monthly'],
      ['total', '1,500', 'monthly'],
    ],
  },
  {
    ask: 'Which months went over the grocery budget?',
    sql: `select e.month, sum(e.amount_home) as spent from entries e join budgets b on b.category = e.category where e.kind = 'expense' and e.category = 'groceries' group by e.month, b.amount having sum(e.amount_home) > b.amount order by e.month`,
    rows: ranked(expenses.filter(of('groceries')), ({ day }) => day.slice(0, 7))
      .filter(([, cents]) => cents > 25_000)
      .sort((a, b) => (a[0] < b[0] ? -1 : 1))
      .map(([month, cents]) => [monthText(month), money(cents)]),
  },
  {
    ask: 'How much of my spending is at Rewe, in percent?',
    sql: "select round(100.0 * sum(case when merchant = 'Rewe' then amount_home else 0 end) / sum(amount_home), 1) as share from entries where kind = 'expense'",
    rows: [
      [
        ((100 * total(expenses.filter(({ merchant }) => merchant === 'Rewe'))) / total(expenses))
          .toFixed(1)
          .replace(/\.0$/, ''),
      ],
    ],
  },
  {
    ask: 'The longest note?',
    sql: 'select count(note) from entries',
    rows: [['0']],
  },
];

/** What the offline model makes of them by itself. */
const offline: readonly { readonly ask: string; readonly said: string }[] = [
  {
    ask: 'top 3 merchants this year',
    said: [
      'Top 3 merchants this year:',
      ...ranked(spending, ({ merchant }) => merchant)
        .slice(0, 3)
        .map(([name, cents]) => `${name} · ${money(cents)}`),
    ].join('\n'),
  },
  {
    ask: 'how many times did I go to Lidl this year?',
    said: `How many times did I go to Lidl this year? ${expenses.filter(({ merchant }) => merchant === 'Lidl').length}`,
  },
  {
    ask: 'what was my largest expense in July?',
    said: (() => {
      const [first] = largestFirst.filter(within('2026-07-01', '2026-07-31'));
      return `${dayText(first?.day ?? '')} · ${first?.merchant} · ${first?.category} · ${((first?.cents ?? 0) / 100).toFixed(2)} · EUR`;
    })(),
  },
  {
    ask: 'what was my smallest expense in July?',
    said: (() => {
      const first = largestFirst.filter(within('2026-07-01', '2026-07-31')).at(-1);
      return `${dayText(first?.day ?? '')} · ${first?.merchant} · ${first?.category} · ${((first?.cents ?? 0) / 100).toFixed(2)} · EUR`;
    })(),
  },
  {
    ask: 'average spending per day in October',
    said: `Average spending per day in October: ${money(rounded(total(spending.filter(within('2026-10-01', '2026-10-31'))) / 31))}`,
  },
  {
    ask: 'when did I first go to Rewe?',
    said: `${dayText(byDay.find(({ merchant }) => merchant === 'Rewe')?.day ?? '')} · Rewe`,
  },
  {
    ask: 'when did I last go to Rewe?',
    said: `${dayText(byDay.findLast(({ merchant }) => merchant === 'Rewe')?.day ?? '')} · Rewe`,
  },
  {
    ask: 'how many days without spending in July?',
    said: `How many days without spending in July? ${31 - new Set(expenses.filter(within('2026-07-01', '2026-07-31')).map(({ day }) => day)).size}`,
  },
  {
    ask: 'which month was the most expensive this year?',
    said: ranked(spending, ({ day }) => day.slice(0, 7))
      .slice(0, 1)
      .map(([month, cents]) => `${monthText(month)} · ${money(cents)}`)
      .join(),
  },
  {
    ask: 'spending by weekday in July',
    // Monday is 1.
    said: ranked(spending.filter(within('2026-07-01', '2026-07-31')), ({ day }) =>
      String(Temporal.PlainDate.from(day).dayOfWeek),
    )
      .filter(([weekday]) => weekday === '1')
      .map(([, cents]) => `Mon ${money(cents)}`)
      .join(),
  },
];

describe.each(databases)('questions on $name', ({ openTestDatabase }) => {
  test('thirty of them, with a model that writes the SQL, and those that need none', async () => {
    expect(questions).toHaveLength(30);
    const database = await openTestDatabase();
    const start = await runPurser(['chat', '--json', '--db', database.url, '--now', now], {
      input: 'my currency is EUR\nbudget 250 for groceries a month\nlimit total spending to 1500 monthly\n',
    });
    expect(start.code).toBe(0);
    const instant = Temporal.Instant.from('2026-11-21T11:00:00Z');
    const defaults = { currency: 'EUR', timezone: 'Europe/Berlin', firstDayOfWeek: 1 } as const;
    const asker = await database.transaction((tx) => terminalAsker(tx, 'you', defaults, instant));
    await recordFacts(database, asker, facts);

    const server = await startScriptedModel((messages) => {
      const last = messages.at(-1);
      if (last?.role === 'tool') return { text: 'Here it is.' };
      const asked = questions.find(({ ask }) => ask === last?.content);
      const args = { sql: asked?.sql ?? 'select 1', chart: null, title: null, suggestion: null };
      return { toolCalls: [{ name: 'query_ledger', args }] };
    });
    onTestFinished(() => server.close());
    const run = await runPurser(['chat', '--json', '--db', database.url, '--now', now], {
      input: questions.map(({ ask }) => JSON.stringify({ text: ask })).join('\n'),
      environment: { OPENAI_API_KEY: 'test-key', OPENAI_BASE_URL: server.url },
    });
    const replies = repliesOf(run);
    expect(replies.map(({ tools: [tool] }) => tool.result?.rows ?? tool.error)).toEqual(
      questions.map(({ rows }) => rows),
    );
    expect(replies.every(({ text }) => text === 'Here it is.')).toBe(true);

    // The offline model writes the same queries for both.
    if (database.dialect === 'mysql') return;
    const alone = await runPurser(['chat', '--json', '--db', database.url, '--now', now], {
      input: offline.map(({ ask }) => ask).join('\n'),
    });
    const told = repliesOf(alone).map(({ text }) => text as string);
    for (const [at, { ask, said }] of offline.entries()) expect(told[at], ask).toContain(said);
  });
});
