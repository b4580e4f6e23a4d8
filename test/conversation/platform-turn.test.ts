import { describe, expect, test } from 'vitest';
import { formFor } from '../../src/conversation/form.ts';
import type { InboundMessage, Reply } from '../../src/conversation/message.ts';
import { createOfflineModel } from '../../src/offline/offline-model.ts';
import { databases } from '../support/databases.ts';
import { openTestHouse } from '../support/house.ts';

const flat = { id: 'flat', name: 'Our flat' };
const inFlat = (sender: string): Partial<InboundMessage> => ({ sender, conversation: 'test:flat', group: flat });

/** What only platforms with people, groups, forms and deletions bring. */
describe.each(databases)('a turn from a platform, on $name', ({ openTestDatabase }) => {
  const open = async () => openTestHouse(await openTestDatabase(), { model: createOfflineModel() });

  test('the first answer says what is assumed, in the language and time zone that the platform knows', async () => {
    const chat = await open();
    const profile = { name: 'Ana', language: 'es-MX', timezone: 'America/Mexico_City' };
    const first = await chat.say('café 30', { profile });
    expect(first.text).toMatch(/^Anotado: café 30,00\s€.*\n\nSupongo EUR y la zona horaria America\/Mexico_City\./s);
    expect((await chat.say('té 20', { profile })).text).not.toContain('Supongo');
    const odd = await chat.say('tea 2', { sender: 'bob', profile: { language: 'xx', timezone: 'Mars/Olympus' } });
    expect(odd.text).toMatch(/I assume EUR and the time zone Europe\/Berlin/);
  });

  test('a group has one ledger; who speaks first owns it, the others are members', async () => {
    const chat = await open();
    await chat.say('pizza 20', inFlat('ann'));
    await chat.say('beer 10', inFlat('bob'));
    expect((await chat.say('what did we spend this month', inFlat('bob'))).text).toMatch(/€30\.00/);
    expect(await chat.entries('ann')).toEqual([]);
    const members = await chat.house.database.client.member.findMany({ where: { role: { not: 'owner' } } });
    expect(members.map((member) => member.role)).toEqual(['member']);
    expect((await chat.say('what did I spend this month', { sender: 'ann' })).text).toMatch(/Nothing recorded/);
  });

  test('whoever added Purser owns the group’s ledger, though somebody spoke a moment before the news of it', async () => {
    const chat = await open();
    const joined = { kind: 'joined', name: '@purser' } as const;
    const owner = async () => {
      const { client } = chat.house.database;
      const [group] = await client.chatGroup.findMany();
      const members = await client.member.findMany({ where: { ledgerId: group?.ledgerId ?? '', role: 'owner' } });
      const accounts = await client.identity.findMany({ where: { personId: { in: members.map((m) => m.personId) } } });
      return accounts.map(({ externalId }) => externalId);
    };
    await chat.say('beer 10', inFlat('bob'));
    const hello = await chat.send(joined, { ...inFlat('ann'), profile: { name: 'Ann', language: 'de' } });
    expect(hello.text).toMatch(/^Hallo, ich bin Purser .*„@purser Mittagessen 12,50“/);
    expect(await owner()).toEqual(['ann']);
    expect((await chat.say('what did we spend this month', inFlat('bob'))).text).toMatch(/€10\.00/);
    chat.setNow('2026-06-15T10:11:00Z');
    await chat.send(joined, inFlat('mallory'));
    expect(await owner()).toEqual(['ann']);
    expect(await chat.house.database.client.chatGroup.count()).toBe(1);
  });

  test('a group that lives on under another id keeps its ledger, unless a newer one has entries too', async () => {
    const chat = await open();
    const grown = { sender: 'bob', conversation: 'test:grown', group: { id: 'grown', name: 'Our flat' } };
    const moved = { kind: 'moved', from: 'flat' } as const;
    await chat.say('pizza 20', inFlat('ann'));
    await chat.say('what did we spend this month', grown);
    expect((await chat.send(moved, grown)).text).toBe('');
    expect((await chat.say('what did we spend this month', grown)).text).toMatch(/€20\.00/);
    expect(await chat.house.database.client.outbox.count()).toBe(3);
    // The old id is free again, and what is recorded under it stays there.
    await chat.say('tea 4', inFlat('ann'));
    await chat.send(moved, grown);
    expect((await chat.say('what did we spend this month', grown)).text).toMatch(/€20\.00/);
    expect((await chat.say('what did we spend this month', inFlat('ann'))).text).toMatch(/€4\.00/);
  });

  test('one’s own ledger is answered in a group to the asker alone, without buttons', async () => {
    const chat = await open();
    await chat.say('secret 77');
    await chat.say('pizza 20', inFlat('ann'));
    const reply = await chat.say('privately: what did I spend this month', inFlat('ann'));
    expect(reply.text).toMatch(/€77\.00/);
    expect(reply.buttons).toEqual([]);
    const [row] = await chat.house.database.client.outbox.findMany({ orderBy: { id: 'desc' }, take: 1 });
    expect(row?.audience).toBe('asker');
    expect((await chat.say('what did I spend this month', inFlat('ann'))).text).not.toContain('77');
  });

  test('a viewer of a group can ask, and change nothing', async () => {
    const chat = await open();
    await chat.say('pizza 20', inFlat('ann'));
    await chat.say('hello', inFlat('bob'));
    await chat.house.database.client.member.updateMany({ where: { role: 'member' }, data: { role: 'viewer' } });
    expect((await chat.say('beer 10', inFlat('bob'))).text).toMatch(/not change it/);
    expect((await chat.say('what did we spend this month', inFlat('bob'))).text).toMatch(/€20\.00/);
  });

  test('a form shows the entry and changes what differs; nobody else gets it', async () => {
    const chat = await open();
    const reply = await chat.say('lunch 12.50');
    const button = reply.buttons.find((each) => each.id.startsWith('edit:'))?.id ?? '';
    const form = await formFor(chat.house, button, { platform: 'test', sender: 'ann' });
    const values = Object.fromEntries(form?.fields.map((field) => [field.id, field.value]) ?? []);
    expect(values).toEqual({
      amount: '12.50 EUR',
      merchant: '',
      note: 'lunch',
      category: 'dining',
      date: '2026-06-15',
    });
    await chat.say('hi', { sender: 'bob' });
    expect(await formFor(chat.house, button, { platform: 'test', sender: 'bob' })).toBeNull();
    expect(await formFor(chat.house, button, { platform: 'test', sender: 'stranger' })).toBeNull();
    const fields = { ...values, amount: '13,75 €', note: 'brunch', date: '2026-06-14' };
    const changed = await chat.send({ kind: 'form', button, fields });
    expect(changed.text).toContain('brunch €13.75');
    expect(await chat.entries()).toEqual(['13.75 EUR dining brunch 2026-06-14']);
    const same = await chat.send({ kind: 'form', button, fields: { ...fields, amount: '13.75 EUR' } });
    expect(same.text).toMatch(/like that already/);
    const wrong = await chat.send({ kind: 'form', button, fields: { ...fields, date: '30 February' } });
    expect(wrong.text).toMatch(/not a day of the calendar/);
    const stolen = await chat.send({ kind: 'form', button, fields: { amount: '1' } }, { sender: 'bob' });
    expect(stolen.text).toMatch(/not there/);
    expect(await chat.entries()).toEqual(['13.75 EUR dining brunch 2026-06-14']);
  });

  test('where there is no form, Edit says what to answer, and the answer corrects that entry', async () => {
    const chat = await open();
    const first = await chat.say('lunch 12.50');
    await chat.say('dinner 30');
    const prompt = await chat.press(first, 'edit', { key: 'test:ann:prompt' });
    expect(prompt.text).toMatch(/What should be different about lunch €12\.50/);
    await chat.say('13.50', { replyTo: 'test:ann:prompt' });
    expect(await chat.entries()).toEqual(['13.50 EUR dining lunch 2026-06-15', '30.00 EUR dining dinner 2026-06-15']);
  });

  test('a deleted message offers to delete what it recorded, and says nothing where there is nothing', async () => {
    const chat = await open();
    await chat.say('lunch 12.50, taxi 8', { key: 'm' });
    await chat.say('how am I doing', { key: 'q' });
    const silent = await chat.send({ kind: 'delete', deletes: 'q' });
    expect(silent.text).toBe('');
    const asked = await chat.send({ kind: 'delete', deletes: 'm' });
    expect(asked.text).toMatch(/^You deleted your message\. Shall I delete these 2 entries\?/);
    expect(await chat.entries()).toHaveLength(2);
    await chat.press(asked, 'confirm');
    expect(await chat.entries()).toEqual([]);
  });

  test('link joins two accounts to one ledger and one history; unlink parts them', async () => {
    const chat = await open();
    await chat.say('lunch 12.50', { sender: 'ann' });
    await chat.say('coffee 3', { sender: 'ann-elsewhere' });
    const { text } = await chat.say('/link', { sender: 'ann' });
    const code = /code is (\w{8})/.exec(text)?.[1] ?? '';
    expect((await chat.say('link 00000000', { sender: 'ann-elsewhere' })).text).not.toMatch(/Linked/);
    const linked = await chat.say(`link ${code}`, { sender: 'ann-elsewhere' });
    expect(linked.text).toMatch(/^Linked: .* 1 entry came along/);
    expect(await chat.entries('ann')).toHaveLength(2);
    expect(await chat.entries('ann-elsewhere')).toHaveLength(2);
    await chat.say('tea 4', { sender: 'ann-elsewhere' });
    expect(await chat.entries('ann')).toHaveLength(3);
    expect((await chat.say(`link ${code}`, { sender: 'mallory' })).text).not.toMatch(/Linked/);
    expect((await chat.say('unlink', { sender: 'ann-elsewhere' })).text).toMatch(/^Unlinked/);
    expect(await chat.entries('ann-elsewhere')).toEqual(['3.00 EUR dining coffee 2026-06-15']);
    expect(await chat.entries('ann')).toHaveLength(2);
  });

  test('whoever gave the code out is told where they did, once, and can undo it there', async () => {
    const chat = await open();
    const { client } = chat.house.database;
    await chat.say('lunch 12.50', { sender: 'ann', profile: { name: 'Ann', language: 'de' } });
    const { text } = await chat.say('link', { sender: 'ann' });
    const code = /\b[A-Z0-9]{8}\b/.exec(text)?.[0] ?? '';
    await chat.say('coffee 3', { sender: 'mallory', platform: 'elsewhere' });
    for (let once = 0; once < 2; once++) {
      await chat.say(`link ${code}`, { sender: 'mallory', platform: 'elsewhere', key: 'elsewhere:link' });
    }
    const notes = await client.outbox.findMany({ where: { reply: { not: null } } });
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ conversation: 'test:ann', state: 'pending', audience: null });
    const turn = await client.turn.findUnique({ where: { id: notes[0]?.turnId ?? '' } });
    expect(turn?.message).toContain('"text":"link"');
    const note = JSON.parse(notes[0]?.reply ?? '') as Reply;
    expect(note.text).toBe(
      'Ein Elsewhere-Konto wurde mit diesem verbunden, 1 Eintrag kam mit. Warst du das nicht? Schreib „unlink“.',
    );
    const parted = await chat.press(note, 'unlink', { sender: 'ann' });
    expect(parted.text).toMatch(/^Getrennt: Das andere Konto \(Elsewhere\) .* 1 Eintrag ging mit ihm zurück\.$/);
    expect(await chat.entries('ann')).toEqual(['12.50 EUR dining lunch 2026-06-15']);
    expect((await chat.press(note, 'unlink', { sender: 'ann' })).text).toMatch(/undone already/);
    // A code that is refused tells nobody anything.
    await chat.say(`link ${code}`, { sender: 'eve' });
    expect(await client.outbox.count({ where: { reply: { not: null } } })).toBe(1);
  });

  test('unlink in words, from the account that gave the code out', async () => {
    const chat = await open();
    const code = /\b[A-Z0-9]{8}\b/.exec((await chat.say('link', { sender: 'ann' })).text)?.[0] ?? '';
    await chat.say('coffee 3', { sender: 'mallory' });
    await chat.say(`link ${code}`, { sender: 'mallory' });
    await chat.say('beer 5', { sender: 'mallory' });
    expect((await chat.say('unlink', { sender: 'ann' })).text).toBe(
      'Unlinked: the other account (Test) has its own ledger again. 1 entry went back with it. 1 entry that it recorded since stays here.',
    );
    expect(await chat.entries('ann')).toEqual(['5.00 EUR dining beer 2026-06-15']);
    expect(await chat.entries('mallory')).toEqual(['3.00 EUR dining coffee 2026-06-15']);
  });

  test('no code is given out in a group', async () => {
    const chat = await open();
    expect((await chat.say('link', inFlat('ann'))).text).toMatch(/direct message/);
    expect(await chat.house.database.client.linkCode.count()).toBe(0);
  });
});
