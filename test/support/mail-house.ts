/** From what a person writes to the mail that comes of it, through a real SMTP server on this machine. */

import { Temporal } from 'temporal-polyfill';
import { expect, onTestFinished } from 'vitest';
import type { Alert } from '../../src/alerts/alert.ts';
import { digestFacts } from '../../src/alerts/digest-facts.ts';
import { allRules } from '../../src/alerts/gather.ts';
import { sendDigest } from '../../src/alerts/send-digest.ts';
import { changeSettings } from '../../src/alerts/settings.ts';
import { tellAlerts } from '../../src/alerts/tell.ts';
import { createMailChannel } from '../../src/channels/mail/mail-channel.ts';
import { createDeliverer } from '../../src/delivery/deliverer.ts';
import { openDesk } from '../../src/delivery/desk.ts';
import type { Asker } from '../../src/domain/asker.ts';
import { preferencesOf } from '../../src/domain/preferences.ts';
import { createLog } from '../../src/log.ts';
import { createOfflineModel } from '../../src/offline/offline-model.ts';
import { dayAt } from '../../src/period.ts';
import { findPerson, personalLedger } from '../../src/store/people.ts';
import type { TestDatabases } from './databases.ts';
import { openTestHouse, type TestHouseOptions } from './house.ts';
import { startMailServer } from './mail-server.ts';
import { noAttachments, scriptedChannel } from './scripted-channel.ts';

export interface MailHouseOptions {
  readonly sendsMail?: boolean;
  readonly options?: TestHouseOptions;
}

const bill = (key: string): Alert => ({
  key,
  bucket: '2026-06-18',
  severity: 'medium',
  stake: 1_000,
  facts: { rule: 'upcoming-bill', name: key, amount: 1_000, isFixed: true, day: '2026-06-18', rhythm: 'monthly' },
});

/** A house with the offline model, a mail server, and what a deliverer needs to bring mail from the one to the other. */
export async function openMailHouse(
  openTestDatabase: TestDatabases['openTestDatabase'],
  { sendsMail = true, options = {} }: MailHouseOptions = {},
) {
  const database = await openTestDatabase();
  const chat = openTestHouse(database, { model: createOfflineModel(), ...options });
  Object.assign(chat.house, { sendsMail });
  const smtp = await startMailServer();
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  const from = { name: 'Purser', address: 'purser@example.org' };
  const clock = chat.house.clock;
  const test = scriptedChannel('test');
  const startDeliverer = (
    owner?: string,
    channel = createMailChannel({ smtpUrl: smtp.url, from, log, now: clock.leaseTime }),
  ) => {
    const deliverer = createDeliverer({
      ...{ database, clock, log, attachments: noAttachments, channels: [test.channel, channel] },
      ...(owner ? { owner } : {}),
    });
    onTestFinished(async () => {
      await deliverer.stop();
      await channel.stop();
    });
    return deliverer;
  };
  onTestFinished(smtp.close);
  const deliverer = startDeliverer();
  const deliver = async (by = deliverer) => {
    await expect
      .poll(
        async () => {
          await by.look();
          return await database.client.outbox.count({ where: { state: 'pending' } });
        },
        { timeout: 8_000 },
      )
      .toBe(0);
  };
  const askerOf = async (sender = 'ann', time = '2026-06-15T10:00:00Z'): Promise<Asker> => {
    const person = await findPerson(database.client, 'test', sender);
    if (!person) throw new Error(`${sender} has not spoken`);
    const preferences = preferencesOf(person, chat.house.defaults);
    const home = await personalLedger(database.client, person.id);
    const now = Temporal.Instant.from(time);
    const today = dayAt(now, preferences.timezone);
    return { personId: person.id, ...home, homeCurrency: 'EUR', preferences, now, today, turnId: null };
  };
  const tell = (asker: Asker, key: string, mails = sendsMail) =>
    database.transaction((tx) => tellAlerts(tx, asker, [bill(key)], allRules, 'en', mails));
  const digest = async (asker: Asker) => {
    const facts = await digestFacts(database.client, asker, 'weekly', '08:00');
    if (!facts) throw new Error('there is nothing to tell');
    return await database.transaction(async (tx) => {
      await changeSettings(tx, asker.personId, asker.personId, { digest: 'weekly' }, asker.now);
      return await sendDigest(tx, asker, { facts, at: asker.now, isGroup: false }, 'en', sendsMail);
    });
  };
  /** The code in the latest mail. */
  const latestCode = () => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(smtp.mails.at(-1)?.parsed.subject ?? '')?.[0] ?? '';
  const confirm = async (sender = 'ann', address = 'me@example.org') => {
    await chat.say(`send my digests to ${address}`, { sender });
    await deliver();
    return await chat.say(`email code ${latestCode()}`, { sender });
  };
  const texts = () => test.texts().filter((text) => /^Coming up|^Last week/.test(text));
  const inboxDesk = () =>
    openDesk(test.channel, { house: chat.house, inbox: chat.inbox, deliverer, onBroken: () => {} });
  return {
    inboxDesk,
    database,
    chat,
    smtp,
    lines,
    deliver,
    askerOf,
    tell,
    digest,
    latestCode,
    confirm,
    texts,
    startDeliverer,
  };
}
