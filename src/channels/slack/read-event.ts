/** Messages of people, as the Events API tells of them. Pure: what they mean for Purser is read from the event alone. */

import type { InboundContent } from '../../conversation/message.ts';
import { type Fields, isFields, textAt } from './payload-shape.ts';
import { isDirect, messageKey, type Place } from './place.ts';
import { mentions, mentionsPeople, plainText } from './plain-text.ts';

export interface SpokenEvent {
  readonly place: Place;
  readonly key: string;
  readonly since: number;
  readonly content: InboundContent;
  /** "maybe": only where the thread is one that Purser is part of. */
  readonly isForPurser: true | 'maybe';
  /** Who began the thread, where the event tells. */
  readonly threadBegunBy: string;
}

export interface Self {
  readonly team: string;
  readonly user: string;
  readonly botId: string;
  /** As people type it after an "@". */
  readonly name: string;
}

/** Other subtypes are bots, joins, topics and the like. */
const spokenSubtypes = ['', 'file_share', 'thread_broadcast'];

/** Null for what people did not say, and for what is not said to Purser. */
export function readEvent(event: Fields, eventId: string, self: Self): SpokenEvent | null {
  const channel = textAt(event, 'channel');
  if (channel === '') return null;
  if (event.type === 'member_joined_channel') return readJoining(event, channel, eventId, self);
  switch (textAt(event, 'subtype')) {
    case 'message_changed':
      return readChange(event, channel, eventId, self);
    case 'message_deleted':
      return readDeletion(event, channel, eventId, self);
    default:
      return readMessage(event, channel, self);
  }
}

function readMessage(event: Fields, channel: string, self: Self): SpokenEvent | null {
  if (!spokenSubtypes.includes(textAt(event, 'subtype'))) return null;
  const text = textAt(event, 'text');
  const said = readSaid(event, channel, self, [text]);
  if (!said) return null;
  const key = messageKey(self.team, channel, said.ts);
  const root = said.inThread;
  const content: InboundContent = {
    kind: 'message',
    text: plainText(text, self.user),
    // In a channel the first message of a thread is only meant where it is Purser's own.
    ...(root && (isDirect(channel) || said.threadBegunBy === self.user)
      ? { replyTo: messageKey(self.team, channel, root) }
      : {}),
  };
  return { ...said, key, since: Number(said.ts), content };
}

function readChange(event: Fields, channel: string, eventId: string, self: Self): SpokenEvent | null {
  const { message, previous_message: previous } = event;
  if (!isFields(message)) return null;
  const text = textAt(message, 'text');
  const before = textAt(previous, 'text');
  // Previews and replies change a message too, but not its words.
  if (text === before) return null;
  const said = readSaid(message, channel, self, [text, before]);
  if (!said) return null;
  const edits = messageKey(self.team, channel, said.ts);
  const content = { kind: 'edit', text: plainText(text, self.user), edits } as const;
  return {
    ...said,
    key: eventKey(self, eventId),
    since: Number(textAt(event, 'event_ts')) || Number(said.ts),
    content,
  };
}

function readDeletion(event: Fields, channel: string, eventId: string, self: Self): SpokenEvent | null {
  const { previous_message: previous } = event;
  if (!isFields(previous)) return null;
  const said = readSaid(previous, channel, self, [textAt(previous, 'text')]);
  if (!said) return null;
  const deletes = messageKey(self.team, channel, textAt(event, 'deleted_ts') || said.ts);
  return {
    ...said,
    key: eventKey(self, eventId),
    since: Number(textAt(event, 'event_ts')) || Number(said.ts),
    content: { kind: 'delete', deletes },
  };
}

/** Somebody invited Purser. Where Slack does not say who, the channel is nobody's until somebody speaks. */
function readJoining(event: Fields, channel: string, eventId: string, self: Self): SpokenEvent | null {
  const user = textAt(event, 'inviter');
  if (textAt(event, 'user') !== self.user || user === '' || user === self.user) return null;
  return {
    place: { team: self.team, channel, thread: null, user },
    key: eventKey(self, eventId),
    since: Number(textAt(event, 'event_ts')) || 0,
    content: { kind: 'joined', name: `@${self.name}` },
    isForPurser: true,
    threadBegunBy: '',
  };
}

/** Who said it, where, and whether to Purser, or null for bots, Purser itself, and talk among people. */
function readSaid(message: Fields, channel: string, self: Self, texts: readonly string[]) {
  const user = textAt(message, 'user');
  const ts = textAt(message, 'ts');
  if (message.bot_id !== undefined || user === '' || user === self.user || user === 'USLACKBOT') return null;
  if (!/^\d{1,12}\.\d{1,6}$/.test(ts)) return null;
  const root = textAt(message, 'thread_ts');
  const inThread = root !== '' && root !== ts ? root : null;
  const isNamed = texts.some((text) => mentions(text, self.user));
  const isForPurser = isDirect(channel) || isNamed || message.type === 'app_mention' ? true : 'maybe';
  if (isForPurser === 'maybe' && (inThread === null || texts.some(mentionsPeople))) return null;
  // In a channel the answer begins a thread, so that the channel stays readable.
  const thread = isDirect(channel) ? inThread : (inThread ?? ts);
  const place: Place = { team: self.team, channel, thread, user };
  return { ts, place, inThread, isForPurser, threadBegunBy: textAt(message, 'parent_user_id') } as const;
}

function eventKey(self: Self, eventId: string): string {
  return `slack:${self.team}:event:${eventId}`;
}
