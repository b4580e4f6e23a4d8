/** Mailboxes, which are only sent to: "mail:<address>" is a conversation. */

import { createTransport } from 'nodemailer';
import type { Log } from '../../log.ts';
import type { Sender } from '../../mail-address.ts';
import { type Channel, type Delivery, DeliveryError } from '../channel.ts';
import { composeMail, type Picture } from './compose.ts';
import { connectionTo } from './connection.ts';
import { deliveryError, type SmtpFailure } from './failures.ts';

export interface MailSettings {
  /** smtp://USER:PASSWORD@HOST:PORT, or smtps:// */
  readonly smtpUrl: string;
  readonly from: Sender;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** In milliseconds; shorter in tests. */
  readonly timing?: Partial<typeof defaultTiming>;
}

const PLATFORM = 'mail';

const defaultTiming = {
  /** Until a connection stands, and again until the server has greeted. */
  connect: 8_000,
  /** A mail in all: less than the lease that its sender holds. */
  send: 40_000,
  /** Within this time a server that could not be reached is not asked again. */
  rest: 10_000,
};

const CONNECTIONS = 3;

export function createMailChannel({ smtpUrl, from, log, now, timing }: MailSettings): Channel {
  const time = { ...defaultTiming, ...timing };
  const transport = createTransport({
    ...connectionTo(smtpUrl),
    ...{ pool: true, maxConnections: CONNECTIONS, disableFileAccess: true, disableUrlAccess: true },
    // Whether a mail is sent again is the outbox's to say.
    maxRequeues: 0,
    ...{ connectionTimeout: time.connect, greetingTimeout: time.connect, socketTimeout: time.send / 2 },
  });
  const running = new Set<Promise<unknown>>();
  let isStopped = false;
  /** Why the server takes no mail from anybody, and since when. */
  let trouble: { readonly why: string; readonly since: number } | null = null;

  function noteFailure(error: unknown): unknown {
    const failure = deliveryError(error as SmtpFailure);
    if (failure === null) return error;
    if (failure.outcome === 'away') {
      if (trouble?.why !== failure.message)
        log.error({ platform: PLATFORM, why: failure.message }, 'no mail can leave');
      trouble = { why: failure.message, since: now() };
    }
    return failure;
  }

  async function send({ conversation, note, reply, attachments, sent, onSent }: Delivery): Promise<void> {
    if (sent.includes(PART)) return;
    const pictures: Picture[] = [];
    for (const chart of reply.charts) pictures.push({ alt: chart.alt, png: await attachments.drawChart(chart) });
    const to = conversation.slice(PLATFORM.length + 1);
    const mail = composeMail(reply, { from, to, id: note ?? '', pictures, date: new Date(now()) });
    try {
      await transport.sendMail({ ...mail, signal: AbortSignal.timeout(time.send) });
    } catch (error) {
      throw noteFailure(error);
    }
    trouble = null;
    await onSent(PART, `${PLATFORM}:${note}`);
  }

  return {
    platform: PLATFORM,
    async start() {
      // Whoever runs Purser learns at once of a wrong password, and nobody waits for it.
      transport.verify().catch((error: unknown) => {
        if (!isStopped) noteFailure(error);
      });
    },
    async send(delivery) {
      if (isStopped) throw new DeliveryError('Purser is leaving.', 'away');
      if (trouble && now() - trouble.since < time.rest) throw new DeliveryError(trouble.why, 'away');
      const work = send(delivery);
      running.add(work);
      await work.finally(() => running.delete(work));
    },
    trouble: () => trouble?.why ?? null,
    async stop() {
      isStopped = true;
      // A connection that is cut after the server's "250" would bring the mail again.
      await Promise.allSettled(running);
      transport.close();
    },
  };
}

/** A mail is one part: it arrives as a whole. */
const PART = 'mail';
