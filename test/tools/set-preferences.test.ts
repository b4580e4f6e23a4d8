import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addSchedule, pause } from '../../src/scheduler/arrange.ts';
import { databases } from '../support/databases.ts';
import { call, openTestHouse, scripted } from '../support/house.ts';

const MORNING = Temporal.Instant.from('2026-06-15T05:00:00Z');
const daily = { repeats: 'daily', at: '08:00' } as const;

/** "live in Asia/Tokyo" sets the time zone. */
const model = scripted((text) => {
  const timezone = /^live in (\S+)$/.exec(text)?.[1];
  return timezone ? call('set_preferences', { timezone }) : text === 'undo' ? call('undo', {}) : { text: 'hello' };
});

describe.each(databases)('a new time zone on $name', ({ openTestDatabase }) => {
  async function open() {
    const database = await openTestDatabase();
    const chat = openTestHouse(database, { model, now: MORNING.toString() });
    for (const sender of ['ann', 'bob']) await chat.say('hi', { sender });
    const [ann] = await database.client.person.findMany({ orderBy: { id: 'asc' } });
    const { personId, ledgerId } = await database.client.member.findFirstOrThrow({
      where: { personId: ann?.id ?? '' },
    });
    const add = async (kind: string, cadence: Parameters<typeof addSchedule>[1]['cadence'] = daily) =>
      await database.transaction((tx) =>
        addSchedule(tx, { personId, ledgerId, kind, cadence, payload: null, timeZone: 'Europe/Berlin' }, MORNING),
      );
    const seen = async () => {
      const rows = await database.client.schedule.findMany({ orderBy: { id: 'asc' } });
      return rows.map((row) => {
        const whose = row.personId === personId ? 'ann' : 'bob';
        return `${whose} ${row.kind} ${row.timeZone} ${row.state} ${row.nextAt.toISOString().slice(8, 16)}`;
      });
    };
    return { database, ...chat, add, seen };
  }

  test('takes along what the person has arranged, says so, and undo brings it back', async () => {
    const { database, add, seen, say } = await open();
    await add('digest');
    const paused = await add('other');
    await database.transaction((tx) => pause(tx, paused.id, 'for now', MORNING));
    await add('reminder', { repeats: 'once', instant: '2026-06-20T13:00:00Z' });
    const before = [
      'ann alerts Europe/Berlin on 15T06:00',
      'bob alerts Europe/Berlin on 15T06:00',
      'ann digest Europe/Berlin on 15T06:00',
      'ann other Europe/Berlin paused 15T06:00',
      'ann reminder Europe/Berlin on 20T13:00',
    ];
    expect(await seen()).toEqual(before);
    const moved = await say('live in Asia/Tokyo');
    expect(moved.text).toContain('Asia/Tokyo');
    expect(moved.text).toContain('Your digests, reminders and recurring entries follow that clock.');
    expect(await seen()).toEqual([
      'ann alerts Asia/Tokyo on 15T23:00',
      'bob alerts Europe/Berlin on 15T06:00',
      'ann digest Asia/Tokyo on 15T23:00',
      'ann other Asia/Tokyo paused 15T23:00',
      'ann reminder Europe/Berlin on 20T13:00',
    ]);
    expect((await say('undo')).text).toContain('your settings');
    expect(await seen()).toEqual(before);
  });

  test('says nothing of what there is none of, and changes nothing twice', async () => {
    const { database, seen, say } = await open();
    expect((await say('live in Asia/Tokyo')).text).not.toContain('follow');
    expect((await seen())[0]).toBe('ann alerts Asia/Tokyo on 15T23:00');
    const changes = await database.client.change.count();
    await say('live in Asia/Tokyo');
    expect(await database.client.change.count()).toBe(changes);
  });
});
