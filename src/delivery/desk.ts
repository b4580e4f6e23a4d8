/** Ties a channel to the inbox and the outbox: what comes in is taken in, and its reply is sent on its way. */

import type { Channel, Desk } from '../channels/channel.ts';
import { formFor } from '../conversation/form.ts';
import type { House } from '../conversation/house.ts';
import type { Inbox } from '../conversation/inbox.ts';
import type { Address } from '../conversation/message.ts';
import type { PlatformError } from '../errors.ts';
import type { Deliverer } from './deliverer.ts';

export interface DeskOptions {
  readonly house: House;
  readonly inbox: Inbox;
  readonly deliverer: Deliverer;
  readonly onBroken: (channel: Channel, why: PlatformError) => void;
}

/** People are told that an answer is on its way once they have waited this long, and again this often (milliseconds). */
const WORKING_AFTER = 1_000;
const WORKING_AGAIN = 4_000;

export function openDesk(channel: Channel, { house, inbox, deliverer, onBroken }: DeskOptions): Desk {
  return {
    async receive(message) {
      const { answered } = await inbox.receive(message);
      const stopSign = showWorking(channel, message.address ?? {});
      answered
        .then(({ reply: { postedTo = [] } }) => {
          for (const conversation of [message.conversation, ...postedTo]) deliverer.notify(conversation);
        })
        .catch((error) => house.log.error({ err: error }, 'a message was not answered'))
        .finally(stopSign);
      return { answered };
    },
    formFor: (button, message) => formFor(house, button, message),
    onBroken: (why) => onBroken(channel, why),
  };
}

/** A sign of life on the platform for as long as the answer takes; it only ever fails quietly. */
function showWorking(channel: Channel, address: Address): () => void {
  if (!channel.working) return () => {};
  let timer: NodeJS.Timeout;
  const show = (pause: number) => {
    timer = setTimeout(() => {
      channel.working?.(address, null).catch(() => {});
      show(WORKING_AGAIN);
    }, pause);
  };
  show(WORKING_AFTER);
  return () => clearTimeout(timer);
}
