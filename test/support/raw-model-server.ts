/** A model's far side that answers byte for byte what a test says, after checking the request as the real API does. */

import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { requestFaults, type WireRequest } from './request-rules.ts';

/** Writes the answer to one request; `number` counts from 0. */
export type Responder = (response: ServerResponse, request: WireRequest, number: number) => void | Promise<void>;

export interface RawModelServer {
  /** To be given as the base address: it ends in /v1. */
  readonly url: string;
  readonly requests: { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: WireRequest }[];
  /** Ends all connections, stalled ones too. */
  close(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1. A request that the real API would refuse gets a 400, whatever the responder. */
export async function startRawModelServer(respond: Responder, port = 0): Promise<RawModelServer> {
  const requests: RawModelServer['requests'] = [];
  const server = createServer(async (request, response) => {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = JSON.parse(Buffer.concat(chunks).toString()) as WireRequest;
      requests.push({ path: request.url ?? '', headers: request.headers, body });
      const faults = request.url === '/v1/chat/completions' ? requestFaults(body) : [`no such path: ${request.url}`];
      if (faults.length > 0)
        json(response, { error: { message: faults.join('; '), type: 'invalid_request_error' } }, 400);
      else await respond(response, body, requests.length - 1);
    } catch (error) {
      if (!response.headersSent) json(response, { error: { message: String(error), type: 'server_error' } }, 500);
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

export function json(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** A completion with this message; `finish` null leaves the reason out. */
export function completion(
  message: Record<string, unknown>,
  finish: string | null = message.tool_calls ? 'tool_calls' : 'stop',
  id = 'chatcmpl-1',
): Record<string, unknown> {
  return {
    id,
    object: 'chat.completion',
    created: 1_790_000_000,
    model: 'scripted',
    choices: [
      { index: 0, message: { role: 'assistant', content: null, ...message }, finish_reason: finish, logprobs: null },
    ],
    usage: {
      prompt_tokens: 100,
      completion_tokens: 20,
      total_tokens: 120,
      prompt_tokens_details: { cached_tokens: 60 },
    },
  };
}

export function wireCall(name: string, args: string, id = 'call_a'): Record<string, unknown> {
  return { id, type: 'function', function: { name, arguments: args } };
}

/** Starts an event stream and returns what writes one event: a delta with its reason to finish, or any other text. */
export function openStream(response: ServerResponse): (delta: object | string, finish?: string | null) => void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  return (delta, finish = null) => {
    const choices = [{ index: 0, delta, finish_reason: finish }];
    const chunk = {
      id: 'chatcmpl-1',
      object: 'chat.completion.chunk',
      created: 1_790_000_000,
      model: 'scripted',
      choices,
    };
    response.write(`data: ${typeof delta === 'string' ? delta : JSON.stringify(chunk)}\n\n`);
  };
}
