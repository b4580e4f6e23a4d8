/** What gives the process its beat: node-cron each minute and once a day, and a timer to the moment that comes first. */

import cron, { type Logger } from 'node-cron';
import type { Log } from '../log.ts';
import { HOUSEKEEPING, TICK } from './limits.ts';

export interface Ticker {
  /** Beats once more at that moment, where that is before the next minute; in place of an earlier wish. */
  beatIn(milliseconds: number): void;
  stop(): Promise<void>;
}

export function startTicker(options: { onBeat: () => void; onNight: () => void; log: Log }): Ticker {
  const { onBeat, onNight, log } = options;
  // In UTC, which has no hour that is skipped.
  const rest = { timezone: 'Etc/UTC', logger: loggerOf(log), suppressMissedWarning: true };
  const tasks = [
    cron.schedule(TICK, onBeat, { ...rest, name: 'scheduler' }),
    cron.schedule(HOUSEKEEPING, onNight, { ...rest, name: 'housekeeping' }),
  ];
  let timer: NodeJS.Timeout | undefined;
  return {
    beatIn(milliseconds) {
      clearTimeout(timer);
      if (milliseconds < 60_000) timer = setTimeout(onBeat, Math.max(milliseconds, 0) + 1);
    },
    async stop() {
      clearTimeout(timer);
      for (const task of tasks) await task.destroy();
    },
  };
}

function loggerOf(log: Log): Logger {
  const text = (message: string | Error) => (message instanceof Error ? message.message : message);
  return {
    info: (message) => log.debug(message),
    debug: (message) => log.debug(text(message)),
    warn: (message) => log.warn(message),
    error: (message, error) => log.error({ err: error ?? message }, 'the beat failed'),
  };
}
