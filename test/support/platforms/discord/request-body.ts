/** Reads a request's body: JSON, or a form with payload_json and files[n]. */

import type { IncomingMessage } from 'node:http';
import { refusal } from './api-error.ts';
import type { Body } from './message-rules.ts';

export interface UploadedFile {
  /** The n of files[n], to which `attachments` refers. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface ReadBody {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** Throws the refusal that Discord would answer with. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (type.startsWith('application/json')) return { body: parse(bytes.toString()), files: [] };
  if (!type.startsWith('multipart/form-data')) throw refusal('badJson');
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files: UploadedFile[] = [];
  let body: Body = {};
  for (const [field, value] of form) {
    const id = /^files\[(\d+)\]$/.exec(field)?.[1];
    if (field === 'payload_json' && typeof value === 'string') body = parse(value) as Body;
    else if (id !== undefined && typeof value !== 'string') {
      files.push({ id, name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
    }
  }
  return { body, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('badJson');
  }
}
