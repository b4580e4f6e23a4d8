/** What a failed request means: for one reply, and for the channel. */

import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { PlatformError } from '../../errors.ts';
import { DeliveryError } from '../channel.ts';

const UNKNOWN_CHANNEL = 10003;
const UNKNOWN_MESSAGE = 10008;
const UNKNOWN_USER = 10013;
const UNKNOWN_WEBHOOK = 10015;
const UNKNOWN_INTERACTION = 10062;
const MISSING_ACCESS = 50001;
const CANNOT_DM = 50007;
const MISSING_PERMISSIONS = 50013;
const INVALID_WEBHOOK_TOKEN = 50027;
const ALREADY_ACKNOWLEDGED = 40060;

const goneBecause: Readonly<Record<number, string>> = {
  [UNKNOWN_CHANNEL]: 'Discord: the channel is gone',
  [UNKNOWN_USER]: 'Discord: the person is gone',
  [MISSING_ACCESS]: 'Discord: Purser does not see that channel any more; its role needs "View Channel" there',
  [CANNOT_DM]: 'Discord: the person takes no direct messages from Purser',
  [MISSING_PERMISSIONS]:
    'Discord: Purser may not write in that channel; its role needs "Send Messages" and "Attach Files"',
};

/** Whether an interaction can't be answered as such any more: too late, or its message is gone. */
export function isInteractionOver(error: unknown): boolean {
  const over = [UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION, INVALID_WEBHOOK_TOKEN, UNKNOWN_MESSAGE];
  return error instanceof DiscordAPIError && over.includes(Number(error.code));
}

/** Whether nobody has promised an answer to it: its process died before. */
export function isUnpromised(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === UNKNOWN_WEBHOOK;
}

/** Whether it was promised an answer, or given one, already. */
export function isAnswered(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === ALREADY_ACKNOWLEDGED;
}

/** Whether the bot may not write there by itself, though it may answer a command. */
export function isShutOut(error: unknown): boolean {
  const codes = [MISSING_ACCESS, MISSING_PERMISSIONS, UNKNOWN_CHANNEL];
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}

/** Whether it is about the token: the channel can't go on. */
export function isTokenRefused(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401 && error.code !== INVALID_WEBHOOK_TOKEN;
  // The SDK forgets a token that was refused, and then has none.
  return error instanceof Error && /^Expected token to be set/.test(error.message);
}

export function tokenRefused(): PlatformError {
  return new PlatformError(
    'Discord refuses the bot token. In the developer portal (discord.com/developers/applications), under Bot, press "Reset Token" and set DISCORD_TOKEN to the new one.',
  );
}

/**
 * What becomes of a reply. `canRepeat` is true where the same request twice makes one message, so that it may be sent
 * again after an answer that never came.
 */
export function deliveryErrorOf(error: unknown, canRepeat: boolean): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof RateLimitError) {
    // Without a Retry-After the SDK knows no time; at once would be a hot loop.
    const wait = Math.max(error.retryAfter, error.sublimitTimeout);
    return new DeliveryError('Discord asks to slow down', 'later', wait > 0 ? Math.ceil(wait) : null);
  }
  if (isTokenRefused(error)) return new DeliveryError(tokenRefused().message, 'away');
  if (error instanceof DiscordAPIError) {
    const reason = goneBecause[Number(error.code)];
    if (reason) return new DeliveryError(reason, 'gone');
    const outcome = error.status === 404 ? 'gone' : error.status === 429 ? 'later' : 'refused';
    return new DeliveryError(
      `Discord refuses (${error.code}): ${error.rawError && 'message' in error.rawError ? error.rawError.message : error.status}`,
      outcome,
    );
  }
  if (error instanceof HTTPError) {
    // A gateway that gave up waiting may have passed the request on.
    const isUnsure = !canRepeat && [502, 504].includes(error.status);
    return new DeliveryError(`Discord answers with HTTP ${error.status}`, isUnsure ? 'unsure' : 'later');
  }
  const neverLeft = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT/.test(causesOf(error));
  const outcome = neverLeft ? 'away' : canRepeat ? 'later' : 'unsure';
  return new DeliveryError(`Discord can not be reached: ${nameOf(error)}`, outcome);
}

function causesOf(error: unknown): string {
  const codes: string[] = [];
  for (let each = error as { code?: unknown; cause?: unknown } | undefined; each && codes.length < 5; ) {
    codes.push(String(each.code));
    each = each.cause as typeof each;
  }
  return codes.join(' ');
}

/** Never the whole text: addresses of requests carry tokens. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown failure';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : error.name;
}
