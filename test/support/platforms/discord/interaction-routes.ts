/** Routes of interactions: the first answer within 3 seconds, then edits and follow-ups for 15 minutes. */

import { FormCheck, refusal } from './api-error.ts';
import { checkModal } from './component-rules.ts';
import { type Body, checkMessage } from './message-rules.ts';
import { createMessage, deleteMessage, editMessage, type Place } from './post-message.ts';
import type { Call, Route } from './routes.ts';
import { wireMessage } from './wire-objects.ts';
import type { Interaction, Message } from './world.ts';

export const ANSWER_MILLISECONDS = 3_000;
export const TOKEN_MILLISECONDS = 15 * 60_000;
const EPHEMERAL = 1 << 6;

const REPLY = 4;
const DEFER = 5;
const DEFER_UPDATE = 6;
const UPDATE = 7;
const CHOICES = 8;
const MODAL = 9;

/** The answers that each kind of interaction takes. */
const answersTo: Readonly<Record<Interaction['type'], readonly number[]>> = {
  2: [REPLY, DEFER, MODAL],
  3: [REPLY, DEFER, DEFER_UPDATE, UPDATE, MODAL],
  4: [CHOICES],
  5: [REPLY, DEFER, DEFER_UPDATE, UPDATE],
};

const WEBHOOK = String.raw`^\/webhooks\/(\d+)\/([^/]+)`;

export function interactionRoutes(place: Place): Route[] {
  const { world } = place;

  function answer({ params: [id = '', token], query, body, files }: Call): unknown {
    const interaction = world.interactions.get(id);
    const isLate = interaction && world.now() - interaction.createdAt > ANSWER_MILLISECONDS;
    if (!interaction || interaction.token !== token || (isLate && interaction.answer === null)) {
      throw refusal('unknownInteraction');
    }
    if (interaction.answer !== null) throw refusal('alreadyAcknowledged');
    const { type, data } = body as { type: number; data?: Body };
    check(interaction, type, data ?? {}, files);
    const message = carryOut(interaction, type, data ?? {}, files);
    interaction.answer = type;
    interaction.original = message;
    world.changed();
    if (query.get('with_response') !== 'true') return undefined;
    return {
      interaction: {
        id,
        type: interaction.type,
        ...(message
          ? {
              response_message_id: message.id,
              response_message_loading: message.isLoading,
              response_message_ephemeral: message.ephemeralFor !== null,
            }
          : {}),
      },
      ...(message ? { resource: { type, message: wireMessage(message) } } : {}),
    };
  }

  function check(interaction: Interaction, type: number, data: Body, files: Call['files']): void {
    const form = new FormCheck();
    form.choice(['type'], type, answersTo[interaction.type]);
    // A modal that no button opened has no message to update.
    if (interaction.type === 5 && !interaction.source) form.choice(['type'], type, [REPLY, DEFER]);
    if (type === MODAL) checkModal(form, data);
    if (type === CHOICES) form.list(['data', 'choices'], data.choices, 25);
    form.finish();
    if (type === REPLY) checkMessage(data, files, { isEdit: false, isWebhook: true });
    if (type === UPDATE) checkMessage(data, files, { isEdit: true, isWebhook: true });
  }

  /** The message that @original names from now on. */
  function carryOut(interaction: Interaction, type: number, data: Body, files: Call['files']): Message | null {
    const { channel, user, source } = interaction;
    const ephemeralFor = Number(data.flags ?? 0) & EPHEMERAL ? user : null;
    const author = world.bot;
    if (type === REPLY) return createMessage(place, { channel, author, body: data, files, interaction, ephemeralFor });
    if (type === DEFER) {
      const body = { flags: data.flags };
      return createMessage(place, { channel, author, body, files: [], interaction, ephemeralFor, isLoading: true });
    }
    if (type === UPDATE && source) editMessage(place, source, data, files);
    if (type === MODAL) interaction.modal = data;
    return type === UPDATE || type === DEFER_UPDATE ? source : null;
  }

  /** The interaction of a webhook's path, while its token is good. */
  function open([application, token = '']: readonly string[]): Interaction {
    const interaction = world.byToken(decodeURIComponent(token));
    if (application !== world.bot.id || !interaction) throw refusal('unknownWebhook');
    if (world.now() - interaction.createdAt > TOKEN_MILLISECONDS) throw refusal('invalidToken');
    if (interaction.answer === null) throw refusal('unknownWebhook');
    return interaction;
  }

  function messageOf(interaction: Interaction, name = ''): Message {
    const id = decodeURIComponent(name);
    const message = id === '@original' ? interaction.original : world.messages.get(id);
    if (!message || message.isDeleted || message.author !== world.bot) throw refusal('unknownMessage');
    if (id !== '@original' && message.interaction !== interaction) throw refusal('unknownMessage');
    return message;
  }

  function followUp({ params, query, body, files }: Call): unknown {
    const interaction = open(params);
    const { original, channel, user } = interaction;
    const request = (body ?? {}) as Body;
    // The first one after a deferral takes its place.
    if (original?.isLoading && !original.isDeleted) {
      editMessage(place, original, request, files);
      return query.get('wait') === 'true' ? wireMessage(original) : undefined;
    }
    const ephemeralFor = Number(request.flags ?? 0) & EPHEMERAL ? user : null;
    const author = world.bot;
    const message = createMessage(place, { channel, author, body: request, files, interaction, ephemeralFor });
    return query.get('wait') === 'true' ? wireMessage(message) : undefined;
  }

  return [
    {
      method: 'POST',
      path: /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
      needsBot: false,
      handle: answer,
    },
    { method: 'POST', path: new RegExp(`${WEBHOOK}$`), needsBot: false, handle: followUp },
    {
      method: 'GET',
      path: new RegExp(`${WEBHOOK}/messages/([^/]+)$`),
      needsBot: false,
      handle: ({ params }) => wireMessage(messageOf(open(params), params[2])),
    },
    {
      method: 'PATCH',
      path: new RegExp(`${WEBHOOK}/messages/([^/]+)$`),
      needsBot: false,
      handle({ params, body, files }) {
        const message = messageOf(open(params), params[2]);
        editMessage(place, message, (body ?? {}) as Body, files);
        return wireMessage(message);
      },
    },
    {
      method: 'DELETE',
      path: new RegExp(`${WEBHOOK}/messages/([^/]+)$`),
      needsBot: false,
      handle: ({ params }) => deleteMessage(place, messageOf(open(params), params[2])),
    },
  ];
}
