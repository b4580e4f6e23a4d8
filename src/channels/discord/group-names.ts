/** Names of the channels that several people share, as far as Discord has told them. */

import type { GatewayDispatchPayload } from 'discord.js';
import { Recent } from './recent.ts';

const MAX_NAMES = 5_000;

export class GroupNames {
  readonly #names = new Recent<string>(MAX_NAMES);

  /** Learns from events that tell names. */
  hear({ t, d }: GatewayDispatchPayload): void {
    if (t === 'GUILD_CREATE' && 'channels' in d) for (const { id, name } of d.channels) this.#learn(id, name);
    if (t === 'CHANNEL_CREATE' || t === 'CHANNEL_UPDATE') this.#learn(d.id, d.name);
  }

  /**
   * The group of a channel. Each channel has a ledger of its own: others of the same server may be closed to some of
   * its people.
   */
  groupOf(channelId: string, name?: string | null): { id: string; name: string } {
    this.#learn(channelId, name);
    return { id: channelId, name: this.#names.get(channelId) ?? 'Discord' };
  }

  #learn(id: string, name: string | null | undefined): void {
    if (typeof name === 'string' && name !== '') this.#names.put(id, `#${name}`);
  }
}
