import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMailAddress, readSender } from '../src/mail-address.ts';

describe('an address', () => {
  test.each([
    ['me@example.org', 'me@example.org'],
    [' Me.Too+purser@Mail.Example.ORG ', 'me.too+purser@mail.example.org'],
    ['mailto:me@example.org', 'me@example.org'],
    ['me@bücher.example', 'me@xn--bcher-kva.example'],
    ["o'neil_1@a-b.co", "o'neil_1@a-b.co"],
  ])('%s is read', (text, address) => {
    expect(readMailAddress(text)).toBe(address);
  });

  test.each([
    ...[
      '',
      'me',
      'me@',
      '@example.org',
      'me@localhost',
      'me@example',
      'me@exa mple.org',
      'me@@example.org',
      'a@b@c.org',
    ],
    ...['.me@example.org', 'me.@example.org', 'm..e@example.org', '"me"@example.org', 'me@[127.0.0.1]', 'me@127.0.0.1'],
    ...[
      'me@-a.org',
      'me@a-.org',
      'me@a..org',
      'mé@example.org',
      'me@example.org\r\nBcc: x@y.org',
      'me@example.org,x@y.org',
    ],
    ...[
      '<me@example.org>',
      `${'a'.repeat(65)}@example.org`,
      `me@${'a.'.repeat(100)}org`,
      'me@example.org>',
      'me;@example.org',
    ],
  ])('%j is none', (text) => {
    expect(readMailAddress(text)).toBeNull();
  });

  test('holds nothing that could end a header or a command, whatever was typed, and is read the same again', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('me', 'a.org', '\r\n', '>', ' '),
    );
    fc.assert(
      fc.property(part, part, (before, after) => {
        const address = readMailAddress(`${before}@${after}`);
        if (address === null) return;
        expect(address).toMatch(/^[\x21-\x7e]+$/);
        expect(address).not.toMatch(/[<>()[\]\\,;:"]/);
        expect(readMailAddress(address)).toBe(address);
      }),
    );
  });
});

test('a sender has a name', () => {
  expect(readSender('purser@example.org')).toEqual({ name: 'Purser', address: 'purser@example.org' });
  expect(readSender('Our  Purser <p@example.org>')).toEqual({ name: 'Our  Purser', address: 'p@example.org' });
  expect(readSender('Our Purser p@example.org')).toBeNull();
});
