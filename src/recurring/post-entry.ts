/** Posts a recurring entry on each day that its cadence says, however late. It is silent: digests tell of it. */

import { type AbsentAsker, absentAsker, type Defaults } from '../alerts/absent-asker.ts';
import { carryOut } from '../domain/operation.ts';
import { planPosting } from '../domain/recurring-entries.ts';
import { RECURRING, readPayload } from '../domain/recurring-payload.ts';
import { dayAt } from '../period.ts';
import type { Handler, Outcome } from '../scheduler/handler.ts';

export function recurringHandlers(defaults: Defaults): Record<typeof RECURRING, Handler> {
  return {
    [RECURRING]: {
      // What was to be paid was paid, whether Purser ran or not.
      lateness: { policy: 'each' },
      async commit(tx, { schedule, at, now }) {
        const who = await absentAsker(tx, schedule, now, defaults);
        if (!mayWrite(who)) return left;
        const day = dayAt(at, schedule.timeZone);
        const { changes } = await planPosting(tx, who.asker, schedule.id, readPayload(schedule.payload), day);
        await carryOut(tx, who.asker, changes);
        return null;
      },
    },
  };
}

function mayWrite(who: AbsentAsker | null): who is AbsentAsker {
  return who !== null && who.asker.role !== 'viewer';
}

const left: Outcome = { becomes: 'ended', why: 'Whoever arranged it does not keep this ledger any more.' };
