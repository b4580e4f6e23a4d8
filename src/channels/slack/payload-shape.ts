/** Tells requests that Purser takes from others, and from such as Slack never sends, before the SDK trips over them. */

export type Fields = Readonly<Record<string, unknown>>;

const events = ['message', 'app_mention', 'tokens_revoked', 'app_uninstalled'];

/** "other" is well-formed but means nothing to Purser. */
export function shapeOf(body: unknown): 'ours' | 'other' | 'malformed' {
  if (!isFields(body)) return 'malformed';
  if (typeof body.command === 'string') {
    return areStrings(body.user_id, body.channel_id, body.trigger_id) ? 'ours' : 'malformed';
  }
  switch (body.type) {
    case 'event_callback': {
      const { event } = body;
      if (!isFields(event) || !areStrings(event.type, body.event_id)) return 'malformed';
      if (body.authorizations !== undefined && !isListOf(body.authorizations)) return 'malformed';
      return events.includes(String(event.type)) ? 'ours' : 'other';
    }
    case 'block_actions':
      if (!isFields(body.user) || !isFields(body.channel ?? {}) || !isFields(body.container)) return 'malformed';
      return isListOf(body.actions) && (body.actions as unknown[]).length > 0 ? 'ours' : 'malformed';
    case 'view_submission':
      return isFields(body.user) && isFields(body.view) ? 'ours' : 'malformed';
    default:
      return typeof body.type === 'string' ? 'other' : 'malformed';
  }
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

function isListOf(value: unknown): boolean {
  return Array.isArray(value) && value.every(isFields);
}
