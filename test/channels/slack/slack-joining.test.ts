import { expect, test } from 'vitest';
import { openSlack } from './open-slack.ts';

test('invited to a channel: by whom, where, and what it is called', async () => {
  const { slack, received, answer } = await openSlack();
  const ann = slack.addPerson('ann');
  const { id } = slack.addChannel('flat', [ann], { withApp: false });
  await ann.invite(id);
  expect(received).toMatchObject([
    {
      conversation: `slack:T0TEAM:${id}`,
      sender: `T0TEAM:${ann.id}`,
      content: { kind: 'joined', name: '@purser' },
      group: { id: `T0TEAM:${id}`, name: 'flat' },
    },
  ]);
  await answer(received[0] as never, 'Hello');
  expect(slack.transcript(id)).toMatchObject([{ text: 'Hello', thread: null }]);
});

test('told again after a lost answer, it has the same key', async () => {
  const open = await openSlack();
  const { slack, received } = open;
  const ann = slack.addPerson('ann');
  const { id } = slack.addChannel('flat', [ann], { withApp: false });
  let tries = 0;
  open.desk.receive = async (message) => {
    received.push(message);
    tries += 1;
    if (tries === 1) throw new Error('the database is away');
  };
  await ann.invite(id);
  await slack.dispatcher.settled();
  expect(tries).toBeGreaterThan(1);
  expect(new Set(received.map(({ key }) => key)).size).toBe(1);
});

test.each([
  ['somebody else who joins', { user: 'U0OTHER', inviter: 'U0ANN' }],
  ['nobody who invited it', { user: 'U0PURSER' }],
  ['itself', { user: 'U0PURSER', inviter: 'U0PURSER' }],
])('%s is no message', async (_, event) => {
  const { slack, received } = await openSlack();
  const ann = slack.addPerson('ann');
  const { id } = slack.addChannel('flat', [ann]);
  await slack.emit({ type: 'member_joined_channel', channel: id, channel_type: 'C', event_ts: '1.000001', ...event });
  expect(received).toEqual([]);
});
