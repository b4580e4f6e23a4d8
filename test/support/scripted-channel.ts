/** A channel that does as a test says. */

import type { Attachments, Channel, Delivery, DeliveryError } from '../../src/channels/channel.ts';

/** Pictures and files of nothing. */
export const noAttachments: Attachments = {
  drawChart: async () => new Uint8Array(),
  saveChart: async () => '',
  saveFile: async () => '',
};

/** `answers` are the outcomes of its sends, one after the other; what comes after them is sent. */
export function scriptedChannel(platform = 'test') {
  const deliveries: Delivery[] = [];
  const answers: (DeliveryError | Error | ((delivery: Delivery) => Promise<void>))[] = [];
  const channel: Channel = {
    platform,
    start: async () => {},
    stop: async () => {},
    async send(delivery) {
      deliveries.push({ ...delivery, sent: [...delivery.sent] });
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      if (answer) await answer(delivery);
      await delivery.onSent('text', `${platform}:sent:${deliveries.length}`);
    },
  };
  return { channel, deliveries, answers, texts: () => deliveries.map((delivery) => delivery.reply.text) };
}
