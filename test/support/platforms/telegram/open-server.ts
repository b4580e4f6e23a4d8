/** A server that is gone when the test ends. */

import { onTestFinished } from 'vitest';
import { createBotClient } from './bot-client.ts';
import { startTelegramServer, type TelegramServerOptions } from './server.ts';

export async function openTelegramServer(options: TelegramServerOptions = {}) {
  const server = await startTelegramServer(options);
  onTestFinished(() => server.close());
  return { server, bot: createBotClient(server) };
}

/** With Ann, who has opened her chat. */
export async function openTelegramChat(options: TelegramServerOptions = {}) {
  const { server, bot } = await openTelegramServer({ rates: null, ...options });
  const ann = server.addUser('Ann');
  ann.open();
  return { server, bot, ann, chat_id: ann.chat };
}
