import { describe, expect, test } from 'vitest';
import { databases } from '../support/databases.ts';
import { call, openTestHouse, scripted } from '../support/house.ts';

const group = { id: 'g', name: 'flat', knows: [] };
const lunch = scripted(() => call('record_entries', { entries: [{ kind: 'expense', amount: '10', note: 'lunch' }] }));

describe.each(databases)('who asks on $name', ({ openTestDatabase }) => {
  test('is known by the name that their platform tells first', async () => {
    const { client, ...database } = await openTestDatabase();
    const { say } = openTestHouse({ client, ...database });
    const names = async () => (await client.person.findMany({ orderBy: { id: 'asc' } })).map((person) => person.name);
    await say('hi');
    expect(await names()).toEqual([null]);
    await say('hi', { profile: { name: '  Ann\u0000\n Müller ' } });
    await say('hi', { profile: { name: 'Somebody' } });
    await say('hi', { sender: 'bob', profile: { name: '🎈'.repeat(200) } });
    expect(await names()).toEqual(['Ann Müller', '🎈'.repeat(100)]);
  });

  test('has a ledger that adds up in what the server says, and a group one in what its maker says', async () => {
    const { client, ...database } = await openTestDatabase();
    const { say } = openTestHouse({ client, ...database }, { model: lunch });
    await say('lunch 10');
    await client.person.updateMany({ data: { currency: 'USD' } });
    await say('lunch 10', { group, conversation: 'test:g' } as object);
    const ledgers = await client.ledger.findMany({ orderBy: { id: 'asc' } });
    expect(ledgers.map(({ kind, currency }) => [kind, currency])).toEqual([
      ['personal', 'EUR'],
      ['shared', 'USD'],
    ]);
    expect(await client.dayTotal.findMany({ orderBy: { ledgerId: 'asc' } })).toMatchObject([
      { currency: 'EUR', homeMinor: 1000n, unvalued: 0 },
      { currency: 'USD', homeMinor: 1000n, unvalued: 0 },
    ]);
  });

  test('gives a ledger from before there were sums its currency with a mere question', async () => {
    const { client, ...database } = await openTestDatabase();
    const { say } = openTestHouse({ client, ...database }, { model: lunch });
    await say('lunch 10');
    await client.ledger.updateMany({ data: { currency: null } });
    await client.entry.updateMany({ data: { homeMinor: null } });
    await client.dayTotal.updateMany({ data: { homeMinor: 0, unvalued: 1, unvaluedMinor: 1000 } });
    const asks = openTestHouse({ client, ...database }, { model: scripted(() => ({ text: 'hello' })) });
    await asks.say('hi', { key: 'another' });
    expect(await client.ledger.findMany()).toMatchObject([{ currency: 'EUR' }]);
    expect(await client.entry.findMany()).toMatchObject([{ homeMinor: 1000n }]);
    expect(await client.dayTotal.findMany()).toMatchObject([{ homeMinor: 1000n, unvalued: 0, unvaluedMinor: 0n }]);
  });
});
