import { expect, test } from 'vitest';
import { startDiscordServer } from '../../support/platforms/discord/server.ts';
import { wireGuild } from '../../support/platforms/discord/wire-objects.ts';
import { openChannel } from './open-channel.ts';

/** The channel's clock stands where the server's is. */
async function open() {
  const now = Date.now();
  return await openChannel({ channel: { clock: { leaseTime: () => now } } });
}

test('added to a server, it says hello where people are welcomed, to the server’s owner', async () => {
  const { server, received, send } = await open();
  const [ann, bob] = [server.person('ann'), server.person('bob')];
  const channel = server.addServer(ann);
  server.addToServer(channel, bob);
  const message = await received();
  expect(message).toMatchObject({
    conversation: `discord:${channel.id}`,
    sender: ann.user.id,
    content: { kind: 'joined', name: '@purser' },
    group: { id: channel.id, name: '#welcome' },
  });
  await send(message, { text: 'Hello' });
  expect(bob.sees(channel)).toMatchObject([{ text: 'Hello', replyTo: null }]);
});

test('where it may read the audit log, that names who added it', async () => {
  const { server, received } = await open();
  const [ann, bob] = [server.person('ann'), server.person('bob')];
  server.addToServer(server.addServer(ann, { showsAuditLog: true }), bob);
  expect((await received()).sender).toBe(bob.user.id);
});

test('is told again at the next connection under the same key, and not at all once it is old', async () => {
  const { server, inbox, received } = await open();
  const ann = server.person('ann');
  const channel = server.addServer(ann);
  server.addToServer(channel, ann);
  const first = await received();
  const event = wireGuild(server.world, channel.guildId ?? '');
  server.gateway.publish('GUILD_CREATE', event);
  expect((await received(2)).key).toBe(first.key);
  server.gateway.publish('GUILD_CREATE', { ...event, joined_at: '2026-01-01T00:00:00.000000+00:00' });
  server.gateway.publish('GUILD_CREATE', { id: event.id, unavailable: true });
  ann.dm('lunch 12');
  expect((await received(3)).content).toMatchObject({ text: 'lunch 12' });
  expect(inbox).toHaveLength(3);
});

test('a server that welcomes nobody is not talked into', async () => {
  const { server, inbox, received } = await open();
  const ann = server.person('ann');
  server.addToServer(server.addServer(ann, { welcomesPeople: false }), ann);
  ann.dm('lunch 12');
  await received();
  expect(inbox).toHaveLength(1);
});

test('the local server tells of the audit log only where that is allowed', async () => {
  const server = await startDiscordServer({ rateLimits: false });
  const bob = server.person('bob');
  const ask = async (guild: string | null) =>
    await fetch(`${server.api}/v10/guilds/${guild}/audit-logs?action_type=28`, {
      headers: { authorization: `Bot ${server.token}`, 'user-agent': 'DiscordBot (https://example.org, 1)' },
    });
  const [closed, open] = [server.addServer(bob), server.addServer(bob, { showsAuditLog: true })];
  for (const channel of [closed, open]) server.addToServer(channel, bob);
  expect((await ask(closed.guildId)).status).toBe(403);
  const entries = (await (await ask(open.guildId)).json()) as { audit_log_entries: object[] };
  expect(entries.audit_log_entries).toMatchObject([
    { action_type: 28, user_id: bob.user.id, target_id: server.world.bot.id },
  ]);
  await server.close();
});
