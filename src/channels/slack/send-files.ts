/** Uploads charts and files. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { webApi } from '@slack/bolt';
import type { Reply } from '../../conversation/message.ts';
import type { Attachments } from '../channel.ts';
import type { Target } from './earlier-sent.ts';
import { textAt } from './payload-shape.ts';
import { shorten } from './split-text.ts';

export interface Upload {
  readonly name: string;
  readonly title: string;
  readonly alt: string;
  readonly bytes: Buffer;
}

const MAX_ALT = 1_000;

/** A chart's picture. Its name is its own, so that it is known again where nobody knows whether it was sent. */
export async function uploadOfChart(
  chart: Reply['charts'][number],
  attachments: Attachments,
  answers: string,
  part: string,
): Promise<Upload> {
  const bytes = Buffer.from(await attachments.drawChart(chart));
  const name = `chart-${createHash('sha256').update(`${answers} ${part}`).digest('hex').slice(0, 12)}.png`;
  return { name, title: chart.title, alt: shorten(chart.alt, MAX_ALT), bytes };
}

export async function uploadOfFile(file: Reply['files'][number], attachments: Attachments): Promise<Upload> {
  const path = await attachments.saveFile(file);
  return { name: basename(path), title: basename(path), alt: '', bytes: await readFile(path) };
}

/** Uploads it and shares it; the file's id. */
export async function share(client: webApi.WebClient, { channel, thread }: Target, upload: Upload): Promise<string> {
  const { name, title, alt, bytes } = upload;
  const result = await client.filesUploadV2({
    channel_id: channel,
    filename: name,
    title,
    file: bytes,
    ...(alt ? { alt_text: alt } : {}),
    ...(thread ? { thread_ts: thread } : {}),
  } as webApi.FilesUploadV2Arguments);
  const [completed] = result.files as unknown as { files?: unknown[] }[];
  return textAt(completed?.files?.[0], 'id');
}
