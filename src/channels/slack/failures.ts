/** What a failed call of the Web API means: for one reply, and for the channel. */

import { webApi } from '@slack/bolt';
import { PlatformError } from '../../errors.ts';
import { strikeSecrets } from '../../log.ts';
import { DeliveryError } from '../channel.ts';

/** Nobody is there, or Purser is not. */
const gone = new Set([
  'account_disabled',
  'cannot_dm_bot',
  'channel_not_found',
  'is_archived',
  'messages_tab_disabled',
  'not_in_channel',
  'user_disabled',
  'user_not_found',
  'user_not_in_channel',
]);
const later = new Set([
  'ratelimited',
  'rate_limited',
  'service_unavailable',
  'team_added_to_org',
  'message_limit_exceeded',
]);
/** Slack says itself that part of the call may have happened. */
const unsure = new Set(['fatal_error', 'internal_error', 'request_timeout']);

/** Errors of connections that were never made. */
const neverSent = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT/;

/** Sentences that say what to fix before anything works again. */
const sentences: Record<string, string> = {
  account_inactive:
    'Slack says that the app was uninstalled or its bot was deactivated: install it again and set SLACK_BOT_TOKEN to the new token.',
  app_uninstalled:
    'The app was uninstalled from the Slack workspace: install it again and set SLACK_BOT_TOKEN to the new token.',
  invalid_auth:
    'Slack does not know this token: copy the bot token (xoxb-…) from "OAuth & Permissions" to SLACK_BOT_TOKEN.',
  not_allowed_token_type:
    'Slack was given a token of the wrong kind: SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-.',
  token_expired: 'The Slack token has expired: copy a new bot token from "OAuth & Permissions" to SLACK_BOT_TOKEN.',
  token_revoked: 'The Slack token was revoked: install the app again and set SLACK_BOT_TOKEN to the new token.',
};
const alike: Record<string, string> = {
  access_denied: 'invalid_auth',
  not_authed: 'invalid_auth',
  team_disabled: 'account_inactive',
  user_removed_from_team: 'account_inactive',
};

/** The error code that Slack answered with, or null where it did not answer in its own way. */
export function codeOf(error: unknown): string | null {
  const code = error instanceof webApi.WebAPIPlatformError ? error.data.error : null;
  return code !== null && /^[a-z][a-z0-9_]*$/.test(code) ? code : null;
}

/** Why nothing can be sent any more, or null. */
export function breakOf(error: unknown): PlatformError | null {
  const code = codeOf(error);
  if (code === null) return null;
  if (code === 'missing_scope' && error instanceof webApi.WebAPIPlatformError) {
    return missingScopes([String((error.data as { needed?: unknown }).needed ?? 'a scope of the manifest')]);
  }
  const sentence = sentences[alike[code] ?? code];
  return sentence === undefined ? null : new PlatformError(sentence);
}

export function missingScopes(scopes: readonly string[]): PlatformError {
  return new PlatformError(
    `The Slack app lacks ${scopes.join(', ')}: add it under "OAuth & Permissions" (docs/slack-manifest.yaml has all scopes) and reinstall the app.`,
  );
}

/** The break with this name; for events that tell of it. */
export function breakNamed(code: string): PlatformError {
  return new PlatformError(sentences[code] ?? `Slack reports ${code}.`);
}

/** What is to become of the reply. */
export function deliveryErrorOf(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return new DeliveryError('Slack takes no more messages just now', 'later', error.retryAfter * 1000);
  }
  if (error instanceof webApi.WebAPIRequestError) {
    const wasSent = !neverSent.test(causesOf(error.original));
    return new DeliveryError(
      `Slack could not be reached: ${strikeSecrets(error.message)}`,
      wasSent ? 'unsure' : 'away',
    );
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    return new DeliveryError(
      `Slack answered with HTTP ${error.statusCode}`,
      error.statusCode >= 500 ? 'unsure' : 'refused',
    );
  }
  if (error instanceof webApi.WebAPIPlatformError) {
    const code = codeOf(error);
    if (code === null) return new DeliveryError('Slack answered with something that is no answer', 'unsure');
    if (breakOf(error)) return new DeliveryError(`Slack refuses: ${code}`, 'away');
    const outcome = later.has(code) ? 'later' : unsure.has(code) ? 'unsure' : gone.has(code) ? 'gone' : 'refused';
    return new DeliveryError(`Slack refuses: ${code}`, outcome);
  }
  return new DeliveryError(`Sending to Slack failed: ${strikeSecrets(String(error))}`, 'unsure');
}

function causesOf(error: unknown): string {
  const told: string[] = [];
  for (let cause = error; cause instanceof Error && told.length < 5; cause = cause.cause) {
    told.push(cause.message, String((cause as NodeJS.ErrnoException).code ?? ''));
    if (cause instanceof AggregateError) told.push(...cause.errors.map(String));
  }
  return told.join(' ');
}
