/** Reads what was written while no session was open: Discord does not tell of it by itself. */

import { DiscordAPIError, type GatewayMessageCreateDispatchData, type REST, Routes } from 'discord.js';
import type { Log } from '../../log.ts';
import type { HeardPlace, LastHeard } from './last-heard.ts';
import { isMessage } from './payload-shape.ts';

export interface CatchUpOptions {
  readonly rest: REST;
  readonly lastHeard: LastHeard;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly log: Log;
  take(message: GatewayMessageCreateDispatchData): Promise<void>;
  readonly signal: AbortSignal;
}

const PAGE = 100;
const MAX_PAGES = 5;
/** Older messages are left alone: "lunch 12.50" means the day on which it is read. */
const MAX_AGE_MILLISECONDS = 12 * 60 * 60_000;

/** Takes in, oldest first, what came after the last message of each place. Never throws. */
export async function catchUp({ rest, lastHeard, now, log, take, signal }: CatchUpOptions): Promise<void> {
  for (const place of lastHeard.places()) {
    if (signal.aborted) return;
    try {
      for await (const message of messagesAfter(rest, place)) {
        const isOld = now - Date.parse(message.timestamp) > MAX_AGE_MILLISECONDS;
        if (!isOld && !signal.aborted) await take(message);
      }
    } catch (error) {
      // Kicked, or the channel is gone; it is heard of again when somebody speaks there.
      if (error instanceof DiscordAPIError && [403, 404].includes(error.status)) lastHeard.forget(place.channel);
      else log.warn({ err: error }, 'a Discord channel could not be read for what was missed');
    }
  }
}

async function* messagesAfter(
  rest: REST,
  { channel, guild, message: last }: HeardPlace,
): AsyncGenerator<GatewayMessageCreateDispatchData> {
  let after = last;
  for (let page = 0; page < MAX_PAGES; page++) {
    const query = new URLSearchParams({ after, limit: String(PAGE) });
    const found = (await rest.get(Routes.channelMessages(channel), { query })) as unknown[];
    // Newest first.
    for (const message of found.toReversed()) {
      // Only events carry the server.
      const event = { ...(message as object), ...(guild === null ? {} : { guild_id: guild }) };
      if (!isMessage(event)) continue;
      after = event.id;
      yield event;
    }
    if (found.length < PAGE) return;
  }
}
