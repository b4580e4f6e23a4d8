/** A Slack channel on its local server, with a desk that only notes what comes in. */

import type { Server } from 'node:http';
import { onTestFinished } from 'vitest';
import type { Answered, Attachments, Channel, Delivery, Desk, Form } from '../../../src/channels/channel.ts';
import { createSlackChannel } from '../../../src/channels/slack/slack-channel.ts';
import type { SlackSettings, SlackTiming } from '../../../src/channels/slack/slack-settings.ts';
import { type InboundMessage, plainReply, type Reply } from '../../../src/conversation/message.ts';
import { createLog } from '../../../src/log.ts';
import {
  type SlackServer,
  type SlackServerOptions,
  startSlackServer,
} from '../../support/platforms/slack/slack-server.ts';
import { closeServer, quickRates, quickTiming, serveWebHooks } from './slack-under-test.ts';

export interface OpenSlack {
  readonly slack: SlackServer;
  readonly channel: Channel;
  /** What the desk was given, in order; the same key twice where it came twice. */
  readonly received: InboundMessage[];
  readonly broken: string[];
  /** Everything that was logged. */
  readonly logged: () => string;
  /** Stands in for the inbox. */
  desk: { receive: (message: InboundMessage) => Promise<void>; formFor: Desk['formFor'] };
  /** Where the server sends what happens; for requests that it would not make. */
  readonly url: string;
  start(): Promise<void>;
  /** Sends a reply to a received message; what was sent, as [part, key]. */
  answer(
    message: InboundMessage,
    reply: Partial<Reply> | string,
    more?: Partial<Delivery>,
  ): Promise<[string, string][]>;
}

export interface OpenOptions {
  readonly mode?: 'http' | 'socket';
  readonly server?: SlackServerOptions;
  readonly settings?: Partial<SlackSettings>;
  readonly timing?: Partial<SlackTiming>;
  /** Leaves the start to the test. */
  readonly isStopped?: boolean;
}

export const trueNow = () => performance.timeOrigin + performance.now();

export async function openSlack(options: OpenOptions = {}): Promise<OpenSlack> {
  const { mode = 'http' } = options;
  const slack = await startSlackServer({
    rates: quickRates,
    ...options.server,
    delivery: { ackMilliseconds: 1_000, retryMilliseconds: [0, 5, 5], ...options.server?.delivery },
  });
  const received: InboundMessage[] = [];
  const broken: string[] = [];
  const lines: string[] = [];
  const log = createLog('trace', { write: (line: string) => void lines.push(line) });
  const channel = createSlackChannel({
    botToken: slack.botToken,
    ...(mode === 'http' ? { signingSecret: slack.signingSecret } : { appToken: slack.appToken }),
    apiUrl: slack.apiUrl,
    log,
    now: trueNow,
    timing: { ...quickTiming, ...options.timing },
    ...options.settings,
  });
  let hooks: { url: string; server: Server } | undefined;
  if (channel.webHooks) {
    hooks = await serveWebHooks(channel.webHooks);
    slack.deliverTo(hooks.url);
  }
  const open: OpenSlack = {
    slack,
    channel,
    received,
    broken,
    logged: () => lines.join(''),
    desk: { receive: async () => {}, formFor: async () => null },
    url: hooks?.url ?? '',
    start: () =>
      channel.start({
        async receive(message) {
          await open.desk.receive(message);
          received.push(message);
          return { answered: new Promise<Answered>(() => {}) };
        },
        formFor: (button, message) => open.desk.formFor(button, message),
        onBroken: (why) => void broken.push(why.message),
      }),
    async answer(message, reply, more = {}) {
      const sent: [string, string][] = [];
      await channel.send({
        conversation: message.conversation,
        address: message.address ?? {},
        audience: 'everyone',
        reply: typeof reply === 'string' ? plainReply(reply) : { ...plainReply(''), ...reply },
        attachments: testAttachments,
        sent: [],
        onSent: async (part, key) => void sent.push([part, key]),
        ...more,
      });
      return sent;
    },
  };
  onTestFinished(async () => {
    await channel.stop();
    await slack.close();
    if (hooks) await closeServer(hooks.server);
  });
  if (!options.isStopped) await open.start();
  return open;
}

/** Draws a chart as the bytes of its title; a file is this file. */
const testAttachments: Attachments = {
  drawChart: async (chart) => Buffer.from(chart.title),
  saveChart: async () => '',
  saveFile: async () => new URL(import.meta.url).pathname,
};

export const someForm: Form = {
  title: 'Edit this very long entry of yours',
  submitLabel: 'Save',
  fields: [
    { id: 'amount', label: 'Amount', value: '12.50' },
    { id: 'note', label: 'Note', value: '' },
  ],
};
