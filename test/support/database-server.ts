/**
 * Runs once for the whole test run: a folder for SQLite files with a migrated one to copy, and a MySQL server.
 * The server is TEST_DATABASE_URL, else root without a password on 127.0.0.1:3306, else a private mariadbd.
 * At the end the folder and every database of this run are gone, also those of tests that failed or crashed.
 */

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { dropDatabase } from './drop-database.ts';
import { startPrivateServer } from './private-mariadb.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** where throw-away SQLite files go; holds template.db */
    testFolder: string;
    /** the server's address without a database, or "" where there is none */
    mysqlServer: string;
    /** what the names of this run's databases start with */
    databasePrefix: string;
  }
}

type Release = () => Promise<void>;

export default async function setup(project: TestProject): Promise<Release> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-test-'));
  const releases: Release[] = [() => rm(folder, { recursive: true, force: true })];
  const releaseAll = async () => {
    while (releases.length > 0) await releases.pop()?.();
  };
  try {
    const template = await openDatabase(`file:${folder}/template.db`);
    await migrate(template);
    await template.close();

    const server = await findServer(folder, releases);
    const prefix = `purser_test_${randomBytes(4).toString('hex')}_`;
    if (server) releases.push(() => dropDatabases(server, prefix));
    project.provide('testFolder', folder);
    project.provide('mysqlServer', server);
    project.provide('databasePrefix', prefix);
    return releaseAll;
  } catch (error) {
    await releaseAll();
    throw error;
  }
}

async function findServer(folder: string, releases: Release[]): Promise<string> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    // A server that somebody named must work: skipping here would hide a broken setting.
    await (await createConnection(withoutDatabase(given))).end();
    return withoutDatabase(given);
  }
  const usual = 'mysql://root@127.0.0.1:3306/';
  const answers = await createConnection(usual).then(
    (connection) => connection.end().then(() => true),
    () => false,
  );
  if (answers) return usual;
  const own = await startPrivateServer(join(folder, 'mariadb'));
  if (own) {
    releases.push(own.stop);
    return own.url;
  }
  const missing =
    'No MySQL or MariaDB server was found: set TEST_DATABASE_URL, start one on 127.0.0.1:3306 with root and no password, or install mariadb-server.';
  if (process.env.CI === 'true') throw new Error(missing);
  process.stderr.write(`\n*** SKIPPING EVERY TEST ON MYSQL. ${missing} ***\n\n`);
  return '';
}

async function dropDatabases(server: string, prefix: string): Promise<void> {
  const connection = await createConnection(server);
  const [rows] = await connection.query('SELECT schema_name AS name FROM information_schema.schemata');
  for (const { name } of rows as { name: string }[]) {
    if (name.startsWith(prefix)) await dropDatabase(connection, name);
  }
  await connection.end();
}

function withoutDatabase(url: string): string {
  const address = new URL(url.replace(/^mariadb:/, 'mysql:'));
  address.pathname = '/';
  return address.href;
}
