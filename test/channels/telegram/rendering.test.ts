import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sendable, toHtml } from '../../../src/channels/telegram/html-text.ts';
import { keyboardOf } from '../../../src/channels/telegram/keyboard.ts';
import { clip, splitText } from '../../../src/channels/telegram/split-text.ts';
import { withFoundEntities } from '../../support/platforms/telegram/found-entities.ts';
import { parseHtml } from '../../support/platforms/telegram/parse-html.ts';

const hostile = [
  '*_~<@U1>',
  '<script>alert(1)</script>',
  '&lt;b&gt;',
  '</b>',
  '@alice @bob_c',
  '[x](y)',
  '`a`',
  '||s||',
  '<a href="x">',
];

test.each(hostile)('%s comes out as written and calls nobody', (text) => {
  const { text: seen, entities } = parseHtml(toHtml(text));
  expect(seen).toBe(text);
  const kinds = withFoundEntities(seen, entities).map((entity) => entity.type);
  expect(kinds).not.toContain('mention');
  expect(kinds.every((kind) => kind === 'code')).toBe(true);
});

test('any text comes out as written', () => {
  const piece = fc.oneof(fc.constantFrom(...hostile, '@', '&', ' '), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = sendable(pieces.join(''));
      const { text: seen, entities } = parseHtml(toHtml(text));
      expect(seen).toBe(text);
      expect(withFoundEntities(seen, entities).map((entity) => entity.type)).not.toContain('mention');
    }),
    { numRuns: 500 },
  );
});

test('what Telegram refuses or drops is left out', () => {
  expect(sendable(' a\u0000b\ud83d \n')).toBe('ab\ufffd');
});

describe('long texts', () => {
  test('are cut between paragraphs, else lines, sentences, words', () => {
    expect(splitText('one two\n\nthree\nfour', 15)).toEqual(['one two', 'three\nfour']);
    expect(splitText('one two three\nfour five', 17)).toEqual(['one two three', 'four five']);
    expect(splitText('It is so. It is not.', 15)).toEqual(['It is so.', 'It is not.']);
    expect(splitText('aaaa bbbb cccc', 9)).toEqual(['aaaa bbbb', 'cccc']);
    expect(splitText('x'.repeat(10), 4)).toEqual(['xxxx', 'xxxx', 'xx']);
    expect(splitText('  ', 4)).toEqual([]);
  });

  test('are never cut within a character, lose nothing, and no piece is blank or too long', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('👩‍👩‍👧‍👦', '🇩🇪', 'é', ' ', '\n', '\n\n', 'word '));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 12, max: 40 }), (words, limit) => {
        const text = words.join('').toWellFormed();
        const pieces = splitText(text, limit);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(limit);
          expect(piece.trim()).not.toBe('');
          expect(piece.isWellFormed()).toBe(true);
        }
        expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      { numRuns: 500 },
    );
    expect(splitText('👩‍👩‍👧‍👦'.repeat(3), 12)).toEqual(Array(3).fill('👩‍👩‍👧‍👦'));
    expect(splitText('a\u0301'.repeat(3), 3)).toEqual(Array(3).fill('a\u0301'));
  });

  test('one character of thousands of marks is cut all the same', () => {
    const pieces = splitText(`a${'\u0301'.repeat(100)}`, 40);
    expect(pieces.every((piece) => piece.length <= 40)).toBe(true);
  });

  test('captions end in "…" where they must', () => {
    expect(clip('short', 10)).toBe('short');
    expect(clip('one two three', 10)).toBe('one two…');
    expect(clip('x'.repeat(2000), 1024)).toHaveLength(1024);
  });
});

describe('buttons', () => {
  const row = (keyboard: ReturnType<typeof keyboardOf>) =>
    keyboard?.inline_keyboard.map((buttons) => buttons.map((button) => button.text));

  test('stand beside each other as far as a phone is wide', () => {
    const buttons = ['Undo', 'Edit', 'Show rows'].map((label, n) => ({ id: `b:${n}`, label }));
    expect(row(keyboardOf(buttons))).toEqual([['Undo', 'Edit', 'Show rows']]);
    const german = ['Rückgängig machen', 'Bearbeiten', 'Zeilen zeigen'].map((label, n) => ({ id: `b:${n}`, label }));
    expect(row(keyboardOf(german))).toEqual([['Rückgängig machen'], ['Bearbeiten', 'Zeilen zeigen']]);
    expect(row(keyboardOf(Array(4).fill({ id: 'x', label: 'ok' })))).toEqual([['ok', 'ok', 'ok'], ['ok']]);
    expect(keyboardOf([])).toBe(undefined);
  });

  test('whose id has over 64 bytes are left out', () => {
    const keyboard = keyboardOf([
      { id: 'é'.repeat(32), label: 'fits' },
      { id: `${'é'.repeat(32)}x`, label: 'does not' },
    ]);
    expect(row(keyboard)).toEqual([['fits']]);
  });
});
