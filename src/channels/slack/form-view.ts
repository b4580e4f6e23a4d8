/** A form as a modal, and what people filled in. */

import type { types } from '@slack/bolt';
import type { Form } from '../channel.ts';
import { isFields, textAt } from './payload-shape.ts';
import type { Place } from './place.ts';
import { shorten } from './split-text.ts';

const FIELD = 'value';
const MAX_TITLE = 24;
const MAX_VALUE = 3_000;

/** The place travels with the form: what is submitted does not say where it was opened. */
export function viewOf(form: Form, button: string, { channel, thread }: Place): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'purser-form',
    private_metadata: JSON.stringify({ button, channel, thread }),
    title: { type: 'plain_text', text: shorten(form.title, MAX_TITLE) },
    submit: { type: 'plain_text', text: shorten(form.submitLabel, MAX_TITLE) },
    blocks: form.fields.map(({ id, label, value }) => ({
      type: 'input',
      block_id: id,
      optional: true,
      label: { type: 'plain_text', text: label },
      element: {
        type: 'plain_text_input',
        action_id: FIELD,
        ...(value === '' ? {} : { initial_value: shorten(value, MAX_VALUE) }),
      },
    })),
  };
}

export function readMetadata(text: string): { button: string; channel: string; thread: string | null } | null {
  try {
    const metadata: unknown = JSON.parse(text);
    const button = textAt(metadata, 'button');
    const channel = textAt(metadata, 'channel');
    return button && channel ? { button, channel, thread: textAt(metadata, 'thread') || null } : null;
  } catch {
    return null;
  }
}

/** Each field's text, empty where it was left empty. */
export function readValues(view: unknown): Record<string, string> {
  const values = isFields(view) && isFields(view.state) && isFields(view.state.values) ? view.state.values : {};
  return Object.fromEntries(Object.entries(values).map(([id, block]) => [id, textAt(block, FIELD, 'value')]));
}
