import { execFile } from 'node:child_process';
import dgram from 'node:dgram';
import dns, { lookup, Resolver } from 'node:dns';
import { lookup as lookupPromise, resolve4 } from 'node:dns/promises';
import { get } from 'node:http';
import { connect, createConnection, createServer, Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { isAllowedHost, takeRefusals } from './loopback-guard.ts';

const refusal = /The tests may only connect to this machine/;
// An address that belongs to nobody (RFC 5737), should the guard be broken.
const away = '192.0.2.1';

const attempts: [name: string, attempt: () => unknown][] = [
  ['net.connect with options', () => connect({ host: away, port: 80 })],
  ['net.connect with a port and a host', () => connect(80, away)],
  ['net.createConnection to a name', () => createConnection({ host: 'example.com', port: 443 })],
  ['Socket.connect', () => new Socket().connect(80, away)],
  ['Socket.connect over version 6', () => new Socket().connect({ port: 80, host: '2001:db8::1' })],
  ['tls.connect', () => connectTls({ host: away, port: 443 })],
  ['http.get', () => new Promise((_, reject) => get(`http://${away}/`).on('error', reject))],
  ['fetch', () => fetch(`http://${away}/`).catch((error) => Promise.reject(error.cause))],
  ['fetch over TLS to a name', () => fetch('https://example.com/').catch((error) => Promise.reject(error.cause))],
  [
    'WebSocket',
    () =>
      new Promise((_, reject) => new WebSocket(`ws://${away}/`).addEventListener('error', (event) => reject(event))),
  ],
  ['a datagram', () => withSocket((socket) => socket.send('x', 53, away))],
  ['part of a datagram', () => withSocket((socket) => socket.send(Buffer.from('xyz'), 0, 1, 53, away))],
  ['a datagram connection', () => withSocket((socket) => socket.connect(53, away))],
  ['dns.lookup', () => dns.lookup('example.com', () => {})],
  ['dns.lookup by name', () => lookup('example.com', () => {})],
  ['dns/promises.lookup', () => lookupPromise('example.com')],
  ['dns.resolve', () => dns.resolve('example.com', () => {})],
  ['dns/promises.resolve4', () => resolve4('example.com')],
  ['a resolver', () => new Resolver().resolveMx('example.com', () => {})],
];

function withSocket(use: (socket: dgram.Socket) => void): void {
  const socket = dgram.createSocket('udp4');
  try {
    use(socket);
  } finally {
    socket.close();
  }
}

// The refusals here are meant; the guard's own check after each test would report them.
afterEach(() => void takeRefusals());

test.each(attempts)('refuses %s', async (name, attempt) => {
  const error = await (async () => attempt())().catch((thrown: unknown) => thrown);
  if (name !== 'WebSocket') expect(String(error)).toMatch(refusal);
  expect(takeRefusals()).not.toEqual([]);
});

test('notes an attempt whose refusal was swallowed', async () => {
  await fetch(`http://${away}/`).catch(() => {});
  expect(takeRefusals()).toEqual([`connect ${away}`]);
});

test('lets connections to this machine through', async () => {
  const server = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('hi');
  expect(await (await fetch(`http://localhost:${port}/`)).text()).toBe('hi');
  await new Promise<void>((resolve, reject) => connect(port).once('connect', resolve).once('error', reject).resume());
  await lookupPromise('localhost');
  server.close();
  expect(takeRefusals()).toEqual([]);
});

test('lets a local socket through', async () => {
  const error = await new Promise((resolve) => connect('/nonexistent/socket').once('error', resolve));
  expect(error).toMatchObject({ code: 'ENOENT' });
  expect(takeRefusals()).toEqual([]);
});

test('stands in Node processes that tests start, too', async () => {
  const script = `fetch('http://${away}/').catch((error) => console.log(error.cause.message))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script]);
  expect(stdout).toMatch(refusal);
});

test.each([
  ['localhost', true],
  ['LOCALHOST', true],
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['::1', true],
  ['[::1]', true],
  ['::ffff:127.0.0.1', true],
  ['127.0.0.1.example.com', false],
  ['localhost.example.com', false],
  ['10.0.0.1', false],
  ['0.0.0.0', false],
  ['', false],
])('takes %j for this machine: %s', (host, expected) => {
  expect(isAllowedHost(host)).toBe(expected);
});
