/** From "send my digests to …" to the mail itself, through a real SMTP server on this machine. */

import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../src/alerts/settings.ts';
import { createMailChannel } from '../../src/channels/mail/mail-channel.ts';
import { createDeliverer } from '../../src/delivery/deliverer.ts';
import { createLog } from '../../src/log.ts';
import { createOfflineModel } from '../../src/offline/offline-model.ts';
import { databases } from '../support/databases.ts';
import { call, scripted } from '../support/house.ts';
import { type MailHouseOptions, openMailHouse } from '../support/mail-house.ts';
import { noAttachments, scriptedChannel } from '../support/scripted-channel.ts';

describe.each(databases)('mail on $name', ({ openTestDatabase }) => {
  const open = (options?: MailHouseOptions) => openMailHouse(openTestDatabase, options);

  test('begins with a code, and until that is written back everything else stays in the chat', async () => {
    const { chat, smtp, deliver, askerOf, digest, latestCode, texts, tell, lines, database } = await open();
    for (const day of ['1', '10']) await chat.say(`lunch 12 on ${day} June`);
    const asked = await chat.say('send my digests to Me@Example.org');
    expect(asked.text).toBe(
      'I have sent a code to me@example.org. Write “email code” and the code here within 30 minutes; before that nothing else goes there.',
    );
    const ann = await askerOf();
    expect(await digest(ann)).toBe('sent');
    await deliver();
    expect(smtp.mails.map(({ to, parsed }) => [to, parsed.subject])).toEqual([
      [['me@example.org'], `Your code for Purser: ${latestCode()}`],
    ]);
    const mail = smtp.mails[0]?.parsed;
    expect(mail?.text).toContain(`“email code ${latestCode()}” to Purser in your chat by 12:30`);
    expect(texts()).toHaveLength(1);
    // Nothing of the code itself is kept but its digest.
    expect(JSON.stringify(await database.client.mailCode.findMany())).not.toContain(latestCode().replace('-', ''));

    const confirmed = await chat.say(`Email code: ${latestCode().toLowerCase().replace('-', ' ')}.`);
    expect(confirmed.text).toBe(
      'me@example.org is confirmed. Your digests go there from now on. “no e-mail” ends that.',
    );
    expect(confirmed.tools).toEqual([]);
    expect((await chat.say('alerts')).text).toContain('Your digests go to me@example.org.');
    expect((await chat.say(`email code ${latestCode()}`)).text).toMatch(/^That code does not count any more/);

    chat.setNow('2026-06-18T10:00:00Z');
    await chat.say('dinner 20');
    const monday = await askerOf('ann', '2026-06-22T06:00:00Z');
    expect(await digest(monday)).toBe('sent');
    expect((await tell(monday, 'gas')).tell).toHaveLength(1);
    await deliver();
    expect(texts()).toHaveLength(2);
    expect(texts()[1]).toBe('Coming up: gas, €10.00 on 18 Jun.');
    const [, second, ...more] = smtp.mails;
    expect(more).toEqual([]);
    expect(second?.parsed.html).toContain('“no e-mail”');
    expect(second?.parsed.subject).toBe('Your week: €20.00, 67% more');
    expect(lines.join()).not.toMatch(/example\.org|gas/);
  });

  test('takes everything where that is wanted; “no e-mail” ends it, and takes back what waits', async () => {
    const { chat, smtp, deliver, askerOf, tell, texts, confirm, database } = await open();
    await confirm();
    expect((await chat.say('email me everything')).text).toBe(
      'All that I write unasked goes to me@example.org. “no e-mail” ends that.',
    );
    const ann = await askerOf();
    await tell(ann, 'gas');
    await deliver();
    const mail = smtp.mails.at(-1);
    expect(mail?.parsed.subject).toBe('Coming up: gas, €10.00 on 18 Jun.');
    expect(texts()).toEqual([]);
    expect(await database.client.sentMessage.count({ where: { unasked: { not: null } } })).toBe(0);
    await tell(ann, 'water');
    const ended = await chat.say('no e-mail');
    expect(ended.text).toBe('No e-mail any more; I have forgotten the address.');
    await tell(ann, 'rent');
    await deliver();
    expect(smtp.mails.at(-1)).toBe(mail);
    expect(texts()).toEqual(['Coming up: rent, €10.00 on 18 Jun.']);
    await chat.say('undo');
    expect(await settingsOf(database.client, ann.personId)).toMatchObject({
      ...{ email: 'me@example.org', emailTakes: 'everything' },
    });
  });

  test('the code leaves at once, without waiting for the next look at what waits', async () => {
    const { chat, smtp, inboxDesk } = await open();
    const desk = inboxDesk();
    const content = { kind: 'message', text: 'send my digests to me@example.org' } as const;
    await desk.receive({ key: 'k1', platform: 'test', conversation: 'test:ann', sender: 'ann', content });
    await expect.poll(() => smtp.mails.length, { timeout: 4_000 }).toBe(1);
    expect((await chat.say('alerts')).text).not.toContain('me@example.org');
  });

  test('a code is its person’s alone, lives half an hour, and can’t be guessed', async () => {
    const { chat, deliver, latestCode, database, askerOf } = await open();
    await chat.say('send my digests to me@example.org');
    await deliver();
    const code = latestCode();
    expect((await chat.say(`email code ${code}`, { sender: 'eve' })).text).toMatch(/^I don’t know that code/);
    expect(await settingsOf(database.client, (await askerOf('eve')).personId)).toMatchObject({ email: null });
    for (const wrong of ['AAAA-AAAA', 'AAAA-AAAB', 'AAAA-AAAC', 'AAAA-AAAD', 'AAAA-AAAE']) {
      expect((await chat.say(`email code ${wrong}`)).text).toMatch(/^I don’t know that code/);
    }
    expect((await chat.say(`email code ${code}`)).text).toMatch(/^There were too many wrong codes/);
    chat.setNow('2026-06-15T10:31:00Z');
    expect((await chat.say(`email code ${code}`)).text).toMatch(/^That code is too old/);
    await chat.say('send my digests to me@example.org');
    await deliver();
    expect((await chat.say(`email code ${latestCode()}`)).text).toMatch(/^me@example.org is confirmed/);
  });

  test('an older code ends with a newer one; nobody gets more than a few a day', async () => {
    const { chat, smtp, deliver, latestCode } = await open();
    await chat.say('send my digests to a@example.org');
    await deliver();
    const first = latestCode();
    await chat.say('send my digests to b@example.org');
    expect((await chat.say(`email code ${first}`)).text).toMatch(/^That code does not count any more/);
    await chat.say('send my digests to a@example.org', { sender: 'bob' });
    await chat.say('send my digests to A@example.org', { sender: 'cat' });
    expect((await chat.say('send my digests to a@Example.org', { sender: 'dan' })).text).toBe(
      'That address has got 3 codes within a day. Use the latest one, or try again tomorrow.',
    );
    for (const name of ['c', 'd', 'e']) await chat.say(`send my digests to ${name}@example.org`);
    expect((await chat.say('send my digests to f@example.org')).text).toMatch(/^That was 5 codes within a day/);
    await deliver();
    expect(smtp.mails).toHaveLength(7);
    chat.setNow('2026-06-16T10:01:00Z');
    expect((await chat.say('send my digests to a@example.org', { sender: 'dan' })).text).toMatch(/^I have sent a code/);
  });

  test('two people may have one address; each gets their own, and ending one ends nothing of the other', async () => {
    const { chat, smtp, deliver, askerOf, digest, confirm, database } = await open();
    await chat.say('lunch 12 on 10 June', { sender: 'ann' });
    await chat.say('taxi 34 on 10 June', { sender: 'bob' });
    await confirm('ann');
    await confirm('bob');
    for (const sender of ['ann', 'bob']) await digest(await askerOf(sender, '2026-06-15T06:00:00Z'));
    await chat.say('no e-mail', { sender: 'ann' });
    expect(await database.client.outbox.count({ where: { state: 'pending', turnId: null } })).toBe(1);
    await deliver();
    const digests = smtp.mails.filter(({ parsed }) => !parsed.subject?.startsWith('Your code'));
    expect(digests.map(({ parsed }) => parsed.subject)).toEqual(['Your week: €34.00']);
  });

  test('not in a group, not without mail set up, and not to what is no address', async () => {
    const { chat, database } = await open();
    const group = { group: { id: 'g', name: 'Flat' }, conversation: 'test:flat' };
    for (const text of ['send my digests to me@example.org', 'email code AAAA-AAAA', 'email']) {
      expect((await chat.say(text, group)).text).toMatch(/^E-mails are about your own money/);
    }
    expect((await chat.say('send my digests to me@example')).text).toBe(
      'That is no e-mail address. Write one like “send my digests to me@example.org”.',
    );
    expect((await chat.say('email me everything')).text).toMatch(/^I don’t know your address yet/);
    expect(await database.client.mailCode.count()).toBe(0);
    const none = await open({ sendsMail: false });
    expect((await none.chat.say('send my digests to me@example.org')).text).toBe(
      'Whoever runs this Purser has not set up e-mail. I can write to you here: “weekly digest at 8”.',
    );
    expect(await none.database.client.mailCode.count()).toBe(0);
  });

  test('where nobody sends mail any more, what would go there comes to the chat', async () => {
    const { confirm, askerOf, tell, deliver, texts, chat } = await open();
    await confirm();
    await chat.say('email me everything');
    await tell(await askerOf(), 'gas', false);
    await deliver();
    expect(texts()).toEqual(['Coming up: gas, €10.00 on 18 Jun.']);
  });

  test('an address that a language model brings along is shown before anything goes there', async () => {
    const model = scripted((text) =>
      text.includes('digests') ? call('email', { action: 'send', address: 'eve@example.org' }) : { text: 'Hello.' },
    );
    const connected = { model: { ...model, name: 'gpt' }, prices: null, monthlyLimitMicros: null };
    const { chat, database, deliver, smtp } = await open({ options: { connected, model: createOfflineModel() } });
    const asked = await chat.say('send my digests to me@example.org');
    expect(asked.text).toContain('Shall I send your digests to eve@example.org?');
    expect(await database.client.mailCode.count()).toBe(0);
    await chat.press(asked, 'confirm');
    await deliver();
    expect(smtp.mails.map(({ to }) => to)).toEqual([['eve@example.org']]);
  });

  test('a mailbox that refuses is told of in the chat, and tried again after that', async () => {
    const { chat, smtp, confirm, askerOf, tell, deliver, database } = await open();
    await confirm();
    await chat.say('email me everything');
    const ann = await askerOf();
    smtp.faults.push({ at: 'RCPT', code: 550, text: '5.1.1 <me@example.org> unknown' });
    await tell(ann, 'gas');
    await deliver();
    expect(await settingsOf(database.client, ann.personId)).toMatchObject({ paused: { on: ['mail'] } });
    expect((await tell(ann, 'water')).hold.map(({ reason }) => reason)).toEqual(['refused']);
    expect((await chat.say('hello')).text).toContain(
      'My messages to you by e-mail have not got through since 15 Jun 2026, so I held them back; they go on from now.',
    );
    await tell(ann, 'water');
    await deliver();
    expect(smtp.mails.at(-1)?.parsed.subject).toBe('Coming up: water, €10.00 on 18 Jun.');
    const [row] = await database.client.outbox.findMany({ where: { state: 'failed' } });
    expect(row?.lastError).not.toContain('me@');
  });

  test('put off, it comes later under the same name; two processes send it once', async () => {
    const { smtp, confirm, askerOf, digest, chat, startDeliverer, deliver } = await open();
    await chat.say('lunch 12 on 10 June');
    await confirm();
    const count = smtp.mails.length;
    smtp.faults.push({ at: 'DATA', code: 451 });
    await digest(await askerOf('ann', '2026-06-15T06:00:00Z'));
    const others = ['elsewhere:1:1', 'elsewhere:2:2'].map((owner) => startDeliverer(owner));
    await Promise.all(others.map((each) => each.look()));
    await deliver();
    expect(smtp.mails.slice(count).map(({ parsed }) => parsed.subject)).toEqual(['Your week: €12.00']);
  });

  test('a process that is killed after the server took the mail brings it a second time, under the same name', async () => {
    const { smtp, confirm, askerOf, tell, chat, startDeliverer, deliver, database } = await open();
    await confirm();
    await chat.say('email me everything');
    await deliver();
    const count = smtp.mails.length;
    await tell(await askerOf(), 'gas');
    // What a killed process leaves: the mail is out, and its row is held by somebody who is gone.
    const killed = scriptedChannel('mail');
    const channel = createMailChannel({
      ...{ smtpUrl: smtp.url, from: { name: 'Purser', address: 'purser@example.org' } },
      ...{ log: createLog('silent'), now: chat.house.clock.leaseTime },
    });
    killed.channel.send = async (delivery) => {
      await channel.send({ ...delivery, onSent: async () => {} });
      await new Promise(() => {});
    };
    const dead = createDeliverer({
      ...{ database, clock: chat.house.clock, log: createLog('silent'), attachments: noAttachments },
      ...{ channels: [killed.channel], owner: 'elsewhere:9:9' },
    });
    await dead.look();
    await expect.poll(() => smtp.mails.length, { timeout: 4_000 }).toBe(count + 1);
    await channel.stop();
    await database.client.outbox.updateMany({ where: { state: 'pending' }, data: { leaseUntil: new Date(0) } });
    await deliver(startDeliverer('elsewhere:8:8'));
    const names = smtp.mails.slice(count).map(({ parsed }) => parsed.messageId);
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(1);
  });
});
