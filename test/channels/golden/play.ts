/** The golden conversation: the same on each platform, at the same time of the same day. */

import { expect } from 'vitest';
import { alertHandlers } from '../../../src/alerts/handlers.ts';
import { createAttachments } from '../../../src/channels/attachments.ts';
import type { ChartRenderer } from '../../../src/charts/chart-spec.ts';
import { createDeliverer } from '../../../src/delivery/deliverer.ts';
import { openDesk } from '../../../src/delivery/desk.ts';
import { createLog } from '../../../src/log.ts';
import { createOfflineModel } from '../../../src/offline/offline-model.ts';
import { createScheduler } from '../../../src/scheduler/scheduler.ts';
import type { TestDatabase } from '../../support/databases.ts';
import { openTestHouse } from '../../support/house.ts';
import { lineText, type Stage } from './stage.ts';

export interface Play {
  readonly database: TestDatabase;
  readonly renderer: ChartRenderer;
  /** Where charts and files are written. */
  readonly folder: string;
  /** The platform of Ann's other account, which nobody serves here. */
  readonly other: string;
}

/** Plays it to the end; gives all that Ann saw, with codes and addresses of files made the same in every run. */
export async function play(stage: Stage, { database, renderer, folder, other }: Play): Promise<string> {
  const chat = openTestHouse(database, { model: createOfflineModel(), now: '2026-06-15T10:00:00Z' });
  const log = createLog(process.env.TEST_LOG ?? 'silent');
  const { clock } = chat.house;
  const attachments = createAttachments(folder, renderer);
  const channel = stage.createChannel({ log, clock, attachments });
  const deliverer = createDeliverer({ database, channels: [channel], attachments, clock, log });
  const broken: string[] = [];
  const onBroken = (_: unknown, why: Error) => broken.push(why.message);
  const desk = openDesk(channel, { house: chat.house, inbox: chat.inbox, deliverer, onBroken });
  const { client } = database;
  const scheduler = createScheduler({
    ...{ database, clock, log, handlers: alertHandlers(chat.house) },
    worker: { name: 'golden', isGone: () => false },
  });
  let turns = 0;

  /** Until the answer has left. */
  async function then<T>(deed: Promise<T>): Promise<T> {
    turns += 1;
    return await left(deed);
  }

  async function left<T>(deed: Promise<T>): Promise<T> {
    const result = await deed;
    const state = async () => ({
      done: await client.turn.count({ where: { state: 'done' } }),
      waiting: await client.outbox.count({ where: { state: { not: 'sent' }, turnId: { not: null } } }),
    });
    await expect.poll(state, { timeout: 15_000, interval: 10 }).toEqual({ done: turns, waiting: 0 });
    return result;
  }

  /** What is due by then happens by itself, and leaves. */
  async function wakeAt(time: string): Promise<void> {
    chat.setNow(time);
    await scheduler.tick();
    await left(deliverer.look());
  }

  if (channel.webHooks) await stage.mount?.(channel.webHooks);
  await channel.start(desk);
  await deliverer.start();
  try {
    const { ann, group } = stage;
    const lunch = await then(ann.say('lunch 12.50, taxi 8 yesterday'));
    await then(ann.edit(lunch, 'lunch 13.50, taxi 8 yesterday'));
    await then(ann.say('no, it was 9'));
    await then<unknown>(ann.command ? ann.command('log coffee 3.20') : ann.say('coffee 3.20'));
    await ann.fillIn('3.40', then);
    await then(ann.say('budget 300 for dining a month'));
    await then(ann.say('chart my spending this month by category'));
    await then(ann.press('Show rows'));
    await then(ann.say('rent 900'));
    await then(ann.press('Undo'));
    await then(ann.say('export csv'));
    await then(ann.say('tell me when I spend over 100 in one go'));
    await then(ann.say('shoes 120'));
    await then(ann.say('rent 900 every month on the 1st'));
    await then(ann.say('weekly digest on Monday at 8'));
    await wakeAt('2026-06-22T06:00:00Z');
    await then(ann.say('alerts'));
    await then(ann.say('link'));
    const codes = /\b[A-Z0-9]{8}\b/g;
    const code = stage.transcript().match(codes)?.at(-1) ?? '';
    const elsewhere = { sender: 'ann', conversation: `${other}:ann`, platform: other };
    const told: string[] = [];
    async function sayElsewhere(text: string): Promise<void> {
      const key = `${other}:${told.length}`;
      const { answered } = await chat.inbox.receive({ ...elsewhere, key, content: { kind: 'message', text } });
      const { reply } = await answered;
      const buttons = [reply.buttons.map(({ label }) => label)];
      told.push(lineText({ from: 'ann', text }), lineText({ from: 'purser', text: reply.text, buttons }));
      await client.outbox.updateMany({ where: { conversation: elsewhere.conversation }, data: { state: 'sent' } });
      await then(deliverer.look());
    }
    await sayElsewhere('tea 2.40');
    await sayElsewhere(`link ${code}`);
    await then(ann.say('what did I spend this month by category'));
    await sayElsewhere('cake 4');
    await sayElsewhere('unlink');
    await sayElsewhere('what did I spend this month');
    await then(ann.say('what did I spend this month'));
    if (group) {
      await then(group.annAddsPurser());
      await group.bob.mutter?.('who is up for pizza 99?');
      await then(group.ann.say('snacks 20'));
      await then(group.bob.say('beer 10'));
      await then(group.bob.say('what did we spend this month?'));
      await then(group.ann.say('privately: what did I spend this month'));
    }
    expect(broken).toEqual([]);
    const title = `── Ann on her other platform, ${other} ──`;
    const whole = `${stage.transcript()}\n\n${title}\n\n${told.join('\n\n')}\n`;
    return whole
      .replaceAll(code, 'CODE1234')
      .replaceAll(folder, 'data')
      .replace(/(charts|files)\/[0-9a-f]{16}/g, '$1/0123456789abcdef');
  } finally {
    await scheduler.stop();
    await channel.stop();
    await chat.inbox.close();
    await deliverer.stop();
    await stage.stop();
  }
}
