/** People, channels, messages and interactions as Discord's API writes them. */

import type { Channel, Interaction, Message, User, World } from './world.ts';

type Wire = Record<string, unknown>;

/** What a member or the bot may do, all of it. */
const ALL_PERMISSIONS = '2251799813685247';

export function wireUser(user: User): Wire {
  return {
    id: user.id,
    username: user.username,
    global_name: user.isBot ? null : user.username,
    discriminator: '0',
    avatar: null,
    public_flags: 0,
    ...(user.isBot ? { bot: true } : {}),
  };
}

export function wireMember(user: User): Wire {
  return {
    user: wireUser(user),
    roles: [],
    nick: null,
    avatar: null,
    premium_since: null,
    joined_at: '2026-01-01T00:00:00.000000+00:00',
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    permissions: ALL_PERMISSIONS,
  };
}

export function wireChannel(channel: Channel): Wire {
  if (channel.recipient) {
    return { id: channel.id, type: 1, last_message_id: null, flags: 0, recipients: [wireUser(channel.recipient)] };
  }
  const { id, guildId, name } = channel;
  return { id, type: 0, guild_id: guildId, name, position: 0, permission_overwrites: [], nsfw: false, parent_id: null };
}

/** The message without what only its channel's events carry. */
export function wireMessage(message: Message, depth = 0): Wire {
  const { replyTo, interaction } = message;
  return {
    id: message.id,
    channel_id: message.channel.id,
    type: message.type,
    author: wireUser(message.author),
    content: message.content,
    timestamp: time(message.createdAt),
    edited_timestamp: message.editedAt === null ? null : time(message.editedAt),
    tts: false,
    pinned: false,
    flags: message.flags,
    mention_everyone: message.mentionsEveryone,
    mention_roles: [],
    mentions: message.notified.map(wireUser),
    attachments: message.attachments.map(({ id, file, description }) => ({
      id,
      filename: file.name,
      content_type: file.type,
      size: file.bytes.length,
      url: `https://cdn.discordapp.com/attachments/${message.channel.id}/${id}/${encodeURIComponent(file.name)}`,
      proxy_url: `https://media.discordapp.net/attachments/${message.channel.id}/${id}/${encodeURIComponent(file.name)}`,
      ...(description === null ? {} : { description }),
    })),
    embeds: message.embeds,
    components: message.components,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(replyTo
      ? {
          message_reference: { type: 0, message_id: replyTo.id, channel_id: replyTo.channel.id },
          ...(depth === 0 ? { referenced_message: replyTo.isDeleted ? null : wireMessage(replyTo, 1) } : {}),
        }
      : {}),
    ...(interaction && message.author.isBot
      ? {
          application_id: message.author.id,
          webhook_id: message.author.id,
          interaction_metadata: { id: interaction.id, type: interaction.type, user: wireUser(interaction.user) },
        }
      : {}),
  };
}

/** As MESSAGE_CREATE and MESSAGE_UPDATE carry it. */
export function wireMessageEvent(message: Message): Wire {
  const { channel, author } = message;
  const { user: _, permissions: __, ...member } = wireMember(author);
  return {
    ...wireMessage(message),
    channel_type: channel.recipient ? 1 : 0,
    ...(channel.guildId === null ? {} : { guild_id: channel.guildId, member }),
  };
}

export function wireInteraction(world: World, interaction: Interaction): Wire {
  const { channel, user, source } = interaction;
  return {
    id: interaction.id,
    application_id: world.bot.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data: interaction.data,
    channel_id: channel.id,
    channel: wireChannel(channel),
    app_permissions: ALL_PERMISSIONS,
    locale: user.locale,
    entitlements: [],
    authorizing_integration_owners: { 0: channel.guildId ?? '0' },
    context: channel.guildId === null ? 1 : 0,
    attachment_size_limit: 10 * 1024 * 1024,
    ...(channel.guildId === null
      ? { user: wireUser(user) }
      : { guild_id: channel.guildId, guild_locale: 'en-US', member: wireMember(user) }),
    ...(source ? { message: wireMessage(source) } : {}),
  };
}

/** As GUILD_CREATE carries it. */
export function wireGuild(world: World, id: string): Wire {
  const channels = [...world.channels.values()].filter((channel) => channel.guildId === id);
  const guild = world.guilds.get(id);
  return {
    id,
    name: guild?.name,
    unavailable: false,
    large: false,
    member_count: world.users.size,
    owner_id: (guild?.owner ?? world.bot).id,
    joined_at: time(guild?.joinedAt ?? 0),
    system_channel_id: guild?.systemChannel?.id ?? null,
    system_channel_flags: 0,
    roles: [{ id, name: '@everyone', permissions: '0', position: 0, color: 0, hoist: false, managed: false }],
    emojis: [],
    stickers: [],
    features: [],
    channels: channels.map(({ id, name }) => ({ id, type: 0, name, position: 0, permission_overwrites: [] })),
    threads: [],
    members: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    preferred_locale: 'en-US',
  };
}

function time(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '000+00:00');
}
