import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test('the server runs as a process of its own, and does what its input says', async () => {
  const script = fileURLToPath(new URL('serve.ts', import.meta.url));
  const child = spawn(process.execPath, [script, '{"rateLimits":false}'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse(String((await lines.next()).value));
  expect(await next()).toMatchObject({ api: expect.stringContaining('127.0.0.1'), token: expect.any(String) });
  child.stdin.write('{"person":"ann","does":"dm","args":["lunch 12.50"]}\n');
  expect(await next()).toEqual({ id: expect.stringMatching(/^\d+$/) });
  child.stdin.write('{"sees":"ann"}\n');
  expect(await next()).toMatchObject({ sees: [{ from: 'ann', text: 'lunch 12.50' }] });
  child.stdin.end();
  expect((await once(child, 'exit'))[0]).toBe(0);
});
