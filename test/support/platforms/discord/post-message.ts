/** Puts messages into the world, and tells the gateway. */

import { refusal } from './api-error.ts';
import type { Gateway } from './gateway.ts';
import { pingsIn } from './markdown.ts';
import { type Body, checkMessage } from './message-rules.ts';
import type { UploadedFile } from './request-body.ts';
import { wireMessageEvent } from './wire-objects.ts';
import type { Attachment, Channel, Interaction, Message, User, World } from './world.ts';

export interface Place {
  readonly world: World;
  readonly gateway: Gateway;
}

export interface NewMessage {
  readonly channel: Channel;
  readonly author: User;
  readonly body: Body;
  readonly files: readonly UploadedFile[];
  readonly interaction?: Interaction;
  readonly ephemeralFor?: User | null;
  readonly replyTo?: Message | null;
  readonly isLoading?: boolean;
}

const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;
const SUPPRESS_EMBEDS = 1 << 2;
/** Flags that a sender may set. */
const SETTABLE = SUPPRESS_EMBEDS | (1 << 12);
/** "The past few minutes" in which a nonce is unique. */
const NONCE_MILLISECONDS = 3 * 60_000;

/** Throws the refusal that Discord would answer with. */
export function createMessage({ world, gateway }: Place, request: NewMessage): Message {
  const { channel, author, body, files, interaction = null, replyTo = null, isLoading = false } = request;
  if (author.isBot && !isLoading) checkMessage(body, files, { isEdit: false, isWebhook: interaction !== null });
  const ephemeralFor = request.ephemeralFor ?? null;
  const nonce = body.nonce === undefined ? undefined : String(body.nonce);
  const message: Message = {
    id: world.newId(),
    channel,
    author,
    type: interaction?.type === 2 && author.isBot ? 20 : replyTo ? 19 : 0,
    createdAt: world.now(),
    ...(nonce === undefined ? {} : { nonce }),
    replyTo,
    interaction,
    ephemeralFor,
    content: String(body.content ?? '').trim(),
    attachments: attachmentsOf(world, body, files),
    components: (body.components as Body[] | undefined) ?? [],
    embeds: (body.embeds as Body[] | undefined) ?? [],
    flags: (Number(body.flags ?? 0) & SETTABLE) | (ephemeralFor ? EPHEMERAL : 0) | (isLoading ? LOADING : 0),
    editedAt: null,
    isDeleted: false,
    isLoading,
    notified: [],
    mentionsEveryone: false,
  };
  ping(world, message, body);
  world.messages.set(message.id, message);
  if (nonce !== undefined && author === world.bot) world.nonces.set(`${channel.id}:${nonce}`, message);
  if (!ephemeralFor) gateway.publish('MESSAGE_CREATE', wireMessageEvent(message));
  world.changed();
  return message;
}

/** The bot's earlier message with the same nonce, where it asked for that. */
export function sameNonce(world: World, channel: Channel, body: Body): Message | undefined {
  if (body.enforce_nonce !== true || body.nonce === undefined) return undefined;
  const message = world.nonces.get(`${channel.id}:${body.nonce}`);
  return message && message.createdAt >= world.now() - NONCE_MILLISECONDS ? message : undefined;
}

/** What the body leaves out stays as it is. Throws the refusal that Discord would answer with. */
export function editMessage(
  { world, gateway }: Place,
  message: Message,
  body: Body,
  files: readonly UploadedFile[],
): void {
  if (message.isDeleted) throw refusal('unknownMessage');
  if (message.author.isBot) checkMessage(body, files, { isEdit: true, isWebhook: message.interaction !== null });
  const kept = keptAttachments(message, body);
  if (body.content !== undefined) message.content = String(body.content ?? '').trim();
  if (body.components !== undefined) message.components = (body.components as Body[] | null) ?? [];
  if (body.embeds !== undefined) message.embeds = (body.embeds as Body[] | null) ?? [];
  if (body.flags !== undefined) {
    message.flags = (message.flags & ~SETTABLE) | (Number(body.flags) & SETTABLE);
  }
  message.attachments = [...kept, ...attachmentsOf(world, body, files)];
  if (message.isLoading) {
    message.isLoading = false;
    message.flags &= ~LOADING;
    ping(world, message, body);
  } else message.editedAt = world.now();
  if (!message.ephemeralFor) gateway.publish('MESSAGE_UPDATE', wireMessageEvent(message));
  world.changed();
}

export function deleteMessage({ world, gateway }: Place, message: Message): void {
  message.isDeleted = true;
  const { channel, id } = message;
  if (!message.ephemeralFor) {
    const guild = channel.guildId === null ? {} : { guild_id: channel.guildId };
    gateway.publish('MESSAGE_DELETE', { id, channel_id: channel.id, ...guild });
  }
  world.changed();
}

function attachmentsOf(world: World, body: Body, files: readonly UploadedFile[]): Attachment[] {
  const described = (body.attachments ?? []) as { id: unknown; description?: string | null }[];
  return files.map((file) => ({
    id: world.newId(),
    file,
    description: described.find(({ id }) => String(id) === file.id)?.description ?? null,
  }));
}

function keptAttachments(message: Message, body: Body): Attachment[] {
  if (body.attachments === undefined) return message.attachments;
  const named = (body.attachments as { id: unknown }[] | null) ?? [];
  return message.attachments.filter(({ id }) => named.some((each) => String(each.id) === id));
}

/** Whose phone rings: all that the content names, unless allowed_mentions says otherwise. */
function ping(world: World, message: Message, body: Body): void {
  const { users, everyone } = pingsIn(message.content);
  const allowed = body.allowed_mentions as
    | { parse?: string[]; users?: string[]; replied_user?: boolean }
    | null
    | undefined;
  const mayPing = (id: string) => !allowed || allowed.parse?.includes('users') || allowed.users?.includes(id);
  const ids = new Set(users.filter(mayPing));
  if (message.replyTo && (allowed?.replied_user ?? !allowed)) ids.add(message.replyTo.author.id);
  message.notified = [...ids].flatMap((id) => world.users.get(id) ?? []);
  message.mentionsEveryone = everyone && (!allowed || (allowed.parse?.includes('everyone') ?? false));
}
