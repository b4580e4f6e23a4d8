/** Which messages of a group reach the bot: with privacy mode, only what is meant for it. */

import type { Message, User } from './bot-api.ts';
import type { Room } from './world.ts';

export function isHeard(room: Room, message: Message, bot: User, hearsAll: boolean): boolean {
  if (message.from.is_bot) return false;
  if (room.bot !== 'member') return false;
  if (hearsAll || room.chat.type === 'private' || isService(message)) return true;
  if (message.reply_to_message?.from.id === bot.id) return true;
  if (message.via_bot?.id === bot.id) return true;
  const text = message.text ?? message.caption ?? '';
  const name = `@${bot.username}`.toLowerCase();
  return (message.entities ?? message.caption_entities ?? []).some((entity) => {
    const words = text.slice(entity.offset, entity.offset + entity.length).toLowerCase();
    if (entity.type === 'mention') return words === name;
    if (entity.type !== 'bot_command') return false;
    return words.includes('@') ? words.endsWith(name) : true;
  });
}

function isService(message: Message): boolean {
  const { new_chat_members, left_chat_member, migrate_to_chat_id, migrate_from_chat_id } = message;
  return Boolean(new_chat_members ?? left_chat_member ?? migrate_to_chat_id ?? migrate_from_chat_id);
}
