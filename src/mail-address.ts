/** Addresses of mailboxes, read as people type them and refused where no server would take them; and of the server itself. */

import { domainToASCII } from 'node:url';

/** As many characters as a column takes, with what stands before it there. */
const LONGEST = 180;
const LONGEST_LOCAL = 64;

const local = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const domain = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?=.*[a-z])[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;

/** The address in small letters, its domain as servers know it ("xn--…"); null for what is none. */
export function readMailAddress(text: string): string | null {
  const [, before, after] = /^(?:mailto:)?([^@]+)@([^@]+)$/i.exec(text.normalize('NFC').trim()) ?? [];
  if (before === undefined || after === undefined) return null;
  const address = `${before}@${domainToASCII(after)}`.toLowerCase();
  const [name = '', host = ''] = address.split('@');
  const isOne = local.test(name) && name.length <= LONGEST_LOCAL && domain.test(host) && address.length <= LONGEST;
  return isOne ? address : null;
}

export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** "purser@example.org", "Purser <purser@example.org>"; null for what is none. */
export function readSender(text: string): Sender | null {
  const [, name = '', named] = /^([^\p{Cc}<>"@]*)<([^<>]+)>$/u.exec(text.trim()) ?? [];
  const address = readMailAddress(named ?? text);
  return address === null ? null : { name: name.trim() || 'Purser', address };
}

const server = /^smtps?:\/\/(?:[^\s/?#@:]+:[^\s/?#@:]+@)?(?:\[[\da-f:]+\]|[^\s/?#@:[\]]+)(?::\d{1,5})?\/?$/i;

/** Whether it is smtp://USER:PASSWORD@HOST:PORT or smtps://…, with or without a login and a port. */
export function isSmtpUrl(text: string): boolean {
  if (!server.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return isEncoded(username) && isEncoded(password);
}

function isEncoded(text: string): boolean {
  return /^(?:[^%]|%[\da-f]{2})*$/i.test(text);
}
