import { describe, expect, test, vi } from 'vitest';
import { openSlack, someForm } from './open-slack.ts';

const bot = '<@U0PURSER>';

describe('what is said to Purser', () => {
  test('a direct message, with who says it and where the answer goes', async () => {
    const { slack, received } = await openSlack();
    const ann = slack.addPerson('ann', { tz: 'America/Lima', locale: 'es-ES' });
    const { ts } = ann.dm('lunch &amp; tea 12 &lt;b&gt;');
    await slack.dispatcher.settled();
    expect(received).toEqual([
      {
        key: `slack:T0TEAM:${ann.im}:${ts}`,
        platform: 'slack',
        conversation: `slack:T0TEAM:${ann.im}`,
        sender: `T0TEAM:${ann.id}`,
        content: { kind: 'message', text: 'lunch & tea 12 <b>' },
        address: expect.objectContaining({ channel: ann.im, thread: null, user: ann.id }),
        profile: { name: 'ann', language: 'es-ES', timezone: 'America/Lima' },
      },
    ]);
  });

  test('a mention, told twice under two event ids, has one key', async () => {
    const { slack, received } = await openSlack();
    const ann = slack.addPerson('ann');
    const { id } = slack.addChannel('money', [ann]);
    const { ts } = ann.mention(id, 'lunch 12');
    await slack.dispatcher.settled();
    expect(received).toHaveLength(2);
    const address = { ...received[1]?.address, takenInAt: received[0]?.address?.takenInAt };
    expect(received[0]).toEqual({ ...received[1], address });
    expect(received[0]).toMatchObject({
      key: `slack:T0TEAM:${id}:${ts}`,
      conversation: `slack:T0TEAM:${id}:${ts}`,
      content: { kind: 'message', text: 'lunch 12' },
      group: { id: `T0TEAM:${id}`, name: 'money' },
    });
  });

  test('in a channel only mentions and threads that are Purser’s are heard', async () => {
    const { slack, received, answer } = await openSlack();
    const [ann, bo] = [slack.addPerson('ann'), slack.addPerson('bo')];
    const { id } = slack.addChannel('money', [ann, bo]);
    const talk = ann.post(id, 'pizza 99');
    bo.post(id, 'really?', { thread: talk.ts });
    const asked = ann.mention(id, 'lunch 12');
    await slack.dispatcher.settled();
    expect(received.map(({ content }) => content)).toMatchObject([{ text: 'lunch 12' }, { text: 'lunch 12' }]);
    await answer(received[0] as never, 'Recorded');
    ann.post(id, 'no, 15', { thread: asked.ts });
    ann.post(id, `<@${bo.id}> shall we?`, { thread: asked.ts });
    await slack.dispatcher.settled();
    expect(received.slice(2).map(({ content }) => content)).toEqual([{ kind: 'message', text: 'no, 15' }]);
    expect(received[2]?.conversation).toBe(received[0]?.conversation);
  });

  test('after a restart Slack is asked, once, whether a thread is Purser’s', async () => {
    const { slack, received } = await openSlack();
    const ann = slack.addPerson('ann');
    const { id } = slack.addChannel('money', [ann]);
    const { workspace } = slack;
    const asked = workspace.post({ channel: id, user: ann.id, text: `${bot} lunch 12` });
    workspace.post({
      channel: id,
      user: workspace.botUserId,
      botId: workspace.botId,
      text: 'Recorded',
      threadTs: asked.ts,
    });
    for (const text of ['no, 15', 'taxi 8']) await ann.post(id, text, { thread: asked.ts }).delivered;
    expect(received.map(({ content }) => content)).toMatchObject([{ text: 'no, 15' }, { text: 'taxi 8' }]);
    expect(slack.calls.filter(({ method }) => method === 'conversations.replies')).toHaveLength(1);
  });

  test('an answer in the thread of a message says which one it answers', async () => {
    const { slack, received, answer } = await openSlack();
    const ann = slack.addPerson('ann');
    await ann.dm('lunch 12').delivered;
    const [[, key = ''] = []] = await answer(received[0] as never, 'Recorded');
    await ann.dm('no, 15', { thread: key.split(':').at(-1) }).delivered;
    expect(received[1]).toMatchObject({
      content: { kind: 'message', replyTo: key },
      conversation: `slack:T0TEAM:${ann.im}`,
    });
  });

  test('edits and deletions of one’s own messages', async () => {
    const { slack, received } = await openSlack();
    const ann = slack.addPerson('ann');
    const said = ann.dm('lunch 12');
    await said.delivered;
    const key = received[0]?.key as string;
    await ann.edit(said, 'lunch 13');
    await ann.delete(said);
    expect(received.slice(1).map(({ content }) => content)).toEqual([
      { kind: 'edit', text: 'lunch 13', edits: key },
      { kind: 'delete', deletes: key },
    ]);
    expect(new Set(received.map((message) => message.key)).size).toBe(3);
  });

  test('messages keep their order, whoever has to be looked up', async () => {
    const { slack, received } = await openSlack();
    const [ann, bo] = [slack.addPerson('ann'), slack.addPerson('bo')];
    const { id } = slack.addChannel('money', [ann, bo]);
    slack.faults.inject('users.info', { kind: 'slow', milliseconds: 60 });
    const asked = ann.mention(id, 'lunch 12');
    const lookUps = () => slack.calls.filter(({ method }) => method === 'users.info').length;
    await expect.poll(lookUps, { interval: 2 }).toBe(1);
    await bo.mention(id, 'taxi 8', { thread: asked.ts }).delivered;
    await asked.delivered;
    const order = [...new Set(received.map(({ key }) => key))];
    expect(order[0]).toBe(`slack:T0TEAM:${id}:${asked.ts}`);
    expect(lookUps()).toBe(2);
  });

  test('nobody waits for what Slack does not say', async () => {
    const { slack, received } = await openSlack({ timing: { lookUp: 20 } });
    slack.faults.inject('users.info', { kind: 'stalled' });
    expect(await slack.addPerson('ann').dm('lunch 12').delivered).toMatchObject({ ok: true });
    expect(received[0]).not.toHaveProperty('profile');
  });

  test('a command, which asks for help when it is empty', async () => {
    const { slack, received } = await openSlack();
    const ann = slack.addPerson('ann');
    const { id } = slack.addChannel('money', [ann]);
    await ann.slash('/purser', 'lunch 12', id);
    await ann.slash('/purser', ' ');
    expect(received.map(({ content }) => content)).toEqual([
      { kind: 'message', text: 'lunch 12' },
      { kind: 'message', text: 'help' },
    ]);
    expect(received[0]).toMatchObject({ group: { name: 'money' }, conversation: `slack:T0TEAM:${id}` });
    expect(slack.transcript(id, ann)).toHaveLength(0);
  });
});

describe('what is not said to Purser', () => {
  test.each<[string, object]>([
    ['its own messages', { user: 'U0PURSER', bot_id: 'B0BOT', text: 'a' }],
    ['another bot', { user: 'U9', bot_id: 'B9', text: 'a' }],
    ['a bot of the old kind', { subtype: 'bot_message', bot_id: 'B9', text: 'a' }],
    ['somebody joining', { subtype: 'channel_join', user: 'U1', text: 'joined' }],
    [
      'a change without new words',
      {
        subtype: 'message_changed',
        message: { user: 'U1', ts: '1.1', text: 'a' },
        previous_message: { user: 'U1', ts: '1.1', text: 'a' },
      },
    ],
    [
      'its own answer edited',
      {
        subtype: 'message_changed',
        message: { user: 'U0PURSER', bot_id: 'B0BOT', ts: '1.1', text: 'b' },
        previous_message: { ts: '1.1', text: 'a' },
      },
    ],
    [
      'its own answer deleted',
      {
        subtype: 'message_deleted',
        deleted_ts: '1.1',
        previous_message: { user: 'U0PURSER', bot_id: 'B0BOT', ts: '1.1' },
      },
    ],
    ['Slackbot', { user: 'USLACKBOT', text: 'a' }],
  ])('%s', async (_, event) => {
    const { slack, received } = await openSlack();
    const outcome = await slack.emit({
      type: 'message',
      channel: 'D1',
      channel_type: 'im',
      ts: '1.000001',
      event_ts: '2.1',
      ...event,
    });
    expect(outcome).toMatchObject({ ok: true });
    expect(received).toEqual([]);
  });

  test('a shared file with words is heard', async () => {
    const { slack, received } = await openSlack();
    const ann = slack.addPerson('ann');
    await ann.share(ann.im, 'lunch 12', 'receipt.png').delivered;
    expect(received[0]?.content).toMatchObject({ text: 'lunch 12' });
  });
});

describe('acknowledged only once it is committed', () => {
  test.each(['http', 'socket'] as const)('%s: a slow inbox is waited for, then Slack comes again', async (mode) => {
    const open = await openSlack({
      mode,
      timing: { acknowledge: 30 },
      server: { delivery: { ackMilliseconds: 150, retryMilliseconds: Array(100).fill(10) } },
    });
    let commit = () => {};
    open.desk.receive = vi.fn(() => new Promise<void>((resolve) => (commit = resolve)));
    const said = open.slack.addPerson('ann').dm('lunch 12');
    await expect.poll(() => open.slack.dispatcher.attempts.length, { timeout: 5_000 }).toBeGreaterThan(1);
    expect(open.slack.dispatcher.attempts[0]?.outcome).toMatchObject({ ok: false });
    open.desk.receive = async () => {};
    commit();
    expect(await said.delivered).toMatchObject({ ok: true });
    expect(new Set(open.received.map(({ key }) => key)).size).toBe(1);
  });

  test.each(['http', 'socket'] as const)('%s: what could not be committed comes again', async (mode) => {
    const open = await openSlack({ mode, server: { delivery: { ackMilliseconds: 300 } } });
    const receive = vi.fn(async () => {});
    receive.mockRejectedValueOnce(new Error('the disk is full'));
    open.desk.receive = receive;
    expect(await open.slack.addPerson('ann').dm('lunch 12').delivered).toMatchObject({ ok: true });
    expect(receive).toHaveBeenCalledTimes(2);
    expect(open.received).toHaveLength(1);
    expect(open.logged()).toContain('the disk is full');
    expect(open.logged()).not.toContain('lunch');
  });

  test.each(['http', 'socket'] as const)(
    '%s: delivered three times and backwards, each has its key, and the first to come brings all others along',
    async (mode) => {
      const { slack, received } = await openSlack({ mode });
      const ann = slack.addPerson('ann');
      slack.dispatcher.copies = () => 3;
      slack.dispatcher.hold();
      const keys = ['one', 'two', 'three'].map((text) => `slack:T0TEAM:${ann.im}:${ann.dm(text).ts}`);
      slack.dispatcher.release((all) => all.toReversed());
      await slack.dispatcher.settled();
      expect(received.map(({ key }) => key)).toEqual(keys);
      // Not looked up any more: each comes by itself.
      ann.dm('four');
      await slack.dispatcher.settled();
      expect(received).toHaveLength(6);
    },
  );
});

describe('buttons and forms', () => {
  async function withButton() {
    const open = await openSlack();
    const ann = open.slack.addPerson('ann');
    await ann.dm('lunch 12').delivered;
    const [message] = open.received;
    await open.answer(message as never, { text: 'Recorded', buttons: [{ id: 'edit:e1', label: 'Edit' }] });
    const [shown] = open.slack.transcript(ann.im).filter(({ author }) => author === 'purser');
    return { open, ann, shown: shown as never };
  }

  test('a press; the same press again has the same key', async () => {
    const { open, ann, shown } = await withButton();
    await ann.press(shown, 'Edit');
    const { payload } = open.slack.dispatcher.attempts.at(-1) as { payload: Record<string, unknown> };
    await open.slack.dispatcher.once('interactive', payload);
    expect(open.received.slice(1)).toMatchObject([
      { content: { kind: 'press', button: 'edit:e1' } },
      { content: { kind: 'press' } },
    ]);
    expect(open.received[1]?.key).toBe(open.received[2]?.key);
  });

  test('a button with a form opens it; what is filled in comes as a form', async () => {
    const { open, ann, shown } = await withButton();
    open.desk.formFor = async () => someForm;
    await ann.press(shown, 'Edit');
    expect(open.received).toHaveLength(1);
    expect(ann.modal?.view.title).toMatchObject({ text: 'Edit this very long ent…' });
    await ann.submitModal({ amount: '13.50' });
    expect(open.received[1]).toMatchObject({
      conversation: `slack:T0TEAM:${ann.im}`,
      content: { kind: 'form', button: 'edit:e1', fields: { amount: '13.50', note: '' } },
    });
    expect(ann.modal).toBeUndefined();
  });

  test('a form that opens too late becomes a press, and is asked in words', async () => {
    const { open, ann, shown } = await withButton();
    open.desk.formFor = async () => {
      open.slack.workspace.skip(3_001);
      return someForm;
    };
    await ann.press(shown, 'Edit');
    expect(open.received[1]?.content).toEqual({ kind: 'press', button: 'edit:e1' });
  });
});
