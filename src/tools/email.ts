/** Mail for what is said unasked: to which address, what of it, or none. */

import { z } from 'zod';
import { mailbox } from '../alerts/destination.ts';
import { planSettings } from '../alerts/plan-settings.ts';
import { type AlertSettings, changeSettings, settingsOf } from '../alerts/settings.ts';
import { CODES_A_DAY, CODES_AN_ADDRESS, issueMailCode, MAIL_CODE_MINUTES, voidCodes } from '../domain/mail-codes.ts';
import { carryOut, instant } from '../domain/operation.ts';
import { InputError } from '../errors.ts';
import { readMailAddress } from '../mail-address.ts';
import { postMessage, withdrawMessages } from '../store/outbox.ts';
import { mailWords } from '../wording/mail-words.ts';
import { isOfGroup } from './alerts.ts';
import { codeMessage } from './email-code.ts';
import { defineTool, type ToolContext, type ToolOutcome } from './tool.ts';

const args = z.object({
  action: z.enum(['send', 'stop', 'show']),
  address: z.string().max(300).optional().describe('as the person wrote it in this message; leave out if not said'),
  takes: z.enum(['digests', 'everything']).optional().describe('leave out if not said'),
});

type Args = z.output<typeof args>;

export const emailTool = defineTool({
  name: 'email',
  description:
    'E-mail: sends digests, or everything that Purser writes unasked, to an address of the person instead of the chat; ends ' +
    'that; shows how it stands. A new address is sent a code first, which the person writes back themselves.',
  args,

  async run(context, wanted) {
    await requirePrivate(context);
    const settings = await settingsOf(context.db, context.asker.personId);
    if (wanted.action === 'stop') return await stop(context, settings);
    if (wanted.action === 'show') return shown(context, settings);
    const { address, takes } = readWanted(context, wanted, settings);
    if (address === settings.email) {
      const operationId = await change(context, { emailTakes: takes });
      return told(mailWords(context.words).goes(address, takes), operationId);
    }
    return await sendCode(context, address, takes);
  },

  write: {
    applies: ({ action }) => action !== 'show',
    // An address that a model made up, or took from elsewhere, is shown before anything goes there.
    needsConsent: ({ spokenText }, { address }) =>
      address !== undefined && !spokenText.toLowerCase().includes(address.trim().toLowerCase()),
    async preview(context, wanted) {
      await requirePrivate(context);
      const say = mailWords(context.words);
      const settings = await settingsOf(context.db, context.asker.personId);
      const state = [settings.email, settings.emailTakes];
      if (wanted.action !== 'send') return { said: say.proposeOff, state };
      const { address, takes } = readWanted(context, wanted, settings);
      return { said: say.propose(address, takes), state };
    },
  },
});

async function requirePrivate(context: ToolContext): Promise<void> {
  const say = mailWords(context.words);
  if (await isOfGroup(context)) throw new InputError(say.privately, say.privatelyHint);
}

/** What is wanted, with what is known already. Throws an InputError that says what is missing. */
function readWanted({ words, mail }: ToolContext, wanted: Args, { email, emailTakes }: AlertSettings) {
  const say = mailWords(words);
  if (!mail) throw new InputError(say.notSetUp, say.notSetUpHint);
  const address = wanted.address === undefined ? email : readMailAddress(wanted.address);
  const takes = wanted.takes ?? emailTakes ?? 'digests';
  if (address !== null) return { address, takes };
  throw wanted.address === undefined
    ? new InputError(say.whichAddress, say.whichAddressHint)
    : new InputError(say.noAddress, say.noAddressHint);
}

async function sendCode(
  { db, asker, words, mail }: ToolContext,
  address: string,
  emailTakes: NonNullable<AlertSettings['emailTakes']>,
): Promise<ToolOutcome> {
  const say = mailWords(words);
  if (!mail) throw new InputError(say.notSetUp, say.notSetUpHint);
  const issued = await issueMailCode(db, asker, address, mail.randomInt);
  if (issued === 'tooManyCodes') throw new InputError(say.tooManyCodes(CODES_A_DAY), say.tooManyHint);
  if (issued === 'tooManyTo') throw new InputError(say.tooManyTo(CODES_AN_ADDRESS), say.tooManyHint);
  // Kept for when the address is confirmed; without one it means nothing.
  await changeSettings(db, asker.personId, asker.personId, { emailTakes }, asker.now);
  const to = mailbox(address);
  await postMessage(db, to, JSON.stringify(codeMessage(issued, asker, words)), instant(asker));
  return { ...told(say.codeSent(address, MAIL_CODE_MINUTES)), postedTo: to.conversation };
}

async function stop(context: ToolContext, { email }: AlertSettings): Promise<ToolOutcome> {
  const { db, asker, words } = context;
  const say = mailWords(words);
  await voidCodes(db, asker);
  if (email === null) return told(say.none);
  const operationId = await change(context, { email: null, emailTakes: null });
  await withdrawMessages(db, mailbox(email).conversation, asker.personId);
  return told(say.off, operationId);
}

async function change({ db, asker }: ToolContext, wanted: Partial<AlertSettings>): Promise<string | undefined> {
  const { changes } = await planSettings(db, asker, wanted, false);
  return changes.length > 0 ? await carryOut(db, asker, changes) : undefined;
}

function shown({ words }: ToolContext, { email, emailTakes }: AlertSettings): ToolOutcome {
  const say = mailWords(words);
  return told(email !== null && emailTakes !== null ? say.goes(email, emailTakes) : say.none);
}

function told(said: string, operationId?: string): ToolOutcome {
  return { said, data: { done: said }, ...(operationId ? { operationId } : {}) };
}
