/** A server that is gone when the test ends. */

import { onTestFinished } from 'vitest';
import { createBotClient } from './bot-client.ts';
import { startTelegramServer, type TelegramServerOptions } from './server.ts';

export async function openTelegramServer(options: TelegramServerOptions = {}) {
  const server = await startTelegramServer(options);
  onTestFinished(() => server.close());
  return { server, bot: createBotClient(server) };
}
