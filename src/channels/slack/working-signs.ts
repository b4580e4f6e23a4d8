/** A message that says that an answer is on its way, until the answer takes its place. */

import type { webApi } from '@slack/bolt';
import { metadataOf, WORKING } from './earlier-sent.ts';
import type { SlackAddress } from './place.ts';
import { Recent } from './recent.ts';

/** Understood in every language. */
const SIGN = '⏳ …';
const CAPACITY = 2_000;

export interface WorkingSigns {
  /** Shows the sign, once a message. */
  show(address: SlackAddress): Promise<void>;
  /** The timestamp of the sign that stands for the answer, or null. From here on none is shown. */
  settle(address: SlackAddress): Promise<string | null>;
  /** The sign has become the answer, or is gone. */
  forget(address: SlackAddress): void;
}

export function createWorkingSigns(client: webApi.WebClient): WorkingSigns {
  /** Null where none could be shown, or none is to be shown any more. */
  const signs = new Recent<string, { shown: Promise<string | null> }>(CAPACITY);

  async function post({ channel, thread, answers }: SlackAddress): Promise<string | null> {
    try {
      const { ts = null } = await client.chat.postMessage({
        channel,
        ...(thread ? { thread_ts: thread } : {}),
        text: SIGN,
        metadata: metadataOf(answers, WORKING),
      });
      return ts;
    } catch {
      // A sign is worth no second try; the answer itself is.
      return null;
    }
  }

  return {
    async show(address) {
      if (signs.get(address.answers)) return;
      const shown = post(address);
      signs.set(address.answers, { shown });
      await shown;
    },
    async settle(address) {
      const sign = signs.get(address.answers) ?? { shown: Promise.resolve(null) };
      signs.set(address.answers, sign);
      return await sign.shown;
    },
    forget(address) {
      signs.set(address.answers, { shown: Promise.resolve(null) });
    },
  };
}
