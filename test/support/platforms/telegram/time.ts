/** Time as the server has it, so that no test waits for the real one. */

export interface SimulatedTime {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after so many milliseconds, or at once when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Passes `factor` times as fast as the real time. */
export function fastTime(factor: number): SimulatedTime {
  const start = Date.now();
  return {
    now: () => start + (performance.timeOrigin + performance.now() - start) * factor,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const timer = setTimeout(done, Math.min(milliseconds / factor, 2 ** 31 - 1));
        signal?.addEventListener('abort', done, { once: true });
        function done(): void {
          clearTimeout(timer);
          signal?.removeEventListener('abort', done);
          resolve();
        }
      }),
  };
}

export const realTime: SimulatedTime = fastTime(1);

/** Stands still until it is told to go on. */
export function manualTime(start = Date.UTC(2026, 5, 15, 10)): SimulatedTime & {
  advance(milliseconds: number): void;
} {
  let now = start;
  const sleepers = new Set<{ readonly until: number; wake(): void }>();
  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const sleeper = {
          until: now + milliseconds,
          wake() {
            sleepers.delete(sleeper);
            signal?.removeEventListener('abort', sleeper.wake);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', sleeper.wake, { once: true });
      }),
    advance(milliseconds) {
      now += milliseconds;
      for (const sleeper of [...sleepers]) if (sleeper.until <= now) sleeper.wake();
    },
  };
}
