import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { changeSettings } from '../../src/alerts/settings.ts';
import { allTools } from '../../src/tools/all.ts';
import { toSpec } from '../../src/tools/tool.ts';
import { openLedger, type TestLedger } from '../domain/open-ledger.ts';
import { databases } from '../support/databases.ts';
import { strictSchemaFaults } from '../support/request-rules.ts';
import { type Args, faultOf, preview, toolNamed, use } from './use-tool.ts';

/** The names and arguments that scripts and evaluations depend on; a question mark where one may be left out. */
const contract: Record<string, string> = {
  record_entries: 'entries[kind amount currency? category? merchant? note? date?]',
  update_entry: 'entry changes{amount? currency? category? merchant? note? date? kind?}',
  delete_entries: 'entries',
  undo: '',
  redo: '',
  list_entries: 'from? to? category? merchant? search? minAmount? maxAmount? kind? sort? limit?',
  spending_summary: 'from to groupBy category? merchant? kind? chart?',
  set_budget: 'category amount currency? period',
  remove_budget: 'category',
  budget_status: 'category? chart?',
  manage_category: 'action',
  export_entries: 'format from? to?',
  describe_ledger: '',
  query_ledger: 'sql',
  find_recurring: 'kind? chart?',
  spending_patterns: 'category? months? chart?',
  find_unusual: 'from? to? category?',
  dismiss_finding: 'which',
  forecast_spending: 'category? months? chart?',
  set_preferences: 'currency? timezone? language? firstDayOfWeek? ledgerCurrency?',
  set_rate: 'base quote rate date?',
  spending_trends: 'category? merchant? unit? count? chart?',
  category_insights: 'category? from? to? chart?',
  year_over_year: 'year? category? chart?',
  monthly_report: 'month? chart?',
  budget_vs_actual: 'category? periods? chart?',
  recommend_budgets: 'savings? goal?',
  what_if: 'category percent? amount? goal?',
  goals: 'action name? amount? currency? by?',
  recurring_entries: 'action which? kind? amount? currency? category? merchant? note?',
  reminders: 'action kind? text? at? which?',
  alerts: 'action until? count? unit? from? to? cadence? time? weekday?',
  watch_spending: 'action amount? currency? per? category? merchant? number?',
  email: 'action address? takes?',
};

const choices: Record<string, string[]> = {
  'record_entries.entries.items.kind': ['expense', 'income', 'refund'],
  'list_entries.kind': ['expense', 'income', 'refund'],
  'spending_summary.groupBy': ['category', 'merchant', 'day', 'week', 'month', 'weekday', 'none'],
  'set_budget.period': ['weekly', 'monthly', 'yearly'],
  'manage_category.action': ['add', 'rename', 'merge', 'list'],
  'export_entries.format': ['csv', 'json'],
  'spending_trends.unit': ['week', 'month'],
  'goals.action': ['set', 'list', 'remove'],
  'recurring_entries.action': ['add', 'list', 'stop', 'skip', 'change'],
  'recurring_entries.kind': ['expense', 'income'],
  'reminders.action': ['add', 'list', 'stop', 'skip', 'change'],
  'reminders.kind': ['reminder', 'question'],
  'alerts.cadence': ['daily', 'weekly', 'monthly'],
  'watch_spending.per': ['entry', 'day', 'week', 'month'],
};

type Schema = {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  enum?: string[];
};

function argumentsOf({ properties = {}, required = [] }: Schema): string[] {
  return Object.entries(properties).map(([name, property]) => {
    const inner = property.items?.properties ? property.items : property.properties ? property : null;
    const fields = inner ? argumentsOf(inner).join(' ') : '';
    const shape = fields === '' ? '' : property.items ? `[${fields}]` : `{${fields}}`;
    return `${name}${shape}${required.includes(name) ? '' : '?'}`;
  });
}

describe('the tools as others know them', () => {
  test('are named as agreed', () => {
    expect(allTools.map((tool) => tool.name).sort()).toEqual(Object.keys(contract).sort());
  });

  test.each(Object.entries(contract))('%s takes %s', (name, expected) => {
    const schema = z.toJSONSchema(toolNamed(name).args, { io: 'input' }) as Schema;
    const found = argumentsOf(schema);
    // Optional ones may be added freely.
    const agreed = expected.split(/ (?![^[{]*[\]}])/).filter(Boolean);
    expect(found).toEqual(expect.arrayContaining(agreed));
    expect(found.filter((each) => !agreed.includes(each) && !each.endsWith('?'))).toEqual([]);
  });

  test.each(Object.entries(choices))('%s is one of %j', (path, expected) => {
    const [name = '', ...steps] = path.split('.');
    let schema = z.toJSONSchema(toolNamed(name).args, { io: 'input' }) as Schema;
    for (const step of steps) schema = (step === 'items' ? schema.items : schema.properties?.[step]) as Schema;
    expect(schema.enum).toEqual(expected);
  });

  test.each(allTools)('$name has a schema that strict providers take', (tool) => {
    const { name, description, parameters } = toSpec(tool);
    expect(strictSchemaFaults(parameters, name)).toEqual([]);
    expect(description).toMatch(/^[A-Z].{15,}\.$/s);
    const words = new Set<string>();
    const visit = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      if (Array.isArray(schema)) for (const each of schema) visit(each);
      else {
        for (const [key, value] of Object.entries(schema)) {
          words.add(key);
          for (const each of key === 'properties' ? Object.values(value as object) : [value]) visit(each);
        }
      }
    };
    visit(parameters);
    // What every provider's strict mode knows; limits of length or size are in none of them everywhere.
    const known = ['type', 'properties', 'required', 'additionalProperties', 'items', 'anyOf', 'enum', 'description'];
    expect([...words].filter((word) => !known.includes(word))).toEqual([]);
  });

  test.each(allTools)('$name: all that its strict schema lets be null, its own takes when left out', (tool) => {
    const { properties = {} } = toSpec(tool).parameters as Schema;
    const nullable = Object.keys(properties).filter((name) =>
      properties[name]?.anyOf?.some((one) => one.type === 'null'),
    );
    const own = z.toJSONSchema(tool.args, { io: 'input' }) as Schema;
    expect(nullable).toEqual(Object.keys(properties).filter((name) => !own.required?.includes(name)));
  });
});

/** Calls of every writing tool that would each do something to the ledger below. */
const writes: [string, Args][] = [
  ['record_entries', { entries: [{ kind: 'expense', amount: '5', note: 'tea' }] }],
  ['update_entry', { entry: 'last', changes: { amount: '99' } }],
  ['delete_entries', { entries: ['last'] }],
  ['undo', {}],
  ['set_budget', { category: 'dining', amount: '77', period: 'monthly' }],
  ['set_budget', { category: 'total', amount: '77', period: 'yearly' }],
  ['remove_budget', { category: 'dining' }],
  ['manage_category', { action: 'add', category: 'hobbies' }],
  ['manage_category', { action: 'rename', category: 'dining', to: 'restaurants' }],
  ['manage_category', { action: 'merge', category: 'dining', to: 'groceries' }],
  ['set_preferences', { currency: 'USD' }],
  ['set_rate', { base: 'USD', quote: 'EUR', rate: '0.92' }],
  ['goals', { action: 'set', amount: '2000', by: '2026-12-31' }],
  ['recurring_entries', { action: 'add', amount: '900', note: 'rent', cadence: { repeats: 'monthly', day: 1 } }],
  ['alerts', { action: 'mute', count: 3, unit: 'days' }],
  ['watch_spending', { action: 'add', amount: '100' }],
  ['reminders', { action: 'add', text: 'log cash', when: { repeats: 'daily', at: '21:00' } }],
  ['email', { action: 'stop' }],
];

describe.each(databases)('writing tools on $name', ({ openTestDatabase }) => {
  const open = async (database?: TestLedger['database']): Promise<TestLedger> => {
    const ledger = await openLedger(database ?? (await openTestDatabase()));
    await use(ledger, 'set_budget', { category: 'dining', amount: '300', period: 'monthly' });
    const entries = ['lunch', 'dinner'].map((note) => ({ kind: 'expense', amount: '10', note }));
    await use(ledger, 'record_entries', { entries });
    const { personId, now } = ledger.asker;
    const mail = { email: 'me@example.org', emailTakes: 'digests' } as const;
    await ledger.run((db) => changeSettings(db, personId, personId, mail, now));
    return ledger;
  };

  test('are all among the calls tried here', () => {
    const writing = allTools.filter((tool) => tool.write).map((tool) => tool.name);
    expect([...new Set([...writes.map(([name]) => name), 'redo', 'dismiss_finding'])].sort()).toEqual(
      writing.toSorted(),
    );
  });

  test('preview without changing anything, and the real call then does', async () => {
    const database = await openTestDatabase();
    for (const [name, args] of writes) {
      const ledger = await open(database);
      const before = await ledger.state();
      const changes = await database.client.change.count();
      expect((await preview(ledger, name, args)).said).toMatch(/^Shall I/);
      expect(await ledger.state(), name).toEqual(before);
      expect(await database.client.change.count()).toBe(changes);
      const outcome = await use(ledger, name, args);
      expect(outcome.said).toMatch(/\w/);
      expect(await ledger.state(), name).not.toEqual(before);
    }
  });

  test('give the same preview for the same state, and another one after a change', async () => {
    const ledger = await open();
    for (const [name, args] of writes.filter(([each]) => !['record_entries', 'manage_category'].includes(each))) {
      const [one, two] = [await preview(ledger, name, args), await preview(ledger, name, args)];
      expect(JSON.stringify(two.state), name).toBe(JSON.stringify(one.state));
    }
    for (const name of ['undo', 'update_entry', 'delete_entries']) {
      const args = writes.find(([each]) => each === name)?.[1];
      const before = JSON.stringify((await preview(ledger, name, args)).state);
      await use(ledger, 'update_entry', {
        entry: 'last',
        changes: { date: name === 'undo' ? '2026-01-01' : '2026-02-02' },
      });
      expect(JSON.stringify((await preview(ledger, name, args)).state), name).not.toBe(before);
      await use(ledger, 'undo');
    }
  });

  test('refuse a viewer and change nothing; reading tools answer one', async () => {
    const ledger = await open();
    await use(ledger, 'undo');
    const viewer = { asker: { ...ledger.asker, role: 'viewer' as const } };
    await use(ledger, 'redo');
    const before = await ledger.state();
    for (const [name, args] of [...writes, ['redo', {}] as [string, Args]]) {
      expect(await faultOf(use(ledger, name, args, viewer)), name).toBe(
        'You can look at this ledger, not change it. | Ask its owner to make you a member.',
      );
    }
    expect(await ledger.state()).toEqual(before);
    const june = { from: '2026-06-01', to: '2026-06-30' };
    for (const [name, args] of [
      ['list_entries', {}],
      ['spending_summary', { ...june, groupBy: 'none' }],
      ['budget_status', {}],
      ['manage_category', { action: 'list' }],
      ['export_entries', { format: 'csv' }],
    ] as [string, Args][]) {
      expect((await use(ledger, name, args, viewer)).said).toMatch(/\w/);
    }
  });

  test.each<[string, Args, RegExp]>([
    ['record_entries', { entries: [{ kind: 'expense', amount: '0' }] }, /The amount is zero/],
    ['record_entries', { entries: [{ kind: 'expense', amount: '-5' }] }, /"-5" is not an amount/],
    ['record_entries', { entries: [{ kind: 'expense', amount: '1e309' }] }, /"1e309" is not an amount/],
    ['record_entries', { entries: [{ kind: 'expense', amount: '9'.repeat(20) }] }, /more than one entry can hold/],
    ['record_entries', { entries: [{ kind: 'expense', amount: '5', currency: 'QQQ' }] }, /"QQQ" is not a currency/],
    ['record_entries', { entries: [{ kind: 'expense', amount: '5', date: '2026-02-30' }] }, /not a day/],
    ['record_entries', { entries: [{ kind: 'expense', amount: '5', date: '2150-01-01' }] }, /too far away/],
    ['record_entries', { entries: [{ kind: 'expense', amount: '5', category: 'yachts' }] }, /no category "yachts"/],
    [
      'record_entries',
      { entries: Array.from({ length: 26 }, () => ({ kind: 'expense', amount: '1' })) },
      /That is 26 items; I record up to 25 at a time/,
    ],
    ['update_entry', { entry: 'last', changes: { amount: '0' } }, /The amount is zero/],
    ['update_entry', { entry: 'last', changes: {} }, /It is like that already/],
    ['update_entry', { entry: 'no-such', changes: { amount: '5' } }, /not there any more/],
    ['delete_entries', { entries: ['no-such'] }, /not there any more/],
    ['delete_entries', { entries: ['last', "' OR 1=1 --"] }, /not there any more/],
    ['redo', {}, /nothing to redo/],
    ['set_budget', { category: 'yachts', amount: '5', period: 'monthly' }, /no category "yachts"/],
    ['set_budget', { category: 'dining', amount: '0', period: 'monthly' }, /The amount is zero/],
    ['set_budget', { category: 'salary', amount: '5', period: 'monthly' }, /budgets are for spending/],
    ['remove_budget', { category: 'pets' }, /There is no budget for pets/],
    ['manage_category', { action: 'add' }, /Which category/],
    ['manage_category', { action: 'add', category: 'Dining' }, /already/],
    ['manage_category', { action: 'rename', category: 'dining' }, /Into what/],
    ['manage_category', { action: 'rename', category: 'yachts', to: 'boats' }, /no category "yachts"/],
    ['manage_category', { action: 'merge', category: 'dining', to: 'yachts' }, /no category "yachts"/],
    ['manage_category', { action: 'merge', category: 'dining', to: 'salary' }, /is for expense/],
    ['set_preferences', { currency: 'EURO' }, /not a currency/],
    ['set_preferences', { timezone: 'Mars/Base' }, /not a time zone/],
    ['set_preferences', { language: 'it' }, /English, Spanish, German/],
    ['set_preferences', { firstDayOfWeek: 9 }, /one of seven days/],
  ])('%s %j is refused with a hint, in the preview too', async (name, args, sentence) => {
    const ledger = await open();
    const before = await ledger.state();
    for (const fault of [await faultOf(use(ledger, name, args)), await faultOf(preview(ledger, name, args))]) {
      expect(fault).toMatch(sentence);
      expect(fault).toMatch(/ \| .{10,}/);
    }
    expect(await ledger.state()).toEqual(before);
  });

  test.each<[string, Args, RegExp]>([
    ['list_entries', { from: '2026-06-31' }, /not a day/],
    ['list_entries', { from: '2026-06-30', to: '2026-06-01' }, /ends .* before it begins/],
    ['list_entries', { category: 'yachts' }, /no category "yachts"/],
    ['list_entries', { minAmount: '-5' }, /not an amount/],
    ['spending_summary', { from: '2026-06-30', to: '2026-06-01', groupBy: 'none' }, /before it begins/],
    ['spending_summary', { from: 'June', to: '2026-06-30', groupBy: 'none' }, /"June" is not a day/],
    ['spending_summary', { from: '2026-06-01', to: '2150-01-01', groupBy: 'none' }, /too far away/],
    ['spending_summary', { from: '2026-06-01', to: '2026-06-30', groupBy: 'none', category: 'x' }, /no category "x"/],
    ['budget_status', { category: 'yachts' }, /no category "yachts"/],
    ['export_entries', { format: 'csv', from: '2026-02-30' }, /not a day/],
  ])('%s %j is answered with a hint', async (name, args, sentence) => {
    const fault = await faultOf(use(await open(), name, args));
    expect(fault).toMatch(sentence);
    expect(fault).toMatch(/ \| .{10,}/);
  });
});
