/** One turn: a message that the inbox holds becomes effects and a reply, exactly once. */

import type { Language } from '../language.ts';
import { readConsent } from '../offline/consent.ts';
import { postReply } from '../store/outbox.ts';
import { findPerson } from '../store/people.ts';
import { pendingProposals } from '../store/proposals.ts';
import { finishTurn, holdTurn, type Lease, stepsOf, type TurnRow } from '../store/turns.ts';
import { wordsFor } from '../wording/words-for.ts';
import { alertsCommand } from './alerts-command.ts';
import { cancel, confirm } from './consent.ts';
import { offerDeletion } from './deleted-message.ts';
import { emailCommand } from './email-command.ts';
import { submitForm } from './form.ts';
import type { House } from './house.ts';
import { MAX_MESSAGE_LENGTH } from './limits.ts';
import { linkCommand } from './link-command.ts';
import { type InboundMessage, plainReply, type Reply } from './message.ts';
import { press } from './press.ts';
import { setScene } from './scene.ts';
import { sqlCommand } from './sql-command.ts';
import type { Step } from './step.ts';
import { talk } from './talk.ts';

/**
 * Runs a turn that this worker holds and commits its reply, or takes it up where a worker that died left it.
 * Throws LeaseLost when another worker has it, and PlatformError when the database is away; nothing is half done then.
 */
export async function runTurn(house: House, turn: TurnRow, lease: () => Lease): Promise<Reply> {
  const scene = await setScene(house, turn, lease);
  const { asker, words, text, message, contextFor, commit } = scene;
  const { content } = message;
  if (content.kind === 'press') {
    const place = { conversation: turn.conversation, dialect: house.database.dialect };
    return await commit((tx) => press(contextFor(tx), content.button, place));
  }
  if (content.kind === 'form') return await commit((tx) => submitForm(contextFor(tx), content));
  if (content.kind === 'delete') return await commit((tx) => offerDeletion(contextFor(tx), turn));
  if (content.kind === 'joined') return await commit(async () => plainReply(words.greeting(content.name)));
  if (content.kind === 'moved') return await commit(async () => plainReply(''));
  if (text === '') return await commit(async () => plainReply(words.emptyMessage));
  if (text.length > MAX_MESSAGE_LENGTH) {
    const limit = new Intl.NumberFormat(words.locale).format(MAX_MESSAGE_LENGTH);
    return await commit(async () => plainReply(words.tooLong(limit)));
  }
  const ownCommand = linkCommand(scene) ?? emailCommand(scene);
  if (ownCommand) return await commit(ownCommand);
  const alerts = await alertsCommand(scene);
  if (alerts) return await commit(alerts);
  const sql = await sqlCommand(scene);
  if (sql) return await commit(sql);
  const consent = readConsent(text);
  if (consent && (await pendingProposals(house.database.client, turn.conversation, asker.personId)).length > 0) {
    return await commit(async (tx) => {
      const proposals = await pendingProposals(tx, turn.conversation, asker.personId);
      return await (consent === 'yes' ? confirm : cancel)(contextFor(tx), proposals);
    });
  }
  return await talk(scene);
}

/** An apology for a turn that keeps failing, so that its conversation goes on. */
export async function giveUpTurn(house: House, turn: TurnRow, lease: Lease): Promise<Reply> {
  const message = JSON.parse(turn.message) as InboundMessage;
  const at = new Date(house.clock.now().epochMilliseconds);
  return await house.database.transaction(async (tx) => {
    await holdTurn(tx, turn.id, lease);
    const steps = (await stepsOf(tx, [turn.id])).get(turn.id) ?? [];
    const person = await findPerson(tx, message.platform, message.sender);
    const words = wordsFor((person?.language as Language | null) ?? house.defaults.language);
    const done = steps.flatMap((step) => (JSON.parse(step) as Step).results);
    // What earlier steps did stands, so it is told.
    const told = done.flatMap(({ content }) => ('said' in content ? [content.said] : [])).join('\n');
    const reply = plainReply(told || words.failed);
    await finishTurn(tx, turn.id, person?.id ?? null, JSON.stringify(reply), at);
    // In a group it would be seen by all, and nobody knows any more what it is about.
    await postReply(tx, turn.conversation, turn.id, at, message.group ? 'asker' : null);
    return reply;
  });
}
