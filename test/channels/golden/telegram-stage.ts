/** The golden conversation on Telegram, by polling. */

import { createTelegramChannel } from '../../../src/channels/telegram/telegram-channel.ts';
import type { Person } from '../../support/platforms/telegram/people.ts';
import { startTelegramServer } from '../../support/platforms/telegram/server.ts';
import { type SeenMessage, transcriptText } from '../../support/platforms/telegram/transcript.ts';
import { type Actor, createPlace, type Stage } from './stage.ts';

export async function openTelegram(): Promise<Stage> {
  const server = await startTelegramServer({ rates: null });
  const [ann, bob] = [server.addUser('Ann'), server.addUser('Bob')];
  const flat = server.addGroup('Flat', [ann, bob]);
  const placeOf = (title: string, chat: number) => createPlace(title, () => server.transcript(chat).map(asText));
  const alone = placeOf('Ann and Purser alone', ann.chat);
  const together = placeOf('the group "Flat"', flat);

  function actor(person: Person, chat: number): Actor {
    const place = chat < 0 ? together : alone;
    const spoken = (text: string) => (chat < 0 ? `@${server.bot.username} ${text}` : text);
    return {
      say: async (text) => String(person.send(spoken(text), { chat }).message.message_id),
      command: async (text) => void person.send(`/${text}`, { chat }),
      edit: async (message, text) => void person.edit(Number(message), spoken(text), { chat }),
      async press(label) {
        place.did(`${person.user.first_name} presses ${label}`);
        person.press(label, { chat });
      },
      async fillIn(amount, then) {
        place.did(`${person.user.first_name} presses Edit`);
        await then(Promise.resolve(person.press('Edit', { chat })));
        const prompt = server.transcript(chat).findLast(({ isBot }) => isBot);
        await then(Promise.resolve(person.send(amount, { chat, replyTo: prompt?.id ?? 0 })));
      },
      mutter: async (text) => void person.send(text, { chat }),
    };
  }

  return {
    createChannel: ({ log, clock }) =>
      createTelegramChannel({
        token: server.token,
        apiRoot: server.url,
        log,
        now: clock.leaseTime,
        timing: { perChat: 0, perGroup: 0, overall: 0 },
      }),
    ann: actor(ann, ann.chat),
    group: {
      ...{ ann: actor(ann, flat), bob: actor(bob, flat) },
      annAddsPurser: async () => server.addToGroup(flat, ann),
    },
    transcript: () => `${alone.text()}\n\n${together.text()}`,
    stop: () => server.close(),
  };
}

function asText(message: SeenMessage, _index: number, all: readonly SeenMessage[]): string {
  const { from, isBot, text, photo, document, replyTo } = message;
  if (!isBot && text === '' && !photo && !document) return `(${from} adds Purser)`;
  const answered = all.find(({ id }) => id === replyTo);
  const lines = transcriptText([message]).replace(': ', answered ? ` [in reply to ${answered.from}]: ` : ': ');
  return lines.replace(/ +$/gm, '');
}
