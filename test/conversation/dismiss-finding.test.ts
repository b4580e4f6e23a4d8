import { describe, expect, test } from 'vitest';
import type { Reply } from '../../src/conversation/message.ts';
import { addDays } from '../../src/period.ts';
import { databases } from '../support/databases.ts';
import { call, openTestHouse, scripted } from '../support/house.ts';

const entry = (merchant: string, amount: string, date: string) => ({ kind: 'expense', merchant, amount, date });
/** €10 and €11 in turns, on days without a rhythm. */
const visits = Array.from({ length: 24 }, (_, index) =>
  entry('Nobelhart', `${10 + (index % 2)}`, addDays('2026-01-02', index * 6 + (index % 4))),
);

/** Says each message as a call: "record", "odd", "undo", "fine <which>". */
const model = scripted((text) => {
  const [what = '', ...rest] = text.split(' ');
  if (what === 'odd') return call('find_unusual', {});
  if (what === 'undo') return call('undo', {});
  if (what === 'fine') return call('dismiss_finding', { which: rest.join(' ') });
  if (what === 'delete') return call('delete_entries', { entries: ['last'] });
  if (what === 'change') return call('update_entry', { entry: 'last', changes: { amount: rest.join(' ') } });
  return call('record_entries', { entries: JSON.parse(text) });
});

describe.each(databases)('dismissing findings on $name', ({ openTestDatabase }) => {
  const open = async (...odd: ReturnType<typeof entry>[]) => {
    const house = openTestHouse(await openTestDatabase(), { model });
    await house.say(JSON.stringify(visits));
    for (const each of odd) await house.say(JSON.stringify([each]));
    return house;
  };
  const buttons = (reply: Reply) => reply.buttons.filter(({ id }) => id.startsWith('dismiss:'));
  const high = entry('Nobelhart', '90', '2026-06-10');
  const higher = entry('Sternwarte Berlin', '320', '2026-06-11');

  test('a button under the finding sets it aside until its amount changes', async () => {
    const { say, press } = await open(high);
    const shown = await say('odd');
    expect(shown.text).toBe('Nobelhart, €90.00 on 10 Jun: usually €10.00 to €11.00 there.');
    expect(buttons(shown).map(({ label }) => label)).toEqual(['That’s fine']);
    // What Telegram brings back has 64 bytes.
    for (const { id } of shown.buttons) expect(Buffer.byteLength(id)).toBeLessThanOrEqual(64);
    const noted = await press(shown, 'dismiss');
    expect(noted.text).toBe('Noted: Nobelhart is fine. It comes up again only if the amount changes.');
    expect((await press(shown, 'dismiss')).text).toBe('That is noted already.');
    const quiet = await say('odd');
    expect(quiet.text).toMatch(/^Nothing unusual .*\nLeft out: 1 that you said is fine\.$/);
    expect(buttons(quiet)).toEqual([]);
    // A cent more is the same finding; twice as much is another one.
    await say('change 90.01');
    expect((await say('odd')).text).toMatch(/^Nothing unusual/);
    await say('change 180');
    expect((await say('odd')).text).toMatch(/^Nobelhart, €180\.00/);
  });

  test('is undone by its own button, and by a word', async () => {
    const { say, press } = await open(high);
    const shown = await say('odd');
    const undone = await press(await press(shown, 'dismiss'), 'undo');
    expect(undone.text).toBe('Undone: that it is fine');
    expect((await say('odd')).text).toMatch(/^Nobelhart/);
    await press(undone, 'redo');
    expect((await say('odd')).text).toMatch(/^Nothing unusual/);
    await say('undo');
    expect((await say('odd')).text).toMatch(/^Nobelhart/);
  });

  test('two findings have a button each, with their names', async () => {
    const { say, send } = await open(high, higher);
    const shown = await say('odd');
    expect(shown.text.split('\n')).toHaveLength(2);
    const [first, second] = buttons(shown);
    expect([first?.label, second?.label]).toEqual(['Sternwarte Berlin is fine', 'Nobelhart is fine']);
    await send({ kind: 'press', button: second?.id ?? '' });
    expect((await say('odd')).text).toMatch(/^Sternwarte Berlin, €320\.00/);
  });

  test('works as a message too', async () => {
    const { say } = await open(high, higher);
    expect((await say('fine last')).text).toBe(
      'There is nothing unusual to set aside just now. Ask “anything unusual?” first.',
    );
    await say('odd');
    expect((await say('fine last')).text).toBe('Which of them is fine? There are: Sternwarte Berlin, Nobelhart.');
    expect((await say('fine Lidl')).text).toMatch(/^I did not name “Lidl” as unusual\./);
    expect((await say('fine sternwarte')).text).toMatch(/^Noted: Sternwarte Berlin is fine\./);
    // One is left, so "that" is it.
    expect((await say('fine last')).text).toMatch(/^Noted: Nobelhart is fine\./);
    expect((await say('fine last')).text).toBe('That is noted already.');
    expect((await say('fine nobelhart')).text).toBe('That is noted already.');
    expect((await say('odd')).text).toContain('Left out: 2 that you said are fine.');
  });

  test('what was changed or deleted since is not set aside', async () => {
    const { say, press } = await open(high);
    const shown = await say('odd');
    await say('change 30');
    expect((await press(shown, 'dismiss')).text).toBe(
      'That was changed since I showed it. Ask “anything unusual?” to see how it is now.',
    );
    await say('delete');
    expect((await press(shown, 'dismiss')).text).toMatch(/^That was changed since/);
    expect((await say('odd')).text).not.toContain('Left out');
  });

  test('nobody else presses it, and odd ids do nothing', async () => {
    const { say, press, send } = await open(high);
    const shown = await say('odd');
    for (const sender of ['bob', 'eve']) {
      expect((await press(shown, 'dismiss', { sender })).text).toMatch(/^I can not find that any more\./);
    }
    const turn = buttons(shown)[0]?.id.split('.')[0];
    for (const button of ['dismiss:', 'dismiss:x', 'dismiss:x.0', `${turn}.1`, `${turn}.-1`, `${turn}.constructor`]) {
      expect((await send({ kind: 'press', button })).text, button).toMatch(/^I can not find that any more\./);
    }
    expect((await say('odd')).text).toMatch(/^Nobelhart/);
  });

  test('whoever shares the ledger of a group may press it there', async () => {
    const { say, press } = openTestHouse(await openTestDatabase(), { model });
    const place = { conversation: 'test:group', group: { id: 'group', name: 'Flat' } };
    await say(JSON.stringify(visits), place);
    await say(JSON.stringify([high]), place);
    const shown = await say('odd', place);
    expect((await press(shown, 'dismiss', { ...place, sender: 'bob' })).text).toMatch(/^Noted: Nobelhart/);
    expect((await press(shown, 'dismiss', place)).text).toBe('That is noted already.');
    expect((await say('odd', place)).text).toMatch(/^Nothing unusual/);
  });
});
