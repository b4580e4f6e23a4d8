/**
 * Purser on Telegram as a process that can be killed: the offline model, the inbox, the outbox and the channel.
 *
 *     node test/support/platforms/telegram/bot-process.ts --db file:/tmp/x.db --url http://127.0.0.1:1234 --token …
 */

import { parseArgs } from 'node:util';
import { createTelegramChannel } from '../../../../src/channels/telegram/telegram-channel.ts';
import { createDeliverer } from '../../../../src/delivery/deliverer.ts';
import { openDesk } from '../../../../src/delivery/desk.ts';
import { createLog } from '../../../../src/log.ts';
import { createOfflineModel } from '../../../../src/offline/offline-model.ts';
import { openDatabase } from '../../../../src/store/database.ts';
import { openTestHouse } from '../../house.ts';

const { values } = parseArgs({
  options: { db: { type: 'string' }, url: { type: 'string' }, token: { type: 'string' } },
});
const { db = '', url = '', token = '' } = values;

const database = await openDatabase(db);
const chat = openTestHouse(database, { model: createOfflineModel() });
const { clock } = chat.house;
const log = createLog(process.env.TEST_LOG ?? 'silent');
const channel = createTelegramChannel({
  token,
  apiRoot: url,
  log,
  now: clock.leaseTime,
  timing: { perChat: 0, perGroup: 0, overall: 0, pauses: [20, 50] },
});
const attachments = {
  drawChart: async () => new Uint8Array(),
  saveChart: async () => '',
  saveFile: async () => '',
};
const deliverer = createDeliverer({ database, channels: [channel], attachments, clock, log });
const desk = openDesk(channel, { house: chat.house, inbox: chat.inbox, deliverer, onBroken: () => process.exit(2) });
await channel.start(desk);
// What the process before left unfinished is answered beside what comes in.
const recovering = chat.inbox.recover().then(() => deliverer.start());
process.once('SIGTERM', async () => {
  await recovering;
  await channel.stop();
  await chat.inbox.close();
  await deliverer.stop();
  await database.close();
  process.exit(0);
});
process.stdout.write('ready\n');
