import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '../../../src/channels/slack/plain-text.ts';
import { Recent } from '../../../src/channels/slack/recent.ts';
import { shorten, splitText } from '../../../src/channels/slack/split-text.ts';

test.each([
  ['<@U0PURSER> lunch 12', 'lunch 12'],
  ['lunch 12 <@U0PURSER>', 'lunch 12'],
  ['a &amp;&lt;b&gt; &amp;amp;', 'a &<b> &amp;'],
  ['<https://lidl.de/?a=1&amp;b=2>', 'https://lidl.de/?a=1&b=2'],
  ['<http://lidl.de|lidl.de> 12', 'lidl.de 12'],
  ['<mailto:ann@a.b|ann@a.b>', 'ann@a.b'],
  ['<#C1|money> <@U2|bo> <@U3> <!here> <!subteam^S1|@team>', '#money @bo @U3 @here @team'],
  ['5 < 6 > 4', '5 < 6 > 4'],
])('%j was written as %j', (wire, written) => {
  expect(plainText(wire, 'U0PURSER')).toBe(written);
});

const texts = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '😀', 'é'), maxLength: 300 });

test('split text keeps every word, in pieces that fit', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 40 }), (text, limit) => {
      const pieces = splitText(text, limit);
      expect(pieces.every((piece) => piece.length > 0 && piece.length <= limit && piece.isWellFormed())).toBe(true);
      expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});

test('shortened text fits and is well-formed', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 40 }), (text, limit) => {
      const short = shorten(text, limit);
      expect(short.length).toBeLessThanOrEqual(limit);
      expect(short.isWellFormed()).toBe(true);
    }),
  );
});

test('what was used longest ago is forgotten first', () => {
  const recent = new Recent<string, number>(2);
  recent.set('a', 1);
  recent.set('b', 2);
  recent.get('a');
  recent.set('c', 3);
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3]);
});
