/** Telegram, as the contract suite of channels drives it: by polling, or by a webhook on a port of this machine. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebHook } from '../../../../src/channels/channel.ts';
import { createTelegramChannel } from '../../../../src/channels/telegram/telegram-channel.ts';
import { defaultTiming } from '../../../../src/channels/telegram/telegram-settings.ts';
import type { PersonDriver, PlatformUnderTest, Seen } from '../../../channels/contract.ts';
import type { Update } from './bot-api.ts';
import type { FaultKind } from './faults.ts';
import type { Person } from './people.ts';
import { startTelegramServer, type TelegramServer } from './server.ts';
import { fastTime } from './time.ts';
import type { SeenMessage } from './transcript.ts';

/** Both sides keep to the real rates, this much faster. */
const SPEED = 20;
const timing = {
  perChat: defaultTiming.perChat / SPEED,
  perGroup: defaultTiming.perGroup / SPEED,
  overall: defaultTiming.overall / SPEED,
};
const failures: Record<'rate-limited' | 'server-error' | 'dropped', FaultKind> = {
  'rate-limited': { kind: 'too-many', retryAfter: 1 },
  'server-error': { kind: 'status', status: 502 },
  dropped: { kind: 'drop', when: 'before' },
};

export const telegramByPolling = telegram('telegram by polling', false);
export const telegramByWebhook = telegram('telegram by webhook', true);

function telegram(name: string, isWebhook: boolean): PlatformUnderTest {
  return {
    name,
    cannot: { delete: 'Telegram tells bots nothing of deleted messages' },
    async start() {
      const local = isWebhook ? await startLocalPort() : null;
      const server = await startTelegramServer({
        time: fastTime(SPEED),
        route: (url) => `${local?.origin}${new URL(url).pathname}`,
      });
      const people = new Map<string, Person>();
      const groups = new Map<string, number>();
      const personOf = (who: string): Person => {
        const person = people.get(who) ?? server.addUser(who);
        people.set(who, person);
        return person;
      };
      return {
        createChannel: ({ log, clock }) =>
          createTelegramChannel({
            token: server.token,
            apiRoot: server.url,
            log,
            now: clock.leaseTime,
            timing,
            ...(isWebhook ? { webhook: { url: 'https://purser.example.org/telegram', secret: 'secret' } } : {}),
          }),
        ...(local ? { mount: async (webHooks) => void local.mount(webHooks) } : {}),
        person: (who) => drive(server, personOf(who), personOf(who).chat),
        inGroup(who, group) {
          const person = personOf(who);
          const chat = groups.get(group) ?? server.addGroup(group, [person]);
          if (!groups.has(group)) server.addToGroup(chat, person);
          groups.set(group, chat);
          server.addMember(chat, person);
          return drive(server, person, chat);
        },
        async addsPurser(who, group) {
          const person = personOf(who);
          const chat = server.addGroup(group, [person]);
          groups.set(group, chat);
          server.addToGroup(chat, person);
          return drive(server, person, chat);
        },
        failNext: (kind, times) => server.faults.add({ method: 'sendMessage', times, ...failures[kind] }),
        async stop() {
          await server.close();
          await local?.close();
        },
      };
    },
  };
}

function drive(server: TelegramServer, person: Person, chat: number): PersonDriver {
  const isGroup = chat < 0;
  const updates = new Map<string, Update>();
  const spoken = (text: string) => (isGroup ? `@${server.bot.username} ${text}` : text);
  const send = (text: string, replyTo?: number): string => {
    const { message, update } = person.send(text, { chat, ...(replyTo === undefined ? {} : { replyTo }) });
    if (update) updates.set(String(message.message_id), update);
    return String(message.message_id);
  };
  const ofBot = () => server.transcript(chat).filter((message) => message.isBot);
  return {
    say: async (text) => send(spoken(text)),
    mutter: async (text) => void send(text),
    edit: async (message, text) => void person.edit(Number(message), spoken(text), { chat }),
    delete: async (message) => server.deleteMessage(chat, Number(message)),
    reply: async (text) => send(text, ofBot().at(-1)?.id),
    press: async (label) => void person.press(label, { chat }),
    async redeliver(message) {
      const update = updates.get(message);
      if (!update) throw new Error(`message ${message} was never delivered`);
      server.updates.again(update);
    },
    seen: () => ofBot().map(seen),
  };
}

function seen({ text, photo, document, buttons }: SeenMessage): Seen {
  return {
    text: photo ? '' : text,
    buttons: buttons.flat().map((button) => button.text),
    images: photo ? [text] : [],
    files: document ? [document.name] : [],
    isPrivate: false,
  };
}

/** A port for the channel's webhooks, which it has only once it is made. */
async function startLocalPort() {
  let hooks: readonly WebHook[] = [];
  const local = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = await hooks
      .find((hook) => hook.path === request.url)
      ?.handle({
        method: request.method ?? '',
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(chunks),
      });
    response.writeHead(answer?.status ?? 404, answer?.headers).end(answer?.body);
  });
  await new Promise<void>((resolve) => local.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(local.address() as AddressInfo).port}`,
    mount: (webHooks: readonly WebHook[]) => {
      hooks = webHooks;
    },
    async close() {
      local.closeAllConnections();
      await new Promise((resolve) => local.close(resolve));
    },
  };
}
