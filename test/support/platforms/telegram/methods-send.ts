/** Methods that put something into a chat. */

import { ApiError, badRequest, type FileShape, type Message } from './bot-api.ts';
import { booleanOf, integerOf, jsonOf, textOf } from './fields.ts';
import { captionText, messageText } from './formatted-text.ts';
import { keyboardOf } from './keyboard.ts';
import type { Methods } from './methods.ts';
import type { Formatted } from './parse-html.ts';
import { readPhoto } from './pictures.ts';
import type { createRates } from './rates.ts';
import type { Call, UploadedFile } from './read-request.ts';
import type { Room, World } from './world.ts';

const MAX_DOCUMENT = 50 * 1024 * 1024;
const chatActions = new Set([
  ...['typing', 'upload_photo', 'record_video', 'upload_video', 'record_voice', 'upload_voice', 'upload_document'],
  ...['choose_sticker', 'find_location', 'record_video_note', 'upload_video_note'],
]);

export function sendMethods(world: World, rates: ReturnType<typeof createRates>): Methods {
  function post(call: Call, room: Room, content: Partial<Message>): Message {
    const more = { ...threadOf(call, room), ...replyOf(call, room) };
    const markup = keyboardOf(call, false);
    rates.take(room.chat, 1);
    return world.addMessage(room, world.bot, { ...content, ...more, ...(markup ? { reply_markup: markup } : {}) });
  }

  function photo(call: Call, name: string): FileShape[] {
    const known = knownFile(call, name);
    if (known) return [known];
    const file = uploaded(call, name);
    if (!file) throw badRequest('there is no photo in the request');
    const size = readPhoto(file.content);
    return [world.addFile(file.content, { ...size, file_name: file.name }, 'photos').shape];
  }

  function document(call: Call, name: string): FileShape {
    const known = knownFile(call, name);
    if (known) return known;
    const file = uploaded(call, name);
    if (!file) throw badRequest('there is no document in the request');
    return world.addFile(file.content, { file_name: file.name, mime_type: file.type }, 'documents').shape;
  }

  function knownFile(call: Call, name: string): FileShape | null {
    const given = call.fields[name];
    if (typeof given !== 'string' || given.startsWith('attach://')) return null;
    if (/^https?:/.test(given)) throw badRequest('failed to get HTTP URL content');
    const file = world.files.get(given);
    if (!file) throw badRequest('wrong file identifier/HTTP URL specified');
    return file.shape;
  }

  return {
    sendMessage(call) {
      const room = world.roomForBot(integerOf(call, 'chat_id'));
      const { text, entities } = messageText(call);
      jsonOf(call, 'link_preview_options');
      return post(call, room, { text, ...(entities.length ? { entities } : {}) });
    },
    sendPhoto(call) {
      const room = world.roomForBot(integerOf(call, 'chat_id'));
      return post(call, room, { photo: photo(call, 'photo'), ...captionFields(captionText(call)) });
    },
    sendDocument(call) {
      const room = world.roomForBot(integerOf(call, 'chat_id'));
      return post(call, room, { document: document(call, 'document'), ...captionFields(captionText(call)) });
    },
    sendMediaGroup(call) {
      const room = world.roomForBot(integerOf(call, 'chat_id'));
      const media = jsonOf<Record<string, unknown>[]>(call, 'media');
      if (!Array.isArray(media)) throw badRequest('parameter "media" is required');
      if (media.length < 2 || media.length > 10) throw badRequest('media group must include 2-10 items');
      const types = new Set(media.map((item) => item.type));
      if (types.size > 1 || !(types.has('photo') || types.has('document'))) {
        throw badRequest('there is an invalid mix of media types in the album');
      }
      const contents = media.map((item) => {
        const one = { fields: item, files: call.files };
        const caption = captionFields(captionText(one));
        return item.type === 'photo'
          ? { photo: photo(one, 'media'), ...caption }
          : { document: document(one, 'media'), ...caption };
      });
      const more = { ...threadOf(call, room), ...replyOf(call, room), media_group_id: world.newId() };
      rates.take(room.chat, contents.length);
      return contents.map((content) => world.addMessage(room, world.bot, { ...content, ...more }));
    },
    sendChatAction(call) {
      const room = world.roomForBot(integerOf(call, 'chat_id'));
      const action = textOf(call, 'action') ?? '';
      if (!chatActions.has(action)) throw badRequest('wrong parameter action in request');
      room.actions.push(action);
      return true;
    },
  };
}

function captionFields({ text, entities }: Formatted): Partial<Message> {
  return { ...(text ? { caption: text } : {}), ...(entities.length ? { caption_entities: entities } : {}) };
}

/** A file under the field's own name, or under the one that "attach://" points to. */
function uploaded(call: Call, name: string): UploadedFile | undefined {
  const given = call.fields[name];
  const attached = typeof given === 'string' ? /^attach:\/\/(.+)$/.exec(given)?.[1] : undefined;
  const file = call.files.get(attached ?? name);
  if (file?.content.length === 0) throw badRequest('file must be non-empty');
  if (file && file.content.length > MAX_DOCUMENT) throw new ApiError(413, 'Request Entity Too Large');
  return file;
}

function replyOf(call: Call, room: Room): Partial<Message> {
  const parameters = jsonOf<{ message_id?: number; allow_sending_without_reply?: boolean }>(call, 'reply_parameters');
  const id = Number(parameters?.message_id ?? integerOf(call, 'reply_to_message_id') ?? 0);
  if (id === 0) return {};
  const original = room.messages.get(id);
  if (original) {
    const { reply_to_message: _, ...flat } = original;
    return { reply_to_message: flat };
  }
  const isOptional = parameters?.allow_sending_without_reply ?? booleanOf(call, 'allow_sending_without_reply');
  if (isOptional) return {};
  throw badRequest('message to be replied not found');
}

function threadOf(call: Call, room: Room): Partial<Message> {
  const id = integerOf(call, 'message_thread_id');
  if (!id) return {};
  const exists = [...room.messages.values()].some((message) => message.message_thread_id === id);
  if (!exists) throw badRequest('message thread not found');
  return { message_thread_id: id, is_topic_message: true };
}
