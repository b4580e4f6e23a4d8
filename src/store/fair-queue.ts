/** A lock that is handed out in the order in which it was asked for. */
export type FairQueue = {
  /** Resolves with the function that hands the lock on; call it exactly once. */
  enter(): Promise<() => void>;
};

export function fairQueue(): FairQueue {
  let last: Promise<void> = Promise.resolve();
  return {
    async enter() {
      const before = last;
      const { promise, resolve } = Promise.withResolvers<void>();
      last = promise;
      await before;
      return resolve;
    },
  };
}
