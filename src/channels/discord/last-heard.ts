/** The last message of each place that Purser took in: where to read on when the session could not be resumed. */

export interface HeardPlace {
  readonly channel: string;
  /** Null for direct messages. */
  readonly guild: string | null;
  readonly message: string;
}

/** Places beyond these have been silent for longest. */
const MAX_PLACES = 500;

export class LastHeard {
  /** By channel; the one that was heard last stands last. */
  readonly #places = new Map<string, HeardPlace>();

  constructor(places: readonly HeardPlace[] = []) {
    for (const place of places) this.hear(place);
  }

  hear(place: HeardPlace): void {
    const known = this.#places.get(place.channel);
    // Redelivered and fetched messages may be older than what was heard already.
    if (known && BigInt(known.message) > BigInt(place.message)) return;
    this.#places.delete(place.channel);
    this.#places.set(place.channel, place);
    if (this.#places.size > MAX_PLACES) this.#places.delete(this.#places.keys().next().value as string);
  }

  forget(channel: string): void {
    this.#places.delete(channel);
  }

  /** Those that were heard last come first. */
  places(): HeardPlace[] {
    return [...this.#places.values()].reverse();
  }
}

/** What a file holds, if it is that. */
export function readPlaces(value: unknown): HeardPlace[] {
  const isId = (id: unknown) => typeof id === 'string' && /^\d{1,20}$/.test(id);
  if (!Array.isArray(value)) return [];
  return value.filter(
    (each) => isId(each?.channel) && isId(each?.message) && (each.guild === null || isId(each.guild)),
  );
}
