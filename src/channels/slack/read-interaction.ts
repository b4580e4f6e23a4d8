/** Slash commands, presses and forms, out of Slack's payloads. */

import type { InboundContent } from '../../conversation/message.ts';
import { readMetadata, readValues } from './form-view.ts';
import { type Fields, isFields, textAt } from './payload-shape.ts';
import type { Place } from './place.ts';
import { plainText } from './plain-text.ts';
import type { Self } from './read-event.ts';

export interface Interaction {
  readonly place: Place;
  readonly key: string;
  readonly since: number;
  readonly content: InboundContent;
  readonly responseUrl: string;
  /** Opens a form within three seconds. */
  readonly trigger: string;
}

/** `/purser lunch 12` is a message; without words it asks for help. `now` in seconds. */
export function readCommand(command: Fields, self: Self, now: number): Interaction {
  const trigger = textAt(command, 'trigger_id');
  return {
    place: { team: self.team, channel: textAt(command, 'channel_id'), thread: null, user: textAt(command, 'user_id') },
    key: `slack:${self.team}:command:${trigger}`,
    since: now,
    content: { kind: 'message', text: plainText(textAt(command, 'text'), self.user) || 'help' },
    responseUrl: textAt(command, 'response_url'),
    trigger,
  };
}

/** Null for buttons that are not Purser's. */
export function readPress(body: Fields, self: Self): Interaction | null {
  const action = (body.actions as unknown[])[0];
  const button = textAt(action, 'value');
  const channel = textAt(body, 'channel', 'id') || textAt(body, 'container', 'channel_id');
  const user = textAt(body, 'user', 'id');
  if (button === '' || channel === '' || user === '') return null;
  const message = textAt(body, 'container', 'message_ts');
  const thread = textAt(body, 'container', 'thread_ts') || textAt(body, 'message', 'thread_ts') || null;
  const at = textAt(action, 'action_ts');
  return {
    place: { team: self.team, channel, thread, user },
    // The same press comes again with the same time.
    key: `slack:${self.team}:${channel}:${message}:press:${user}:${at}`,
    since: Number(at) || 0,
    content: { kind: 'press', button },
    responseUrl: textAt(body, 'response_url'),
    trigger: textAt(body, 'trigger_id'),
  };
}

/** Null for forms that are not Purser's. */
export function readForm(body: Fields, self: Self, now: number): Interaction | null {
  const { view } = body;
  const user = textAt(body, 'user', 'id');
  const metadata = readMetadata(textAt(view, 'private_metadata'));
  if (!metadata || user === '' || !isFields(view)) return null;
  const { button, channel, thread } = metadata;
  return {
    place: { team: self.team, channel, thread, user },
    key: `slack:${self.team}:view:${textAt(view, 'id')}`,
    since: now,
    content: { kind: 'form', button, fields: readValues(view) },
    responseUrl: '',
    trigger: '',
  };
}
