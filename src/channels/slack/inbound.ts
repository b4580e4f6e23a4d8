/** Hands what people do to the desk. Resolves once it is committed, so that Slack may be told. */

import type { webApi } from '@slack/bolt';
import type { InboundMessage } from '../../conversation/message.ts';
import type { Log } from '../../log.ts';
import type { Desk } from '../channel.ts';
import { createCatchUp } from './catch-up.ts';
import type { Directory } from './directory.ts';
import { codeOf } from './failures.ts';
import { viewOf } from './form-view.ts';
import { type Fields, textAt } from './payload-shape.ts';
import { conversationOf, isDirect, PLATFORM, placed } from './place.ts';
import { readEvent, type Self } from './read-event.ts';
import { type Interaction, readCommand, readForm, readPress } from './read-interaction.ts';

export interface Inbound {
  spoken(event: Fields, eventId: string): Promise<void>;
  command(command: Fields): Promise<void>;
  press(body: Fields): Promise<void>;
  form(body: Fields): Promise<void>;
}

export interface InboundOptions {
  readonly desk: Desk;
  readonly client: webApi.WebClient;
  readonly directory: Directory;
  readonly self: Self;
  readonly log: Log;
  /** Messages wait no longer than this for what was written before them, in milliseconds. */
  readonly patience: number;
  now(): number;
}

export function createInbound({ desk, client, directory, self, log, now, patience }: InboundOptions): Inbound {
  const seconds = () => now() / 1000;

  /** The end of each conversation's queue. */
  const queues = new Map<string, Promise<unknown>>();

  /** Does the work after all that came before in the conversation: looking somebody up must not change the order. */
  function inTurn(conversation: string, work: () => Promise<void>): Promise<void> {
    const done = (queues.get(conversation) ?? Promise.resolve()).then(work, work);
    queues.set(conversation, done);
    const end = () => {
      if (queues.get(conversation) === done) queues.delete(conversation);
    };
    done.then(end, end);
    return done;
  }

  async function receive(parts: Omit<Interaction, 'trigger'>, channelName?: string): Promise<void> {
    const { place, key, since, content, responseUrl } = parts;
    const known = Promise.all([directory.profile(place.user), directory.group(place, channelName)]);
    await inTurn(conversationOf(place), async () => {
      const [profile, group] = await known;
      const message: InboundMessage = {
        ...placed(place, { key, since, takenInAt: seconds(), responseUrl }),
        content,
        ...(group ? { group } : {}),
        ...(profile ? { profile } : {}),
      };
      await desk.receive(message);
    });
  }

  const catchUp = createCatchUp({
    ...{ client, self, log, patience },
    receive: async (said) => await receive({ ...said, responseUrl: '' }),
  });

  /** A command can be given in the direct messages of two other people; the answer is not for the second of them. */
  async function receiveFromAnywhere(interaction: Interaction, channelName?: string): Promise<void> {
    const { user, channel } = interaction.place;
    const isOthers = await directory.isOthers(user, channel);
    await receive({ ...interaction, place: { ...interaction.place, isOthers } }, channelName);
  }

  return {
    async spoken(event, eventId) {
      const said = readEvent(event, eventId, self);
      if (!said) return;
      const { channel, thread } = said.place;
      if (said.isForPurser === 'maybe') {
        if (thread === null || !(await directory.isPartOf(channel, thread, said.threadBegunBy))) return;
      }
      if (isDirect(channel)) {
        directory.learnDirectChannel(said.place.user, channel);
        if (said.content.kind === 'message' && (await catchUp(said))) return;
      }
      await receive({ ...said, responseUrl: '' });
      if (thread !== null && !isDirect(channel)) directory.join(channel, thread);
    },
    async command(command) {
      const name = textAt(command, 'channel_name');
      await receiveFromAnywhere(readCommand(command, self, seconds()), name === 'privategroup' ? '' : name);
    },
    async press(body) {
      const pressed = readPress(body, self);
      if (pressed?.content.kind !== 'press') return;
      const { button } = pressed.content;
      const group = await directory.group(pressed.place);
      const sender = `${self.team}:${pressed.place.user}`;
      const form = await desk.formFor(button, { platform: PLATFORM, sender, ...(group ? { group } : {}) });
      if (form) {
        try {
          await client.views.open({ trigger_id: pressed.trigger, view: viewOf(form, button, pressed.place) });
          return;
        } catch (error) {
          // Too late for a form, or Slack is away: the conversation asks in words instead.
          log.warn({ code: codeOf(error) }, 'a form could not be opened');
        }
      }
      await receiveFromAnywhere(pressed);
    },
    async form(body) {
      const filled = readForm(body, self, seconds());
      if (filled) await receiveFromAnywhere(filled);
    },
  };
}
