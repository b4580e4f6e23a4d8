/** chat.*: what an app says. */

import { ApiError } from './api-error.ts';
import { type ApiContext, type ApiMethod, need, readJson } from './api-method.ts';
import { checkMessageBlocks } from './block-rules.ts';
import type { Json, SlackChannel, SlackMessage, Workspace } from './workspace.ts';

/** Longer texts are cut off by chat.postMessage … */
const MAX_POSTED = 40_000;
/** … and refused by the others. */
const MAX_EDITED = 4_000;

export const chatMethods: Record<string, ApiMethod> = {
  'chat.postMessage': {
    scope: 'chat:write',
    call(args, context) {
      const { workspace } = context;
      const channel = speakingIn(workspace, need(args, 'channel'));
      const said = readSaid(args, 'post');
      const metadata = readMetadata(args);
      const message = workspace.post({
        channel: channel.id,
        user: workspace.botUserId,
        botId: workspace.botId,
        ...said,
        threadTs: readThread(args, workspace, channel),
        metadata,
      });
      context.emit(messageEvent(workspace, message));
      const warnings = args.text && args.text.length > MAX_POSTED ? { warning: 'message_truncated' } : {};
      return { channel: channel.id, ts: message.ts, message: toWire(workspace, message), ...warnings };
    },
  },
  'chat.update': {
    scope: 'chat:write',
    call(args, context) {
      const { workspace } = context;
      const message = ownMessage(args, workspace, 'cant_update_message');
      const previous = toWire(workspace, message);
      const said = readSaid(args, 'edit');
      message.text = said.text;
      message.blocks = said.blocks;
      message.edited = true;
      message.metadata = readMetadata(args) ?? message.metadata;
      emitChanged(context, message, previous);
      return { channel: message.channel, ts: message.ts, text: message.text, message: toWire(workspace, message) };
    },
  },
  'chat.delete': {
    scope: 'chat:write',
    call(args, context) {
      const message = ownMessage(args, context.workspace, 'cant_delete_message');
      message.deleted = true;
      emitDeleted(context, message);
      return { channel: message.channel, ts: message.ts };
    },
  },
  'chat.postEphemeral': {
    scope: 'chat:write',
    call(args, { workspace }) {
      const channel = speakingIn(workspace, need(args, 'channel'));
      const user = need(args, 'user');
      if (!channel.members.has(user)) throw new ApiError('user_not_in_channel');
      const said = readSaid(args, 'edit');
      const thread = readThread(args, workspace, channel);
      const message = workspace.post({
        channel: channel.id,
        user: workspace.botUserId,
        botId: workspace.botId,
        ...said,
        threadTs: thread,
        onlyFor: user,
      });
      return { message_ts: message.ts };
    },
  },
};

/** The text and blocks of a message, within the limits. */
export function readSaid(
  args: Readonly<Record<string, string | undefined>>,
  kind: 'post' | 'edit',
): Pick<SlackMessage, 'text' | 'blocks'> {
  const text = args.text ?? '';
  const blocks = args.blocks === undefined ? null : checkMessageBlocks(args.blocks);
  if (text === '' && (blocks === null || blocks.length === 0)) throw new ApiError('no_text');
  if (kind === 'edit' && text.length > MAX_EDITED) throw new ApiError('msg_too_long');
  return { text: text.slice(0, MAX_POSTED), blocks: blocks?.length ? blocks : null };
}

/** A message as the wire carries it. */
export function toWire(workspace: Workspace, message: SlackMessage): Json {
  return {
    type: 'message',
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: workspace.teamId,
    ...(message.blocks ? { blocks: message.blocks } : {}),
    ...(message.botId ? { bot_id: message.botId, app_id: workspace.appId } : {}),
    ...(message.threadTs
      ? { thread_ts: message.threadTs, parent_user_id: workspace.find(message.channel, message.threadTs)?.user }
      : {}),
    ...(message.files.length > 0 ? { files: message.files.map(({ id, name, title }) => ({ id, name, title })) } : {}),
    ...(message.edited ? { edited: { user: message.user, ts: message.ts } } : {}),
  };
}

export function messageEvent(workspace: Workspace, message: SlackMessage): Json {
  return {
    ...toWire(workspace, message),
    ...(message.files.length > 0 ? { subtype: 'file_share' } : {}),
    channel: message.channel,
    event_ts: message.ts,
    channel_type: workspace.channel(message.channel).kind,
  };
}

/** Tells of an edit, with the message as it was. */
export function emitChanged(context: ApiContext, message: SlackMessage, previous: Json): void {
  context.emit({
    type: 'message',
    subtype: 'message_changed',
    message: toWire(context.workspace, message),
    previous_message: previous,
    ...hiddenPart(context.workspace, message),
  });
}

export function emitDeleted(context: ApiContext, message: SlackMessage): void {
  context.emit({
    type: 'message',
    subtype: 'message_deleted',
    deleted_ts: message.ts,
    previous_message: toWire(context.workspace, message),
    ...hiddenPart(context.workspace, message),
  });
}

function hiddenPart(workspace: Workspace, message: SlackMessage): Json {
  const ts = `${(workspace.now() / 1000).toFixed(3)}700`;
  return {
    channel: message.channel,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: workspace.channel(message.channel).kind,
  };
}

function speakingIn(workspace: Workspace, id: string): SlackChannel {
  const channel = workspace.users.has(id) ? workspace.im(id) : workspace.channel(id);
  if (channel.archived) throw new ApiError('is_archived');
  if (!channel.members.has(workspace.botUserId)) {
    throw new ApiError(channel.kind === 'channel' ? 'not_in_channel' : 'channel_not_found');
  }
  return channel;
}

function readThread(
  args: Readonly<Record<string, string>>,
  workspace: Workspace,
  channel: SlackChannel,
): string | null {
  const ts = args.thread_ts;
  if (!ts) return null;
  if (!/^\d+\.\d{6}$/.test(ts)) throw new ApiError('invalid_thread_ts');
  if (!workspace.find(channel.id, ts)) throw new ApiError('thread_not_found');
  return ts;
}

function readMetadata(args: Readonly<Record<string, string>>): Json | null {
  const metadata = readJson(args, 'metadata') as Json | undefined;
  if (metadata === undefined) return null;
  if (typeof metadata.event_type !== 'string' || typeof metadata.event_payload !== 'object')
    throw new ApiError('invalid_metadata_format');
  return metadata;
}

function ownMessage(args: Readonly<Record<string, string>>, workspace: Workspace, refusal: string): SlackMessage {
  const channel = workspace.channel(need(args, 'channel'));
  const message = workspace.find(channel.id, need(args, 'ts'));
  // Nobody can name an ephemeral message again, not even the app.
  if (!message || message.onlyFor) throw new ApiError('message_not_found');
  if (message.botId !== workspace.botId) throw new ApiError(refusal);
  return message;
}
