import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/models/model.ts';
import { databases } from '../support/databases.ts';
import { call, openTestHouse, scripted } from '../support/house.ts';

const expense = (amount: string, more: Record<string, unknown> = {}) => ({ kind: 'expense', amount, ...more });

/** A model that takes commands, so that a test says exactly what is called. */
const obedient: Model = scripted((text) => {
  const [command, rest = ''] = text.split(/ (.*)/s);
  switch (command) {
    case 'record':
      return call('record_entries', {
        entries: rest.split(',').map((item) => {
          const [amount = '', note] = item.trim().split(' ');
          return expense(amount, note ? { note } : {});
        }),
      });
    case 'amount':
      return call('update_entry', { entry: 'last', changes: { amount: rest } });
    case 'category':
      return call('update_entry', { entry: 'last', changes: { category: rest } });
    case 'delete':
      return call('delete_entries', { entries: rest.split(',') });
    case 'do':
      return call(rest.split(' ')[0] as string, JSON.parse(rest.split(/ (.*)/s)[1] ?? '{}'));
    default:
      return { text: `You said ${text}` };
  }
});

describe.each(databases)('a turn on $name', ({ openTestDatabase }) => {
  const open = async () => openTestHouse(await openTestDatabase(), { model: obedient });

  test('records, says so in one line, and offers to undo it', async () => {
    const chat = await open();
    const reply = await chat.say('record 12.50 lunch');
    expect(reply.text).toBe('Recorded lunch €12.50 · dining. Dining this month: €12.50.');
    expect(reply.buttons.map((button) => button.label)).toEqual(['Undo', 'Edit']);
    expect(await chat.entries()).toEqual(['12.50 EUR dining lunch 2026-06-15']);
  });

  test('a message delivered three times at once is handled once and answered alike', async () => {
    const chat = await open();
    const replies = await Promise.all([1, 2, 3].map(() => chat.say('record 3 coffee', { key: 'same' })));
    const again = await chat.say('record 3 coffee', { key: 'same' });
    expect(new Set([...replies, again].map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(await chat.entries()).toHaveLength(1);
  });

  test('the same message key in another chat is another message', async () => {
    const chat = await open();
    await chat.say('record 3 coffee', { key: 'test:ann:m1' });
    await chat.say('record 4 tea', { key: 'test:bob:m1', sender: 'bob' });
    expect(await chat.entries('ann')).toEqual(['3.00 EUR dining coffee 2026-06-15']);
    expect(await chat.entries('bob')).toEqual(['4.00 EUR dining tea 2026-06-15']);
  });

  test('messages of one conversation are answered in their order', async () => {
    const chat = await open();
    const amounts = Array.from({ length: 20 }, (_, index) => index + 1);
    await Promise.all(amounts.map((amount) => chat.say(`record ${amount} item`)));
    expect((await chat.entries()).map((entry) => entry.split(' ')[0])).toEqual(amounts.map((amount) => `${amount}.00`));
  });

  test('fifty conversations at once each keep their own', async () => {
    const chat = await open();
    const people = Array.from({ length: 50 }, (_, index) => `person-${index}`);
    await Promise.all(people.map((sender, index) => chat.say(`record ${index + 1} thing`, { sender })));
    for (const [index, sender] of people.entries()) {
      expect(await chat.entries(sender)).toEqual([`${index + 1}.00 EUR other thing 2026-06-15`]);
    }
  });

  test('undo takes back, redo puts again, by word and by button', async () => {
    const chat = await open();
    const reply = await chat.say('record 12.50 lunch');
    expect((await chat.say('do undo')).text).toBe('Undone: lunch €12.50 · dining is gone');
    expect(await chat.entries()).toEqual([]);
    await chat.say('do redo');
    expect(await chat.entries()).toHaveLength(1);
    const undone = await chat.press(reply, 'undo');
    expect(await chat.entries()).toEqual([]);
    expect((await chat.press(reply, 'undo')).text).toBe('That is undone already. Say "redo" to put it back.');
    await chat.press(undone, 'redo');
    expect(await chat.entries()).toEqual(['12.50 EUR dining lunch 2026-06-15']);
    await chat.say('do undo');
    expect((await chat.say('do undo')).text).toMatch(/^There is nothing to undo\./);
  });

  test('an older change is not undone over a newer one of the same entry', async () => {
    const chat = await open();
    const first = await chat.say('record 10 lunch');
    await chat.say('amount 11');
    expect((await chat.press(first, 'undo')).text).toBe('That was changed again since. Undo the later change first.');
    expect(await chat.entries()).toEqual(['11.00 EUR dining lunch 2026-06-15']);
    await chat.say('do undo');
    await chat.say('do undo');
    expect(await chat.entries()).toEqual([]);
  });

  test('a correction shows before and after, and a moved merchant is remembered', async () => {
    const chat = await open();
    await chat.say('record 20 zebra');
    const reply = await chat.say('category pets');
    expect(reply.text).toBe('Changed: zebra €20.00 · other → zebra €20.00 · pets');
    await chat.say('record 5 Zebra');
    expect(await chat.entries()).toEqual(['20.00 EUR pets zebra 2026-06-15', '5.00 EUR pets Zebra 2026-06-15']);
  });

  test('deleting several waits for a yes, which code carries out', async () => {
    const chat = await open();
    const ids = await recordThree(chat);
    const asked = await chat.say(`delete ${ids.slice(0, 2).join(',')}`);
    expect(asked.text).toContain('Shall I delete these 2 entries?');
    expect(asked.buttons.map((button) => button.label)).toEqual(['Confirm', 'Cancel']);
    expect(await chat.entries()).toHaveLength(3);
    await chat.press(asked, 'cancel');
    expect((await chat.press(asked, 'confirm')).text).toBe('That is settled already.');
    expect(await chat.entries()).toHaveLength(3);
    await chat.say(`delete ${ids.slice(0, 2).join(',')}`);
    const done = await chat.say('yes');
    expect(done.text).toContain('Deleted 2 entries');
    expect(await chat.entries()).toEqual(['3.00 EUR other c 2026-06-15']);
    await chat.press(done, 'undo');
    expect(await chat.entries()).toHaveLength(3);
  });

  test('a yes after ten minutes, or after the entries changed, does nothing', async () => {
    const chat = await open();
    const ids = await recordThree(chat);
    const late = await chat.say(`delete ${ids.join(',')}`);
    chat.setNow('2026-06-15T10:10:01Z');
    expect((await chat.press(late, 'confirm')).text).toMatch(/over 10 minutes old/);
    const overtaken = await chat.say(`delete ${ids.join(',')}`);
    await chat.say('amount 9');
    expect((await chat.press(overtaken, 'confirm')).text).toMatch(/have changed since/);
    expect(await chat.entries()).toHaveLength(3);
  });

  test('another person can neither confirm, undo nor look behind a reply', async () => {
    const chat = await open();
    const ids = await recordThree(chat);
    const asked = await chat.say(`delete ${ids.join(',')}`);
    const summary = await chat.say('do spending_summary {"from":"2026-06-01","to":"2026-06-30","groupBy":"category"}');
    const bob = { sender: 'bob', conversation: 'test:ann' };
    expect((await chat.press(asked, 'confirm', bob)).text).toMatch(/not yours/);
    expect((await chat.press(summary, 'rows', bob)).text).toMatch(/can not find/);
    const recorded = await chat.say('record 1 gum');
    expect((await chat.press(recorded, 'undo', bob)).text).toMatch(/not yours/);
    expect(await chat.entries()).toHaveLength(4);
    expect((await chat.say(`do update_entry {"entry":"${ids[0]}","changes":{"amount":"99"}}`, bob)).text).toMatch(
      /not there/,
    );
    expect(await chat.entries()).toContain('1.00 EUR other a 2026-06-15');
  });

  test('editing a message corrects what it recorded', async () => {
    const chat = await open();
    await chat.say('record 10 lunch, 4 tea', { key: 'm' });
    await chat.say('record 99 unrelated');
    const reply = await chat.edit('m', 'record 12 lunch');
    expect(reply.text).toContain('Changed: lunch €10.00 · dining → lunch €12.00 · dining');
    expect(reply.text).toContain('Deleted tea €4.00 · dining.');
    expect(await chat.entries()).toEqual(['12.00 EUR dining lunch 2026-06-15', '99.00 EUR other unrelated 2026-06-15']);
    await chat.edit('m', 'record 12 lunch, 7 cake');
    await chat.edit('m', 'record 12 lunch, 8 cake');
    expect((await chat.entries()).filter((entry) => entry.includes('cake'))).toEqual([
      '8.00 EUR dining cake 2026-06-15',
    ]);
  });

  test('a reply to an older message corrects that one', async () => {
    const chat = await open();
    await chat.say('record 10 lunch', { key: 'first' });
    await chat.say('record 20 dinner');
    await chat.say('amount 15', { replyTo: 'first' });
    expect(await chat.entries()).toEqual(['15.00 EUR dining lunch 2026-06-15', '20.00 EUR dining dinner 2026-06-15']);
  });

  test('one wrong item of several: nothing is recorded, and the sentence names it', async () => {
    const chat = await open();
    const reply = await chat.say('record 10 lunch, 0 tea');
    expect(reply.text).toBe('Item 2: The amount is zero. Write an amount above zero, like 12.50.');
    expect(await chat.entries()).toEqual([]);
  });

  test('show rows lists the entries behind a sum', async () => {
    const chat = await open();
    await recordThree(chat);
    const sum = await chat.say('do spending_summary {"from":"2026-06-01","to":"2026-06-30","groupBy":"none"}');
    expect(sum.text).toBe('You spent €6.00 this month (3 entries).');
    const rows = await chat.press(sum, 'rows');
    expect(rows.text.split('\n')).toEqual([
      '3 entries, this month:',
      'c €3.00 · other',
      'b €2.00 · other',
      'a €1.00 · other',
    ]);
  });

  test('empty, too long and odd messages get a sentence and record nothing', async () => {
    const chat = await open();
    expect((await chat.say('  \u0000 ')).text).toMatch(/empty/);
    expect((await chat.say('x'.repeat(100_000))).text).toMatch(/too long/);
    expect((await chat.say('record 5 <b>\u202Eok\ud800; DROP TABLE Entry')).text).toMatch(/^Recorded/);
    expect(await chat.entries()).toEqual(['5.00 EUR other <b>\u202Eok\ufffd; 2026-06-15']);
  });
});

async function recordThree(chat: Awaited<ReturnType<typeof openTestHouse>>): Promise<string[]> {
  const reply = await chat.say('record 1 a, 2 b, 3 c');
  return ((reply.tools[0]?.result?.recorded ?? []) as { id: string }[]).map((entry) => entry.id);
}
