import { describe, expect, test } from 'vitest';
import type { Reply } from '../../src/conversation/message.ts';
import { databases } from '../support/databases.ts';
import { call, openTestHouse, scripted } from '../support/house.ts';

const charge = (merchant: string, amount: string, day: string) =>
  ['03', '04', '05', '06'].map((month) => ({ kind: 'expense', merchant, amount, date: `2026-${month}-${day}` }));
/** Power costs something else each month. */
const power = charge('Stadtwerke', '80', '12').map((each, index) => ({ ...each, amount: `${80 + 7 * index}` }));

/** Says each message as a call: "charges", "list", "delete", "undo", or entries to record. */
const model = scripted((text) => {
  if (text === 'charges') return call('find_recurring', { kind: 'expense' });
  if (text === 'list') return call('recurring_entries', { action: 'list' });
  if (text === 'delete') return call('delete_entries', { entries: ['last'] });
  if (text === 'undo') return call('undo', {});
  return call('record_entries', { entries: JSON.parse(text) });
});

describe.each(databases)('charges that were found on $name', ({ openTestDatabase }) => {
  const open = async (entries: readonly object[]) => {
    const house = openTestHouse(await openTestDatabase(), { model });
    await house.say(JSON.stringify(entries));
    return house;
  };
  const offered = (reply: Reply) => reply.buttons.filter(({ id }) => id.startsWith('recurring-add:'));

  test('of a fixed amount get a button each, three at most', async () => {
    const names = ['Netflix', 'Spotify', 'Gym', 'Paper'];
    const house = await open([...names.flatMap((name, index) => charge(name, `${20 - index}`, '05')), ...power]);
    const shown = await house.say('charges');
    expect(offered(shown).map(({ label }) => label)).toEqual(['Add Netflix', 'Add Spotify', 'Add Gym']);
    // What Telegram brings back has 64 bytes.
    for (const { id } of shown.buttons) expect(Buffer.byteLength(id)).toBeLessThanOrEqual(64);
  });

  test('come by themselves once the button is pressed, and an undo takes that back', async () => {
    const { say, press } = await open(charge('Netflix', '12.99', '05'));
    const shown = await say('charges');
    const added = await press(shown, 'recurring-add');
    expect(added.text).toBe(
      'From now on this comes by itself: Netflix €12.99 · subscriptions · on the 5th of each month. Next on 5 Jul.',
    );
    expect((await press(shown, 'recurring-add')).text).toMatch(
      /^Netflix €12\.99 comes by itself on those days already/,
    );
    expect(offered(await say('charges'))).toEqual([]);
    const undone = await press(added, 'undo');
    expect(undone.text).toBe('Undone: Netflix €12.99 · on the 5th of each month is off again');
    expect((await say('list')).text).toMatch(/^Nothing comes by itself yet/);
    expect(offered(await say('charges'))).toHaveLength(1);
  });

  test('are no more offered where their entry is gone, and to nobody else', async () => {
    const { say, press } = await open(charge('Netflix', '12.99', '05'));
    const shown = await say('charges');
    expect((await press(shown, 'recurring-add', { sender: 'somebody else' })).text).toMatch(/^I can not find that/);
    await say('delete');
    expect((await press(shown, 'recurring-add')).text).toMatch(/^I can not find that any more/);
  });
});
