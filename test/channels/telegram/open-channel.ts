/** The channel on a local server, with a desk that notes what comes in and deliveries as a test makes them. */

import { onTestFinished } from 'vitest';
import type { Channel, Delivery, DeliveryError, Desk } from '../../../src/channels/channel.ts';
import { createTelegramChannel } from '../../../src/channels/telegram/telegram-channel.ts';
import type { TelegramSettings } from '../../../src/channels/telegram/telegram-settings.ts';
import { type InboundMessage, plainReply, type Reply } from '../../../src/conversation/message.ts';
import type { PlatformError } from '../../../src/errors.ts';
import { createLog } from '../../../src/log.ts';
import { openTelegramServer } from '../../support/platforms/telegram/open-server.ts';
import type { startTelegramServer, TelegramServerOptions } from '../../support/platforms/telegram/server.ts';

/** No test waits: the pauses are short, and the pace is off unless a test is about it. */
export const quickTiming = { call: 2_000, startPatience: 1_000, pauses: [5, 10], perChat: 0, perGroup: 0, overall: 0 };

export interface FakeDesk extends Desk {
  readonly messages: InboundMessage[];
  readonly broken: PlatformError[];
  /** What `receive` waits for, or throws. */
  before: (message: InboundMessage) => unknown;
}

export function createFakeDesk(): FakeDesk {
  const desk: FakeDesk = {
    messages: [],
    broken: [],
    before: () => {},
    async receive(message) {
      await desk.before(message);
      desk.messages.push(message);
      return { answered: new Promise(() => {}) };
    },
    formFor: async () => null,
    onBroken: (why) => void desk.broken.push(why),
  };
  return desk;
}

export function createTestChannel(
  server: Pick<Awaited<ReturnType<typeof startTelegramServer>>, 'url' | 'token'>,
  more: Partial<TelegramSettings> = {},
): { channel: Channel; lines: string[] } {
  const lines: string[] = [];
  const channel = createTelegramChannel({
    token: server.token,
    apiRoot: server.url,
    log: createLog('debug', { write: (line) => void lines.push(line) }),
    now: () => performance.now(),
    ...more,
    timing: { ...quickTiming, ...more.timing },
  });
  onTestFinished(() => channel.stop());
  return { channel, lines };
}

/** A server with Ann on it, and the channel talking to it. */
export async function openChannel(options: TelegramServerOptions = {}, settings: Partial<TelegramSettings> = {}) {
  const { server, bot } = await openTelegramServer({ rates: null, ...options });
  const { channel, lines } = createTestChannel(server, settings);
  const desk = createFakeDesk();
  await channel.start(desk);
  const ann = server.addUser('Ann');
  return { server, bot, channel, desk, ann, lines };
}

/** A group with Ann in it that Purser has been in for long. */
export function addFlat({ server, ann }: Pick<Awaited<ReturnType<typeof openChannel>>, 'server' | 'ann'>): number {
  const flat = server.addGroup('Flat', [ann]);
  server.letIn(flat);
  return flat;
}

export const pngOf = (width: number, height: number): Uint8Array => {
  const png = Buffer.alloc(40);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(png);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
};

export interface Sent {
  readonly parts: { readonly part: string; readonly key: string }[];
  readonly error: DeliveryError | null;
}

/** Sends a reply to a message, or what `sent` leaves of it. */
export async function deliver(
  channel: Channel,
  message: Pick<InboundMessage, 'address' | 'conversation'>,
  reply: string | Partial<Reply>,
  more: Partial<Delivery> = {},
): Promise<Sent> {
  const parts: { part: string; key: string }[] = [];
  const whole = typeof reply === 'string' ? plainReply(reply) : { ...plainReply(''), ...reply };
  const error = await channel
    .send({
      conversation: message.conversation,
      address: message.address ?? {},
      audience: 'everyone',
      reply: whole,
      attachments: {
        drawChart: async () => pngOf(800, 400),
        saveChart: async () => '',
        saveFile: async () => '',
      },
      sent: [],
      onSent: async (part, key) => void parts.push({ part, key }),
      ...more,
    })
    .then(
      () => null,
      (thrown: unknown) => thrown as DeliveryError,
    );
  return { parts, error };
}

/** Where a reply to a person's own chat goes. */
export const toChat = (chat: number) => ({
  conversation: `telegram:${chat}`,
  address: { chat, message: 1, from: chat, thread: null, isGroup: false, language: 'en' },
});
