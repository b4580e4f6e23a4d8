/** What Discord asks of buttons, selects and modals. */

import type { FormCheck } from './api-error.ts';
import type { Body } from './message-rules.ts';

const ROW = 1;
const BUTTON = 2;
const SELECTS = [3, 5, 6, 7, 8];
const TEXT_INPUT = 4;
const LABEL = 18;
const LINK_STYLE = 5;

/** Rows of a message: at most 5, each with 1 to 5 buttons or one select. */
export function checkRows(check: FormCheck, rows: unknown): void {
  if (!check.list(['components'], rows, 5)) return;
  const seen = new Set<string>();
  for (const [index, row] of (rows as Body[]).entries()) {
    const at = ['components', index];
    check.choice([...at, 'type'], row.type, [ROW]);
    if (!check.list([...at, 'components'], row.components, 5, 1)) continue;
    const parts = row.components as Body[];
    for (const [number, part] of parts.entries()) {
      const place = [...at, 'components', number];
      check.choice([...place, 'type'], part.type, [BUTTON, ...SELECTS]);
      if (part.type === BUTTON) checkButton(check, place, part);
      else if (parts.length > 1) check.fault(place, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'A select fills its row.');
      if (typeof part.custom_id !== 'string') continue;
      check.text([...place, 'custom_id'], part.custom_id, 100, 1);
      if (seen.has(part.custom_id)) {
        const message = 'Component custom id cannot be duplicated';
        check.fault([...place, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', message);
      }
      seen.add(part.custom_id);
    }
  }
}

function checkButton(check: FormCheck, at: (string | number)[], button: Body): void {
  check.choice([...at, 'style'], button.style, [1, 2, 3, 4, 5, 6]);
  if (button.label !== undefined && button.label !== null) check.text([...at, 'label'], button.label, 80);
  if (!button.label && !button.emoji) {
    check.fault(at, 'BUTTON_COMPONENT_INVALID', 'A button needs a label or an emoji.');
  }
  if (button.style === LINK_STYLE ? !button.url || button.custom_id : !button.custom_id || button.url) {
    check.fault([...at, 'custom_id'], 'BASE_TYPE_REQUIRED', 'A custom id and url cannot both, or neither, be given.');
  }
}

/** The data of a modal (answer type 9). */
export function checkModal(check: FormCheck, data: Body): void {
  check.text(['data', 'title'], data.title ?? '', 45, 1);
  check.text(['data', 'custom_id'], data.custom_id ?? '', 100, 1);
  if (!check.list(['data', 'components'], data.components, 5, 1)) return;
  for (const [index, row] of (data.components as Body[]).entries()) {
    const at = ['data', 'components', index];
    check.choice([...at, 'type'], row.type, [ROW, LABEL]);
    if (row.type === LABEL) check.text([...at, 'label'], row.label ?? '', 45, 1);
    for (const [place, input] of inputsOf(row, at)) {
      check.choice([...place, 'type'], input.type, [TEXT_INPUT]);
      check.text([...place, 'custom_id'], input.custom_id ?? '', 100, 1);
      check.choice([...place, 'style'], input.style, [1, 2]);
      if (row.type === ROW) check.text([...place, 'label'], input.label ?? '', 45, 1);
      if (input.value !== undefined) check.text([...place, 'value'], input.value, Number(input.max_length ?? 4000));
      if (input.placeholder !== undefined) check.text([...place, 'placeholder'], input.placeholder, 100);
    }
  }
}

/** The text inputs of a modal's row or label, each with its place. */
export function inputsOf(row: Body, at: (string | number)[] = []): [(string | number)[], Body][] {
  if (row.type === LABEL) return [[[...at, 'component'], (row.component ?? {}) as Body]];
  return ((row.components ?? []) as Body[]).map((input, number) => [[...at, 'components', number], input]);
}
