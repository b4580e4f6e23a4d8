/** A MariaDB server of the tests' own, on a temporary folder and a free port. */

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';

export type PrivateServer = { url: string; stop(): Promise<void> };

/** Starts the server and waits until it answers; undefined where MariaDB is not installed. */
export async function startPrivateServer(folder: string): Promise<PrivateServer | undefined> {
  const server = findProgram('mariadbd') ?? findProgram('mysqld');
  const install = findProgram('mariadb-install-db') ?? findProgram('mysql_install_db');
  if (!server || !install) return undefined;

  await mkdir(folder, { recursive: true });
  const user = `--user=${userInfo().username}`;
  const data = ['--no-defaults', `--datadir=${folder}/data`, user];
  await promisify(execFile)(install, [...data, '--auth-root-authentication-method=normal', '--skip-test-db']);

  const port = await freePort();
  const log = join(folder, 'server.log');
  const child = spawn(
    server,
    [
      ...data,
      `--socket=${folder}/server.sock`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      `--pid-file=${folder}/server.pid`,
      `--log-error=${log}`,
      '--innodb-flush-log-at-trx-commit=0', // a crash of the test machine may lose test rows
    ],
    { stdio: 'ignore' },
  );
  const url = `mysql://root@127.0.0.1:${port}/`;
  const stop = () => stopServer(child);
  try {
    await untilItAnswers(url, child);
  } catch (error) {
    await stop();
    throw new Error(`mariadbd did not start: ${await readFile(log, 'utf8').catch(() => 'no log')}`, { cause: error });
  }
  return { url, stop };
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const connection = await createConnection(url);
      return await connection.end();
    } catch (error) {
      if (attempt === 150 || child.exitCode !== null) throw error;
      await wait(100);
    }
  }
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
