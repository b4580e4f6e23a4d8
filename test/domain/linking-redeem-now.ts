/** A process that redeems a code: node linking-redeem-now.ts URL PERSON CODE. Prints the outcome. */

import { Temporal } from 'temporal-polyfill';
import { redeemLinkCode } from '../../src/domain/linking.ts';
import { openDatabase } from '../../src/store/database.ts';
import { personalLedger } from '../../src/store/people.ts';

const [url = '', personId = '', code = ''] = process.argv.slice(2);
const database = await openDatabase(url);
const asker = {
  personId,
  ...(await personalLedger(database.client, personId)),
  homeCurrency: 'EUR',
  preferences: { currency: 'EUR', timezone: 'UTC', language: null, firstDayOfWeek: 1 },
  now: Temporal.Instant.from('2026-06-15T10:00:00Z'),
  today: '2026-06-15',
  turnId: null,
} as const;
const result = await database.transaction((tx) => redeemLinkCode(tx, asker, code));
process.stdout.write(result.outcome === 'refused' ? result.reason : result.outcome);
await database.close();
