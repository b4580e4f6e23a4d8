import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { chatInteractively, type InteractiveOptions } from '../../../src/channels/terminal/interactive.ts';
import { plainReply, type Reply } from '../../../src/conversation/message.ts';
import { barChart, fakeHouse, type Script, undoButtons } from './fake-house.ts';
import { TerminalScreen } from './terminal-screen.ts';

const enter = '\r';
const ctrl = { c: '\x03', d: '\x04' };
const up = '\x1b[A';

function openChat(script?: Script, more: Partial<InteractiveOptions> = {}, columns = 80) {
  const house = fakeHouse(script);
  const input = new PassThrough();
  const screen = new TerminalScreen(columns);
  const ended = chatInteractively({
    ...house,
    input,
    output: screen,
    sender: 'you',
    run: 'run',
    facts: { model: null, currency: 'EUR', timezone: 'Europe/Berlin' },
    missed: { replies: [], older: 0 },
    ...more,
  });
  /** What stands under the greeting, the prompt at the end included. */
  const chat = () => screen.text.slice(screen.text.indexOf('›'));
  return {
    ...house,
    ...{ input, screen, ended, chat },
    async type(text: string) {
      input.write(text);
      await sleep(5);
    },
    sees: (text: string) => vi.waitFor(() => expect(chat()).toBe(text), { interval: 5 }),
    async leave() {
      input.write(ctrl.d);
      await ended;
    },
  };
}

test('greets with what it is, its settings, examples and the way out', async () => {
  const { screen, leave } = openChat();
  await leave();
  expect(screen.text).toContain('works offline');
  expect(screen.text).toContain('EUR and days are those of Europe/Berlin');
  expect(screen.text).toContain('“lunch 12.50, taxi 8 yesterday”');
  expect(screen.text).toContain('quit or press Ctrl-D');
  for (const line of screen.text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('names the connected model', async () => {
  const { screen, leave } = openChat(undefined, { facts: { model: 'gpt-9', currency: 'JPY', timezone: 'Asia/Tokyo' } });
  await leave();
  expect(screen.text).toContain('gpt-9 is connected');
});

test('answers a message, marks the answer as shown, and asks for the next', async () => {
  const { type, sees, messages, shown, leave } = openChat(() => ({ buttons: undoButtons }));
  await type(`lunch 12${enter}`);
  await sees('› lunch 12\nYou said lunch 12.\n[/1 Undo] [/2 Show rows]\n\n›');
  expect(messages[0]).toEqual({
    key: 'terminal:you:run.1',
    platform: 'terminal',
    conversation: 'terminal:you',
    sender: 'you',
    content: { kind: 'message', text: 'lunch 12' },
  });
  expect(shown).toEqual(['turn 1']);
  await leave();
});

test('shows a chart as bars with the path of its picture, and the paths of files', async () => {
  const files = [{ name: 'all.csv', type: 'text/csv', text: 'a' }];
  const { type, screen, leave } = openChat(() => ({ charts: [barChart], files }), {}, 40);
  await type(`chart it${enter}`);
  await vi.waitFor(() => expect(screen.text).toContain('File: /files/all.csv'));
  expect(screen.text).toMatch(/\nGroceries\nMay +█+ €120\.00\nJune +█+▌ +€60\.00\nChart: \/charts\/Groceries\.png\n/);
  await leave();
});

test('presses buttons by number, by name and by a word of the label', async () => {
  const { type, messages, leave } = openChat(({ content }) =>
    content.kind === 'message' ? { buttons: undoButtons } : {},
  );
  await type(`lunch${enter}`);
  for (const press of ['/2', '/undo', '/rows', '/Show rows', '/show']) await type(press + enter);
  const pressed = messages.slice(1).map(({ content }) => (content.kind === 'press' ? content.button : content));
  expect(pressed).toEqual(['rows:7', 'undo:7', 'rows:7', 'rows:7', 'rows:7']);
  await leave();
});

test('a bare number is a message; /undo is one too where there is no such button', async () => {
  const { type, messages, leave } = openChat();
  await type(`12${enter}`);
  await type(`/undo${enter}`);
  expect(messages.map(({ content }) => content)).toEqual([
    { kind: 'message', text: '12' },
    { kind: 'message', text: 'undo' },
  ]);
  await leave();
});

test('/edit changes the previous message, also a second time', async () => {
  const { type, sees, messages, leave } = openChat();
  await type(`/edit lunch 15${enter}`);
  await sees('› /edit lunch 15\nThere is no message of this session to edit yet.\n\n›');
  await type(`lunch 12${enter}`);
  await type(`/edit lunch 15${enter}`);
  await type(`/edit lunch 16${enter}`);
  expect(messages.slice(1).map(({ content }) => content)).toEqual([
    { kind: 'edit', text: 'lunch 15', edits: 'terminal:you:run.1' },
    { kind: 'edit', text: 'lunch 16', edits: 'terminal:you:run.1' },
  ]);
  await leave();
});

test('an unknown command is answered by the terminal itself', async () => {
  const { type, sees, messages, leave } = openChat();
  await type(`/frobnicate${enter}`);
  await sees(
    '› /frobnicate\nThere is no /frobnicate here. You can write /edit, /help, /quit, or your message\nwithout a slash.\n\n›',
  );
  expect(messages).toEqual([]);
  await leave();
});

test('lines that are pasted at once are answered one by one, each under its own', async () => {
  const { type, sees, leave } = openChat(async ({ content }) => {
    await sleep(content.kind === 'message' && content.text === 'one' ? 40 : 1);
    return {};
  });
  await type(`one${enter}two${enter}thr`);
  await sees('› one\nYou said one.\n\n› two\nYou said two.\n\n› thr');
  await type(`ee${enter}`);
  await sees('› one\nYou said one.\n\n› two\nYou said two.\n\n› three\nYou said three.\n\n›');
  await leave();
});

test('a long answer announces its tools and leaves no trace of that', async () => {
  let onTool = (_tool: string) => {};
  const { type, sees, screen, leave } = openChat(
    async () => {
      await sleep(250);
      onTool('spending_summary');
      await sleep(50);
      return {};
    },
    {
      listen: (listeners) => {
        onTool = listeners.onTool;
      },
    },
  );
  await type(`sum${enter}`);
  await sees('› sum\nthinking…');
  await sees('› sum\nadding up…');
  await sees('› sum\nYou said sum.\n\n›');
  expect(screen.raw).not.toContain('budgets…');
  await leave();
});

test('what is typed while it works waits at the next prompt', async () => {
  const { type, sees, leave } = openChat(async () => {
    await sleep(60);
    return {};
  });
  await type(`one${enter}`);
  await type('tw');
  await sees('› one\nYou said one.\n\n› tw');
  await type(`o${enter}`);
  await sees('› one\nYou said one.\n\n› two\nYou said two.\n\n›');
  await leave();
});

test('a notice stands above the line that is being typed', async () => {
  let tell = (_text: string) => {};
  const { type, screen, leave } = openChat(undefined, {
    listen: (listeners) => {
      tell = listeners.onNotice;
    },
  });
  await type('lun');
  tell('(the database is away)');
  expect(screen.text).toMatch(/\(the database is away\)\n› lun$/);
  await type(enter);
  await leave();
});

test('Ctrl-C clears the line, also a long one; twice on an empty line it leaves', async () => {
  const { input, type, sees, messages, ended } = openChat(undefined, {}, 40);
  await type('a line that is longer than the forty columns there are');
  await type(ctrl.c);
  await sees('›');
  await type(ctrl.c);
  await vi.waitFor(() => expect(messages).toEqual([]));
  await type(`lunch${enter}`);
  await type(ctrl.c);
  expect(input.destroyed).toBe(false);
  await type(ctrl.c);
  await ended;
});

test('the arrow up brings back the last line', async () => {
  const { type, messages, leave } = openChat();
  await type(`lunch${enter}`);
  await type(up + enter);
  expect(messages).toHaveLength(2);
  await leave();
});

test.each(['quit', 'exit', 'Quit', '/quit', '/exit'])('%s leaves', async (word) => {
  const { type, ended, messages } = openChat();
  await type(word + enter);
  await ended;
  expect(messages).toEqual([]);
});

test('an empty line is no message', async () => {
  const { type, sees, messages, leave } = openChat();
  await type(`  ${enter}`);
  await sees('›\n›');
  expect(messages).toEqual([]);
  await leave();
});

test('shows what was answered while nobody looked', async () => {
  const marked: string[] = [];
  const missed = (turnId: string, said: string | null, reply: Reply) => ({
    said,
    answered: { turnId, reply },
    markShown: async () => void marked.push(turnId),
  });
  const replies = [missed('old', 'taxi 8', { ...plainReply('Recorded.'), buttons: undoButtons })];
  const late = [missed('late', null, plainReply('Groceries: 82% is used.'))];
  const { type, screen, messages, leave } = openChat(undefined, {
    missed: { replies, older: 2 },
    listen: ({ onLate }) => onLate(late),
  });
  await vi.waitFor(() => expect(marked).toEqual(['old', 'late']));
  expect(screen.text).toMatch(/While you were away:\n… and 2 older answers .*\n› taxi 8\nRecorded\.\n\[\/1 Undo\]/);
  // What comes unasked is no answer to anything that was said while they were away.
  expect(screen.text.match(/While you were away:/g)).toHaveLength(1);
  expect(screen.text).toContain('\nGroceries: 82% is used.\n');
  await type(`/1${enter}`);
  expect(messages[0]?.content).toEqual({ kind: 'press', button: 'undo:7' });
  await leave();
});

test('a message without an answer is owned up to, and the chat goes on', async () => {
  const { type, sees, leave } = openChat(({ content }) => {
    if (content.kind === 'message' && content.text === 'bad') throw new Error('no');
    return {};
  });
  await type(`bad${enter}`);
  await type(`good${enter}`);
  await sees(
    '› bad\nSomething went wrong on this side, and there is no answer to that message.\nPlease send it again.\n\n› good\nYou said good.\n\n›',
  );
  await leave();
});

test('no colours where there is no terminal, and no control character of a reply gets through', async () => {
  const { type, screen, leave } = openChat(() => ({ text: 'evil \x1b]0;title\x07\x1b[31mred', buttons: undoButtons }));
  await type(`hi${enter}`);
  await vi.waitFor(() => expect(screen.text).toContain('red'));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
  expect(screen.raw).not.toMatch(/\x1b\[\d*m|\x07|\x1b\]/);
  await leave();
});

test('a signal ends it once the message at hand is answered', async () => {
  const controller = new AbortController();
  const { type, screen, ended } = openChat(
    async () => {
      await sleep(50);
      return {};
    },
    { signal: controller.signal },
  );
  await type(`one${enter}two${enter}`);
  controller.abort();
  await ended;
  expect(screen.text).toContain('You said one.');
  expect(screen.text).not.toContain('two');
});
