/** What people see of a chat. */

import type { Entity, InlineButton, Message } from './bot-api.ts';
import type { Room, World } from './world.ts';

export interface SeenMessage {
  readonly id: number;
  /** The first name of the person, or the bot's. */
  readonly from: string;
  readonly isBot: boolean;
  /** Text or caption, as it looks. */
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly photo?: { readonly width: number; readonly height: number; readonly content: Buffer };
  readonly document?: { readonly name: string; readonly type: string; readonly content: Buffer };
  readonly buttons: readonly (readonly InlineButton[])[];
  readonly replyTo?: number;
  readonly thread?: number;
  readonly isEdited: boolean;
}

export function readTranscript(world: World, room: Room): SeenMessage[] {
  return [...room.messages.values()].map((message) => seen(world, message));
}

function seen(world: World, message: Message): SeenMessage {
  const photo = message.photo?.at(-1);
  const markup = message.reply_markup as { inline_keyboard?: InlineButton[][] } | undefined;
  return {
    id: message.message_id,
    from: message.from.first_name,
    isBot: message.from.is_bot,
    text: message.text ?? message.caption ?? '',
    entities: message.entities ?? message.caption_entities ?? [],
    ...(photo
      ? { photo: { width: photo.width ?? 0, height: photo.height ?? 0, content: contentOf(world, photo.file_id) } }
      : {}),
    ...(message.document
      ? {
          document: {
            name: message.document.file_name ?? '',
            type: message.document.mime_type ?? '',
            content: contentOf(world, message.document.file_id),
          },
        }
      : {}),
    buttons: markup?.inline_keyboard ?? [],
    ...(message.reply_to_message ? { replyTo: message.reply_to_message.message_id } : {}),
    ...(message.message_thread_id ? { thread: message.message_thread_id } : {}),
    isEdited: message.edit_date !== undefined,
  };
}

function contentOf(world: World, fileId: string): Buffer {
  return world.files.get(fileId)?.content ?? Buffer.alloc(0);
}

/** The chat as lines, for golden files: no ids, no times. */
export function transcriptText(messages: readonly SeenMessage[]): string {
  return messages
    .flatMap((message) => {
      const name = message.isBot ? 'Purser' : message.from;
      const [first = '', ...rest] = marked(message).split('\n');
      return [
        `${name}${message.isEdited ? ' (edited)' : ''}: ${first}`,
        ...rest.map((line) => `  ${line}`),
        ...(message.photo ? [`  [photo ${message.photo.width}×${message.photo.height}]`] : []),
        ...(message.document ? [`  [file ${message.document.name}]`] : []),
        ...message.buttons.map((row) => `  ${row.map((button) => `[ ${button.text} ]`).join(' ')}`),
      ];
    })
    .join('\n');
}

/** The text with its formatting in angle quotes: ‹bold Title›. */
function marked({ text, entities }: SeenMessage): string {
  const at = (position: number) => [
    ...entities.filter((e) => e.offset + e.length === position).map(() => '›'),
    ...entities.filter((e) => e.offset === position).map((e) => `‹${e.type} `),
  ];
  return [...Array(text.length + 1).keys()].map((index) => at(index).join('') + (text[index] ?? '')).join('');
}
