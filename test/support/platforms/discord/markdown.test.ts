import { expect, test } from 'vitest';
import { readMarkdown } from './markdown.ts';

test.each([
  ['**bold**', 'bold', ['bold: bold']],
  ['*it* and _it_', 'it and it', ['italic: it', 'italic: it']],
  ['__under__ ~~gone~~ ||secret||', 'under gone secret', ['underline: under', 'strike: gone', 'spoiler: secret']],
  ['**a _b_**', 'a b', ['bold: a b', 'italic: b']],
  ['snake_case_name 2*3*4', 'snake_case_name 234', ['italic: 3']],
  ['`a*b*c`', 'a*b*c', ['code: a*b*c']],
  ['```js\nx = 1\n```', 'x = 1', ['code: x = 1']],
  ['# Big', 'Big', ['heading: Big']],
  ['a\n> said', 'a\nsaid', ['quote: said']],
  ['- one\n- two', 'one\ntwo', ['list: one', 'list: two']],
  ['-# small', 'small', ['small: small']],
  ['<@123> <#4> <@&5> <t:0:R>', '123 4 5 0', ['mention: 123', 'channel mention: 4', 'role mention: 5', 'time: 0']],
  ['[here](https://a.example)', 'here', ['masked link: here']],
  ['see https://a.example/x_y_z.', 'see https://a.example/x_y_z.', ['link: https://a.example/x_y_z']],
  ['a :coffee: at 12:30:45', 'a coffee at 12:30:45', ['emoji: coffee']],
  ['\\*\\_\\~\\`\\|\\<@1\\> \\# \\[a\\](b)', '*_~`|<@1> # [a](b)', []],
  ['\\> x\n\\- y\n1\\. z', '> x\n- y\n1. z', []],
  ['back\\slash and \\\\', 'back\\slash and \\', []],
  ['<script>alert(1)</script>', '<script>alert(1)</script>', []],
])('%j is seen as %j', (source, text, marks) => {
  expect(readMarkdown(source)).toEqual({ text, marks });
});
