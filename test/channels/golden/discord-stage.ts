/** The golden conversation on Discord. */

import { createDiscordChannel } from '../../../src/channels/discord/discord-channel.ts';
import { startDiscordServer } from '../../support/platforms/discord/server.ts';
import type { Shown } from '../../support/platforms/discord/transcript.ts';
import type { Channel, Message } from '../../support/platforms/discord/world.ts';
import { type Actor, createPlace, formText, lineText, type Stage } from './stage.ts';

export async function openDiscord(): Promise<Stage> {
  const server = await startDiscordServer({ rateLimits: false });
  const [ann, bob] = [server.person('ann'), server.person('bob')];
  const flat = server.addServer(ann, { channel: 'flat' });
  const textOf = (message: Shown, _index: number, all: readonly Shown[]) =>
    asLine(message, all.find(({ id }) => id === message.replyTo)?.from, server.world.bot.id);
  const alone = createPlace('Ann and Purser alone', () => ann.sees().map(textOf));
  const together = createPlace('the channel #flat, as Ann sees it', () => ann.sees(flat).map(textOf));

  function actor(person: typeof ann, channel: Channel): Actor {
    const place = channel === flat ? together : alone;
    const spoken = (text: string) => (channel === flat ? `<@${server.world.bot.id}> ${text}` : text);
    return {
      say: async (text) => person.say(channel, spoken(text)).id,
      async command(text) {
        const [name = '', ...words] = text.split(' ');
        place.did(`${person.user.username} runs /${text}`);
        person.slash(name, { text: words.join(' ') }, { channel });
      },
      edit: async (message, text) => person.edit(server.world.messages.get(message) as Message, spoken(text)),
      async press(label) {
        place.did(`${person.user.username} presses ${label}`);
        person.press(label, { channel });
      },
      async fillIn(amount, then) {
        person.press('Edit', { channel });
        await server.until(() => person.modal !== null);
        const { title, components } = person.modal as unknown as Modal;
        const fields = components.map(({ label, component }) => ({ label, value: component.value ?? '' }));
        place.did(formText(person.user.username, amount, { title, fields, submit: 'Submit' }));
        await then(Promise.resolve(person.submitModal({ amount })));
      },
      mutter: async (text) => void person.say(channel, text),
    };
  }

  return {
    createChannel: ({ log, clock }) => createDiscordChannel({ token: server.token, api: server.api, log, clock }),
    ann: actor(ann, ann.dms),
    group: {
      ...{ ann: actor(ann, flat), bob: actor(bob, flat) },
      async annAddsPurser() {
        together.did('ann adds Purser to the server, where #flat is the channel that welcomes people');
        server.addToServer(flat, ann);
      },
    },
    transcript: () => `${alone.text()}\n\n${together.text()}`,
    stop: () => server.close(),
  };
}

interface Modal {
  readonly title: string;
  readonly components: readonly { readonly label: string; readonly component: { readonly value?: string } }[];
}

function asLine(message: Shown, answered: string | undefined, bot: string): string {
  const { from, text, images, files, buttons, onlyFor, isEdited, isThinking, marks, notified } = message;
  const formats = marks.filter((mark) => !mark.startsWith('mention: '));
  return lineText({
    from,
    notes: [
      onlyFor !== null && `only ${onlyFor} sees it`,
      answered !== undefined && `in reply to ${answered}`,
      isEdited && 'edited',
      isThinking && 'thinking…',
      formats.length > 0 && formats.join('; '),
      from === 'purser' && notified.length > 0 && `notifies ${notified.join()}`,
    ],
    text: text.replaceAll(bot, '@purser'),
    pictures: images.map(({ description }) => description ?? 'without a description'),
    files: files.map(({ name }) => name),
    buttons: buttons.map((row) => row.map(({ label }) => label)),
  });
}
