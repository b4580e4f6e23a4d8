/** For Prisma's own command line, where its engine exists: `prisma migrate deploy` agrees with what Purser applies at start. */

import { defineConfig } from 'prisma/config';

const url = process.env.DATABASE_URL ?? 'file:./data/purser.db';
const dialect = url.startsWith('file:') ? 'sqlite' : 'mysql';

export default defineConfig({
  schema: dialect === 'sqlite' ? 'prisma/schema.prisma' : 'prisma/generated/mysql.prisma',
  migrations: { path: `prisma/migrations/${dialect}` },
  datasource: { url },
});
