/**
 * The gateway session, kept over a restart: Discord then replays all that happened meanwhile. What is written down is
 * the last event of which all before are in the inbox, so that nothing is lost with a process that dies; what is
 * replayed twice is known by its key.
 */

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SessionInfo } from '@discordjs/ws';
import type { Log } from '../../log.ts';
import { type HeardPlace, LastHeard, readPlaces } from './last-heard.ts';

/** How far the file may be behind, in milliseconds; Discord replays a little more then. */
const SAVE_AFTER = 200;

export interface SessionMemoryOptions {
  /** Undefined to remember nothing. */
  readonly file: string | undefined;
  readonly token: string;
  readonly log: Log;
}

export class SessionMemory {
  readonly #options: SessionMemoryOptions;
  #session: SessionInfo | null = null;
  readonly lastHeard: LastHeard;
  /** Sequences of events that are not in the inbox yet. */
  readonly #open = new Set<number>();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: SessionMemoryOptions) {
    this.#options = options;
    this.lastHeard = new LastHeard(this.#read());
  }

  /** What the SDK asks for before it connects. */
  get session(): SessionInfo | null {
    return this.#session;
  }

  /** The SDK says how far it is; null gives the session up. */
  update(session: SessionInfo | null): void {
    // When it closes, the SDK gives the session up in any case; the file keeps it for the next start.
    if (this.#isClosed) return;
    const isOther = session?.sessionId !== this.#session?.sessionId;
    this.#session = session;
    if (isOther) this.#open.clear();
    // A process that dies before its first session is written down could not resume it.
    if (isOther) this.#save();
    else this.#saveSoon();
  }

  begin(sequence: number): void {
    this.#open.add(sequence);
  }

  done(sequence: number): void {
    this.#open.delete(sequence);
    this.#saveSoon();
  }

  /** Writes the last of it down. */
  close(): void {
    if (this.#isClosed) return;
    clearTimeout(this.#timer);
    this.#save();
    this.#isClosed = true;
  }

  #saveSoon(): void {
    if (this.#options.file === undefined || this.#timer || this.#isClosed) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#save();
    }, SAVE_AFTER);
    this.#timer.unref();
  }

  #save(): void {
    const { file, log } = this.#options;
    if (file === undefined) return;
    const session = this.#session;
    const sequence = Math.min(...this.#open, (session?.sequence ?? 0) + 1) - 1;
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(
        `${file}.part`,
        JSON.stringify({
          bot: this.#bot(),
          session: session && { ...session, sequence },
          heard: this.lastHeard.places().reverse(),
        }),
        { mode: 0o600 },
      );
      renameSync(`${file}.part`, file);
    } catch (error) {
      log.warn({ err: error }, 'the Discord session could not be written down; a restart may miss messages');
    }
  }

  /** Takes the session up; what was heard is handed back, the last of it last. */
  #read(): HeardPlace[] {
    const { file } = this.#options;
    if (file === undefined) return [];
    try {
      const { bot, session, heard } = JSON.parse(readFileSync(file, 'utf8'));
      if (bot !== this.#bot()) return [];
      const isWhole = typeof session?.sessionId === 'string' && Number.isInteger(session.sequence);
      if (isWhole && session.sequence > 0) this.#session = session;
      return readPlaces(heard);
    } catch {
      // None yet, or torn: a fresh session does as well.
      return [];
    }
  }

  /** Another bot's session is of no use. */
  #bot(): string {
    return createHash('sha256').update(this.#options.token).digest('base64url').slice(0, 16);
  }
}
