/** Requests to Discord's REST API. */

import { REST } from 'discord.js';

const TIMEOUT_MILLISECONDS = 15_000;
/** Shorter waits are the SDK's: among them those for its share of Discord's requests a second, which take turns. */
const LONGEST_WAIT_MILLISECONDS = 2_000;
/** What Discord grants a bot in all. */
const REQUESTS_A_SECOND = 50;
/** The SDK keeps a queue for each interaction; unused ones go this often. */
const SWEEP_MILLISECONDS = 60_000;

export function createRestClient(
  token: string,
  { api, requestsPerSecond = REQUESTS_A_SECOND }: { readonly api?: string; readonly requestsPerSecond?: number } = {},
): REST {
  const rest = new REST({
    version: '10',
    ...(api === undefined ? {} : { api }),
    // The SDK's own way shares a dispatcher with every undici of the process, and Slack's takes no files of another's.
    makeRequest: (url, init) => fetch(url, init as RequestInit),
    timeout: TIMEOUT_MILLISECONDS,
    // Tries again are the deliverer's: it alone knows whether a message may be sent twice.
    retries: 0,
    // The SDK repeats a 429 for ever, and without a Retry-After at once.
    rejectOnRateLimit: ({ retryAfter }) => retryAfter <= 0 || retryAfter > LONGEST_WAIT_MILLISECONDS,
    globalRequestsPerSecond: requestsPerSecond,
    handlerSweepInterval: SWEEP_MILLISECONDS,
  });
  return rest.setToken(token);
}
