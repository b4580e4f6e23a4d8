import { expect, onTestFinished, test } from 'vitest';
import { type Channel, DeliveryError } from '../../../src/channels/channel.ts';
import { createDeliverer } from '../../../src/delivery/deliverer.ts';
import { openDesk } from '../../../src/delivery/desk.ts';
import { createLog } from '../../../src/log.ts';
import { createOfflineModel } from '../../../src/offline/offline-model.ts';
import { databases, type TestDatabases } from '../../support/databases.ts';
import { openTestHouse } from '../../support/house.ts';
import { openTelegramServer } from '../../support/platforms/telegram/open-server.ts';
import { createTestChannel, deliver, openChannel } from './open-channel.ts';

const [sqlite] = databases as [TestDatabases];

/** A group of Ann's, with Purser and all that is behind it. */
async function openGroup() {
  const { server } = await openTelegramServer({ rates: null });
  const database = await sqlite.openTestDatabase();
  const chat = openTestHouse(database, { model: createOfflineModel() });
  const ann = server.addUser('Ann');
  const flat = server.addGroup('Flat', [ann], 'group');
  /** A process that serves the group; one that can't send takes in what is said. */
  async function start({ canSend = true } = {}) {
    const { channel: whole } = createTestChannel(server);
    const away = async () => {
      throw new DeliveryError('no connection', 'away');
    };
    const channel: Channel = canSend ? whole : { ...whole, send: away };
    const attachments = {
      drawChart: async () => new Uint8Array(),
      saveChart: async () => '',
      saveFile: async () => '',
    };
    const { clock, log } = { clock: chat.house.clock, log: createLog('silent') };
    const deliverer = createDeliverer({ database, channels: [channel], attachments, clock, log });
    await deliverer.start();
    onTestFinished(() => deliverer.stop());
    await channel.start(openDesk(channel, { house: chat.house, inbox: chat.inbox, deliverer, onBroken: () => {} }));
    return async () => {
      await channel.stop();
      await deliverer.stop();
    };
  }
  const say = (text: string, place: number) => ann.send(`@${server.bot.username} ${text}`, { chat: place });
  const texts = (place: number) => server.transcript(place).flatMap((each) => (each.isBot ? [each.text] : []));
  const shows = async (place: number, pattern: RegExp) =>
    await expect.poll(() => texts(place).join('\n'), { timeout: 5_000 }).toMatch(pattern);
  return { server, database, ann, flat, start, say, texts, shows };
}

test('a group that becomes a supergroup keeps its ledger', async () => {
  const { server, database, ann, flat, start, say, shows } = await openGroup();
  await start();
  server.addToGroup(flat, ann);
  say('pizza 20', flat);
  await shows(flat, /Recorded pizza/);
  const grown = server.upgrade(flat, ann);
  say('what did we spend this month', grown);
  await shows(grown, /€20\.00/);
  expect(await database.client.chatGroup.findMany()).toMatchObject([{ externalId: String(grown) }]);
  expect(await database.client.turn.count({ where: { kind: 'moved' } })).toBe(1);
});

test('what is on its way meanwhile finds the new chat, and tells of it where Telegram’s own news was missed', async () => {
  const { server, database, ann, flat, start, say, shows, texts } = await openGroup();
  const stop = await start({ canSend: false });
  server.letIn(flat);
  say('pizza 20', flat);
  await expect.poll(async () => await database.client.outbox.count({ where: { state: 'pending' } })).toBe(1);
  await stop();
  const grown = server.upgrade(flat, ann);
  server.updates.clear();
  // Somebody is faster than the reply, and gets an empty ledger for it.
  say('what did we spend this month', grown);
  await start();
  await shows(grown, /Recorded pizza €20/);
  expect(texts(flat)).toEqual([]);
  say('and what did we spend this month?', grown);
  await shows(grown, /You spent €20\.00/);
  expect(await database.client.chatGroup.findMany()).toMatchObject([{ externalId: String(grown) }]);
});

test('in the new chat no message is quoted that only has the number of the old one', async () => {
  const { server, channel, desk, ann } = await openChannel();
  const chat = server.addGroup('Flat', [ann], 'group');
  server.letIn(chat);
  ann.send('/help', { chat });
  await expect.poll(() => desk.messages.length).toBe(1);
  const grown = server.upgrade(chat, ann);
  await expect.poll(() => desk.messages.length).toBe(3);
  await deliver(channel, desk.messages[0] as never, 'Here.');
  expect(server.transcript(grown).at(-1)?.replyTo ?? null).toBeNull();
  const moves = desk.messages.slice(1);
  expect(moves.map(({ key, content }) => ({ key, content }))).toEqual(
    moves.map(() => ({ key: `telegram:${chat}:moved:${grown}`, content: { kind: 'moved', from: String(chat) } })),
  );
});
