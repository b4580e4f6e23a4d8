/** The channel on the local server, with a desk that a test holds in its hands. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Attachments, Channel, Delivery, Form } from '../../../src/channels/channel.ts';
import { createDiscordChannel, type DiscordOptions } from '../../../src/channels/discord/discord-channel.ts';
import { type InboundMessage, plainReply, type Reply } from '../../../src/conversation/message.ts';
import type { PlatformError } from '../../../src/errors.ts';
import { createLog } from '../../../src/log.ts';
import {
  type DiscordServer,
  type DiscordServerOptions,
  startDiscordServer,
} from '../../support/platforms/discord/server.ts';

export interface OpenOptions {
  readonly server?: DiscordServerOptions;
  readonly channel?: Partial<DiscordOptions>;
  /** Instead of taking each message in at once. */
  readonly receive?: (message: InboundMessage) => Promise<void>;
  readonly form?: Form;
  /** Leaves the start to the test. */
  readonly isStopped?: boolean;
}

export const attachments: Attachments = {
  drawChart: async () => new Uint8Array([137, 80, 78, 71]),
  saveChart: async () => '/nowhere/chart.png',
  saveFile: async () => '/nowhere/file',
};

/** A folder that is gone after the test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'purser-discord-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Everything is closed when the test ends. */
export async function openChannel(options: OpenOptions = {}) {
  const server = await startDiscordServer({ rateLimits: false, ...options.server });
  onTestFinished(() => server.close());
  const more = await openOn(server, options);
  return { server, ...more };
}

/** Another process of the same bot, as it were. */
export async function openOn(server: DiscordServer, options: OpenOptions = {}) {
  const inbox: InboundMessage[] = [];
  const broken: string[] = [];
  const formsAsked: string[] = [];
  const logged: string[] = [];
  const log = createLog('debug', { write: (line) => void logged.push(line) });
  let now = 1_790_000_000_000;
  const channel: Channel = createDiscordChannel({
    token: server.token,
    api: server.api,
    identifyPause: 10,
    clock: { leaseTime: () => now },
    log,
    ...options.channel,
  });
  onTestFinished(() => channel.stop());
  const start = () =>
    channel.start({
      async receive(message) {
        await options.receive?.(message);
        inbox.push(message);
        server.world.changed();
        return { answered: new Promise(() => {}) };
      },
      async formFor(button) {
        formsAsked.push(button);
        return button.startsWith('edit:') ? (options.form ?? null) : null;
      },
      onBroken: (why: PlatformError) => {
        broken.push(why.message);
        server.world.changed();
      },
    });
  if (!options.isStopped) await start();

  return {
    channel,
    start,
    inbox,
    broken,
    formsAsked,
    logged,
    /** Waits for the nth message in the inbox. */
    async received(count = 1): Promise<InboundMessage> {
      await server.until(
        () => inbox.length >= count,
        5_000,
        () => `${inbox.length} of ${count} came`,
      );
      return inbox[count - 1] as InboundMessage;
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    /** Sends a reply to the message; resolves with the parts and keys it was told of. */
    async send(message: InboundMessage, reply: Partial<Reply>, more: Partial<Delivery> = {}) {
      const told: [string, string][] = [];
      await channel.send({
        conversation: message.conversation,
        address: message.address ?? {},
        audience: 'everyone',
        reply: { ...plainReply(''), ...reply },
        attachments,
        sent: [],
        onSent: async (part, key) => void told.push([part, key]),
        ...more,
      });
      return told;
    },
  };
}
