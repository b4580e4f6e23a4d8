/** A reply as the messages that Discord takes. */

import { gzipSync } from 'node:zlib';
import { ButtonStyle, ComponentType, MessageFlags, type RawFile } from 'discord.js';
import type { Button, Reply } from '../../conversation/message.ts';
import type { Log } from '../../log.ts';
import type { Attachments } from '../channel.ts';
import { splitEscaped } from './split-text.ts';

/** One message. */
export interface MessagePart {
  /** The same in every try. */
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly files: RawFile[];
}

const MAX_CONTENT = 2000;
const MAX_FILES = 10;
/** What every server takes, boosted or not. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;
const MAX_DESCRIPTION = 1024;
const ROWS = 5;
const BUTTONS_A_ROW = 5;
const MAX_LABEL = 80;
const MAX_ID = 100;

const styles: Readonly<Record<string, ButtonStyle>> = {
  confirm: ButtonStyle.Success,
  cancel: ButtonStyle.Danger,
};

/** Text first; pictures, files and buttons stand under the end of it. */
export async function partsOf(reply: Reply, attachments: Attachments, log: Log): Promise<MessagePart[]> {
  const { pictures, undrawn } = await draw(reply, attachments, log);
  const files = [...pictures, ...reply.files.map(({ name, type, text }) => ({ ...fileOf(name, type, text) }))];
  const texts = splitEscaped([reply.text, ...undrawn].filter(Boolean).join('\n'), MAX_CONTENT);
  const groups: Described[][] = [];
  for (let first = 0; first < files.length; first += MAX_FILES) groups.push(files.slice(first, first + MAX_FILES));
  // The last text and the first files share a message.
  const count = Math.max(1, texts.length + groups.length - (texts.length > 0 && groups.length > 0 ? 1 : 0));
  const firstWithFiles = count - groups.length;
  return Array.from({ length: count }, (_, index) => {
    const group = groups[index - firstWithFiles] ?? [];
    const buttons = index === count - 1 ? rowsOf(reply.buttons) : [];
    return {
      name: `part-${index + 1}`,
      body: {
        content: texts[index] ?? '',
        // Whatever a merchant is called: nobody's phone rings, and no address grows a preview.
        allowed_mentions: { parse: [] },
        flags: MessageFlags.SuppressEmbeds,
        components: buttons,
        ...(group.length > 0
          ? {
              attachments: group.map(({ description }, id) => ({
                id: String(id),
                ...(description ? { description } : {}),
              })),
            }
          : {}),
      },
      files: group.map(({ description: _, ...file }) => file),
    };
  });
}

type Described = RawFile & { readonly description?: string };

async function draw(
  reply: Reply,
  attachments: Attachments,
  log: Log,
): Promise<{ pictures: Described[]; undrawn: string[] }> {
  const pictures: Described[] = [];
  const undrawn: string[] = [];
  for (const [index, chart] of reply.charts.entries()) {
    try {
      const data = Buffer.from(await attachments.drawChart(chart));
      const description = cut(chart.alt, MAX_DESCRIPTION);
      pictures.push({ name: `chart-${index + 1}.png`, data, contentType: 'image/png', description });
    } catch (error) {
      log.error({ err: error }, 'a chart could not be drawn');
      // Its finding stands in for it.
      undrawn.push(chart.alt);
    }
  }
  return { pictures, undrawn };
}

/** Packed where it is too large to be taken as it is. */
function fileOf(name: string, type: string, text: string): Described {
  const data = Buffer.from(text);
  if (data.length <= MAX_FILE_BYTES) return { name, data, contentType: type };
  return { name: `${name}.gz`, data: gzipSync(data), contentType: 'application/gzip' };
}

function rowsOf(buttons: readonly Button[]): object[] {
  const shown = buttons.filter(({ id }) => id.length <= MAX_ID).slice(0, ROWS * BUTTONS_A_ROW);
  const rows: object[] = [];
  for (let first = 0; first < shown.length; first += BUTTONS_A_ROW) {
    const components = shown.slice(first, first + BUTTONS_A_ROW).map(({ id, label }) => ({
      type: ComponentType.Button,
      style: styles[id.split(':')[0] ?? ''] ?? ButtonStyle.Secondary,
      custom_id: id,
      label: cut(label, MAX_LABEL),
    }));
    rows.push({ type: ComponentType.ActionRow, components });
  }
  return rows;
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).toWellFormed()}…`;
}
