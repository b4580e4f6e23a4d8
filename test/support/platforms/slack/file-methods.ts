/** files.*: an upload in three steps, and assistant, app and identity calls. */

import { ApiError } from './api-error.ts';
import { type ApiMethod, need, readJson } from './api-method.ts';
import { messageEvent } from './chat-methods.ts';
import type { Json, SlackFile } from './workspace.ts';

const MAX_FILE_BYTES = 1_073_741_824;

export const fileMethods: Record<string, ApiMethod> = {
  'files.getUploadURLExternal': {
    scope: 'files:write',
    call(args, { workspace, origin }) {
      const name = need(args, 'filename');
      const length = Number(need(args, 'length'));
      if (!Number.isInteger(length) || length < 1 || length > MAX_FILE_BYTES) throw new ApiError('invalid_arguments');
      if (args.alt_text && args.alt_text.length > 1_000) throw new ApiError('alt_txt_too_large');
      const id = workspace.id('F');
      const file = { id, name, title: name, altText: args.alt_text ?? '', length, bytes: null, shared: false };
      workspace.files.set(id, file);
      return { upload_url: `${origin()}/upload/${id}`, file_id: id };
    },
  },
  'files.completeUploadExternal': {
    scope: 'files:write',
    call(args, context) {
      const { workspace } = context;
      const wanted = readJson(args, 'files') as Json[] | undefined;
      if (!Array.isArray(wanted) || wanted.length === 0) throw new ApiError('invalid_arguments');
      const files = wanted.map((each): SlackFile => {
        const file = workspace.files.get(String(each.id));
        if (!file) throw new ApiError('file_not_found');
        if (file.bytes === null) throw new ApiError('file_not_found', { detail: 'nothing was uploaded' });
        // A file is shared once: completing it again finds nothing to complete.
        if (file.shared) throw new ApiError('file_not_found', { detail: 'already completed' });
        if (each.title !== undefined) file.title = String(each.title);
        return file;
      });
      if (args.channels) throw new ApiError('invalid_arguments', { detail: 'channel_id is what is read' });
      if (args.channel_id) {
        const channel = workspace.channels.get(args.channel_id);
        if (!channel) throw new ApiError('channel_not_found');
        if (!channel.members.has(workspace.botUserId)) throw new ApiError('not_in_channel');
        if (args.thread_ts && !workspace.find(channel.id, args.thread_ts)) throw new ApiError('invalid_thread_ts');
        const message = workspace.post({
          channel: channel.id,
          user: workspace.botUserId,
          botId: workspace.botId,
          text: args.initial_comment ?? '',
          threadTs: args.thread_ts ?? null,
          files,
        });
        context.emit(messageEvent(workspace, message));
      }
      for (const file of files) file.shared = true;
      // The message that shares the file comes later, so its timestamp is not in the answer.
      return { files: files.map(({ id, title }) => ({ id, title })) };
    },
  },
};

export const appMethods: Record<string, ApiMethod> = {
  'auth.test': {
    scope: null,
    call: (_args, { workspace }) => ({
      url: 'https://example.slack.com/',
      team: 'Example',
      user: 'purser',
      team_id: workspace.teamId,
      user_id: workspace.botUserId,
      bot_id: workspace.botId,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': {
    scope: 'connections:write',
    token: 'xapp',
    call: (_args, { socketTicket }) => ({ url: socketTicket() }),
  },
  'assistant.threads.setStatus': {
    scope: 'chat:write',
    call(args, { workspace }) {
      const channel = workspace.channel(need(args, 'channel_id'));
      const ts = need(args, 'thread_ts');
      if (!workspace.find(channel.id, ts)) throw new ApiError('thread_not_found');
      return {};
    },
  },
};
