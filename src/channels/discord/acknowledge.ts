/** The first answer to a command, button or form, which Discord wants within three seconds. */

import { setTimeout as sleep } from 'node:timers/promises';
import {
  type APIInteraction,
  DiscordAPIError,
  InteractionResponseType,
  MessageFlags,
  type REST,
  Routes,
} from 'discord.js';
import type { Log } from '../../log.ts';
import { isAnswered, isInteractionOver } from './failures.ts';

const TRIES = 3;
const PAUSE_MILLISECONDS = 100;

/** "… is thinking", to be edited into the answer. False where Discord did not take it; the answer then goes to the channel. */
export async function acknowledge(
  rest: REST,
  interaction: APIInteraction,
  { isEphemeral, log }: { isEphemeral: boolean; log: Log },
): Promise<boolean> {
  const data = isEphemeral ? { flags: MessageFlags.Ephemeral } : {};
  return await answer(rest, interaction, { type: InteractionResponseType.DeferredChannelMessageWithSource, data }, log);
}

/** Opens a form; false where Discord did not take it. */
export async function openModal(rest: REST, interaction: APIInteraction, modal: object, log: Log): Promise<boolean> {
  return await answer(rest, interaction, { type: InteractionResponseType.Modal, data: modal }, log);
}

async function answer(rest: REST, { id, token }: APIInteraction, body: object, log: Log): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rest.post(Routes.interactionCallback(id, token), { body, auth: false });
      return true;
    } catch (error) {
      // An earlier try, or an earlier delivery of the same event, got through.
      if (isAnswered(error)) return true;
      const isFinal = error instanceof DiscordAPIError || attempt === TRIES;
      if (!isFinal) {
        await sleep(PAUSE_MILLISECONDS);
        continue;
      }
      log.warn({ err: error, isOver: isInteractionOver(error) }, 'a Discord interaction was not acknowledged');
      return false;
    }
  }
}
