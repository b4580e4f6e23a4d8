/** The same bot, on the unmodified SDK, against this server and against an emulator that others wrote. */

import { Telegraf } from 'telegraf';
import type { InlineKeyboardMarkup } from 'telegraf/types';
import otherServer from 'telegram-test-api';
import { expect, onTestFinished, test } from 'vitest';
import { startTelegramServer } from './server.ts';

/** What a person can do in either. */
interface Stage {
  readonly url: string;
  readonly token: string;
  send(text: string): Promise<unknown>;
  press(data: string): Promise<unknown>;
  /** Texts with their buttons, as the bot left them. */
  shown(): Promise<string[]>;
}

const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0';
const buttonsOf = (markup: object | undefined) =>
  ((markup as InlineKeyboardMarkup | undefined)?.inline_keyboard ?? []).flat().map((button) => `[${button.text}]`);

async function ours(): Promise<Stage> {
  const server = await startTelegramServer({ token, rates: null });
  onTestFinished(() => server.close());
  const ann = server.addUser('Ann');
  return {
    url: server.url,
    token,
    send: async (text) => ann.send(text),
    press: async (data) => ann.press({ text: 'Undo', callback_data: data }),
    shown: async () =>
      server
        .transcript(ann.chat)
        .filter((message) => message.isBot)
        .map((message) => [message.text, ...message.buttons.flat().map((button) => `[${button.text}]`)].join(' ')),
  };
}

async function theirs(): Promise<Stage> {
  const server = new (unwrapped(otherServer))({ port: 0, host: '127.0.0.1' });
  const port = await freePort();
  Object.assign(server.config, { port, apiURL: `http://127.0.0.1:${port}` });
  await server.start();
  onTestFinished(async () => void (await server.stop()));
  const client = server.getClient(token, { userId: 52_000_001, chatId: 52_000_001, timeout: 5000 });
  return {
    url: server.config.apiURL,
    token,
    send: (text) =>
      text.startsWith('/')
        ? client.sendCommand(client.makeCommand(text))
        : client.sendMessage(client.makeMessage(text)),
    press: async (data) => {
      const { messageId } = server.storage.botMessages.at(-1) as { messageId: number };
      return await client.sendCallback(client.makeCallbackQuery(data, { message: { message_id: messageId } }));
    },
    shown: async () =>
      server.storage.botMessages.map(({ message }) =>
        [message.text, ...buttonsOf(message.reply_markup as object | undefined)].join(' '),
      ),
  };
}

/** It is CommonJS that says it is not. */
function unwrapped<T>(module: T | { readonly default: T }): T {
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : (module as T);
}

async function freePort(): Promise<number> {
  const server = await startTelegramServer();
  await server.close();
  return Number(new URL(server.url).port);
}

test.each([
  ['ours', ours],
  ['telegram-test-api', theirs],
])('text, command, keyboard, press and edit on %s', async (_, open) => {
  const stage = await open();
  const bot = new Telegraf(stage.token, { telegram: { apiRoot: stage.url, webhookReply: false } });
  bot.catch((error) => expect.unreachable(String(error)));
  bot.command('help', (context) => context.reply('Write lunch 12.'));
  bot.on('callback_query', async (context) => {
    await context.answerCbQuery().catch(() => {});
    // With a keyboard, since the other server keeps the old one where the real one takes it away.
    const inline_keyboard = [[{ text: 'Redo', callback_data: 'redo:1' }]];
    await context.editMessageText('Undone.', { reply_markup: { inline_keyboard } });
  });
  bot.on('text', (context) =>
    context.reply(`Recorded ${context.message.text}.`, {
      reply_markup: { inline_keyboard: [[{ text: 'Undo', callback_data: 'undo:1' }]] },
    }),
  );
  const launched = bot.launch({ dropPendingUpdates: false });
  onTestFinished(async () => {
    bot.stop();
    await launched.catch(() => {});
  });
  await stage.send('/help');
  await expect.poll(stage.shown).toEqual(['Write lunch 12.']);
  await stage.send('lunch 12');
  await expect.poll(stage.shown).toEqual(['Write lunch 12.', 'Recorded lunch 12. [Undo]']);
  await stage.press('undo:1');
  await expect.poll(stage.shown).toEqual(['Write lunch 12.', 'Undone. [Redo]']);
});
