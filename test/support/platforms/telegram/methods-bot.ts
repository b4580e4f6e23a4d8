/** Methods about the bot itself, its updates and its files. */

import { ApiError, badRequest } from './bot-api.ts';
import { booleanOf, integerOf, jsonOf, textOf } from './fields.ts';
import type { Methods } from './methods.ts';
import type { Call } from './read-request.ts';
import type { Updates } from './updates.ts';
import type { Webhook } from './webhook.ts';
import type { World } from './world.ts';

const MAX_DOWNLOAD = 20 * 1024 * 1024;
const MAX_POLL_SECONDS = 50;

export interface BotCommand {
  readonly command: string;
  readonly description: string;
}

export interface BotOptions {
  readonly world: World;
  readonly updates: Updates;
  readonly webhook: Webhook;
  readonly readsAllGroupMessages: boolean;
  /** By scope and language, as a person's app looks them up. */
  readonly commands: Map<string, readonly BotCommand[]>;
}

export function botMethods({ world, updates, webhook, readsAllGroupMessages, commands }: BotOptions): Methods {
  return {
    getMe: () => ({
      ...world.bot,
      can_join_groups: true,
      can_read_all_group_messages: readsAllGroupMessages,
      supports_inline_queries: false,
    }),
    async getUpdates(call, gone) {
      if (webhook.setting) {
        throw new ApiError(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      }
      return await updates.get(
        {
          offset: integerOf(call, 'offset') ?? 0,
          limit: integerOf(call, 'limit') ?? 100,
          timeout: Math.min(integerOf(call, 'timeout') ?? 0, MAX_POLL_SECONDS),
          allowed: jsonOf<string[]>(call, 'allowed_updates'),
        },
        gone,
      );
    },
    setWebhook(call) {
      const url = textOf(call, 'url') ?? '';
      if (url === '') return removeWebhook(call);
      const secretToken = textOf(call, 'secret_token') || undefined;
      const maxConnections = integerOf(call, 'max_connections') ?? 40;
      checkWebhookUrl(url);
      if (secretToken !== undefined && !/^[\w-]{1,256}$/.test(secretToken)) {
        throw badRequest('secret token contains unallowed characters');
      }
      if (maxConnections < 1 || maxConnections > 100) throw badRequest('max_connections must be between 1 and 100');
      updates.setAllowed(jsonOf<string[]>(call, 'allowed_updates'));
      if (booleanOf(call, 'drop_pending_updates')) updates.clear();
      updates.terminatePoll('setWebhook request');
      webhook.set({ url, secretToken, maxConnections });
      return true;
    },
    deleteWebhook: removeWebhook,
    getWebhookInfo: () => ({
      url: webhook.setting?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: updates.pending().length,
      ...(webhook.setting ? { max_connections: webhook.setting.maxConnections } : {}),
      ...webhook.lastError,
      ...(updates.allowed ? { allowed_updates: updates.allowed } : {}),
    }),
    setMyCommands(call) {
      const list = jsonOf<BotCommand[]>(call, 'commands');
      if (!Array.isArray(list)) throw badRequest('parameter "commands" is required');
      if (list.length > 100) throw badRequest('too many commands specified');
      for (const { command, description } of list) {
        if (!/^[a-z0-9_]{1,32}$/.test(String(command))) throw badRequest('BOT_COMMAND_INVALID');
        if (typeof description !== 'string' || description === '' || description.length > 256) {
          throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
        }
      }
      commands.set(commandKey(call), list);
      return true;
    },
    getMyCommands: (call) => commands.get(commandKey(call)) ?? [],
    deleteMyCommands: (call) => {
      commands.delete(commandKey(call));
      return true;
    },
    getFile(call) {
      const file = world.files.get(textOf(call, 'file_id') ?? '');
      if (!file) throw badRequest('invalid file_id');
      if (file.content.length > MAX_DOWNLOAD) throw badRequest('file is too big');
      const { file_id, file_unique_id, file_size } = file.shape;
      return { file_id, file_unique_id, file_size, file_path: file.path };
    },
  };

  function removeWebhook(call: Call): true {
    if (booleanOf(call, 'drop_pending_updates')) updates.clear();
    webhook.set(null);
    return true;
  }
}

function checkWebhookUrl(url: string): void {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!address) throw badRequest('bad webhook: invalid webhook URL specified');
  if (address.protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  if (!['', '443', '80', '88', '8443'].includes(address.port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
}

function commandKey(call: Call): string {
  const language = textOf(call, 'language_code') ?? '';
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest('invalid language code specified');
  const scope = jsonOf<{ type?: string }>(call, 'scope');
  return `${scope?.type ?? 'default'}:${language}`;
}
