// Generates the Prisma clients of both dialects from prisma/schema.prisma. Runs after npm install, on any Node >= 20.
// Nothing is downloaded: generating needs no engine, though Prisma insists on the path of one.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sqliteSchema = join(root, 'prisma/schema.prisma');
const mysqlSchema = join(root, 'prisma/generated/mysql.prisma');

// A production install has no Prisma command line; it is given the clients that were generated before.
if (!existsSync(join(root, 'node_modules/prisma'))) process.exit(0);

mkdirSync(dirname(mysqlSchema), { recursive: true });
writeFileSync(mysqlSchema, toMysql(readFileSync(sqliteSchema, 'utf8')));
generate(sqliteSchema);
generate(mysqlSchema);

/** The same schema for MySQL: provider, output folder and the native types asked for by "/// @mysql X" comments. */
function toMysql(schema) {
  let nativeType;
  const lines = schema.split('\n').map((line) => {
    const asked = line.match(/^\s*\/\/\/ @mysql ([\w()]+)/);
    if (asked) {
      nativeType = asked[1];
      return line;
    }
    if (nativeType && /^\s*\w+\s+String/.test(line)) {
      const typed = `${line.trimEnd()} @db.${nativeType}`;
      nativeType = undefined;
      return typed;
    }
    return line;
  });
  return `// Generated from prisma/schema.prisma; do not edit.\n${lines.join('\n')}`
    .replace('provider = "sqlite"', 'provider = "mysql"')
    .replace('../src/store/generated/sqlite', '../../src/store/generated/mysql');
}

function generate(schema) {
  const prisma = join(root, 'node_modules/prisma/build/index.js');
  const run = spawnSync(process.execPath, [prisma, 'generate', '--schema', schema, '--no-hints'], {
    cwd: root,
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
    encoding: 'utf8',
  });
  if (run.status !== 0) {
    process.stderr.write(`${run.stdout}${run.stderr}`);
    process.exit(run.status ?? 1);
  }
}
