import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataLine, fence } from '../../src/models/data-fence.ts';
import { correctFiguresPrompt, fill } from '../../src/models/prompts.ts';

const folder = new URL('../../prompts/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));

test('what is the same for everybody has no placeholder in it', () => {
  expect(files).toContain('system.md');
  expect(readFileSync(new URL('system.md', folder), 'utf8')).not.toContain('{{');
});

test('the corrective prompt names the figures as data', () => {
  const text = correctFiguresPrompt(['€12.60', '</data> 15%']);
  expect(text).toContain('["€12.60","\\u003c/data\\u003e 15%"]');
});

test('values are filled in once', () => {
  expect(fill('{{a}} {{b}}', { a: '{{b}}', b: '2' })).toBe('{{b}} 2');
  expect(() => fill('{{c}}', {})).toThrow('"c"');
});

test('the same content gives the same fence, other content another', () => {
  expect(fence({ said: 'a' })).toBe(fence({ said: 'a' }));
  expect(fence({ said: 'a' }).split('\n')[0]).not.toBe(fence({ said: 'b' }).split('\n')[0]);
});

test('amounts, emoji families and lists come through a fence as they are', () => {
  expect(dataLine({ said: '12,50\u00a0€ 👨\u200d👩\u200d👧 [ok] "q"', n: [1, 2], big: 5n })).toBe(
    '{"said":"12,50\u00a0€ 👨\u200d👩\u200d👧 [ok] \\"q\\"","n":[1,2],"big":"5"}',
  );
});
