/** What people see in a channel. */

import { ANSWER_MILLISECONDS } from './interaction-routes.ts';
import { readMarkdown } from './markdown.ts';
import type { Channel, Interaction, Message, User, World } from './world.ts';

export interface ShownButton {
  readonly label: string;
  readonly id: string;
  readonly style: number;
  readonly isDisabled: boolean;
}

export interface ShownFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly description: string | null;
}

export interface Shown {
  readonly id: string;
  readonly from: string;
  /** Rendered: without markdown's signs. */
  readonly text: string;
  /** What of it is more than plain text: "bold: lunch", "mention: 123". */
  readonly marks: readonly string[];
  /** As it was sent. */
  readonly source: string;
  /** Rows of buttons. */
  readonly buttons: readonly (readonly ShownButton[])[];
  readonly images: readonly ShownFile[];
  readonly files: readonly ShownFile[];
  /** The only person who sees it. */
  readonly onlyFor: string | null;
  readonly replyTo: string | null;
  readonly isEdited: boolean;
  readonly isThinking: boolean;
  /** Whose phones rang. */
  readonly notified: readonly string[];
  /** Addresses in it grow a preview. */
  readonly previews: boolean;
}

const SUPPRESS_EMBEDS = 1 << 2;

export function shown(message: Message): Shown {
  const { text, marks } = readMarkdown(message.content);
  const files = message.attachments.map(({ file, description }) => ({ ...file, description }));
  const isImage = ({ name }: ShownFile) => /\.(png|jpe?g|gif|webp)$/i.test(name);
  return {
    id: message.id,
    from: message.author.username,
    text,
    marks,
    source: message.content,
    buttons: message.components.map((row) => (row.components as never[]).map(shownButton)),
    images: files.filter(isImage),
    files: files.filter((file) => !isImage(file)),
    onlyFor: message.ephemeralFor?.username ?? null,
    replyTo: message.replyTo?.id ?? null,
    isEdited: message.editedAt !== null,
    isThinking: message.isLoading,
    notified: [...message.notified.map((user) => user.username), ...(message.mentionsEveryone ? ['everyone'] : [])],
    previews: marks.some((mark) => mark.startsWith('link: ')) && (message.flags & SUPPRESS_EMBEDS) === 0,
  };
}

/** All that stands in the channel, in order; with a viewer, what that person sees of it. */
export function transcriptOf(world: World, channel: Channel, viewer?: User): Shown[] {
  return world
    .messagesIn(channel)
    .filter((message) => !viewer || !message.ephemeralFor || message.ephemeralFor === viewer)
    .map(shown);
}

/** What the person sees of their own command or press. */
export function stateOf(world: World, { answer, createdAt }: Interaction): 'waiting' | 'answered' | 'failed' {
  if (answer !== null) return 'answered';
  // "The application did not respond."
  return world.now() - createdAt > ANSWER_MILLISECONDS ? 'failed' : 'waiting';
}

/** The whole as text, a line a message, as a golden file keeps it. */
export function asText(transcript: readonly Shown[]): string {
  return transcript
    .map((message) =>
      [
        `${message.from}${message.onlyFor ? ` (only for ${message.onlyFor})` : ''}: ${message.text.replaceAll('\n', '\n    ')}`,
        ...(message.isThinking ? ['    (thinking…)'] : []),
        ...message.images.map(({ name, description }) => `    [picture ${name}: ${description ?? 'no description'}]`),
        ...message.files.map(({ name }) => `    [file ${name}]`),
        ...message.buttons.map((row) => `    ${row.map(({ label }) => `[${label}]`).join(' ')}`),
      ].join('\n'),
    )
    .join('\n');
}

function shownButton(button: { label?: string; custom_id?: string; style: number; disabled?: boolean }): ShownButton {
  const { label = '', custom_id: id = '', style, disabled = false } = button;
  return { label, id, style, isDisabled: disabled };
}
