/** What a failed call means: for one reply, and for the channel. */

import { TelegramError } from 'telegraf';
import { PlatformError } from '../../errors.ts';
import { strikeSecrets } from '../../log.ts';
import { DeliveryError } from '../channel.ts';

/** A call that did not work, in words that hold no token. */
export class CallFailed extends Error {
  /** Telegram's own code; null where the answer was not Telegram's. */
  readonly code: number | null;
  readonly retryAfterMs: number | null;
  /** The group lives on under this id. */
  readonly movedTo: number | null;
  /** Whether the call may have been carried out all the same. */
  readonly isUnsure: boolean;
  /** No connection to Telegram came about. */
  readonly isUnreachable: boolean;

  constructor(message: string, more: Partial<Omit<CallFailed, keyof Error>> = {}) {
    const { code = null, retryAfterMs = null, movedTo = null, isUnsure = false, isUnreachable = false } = more;
    super(strikeSecrets(message));
    this.name = 'CallFailed';
    this.code = code;
    this.retryAfterMs = retryAfterMs;
    this.movedTo = movedTo;
    this.isUnsure = isUnsure;
    this.isUnreachable = isUnreachable;
  }
}

/** Errors of connections that were never made, so nothing was asked for. */
const neverSent = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT/;

/** Any error of the SDK, of fetch or of a timer. The error itself is dropped: its text may hold the token. */
export function callFailed(method: string, error: unknown): CallFailed {
  if (error instanceof CallFailed) return error;
  if (error instanceof TelegramError) return refused(method, error.response);
  const { message, code, type, cause } = error as Error & { code?: string; type?: string };
  // A page of something in between, which did not pass the call on.
  if (type === 'invalid-json' || error instanceof SyntaxError) {
    return new CallFailed(`${method} was not answered by Telegram: ${message}`);
  }
  const why = [message, code, (cause as { code?: string } | undefined)?.code].filter(Boolean).join(' ');
  const isUnreachable = neverSent.test(why);
  return new CallFailed(`${method} got no answer: ${why}`, { isUnsure: !isUnreachable, isUnreachable });
}

/** A refusal in Telegram's own words. */
export function refused(
  method: string,
  answer: {
    readonly error_code: number;
    readonly description: string;
    readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
  },
): CallFailed {
  const { error_code: code, description, parameters } = answer;
  const seconds = parameters?.retry_after;
  return new CallFailed(`${method}: ${code} ${description}`, {
    code,
    retryAfterMs: seconds === undefined ? null : seconds * 1000,
    movedTo: parameters?.migrate_to_chat_id ?? null,
    // A gateway that gave up waiting does not know either.
    isUnsure: code === 504,
  });
}

/** Whether to send again. */
export function deliveryError(failed: CallFailed): DeliveryError {
  const { code, message, retryAfterMs, isUnsure, isUnreachable } = failed;
  if (isUnsure) return new DeliveryError(message, 'unsure');
  // A token that is refused will be mended; the reply waits for that.
  if (isUnreachable || breakOf(failed)) return new DeliveryError(message, 'away');
  if (code === null || code >= 500 || code === 429) {
    return new DeliveryError(message, 'later', retryAfterMs);
  }
  if (code === 403 || /chat not found|user not found|PEER_ID_INVALID|not enough rights/i.test(message)) {
    return new DeliveryError(message, 'gone');
  }
  return new DeliveryError(message, 'refused');
}

/** Why the whole channel can't go on, in a sentence that says what to fix; null where it can. */
export function breakOf({ code, message }: CallFailed): PlatformError | null {
  if (code === 401 || (code === 404 && !message.includes('method'))) {
    return new PlatformError(
      'Telegram does not know this bot token: send /token to @BotFather, set TELEGRAM_TOKEN to what it answers, and start again.',
    );
  }
  if (code === 409 && message.includes('webhook')) {
    return new PlatformError(
      'Something set a webhook for this Telegram bot while Purser was asking for its messages: give Purser a bot of its own, and start again.',
    );
  }
  if (code === 409) {
    return new PlatformError(
      'Another program asks Telegram for the messages of this bot: stop it, or give Purser a bot of its own, and start again.',
    );
  }
  if (code === 403 && !/^send|^edit/.test(message)) {
    return new PlatformError(
      'Telegram forbids this bot to be used: look for a note from Telegram in @BotFather, and start again.',
    );
  }
  return null;
}
