/**
 * Refuses every connection off this machine, so that nothing can phone home unseen while the tests run.
 * Importing it is enough; it also works as `node --import`.
 */

import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

// On globalThis, because a test runner may load this file more than once.
const key = Symbol.for('purser.loopback-guard');
const state: { refusals: string[] } = Reflect.get(globalThis, key) ?? install();

/** What was refused since the last call. */
export function takeRefusals(): string[] {
  return state.refusals.splice(0);
}

/** Whether a host is this machine, or the database server that the tests were told to use. */
export function isAllowedHost(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  if (name === 'localhost' || name === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(name)) return true;
  const database = process.env.TEST_DATABASE_URL ?? '';
  return URL.canParse(database) && new URL(database).hostname === name;
}

function install() {
  const created = { refusals: [] as string[] };
  Reflect.set(globalThis, key, created);

  guard(net.Socket.prototype, 'connect', connectHost);
  guard(dgram.Socket.prototype, 'send', sendHost);
  guard(dgram.Socket.prototype, 'connect', (args) => args[1] ?? 'localhost');
  guard(dns, 'lookup', (args) => args[0]);
  guard(dns.promises, 'lookup', (args) => args[0]);
  // The other functions ask a name server, whatever the name.
  for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (/^(resolve|reverse)/.test(name)) guard(owner, name, (args) => `name server, for ${args[0]}`);
    }
  }
  syncBuiltinESMExports();
  return created;

  function guard(owner: object, name: string, hostOf: (args: unknown[]) => unknown): void {
    const original: AnyFunction = Reflect.get(owner, name);
    const guarded: AnyFunction = function (...args) {
      const host = String(hostOf(args));
      if (isAllowedHost(host)) return original.apply(this, args);
      created.refusals.push(`${name} ${host}`);
      throw new Error(`The tests may only connect to this machine, and something called ${name} for ${host}.`);
    };
    Reflect.set(owner, name, guarded);
  }
}

/** The host in any form of net.Socket.connect: (options), (port, host), (path), or Node's own [options, callback]. */
function connectHost(args: unknown[]): unknown {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof first === 'object' && first !== null) {
    return Reflect.get(first, 'path') ? 'localhost' : (Reflect.get(first, 'host') ?? 'localhost');
  }
  const isPort = typeof first === 'number' || /^\d+$/.test(String(first));
  return isPort && typeof args[1] === 'string' ? args[1] : 'localhost';
}

/** The address in (message, port, address) and (message, offset, length, port, address). */
function sendHost(args: unknown[]): unknown {
  const hasOffset = typeof args[1] === 'number' && typeof args[2] === 'number' && typeof args[3] === 'number';
  const address = args[hasOffset ? 4 : 2];
  return typeof address === 'string' ? address : 'localhost';
}
