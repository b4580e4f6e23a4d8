import { describe, expect, test } from 'vitest';
import { withFoundEntities } from './found-entities.ts';
import { EntityError, type Formatted, parseHtml } from './parse-html.ts';
import { parseMarkdown } from './parse-markdown.ts';

/** "bold:one text_link:two" */
const shape = ({ text, entities }: Formatted) =>
  entities.map(({ type, offset, length }) => `${type}:${text.slice(offset, offset + length)}`).join(' ');

describe('HTML', () => {
  test.each([
    ['<b>one</b> two', 'one two', 'bold:one'],
    ['<strong>a<em>b</em></strong>', 'ab', 'bold:ab italic:b'],
    ['<s>x</s><u>y</u><tg-spoiler>z</tg-spoiler>', 'xyz', 'strikethrough:x underline:y spoiler:z'],
    ['<span class="tg-spoiler">z</span>', 'z', 'spoiler:z'],
    ['<a href="https://e.org/?a=1&amp;b=2">link</a>', 'link', 'text_link:link'],
    ['<a href="nowhere">link</a>', 'link', ''],
    ['<pre><code class="language-ts">x</code></pre>', 'x', 'pre:x'],
    ['<blockquote expandable>q</blockquote>', 'q', 'blockquote:q'],
    ['<B>up</B>', 'up', 'bold:up'],
    ['&lt;script&gt; &amp; &quot;x&quot; &#128512; &#x1F600;', '<script> & "x" 😀 😀', ''],
    ['&nbsp; &lt x > y', '&nbsp; < x > y', ''],
    ['<b></b>empty', 'empty', ''],
    ['😀<b>x</b>', '😀x', 'bold:x'],
  ])('reads %s', (source, text, entities) => {
    const parsed = parseHtml(source);
    expect(parsed.text).toBe(text);
    expect(shape(parsed)).toBe(entities);
  });

  test.each([
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['ä <script>x</script>', 'Unsupported start tag "script" at byte offset 3'],
    ['<@U1>', 'Unsupported start tag "@u1" at byte offset 0'],
    ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<a href>x</a>', 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'],
    ['<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<a href=x/y>x</a>', 'Unexpected end of name token at byte offset 0'],
    ['<a href="x>x</a>', 'Unclosed start tag at byte offset 0'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['line<br>break', 'Unsupported start tag "br" at byte offset 4'],
  ])('refuses %s', (source, message) => {
    expect(() => parseHtml(source)).toThrow(new EntityError(message));
  });
});

describe('MarkdownV2', () => {
  test.each([
    ['*one* two', 'one two', 'bold:one'],
    ['__u__ _i_ ~s~ ||p||', 'u i s p', 'underline:u italic:i strikethrough:s spoiler:p'],
    ['`a*b` ```ts\nx```', 'a*b x', 'code:a*b pre:x'],
    ['[link](https://e.org/a\\)b)', 'link', 'text_link:link'],
    ['12\\.50 \\- x\\!', '12.50 - x!', ''],
    ['>quoted\n>more\nplain', 'quoted\nmore\nplain', 'blockquote:quoted\nmore'],
  ])('reads %s', (source, text, entities) => {
    const parsed = parseMarkdown(source);
    expect(parsed.text).toBe(text);
    expect(shape(parsed)).toBe(entities);
  });

  test.each([
    ['12.50', "Character '.' is reserved and must be escaped with the preceding '\\'"],
    ['a-b', "Character '-' is reserved and must be escaped with the preceding '\\'"],
    ['x! ', "Character '!' is reserved and must be escaped with the preceding '\\'"],
    ['*open', "Can't find end of Bold entity at byte offset 0"],
    ['ä `open', "Can't find end of Code entity at byte offset 3"],
    ['[x](y', "Can't find end of a URL at byte offset 3"],
  ])('refuses %s', (source, message) => {
    expect(() => parseMarkdown(source)).toThrow(new EntityError(message));
  });
});

test.each([
  ['hi @purser_bot, /log@purser_bot 5', 'mention:@purser_bot bot_command:/log@purser_bot'],
  ['<@U1> and me@example.org', 'mention:@U1 email:me@example.org'],
  ['see https://e.org/a. #trip 5/6 a/b', 'url:https://e.org/a hashtag:#trip'],
])('finds what is in %s', (text, entities) => {
  expect(shape({ text, entities: withFoundEntities(text, []) })).toBe(entities);
});

test('finds nothing in code and links', () => {
  const parsed = parseHtml('<code>@alice</code> <a href="https://e.org">@bob</a> @carol');
  expect(shape({ ...parsed, entities: withFoundEntities(parsed.text, parsed.entities) })).toBe(
    'code:@alice text_link:@bob mention:@carol',
  );
});
