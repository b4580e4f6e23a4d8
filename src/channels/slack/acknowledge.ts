/**
 * Acknowledges only what is committed. The SDK acknowledges events before it calls anybody, so a crash right after
 * would lose a message; here its acknowledgement is kept back until all its listeners are done.
 */

import type { App, Receiver } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { cleanPayload } from './payload-shape.ts';

type ReceiverEvent = Parameters<App['processEvent']>[0];

/** "late" and "failed" are not acknowledged, so that Slack comes again. */
export type Handled = 'done' | 'malformed' | 'late' | 'failed';

export type Handle = (event: Pick<ReceiverEvent, 'body' | 'retryNum' | 'retryReason'>) => Promise<Handled>;

export function createHandle(app: Pick<App, 'processEvent'>, log: Log, milliseconds: number): Handle {
  return async ({ body, ...retry }) => {
    const payload = cleanPayload(body);
    if (typeof payload === 'string') return payload === 'other' ? 'done' : 'malformed';
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, milliseconds, 'late');
    });
    const work = app.processEvent({ ...retry, body: payload, ack: async () => {} }).then(
      (): Handled => 'done',
      (error): Handled => {
        log.error({ err: error }, 'a message from Slack was not taken in');
        return 'failed';
      },
    );
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** A receiver for the SDK whose requests come from elsewhere; `onApp` is given the app that handles them. */
export function receiverFor(onApp: (app: App) => void): Receiver {
  return {
    init: onApp,
    start: async () => {},
    stop: async () => {},
  };
}
