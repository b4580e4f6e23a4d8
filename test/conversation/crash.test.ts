import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/models/model.ts';
import type { Database } from '../../src/store/database.ts';
import { databases } from '../support/databases.ts';
import { call, openTestHouse, scripted } from '../support/house.ts';

class Crash extends Error {}

/** The database of a process that dies at its nth transaction, right before or right after the commit. */
function dyingDatabase(database: Database, dieAt: number, moment: 'before' | 'after') {
  let count = 0;
  let isDead = false;
  const die = () => {
    isDead = true;
    throw new Crash();
  };
  const guarded: Database = {
    ...database,
    client: new Proxy(database.client, {
      get(client, name) {
        if (isDead) throw new Crash();
        return Reflect.get(client, name);
      },
    }),
    async transaction(work) {
      if (isDead) throw new Crash();
      count += 1;
      if (count !== dieAt) return await database.transaction(work);
      if (moment === 'before') {
        return await database.transaction(async (tx) => {
          await work(tx);
          return die();
        });
      }
      await database.transaction(work);
      return die();
    },
  };
  return { database: guarded, hasDied: () => isDead };
}

/** Records two items in two rounds, so that there is a moment between them. */
function twoRounds(): Model {
  return {
    name: 'offline',
    async answer({ messages }) {
      const results = messages.slice(messages.findLastIndex((message) => message.role === 'user') + 1);
      const done = results.filter((message) => message.role === 'tool').length;
      const record = (amount: string, note: string) => ({
        id: `call-${done}`,
        name: 'record_entries',
        args: { entries: [{ kind: 'expense', amount, note }] },
      });
      const toolCalls = done === 0 ? [record('3', 'coffee')] : done === 1 ? [record('4', 'cake')] : [];
      return { text: done === 2 ? 'Both are in.' : '', toolCalls, usage: null };
    },
  };
}

describe.each(databases)('a process that dies during a turn, on $name', ({ openTestDatabase }) => {
  test.each(['before', 'after'] as const)(
    '%s any commit: the next one finishes it, and nothing twice',
    async (moment) => {
      for (let dieAt = 1; ; dieAt++) {
        const database = await openTestDatabase();
        const dying = dyingDatabase(database, dieAt, moment);
        const first = openTestHouse(dying.database, { model: twoRounds() });
        const outcome = await first.say('coffee 3 and cake 4', { key: 'm' }).catch((error) => error);
        if (!dying.hasDied()) {
          // Welcoming the person, two rounds, the reply.
          expect(dieAt).toBe(5);
          return;
        }
        expect(outcome).toBeInstanceOf(Crash);
        const next = openTestHouse(database, { model: twoRounds() });
        await next.inbox.recover();
        const reply = await next.say('coffee 3 and cake 4', { key: 'm' });
        expect(reply.text).toBe('Both are in.');
        expect(await next.entries()).toEqual(['3.00 EUR dining coffee 2026-06-15', '4.00 EUR dining cake 2026-06-15']);
        expect(await database.client.outbox.count()).toBe(1);
      }
    },
  );

  test('a worker that lost its turn to another commits nothing', async () => {
    const database = await openTestDatabase();
    const chat = openTestHouse(database, {
      model: scripted(() => call('record_entries', { entries: [{ kind: 'expense', amount: '3', note: 'coffee' }] })),
    });
    await chat.say('hello', { key: 'welcome' });
    const slow = openTestHouse(database, {
      model: scripted(() => {
        throw new Error('never asked');
      }),
    });
    // The other worker takes the turn over while this one waits for its model.
    const thief = 'elsewhere:1:1';
    slow.house.offline.answer = async () => {
      await database.client.turn.updateMany({ where: { key: 'm' }, data: { leaseOwner: thief } });
      return {
        ...call('record_entries', { entries: [{ kind: 'expense', amount: '9', note: 'twice' }] }),
        text: '',
        usage: null,
      };
    };
    const answered = slow.say('coffee 9', { key: 'm' });
    await expect
      .poll(() => database.client.turn.findUnique({ where: { key: 'm' } }))
      .toMatchObject({ leaseOwner: thief });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await chat.entries()).some((entry) => entry.includes('twice'))).toBe(false);
    // The thief gives up its lease; the turn is answered after all, once.
    slow.house.offline.answer = chat.house.offline.answer;
    await database.client.turn.updateMany({ where: { key: 'm' }, data: { leaseOwner: null } });
    await answered;
    expect(await chat.entries()).toHaveLength(2);
  });
});
