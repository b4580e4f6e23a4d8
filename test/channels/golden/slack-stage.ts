/** The golden conversation on Slack, over HTTP. */

import type { Server } from 'node:http';
import { createSlackChannel } from '../../../src/channels/slack/slack-channel.ts';
import type { Person, Said } from '../../support/platforms/slack/people.ts';
import { startSlackServer } from '../../support/platforms/slack/slack-server.ts';
import type { ShownMessage } from '../../support/platforms/slack/transcript.ts';
import { closeServer, quickRates, quickTiming, serveWebHooks, typed } from '../slack/slack-under-test.ts';
import { type Actor, createPlace, formText, lineText, type Stage } from './stage.ts';

export async function openSlackStage(): Promise<Stage> {
  const slack = await startSlackServer({ rates: quickRates });
  const [ann, bob] = [slack.addPerson('ann'), slack.addPerson('bob')];
  const flat = slack.addChannel('flat', [ann, bob], { withApp: false }).id;
  const seenIn = (channel: string) => () => slack.transcript(channel, ann).map(asLine);
  const alone = createPlace('Ann and Purser alone', seenIn(ann.im));
  const together = createPlace('the channel #flat, as Ann sees it', seenIn(flat));
  let hooks: Server | undefined;

  function actor(person: Person, channel: string): Actor {
    const place = channel === flat ? together : alone;
    const said = new Map<string, Said>();
    return {
      async say(text) {
        const one = channel === flat ? person.mention(flat, typed(text)) : person.dm(typed(text));
        said.set(one.ts, one);
        await one.delivered;
        return one.ts;
      },
      async command(text) {
        place.did(`${person.user.name} runs /purser ${text}`);
        await person.slash('/purser', text, channel);
      },
      edit: async (message, text) => void (await person.edit(said.get(message) as Said, typed(text))),
      async press(label) {
        const message = slack.transcript(channel, person).findLast(({ buttons }) => buttons.includes(label));
        if (!message) throw new Error(`nobody offers ${label}`);
        place.did(`${person.user.name} presses ${label}`);
        await person.press(message, label);
      },
      async fillIn(amount, then) {
        const message = slack.transcript(channel, person).findLast(({ buttons }) => buttons.includes('Edit'));
        if (!message) throw new Error('nobody offers Edit');
        await person.press(message, 'Edit');
        const view = person.modal?.view as unknown as View;
        const fields = view.blocks.map(({ label, element }) => ({
          label: label.text,
          value: element.initial_value ?? '',
        }));
        place.did(formText(person.user.name, amount, { title: view.title.text, fields, submit: view.submit.text }));
        await then(person.submitModal({ amount }));
      },
      mutter: async (text) => void (await person.post(channel, typed(text)).delivered),
    };
  }

  return {
    createChannel: ({ log }) =>
      createSlackChannel({
        botToken: slack.botToken,
        signingSecret: slack.signingSecret,
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
    ann: actor(ann, ann.im),
    group: {
      ...{ ann: actor(ann, flat), bob: actor(bob, flat) },
      async annAddsPurser() {
        together.did('ann invites Purser');
        await ann.invite(flat);
      },
    },
    transcript: () => `${alone.text()}\n\n${together.text()}`,
    async stop() {
      await slack.close();
      if (hooks) await closeServer(hooks);
    },
  };
}

interface View {
  readonly title: { readonly text: string };
  readonly submit: { readonly text: string };
  readonly blocks: readonly {
    readonly label: { readonly text: string };
    readonly element: { readonly initial_value?: string };
  }[];
}

function asLine(message: ShownMessage): string {
  const { author, text, pictures, files, buttons, thread, isEphemeral, isEdited, notified } = message;
  return lineText({
    from: author,
    notes: [
      isEphemeral && 'only ann sees it',
      thread !== null && 'in a thread',
      isEdited && 'edited',
      author === 'purser' && notified.length > 0 && `notifies ${notified.join()}`,
    ],
    text,
    pictures: pictures.map(({ alt }) => alt),
    files: files.map(({ name }) => name),
    buttons: [buttons],
  });
}
