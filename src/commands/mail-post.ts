/** Sends mail from where no channels are served: a chat in the terminal may arrange it too. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config.ts';
import type { Clock } from '../conversation/house.ts';
import { createDeliverer } from '../delivery/deliverer.ts';
import type { Log } from '../log.ts';
import { waitingConversations } from '../store/outbox.ts';
import { createMail } from './channels.ts';
import type { OpenHouse } from './open-house.ts';

/** What was posted just before the end has this long to leave, in milliseconds; the rest waits for the next process. */
const LAST_MOMENT = 5_000;

export interface MailPost {
  /** Sends what waits, now and from then on. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Does nothing where mail is not set up. */
export function createMailPost(
  { house, attachments }: OpenHouse,
  config: Config,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): MailPost {
  const { database } = house;
  const waits = async () => (await waitingConversations(database.client, 'mail')).length > 0;
  const open = async () => {
    const channel = await createMail(config, { clock, log });
    return (
      channel && { channel, deliverer: createDeliverer({ database, channels: [channel], attachments, clock, log }) }
    );
  };
  let opened: ReturnType<typeof open> | null = null;
  const openOnce = () => {
    opened ??= open();
    return opened;
  };
  return {
    async start() {
      if (config.mail) await (await openOnce())?.deliverer.start();
    },
    async stop() {
      if (!config.mail || (opened === null && !(await waits()))) return;
      const post = await openOnce();
      if (!post) return;
      const { channel, deliverer } = post;
      await deliverer.look();
      const until = clock.leaseTime() + LAST_MOMENT;
      while (clock.leaseTime() < until && channel.trouble?.() === null && (await waits())) await sleep(30);
      await deliverer.stop();
      await channel.stop();
    },
  };
}
