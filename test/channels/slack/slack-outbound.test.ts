import { describe, expect, test } from 'vitest';
import { DeliveryError } from '../../../src/channels/channel.ts';
import type { ChartSpec } from '../../../src/charts/chart-spec.ts';
import type { InboundMessage } from '../../../src/conversation/message.ts';
import type { Fault } from '../../support/platforms/slack/faults.ts';
import { type OpenOptions, type OpenSlack, openSlack, trueNow } from './open-slack.ts';

const chart = { title: 'Spending, June', alt: 'Bars: dining €20.50' } as unknown as ChartSpec;
const file = { name: 'entries.csv', text: 'a,b' } as never;

/** A channel in which somebody has just asked something, in direct messages or in a channel. */
async function asked(options: OpenOptions & { inChannel?: boolean } = {}) {
  const open = await openSlack(options);
  const [ann, bo] = [open.slack.addPerson('ann'), open.slack.addPerson('bo')];
  const group = open.slack.addChannel('money', [ann, bo]);
  await (options.inChannel ? ann.mention(group.id, 'spent?') : ann.dm('spent?')).delivered;
  const [message] = open.received as [InboundMessage];
  const place = options.inChannel ? group.id : ann.im;
  const shown = (viewer = ann, channel = place) =>
    open.slack.transcript(channel, viewer).filter(({ author }) => author === 'purser');
  return { ...open, open, ann, bo, group, message, shown };
}

const callsOf = ({ slack }: Pick<OpenSlack, 'slack'>, name: string) =>
  slack.calls.filter(({ method }) => method === name);

describe('what is shown', () => {
  test.each([
    ['*_~`<@U1> <script> & <!channel> :tada: [x](y) \\ #tag <https://a.b|c>'],
    ['> quoted\n```code```\n*bold* _it_ ~no~'],
    ['<@U0PURSER>'],
  ])('%j comes out as written and mentions nobody', async (text) => {
    const { answer, message, shown } = await asked();
    await answer(message, text);
    expect(shown()).toMatchObject([{ text, notified: [] }]);
  });

  test('long text in pieces of a readable size, in order, buttons under the last', async () => {
    const { answer, message, shown } = await asked();
    const lines = Array.from({ length: 400 }, (_, n) => `entry ${n} ${'x'.repeat(60)} €${n}.00`);
    const sent = await answer(message, { text: lines.join('\n'), buttons: [{ id: 'undo:1', label: 'Undo' }] });
    expect(sent.map(([part]) => part)).toEqual(['text-0', 'text-1', 'text-2']);
    expect(
      shown()
        .map(({ text }) => text)
        .join('\n'),
    ).toBe(lines.join('\n'));
    expect(shown().map(({ buttons }) => buttons)).toEqual([[], [], ['Undo']]);
  });

  test('no character is cut in two, no word without need', async () => {
    const { answer, message, shown } = await asked();
    await answer(message, '😀'.repeat(4_000));
    expect(shown().every(({ text }) => text.isWellFormed())).toBe(true);
    expect(
      shown()
        .map(({ text }) => text.replaceAll('\n', ''))
        .join(''),
    ).toBe('😀'.repeat(4_000));
  });

  test('many buttons with long labels and ids', async () => {
    const { answer, message, shown } = await asked();
    const buttons = Array.from({ length: 30 }, (_, n) => ({
      id: `rows:${'i'.repeat(300)}${n}`,
      label: `${n} ${'l'.repeat(90)}`,
    }));
    await answer(message, { text: 'Which?', buttons });
    expect(shown()[0]?.buttons).toHaveLength(30);
    expect(shown()[0]?.buttons[0]).toHaveLength(75);
  });

  test('a chart as an upload with its description, a file by its name', async () => {
    const { answer, message, shown } = await asked();
    const sent = await answer(message, { text: 'You spent €20.50.', charts: [chart], files: [file] });
    expect(sent.map(([part]) => part)).toEqual(['text-0', 'chart-0', 'file-0']);
    expect(shown()[1]?.pictures).toMatchObject([{ title: 'Spending, June', alt: 'Bars: dining €20.50' }]);
    expect(shown()[2]?.files).toMatchObject([{ name: 'open-slack.ts' }]);
  });

  test('in a channel the answer is in the thread of the question', async () => {
    const { answer, message, shown } = await asked({ inChannel: true });
    await answer(message, { text: 'You spent €20.50.', charts: [chart] });
    expect(shown().map(({ thread }) => thread)).toEqual(Array(2).fill(message.key.split(':').at(-1)));
  });

  test('a button in a thread is pressed in the conversation of the thread', async () => {
    const { answer, message, received, shown, ann } = await asked({ inChannel: true });
    await answer(message, { text: 'Shall I?', buttons: [{ id: 'confirm:1', label: 'Confirm' }] });
    await ann.press(shown()[0] as never, 'Confirm');
    expect(received.at(-1)).toMatchObject({
      conversation: message.conversation,
      content: { kind: 'press', button: 'confirm:1' },
    });
    await answer(received.at(-1) as InboundMessage, 'Done.');
    expect(shown().map(({ thread }) => thread)).toEqual(Array(2).fill(message.key.split(':').at(-1)));
  });

  test('where the thread is gone, in the channel', async () => {
    const { answer, message, shown, slack, group } = await asked({ inChannel: true });
    for (const each of slack.workspace.messages.filter(({ channel }) => channel === group.id)) each.deleted = true;
    await answer(message, 'Shall I delete it?');
    expect(shown()).toMatchObject([{ text: 'Shall I delete it?', thread: null }]);
  });

  test('parts that were sent are not sent again', async () => {
    const { answer, message, shown } = await asked();
    await answer(message, { text: 'You spent €20.50.', charts: [chart] }, { sent: ['text-0'] });
    expect(shown().map(({ text, pictures }) => [text, pictures.length])).toEqual([['', 1]]);
  });
});

describe('what only the asker may see', () => {
  const whisper = { audience: 'asker' } as const;

  test('is an ephemeral message; its chart comes directly', async () => {
    const { answer, message, shown, ann, bo } = await asked({ inChannel: true });
    await answer(message, { text: 'You spent €77.', charts: [chart] }, whisper);
    expect(shown(bo)).toEqual([]);
    expect(shown(ann)).toMatchObject([{ text: 'You spent €77.', isEphemeral: true }]);
    expect(shown(ann, ann.im)[0]?.pictures).toHaveLength(1);
  });

  test('is a plain message where nobody else is', async () => {
    const { answer, message, shown } = await asked();
    await answer(message, 'You spent €77.', whisper);
    expect(shown()).toMatchObject([{ isEphemeral: false }]);
  });

  test('from a command where Purser is no member: through the command, else directly', async () => {
    const { answer, received, slack, ann, shown } = await asked();
    const { id } = slack.addChannel('elsewhere', [ann], { withApp: false });
    await ann.slash('/purser', 'spent', id);
    const command = received[1] as InboundMessage;
    await answer(command, 'You spent €77.', whisper);
    expect(shown(ann, id)).toMatchObject([{ text: 'You spent €77.', isEphemeral: true }]);
    slack.workspace.skip(31 * 60_000);
    await answer(command, 'You spent €78.', whisper);
    expect(shown(ann, ann.im)).toMatchObject([{ text: 'You spent €78.' }]);
  });

  test('from a command in the direct messages of two people: the second sees nothing, not even a chart', async () => {
    const { answer, received, slack, ann, bo, shown, channel } = await asked();
    const { id } = slack.addChannel('', [ann, bo], { kind: 'im', withApp: false });
    await ann.slash('/purser', 'spent', id);
    const command = received[1] as InboundMessage;
    await channel.working?.(command.address ?? {}, null);
    await answer(command, { text: 'You spent €77.', charts: [chart], buttons: [{ id: 'rows:1', label: 'Show rows' }] });
    expect(shown(bo, id)).toEqual([]);
    expect(shown(ann, id)).toMatchObject([{ text: 'You spent €77.', isEphemeral: true }]);
    expect(shown(ann, ann.im)[0]?.pictures).toHaveLength(1);
    await ann.press(shown(ann, id)[0] as never, 'Show rows');
    await answer(received[2] as InboundMessage, 'coffee €77');
    expect(shown(bo, id)).toEqual([]);
    expect(shown(ann, id)).toHaveLength(2);
  });

  test('an answer for all goes through the command too', async () => {
    const { answer, received, slack, ann, bo, shown } = await asked();
    const { id } = slack.addChannel('elsewhere', [ann], { withApp: false });
    await ann.slash('/purser', 'spent', id);
    await answer(received[1] as InboundMessage, 'You spent €77.');
    expect(shown(bo, id)).toMatchObject([{ text: 'You spent €77.' }]);
  });
});

describe('the working sign', () => {
  test('becomes the answer', async () => {
    const { answer, message, shown, channel } = await asked();
    await Promise.all([1, 2, 3].map(() => channel.working?.(message.address ?? {}, null)));
    expect(shown()).toMatchObject([{ text: '⏳ …' }]);
    const [[, key = ''] = []] = await answer(message, {
      text: 'You spent €20.50.',
      buttons: [{ id: 'rows:1', label: 'Show rows' }],
    });
    expect(shown()).toMatchObject([{ text: 'You spent €20.50.', buttons: ['Show rows'], isEdited: true }]);
    expect(key).toBe(`slack:T0TEAM:${shown()[0]?.channel}:${shown()[0]?.ts}`);
    await channel.working?.(message.address ?? {}, null);
    expect(shown()).toHaveLength(1);
  });

  test('goes where the answer is for one person, or is a chart alone', async () => {
    const { answer, message, shown, bo, channel } = await asked({ inChannel: true });
    await channel.working?.(message.address ?? {}, null);
    await answer(message, 'You spent €77.', { audience: 'asker' });
    expect(shown(bo)).toEqual([]);
    const alone = await asked();
    await alone.channel.working?.(alone.message.address ?? {}, null);
    await alone.answer(alone.message, { charts: [chart] });
    expect(alone.shown()).toMatchObject([{ text: '', pictures: [{}] }]);
  });

  test('that cannot be shown holds up nothing', async () => {
    const { answer, message, shown, channel, slack } = await asked();
    slack.faults.inject('chat.postMessage', { kind: 'status', status: 503 });
    await channel.working?.(message.address ?? {}, null);
    await answer(message, 'You spent €20.50.');
    expect(shown()).toMatchObject([{ text: 'You spent €20.50.' }]);
  });

  test('left by a process that died becomes the answer of the next', async () => {
    const { answer, message, shown, channel } = await asked({
      settings: { now: () => trueNow() + 60_000, signingSecret: undefined, appToken: 'xapp-1-local' },
      mode: 'socket',
    });
    await channel.working?.(message.address ?? {}, null);
    const again = await asked({ mode: 'socket' });
    expect(again.shown()).toEqual([]);
    await answer({ ...message, address: { ...message.address } }, 'You spent €20.50.');
    expect(shown()).toMatchObject([{ text: 'You spent €20.50.' }]);
  });
});

describe('when sending fails', () => {
  const failure = async (work: Promise<unknown>): Promise<DeliveryError> => {
    const error = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(DeliveryError);
    return error as DeliveryError;
  };

  test.each<[string, Fault, string, number | null]>([
    ['429 says when', { kind: 'rate-limited', retryAfter: 30 }, 'later', 30_000],
    ['503', { kind: 'status', status: 503 }, 'later', null],
    ['a connection lost before it was taken', { kind: 'dropped', when: 'before' }, 'later', null],
    ['a page of HTML', { kind: 'html' }, 'later', null],
    ['an error of theirs', { kind: 'error', error: 'internal_error' }, 'later', null],
    ['a kicked bot', { kind: 'error', error: 'not_in_channel' }, 'gone', null],
    ['a channel that is gone', { kind: 'error', error: 'channel_not_found' }, 'gone', null],
    ['an archived one', { kind: 'error', error: 'is_archived' }, 'gone', null],
    ['blocks it does not take', { kind: 'error', error: 'invalid_blocks' }, 'refused', null],
  ])('%s', async (_, fault, outcome, retryAfterMs) => {
    const { answer, message, slack, broken, shown, open } = await asked();
    slack.faults.inject('chat.postMessage', fault);
    expect(await failure(answer(message, 'Recorded'))).toMatchObject({ outcome, retryAfterMs });
    expect(callsOf(open, 'chat.postMessage')).toHaveLength(1);
    expect(broken).toEqual([]);
    if (outcome !== 'later') return;
    await answer(message, 'Recorded');
    expect(shown()).toHaveLength(1);
  });

  test.each<[string, Fault]>([
    ['lost its answer', { kind: 'dropped', when: 'after' }],
    ['answers too late', { kind: 'stalled' }],
  ])('a message that was taken but %s is found again, not sent again', async (_, fault) => {
    const { answer, message, slack, shown } = await asked({ timing: { call: 100 } });
    slack.faults.inject('chat.postMessage', fault);
    const [[part, key = ''] = []] = await answer(message, 'Recorded');
    expect(shown()).toHaveLength(1);
    expect([part, key.split(':').at(-1)]).toEqual(['text-0', shown()[0]?.ts]);
  });

  test('what answers nothing is not taken for the answer before it, and is not sent again either', async () => {
    const { answer, message, slack, shown } = await asked();
    await answer(message, 'Your code is ABCD1234');
    slack.faults.inject('chat.postMessage', { kind: 'dropped', when: 'after' });
    await answer(message, 'It was used', { note: 'a note' });
    expect(shown().map(({ text }) => text)).toEqual(['Your code is ABCD1234', 'It was used']);
  });

  test('where Slack does not even tell, it is asked before the next try', async () => {
    const { answer, message, slack, shown } = await asked();
    slack.faults.inject('chat.postMessage', { kind: 'dropped', when: 'after' });
    slack.faults.inject('conversations.history', { kind: 'status', status: 503 });
    expect(await failure(answer(message, 'Recorded'))).toMatchObject({ outcome: 'later' });
    await answer(message, 'Recorded');
    expect(shown()).toHaveLength(1);
  });

  test('a chart that was taken but lost its answer is not sent again', async () => {
    const { answer, message, slack, shown } = await asked();
    slack.faults.inject('files.completeUploadExternal', { kind: 'dropped', when: 'after' });
    const sent = await answer(message, { text: 'You spent €20.50.', charts: [chart] });
    expect(sent.map(([part]) => part)).toEqual(['text-0', 'chart-0']);
    expect(shown().flatMap(({ pictures }) => pictures)).toHaveLength(1);
  });

  test('what a killed process has sent is not sent again by the next', async () => {
    const first = await asked({ inChannel: true });
    await first.answer(first.message, { text: 'You spent €20.50.', charts: [chart] });
    // The same message in a channel that starts later and knows of nothing sent.
    const old = { ...first.message, address: { ...first.message.address, takenInAt: 1 } };
    const sent = await first.answer(old, { text: 'You spent €20.50.', charts: [chart] });
    expect(sent.map(([part]) => part)).toEqual(['text-0', 'chart-0']);
    expect(first.shown()).toHaveLength(2);
  });

  test('one conversation’s 429 holds up no other', async () => {
    const { answer, message, slack, received, bo, shown } = await asked();
    await bo.dm('spent?').delivered;
    slack.faults.inject('chat.postMessage', { kind: 'rate-limited', retryAfter: 30 });
    const all = await Promise.allSettled([answer(message, 'one'), answer(received[1] as InboundMessage, 'two')]);
    const [limited] = all.filter(({ status }) => status === 'rejected');
    expect(limited).toMatchObject({ reason: { outcome: 'later', retryAfterMs: 30_000 } });
    expect([...shown(), ...shown(bo, bo.im)]).toHaveLength(1);
  });

  test.each([
    ['token_revoked', /revoked: install the app again/],
    ['account_inactive', /uninstalled or its bot was deactivated/],
    ['invalid_auth', /copy the bot token/],
  ])('%s stops the channel with a sentence, and the reply is kept', async (code, sentence) => {
    const { answer, message, slack, broken, ann } = await asked();
    slack.credentials.refusal = code;
    expect(await failure(answer(message, 'Recorded'))).toMatchObject({ outcome: 'away' });
    expect(broken).toEqual([expect.stringMatching(sentence)]);
    expect(await ann.dm('more').delivered).toMatchObject({ ok: false });
    await failure(answer(message, 'Recorded'));
    expect(broken).toHaveLength(1);
  });

  test('a scope that is taken away is named', async () => {
    const { answer, message, slack, broken } = await asked();
    slack.credentials.scopes.delete('files:write');
    await failure(answer(message, { text: 'You spent €20.50.', charts: [chart] }));
    expect(broken).toEqual([expect.stringContaining('lacks files:write')]);
  });

  test.each([
    ['tokens_revoked', { tokens: { bot: ['U0PURSER'] } }],
    ['app_uninstalled', {}],
  ])('the event %s stops the channel', async (type, more) => {
    const { slack, broken } = await asked();
    await slack.emit({ type, ...more });
    expect(broken).toHaveLength(1);
  });
});
