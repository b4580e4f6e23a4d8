/** response_url: five messages within half an hour, to where a person pressed or commanded. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from './api-error.ts';
import { readSaid } from './chat-methods.ts';
import type { Json, Workspace } from './workspace.ts';

const USES = 5;
const LIFE_MILLISECONDS = 30 * 60_000;

export interface ResponseUrls {
  create(user: string, channel: string, message?: string): string;
  handle(request: IncomingMessage, response: ServerResponse, body: Buffer): void;
}

export function createResponseUrls(workspace: Workspace, origin: () => string): ResponseUrls {
  const open = new Map<string, { user: string; channel: string; message?: string; left: number; until: number }>();
  return {
    create(user, channel, message) {
      const id = workspace.id('R');
      open.set(id, { user, channel, message, left: USES, until: workspace.now() + LIFE_MILLISECONDS });
      return `${origin()}/response/${id}`;
    },
    handle(request, response, body) {
      const known = open.get((request.url ?? '').split('/').at(-1) ?? '');
      const respond = (status: number, text: string) => void response.writeHead(status).end(text);
      if (!known || known.until < workspace.now()) return respond(404, 'expired_url');
      if (known.left === 0) return respond(404, 'used_url');
      known.left -= 1;
      try {
        const said = JSON.parse(body.toString()) as Json;
        const blocks = said.blocks === undefined ? undefined : JSON.stringify(said.blocks);
        const { text, blocks: checked } = readSaid({ text: said.text as string | undefined, blocks }, 'edit');
        const original = known.message === undefined ? undefined : workspace.find(known.channel, known.message);
        if (said.replace_original && original) Object.assign(original, { text, blocks: checked, edited: true });
        else if (said.delete_original && original) original.deleted = true;
        else {
          workspace.post({
            channel: known.channel,
            user: workspace.botUserId,
            botId: workspace.botId,
            text,
            blocks: checked,
            onlyFor: said.response_type === 'in_channel' ? null : known.user,
          });
        }
        respond(200, 'ok');
      } catch (error) {
        respond(error instanceof ApiError ? 400 : 500, error instanceof Error ? error.message : 'error');
      }
    },
  };
}
