/** Commands, buttons and forms, as they go into the inbox. */

import {
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  ComponentType,
  InteractionType,
} from 'discord.js';
import type { InboundContent, InboundMessage } from '../../conversation/message.ts';
import { nonceOf } from './address.ts';
import { isForOneself, textOfCommand } from './commands.ts';
import type { GroupNames } from './group-names.ts';
import { conversationOf, interactionKey, PLATFORM } from './keys.ts';

/** Null for kinds that Purser never asked for. */
export function readInteraction(interaction: APIInteraction, names: GroupNames, at: number): InboundMessage | null {
  const content = contentOf(interaction);
  const { id, token, guild_id: guild } = interaction;
  const user = interaction.member?.user ?? interaction.user;
  const channel = interaction.channel?.id;
  if (!content || !user || channel === undefined || user.bot) return null;
  const key = interactionKey(id);
  const isGroup = guild !== undefined;
  const isEphemeral =
    isGroup && interaction.type === InteractionType.ApplicationCommand && isForOneself(interaction.data.name);
  const name = interaction.channel && 'name' in interaction.channel ? interaction.channel.name : null;
  return {
    key,
    platform: PLATFORM,
    conversation: conversationOf(channel),
    sender: user.id,
    content,
    address: {
      channel,
      user: user.id,
      isGroup,
      replyTo: null,
      nonce: nonceOf(key),
      token,
      interaction: id,
      at,
      isEphemeral,
    },
    ...(isGroup ? { group: names.groupOf(channel, name) } : {}),
    profile: {
      name: user.global_name ?? user.username,
      ...('locale' in interaction ? { language: interaction.locale } : {}),
    },
  };
}

function contentOf(interaction: APIInteraction): InboundContent | null {
  if (interaction.type === InteractionType.ApplicationCommand) {
    const { data, locale } = interaction;
    const options = 'options' in data ? (data.options as APIApplicationCommandInteractionDataOption[] | undefined) : [];
    const [first] = options ?? [];
    const text = textOfCommand(data.name, first && 'value' in first ? String(first.value) : '', locale);
    return text === null ? null : { kind: 'message', text };
  }
  if (interaction.type === InteractionType.MessageComponent) {
    const { component_type: type, custom_id: button } = interaction.data;
    return type === ComponentType.Button ? { kind: 'press', button } : null;
  }
  if (interaction.type === InteractionType.ModalSubmit) {
    const { custom_id: button, components } = interaction.data;
    return { kind: 'form', button, fields: fieldsOf(components) };
  }
  return null;
}

/** Fields stand in labels, or in rows as older forms have them. */
function fieldsOf(components: readonly object[]): Record<string, string> {
  const inputs = components.flatMap((each) =>
    'component' in each ? [each.component] : 'components' in each ? (each.components as unknown[]) : [],
  );
  return Object.fromEntries(
    (inputs as { custom_id?: unknown; value?: unknown }[]).map(({ custom_id, value }) => [
      String(custom_id),
      String(value ?? ''),
    ]),
  );
}
