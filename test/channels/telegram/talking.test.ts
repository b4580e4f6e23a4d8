import { Telegram } from 'telegraf';
import { describe, expect, test } from 'vitest';
import { languages } from '../../../src/language.ts';
import { openTelegramServer } from '../../support/platforms/telegram/open-server.ts';
import { addFlat, createFakeDesk, createTestChannel, deliver, openChannel, pngOf, toChat } from './open-channel.ts';

const chart = { alt: 'Dining is the largest with €80.' } as never;

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

describe('sending', () => {
  test('a text with buttons, as written', async () => {
    const { server, channel, ann } = await openChannel();
    ann.open();
    const text = 'Recorded *_~<@U1> €12.00 <script> & @alice.\nDining: €80.';
    const sent = await deliver(channel, toChat(ann.chat), { text, buttons: [{ id: 'undo:1', label: 'Undo' }] });
    expect(sent).toEqual({ parts: [{ part: 'text:1', key: `telegram:${ann.chat}:1` }], error: null });
    const [seen] = server.transcript(ann.chat);
    expect(seen).toMatchObject({ text, buttons: [[{ text: 'Undo', callback_data: 'undo:1' }]] });
    expect(seen?.entities.map((entity) => entity.type)).toEqual(['code', 'code']);
    expect(server.callsOf('sendMessage')[0]?.fields).toMatchObject({ link_preview_options: { is_disabled: true } });
  });

  test('a long answer in pieces, with the buttons under the last, and only what is missing again', async () => {
    const { server, channel, ann } = await openChannel();
    ann.open();
    const text = Array.from({ length: 1500 }, (_, n) => `${n} <&> Lidl`).join('\n');
    const reply = { text, buttons: [{ id: 'rows:1', label: 'Show rows' }] };
    const { parts } = await deliver(channel, toChat(ann.chat), reply);
    expect(parts.map((each) => each.part)).toEqual(['text:1', 'text:2', 'text:3', 'text:4', 'text:5']);
    const seen = server.transcript(ann.chat);
    expect(seen.map((each) => each.text).join('\n')).toBe(text);
    expect(seen.map((each) => each.buttons.length)).toEqual([0, 0, 0, 0, 1]);
    const again = await deliver(channel, toChat(ann.chat), reply, { sent: parts.slice(0, 4).map((each) => each.part) });
    expect(again.parts.map((each) => each.part)).toEqual(['text:5']);
  });

  test('a chart as a photo with its words, a file as a document', async () => {
    const { server, channel, ann } = await openChannel();
    ann.open();
    const files = [{ name: 'purser.csv', type: 'text/csv', text: 'day;amount\n' }];
    const long = { alt: `<${'x '.repeat(2000)}` } as never;
    await deliver(channel, toChat(ann.chat), { text: 'Here.', charts: [chart, long], files });
    const [text, first, second, file] = server.transcript(ann.chat);
    expect(text?.text).toBe('Here.');
    expect(first).toMatchObject({ text: 'Dining is the largest with €80.', photo: { width: 800, height: 400 } });
    expect(first?.photo?.content).toEqual(pngOf(800, 400));
    expect(second?.text.length).toBeLessThanOrEqual(1024);
    expect(file?.document).toEqual({ name: 'purser.csv', type: 'text/csv', content: Buffer.from('day;amount\n') });
  });

  test('a chart that can not be drawn as its words', async () => {
    const { server, channel, ann } = await openChannel();
    ann.open();
    const drawChart = () => Promise.reject(new Error('no canvas'));
    const attachments = { drawChart, saveChart: async () => '', saveFile: async () => '' };
    await deliver(channel, toChat(ann.chat), { charts: [chart], buttons: [{ id: 'a', label: 'A' }] }, { attachments });
    expect(server.transcript(ann.chat)[0]).toMatchObject({ text: 'Dining is the largest with €80.', buttons: [[{}]] });
  });

  test('to a group as an answer to the message, also with a photo; where that is gone, without', async () => {
    const { server, channel, desk, ann } = await openChannel();
    const flat = addFlat({ server, ann });
    const { message } = ann.send('/chart', { chat: flat });
    await expect.poll(() => desk.messages.length).toBe(1);
    await deliver(channel, desk.messages[0] as never, { text: 'Here.', charts: [chart] });
    expect(
      server
        .transcript(flat)
        .slice(-2)
        .map((each) => each.replyTo),
    ).toEqual([message.message_id, message.message_id]);
    server.deleteMessage(flat, message.message_id);
    expect((await deliver(channel, desk.messages[0] as never, 'Again.')).error).toBe(null);
    expect(server.transcript(flat).at(-1)?.replyTo).toBe(undefined);
  });

  test('into the topic of a forum', async () => {
    const { server, channel, desk, ann } = await openChannel();
    const flat = addFlat({ server, ann });
    ann.send('/help', { chat: flat, thread: 4 });
    await expect.poll(() => desk.messages[0]?.conversation).toBe(`telegram:${flat}:4`);
    await deliver(channel, desk.messages[0] as never, 'Here.');
    await channel.working?.(desk.messages[0]?.address ?? {}, null);
    expect(server.transcript(flat).at(-1)).toMatchObject({ text: 'Here.', thread: 4 });
    expect(server.actions(flat)).toEqual(['typing']);
  });

  test('to a group that got another id meanwhile', async () => {
    const { server, channel, desk, ann } = await openChannel();
    const chat = server.addGroup('Flat', [ann], 'group');
    server.addToGroup(chat, ann);
    ann.send('/help', { chat });
    await expect.poll(() => desk.messages.length).toBe(1);
    const grown = server.upgrade(chat, ann);
    const sent = await deliver(channel, desk.messages[0] as never, { text: 'Here.', charts: [chart] });
    expect(sent.error).toBe(null);
    expect(sent.parts[0]?.key).toMatch(`telegram:${grown}:`);
    expect(
      server
        .transcript(grown)
        .slice(-2)
        .map((each) => each.text),
    ).toEqual(['Here.', 'Dining is the largest with €80.']);
  });

  test('for the asker alone: in their own chat, or else an invitation without a word of the answer', async () => {
    const { server, channel, desk, ann } = await openChannel();
    const eva = server.addUser('Eva', { language_code: 'de' });
    const flat = addFlat({ server, ann });
    server.addMember(flat, eva);
    ann.open();
    ann.send('/spent', { chat: flat });
    eva.send('/spent', { chat: flat });
    await expect.poll(() => desk.messages.length).toBe(2);
    const secret = { text: 'You spent €5.00.', charts: [chart] };
    const sent = await deliver(channel, desk.messages[0] as never, secret, { audience: 'asker' });
    expect(sent.parts.map((each) => each.key)).toEqual([`telegram:${ann.chat}:1`, `telegram:${ann.chat}:2`]);
    const invited = await deliver(channel, desk.messages[1] as never, secret, { audience: 'asker' });
    expect(invited).toMatchObject({ error: null, parts: [{ part: 'invitation' }] });
    const shown = server.transcript(flat).filter((each) => each.isBot);
    expect(shown.map((each) => each.text)).toEqual([
      'Das geht nur dich etwas an. Öffne einen Chat mit mir, tippe auf Starten und frag mich dort.',
    ]);
    expect(shown[0]?.buttons).toEqual([[{ text: '@PurserTestBot', url: 'https://t.me/PurserTestBot' }]]);
    const again = await deliver(channel, desk.messages[1] as never, secret, {
      audience: 'asker',
      sent: ['invitation'],
    });
    expect(again).toEqual({ parts: [], error: null });
  });

  test('telegraf’s own upload loses the message it answers, ours does not', async () => {
    const { server } = await openTelegramServer({ rates: null });
    const ann = server.addUser('Ann');
    const { message_id } = ann.send('chart').message;
    const telegram = new Telegram(server.token, { apiRoot: server.url });
    await telegram.sendPhoto(ann.chat, { source: Buffer.from(pngOf(10, 10)) }, { reply_parameters: { message_id } });
    // The day this fails, api.ts may upload through telegraf again (and see whether it ends on the newest Node).
    expect(server.transcript(ann.chat).at(-1)?.replyTo).toBe(undefined);
  });
});
