/** Whether a payload has what is read from it. What has not is left alone: it is no message of a person. */

import type { APIInteraction, GatewayMessageCreateDispatchData, GatewayMessageDeleteDispatchData } from 'discord.js';

/** A server as GUILD_CREATE tells of it. */
export interface AddedGuild {
  readonly id: string;
  readonly joined_at: string;
  readonly owner_id: string;
  readonly system_channel_id?: string | null;
}

type Loose = { readonly [name: string]: unknown };

export function isMessage(data: unknown): data is GatewayMessageCreateDispatchData {
  return (
    isObject(data) &&
    areIds(data.id, data.channel_id) &&
    isAbsentOr(isId, data.guild_id) &&
    isPerson(data.author) &&
    typeof data.content === 'string' &&
    typeof data.type === 'number' &&
    Array.isArray(data.mentions) &&
    data.mentions.every(isPerson) &&
    isAbsentOr(isTime, data.edited_timestamp) &&
    isAbsentOr((reference) => isObject(reference) && isAbsentOr(isId, reference.message_id), data.message_reference) &&
    isAbsentOr((answered) => isObject(answered) && isPerson(answered.author), data.referenced_message)
  );
}

export function isDeletion(data: unknown): data is GatewayMessageDeleteDispatchData {
  return isObject(data) && areIds(data.id, data.channel_id) && isAbsentOr(isId, data.guild_id);
}

/** False for a server that Discord can't reach just now. */
export function isGuild(data: unknown): data is AddedGuild {
  return (
    isObject(data) &&
    areIds(data.id, data.owner_id) &&
    isAbsentOr(isId, data.system_channel_id) &&
    isTime(data.joined_at)
  );
}

export function isInteraction(data: unknown): data is APIInteraction {
  if (!isObject(data) || !areIds(data.id) || typeof data.token !== 'string') return false;
  const { channel, member, user, guild_id: guild, data: details } = data;
  return (
    isObject(channel) &&
    isId(channel.id) &&
    isAbsentOr(isId, guild) &&
    isPerson(isObject(member) ? member.user : user) &&
    isObject(details) &&
    areTexts(details.name ?? details.custom_id) &&
    isAbsentOr(areObjects, details.options) &&
    isAbsentOr(areObjects, details.components)
  );
}

function isPerson(value: unknown): boolean {
  return isObject(value) && isId(value.id) && typeof value.username === 'string';
}

function areIds(...values: unknown[]): boolean {
  return values.every(isId);
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^\d{1,20}$/.test(value);
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function areTexts(...values: unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}

function areObjects(value: unknown): boolean {
  return Array.isArray(value) && value.every(isObject);
}

function isAbsentOr(check: (value: unknown) => boolean, value: unknown): boolean {
  return value === undefined || value === null || check(value);
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
