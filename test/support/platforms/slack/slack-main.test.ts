import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

test('runs as a process of its own, told what to do line by line', async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('slack-main.ts', import.meta.url)), '{"port":0}']);
  onTestFinished(() => void child.kill());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value as string);
  const tell = async (command: object) => {
    child.stdin.write(`${JSON.stringify(command)}\n`);
    return await next();
  };
  expect(await next()).toMatchObject({ apiUrl: expect.stringMatching(/^http:.*\/api\/$/), botToken: 'xoxb-1-local' });
  expect(await tell({ copies: [1, 3], faults: 0.1, deliverTo: null })).toEqual({});
  const { ts } = await tell({ dm: ['ann', 'lunch 12'] });
  expect(await tell({ transcript: 'ann' })).toMatchObject([{ ts, author: 'ann', text: 'lunch 12' }]);
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});
