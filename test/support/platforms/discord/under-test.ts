/** Discord for the contract that every channel keeps. */

import { createDiscordChannel } from '../../../../src/channels/discord/discord-channel.ts';
import type { PersonDriver, PlatformUnderTest, Seen } from '../../../channels/contract.ts';
import type { Trouble } from './faults.ts';
import { startDiscordServer } from './server.ts';
import type { Shown } from './transcript.ts';
import type { Channel, Message } from './world.ts';

const sending = /^(POST|PATCH) .*\/messages/;

const troubles: Readonly<Record<'rate-limited' | 'server-error' | 'dropped', Trouble['with']>> = {
  'rate-limited': { retryAfter: 0.05 },
  'server-error': { status: 503 },
  dropped: { drop: 'after' },
};

export const discordUnderTest: PlatformUnderTest = {
  name: 'Discord',
  async start() {
    const server = await startDiscordServer({ rateLimits: { scale: 0.05 } });
    server.channel();
    const added = new Map<string, Channel>();

    function driver(name: string, channel: Channel | null): PersonDriver {
      const person = server.person(name);
      const place = channel ?? person.dms;
      const ours = (): Shown[] => person.sees(place).filter((message) => message.from === 'purser');
      const own = (id: string) => server.world.messages.get(id) as Message;
      const told = (text: string) => (channel ? `<@${server.world.bot.id}> ${text}` : text);
      return {
        say: async (text) => person.say(place, told(text)).id,
        mutter: async (text) => void person.say(place, text),
        edit: async (id, text) => person.edit(own(id), told(text)),
        delete: async (id) => person.delete(own(id)),
        reply: async (text) => person.say(place, text, { replyTo: (ours().at(-1) as Shown).id }).id,
        press: async (label) => void person.press(label, { channel: place }),
        redeliver: async (id) => server.redeliver(id),
        seen: () =>
          ours()
            .filter((message) => !message.isThinking)
            .map(seen),
      };
    }

    return {
      createChannel: ({ log, clock }) => createDiscordChannel({ token: server.token, api: server.api, log, clock }),
      person: (name) => driver(name, null),
      inGroup: (name, group) => driver(name, added.get(group) ?? server.channel(group)),
      async addsPurser(name, group) {
        const person = server.person(name);
        const channel = server.addServer(person);
        added.set(group, channel);
        server.addToServer(channel, person);
        return driver(name, channel);
      },
      failNext: (kind, times) => server.faults.next({ on: sending, times, with: troubles[kind] }),
      stop: () => server.close(),
    };
  },
};

function seen({ text, buttons, images, files, onlyFor }: Shown): Seen {
  return {
    text,
    buttons: buttons.flat().map(({ label }) => label),
    images: images.map(({ description }) => description ?? ''),
    files: files.map(({ name }) => name),
    isPrivate: onlyFor !== null,
  };
}
