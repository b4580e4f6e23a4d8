/** How somebody is spoken to unasked: shown, and changed. */

import { z } from 'zod';
import { restoreAlerts } from '../alerts/arrange-alerts.ts';
import { listAlerts } from '../alerts/list-alerts.ts';
import { changeSettings, settingsOf } from '../alerts/settings.ts';
import { carryOut } from '../domain/operation.ts';
import { describeReminders } from '../reminders/describe-reminders.ts';
import { findLedger } from '../store/ledgers.ts';
import { alertWords } from '../wording/alert-words.ts';
import { reminderWords } from '../wording/reminder-words.ts';
import { planAlertChange } from './alerts-changes.ts';
import { defineTool, type ToolContext } from './tool.ts';

const time = z.string().max(20).optional();

const args = z.object({
  action: z.enum([
    'list',
    'on',
    'off',
    'mute',
    'unmute',
    'quiet',
    'quiet_off',
    'fewer',
    'urgent_passes',
    'urgent_waits',
    'send_here',
    'fallback_on',
    'fallback_off',
    'digest',
    'digest_off',
  ]),
  until: z.string().max(20).optional().describe('for mute: YYYY-MM-DD, the day on which it ends'),
  count: z.number().int().min(1).max(999).optional().describe('for mute: how many of the unit'),
  unit: z.enum(['hours', 'days', 'weeks', 'months']).optional().describe('for mute'),
  from: time.describe('for quiet: HH:MM'),
  to: time.describe('for quiet: HH:MM'),
  cadence: z.enum(['daily', 'weekly', 'monthly']).optional().describe('for digest'),
  time: time.describe('HH:MM; for digest, or when on its day a mute ends; leave out if not said'),
  weekday: z
    .number()
    .int()
    .min(1)
    .max(7)
    .optional()
    .describe('for a weekly digest: Monday is 1; leave out if not said'),
});

export type AlertsArgs = z.output<typeof args>;

export const alertsTool = defineTool({
  name: 'alerts',
  description:
    'What Purser writes unasked (alerts about budgets, unusual expenses, bills, goals; digests): lists what is on, what was ' +
    'told and why something was not; switches alerts on or off; mutes them for a while; sets quiet hours; makes them fewer; ' +
    'lets urgent ones pass silence or wait; sends them to this chat; allows another private chat where this one fails; ' +
    'switches a daily, weekly or monthly digest on or off.',
  args,

  async run(context, args) {
    const { db, asker, words } = context;
    const isGroup = await isOfGroup(context);
    if (args.action === 'list') return await listed(context, isGroup);
    const plan = await planAlertChange(context, args, isGroup);
    // Asked once whether to stop, they may be asked again after they said yes to alerts.
    if (args.action === 'on') await changeSettings(db, asker.personId, asker.personId, { askedAt: null }, asker.now);
    const operationId = plan.changes.length > 0 ? await carryOut(db, asker, plan.changes) : undefined;
    if (args.action === 'on') return { ...(await listed(context, isGroup)), ...(operationId && { operationId }) };
    const said = plan.changes.length > 0 ? plan.done : `${alertWords(words).sameAlready} ${plan.done}`;
    return { said, data: { done: said }, ...(operationId && { operationId }) };
  },

  write: {
    applies: ({ action }) => action !== 'list',
    async preview(context, args) {
      const plan = await planAlertChange(context, args, await isOfGroup(context));
      const { words } = context;
      return {
        said: args.action === 'on' ? words.proposeOther : alertWords(words).proposed(plan.done),
        state: plan.changes.map(({ before }) => before),
      };
    },
  },
});

/** Whether it is a group's ledger that they speak of. */
export async function isOfGroup({ db, asker }: ToolContext): Promise<boolean> {
  return (await findLedger(db, asker.ledgerId)).kind === 'shared';
}

async function listed({ db, asker, words }: ToolContext, isGroup: boolean) {
  // What it says is on must come.
  const settings = await settingsOf(db, isGroup ? asker.ledgerId : asker.personId);
  await restoreAlerts(db, asker, settings, isGroup);
  const alerts = await listAlerts(db, asker, { words, asker }, isGroup);
  const reminders = (await describeReminders(db, asker, words)).map((line) => `• ${line}`);
  const said = reminders.length === 0 ? alerts : [alerts, '', reminderWords(words).heading, ...reminders].join('\n');
  // It names shops as people wrote them.
  return { said, data: { alerts: said.split('\n') }, quotesEntries: true };
}
