/** The parameters of a call, however they were sent. */

import type { IncomingMessage } from 'node:http';
import { ApiError, badRequest } from './bot-api.ts';

export interface UploadedFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

export interface Call {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, UploadedFile>;
}

/** As much as one request may carry: a document of 50 MB, and its form. */
const MAX_BODY = 51 * 1024 * 1024;

export async function readRequest(request: IncomingMessage, query: URLSearchParams): Promise<Call> {
  const body = await readBody(request);
  const header = request.headers['content-type'] ?? '';
  const type = header.split(';')[0]?.trim().toLowerCase();
  const asked = Object.fromEntries(query);
  if (body.length === 0) return { fields: asked, files: new Map() };
  if (type === 'application/json') return { fields: { ...asked, ...readJson(body) }, files: new Map() };
  if (type === 'application/x-www-form-urlencoded') {
    return { fields: { ...asked, ...Object.fromEntries(new URLSearchParams(body.toString())) }, files: new Map() };
  }
  if (type === 'multipart/form-data') {
    const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(header);
    const read = readForm(body, boundary?.[1] ?? boundary?.[2] ?? '');
    return { fields: { ...asked, ...read.fields }, files: read.files };
  }
  throw badRequest('unsupported content type');
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  if (size > MAX_BODY) throw new ApiError(413, 'Request Entity Too Large');
  return Buffer.concat(chunks);
}

function readJson(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString());
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {}
  throw badRequest("can't parse request JSON object");
}

/** Parts as the SDKs write them: no space after the colon, and no type at plain fields, are fine. */
function readForm(body: Buffer, boundary: string): Call {
  const fields: Record<string, unknown> = {};
  const files = new Map<string, UploadedFile>();
  const mark = Buffer.from(`--${boundary}`);
  let at = body.indexOf(mark);
  if (boundary === '' || at < 0) throw badRequest("can't parse multipart form");
  for (;;) {
    const start = at + mark.length;
    if (body.subarray(start, start + 2).toString() === '--') return { fields, files };
    const headEnd = body.indexOf('\r\n\r\n', start);
    const next = body.indexOf(Buffer.from(`\r\n--${boundary}`), headEnd);
    if (headEnd < 0 || next < 0) throw badRequest("can't parse multipart form");
    const head = body.subarray(start, headEnd).toString();
    const content = body.subarray(headEnd + 4, next);
    const name = /\bname="([^"]*)"/i.exec(head)?.[1];
    const file = /\bfilename="([^"]*)"/i.exec(head)?.[1];
    if (!/^content-disposition:\s*form-data\b/im.test(head) || name === undefined) {
      throw badRequest("can't parse multipart form");
    }
    const type = /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? 'application/octet-stream';
    if (file === undefined) fields[name] = content.toString();
    else files.set(name, { name: file, type, content: Buffer.from(content) });
    at = next + 2;
  }
}
