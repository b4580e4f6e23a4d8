/** A group has one digest, whoever of it arranges that. */

import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { alertHandlers } from '../../src/alerts/handlers.ts';
import { createLog } from '../../src/log.ts';
import { createOfflineModel } from '../../src/offline/offline-model.ts';
import { createScheduler } from '../../src/scheduler/scheduler.ts';
import { databases } from '../support/databases.ts';
import { openTestHouse } from '../support/house.ts';

const group = { id: 'g', name: 'flat' };

describe.each(databases)('the digest of a group on $name', ({ openTestDatabase }) => {
  async function open() {
    const database = await openTestDatabase();
    const { client } = database;
    const { house, say, send } = openTestHouse(database, { model: createOfflineModel(), now: '2026-06-15T10:00:00Z' });
    const there = (sender: string, text: string, more = {}) =>
      say(text, { sender, group, conversation: 'test:g', profile: { timezone: zones[sender] ?? '' }, ...more });
    await there('ann', 'lunch 12.50');
    const { id: ledgerId } = await client.ledger.findFirstOrThrow({ where: { kind: 'shared' } });
    const nameOf = async (personId: string) =>
      (await client.identity.findFirstOrThrow({ where: { personId } })).externalId;
    return {
      ...{ client, there, send, ledgerId },
      async digests() {
        const rows = await client.schedule.findMany({ where: { ledgerId, state: 'on' }, orderBy: { id: 'asc' } });
        return await Promise.all(
          rows.map(async ({ kind, personId, nextAt }) => `${await nameOf(personId)} ${kind} ${nextAt.toISOString()}`),
        );
      },
      async runAt(time: string) {
        const clock = { now: () => Temporal.Instant.from(time) };
        const worker = { name: 'test', isGone: () => false };
        const log = createLog('silent');
        await createScheduler({ database, clock, worker, log, handlers: alertHandlers(house) }).tick();
        const sent = await client.outbox.findMany({ where: { reply: { not: null } }, orderBy: { id: 'asc' } });
        return sent.map(
          ({ conversation, reply }) => `${conversation}: ${JSON.parse(reply ?? '{}').text.split('\n')[0]}`,
        );
      },
    };
  }

  const zones: Record<string, string> = { ann: 'Europe/Berlin', bob: 'America/New_York' };
  const said = 'test:g: Yesterday you spent €12.50.';

  test('is changed by a second person, not doubled, and goes by the clock of who arranged it last', async () => {
    const { there, digests } = await open();
    await there('ann', 'daily digest at 9');
    expect(await digests()).toEqual(['ann digest 2026-06-16T07:00:00.000Z']);
    // Asking what is on changes nothing.
    await there('bob', 'alerts');
    expect(await digests()).toEqual(['ann digest 2026-06-16T07:00:00.000Z']);
    await there('bob', 'daily digest at 7');
    expect(await digests()).toEqual(['bob digest 2026-06-15T11:00:00.000Z']);
    await there('ann', 'digest off');
    expect(await digests()).toEqual([]);
  });

  test('ends when who arranged it has left, and goes on with the next one who asks', async () => {
    const { client, there, digests, runAt, ledgerId } = await open();
    await there('ann', 'daily digest at 9');
    const { personId } = await client.member.findFirstOrThrow({ where: { ledgerId } });
    await client.member.deleteMany({ where: { ledgerId, personId } });
    expect(await runAt('2026-06-16T07:00:00Z')).toEqual([]);
    expect(await client.schedule.findMany({ where: { ledgerId } })).toMatchObject([
      { state: 'ended', lastError: 'There is nobody to tell it to any more.' },
    ]);
    await there('bob', 'alerts');
    expect(await digests()).toEqual(['bob digest 2026-06-15T13:00:00.000Z']);
  });

  test('goes on where the group has another id', async () => {
    const { there, send, runAt } = await open();
    await there('ann', 'daily digest at 9');
    const moved = { sender: 'ann', group: { ...group, id: 'super' }, conversation: 'test:super' };
    await send({ kind: 'moved', from: 'g' }, moved);
    expect(await runAt('2026-06-16T07:00:00Z')).toEqual([said]);
  });
});
