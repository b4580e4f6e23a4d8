/** The text or caption of a call: parsed, trimmed, measured. */

import { badRequest, type Entity } from './bot-api.ts';
import { jsonOf, textOf } from './fields.ts';
import { withFoundEntities } from './found-entities.ts';
import { EntityError, type Formatted, parseHtml } from './parse-html.ts';
import { parseMarkdown } from './parse-markdown.ts';
import type { Call } from './read-request.ts';

export const MAX_TEXT = 4096;
export const MAX_CAPTION = 1024;

/** The text of a message: never empty. */
export function messageText(call: Call): Formatted {
  const source = textOf(call, 'text');
  if (source === undefined || source === '') throw badRequest('message text is empty');
  const formatted = format(call, source, 'entities');
  if (formatted.text === '') throw badRequest('text must be non-empty');
  if (formatted.text.length > MAX_TEXT) throw badRequest('message is too long');
  return formatted;
}

/** The caption under a picture or file, given by a call or by one item of an album. */
export function captionText(call: Call): Formatted {
  const formatted = format(call, textOf(call, 'caption') ?? '', 'caption_entities');
  if (formatted.text.length > MAX_CAPTION) throw badRequest('message caption is too long');
  return formatted;
}

function format(call: Call, source: string, entitiesField: string): Formatted {
  const mode = (textOf(call, 'parse_mode') ?? '').toLowerCase();
  // The older "Markdown" is left out on purpose: nothing new should be written in it.
  if (mode !== '' && mode !== 'html' && mode !== 'markdownv2') throw badRequest('unsupported parse_mode');
  try {
    const parsed =
      mode === 'html'
        ? parseHtml(source)
        : mode === 'markdownv2'
          ? parseMarkdown(source)
          : { text: source, entities: jsonOf<Entity[]>(call, entitiesField) ?? [] };
    return trim(parsed);
  } catch (error) {
    if (error instanceof EntityError) throw badRequest(`can't parse entities: ${error.message}`);
    throw error;
  }
}

/** Without control characters and outer white space; entities move along. */
function trim({ text: source, entities }: Formatted): Formatted {
  const text = source.replaceAll('\r', '\n').replace(/[^\P{Cc}\n]/gu, ' ');
  const trimmed = text.trim();
  const lost = text.length - text.trimStart().length;
  const moved = entities.flatMap((entity) => {
    const start = Math.max(entity.offset - lost, 0);
    const end = Math.min(entity.offset - lost + entity.length, trimmed.length);
    return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  return { text: trimmed, entities: withFoundEntities(trimmed, moved) };
}
