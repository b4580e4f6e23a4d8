/** Names of the channels that several people share, as far as Discord has told them. */

import { Recent } from './recent.ts';

const MAX_NAMES = 5_000;

export class GroupNames {
  readonly #names = new Recent<string>(MAX_NAMES);

  /** Learns from events that tell names. */
  hear({ t, d }: { readonly t: string; readonly d: unknown }): void {
    if (t === 'GUILD_CREATE')
      for (const channel of named((d as { channels?: unknown } | null)?.channels)) this.#learn(channel);
    if (t === 'CHANNEL_CREATE' || t === 'CHANNEL_UPDATE') for (const channel of named([d])) this.#learn(channel);
  }

  /**
   * The group of a channel. Each channel has a ledger of its own: others of the same server may be closed to some of
   * its people.
   */
  groupOf(channelId: string, name?: string | null): { id: string; name: string } {
    if (name) this.#learn({ id: channelId, name });
    return { id: channelId, name: this.#names.get(channelId) ?? 'Discord' };
  }

  #learn({ id, name }: Named): void {
    this.#names.put(id, `#${name}`);
  }
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function named(channels: unknown): Named[] {
  if (!Array.isArray(channels)) return [];
  return channels.filter((each) => typeof each?.id === 'string' && typeof each.name === 'string');
}
