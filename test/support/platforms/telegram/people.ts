/** What people do in their apps: the driver that tests hold. */

import type { CallbackQuery, InlineButton, Message, Update, User } from './bot-api.ts';
import { withFoundEntities } from './found-entities.ts';
import { isHeard } from './hearing.ts';
import type { Updates } from './updates.ts';
import type { Room, World } from './world.ts';

export interface SendOptions {
  /** A group's id; else the person's own chat with the bot. */
  readonly chat?: number;
  /** The id of a message there. */
  readonly replyTo?: number;
  readonly thread?: number;
}

export interface Sent {
  readonly message: Message;
  /** Null where the bot does not hear it. */
  readonly update: Update | null;
}

export interface Pressed {
  readonly id: string;
  /** What the bot answered to the press; null while it has not. */
  answer(): { readonly text: string; readonly alert: boolean } | null;
}

export function createPeople(world: World, updates: Updates, hearsAll: boolean) {
  let nextId = 52_000_001;

  function hear(room: Room, kind: 'message' | 'edited_message', message: Message): Update | null {
    if (!isHeard(room, message, world.bot, hearsAll)) return null;
    return updates.push({ [kind]: message });
  }

  function addUser(firstName: string, more: Partial<User> = {}) {
    const user: User = { id: nextId, is_bot: false, first_name: firstName, language_code: 'en', ...more };
    nextId = Math.max(nextId, user.id) + 1;
    world.people.set(user.id, user);

    /** Opening the chat is pressing Start; it needs no message. */
    function room(chatId = user.id): Room {
      const known = world.rooms.get(chatId);
      if (known) return known;
      if (chatId !== user.id) throw new Error(`there is no chat ${chatId}`);
      const { id, first_name, username } = user;
      return world.addRoom({ id, type: 'private', first_name, ...(username ? { username } : {}) }, 'member');
    }

    function post(content: Partial<Message>, { chat, replyTo, thread }: SendOptions = {}): Sent {
      const place = room(chat);
      if (place.chat.type !== 'private' && !place.members.has(user.id)) throw new Error('not a member of this group');
      if (place.bot === 'blocked') throw new Error('the app offers only "Restart bot" here');
      const original = replyTo === undefined ? undefined : place.messages.get(replyTo);
      if (replyTo !== undefined && !original) throw new Error(`there is no message ${replyTo} to reply to`);
      const { reply_to_message: _, ...flat } = original ?? ({} as Message);
      const message = world.addMessage(place, user, {
        ...content,
        ...(original ? { reply_to_message: flat } : {}),
        ...(thread ? { message_thread_id: thread, is_topic_message: true } : {}),
      });
      return { message, update: hear(place, 'message', message) };
    }

    function press(button: string | InlineButton, where: { chat?: number; message?: number } = {}): Pressed {
      const place = room(where.chat);
      const label = typeof button === 'string' ? button : button.text;
      const rows = (message: Message) =>
        (message.reply_markup as { inline_keyboard?: InlineButton[][] } | undefined)?.inline_keyboard?.flat() ?? [];
      const isIt = (each: InlineButton) =>
        typeof button === 'string' ? each.text === label : each.callback_data === button.callback_data;
      const message = [...place.messages.values()].findLast((each) =>
        where.message === undefined
          ? rows(each).some(isIt)
          : each.message_id === where.message && place.shown.get(each.message_id)?.some(isIt),
      );
      if (!message) throw new Error(`nobody sees a button ${JSON.stringify(button)} here`);
      const data = (place.shown.get(message.message_id) ?? []).findLast(isIt)?.callback_data;
      const id = world.newId();
      const query: CallbackQuery = { id, from: user, message, chat_instance: String(place.chat.id), data };
      world.presses.set(id, { at: world.time.now(), from: user, answer: null });
      if (place.bot === 'member') updates.push({ callback_query: query });
      return { id, answer: () => world.presses.get(id)?.answer ?? null };
    }

    return {
      user,
      /** The id of the private chat with the bot. */
      chat: user.id,
      open: () => void room(),
      send: (text: string, options?: SendOptions) => {
        const entities = withFoundEntities(text, []);
        return post({ text, ...(entities.length ? { entities } : {}) }, options);
      },
      edit(messageId: number, text: string, options: Pick<SendOptions, 'chat'> = {}): Sent {
        const place = room(options.chat);
        const old = place.messages.get(messageId);
        if (old?.from.id !== user.id) throw new Error('only one’s own messages can be edited');
        const entities = withFoundEntities(text, []);
        const content = old.text === undefined ? { caption: text } : { text, ...(entities.length ? { entities } : {}) };
        const { entities: _, ...rest } = old;
        const message = world.changeMessage(place, rest, content);
        return { message, update: hear(place, 'edited_message', message) };
      },
      /** By its label, or as one saw it before, though it may be gone by now. */
      press,
      sendPhoto(content: Buffer, options: SendOptions & { caption?: string } = {}): Sent {
        const { shape } = world.addFile(content, { width: 800, height: 600 }, 'photos');
        return post({ photo: [shape], ...(options.caption ? { caption: options.caption } : {}) }, options);
      },
      sendDocument(name: string, content: Buffer, options: SendOptions & { caption?: string } = {}): Sent {
        const { shape } = world.addFile(
          content,
          { file_name: name, mime_type: 'application/octet-stream' },
          'documents',
        );
        return post({ document: shape, ...(options.caption ? { caption: options.caption } : {}) }, options);
      },
      sendVoice: (options?: SendOptions): Sent =>
        post(
          { voice: world.addFile(Buffer.from('OggS'), { duration: 3, mime_type: 'audio/ogg' }, 'voice').shape },
          options,
        ),
      sendSticker: (options?: SendOptions): Sent =>
        post({ sticker: world.addFile(Buffer.from('RIFF'), { width: 512, height: 512 }, 'stickers').shape }, options),
      block(): void {
        room().bot = 'blocked';
        memberUpdate(room(), user, 'member', 'kicked');
      },
      unblock(): void {
        room().bot = 'member';
        memberUpdate(room(), user, 'kicked', 'member');
      },
      deactivate(): void {
        world.people.set(user.id, { ...user, deactivated: true });
      },
    };
  }

  function memberUpdate(room: Room, from: User, before: string, after: string): void {
    const member = (status: string) => ({ user: world.bot, status });
    const date = Math.floor(world.time.now() / 1000);
    updates.push({
      my_chat_member: { chat: room.chat, from, date, old_chat_member: member(before), new_chat_member: member(after) },
    });
  }

  return { addUser, hear, memberUpdate };
}

export type People = ReturnType<typeof createPeople>;
export type Person = ReturnType<People['addUser']>;
