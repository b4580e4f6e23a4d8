/** What a route is, and those of the bot itself: the gateway's address, who it is, its commands. */

import { refusal } from './api-error.ts';
import { checkCommands } from './command-rules.ts';
import type { Place } from './post-message.ts';
import type { UploadedFile } from './request-body.ts';
import { wireUser } from './wire-objects.ts';
import type { Command, World } from './world.ts';

export interface Call {
  /** What the path's groups matched. */
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

export interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** False for those whose path carries a token. */
  readonly needsBot?: boolean;
  /** The answer's body; undefined for 204. Throws an ApiError for a refusal. */
  handle(call: Call): unknown;
}

export interface BotOptions {
  readonly gatewayUrl: () => string;
  readonly maxConcurrency: number;
  readonly messageContentAllowed: boolean;
}

const DAILY_CREATES = 200;
const DAILY_STARTS = 1000;

export function botRoutes({ world, gateway }: Place, options: BotOptions): Route[] {
  const created = new Map<string, number>();

  function application(id: string): void {
    if (id !== world.bot.id) throw refusal('missingAccess');
  }

  function list(guildId: string): Command[] {
    if (guildId !== '' && !world.guilds.has(guildId)) throw refusal('missingAccess');
    return world.commands.get(guildId) ?? [];
  }

  /** Puts the commands in place of all that were there; those of the same name keep their id. */
  function overwrite(guildId: string, body: unknown): Command[] {
    checkCommands(body);
    const before = list(guildId);
    const fresh = body.filter((command) => !before.some((each) => each.name === command.name)).length;
    const count = (created.get(guildId) ?? 0) + fresh;
    if (count > DAILY_CREATES) throw refusal('dailyCommandCreates');
    created.set(guildId, count);
    const after = body.map((command) => complete(world, guildId, command as { name: string }, before));
    world.commands.set(guildId, after);
    return after;
  }

  return [
    {
      method: 'GET',
      path: /^\/gateway\/bot$/,
      handle: () => ({
        url: options.gatewayUrl(),
        shards: 1,
        session_start_limit: {
          total: DAILY_STARTS,
          remaining: Math.max(0, DAILY_STARTS - gateway.identifies.length),
          reset_after: 86_400_000,
          max_concurrency: options.maxConcurrency,
        },
      }),
    },
    {
      method: 'GET',
      path: /^\/gateway$/,
      handle: () => ({ url: options.gatewayUrl() }),
    },
    { method: 'GET', path: /^\/users\/@me$/, handle: () => wireUser(world.bot) },
    {
      method: 'GET',
      path: /^\/guilds\/(\d+)\/audit-logs$/,
      handle({ params: [id = ''], query }) {
        const guild = world.guilds.get(id);
        if (!guild) throw refusal('missingAccess');
        if (!guild.showsAuditLog) throw refusal('missingPermissions');
        const isAsked = guild.addedBy && ['28', null].includes(query.get('action_type'));
        const entry = { id, action_type: 28, user_id: guild.addedBy?.id, target_id: world.bot.id };
        return { audit_log_entries: isAsked ? [entry] : [], users: [], integrations: [] };
      },
    },
    {
      method: 'GET',
      path: /^\/(?:applications\/@me|oauth2\/applications\/@me)$/,
      handle: () => ({
        id: world.bot.id,
        name: world.bot.username,
        description: '',
        bot_public: true,
        bot_require_code_grant: false,
        verify_key: '0'.repeat(64),
        flags: options.messageContentAllowed ? 1 << 19 : 0,
        bot: wireUser(world.bot),
      }),
    },
    {
      method: 'GET',
      path: /^\/applications\/(\d+)(?:\/guilds\/(\d+))?\/commands$/,
      handle({ params: [id = '', guildId = ''], query }) {
        application(id);
        const commands = list(guildId);
        return query.get('with_localizations') === 'true' ? commands : commands.map(withoutLocalizations);
      },
    },
    {
      method: 'PUT',
      path: /^\/applications\/(\d+)(?:\/guilds\/(\d+))?\/commands$/,
      handle({ params: [id = '', guildId = ''], body }) {
        application(id);
        return overwrite(guildId, body);
      },
    },
  ];
}

/** As Discord gives a command back, with all that was left out. */
function complete(world: World, guildId: string, command: { name: string }, before: readonly Command[]): Command {
  return {
    type: 1,
    default_member_permissions: null,
    dm_permission: true,
    contexts: null,
    integration_types: [0],
    nsfw: false,
    name_localizations: null,
    description_localizations: null,
    ...command,
    id: before.find((each) => each.name === command.name)?.id ?? world.newId(),
    application_id: world.bot.id,
    version: world.newId(),
    ...(guildId === '' ? {} : { guild_id: guildId }),
  };
}

function withoutLocalizations({ name_localizations: _, description_localizations: __, ...command }: Command): object {
  return command;
}
