/** Requests to a model as tests need them. */

import type { ModelContext, ModelMessage, ModelRequest, ToolSpec } from '../../src/models/model.ts';

export const baseContext: ModelContext = {
  today: '2026-11-21',
  timezone: 'Europe/Berlin',
  currency: 'EUR',
  language: null,
  defaultLanguage: 'en',
  firstDayOfWeek: 1,
  categories: [
    { name: 'groceries', kind: 'expense' },
    { name: 'dining', kind: 'expense' },
    { name: 'salary', kind: 'income' },
  ],
  correcting: [],
  editing: false,
};

export const recordTool: ToolSpec = {
  name: 'record_entries',
  description: 'Records what was spent or earned.',
  parameters: {
    type: 'object',
    properties: {
      entries: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            amount: { type: 'string' },
            note: { type: ['string', 'null'] },
            date: { type: ['string', 'null'] },
          },
          required: ['amount', 'note', 'date'],
          additionalProperties: false,
        },
      },
    },
    required: ['entries'],
    additionalProperties: false,
  },
};

export const undoTool: ToolSpec = {
  name: 'undo',
  description: 'Takes back the last thing done.',
  parameters: { type: 'object', properties: {}, required: [], additionalProperties: false },
};

/** A request with these messages; a text alone is the person's message. */
export function modelRequest(
  messages: string | readonly ModelMessage[],
  rest: Partial<Omit<ModelRequest, 'messages'>> = {},
): ModelRequest {
  const list = typeof messages === 'string' ? [{ role: 'user' as const, text: messages }] : messages;
  return { context: baseContext, tools: [recordTool, undoTool], ...rest, messages: list };
}

/** A tool's result after its call, as a turn leaves them. */
export function afterTool(text: string, data: Record<string, unknown>, id = 'call_a'): ModelMessage[] {
  return [
    { role: 'user', text: 'coffee 3.50' },
    {
      role: 'assistant',
      text: '',
      toolCalls: [{ id, name: 'record_entries', args: { entries: [{ amount: '3.50' }] } }],
    },
    { role: 'tool', callId: id, name: 'record_entries', content: { said: text, data } },
  ];
}
