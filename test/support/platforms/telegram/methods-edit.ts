/** Methods that change what is there, and answers to buttons. */

import { isDeepStrictEqual } from 'node:util';
import { badRequest, type Message } from './bot-api.ts';
import { booleanOf, integerOf, textOf } from './fields.ts';
import { captionText, messageText } from './formatted-text.ts';
import { keyboardOf } from './keyboard.ts';
import type { Methods } from './methods.ts';
import type { Call } from './read-request.ts';
import type { Room, World } from './world.ts';

const TWO_DAYS = 48 * 60 * 60;
const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
  'content and reply markup of the message';

export function editMethods(world: World, callbackSeconds: number): Methods {
  function found(call: Call): { room: Room; message: Message } {
    const room = world.roomForBot(integerOf(call, 'chat_id'));
    const message = room.messages.get(integerOf(call, 'message_id') ?? 0);
    if (!message) throw badRequest('message to edit not found');
    if (message.from.id !== world.bot.id) throw badRequest("message can't be edited");
    return { room, message };
  }

  function change(call: Call, room: Room, old: Message, content: Partial<Message>): Message {
    const markup = keyboardOf(call, true);
    const same = Object.entries(content).every(([key, value]) => isDeepStrictEqual(Reflect.get(old, key), value));
    if (same && isDeepStrictEqual(old.reply_markup, markup)) throw badRequest(NOT_MODIFIED);
    return world.changeMessage(room, old, { ...content, ...(markup ? { reply_markup: markup } : {}) });
  }

  return {
    editMessageText(call) {
      const { room, message } = found(call);
      const { text, entities } = messageText(call);
      if (message.text === undefined) throw badRequest('there is no text in the message to edit');
      return change(call, room, message, { text, entities: entities.length ? entities : undefined });
    },
    editMessageCaption(call) {
      const { room, message } = found(call);
      const { text, entities } = captionText(call);
      if (!message.photo && !message.document) throw badRequest('there is no caption in the message to edit');
      return change(call, room, message, {
        caption: text || undefined,
        caption_entities: entities.length ? entities : undefined,
      });
    },
    editMessageReplyMarkup(call) {
      const { room, message } = found(call);
      return change(call, room, message, {});
    },
    deleteMessage(call) {
      const room = world.roomForBot(integerOf(call, 'chat_id'));
      const message = room.messages.get(integerOf(call, 'message_id') ?? 0);
      if (!message) throw badRequest('message to delete not found');
      const isOwn = message.from.id === world.bot.id;
      const isTooOld = world.time.now() / 1000 - message.date > TWO_DAYS;
      if (isTooOld || (!isOwn && room.chat.type !== 'private')) throw badRequest("message can't be deleted");
      room.messages.delete(message.message_id);
      return true;
    },
    answerCallbackQuery(call) {
      const press = world.presses.get(textOf(call, 'callback_query_id') ?? '');
      if (!press || press.answer || world.time.now() - press.at > callbackSeconds * 1000) {
        throw badRequest('query is too old and response timeout expired or query ID is invalid');
      }
      const text = textOf(call, 'text') ?? '';
      if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
      press.answer = { text, alert: booleanOf(call, 'show_alert') };
      return true;
    },
  };
}
