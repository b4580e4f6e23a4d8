/** A person with the Discord app in their hand. What the app would not let them do throws. */

import { inputsOf } from './component-rules.ts';
import type { Body } from './message-rules.ts';
import { createMessage, deleteMessage, editMessage, type Place } from './post-message.ts';
import { type Shown, stateOf, transcriptOf } from './transcript.ts';
import { wireInteraction } from './wire-objects.ts';
import type { Channel, Command, Interaction, Message, User } from './world.ts';

export interface SayOptions {
  /** The id of the message it answers. */
  readonly replyTo?: string;
  /** Whether the answered person is pinged; the app's own default is yes. */
  readonly ping?: boolean;
}

export interface InteractOptions {
  /** Where; the direct messages with the bot when left out. */
  readonly channel?: Channel;
}

export class Person {
  readonly user: User;
  /** The direct messages with the bot. */
  readonly dms: Channel;
  readonly #place: Place;
  /** The form that is open before them. */
  #modal: Interaction | null = null;

  constructor(place: Place, user: User) {
    this.#place = place;
    this.user = user;
    this.dms = place.world.dmChannel(user);
  }

  dm(text: string, options?: SayOptions): Message {
    return this.say(this.dms, text, options);
  }

  /** Writes "@bot text" in a channel. */
  mention(channel: Channel, text: string, options?: SayOptions): Message {
    return this.say(channel, `<@${this.#place.world.bot.id}> ${text}`, options);
  }

  say(channel: Channel, text: string, { replyTo, ping = true }: SayOptions = {}): Message {
    if (text.trim() === '' || [...text].length > 2000) throw new Error('the app sends 1 to 2000 characters');
    const answered = replyTo === undefined ? null : this.#message(replyTo);
    const body = { content: text, allowed_mentions: { parse: ['users', 'everyone'], replied_user: ping } };
    return createMessage(this.#place, { channel, author: this.user, body, files: [], replyTo: answered });
  }

  edit(message: Message, text: string): void {
    if (message.author !== this.user) throw new Error('people edit their own messages only');
    editMessage(this.#place, message, { content: text }, []);
  }

  delete(message: Message): void {
    if (message.author !== this.user) throw new Error('people delete their own messages only');
    deleteMessage(this.#place, message);
  }

  /** Runs a slash command. */
  slash(name: string, options: Readonly<Record<string, unknown>> = {}, { channel }: InteractOptions = {}): Interaction {
    const place = channel ?? this.dms;
    const command = this.#command(name, place);
    const data = { id: command.id, name, type: 1, options: filledIn(command, options) };
    return this.#interact(2, place, data, null);
  }

  /** Presses the latest button with that label, or that id, which they can see. */
  press(button: string, { channel, message }: InteractOptions & { readonly message?: string } = {}): Interaction {
    const found = this.#visible(channel ?? this.dms, message).flatMap((each) =>
      each.components.flatMap((row) => (row.components as Body[]).map((part) => ({ each, part }))),
    );
    const pressed = found.findLast(({ part }) => part.label === button || part.custom_id === button);
    if (!pressed) throw new Error(`${this.user.username} sees no button ${button}`);
    if (pressed.part.disabled) throw new Error(`the button ${button} is disabled`);
    const data = { component_type: 2, custom_id: pressed.part.custom_id };
    const interaction = this.#interact(3, pressed.each.channel, data, pressed.each);
    this.#modal = interaction;
    return interaction;
  }

  /** The form that opened last, or null. */
  get modal(): Body | null {
    return this.#modal?.modal ?? null;
  }

  /** Sends the open form in; fields that are not named keep what stands in them. */
  submitModal(values: Readonly<Record<string, string>>): Interaction {
    const opener = this.#modal;
    const modal = opener?.modal;
    if (!opener || !modal) throw new Error('no form is open');
    this.#modal = null;
    const components = (modal.components as Body[]).map((row, index) => {
      const filled = inputsOf(row).map(([, input], number) => {
        const value = values[String(input.custom_id)] ?? String(input.value ?? '');
        if (input.required !== false && value === '') throw new Error(`the field ${input.custom_id} is empty`);
        if (value.length > Number(input.max_length ?? 4000)) throw new Error('the app takes no more characters');
        return { type: 4, id: index + number + 1, custom_id: input.custom_id, value };
      });
      return row.type === 18
        ? { type: 18, id: index, component: filled[0] }
        : { type: 1, id: index, components: filled };
    });
    const data = { custom_id: modal.custom_id, components };
    return this.#interact(5, opener.channel, data, opener.source);
  }

  stateOf(interaction: Interaction): 'waiting' | 'answered' | 'failed' {
    return stateOf(this.#place.world, interaction);
  }

  /** What they see in a channel; in the direct messages when left out. */
  sees(channel: Channel = this.dms): Shown[] {
    return transcriptOf(this.#place.world, channel, this.user);
  }

  /** Makes the interaction and tells the bot. */
  #interact(type: Interaction['type'], channel: Channel, data: Body, source: Message | null): Interaction {
    const { world, gateway } = this.#place;
    const id = world.newId();
    const interaction: Interaction = {
      id,
      token: `aW50ZXJhY3Rpb246${Buffer.from(id).toString('base64url')}`,
      createdAt: world.now(),
      type,
      user: this.user,
      channel,
      data,
      source,
      answer: null,
      original: null,
      modal: null,
    };
    world.addInteraction(interaction);
    gateway.publish('INTERACTION_CREATE', wireInteraction(world, interaction));
    return interaction;
  }

  #command(name: string, channel: Channel): Command {
    const { commands } = this.#place.world;
    const here = [...(commands.get(channel.guildId ?? '') ?? []), ...(commands.get('') ?? [])];
    const context = channel.guildId === null ? 1 : 0;
    const command = here.find((each) => each.name === name);
    const contexts = command?.contexts as number[] | null | undefined;
    if (!command || (contexts && !contexts.includes(context))) throw new Error(`there is no command /${name} here`);
    return command;
  }

  #visible(channel: Channel, id?: string): Message[] {
    const { world } = this.#place;
    return world
      .messagesIn(channel)
      .filter(
        (each) => (!each.ephemeralFor || each.ephemeralFor === this.user) && (id === undefined || each.id === id),
      );
  }

  #message(id: string): Message {
    const message = this.#place.world.messages.get(id);
    if (!message || message.isDeleted) throw new Error('there is no such message');
    return message;
  }
}

/** The options as the app sends them. */
function filledIn(command: Command, given: Readonly<Record<string, unknown>>): Body[] {
  const known = (command.options ?? []) as { name: string; type: number; required?: boolean; max_length?: number }[];
  for (const name of Object.keys(given)) {
    if (!known.some((option) => option.name === name)) throw new Error(`/${command.name} has no option ${name}`);
  }
  for (const { name, required, max_length } of known) {
    if (required && given[name] === undefined) throw new Error(`/${command.name} needs ${name}`);
    if (String(given[name] ?? '').length > (max_length ?? 6000)) throw new Error(`${name} is too long`);
  }
  return known.flatMap(({ name, type }) => (given[name] === undefined ? [] : [{ name, type, value: given[name] }]));
}
