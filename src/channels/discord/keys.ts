/** The platform's own names of places and messages. */

export const PLATFORM = 'discord';

export function conversationOf(channelId: string): string {
  return `${PLATFORM}:${channelId}`;
}

/** Message ids are unique only within their channel. */
export function messageKey(channelId: string, messageId: string): string {
  return `${PLATFORM}:${channelId}:${messageId}`;
}

export function interactionKey(interactionId: string): string {
  return `${PLATFORM}:interaction:${interactionId}`;
}
