/** A form as Discord shows it. */

import { ComponentType, TextInputStyle } from 'discord.js';
import type { Form } from '../channel.ts';

const MAX_FIELDS = 5;
const MAX_TITLE = 45;
const MAX_VALUE = 4000;

/** Its answer comes back under the button's id. The button that sends it in has Discord's own label. */
export function modalOf(button: string, { title, fields }: Form): object {
  return {
    custom_id: button,
    title: title.slice(0, MAX_TITLE),
    components: fields.slice(0, MAX_FIELDS).map(({ id, label, value }) => ({
      type: ComponentType.Label,
      label: label.slice(0, MAX_TITLE),
      component: {
        type: ComponentType.TextInput,
        custom_id: id,
        style: TextInputStyle.Short,
        // A place or a note may be left empty.
        required: false,
        max_length: MAX_VALUE,
        ...(value === '' ? {} : { value: value.slice(0, MAX_VALUE) }),
      },
    })),
  };
}
