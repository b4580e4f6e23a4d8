import { expect, test } from 'vitest';
import { commands, textOfCommand } from '../../../src/channels/discord/commands.ts';
import { createOfflineModel } from '../../../src/offline/offline-model.ts';
import { databases } from '../../support/databases.ts';
import { openTestHouse } from '../../support/house.ts';
import { openChannel, openOn } from './open-channel.ts';

const puts = (server: { requests: { method: string }[] }) =>
  server.requests.filter(({ method }) => method === 'PUT').length;

test('all ten are registered, in five languages, once', async () => {
  const { server } = await openChannel();
  const registered = server.world.commands.get('') ?? [];
  expect(registered.map(({ name }) => `/${name}`).join(' ')).toBe(
    '/log /spent /budget /chart /ask /undo /export /link /settings /help',
  );
  for (const { description_localizations: words } of registered) {
    expect(Object.keys(words as object).sort()).toEqual(['de', 'es-419', 'es-ES', 'fr', 'pt-BR']);
  }
  expect(puts(server)).toBe(1);
  await openOn(server);
  expect(puts(server)).toBe(1);
});

test('they are put right where they differ', async () => {
  const { server } = await openChannel();
  const [log, ...others] = server.world.commands.get('') ?? [];
  server.world.commands.set('', [{ ...(log as NonNullable<typeof log>), description: 'old' }, ...others]);
  await openOn(server);
  expect(puts(server)).toBe(2);
  expect(server.world.commands.get('')?.[0]?.description).toBe(commands[0]?.description);
});

test('a start without them goes on', async () => {
  const opened = await openChannel({ isStopped: true });
  opened.server.faults.next({ on: /commands/, with: { status: 500 } });
  await opened.start();
  opened.server.person('ann').dm('hello');
  await opened.received();
  expect(opened.logged.join()).toContain('commands could not be registered');
});

const [sqlite] = databases;

test.each([
  ['en-US', 'groceries last month', 'lunch 12.50'],
  ['de', 'für Lebensmittel letzten Monat', 'Mittagessen 12,50'],
  ['es-ES', 'en supermercado el mes pasado', 'comida 12,50'],
  ['fr', 'en courses le mois dernier', 'déjeuner 12,50'],
  ['pt-BR', 'em supermercado no mês passado', 'almoço 12,50'],
])('what they say in %s is understood', async (locale, subject, expense) => {
  const database = await (sqlite as (typeof databases)[number]).openTestDatabase();
  const chat = openTestHouse(database, { model: createOfflineModel() });
  const told: [string, string][] = [];
  for (const [name, given] of [
    ['log', expense],
    ['spent', ''],
    ['spent', subject],
    ['budget', ''],
    ['chart', ''],
    ['undo', ''],
    ['export', ''],
    ['export', 'json'],
  ] as const) {
    const reply = await chat.say(textOfCommand(name, given, locale) ?? '');
    told.push([`/${name} ${given}`.trim(), reply.tools.map((each) => each.name).join()]);
  }
  expect(told).toEqual([
    [`/log ${expense}`, 'record_entries'],
    ['/spent', 'spending_summary'],
    [`/spent ${subject}`, 'spending_summary'],
    ['/budget', 'budget_status'],
    ['/chart', 'spending_summary'],
    ['/undo', 'undo'],
    ['/export', 'export_entries'],
    ['/export json', 'export_entries'],
  ]);
});

test('what is behind a command is its text, and a command of others is none', () => {
  expect(textOfCommand('budget', ' 300 for dining a month ', 'en-US')).toBe('budget 300 for dining a month');
  expect(textOfCommand('link', 'ABCD2345', 'en-US')).toBe('link ABCD2345');
  expect(textOfCommand('settings', 'my currency is USD', 'en-US')).toBe('my currency is USD');
  expect(textOfCommand('airhorn', 'x', 'en-US')).toBeNull();
});
