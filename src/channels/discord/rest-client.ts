/** Requests to Discord's REST API. */

import { REST } from 'discord.js';

const TIMEOUT_MILLISECONDS = 15_000;
/** Waits that are not worth a word to the deliverer. */
const SHORT_WAIT_MILLISECONDS = 500;
/** The SDK keeps a queue for each interaction; unused ones go this often. */
const SWEEP_MILLISECONDS = 60_000;

export function createRestClient(token: string, api?: string): REST {
  const rest = new REST({
    version: '10',
    ...(api === undefined ? {} : { api }),
    timeout: TIMEOUT_MILLISECONDS,
    // Tries again are the deliverer's: it alone knows whether a message may be sent twice.
    retries: 0,
    // The SDK repeats a 429 for ever, and without a Retry-After at once.
    rejectOnRateLimit: ({ retryAfter }) => retryAfter <= 0 || retryAfter > SHORT_WAIT_MILLISECONDS,
    handlerSweepInterval: SWEEP_MILLISECONDS,
  });
  return rest.setToken(token);
}
