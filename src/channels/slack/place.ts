/** Names of messages and conversations, and the address that a reply goes to. */

import type { Address, InboundMessage } from '../../conversation/message.ts';

export const PLATFORM = 'slack';

export interface Place {
  readonly team: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly user: string;
  /** Direct messages of people with each other, where a command brought Purser in: its answers are for one of them. */
  readonly isOthers?: boolean;
}

/** Where a reply goes, and from when on it can be there. */
export interface SlackAddress {
  readonly channel: string;
  readonly thread: string | null;
  readonly user: string;
  /** The key of what is answered; the parts of the reply are named after it. */
  readonly answers: string;
  /** Seconds since the epoch by Slack's clock: no part of the reply is older. */
  readonly since: number;
  /** Seconds since the epoch by our own clock, when it was taken in. */
  readonly takenInAt: number;
  /** Nobody but the user may see the answer. */
  readonly isOthers: boolean;
  /** Takes a few messages for people where Purser is no member. */
  readonly responseUrl: string | null;
}

/** In direct messages, two talk alone. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** Timestamps name a message within its channel only. */
export function messageKey(team: string, channel: string, ts: string): string {
  return `${PLATFORM}:${team}:${channel}:${ts}`;
}

/** In a channel every thread is a conversation; direct messages are one, threads and all, so that a "yes" is understood. */
export function conversationOf({ team, channel, thread }: Place): string {
  const whole = `${PLATFORM}:${team}:${channel}`;
  return thread === null || isDirect(channel) ? whole : `${whole}:${thread}`;
}

/** The parts of a message that follow from its place. */
export function placed(
  place: Place,
  { key, since, takenInAt, responseUrl = '' }: { key: string; since: number; takenInAt: number; responseUrl?: string },
): Pick<InboundMessage, 'key' | 'platform' | 'conversation' | 'sender' | 'address'> {
  const { channel, thread, user, isOthers = false } = place;
  const address: SlackAddress = {
    channel,
    thread,
    user,
    answers: key,
    since,
    takenInAt,
    isOthers,
    responseUrl: responseUrl || null,
  };
  return {
    key,
    platform: PLATFORM,
    conversation: conversationOf(place),
    sender: `${place.team}:${user}`,
    address: { ...address },
  };
}

/** The address as `placed` made it. */
export function readAddress(address: Address): SlackAddress {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return {
    channel: String(address.channel ?? ''),
    thread: text(address.thread),
    user: String(address.user ?? ''),
    answers: String(address.answers ?? ''),
    since: Number(address.since) || 0,
    takenInAt: Number(address.takenInAt) || 0,
    isOthers: address.isOthers === true,
    responseUrl: text(address.responseUrl),
  };
}
