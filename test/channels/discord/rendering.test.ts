import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../../src/channels/discord/escape-markdown.ts';
import { splitEscaped } from '../../../src/channels/discord/split-text.ts';
import type { ChartSpec } from '../../../src/charts/chart-spec.ts';
import { readMarkdown } from '../../support/platforms/discord/markdown.ts';
import { attachments, openChannel } from './open-channel.ts';

const chart = (alt: string): ChartSpec => ({
  kind: 'bar',
  title: 'June',
  alt,
  locale: 'en',
  currency: 'EUR',
  labels: ['dining'],
  values: [1250],
});

describe('text comes out as it was written', () => {
  test.each([
    '*_~`<@U1> <script> & @everyone [x](y) \\ #tag',
    '**bold** __under__ ~~gone~~ ||secret|| `code` ```block```',
    '<@123> <#4> <@&5> <t:0:R> </log:1> <:x:1> <a:x:1> <id:guide>',
    '# heading\n## second\n-# small\n> quote\n>>> all\n- list\n+ plus\n* star\n1. one\n  - deep',
    '[click me](https://evil.example/login)',
    'see https://a.example/x_y_z*q*, or https://b.example/(_x_).',
    ':coffee: at 12:30:45',
    'a\\*b \\\\ \\',
    'snake_case 2*3*4 ¯\\_(ツ)_/¯',
    '<https://evil.example>',
    'mañana 🍕 ☕️ \u202e right to left',
  ])('%j', (text) => {
    const { text: seen, marks } = readMarkdown(escapeMarkdown(text));
    expect(seen).toBe(text);
    expect(marks.filter((mark) => !mark.startsWith('link: http'))).toEqual([]);
  });

  test('whatever it is', () => {
    const sign = fc.constantFrom(...'*_~`|<>@#:[]()\\-+.1a \n', 'https://a.example/', '🍕');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
        const text = signs.join('');
        const seen = readMarkdown(escapeMarkdown(text));
        expect(seen.text).toBe(text);
        expect(seen.marks.filter((mark) => !mark.startsWith('link: http'))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('long text is cut', () => {
  test('between lines, else between words, and never loses one', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `line ${index} of a list with_an *odd* name`);
    const pieces = splitEscaped(lines.join('\n'), 2000);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.every((piece) => piece.length <= 2000)).toBe(true);
    expect(pieces.map((piece) => readMarkdown(piece).text).join('\n')).toBe(lines.join('\n'));
    const words = 'word '.repeat(1000).trim();
    expect(splitEscaped(words, 2000).join(' ')).toBe(words);
  });

  test('within a word only where there is no other place, and never within a character', () => {
    const pieces = splitEscaped('🍕'.repeat(2500), 2001);
    expect(pieces.join('')).toBe('🍕'.repeat(2500));
    expect(pieces.every((piece) => piece.isWellFormed() && piece.length <= 2001)).toBe(true);
    expect(splitEscaped('*'.repeat(3000), 2000)).toHaveLength(3);
  });
});

describe('a reply on Discord', () => {
  test('mentions nobody and grows no previews, whatever a merchant is called', async () => {
    const { server, received, send } = await openChannel();
    const ann = server.person('ann');
    const place = server.channel('flat');
    ann.mention(place, 'what did I spend');
    const text = `<@${ann.user.id}> @everyone <@&1> https://evil.example/x 12.50`;
    const told = await send(await received(), { text });
    const [, shown] = ann.sees(place);
    expect(shown).toMatchObject({ text, notified: [], previews: false });
    expect(shown?.marks).toEqual(['link: https://evil.example/x']);
    // Where several people talk, it stands under what it answers.
    expect(shown?.replyTo).toBe(ann.sees(place)[0]?.id);
    expect(told).toHaveLength(1);
  });

  test('has its buttons in rows of five, its charts described and its files named', async () => {
    const { server, received, send } = await openChannel();
    const ann = server.person('ann');
    ann.dm('chart it');
    await send(await received(), {
      text: 'You spent €12.50',
      buttons: Array.from({ length: 7 }, (_, index) => ({ id: `rows:${index}`, label: 'Show rows'.repeat(index + 5) })),
      charts: [chart('Dining €12.50')],
      files: [{ name: 'entries.csv', type: 'text/csv', text: 'a,b\n' }],
    });
    const [, shown] = ann.sees();
    expect(shown?.buttons.map((row) => row.length)).toEqual([5, 2]);
    expect(shown?.buttons.flat().every(({ label }) => label.length <= 80)).toBe(true);
    expect(shown?.images).toMatchObject([{ name: 'chart-1.png', type: 'image/png', description: 'Dining €12.50' }]);
    expect(shown?.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['entries.csv', 'a,b\n'],
    ]);
    expect(shown?.replyTo).toBeNull();
  });

  test('longer than a message takes comes in several, with the buttons under the last', async () => {
    const { server, received, send } = await openChannel();
    const ann = server.person('ann');
    ann.dm('show all');
    const text = Array.from({ length: 150 }, (_, index) => `entry ${index} at <shop>_${index} €1.00`).join('\n');
    const told = await send(await received(), { text, buttons: [{ id: 'undo:1', label: 'Undo' }] });
    const answers = ann.sees().slice(1);
    expect(answers.map((each) => each.text).join('\n')).toBe(text);
    expect(answers.map((each) => each.buttons.length)).toEqual([...answers.slice(1).map(() => 0), 1]);
    expect(told.map(([part]) => part)).toEqual(answers.map((_, index) => `part-${index + 1}`));
  });

  test('with more than ten files comes in several', async () => {
    const { server, received, send } = await openChannel();
    const ann = server.person('ann');
    ann.dm('export all');
    const files = Array.from({ length: 12 }, (_, index) => ({ name: `${index}.csv`, type: 'text/csv', text: 'x' }));
    await send(await received(), { text: 'Here they are', files });
    const answers = ann.sees().slice(1);
    expect(answers.map((each) => [each.text, each.files.length])).toEqual([
      ['Here they are', 10],
      ['', 2],
    ]);
  });

  test('with a file that is too large has it packed', async () => {
    const { server, received, send } = await openChannel();
    const ann = server.person('ann');
    ann.dm('export');
    const text = 'lunch,12.50\n'.repeat(1_000_000);
    await send(await received(), { text: 'Here', files: [{ name: 'entries.csv', type: 'text/csv', text }] });
    const [file] = ann.sees()[1]?.files ?? [];
    expect(file?.name).toBe('entries.csv.gz');
    expect(gunzipSync(file?.bytes ?? new Uint8Array()).toString()).toBe(text);
  });

  test('whose chart could not be drawn says what it would have shown', async () => {
    const { server, received, send } = await openChannel();
    const ann = server.person('ann');
    ann.dm('chart it');
    const drawChart = () => Promise.reject(new Error('no canvas'));
    await send(
      await received(),
      { text: 'You spent €12.50.', charts: [chart('Dining €12.50')] },
      { attachments: { ...attachments, drawChart } },
    );
    expect(ann.sees()[1]).toMatchObject({ text: 'You spent €12.50.\nDining €12.50', images: [] });
  });

  test('shows that it is on its way', async () => {
    const { server, received, channel } = await openChannel();
    const ann = server.person('ann');
    ann.dm('think hard');
    await channel.working?.((await received()).address ?? {}, null);
    expect(server.typing).toEqual([ann.dms]);
    ann.slash('undo');
    await channel.working?.((await received(2)).address ?? {}, null);
    expect(server.typing).toHaveLength(1);
  });
});

test('what answers nothing is a message of its own, sent once, and no edit of the answer before it', async () => {
  const { server, received, send } = await openChannel();
  const ann = server.person('ann');
  ann.slash('link', { code: '' });
  const message = await received();
  await send(message, { text: 'Your code is ABCD1234' });
  for (let once = 0; once < 2; once++) await send(message, { text: 'It was used' }, { note: 'a note' });
  expect(ann.sees().map(({ text, from }) => [from, text])).toEqual([
    ['purser', 'Your code is ABCD1234'],
    ['purser', 'It was used'],
  ]);
});
