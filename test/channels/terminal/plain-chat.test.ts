import { Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { chatInLines } from '../../../src/channels/terminal/plain-chat.ts';
import { barChart, fakeHouse, type Script, undoButtons } from './fake-house.ts';

async function chatWith(lines: string, script?: Script, write?: (text: string) => void) {
  const house = fakeHouse(script);
  let written = '';
  const output = new Writable({
    write(chunk, _encoding, done) {
      written += chunk;
      write?.(String(chunk));
      done();
    },
  });
  await chatInLines({ ...house, input: Readable.from([lines]), output, sender: 'you', run: 'run' });
  return { ...house, written };
}

test('a message a line in, the replies in order out, an empty line after each', async () => {
  const { written, shown } = await chatWith('one\ntwo\r\n\nthree');
  expect(written).toBe('You said one.\n\nYou said two.\n\nYou said three.\n\n');
  expect(shown).toEqual(['turn 1', 'turn 2', 'turn 3']);
});

test('buttons, edits and charts work as at a terminal', async () => {
  const { written, messages } = await chatWith('lunch 12\n/1\n/edit lunch 15\nchart\n', ({ content }) =>
    content.kind !== 'message' ? {} : content.text === 'chart' ? { charts: [barChart] } : { buttons: undoButtons },
  );
  expect(messages.map(({ content }) => content)).toEqual([
    { kind: 'message', text: 'lunch 12' },
    { kind: 'press', button: 'undo:7' },
    { kind: 'edit', text: 'lunch 15', edits: 'terminal:you:run.1' },
    { kind: 'message', text: 'chart' },
  ]);
  expect(written).toMatch(/^You said lunch 12\.\n\[\/1 Undo\] \[\/2 Show rows\]\n\n/);
  expect(written).toMatch(/Chart: \/charts\/Groceries\.png\n\n$/);
});

test('quit ends it', async () => {
  const { written } = await chatWith('one\nquit\ntwo\n');
  expect(written).toBe('You said one.\n\n');
});

test('long lines are left as they are', async () => {
  const text = 'word '.repeat(100).trim();
  const { written } = await chatWith('one\n', () => ({ text }));
  expect(written).toBe(`${text}\n\n`);
});

test('where a press asks what an entry should be like, the next line is the answer to it, and no line after that', async () => {
  const edit = [{ id: 'edit:9', label: 'Edit' }];
  const { messages } = await chatWith('lunch 12\n/edit\n/1\n13.50\ntea 2\n', ({ content }) =>
    content.kind === 'press' ? { about: ['9'] } : { buttons: edit },
  );
  expect(messages.map(({ content }) => content)).toEqual([
    { kind: 'message', text: 'lunch 12' },
    { kind: 'press', button: 'edit:9' },
    { kind: 'message', text: '13.50', replyTo: 'terminal:you:run.2' },
    { kind: 'message', text: 'tea 2' },
  ]);
});
