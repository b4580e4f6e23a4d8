/** What a Web API method is given, and how it reads its arguments. */

import { ApiError } from './api-error.ts';
import type { Json, Workspace } from './workspace.ts';

export interface ApiContext {
  readonly workspace: Workspace;
  /** Where the server is: upload addresses and sockets are on it. */
  origin(): string;
  /** Sends the app an event about something that happened. */
  emit(event: Json): void;
  /** Refuses where the app was not given the scope. */
  requireScope(scope: string): void;
  /** Uses up a trigger: the person whose it was, or a refusal. */
  useTrigger(trigger: string): string;
  /** A ticket for one Socket Mode connection. */
  socketTicket(): string;
}

export interface ApiMethod {
  readonly scope: string | null;
  /** Which kind of token it takes; "xoxb" unless said. */
  readonly token?: 'xapp';
  call(args: Readonly<Record<string, string>>, context: ApiContext): Json;
}

/** A required argument. */
export function need(args: Readonly<Record<string, string>>, name: string): string {
  const value = args[name];
  if (value === undefined || value === '') {
    throw new ApiError('invalid_arguments', {
      response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
    });
  }
  return value;
}

/** An argument that is JSON. */
export function readJson(args: Readonly<Record<string, string>>, name: string): unknown {
  const text = args[name];
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError('invalid_arguments', { response_metadata: { messages: [`[ERROR] ${name} is not JSON`] } });
  }
}
