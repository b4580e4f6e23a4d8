/** Against an independent OpenAI-compatible server: plain, tool-calling and failing answers, whole and streamed. */

import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLanguageModel } from '../../src/models/language-model.ts';
import { afterTool, modelRequest } from '../support/model-requests.ts';

const mock = new LLMock({ port: 0, host: '127.0.0.1' });
beforeAll(() => mock.start());
afterAll(() => mock.stop());
beforeEach(() => {
  mock.clearFixtures();
  mock.clearRequests();
});

const connect = (more: { stream?: boolean; model?: string } = {}) =>
  createLanguageModel({
    apiKey: 'sk-test',
    baseUrl: `${mock.url}/v1`,
    model: 'gpt-4.1-mini',
    timeoutMs: 5000,
    maxRetries: 1,
    backoffMs: 1,
    ...more,
  });

const usage = { prompt_tokens: 900, completion_tokens: 30, total_tokens: 930 };

describe.each([
  ['whole', {}],
  ['streamed', { stream: true }],
  ['from the Responses API', { model: 'gpt-5.6' }],
  ['streamed from the Responses API', { model: 'gpt-5.6', stream: true }],
])('%s answers', (name, more) => {
  const responses = name.includes('Responses');

  test('text', async () => {
    mock.onMessage('hello', {
      content: 'Hi! Tell me what you spent — ä€😀.',
      usage: responses ? { input_tokens: 900, output_tokens: 30 } : usage,
    });
    const answer = await connect(more).answer(modelRequest('hello'));
    expect(answer.text).toBe('Hi! Tell me what you spent — ä€😀.');
    expect(answer.toolCalls).toEqual([]);
    expect(answer.usage).toMatchObject({ inputTokens: 900, outputTokens: 30 });
  });

  test('several tool calls, with nulls left out', async () => {
    mock.onMessage('coffee', {
      toolCalls: [
        {
          name: 'record_entries',
          arguments: '{"entries":[{"amount":"3.50","note":"coffee","date":null}]}',
          id: 'call_x',
        },
        { name: 'undo', arguments: '{}', id: 'call_y' },
      ],
    });
    const answer = await connect(more).answer(modelRequest('coffee 3.50'));
    expect(answer.toolCalls).toEqual([
      { id: 'call_x', name: 'record_entries', args: { entries: [{ amount: '3.50', note: 'coffee' }] } },
      { id: 'call_y', name: 'undo', args: {} },
    ]);
  });

  test('text after a tool result', async () => {
    mock.onMessage('coffee', (request) => {
      const result = request.messages.at(-1);
      return {
        content: result?.role === 'tool' && String(result.content).includes('€3.50') ? 'Noted: €3.50.' : 'no result',
      };
    });
    const answer = await connect(more).answer(modelRequest(afterTool('Coffee €3.50', {})));
    expect(answer.text).toBe('Noted: €3.50.');
  });

  test('an error, then an answer', async () => {
    mock.onMessage('hello', { content: 'Hi!' });
    mock.nextRequestError(500, { message: 'secret detail', type: 'server_error' });
    expect((await connect(more).answer(modelRequest('hello'))).text).toBe('Hi!');
    expect(mock.getRequests()).toHaveLength(2);
  });

  test('an error that stays', async () => {
    mock.onMessage('hello', { error: { message: 'secret detail', type: 'server_error' }, status: 503 });
    await expect(connect(more).answer(modelRequest('hello'))).rejects.toMatchObject({
      name: 'ModelError',
      fault: 'server-failed',
      status: 503,
      message: "The language model's server failed. (503)",
    });
    expect(mock.getRequests()).toHaveLength(2);
  });
});
