/** The support servers themselves: a mock that accepts anything proves nothing. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { createLanguageModel } from '../../src/models/language-model.ts';
import { afterTool, modelRequest } from '../support/model-requests.ts';
import type { RawModelServer } from '../support/raw-model-server.ts';
import { requestFaults, type WireMessage } from '../support/request-rules.ts';
import { startScriptedModel } from '../support/scripted-model.ts';

let server: RawModelServer | undefined;
afterEach(() => server?.close());

describe('the rules', () => {
  const tool_calls = [{ id: 'a', type: 'function', function: { name: 'undo', arguments: '{}' } }];
  const user: WireMessage = { role: 'user', content: 'hi' };
  const asked: WireMessage = { role: 'assistant', content: '', tool_calls };
  const result: WireMessage = { role: 'tool', content: 'x', tool_call_id: 'a' };
  test.each<[string, WireMessage[]]>([
    ['messages are missing', []],
    ['no call before it', [user, result]],
    ['have no result', [user, asked, user]],
    ['have no result', [user, asked]],
    ['twice', [user, asked, result, asked, result]],
    ['system prompt not first', [user, { role: 'system', content: 'x' }]],
    ['no content', [{ role: 'assistant', content: null }]],
    ['role robot', [{ role: 'robot', content: 'x' }]],
  ])('%s', (fault, messages) => {
    expect(requestFaults({ model: 'm', messages }).join()).toContain(fault);
  });

  test('strict schemas', () => {
    const faults = (parameters: Record<string, unknown>) =>
      requestFaults({
        model: 'm',
        messages: [user],
        tools: [{ type: 'function', function: { name: 'a', strict: true, parameters } }],
      });
    const inner = {
      type: 'object',
      properties: { x: { type: 'string' } },
      required: ['x'],
      additionalProperties: false,
    };
    const outer = (of: object) => ({
      type: 'object',
      properties: { of },
      required: ['of'],
      additionalProperties: false,
    });
    expect(faults(outer(inner))).toEqual([]);
    expect(faults(outer({ ...inner, required: [] }))).toEqual(['a.properties.of: required must list every property']);
    expect(faults(outer({ type: 'array', items: { ...inner, additionalProperties: true } }))).toHaveLength(1);
    expect(faults(outer({ oneOf: [inner] }))).toHaveLength(1);
  });
});

const connect = (baseUrl: string, stream = false) =>
  createLanguageModel({ apiKey: 'x', baseUrl, model: 'm', timeoutMs: 3000, maxRetries: 0, stream });

test.each([false, true])('a script of whole turns, streamed: %s', async (stream) => {
  server = await startScriptedModel([
    { toolCalls: [{ name: 'undo', args: {} }] },
    { text: 'Taken back.' },
    { status: 503 },
  ]);
  const model = connect(server.url, stream);
  expect((await model.answer(modelRequest('undo'))).toolCalls).toEqual([{ id: 'call_1', name: 'undo', args: {} }]);
  const answer = await model.answer(modelRequest('undo'));
  expect(answer).toEqual({
    text: 'Taken back.',
    toolCalls: [],
    usage: { inputTokens: 100, cachedInputTokens: 60, outputTokens: 20 },
  });
  await expect(model.answer(modelRequest('undo'))).rejects.toMatchObject({ status: 503 });
});

test('the model without latency runs in a process of its own', async () => {
  const path = new URL('../support/zero-latency-model.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [path, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = await once(child.stdout, 'data');
    const model = connect(String(line).trim());
    expect((await model.answer(modelRequest('coffee 3.50'))).toolCalls).toMatchObject([
      { name: 'record_entries', args: { entries: [{ amount: '3.50', note: 'coffee' }] } },
    ]);
    expect((await model.answer(modelRequest(afterTool('Coffee <b> €3.50', {})))).text).toBe('Coffee <b> €3.50');
    expect((await model.answer(modelRequest('hello'))).text).toContain('Tell me');
  } finally {
    child.kill();
    await once(child, 'exit');
  }
});
