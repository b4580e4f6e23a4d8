import { expect, test } from 'vitest';
import { openSlack } from './open-slack.ts';

const texts = (received: readonly { content: object }[]) =>
  received.map(({ content }) => ('text' in content ? content.text : null));

/** Ann has written this while nobody was there, and Slack has not come again yet. */
async function openAfter(missed: readonly string[]) {
  const open = await openSlack();
  const ann = open.slack.addPerson('ann');
  const { post } = open.slack.workspace;
  for (const text of missed) post({ channel: ann.im, user: ann.id, text });
  return { ...open, ann };
}

test('what was written before comes first, once', async () => {
  const { ann, received } = await openAfter(['coffee 1', 'coffee 2']);
  await ann.dm('coffee 3').delivered;
  await ann.dm('coffee 4').delivered;
  expect(texts(received)).toEqual(['coffee 1', 'coffee 2', 'coffee 3', 'coffee 4']);
  expect(new Set(received.map(({ key }) => key)).size).toBe(4);
});

test('several at once wait for the same look', async () => {
  const { ann, received, slack } = await openAfter(['coffee 1']);
  await Promise.all(['coffee 2', 'coffee 3'].map((text) => ann.dm(text).delivered));
  expect([...new Set(texts(received))]).toEqual(['coffee 1', 'coffee 2', 'coffee 3']);
  expect(slack.calls.filter(({ method }) => method === 'conversations.history')).toHaveLength(1);
});

test('what Purser and others said, and what is over an hour old, is left alone', async () => {
  const { ann, received, slack } = await openAfter(['coffee 1']);
  const { workspace } = slack;
  workspace.post({ channel: ann.im, user: workspace.botUserId, botId: workspace.botId, text: 'Recorded coffee' });
  workspace.skip(60 * 60_000 + 1_000);
  slack.workspace.post({ channel: ann.im, user: ann.id, text: 'coffee 2' });
  await ann.dm('coffee 3').delivered;
  expect([...new Set(texts(received))]).toEqual(['coffee 2', 'coffee 3']);
});

test('where Slack does not say, the message is taken in alone, and the next one asks again', async () => {
  const { ann, received, slack } = await openAfter(['coffee 1']);
  slack.faults.inject('conversations.history', { kind: 'status', status: 503 });
  await ann.dm('coffee 2').delivered;
  expect(texts(received)).toEqual(['coffee 2']);
  await ann.dm('coffee 3').delivered;
  expect(texts(received).slice(1)).toEqual(['coffee 1', 'coffee 2', 'coffee 3']);
});

test('what could not be taken in is not acknowledged, and comes in its order once it can', async () => {
  const open = await openAfter(['coffee 1']);
  let tries = 0;
  open.desk.receive = async () => {
    tries += 1;
    if (tries === 1) throw new Error('the database is away');
  };
  await open.ann.dm('coffee 2').delivered;
  await open.slack.dispatcher.settled();
  expect([...new Set(texts(open.received))]).toEqual(['coffee 1', 'coffee 2']);
});
