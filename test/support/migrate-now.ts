/** A process that opens a database, migrates it and prints what it applied: node migrate-now.ts URL. */

import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';

const database = await openDatabase(process.argv[2] ?? '');
const { applied } = await migrate(database);
process.stdout.write(`${JSON.stringify(applied)}\n`);
await database.close();
