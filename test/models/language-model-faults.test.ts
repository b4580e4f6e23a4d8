/** Byte-level faults of a model's server. */

import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PlatformError } from '../../src/errors.ts';
import { createLanguageModel, type LanguageModelOptions, type ModelProgress } from '../../src/models/language-model.ts';
import { ModelError } from '../../src/models/model-error.ts';
import { modelRequest } from '../support/model-requests.ts';
import {
  completion,
  json,
  openStream,
  type RawModelServer,
  type Responder,
  startRawModelServer,
  wireCall,
} from '../support/raw-model-server.ts';

let server: RawModelServer | undefined;
afterEach(() => server?.close());

/** Answers request n by step n, the last step again when they run out. */
async function connect(steps: Responder[], more: Partial<LanguageModelOptions> = {}) {
  server = await startRawModelServer((response, request, number) =>
    steps[Math.min(number, steps.length - 1)]?.(response, request, number),
  );
  const { url: baseUrl } = server;
  return createLanguageModel({
    apiKey: 'sk-very-secret',
    baseUrl,
    model: 'local',
    timeoutMs: 3000,
    maxRetries: 1,
    backoffMs: 1,
    ...more,
  });
}

const good: Responder = (response) => json(response, completion({ content: 'Hi!' }));
const goodStream: Responder = (response) => {
  const send = openStream(response);
  send({ role: 'assistant', content: 'Hi!' });
  send({}, 'stop');
  send('[DONE]');
  response.end();
};
const raw =
  (body: string, type = 'application/json', status = 200): Responder =>
  (response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  };
const refusal = (status: number, error: object, headers: Record<string, string> = {}): Responder => {
  return (response) => json(response, { error }, status, headers);
};
const silence: Responder = () => undefined;

// Whatever goes wrong, a person's terminal shows none of it.
const printed = (['log', 'warn', 'error', 'info', 'debug'] as const).map((name) => vi.spyOn(console, name));
afterEach(() => {
  for (const spy of printed) expect(spy).not.toHaveBeenCalled();
});

async function failure(steps: Responder[], more: Partial<LanguageModelOptions> = {}): Promise<ModelError> {
  const model = await connect(steps, more);
  const error = await model.answer(modelRequest('my secret salary is 5000')).then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(ModelError);
  expect(error).toBeInstanceOf(PlatformError);
  // Neither the key, nor the address, nor any text of a message gets into what may be logged.
  expect(JSON.stringify([error, error.message, error.stack, error.cause])).not.toMatch(
    /sk-very-secret|127\.0\.0\.1|my secret|provided/,
  );
  return error;
}

describe('answers that are none', () => {
  const cut: Responder = (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4000' });
    response.write(JSON.stringify(completion({ content: 'Hi!' })).slice(0, 100));
    setTimeout(() => response.destroy(), 5);
  };
  const cases: [string, Responder, string][] = [
    ['HTML with status 200', raw('<html><body>Sign in</body></html>', 'text/html'), 'nonsense'],
    ['HTML that calls itself JSON', raw('<html></html>'), 'nonsense'],
    ['half of a JSON text', raw(JSON.stringify(completion({ content: 'Hi!' })).slice(0, 90)), 'nonsense'],
    ['an empty body', raw(''), 'nonsense'],
    ['null', raw('null'), 'nonsense'],
    ['status 204', raw('', 'application/json', 204), 'nonsense'],
    ['an error with status 200', raw('{"error":{"message":"my secret"}}'), 'nonsense'],
    ['no choices', raw(JSON.stringify({ ...completion({}), choices: [] })), 'nonsense'],
    ['neither text nor call', raw(JSON.stringify(completion({ content: '' }))), 'nonsense'],
    ['a call that is missing', raw(JSON.stringify(completion({ content: 'On it.' }, 'tool_calls'))), 'nonsense'],
    ['malformed arguments', raw(JSON.stringify(completion({ tool_calls: [wireCall('undo', '{"a":')] }))), 'nonsense'],
    [
      'arguments that are a list',
      raw(JSON.stringify(completion({ tool_calls: [wireCall('undo', '[]')] }))),
      'nonsense',
    ],
    [
      'a call without a function',
      raw(JSON.stringify(completion({ tool_calls: [{ id: 'call_a', type: 'custom' }] }))),
      'nonsense',
    ],
    ['a call without a name', raw(JSON.stringify(completion({ tool_calls: [wireCall('', '{}')] }))), 'nonsense'],
    ['a connection cut in the body', cut, 'unreachable'],
    ['a connection cut at once', (response) => void response.destroy(), 'unreachable'],
  ];

  test.each(cases)('%s: asked once more, then given up', async (_name, responder, fault) => {
    const error = await failure([responder]);
    expect(error.fault).toBe(fault);
    expect(server?.requests).toHaveLength(2);
  });

  test.each(cases)('%s, then a good one', async (_name, responder) => {
    const model = await connect([responder, good]);
    expect((await model.answer(modelRequest('hello'))).text).toBe('Hi!');
  });

  test('nonsense is asked about once even where there are no retries, and its tokens are counted', async () => {
    const malformed = completion({ tool_calls: [wireCall('undo', '{"a":')] });
    const error = await failure([raw(JSON.stringify(malformed))], { maxRetries: 0 });
    expect(error.usage).toEqual({ inputTokens: 200, cachedInputTokens: 120, outputTokens: 40 });
    const model = await connect([raw(JSON.stringify(malformed)), good]);
    expect((await model.answer(modelRequest('hello'))).usage?.inputTokens).toBe(200);
  });

  test.each([
    ['length', 'cut-short'],
    ['content_filter', 'withheld'],
  ])('finish_reason %s is not asked about again', async (finish, fault) => {
    const calls = { tool_calls: [wireCall('record_entries', '{"entries":[]}')] };
    for (const message of [{ content: 'You spent €1' }, calls]) {
      const error = await failure([raw(JSON.stringify(completion(message, finish)))]);
      expect(error.fault).toBe(fault);
      expect(server?.requests).toHaveLength(1);
      await server?.close();
    }
  });

  test('a whole answer without finish_reason is taken', async () => {
    const model = await connect([raw(JSON.stringify(completion({ content: 'Hi!' }, null)))]);
    expect((await model.answer(modelRequest('hello'))).text).toBe('Hi!');
  });
});

describe('refusals', () => {
  const key = { message: 'Incorrect API key provided: sk-very-secret', code: 'invalid_api_key' };
  test.each<[number, object, string, string, number]>([
    [400, { message: 'my secret', code: 'invalid_value' }, 'rejected', ' (400, invalid_value)', 1],
    [400, { message: 'maximum context length, context_length_exceeded' }, 'rejected', ' (context_length_exceeded)', 1],
    [401, key, 'key-refused', ' (401, invalid_api_key)', 1],
    [403, { message: 'x', code: 'my secret key' }, 'key-refused', ' (403)', 1],
    [404, { message: 'no model' }, 'unknown-model', ' (404)', 1],
    [
      429,
      { message: 'quota', code: 'insufficient_quota', type: 'insufficient_quota' },
      'no-quota',
      ' (429, insufficient_quota)',
      1,
    ],
    [429, { message: 'slow down' }, 'busy', ' (429)', 2],
    [500, { message: 'x' }, 'server-failed', ' (500)', 2],
    [502, { message: 'x' }, 'server-failed', ' (502)', 2],
    [529, { message: 'x' }, 'server-failed', ' (529)', 2],
  ])('%i %j', async (status, body, fault, ending, requests) => {
    const error = await failure([refusal(status, body)]);
    expect(error.fault).toBe(fault);
    expect(error.message.endsWith(`.${ending}`)).toBe(true);
    expect(server?.requests).toHaveLength(requests);
  });

  test('the pause doubles, and ends after maxRetries', async () => {
    const progress: ModelProgress[] = [];
    await failure([refusal(500, {})], { maxRetries: 3, onProgress: (p) => progress.push(p) });
    expect(server?.requests).toHaveLength(4);
    expect(progress.map(({ waitMs }) => waitMs)).toEqual([1, 2, 4]);
    expect(progress[0]).toEqual({ retry: 1, after: 'server-failed', waitMs: 1 });
  });

  test.each([
    [{ 'retry-after': '0.02' }, 20],
    [{ 'retry-after-ms': '30', 'retry-after': '50' }, 30],
    [{ 'retry-after': 'Sat, 21 Nov 2026 12:00:01 GMT', date: 'Sat, 21 Nov 2026 12:00:00 GMT' }, 1000],
  ])('Retry-After is kept: %j', async (headers, waitMs) => {
    const progress: ModelProgress[] = [];
    const model = await connect([refusal(429, {}, headers), good], { onProgress: (p) => progress.push(p) });
    const start = performance.now();
    expect((await model.answer(modelRequest('hello'))).text).toBe('Hi!');
    expect(performance.now() - start).toBeGreaterThanOrEqual(waitMs - 2);
    expect(progress).toEqual([{ retry: 1, after: 'busy', waitMs }]);
  });

  test.each(['3600', '86400000', 'tomorrow'])('a Retry-After of %s is not waited for', async (after) => {
    const error = await failure([refusal(429, {}, { 'retry-after': after })], { maxWaitMs: 100 });
    expect(error.fault).toBe('busy');
    expect(server?.requests).toHaveLength(1);
  });

  test('a server that is not there', async () => {
    const model = await connect([good]);
    await server?.close();
    await expect(model.answer(modelRequest('hello'))).rejects.toMatchObject({ fault: 'unreachable' });
  });
});

describe('time', () => {
  const stalledBody = (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"id":');
  };
  const stalledStream: Responder = (response) => openStream(response)({ role: 'assistant', content: 'Hi' });
  test.each<[string, Responder, Partial<LanguageModelOptions>]>([
    ['a response that never starts', silence, {}],
    ['a response that stalls', stalledBody, {}],
    ['a stream that never starts', silence, { stream: true }],
    ['a stream that stalls', stalledStream, { stream: true }],
  ])('%s', async (_name, responder, more) => {
    const start = performance.now();
    const error = await failure([responder], { timeoutMs: 80, ...more });
    expect(error.fault).toBe('timeout');
    expect(server?.requests).toHaveLength(2);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('a slow stream is waited for as long as it goes on', async () => {
    const slow: Responder = async (response) => {
      const send = openStream(response);
      send({ role: 'assistant', content: '' });
      for (const word of ['One ', 'word ', 'at ', 'a ', 'time.']) {
        await new Promise((resolve) => setTimeout(resolve, 60));
        send({ content: word });
      }
      send({}, 'stop');
      send('[DONE]');
      response.end();
    };
    const model = await connect([slow], { stream: true, timeoutMs: 200 });
    expect((await model.answer(modelRequest('hello'))).text).toBe('One word at a time.');
    expect(server?.requests).toHaveLength(1);
  });

  test.each([[silence], [refusal(500, {}, { 'retry-after': '5' })]])(
    'the caller ends it, with their own reason',
    async (responder) => {
      const model = await connect([responder]);
      const controller = new AbortController();
      const answer = model.answer(modelRequest('hello', { signal: controller.signal }));
      // Loading LangChain may take longer than any pause that would do here.
      while (server?.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      controller.abort(new Error('The turn took too long.'));
      await expect(answer).rejects.toThrow('The turn took too long.');
      expect(server?.requests).toHaveLength(1);
    },
  );
});

describe('streams', () => {
  const events =
    (...list: [object | string, string?][]): Responder =>
    (response) => {
      const send = openStream(response);
      for (const [delta, finish] of list) send(delta, finish);
      response.end();
    };
  const role = { role: 'assistant', content: '' };
  const piece = (args: string, more: object = {}) => ({
    tool_calls: [{ index: 0, function: { arguments: args }, ...more }],
  });
  const begin = {
    tool_calls: [{ index: 0, id: 'call_a', type: 'function', function: { name: 'undo', arguments: '' } }],
  };

  test('arguments in pieces', async () => {
    const model = await connect(
      [events([role], [begin], [piece('{"entry"')], [piece(':"1","x":null}')], [{}, 'tool_calls'], ['[DONE]'])],
      { stream: true },
    );
    expect((await model.answer(modelRequest('undo'))).toolCalls).toEqual([
      { id: 'call_a', name: 'undo', args: { entry: '1' } },
    ]);
  });

  test('a stream that names no role', async () => {
    const model = await connect([events([begin], [piece('{}')], [{}, 'tool_calls'], ['[DONE]'])], { stream: true });
    expect((await model.answer(modelRequest('undo'))).toolCalls).toEqual([{ id: 'call_a', name: 'undo', args: {} }]);
  });

  test.each<[string, Responder, string]>([
    ['ends without a reason', events([role], [{ content: 'You spent €1' }]), 'unreachable'],
    ['ends before it begins', events(['[DONE]']), 'unreachable'],
    // LangChain would mend this to 12.
    [
      'ends inside of arguments',
      events([role], [begin], [piece('{"amount":"12')], [{}, 'tool_calls'], ['[DONE]']),
      'nonsense',
    ],
    ['sends broken JSON', events([role], ['{"choices":[{'], [{}, 'stop']), 'nonsense'],
    ['sends an error', events([role], ['{"error":{"message":"my secret","code":"overloaded"}}']), 'server-failed'],
    ['is HTML', raw('<html></html>', 'text/html'), 'unreachable'],
    [
      'is cut',
      (response) => {
        openStream(response)({ role: 'assistant', content: 'You spent' });
        setTimeout(() => response.destroy(), 5);
      },
      'unreachable',
    ],
  ])('%s', async (_name, responder, fault) => {
    const error = await failure([responder], { stream: true });
    expect(error.fault).toBe(fault);
    expect(server?.requests).toHaveLength(2);
    await server?.close();
    const model = await connect([responder, goodStream], { stream: true });
    expect((await model.answer(modelRequest('hello'))).text).toBe('Hi!');
  });
});
