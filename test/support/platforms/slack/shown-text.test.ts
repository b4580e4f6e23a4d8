import { expect, test } from 'vitest';
import { showMrkdwn } from './shown-text.ts';
import { createWorkspace } from './workspace.ts';

const workspace = createWorkspace();
const ann = workspace.addUser('ann');

test.each([
  ['*bold* _it_ ~gone~ `x*y*`', '⟦b⟧bold⟦/b⟧ ⟦i⟧it⟦/i⟧ ⟦s⟧gone⟦/s⟧ ⟦code⟧x*y*⟦/code⟧'],
  ['2 * 3 * 4, snake_case_name', '2 * 3 * 4, snake_case_name'],
  ['```\na < b\n```', '⟦pre⟧a < b⟦/pre⟧'],
  ['&lt;script&gt; &amp;amp;', '<script> &amp;'],
  ['> said', '⟦quote⟧said⟦/quote⟧'],
  ['a :tada: at 10:30:00', 'a ⟦:tada:⟧ at 10:30:00'],
  ['<https://example.com|here *now*>', 'here *now* (https://example.com)'],
])('%j shows as %j', (mrkdwn, shown) => {
  expect(showMrkdwn(workspace, mrkdwn)).toEqual({ text: shown, notified: [] });
});

test('mentions notify', () => {
  expect(showMrkdwn(workspace, `<@${ann.id}> and <!channel>`)).toEqual({
    text: '@ann and @channel',
    notified: [ann.id, 'channel'],
  });
});
