/** What the server knows: people, chats, messages and files, beside the bot itself. */

import {
  ApiError,
  badRequest,
  type Chat,
  type FileShape,
  type InlineButton,
  type Message,
  type User,
} from './bot-api.ts';
import type { SimulatedTime } from './time.ts';

export interface Room {
  chat: Chat;
  readonly messages: Map<number, Message>;
  nextMessage: number;
  readonly members: Map<number, User>;
  /** How the bot stands here. */
  bot: 'member' | 'blocked' | 'kicked' | 'absent';
  migratedTo: number | null;
  /** Buttons that were ever shown, since a person may press what they still see. */
  readonly shown: Map<number, InlineButton[]>;
  readonly actions: string[];
}

export interface StoredFile {
  readonly shape: FileShape;
  readonly content: Buffer;
  readonly path: string;
}

export interface PressState {
  readonly at: number;
  readonly from: User;
  answer: { readonly text: string; readonly alert: boolean } | null;
}

export function createWorld(time: SimulatedTime, bot: User) {
  const rooms = new Map<number, Room>();
  const files = new Map<string, StoredFile>();
  const presses = new Map<string, PressState>();
  const people = new Map<number, User & { deactivated?: boolean }>();
  let count = 0;

  function addRoom(chat: Chat, bot: Room['bot']): Room {
    const room: Room = {
      chat,
      messages: new Map(),
      nextMessage: 1,
      members: new Map(),
      bot,
      migratedTo: null,
      shown: new Map(),
      actions: [],
    };
    rooms.set(chat.id, room);
    return room;
  }

  /** The chat that a call names, if the bot may speak there. */
  function roomForBot(chatId: number | undefined): Room {
    if (chatId === undefined) throw badRequest('chat_id is empty');
    const room = rooms.get(chatId);
    if (!room) {
      if (people.has(chatId)) throw new ApiError(403, "Forbidden: bot can't initiate conversation with a user");
      throw badRequest('chat not found');
    }
    if (room.migratedTo !== null) {
      throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: room.migratedTo,
      });
    }
    if (people.get(chatId)?.deactivated) throw new ApiError(403, 'Forbidden: user is deactivated');
    if (room.bot === 'blocked') throw new ApiError(403, 'Forbidden: bot was blocked by the user');
    if (room.bot === 'kicked') throw new ApiError(403, `Forbidden: bot was kicked from the ${room.chat.type} chat`);
    if (room.bot === 'absent') throw badRequest('chat not found');
    return room;
  }

  function addMessage(room: Room, from: User, content: Partial<Message>): Message {
    const message: Message = {
      message_id: room.nextMessage,
      from,
      chat: room.chat,
      date: Math.floor(time.now() / 1000),
      ...content,
    };
    room.nextMessage += 1;
    room.messages.set(message.message_id, message);
    noteButtons(room, message);
    return message;
  }

  function changeMessage(room: Room, old: Message, content: Partial<Message>): Message {
    const { reply_markup: _, ...rest } = old;
    const message = { ...rest, ...content, edit_date: Math.floor(time.now() / 1000) };
    room.messages.set(message.message_id, message);
    noteButtons(room, message);
    return message;
  }

  function noteButtons(room: Room, { message_id, reply_markup }: Message): void {
    const rows = (reply_markup as { inline_keyboard?: InlineButton[][] } | undefined)?.inline_keyboard ?? [];
    room.shown.set(message_id, [...(room.shown.get(message_id) ?? []), ...rows.flat()]);
  }

  function addFile(content: Buffer, more: Omit<Partial<FileShape>, 'file_id'>, folder: string): StoredFile {
    count += 1;
    const path = `${folder}/file_${count}${/\.\w+$/.exec(more.file_name ?? '')?.[0] ?? (folder === 'photos' ? '.jpg' : '')}`;
    const shape = {
      file_id: `AgAC${count}_${folder}`,
      file_unique_id: `AQAD${count}`,
      file_size: content.length,
      ...more,
    };
    const file = { shape, content, path };
    files.set(shape.file_id, file);
    return file;
  }

  function newId(): string {
    count += 1;
    return String(4_000_000_000_000_000 + count);
  }

  return { bot, rooms, files, presses, people, time, addRoom, roomForBot, addMessage, changeMessage, addFile, newId };
}

export type World = ReturnType<typeof createWorld>;
