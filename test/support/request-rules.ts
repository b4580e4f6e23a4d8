/** What the real chat completions API refuses with a 400, so that our requests are tried against rules and not against kindness. */

export interface WireMessage {
  readonly role: string;
  readonly content?: unknown;
  readonly tool_call_id?: string;
  readonly tool_calls?: readonly {
    readonly id: string;
    readonly type: string;
    readonly function: { readonly name: string; readonly arguments: string };
  }[];
}

export interface WireRequest {
  readonly model: string;
  readonly messages: readonly WireMessage[];
  readonly tools?: readonly {
    readonly type: string;
    readonly function: { name: string; description?: string; strict?: boolean; parameters: Record<string, unknown> };
  }[];
  readonly stream?: boolean;
  readonly stream_options?: { readonly include_usage?: boolean };
}

/** Everything wrong with a request; empty for a good one. */
export function requestFaults(request: WireRequest): string[] {
  const faults: string[] = [];
  if (typeof request.model !== 'string' || request.model === '') faults.push('model is missing');
  if (!Array.isArray(request.messages) || request.messages.length === 0) return [...faults, 'messages are missing'];
  faults.push(...messageFaults(request.messages));
  const names = new Set<string>();
  for (const { type, function: tool } of request.tools ?? []) {
    if (type !== 'function') faults.push(`tool type ${type}`);
    if (!/^[\w-]{1,64}$/.test(tool.name)) faults.push(`tool name ${tool.name}`);
    if (names.has(tool.name)) faults.push(`two tools ${tool.name}`);
    names.add(tool.name);
    if (tool.strict) faults.push(...strictSchemaFaults(tool.parameters, tool.name));
  }
  return faults;
}

function messageFaults(messages: readonly WireMessage[]): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  let open = new Set<string>();
  for (const [index, message] of messages.entries()) {
    const at = `messages[${index}]`;
    if (!['system', 'developer', 'user', 'assistant', 'tool'].includes(message.role))
      faults.push(`${at}: role ${message.role}`);
    if ((message.role === 'system' || message.role === 'developer') && index > 0)
      faults.push(`${at}: system prompt not first`);
    if (message.role === 'tool') {
      if (!open.delete(message.tool_call_id ?? ''))
        faults.push(`${at}: no call before it has the id ${message.tool_call_id}`);
    } else if (open.size > 0) {
      faults.push(`${at}: calls ${[...open].join(', ')} have no result`);
      open = new Set();
    }
    if (typeof message.content !== 'string' && !message.tool_calls?.length) faults.push(`${at}: no content`);
    if (message.tool_calls && message.role !== 'assistant') faults.push(`${at}: tool_calls of a ${message.role}`);
    if (message.tool_calls?.length === 0) faults.push(`${at}: tool_calls is empty`);
    for (const { id, type, function: called } of message.tool_calls ?? []) {
      if (typeof id !== 'string' || id.length === 0 || id.length > 40) faults.push(`${at}: id ${id}`);
      if (ids.has(id)) faults.push(`${at}: id ${id} twice`);
      if (type !== 'function') faults.push(`${at}: call type ${type}`);
      if (typeof called.arguments !== 'string') faults.push(`${at}: arguments are no text`);
      else JSON.parse(called.arguments);
      ids.add(id);
      open.add(id);
    }
  }
  if (open.size > 0) faults.push('the last calls have no result');
  return faults;
}

/** Strict mode: every object lists all its properties as required and takes no others. */
export function strictSchemaFaults(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap((item, index) => strictSchemaFaults(item, `${path}[${index}]`));
  const faults: string[] = [];
  const { type, properties, required, additionalProperties } = schema as Record<string, unknown>;
  if (type === 'object' || (Array.isArray(type) && type.includes('object'))) {
    const names = Object.keys((properties ?? {}) as object).sort();
    const listed = Array.isArray(required) ? [...required].sort() : [];
    if (JSON.stringify(names) !== JSON.stringify(listed)) faults.push(`${path}: required must list every property`);
    if (additionalProperties !== false) faults.push(`${path}: additionalProperties must be false`);
  }
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'oneOf' || key === 'allOf' || key === 'not') faults.push(`${path}: ${key} is not allowed`);
    if (key !== 'enum' && key !== 'const' && key !== 'required')
      faults.push(...strictSchemaFaults(value, `${path}.${key}`));
  }
  return faults;
}
