/** Slack's local server as the platform of the contract that every channel keeps. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RawRequest, WebHook } from '../../../src/channels/channel.ts';
import { createSlackChannel } from '../../../src/channels/slack/slack-channel.ts';
import type { SlackTiming } from '../../../src/channels/slack/slack-settings.ts';
import type { Fault } from '../../support/platforms/slack/faults.ts';
import type { Person, Said } from '../../support/platforms/slack/people.ts';
import { type SlackServer, startSlackServer } from '../../support/platforms/slack/slack-server.ts';
import type { PersonDriver, PlatformUnderTest, RunningPlatform, Seen } from '../contract.ts';

/** Fast enough for tests, where nothing depends on how long it is. */
export const quickTiming: Partial<SlackTiming> = { startPauses: [1, 1], reconnectPauses: [1], pong: 300, lookUp: 500 };
/** Messages as fast as they come: how the rates are kept has tests of its own. */
export const quickRates = { postsPerSecond: 1_000, postBurst: 1_000, tierFactor: 1_000 };

/** Serves web hooks as the process's own port does: raw bodies, and a 404 elsewhere. */
export async function serveWebHooks(webHooks: readonly WebHook[]): Promise<{ url: string; server: Server }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const hook = webHooks.find((each) => each.path === request.url);
    if (!hook) return void response.writeHead(404).end();
    const headers = request.headers as RawRequest['headers'];
    const answer = await hook.handle({ method: request.method ?? '', headers, body: Buffer.concat(chunks) });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${webHooks[0]?.path}`, server };
}

export function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return closed;
}

/** Text as Slack's client sends what is typed. */
export function typed(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const faultsOf: Record<Parameters<RunningPlatform['failNext']>[0], Fault> = {
  'rate-limited': { kind: 'rate-limited', retryAfter: 0 },
  'server-error': { kind: 'status', status: 503 },
  dropped: { kind: 'dropped', when: 'after' },
};

export function slackUnderTest(mode: 'http' | 'socket'): PlatformUnderTest {
  return {
    name: mode === 'http' ? 'Slack over HTTP' : 'Slack in Socket Mode',
    async start() {
      const slack = await startSlackServer({ rates: quickRates, delivery: { retryMilliseconds: [0, 5, 5] } });
      const people = new Map<string, Person>();
      const person = (name: string) => people.get(name) ?? remember(name, slack.addPerson(name));
      const remember = (name: string, added: Person) => {
        people.set(name, added);
        return added;
      };
      let hooks: Server | undefined;
      return {
        createChannel: ({ log }) =>
          createSlackChannel({
            botToken: slack.botToken,
            ...(mode === 'http' ? { signingSecret: slack.signingSecret } : { appToken: slack.appToken }),
            apiUrl: slack.apiUrl,
            log,
            now: () => performance.timeOrigin + performance.now(),
            timing: quickTiming,
          }),
        async mount(webHooks) {
          const { url, server } = await serveWebHooks(webHooks);
          hooks = server;
          slack.deliverTo(url);
        },
        person: (name) => drive(slack, person(name), null),
        inGroup(name, group) {
          const member = person(name);
          const known = [...slack.workspace.channels.values()].find((each) => each.name === group);
          const channel = known ?? slack.addChannel(group, []);
          channel.members.add(member.id);
          return drive(slack, member, channel.id);
        },
        async addsPurser(name, group) {
          const member = person(name);
          const channel = slack.addChannel(group, [member], { withApp: false });
          await member.invite(channel.id);
          return drive(slack, member, channel.id);
        },
        failNext: (kind, times) => slack.faults.inject('chat.postMessage', faultsOf[kind], times),
        async stop() {
          await slack.close();
          if (hooks) await closeServer(hooks);
        },
      };
    },
  };
}

/** One person, in direct messages or in a group. */
function drive(slack: SlackServer, person: Person, group: string | null): PersonDriver {
  const channel = group ?? person.im;
  const own = new Map<string, Said>();
  const shown = () => slack.transcript(channel, person).filter((message) => message.author === 'purser');
  const note = async (said: Said): Promise<string> => {
    own.set(said.ts, said);
    await said.delivered;
    return said.ts;
  };
  const ownMessage = (ts: string) => own.get(ts) as Said;
  return {
    say: async (text) => await note(group ? person.mention(group, typed(text)) : person.dm(typed(text))),
    mutter: async (text) => void (await person.post(channel, typed(text)).delivered),
    edit: async (ts, text) => {
      const mention = group ? `<@${slack.workspace.botUserId}> ` : '';
      await person.edit(ownMessage(ts), mention + typed(text));
    },
    delete: async (ts) => void (await person.delete(ownMessage(ts))),
    async reply(text) {
      const newest = shown().at(-1);
      const thread = newest?.thread ?? newest?.ts;
      return await note(person.post(channel, typed(text), { thread }));
    },
    async press(label) {
      const message = shown().findLast(({ buttons }) => buttons.includes(label));
      if (!message) throw new Error(`nobody offers "${label}"`);
      await person.press(message, label);
    },
    async redeliver(ts) {
      const attempts = slack.dispatcher.attempts.filter(
        ({ payload }) => (payload.event as { ts?: string } | undefined)?.ts === ts,
      );
      for (const { payload } of attempts) await slack.dispatcher.redeliver(String(payload.event_id));
    },
    seen: () =>
      shown().map(
        ({ text, buttons, pictures, files, isEphemeral }): Seen => ({
          text,
          buttons,
          images: pictures.map((picture) => picture.alt),
          files: files.map((file) => file.name),
          isPrivate: group === null || isEphemeral,
        }),
      ),
  };
}
