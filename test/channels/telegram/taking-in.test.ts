import { describe, expect, test } from 'vitest';
import { languages } from '../../../src/language.ts';
import { openTelegramServer } from '../../support/platforms/telegram/open-server.ts';
import { addFlat, createFakeDesk, createTestChannel, deliver, openChannel, toChat } from './open-channel.ts';

describe('taking in', () => {
  test('what people do comes in, in each chat’s order', async () => {
    const { desk, ann, server } = await openChannel();
    const bob = server.addUser('Bob');
    for (const n of [1, 2, 3]) {
      ann.send(`a${n}`);
      bob.send(`b${n}`);
    }
    await expect.poll(() => desk.messages.length).toBe(6);
    const of = (sender: number) =>
      desk.messages.filter((each) => each.sender === String(sender)).map((each) => each.key.split(':').at(-1));
    expect(of(ann.user.id)).toEqual(['1', '2', '3']);
    expect(of(bob.user.id)).toEqual(['1', '2', '3']);
  });

  test('an update is confirmed only once its inbox row is committed', async () => {
    const { server } = await openTelegramServer({ rates: null });
    const desk = createFakeDesk();
    const commit = Promise.withResolvers<void>();
    desk.before = () => commit.promise;
    const first = createTestChannel(server);
    await first.channel.start(desk);
    const ann = server.addUser('Ann');
    const { update } = ann.send('coffee 3');
    await expect.poll(() => server.callsOf('getUpdates').length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 30));
    // Not yet in the inbox, so Telegram keeps it: a crash here loses nothing.
    expect(server.updates.pending()).toEqual([update]);
    commit.resolve();
    await expect.poll(() => server.updates.pending()).toEqual([]);
    expect(desk.messages).toHaveLength(1);
  });

  test('a message whose commit failed is tried again, and one that was never committed comes to the next process', async () => {
    const { server } = await openTelegramServer({ rates: null });
    const desk = createFakeDesk();
    let failures = 0;
    desk.before = () => {
      failures += 1;
      if (failures < 3) throw new Error('no room on the disk');
    };
    const first = createTestChannel(server);
    await first.channel.start(desk);
    const ann = server.addUser('Ann');
    ann.send('coffee 3');
    await expect.poll(() => desk.messages.length).toBe(1);
    desk.before = () => Promise.reject(new Error('no room on the disk'));
    ann.send('tea 2');
    await expect.poll(() => first.lines.join('')).toMatch(/could not be taken in/);
    await first.channel.stop();
    const next = createFakeDesk();
    await createTestChannel(server).channel.start(next);
    await expect.poll(() => next.messages.map((each) => each.key)).toContain(`telegram:${ann.chat}:2`);
  });

  test('redelivered and mixed updates keep their keys', async () => {
    const { server, desk, ann } = await openChannel();
    Object.assign(server.updates.faults, { repeat: 3, shuffle: (batch: never[]) => [...batch].reverse() });
    for (const text of ['one', 'two', 'three']) ann.send(text);
    await expect.poll(() => server.updates.pending()).toEqual([]);
    const keys = desk.messages.map((each) => each.key);
    expect(keys).toHaveLength(9);
    expect([...new Set(keys)]).toEqual([1, 2, 3].map((id) => `telegram:${ann.chat}:${id}`));
  });

  test('a slow chat holds up nobody’s answer: the handler returns when the row is there', async () => {
    const { desk, ann, server } = await openChannel();
    ann.send('a long question');
    await expect.poll(() => desk.messages.length).toBe(1);
    // The fake desk's answers never come.
    server.addUser('Bob').send('quick');
    await expect.poll(() => desk.messages.length).toBe(2);
  });

  test('a press is answered at once, an edit corrects', async () => {
    const { channel, desk, ann, server } = await openChannel();
    ann.send('lunch 12');
    await expect.poll(() => desk.messages.length).toBe(1);
    const buttons = [{ id: 'undo:1', label: 'Undo' }];
    await deliver(channel, desk.messages[0] as never, { text: 'Recorded.', buttons });
    const press = ann.press('Undo');
    await expect.poll(press.answer).toEqual({ text: '', alert: false });
    expect(desk.messages[1]?.content).toEqual({ kind: 'press', button: 'undo:1' });
    ann.edit(1, 'lunch 13');
    await expect
      .poll(() => desk.messages[2]?.content)
      .toEqual({
        kind: 'edit',
        text: 'lunch 13',
        edits: `telegram:${ann.chat}:1`,
      });
    // A person's answer to a message of Purser's is known by the key that was given out for it.
    const [more] = (await deliver(channel, toChat(ann.chat), 'More?')).parts;
    ann.send('yes', { replyTo: server.transcript(ann.chat).at(-1)?.id });
    await expect.poll(() => desk.messages[3]?.content).toMatchObject({ replyTo: more?.key });
  });

  test('pictures, voices and stickers are told what can be read, an album once', async () => {
    const { server, desk } = await openChannel();
    const eva = server.addUser('Eva', { language_code: 'de' });
    eva.sendVoice();
    await expect.poll(() => server.transcript(eva.chat).at(-1)?.text).toMatch(/^Noch lese ich nur Text\./);
    const { message } = eva.sendSticker();
    for (const message_id of [51, 52, 53])
      server.updates.push({ message: { ...message, message_id, media_group_id: '5' } });
    const heard = eva.sendPhoto(Buffer.from('x'), { caption: 'Pizza 12' });
    await expect.poll(() => desk.messages[0]?.content).toMatchObject({ text: 'Pizza 12' });
    expect(heard.message.photo).toHaveLength(1);
    expect(server.transcript(eva.chat).filter((each) => each.isBot)).toHaveLength(3);
  });

  test('in a group it hears what is meant for it, also without privacy mode', async () => {
    const { server, desk, ann } = await openChannel({ privacyMode: false });
    const flat = addFlat({ server, ann });
    for (const text of ['lunch 12', '/log@OtherBot tea 1', '/log tea 2', '@PurserTestBot tea 3'])
      ann.send(text, { chat: flat });
    await expect
      .poll(() => desk.messages.map((each) => each.content))
      .toMatchObject([{ text: 'tea 2' }, { text: 'tea 3' }]);
    expect(desk.messages[0]).toMatchObject({
      group: { id: String(flat), name: 'Flat' },
      conversation: `telegram:${flat}`,
    });
  });
});

describe('the menu of commands', () => {
  test('is registered in five languages, once', async () => {
    const { server } = await openChannel();
    await expect.poll(() => server.commands.size).toBe(5);
    expect([...server.commands.keys()].sort()).toEqual(
      ['default:', ...languages.filter((l) => l !== 'en').map((l) => `default:${l}`)].sort(),
    );
    expect(server.commands.get('default:')?.map((each) => each.command)).toEqual([
      ...['log', 'spent', 'budget', 'chart', 'ask', 'undo', 'export', 'link', 'settings', 'help'],
    ]);
    const count = server.callsOf('setMyCommands').length;
    const asked = server.callsOf('getMyCommands').length;
    await createTestChannel(server).channel.start(createFakeDesk());
    await expect.poll(() => server.callsOf('getMyCommands').length).toBe(asked + 5);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.callsOf('setMyCommands')).toHaveLength(count);
  });
});
