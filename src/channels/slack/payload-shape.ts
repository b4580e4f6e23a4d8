/**
 * Tells requests that Purser takes from others and from such as Slack never sends, and hands on only what is read of
 * them: the SDK trips over fields of another shape than it expects.
 */

export type Fields = Readonly<Record<string, unknown>>;

const events = ['message', 'app_mention', 'member_joined_channel', 'tokens_revoked', 'app_uninstalled'];
const eventFields = [
  'type',
  'subtype',
  'channel',
  'channel_type',
  'user',
  'text',
  'ts',
  'event_ts',
  'thread_ts',
  'parent_user_id',
  'deleted_ts',
  'inviter',
];
const commandFields = [
  'command',
  'text',
  'user_id',
  'channel_id',
  'channel_name',
  'trigger_id',
  'response_url',
  'team_id',
];

/** The payload with what is read of it; "other" is well-formed but means nothing to Purser. */
export function cleanPayload(body: unknown): Fields | 'other' | 'malformed' {
  if (!isFields(body)) return 'malformed';
  if (typeof body.command === 'string') {
    return areStrings(body.user_id, body.channel_id, body.trigger_id) ? stringsOf(body, commandFields) : 'malformed';
  }
  switch (body.type) {
    case 'event_callback':
      return cleanEvent(body);
    case 'block_actions':
      return cleanPress(body);
    case 'view_submission':
      return cleanForm(body);
    default:
      return typeof body.type === 'string' && body.type !== '' ? 'other' : 'malformed';
  }
}

function cleanEvent(body: Fields): Fields | 'other' | 'malformed' {
  const { event } = body;
  if (!isFields(event) || !areStrings(event.type, body.event_id)) return 'malformed';
  if (!events.includes(String(event.type))) return 'other';
  const { message, previous_message, bot_id, tokens } = event;
  return {
    ...stringsOf(body, ['type', 'event_id', 'team_id']),
    event: {
      ...stringsOf(event, eventFields),
      ...(bot_id === undefined ? {} : { bot_id }),
      ...(isFields(message) ? { message } : {}),
      ...(isFields(previous_message) ? { previous_message } : {}),
      ...(isFields(tokens) ? { tokens } : {}),
    },
  };
}

function cleanPress(body: Fields): Fields | 'malformed' {
  const { user, container, actions } = body;
  const action: unknown = Array.isArray(actions) ? actions[0] : undefined;
  if (!isFields(user) || !isFields(container) || !isFields(action)) return 'malformed';
  const channel = textAt(body, 'channel', 'id');
  return {
    ...stringsOf(body, ['type', 'trigger_id', 'response_url']),
    user: { id: textAt(user, 'id') },
    team: { id: textAt(body, 'team', 'id') },
    container: stringsOf(container, ['channel_id', 'message_ts', 'thread_ts']),
    message: { thread_ts: textAt(body, 'message', 'thread_ts') },
    actions: [
      {
        action_id: textAt(action, 'action_id'),
        value: textAt(action, 'value'),
        action_ts: textAt(action, 'action_ts'),
      },
    ],
    ...(channel ? { channel: { id: channel } } : {}),
  };
}

function cleanForm(body: Fields): Fields | 'malformed' {
  const { user, view } = body;
  if (!isFields(user) || !isFields(view)) return 'malformed';
  return {
    type: 'view_submission',
    user: { id: textAt(user, 'id') },
    team: { id: textAt(body, 'team', 'id') },
    view: {
      callback_id: textAt(view, 'callback_id'),
      id: textAt(view, 'id'),
      private_metadata: textAt(view, 'private_metadata'),
      state: isFields(view.state) ? view.state : {},
    },
  };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The string there, or an empty one. */
export function textAt(fields: unknown, ...path: readonly string[]): string {
  let value = fields;
  for (const name of path) value = isFields(value) ? value[name] : undefined;
  return typeof value === 'string' ? value : '';
}

function areStrings(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string' && value !== '');
}

function stringsOf(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.flatMap((name) => (typeof fields[name] === 'string' ? [[name, fields[name]]] : [])));
}
