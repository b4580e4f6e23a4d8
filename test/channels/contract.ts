/**
 * What every channel must do alike, tried against its platform's local server. A platform's own folder provides a
 * {@link PlatformUnderTest}; its test file calls `describeChannel(platform)`.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createAttachments } from '../../src/channels/attachments.ts';
import type { Attachments, Channel, WebHook } from '../../src/channels/channel.ts';
import type { ChartRenderer } from '../../src/charts/chart-spec.ts';
import { createChartRenderer } from '../../src/charts/renderer.ts';
import type { Clock } from '../../src/conversation/house.ts';
import { createDeliverer } from '../../src/delivery/deliverer.ts';
import { openDesk } from '../../src/delivery/desk.ts';
import { createLog, type Log } from '../../src/log.ts';
import { createOfflineModel } from '../../src/offline/offline-model.ts';
import { databases } from '../support/databases.ts';
import { openTestHouse } from '../support/house.ts';

export interface PlatformUnderTest {
  readonly name: string;
  start(): Promise<RunningPlatform>;
  /** Behaviours that the platform has no way for, each with its reason. */
  readonly cannot?: Partial<
    Record<'edit' | 'delete' | 'redeliver' | 'group' | 'private answer' | 'chart' | 'faults', string>
  >;
}

export interface RunningPlatform {
  /** A channel that talks to the local server, as a process that starts makes it. */
  createChannel(options: { log: Log; clock: Clock; attachments: Attachments }): Channel;
  /** Hands over where the platform's requests go, for a channel with web hooks. */
  mount?(webHooks: readonly WebHook[]): Promise<void>;
  /** A person in a private chat with Purser. */
  person(name: string): PersonDriver;
  /** The same person in a group that Purser is in; what they say there is meant for Purser (a mention, a command). */
  inGroup(name: string, group: string): PersonDriver;
  /** The person adds Purser to a group, which was without it until now. */
  addsPurser(name: string, group: string): Promise<PersonDriver>;
  /** The next `times` requests that send something fail in this way. */
  failNext(kind: 'rate-limited' | 'server-error' | 'dropped', times: number): void;
  stop(): Promise<void>;
}

export interface PersonDriver {
  say(text: string): Promise<string>;
  /** Something said in a group that is not meant for Purser. */
  mutter?(text: string): Promise<void>;
  edit(message: string, text: string): Promise<void>;
  delete(message: string): Promise<void>;
  /** Answers the newest message from Purser. */
  reply(text: string): Promise<string>;
  /** Presses the newest button with this label. */
  press(label: string): Promise<void>;
  /** The platform delivers the same message again. */
  redeliver(message: string): Promise<void>;
  /** What this person sees from Purser, oldest first, as the platform shows it (markup resolved to plain text). */
  seen(): Seen[];
}

export interface Seen {
  readonly text: string;
  readonly buttons: readonly string[];
  /** Descriptions of pictures. */
  readonly images: readonly string[];
  /** Names of files. */
  readonly files: readonly string[];
  /** Only this person sees it. */
  readonly isPrivate: boolean;
}

export function describeChannel(platform: PlatformUnderTest): void {
  const { cannot = {} } = platform;
  const unless = (feature: keyof typeof cannot) => (cannot[feature] === undefined ? test : test.skip);
  const [sqlite] = databases;

  describe(`${platform.name} keeps the contract of a channel`, () => {
    let renderer: ChartRenderer;
    let folder: string;
    let attachments: Attachments;
    beforeAll(() => {
      renderer = createChartRenderer();
      folder = mkdtempSync(join(tmpdir(), 'purser-channel-'));
      attachments = createAttachments(folder, renderer);
    });
    afterAll(async () => {
      await renderer.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** The platform's server with a channel on it, a house behind it, and all that lies between. */
    async function open() {
      const running = await platform.start();
      const database = await (sqlite as (typeof databases)[number]).openTestDatabase();
      const chat = openTestHouse(database, { model: createOfflineModel() });
      const log = createLog('silent');
      const { clock } = chat.house;
      const channel = running.createChannel({ log, clock, attachments });
      const deliverer = createDeliverer({ database, channels: [channel], attachments, clock, log });
      const broken: string[] = [];
      const desk = openDesk(channel, {
        house: chat.house,
        inbox: chat.inbox,
        deliverer,
        onBroken: (_channel, why) => broken.push(why.message),
      });
      if (channel.webHooks) await running.mount?.(channel.webHooks);
      await channel.start(desk);
      await deliverer.start();
      let isOpen = true;
      const close = async () => {
        if (!isOpen) return;
        isOpen = false;
        await channel.stop();
        await chat.inbox.close();
        await deliverer.stop();
        await running.stop();
      };
      onTestFinished(close);
      const count = async () => await database.client.entry.count({ where: { deletedAt: null } });
      const outbox = async (state: string) => await database.client.outbox.count({ where: { state } });
      return { running, chat, channel, database, count, outbox, broken, close };
    }

    const sees = async (person: PersonDriver, pattern: RegExp): Promise<Seen> => {
      await expect
        .poll(
          () =>
            person
              .seen()
              .map((seen) => seen.text)
              .join('\n---\n'),
          { timeout: 5_000 },
        )
        .toMatch(pattern);
      return person.seen().findLast((seen) => pattern.test(seen.text)) as Seen;
    };

    test('text in, text out, with its buttons', async () => {
      const { running, count } = await open();
      const ann = running.person('ann');
      await ann.say('lunch 12.50');
      const seen = await sees(ann, /Recorded lunch €12\.50/);
      expect(seen.buttons).toEqual(expect.arrayContaining(['Undo', 'Edit']));
      expect(await count()).toBe(1);
    });

    test('a pressed button does what it says', async () => {
      const { running, count } = await open();
      const ann = running.person('ann');
      await ann.say('lunch 12.50');
      await sees(ann, /Recorded/);
      await ann.press('Undo');
      await sees(ann, /Undone/);
      expect(await count()).toBe(0);
    });

    unless('redeliver')('delivered three times, handled once', async () => {
      const { running, count } = await open();
      const ann = running.person('ann');
      const message = await ann.say('coffee 3');
      await ann.redeliver(message);
      await sees(ann, /Recorded coffee/);
      await ann.redeliver(message);
      await ann.say('tea 4');
      await sees(ann, /Recorded tea/);
      expect(await count()).toBe(2);
      expect(ann.seen().filter((seen) => /Recorded coffee/.test(seen.text))).toHaveLength(1);
    });

    test('three quick messages are all recorded, and answered in order', async () => {
      const { running, count } = await open();
      const ann = running.person('ann');
      for (const text of ['coffee 1', 'coffee 2', 'coffee 3']) await ann.say(text);
      await sees(ann, /Recorded coffee €3/);
      const amounts = ann.seen().flatMap((seen) => /Recorded coffee €(\d)/.exec(seen.text)?.[1] ?? []);
      expect(amounts).toEqual(['1', '2', '3']);
      expect(await count()).toBe(3);
    });

    unless('edit')('editing one’s message corrects the entry, and says so', async () => {
      const { running, database } = await open();
      const ann = running.person('ann');
      const message = await ann.say('lunch 12.50');
      await sees(ann, /Recorded/);
      await ann.edit(message, 'lunch 13.50');
      await sees(ann, /Changed: .*€12\.50.*€13\.50/);
      expect((await database.client.entry.findMany()).map((row) => row.amountMinor)).toEqual([1350n]);
    });

    unless('delete')('deleting one’s message offers to remove the entry', async () => {
      const { running, count } = await open();
      const ann = running.person('ann');
      const message = await ann.say('lunch 12.50');
      await sees(ann, /Recorded/);
      await ann.delete(message);
      const seen = await sees(ann, /Shall I delete/);
      expect(seen.buttons).toEqual(expect.arrayContaining(['Confirm', 'Cancel']));
      expect(await count()).toBe(1);
      await ann.press('Confirm');
      await sees(ann, /Deleted lunch/);
      expect(await count()).toBe(0);
    });

    test('an answer to Purser’s message is about what that message recorded', async () => {
      const { running, database } = await open();
      const ann = running.person('ann');
      await ann.say('lunch 12.50');
      await sees(ann, /Recorded/);
      await ann.reply('no, it was 15');
      await sees(ann, /Changed: .*€15\.00/);
      expect((await database.client.entry.findMany()).map((row) => row.amountMinor)).toEqual([1500n]);
    });

    unless('chart')('a chart comes as a picture with its description', async () => {
      const { running } = await open();
      const ann = running.person('ann');
      await ann.say('lunch 12.50, taxi 8');
      await sees(ann, /Recorded/);
      await ann.say('what did I spend this month by category');
      await sees(ann, /You spent/);
      await ann.say('chart it');
      await expect
        .poll(
          () =>
            ann
              .seen()
              .flatMap((seen) => seen.images)
              .join(),
          { timeout: 8_000 },
        )
        .toMatch(/€20\.50/);
    });

    test('an export comes as a file', async () => {
      const { running } = await open();
      const ann = running.person('ann');
      await ann.say('lunch 12.50');
      await sees(ann, /Recorded/);
      await ann.say('export csv');
      await expect
        .poll(
          () =>
            ann
              .seen()
              .flatMap((seen) => seen.files)
              .join(),
          { timeout: 5_000 },
        )
        .toMatch(/\.csv/);
    });

    test('a long answer arrives whole, whatever the platform’s limit', async () => {
      const { running } = await open();
      const ann = running.person('ann');
      const name = (index: number) => `item number ${index} ${'x'.repeat(90)}`;
      for (let first = 0; first < 50; first += 10) {
        await ann.say(
          Array.from({ length: 10 }, (_, index) => `${name(first + index)} ${first + index + 1}.00`).join('\n'),
        );
      }
      await expect.poll(() => ann.seen().length, { timeout: 10_000 }).toBeGreaterThanOrEqual(5);
      await ann.say('show my last 50 entries');
      await expect
        .poll(
          () =>
            ann
              .seen()
              .map((seen) => seen.text)
              .join('\n'),
          { timeout: 10_000 },
        )
        .toMatch(/50 (entries|newest)[\s\S]*item number 0 x/);
    });

    test('a merchant’s odd name comes out as written, and mentions nobody', async () => {
      const { running } = await open();
      const ann = running.person('ann');
      const name = 'shop *_~`<@U1> <script> & @everyone [x](y) \\ #tag';
      await ann.say(`${name} 12.50`);
      const seen = await sees(ann, /12\.50/);
      expect(seen.text).toContain('*_~`<@U1> <script> & @everyone [x](y)');
    });

    unless('faults')('limits, failures and lost connections are waited out', async () => {
      const { running, count } = await open();
      const ann = running.person('ann');
      running.failNext('rate-limited', 1);
      await ann.say('coffee 1');
      await sees(ann, /Recorded coffee €1/);
      running.failNext('server-error', 1);
      await ann.say('coffee 2');
      await sees(ann, /Recorded coffee €2/);
      expect(await count()).toBe(2);
      expect(ann.seen().filter((seen) => /Recorded coffee/.test(seen.text))).toHaveLength(2);
    });

    test('stopping while busy finishes what was taken in', async () => {
      const { running, count, close } = await open();
      const ann = running.person('ann');
      await ann.say('coffee 1');
      await expect.poll(count, { timeout: 5_000 }).toBe(1);
      await close();
      expect(await count()).toBe(1);
    });

    unless('group')('in a group it hears only what is meant for it, and keeps the group’s own ledger', async () => {
      const { running, count, database } = await open();
      const ann = running.inGroup('ann', 'flat');
      const bob = running.inGroup('bob', 'flat');
      await ann.mutter?.('pizza 99');
      await ann.say('pizza 20');
      await sees(ann, /Recorded pizza €20/);
      await bob.say('beer 10');
      await sees(bob, /Recorded beer €10/);
      await bob.say('what did we spend this month');
      await sees(bob, /€30\.00/);
      expect(await count()).toBe(2);
      expect(await database.client.chatGroup.count()).toBe(1);
    });

    unless('group')('whoever adds it to a group owns its ledger, and is told how to speak to it', async () => {
      const { running, database } = await open();
      const bob = await running.addsPurser('bob', 'house');
      const greeting = await sees(bob, /keep this group’s budget/);
      expect(greeting.text).toMatch(/“@\S+ lunch 12\.50”/);
      const ann = running.inGroup('ann', 'house');
      await ann.say('pizza 20');
      await sees(ann, /Recorded pizza €20/);
      await bob.say('beer 10');
      await sees(bob, /Recorded beer €10/);
      const [, beer] = await database.client.entry.findMany({ orderBy: { id: 'asc' } });
      const members = await database.client.member.findMany({ where: { ledgerId: beer?.ledgerId ?? '' } });
      expect(members.map(({ role }) => role).sort()).toEqual(['member', 'owner']);
      expect(members.find(({ role }) => role === 'owner')?.personId).toBe(beer?.personId);
      expect(bob.seen().filter(({ text }) => /keep this group/.test(text))).toHaveLength(1);
    });

    unless('private answer')('one’s own money is told in a group to nobody else', async () => {
      const { running } = await open();
      const ann = running.person('ann');
      await ann.say('secret 77');
      await sees(ann, /Recorded secret/);
      const inGroup = running.inGroup('ann', 'flat');
      const bob = running.inGroup('bob', 'flat');
      const texts = (people: PersonDriver[]) =>
        people.flatMap((person) => person.seen().map((seen) => seen.text)).join('\n');
      await inGroup.say('privately: what did I spend this month');
      await expect.poll(() => texts([inGroup, ann]), { timeout: 5_000 }).toMatch(/You spent €77/);
      // Bob does see the group: what is said to all reaches him, and only that.
      await inGroup.say('pizza 20');
      await expect.poll(() => texts([bob]), { timeout: 5_000 }).toMatch(/Recorded pizza €20/);
      expect(texts([bob])).not.toContain('77');
    });

    for (const [feature, reason] of Object.entries(cannot)) test.skip(`${feature}: ${reason}`, () => {});
  });
}
