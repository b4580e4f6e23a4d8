/** conversations.* and users.*: who and where, and what was said there. */

import { ApiError } from './api-error.ts';
import { type ApiMethod, need } from './api-method.ts';
import { toWire } from './chat-methods.ts';
import type { Json, SlackMessage, Workspace } from './workspace.ts';

const scopePrefix = { im: 'im', channel: 'channels', group: 'groups' };

export const placeMethods: Record<string, ApiMethod> = {
  'conversations.open': {
    scope: 'im:write',
    call(args, { workspace }) {
      const user = need(args, 'users');
      if (user.includes(',')) throw new ApiError('not_enough_scopes');
      if (!workspace.users.has(user)) throw new ApiError('user_not_found');
      if (user === workspace.botUserId) throw new ApiError('cannot_dm_bot');
      return { channel: { id: workspace.im(user).id } };
    },
  },
  'conversations.info': {
    scope: null,
    call(args, { workspace, requireScope }) {
      const channel = workspace.channel(need(args, 'channel'));
      requireScope(`${scopePrefix[channel.kind]}:read`);
      if (channel.kind === 'group' && !channel.members.has(workspace.botUserId))
        throw new ApiError('channel_not_found');
      const { id, name, kind, archived } = channel;
      return {
        channel: {
          id,
          ...(kind === 'im' ? { user: [...channel.members].find((each) => each !== workspace.botUserId) } : { name }),
          is_im: kind === 'im',
          is_channel: kind === 'channel',
          is_group: kind === 'group',
          is_archived: archived,
          is_member: channel.members.has(workspace.botUserId),
        },
      };
    },
  },
  'conversations.history': {
    scope: null,
    call(args, { workspace, requireScope }) {
      requireScope(`${scopePrefix[workspace.channel(need(args, 'channel')).kind]}:history`);
      const inChannel = readable(workspace, args).filter((message) => message.threadTs === null);
      return page(workspace, args, inChannel.reverse());
    },
  },
  'conversations.replies': {
    scope: null,
    call(args, { workspace, requireScope }) {
      requireScope(`${scopePrefix[workspace.channel(need(args, 'channel')).kind]}:history`);
      const ts = need(args, 'ts');
      const messages = readable(workspace, args).filter((message) => message.ts === ts || message.threadTs === ts);
      if (messages.length === 0) throw new ApiError('thread_not_found');
      return page(workspace, args, messages);
    },
  },
  'users.info': {
    scope: 'users:read',
    call(args, { workspace }) {
      const user = workspace.users.get(need(args, 'user'));
      if (!user) throw new ApiError('user_not_found');
      const { id, name, tz, locale, isBot } = user;
      // The language is told only to those who ask for it.
      const language = args.include_locale === 'true' ? { locale } : {};
      const profile = { real_name: name, display_name: name };
      return {
        user: { id, team_id: workspace.teamId, name, real_name: name, tz, is_bot: isBot, profile, ...language },
      };
    },
  },
};

function readable(workspace: Workspace, args: Readonly<Record<string, string>>): SlackMessage[] {
  const channel = workspace.channel(need(args, 'channel'));
  if (!channel.members.has(workspace.botUserId)) throw new ApiError('not_in_channel');
  const oldest = Number(args.oldest ?? 0);
  return workspace.messages.filter(
    (message) => message.channel === channel.id && !message.deleted && !message.onlyFor && Number(message.ts) >= oldest,
  );
}

function page(workspace: Workspace, args: Readonly<Record<string, string>>, messages: readonly SlackMessage[]): Json {
  const limit = Number(args.limit ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > 999) throw new ApiError('invalid_limit');
  const withMetadata = args.include_all_metadata === 'true';
  return {
    messages: messages.slice(0, limit).map((message) => ({
      ...toWire(workspace, message),
      ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
    })),
    has_more: messages.length > limit,
  };
}
