/** Servers that Purser was added to. */

import { AuditLogEvent, type REST, Routes } from 'discord.js';
import type { InboundMessage } from '../../conversation/message.ts';
import { nonceOf } from './address.ts';
import type { GroupNames } from './group-names.ts';
import { conversationOf, PLATFORM } from './keys.ts';
import type { AddedGuild } from './payload-shape.ts';

export interface JoiningOptions {
  readonly rest: REST;
  /** The bot's own id and name. */
  readonly self: { readonly id: string; readonly name: string };
  readonly names: GroupNames;
  /** Milliseconds by our clock. */
  readonly at: number;
}

/** Discord tells of every server at each connection; one that Purser joined longer ago is no news. */
const NEWS_MILLISECONDS = 60 * 60_000;

/**
 * Purser's arrival in a server, as said in the channel where Discord welcomes people; null where there is none, or where
 * it has been for long.
 */
export async function readJoining(
  { id, joined_at: joined, owner_id: owner, system_channel_id: channel }: AddedGuild,
  { rest, self, names, at }: JoiningOptions,
): Promise<InboundMessage | null> {
  if (!channel || at - Date.parse(joined) > NEWS_MILLISECONDS) return null;
  // Only the audit log names the adder, and asking for its permission is more than a budget needs: else it is the owner.
  const sender = (await whoAdded(rest, id, self.id)) ?? owner;
  const key = `${PLATFORM}:guild:${id}:joined:${Date.parse(joined)}`;
  return {
    key,
    platform: PLATFORM,
    conversation: conversationOf(channel),
    sender,
    content: { kind: 'joined', name: `@${self.name}` },
    address: {
      ...{ channel, user: sender, isGroup: true, replyTo: null, nonce: nonceOf(key) },
      ...{ token: null, interaction: null, at, isEphemeral: false },
    },
    group: names.groupOf(channel),
  };
}

async function whoAdded(rest: REST, guild: string, self: string): Promise<string | null> {
  const query = new URLSearchParams({ action_type: String(AuditLogEvent.BotAdd), limit: '10' });
  try {
    const { audit_log_entries: entries = [] } = (await rest.get(Routes.guildAuditLog(guild), { query })) as {
      audit_log_entries?: { target_id?: string | null; user_id?: string | null }[];
    };
    return entries.find((entry) => entry.target_id === self)?.user_id ?? null;
  } catch {
    return null;
  }
}
