/** A role that one process has at a time, by a lease in the database, with the others standing by. */

import type { Temporal } from 'temporal-polyfill';
import type { Log } from '../log.ts';
import type { Database } from '../store/database.ts';
import { dropRole, roleHolder, takeRole } from '../store/role-leases.ts';
import { ROLE_DOUBT, ROLE_LEASE, ROLE_PAUSE } from './limits.ts';
import type { Worker } from './scheduler.ts';

export interface RoleOptions {
  readonly database: Database;
  /** "gateway:discord" */
  readonly name: string;
  readonly worker: Worker;
  readonly clock: { now(): Temporal.Instant };
  readonly log: Log;
  /** Takes the work up. The role is renewed meanwhile. */
  onGained(): Promise<void>;
  /** Stops the work: another process has the role, or will soon, or this one stops. */
  onLost(): Promise<void>;
  /** Milliseconds; those of limits.ts when left out. */
  readonly timing?: { readonly lease: number; readonly pause: number; readonly doubt: number };
}

export interface Role {
  /**
   * Tries for the role now, and again every few seconds for as long as it takes. Resolves when the first try is over: with
   * whether it was had, after `onGained`, whose errors it throws.
   */
  start(): Promise<boolean>;
  /** Stops the work if there is any, and hands the role back. */
  stop(): Promise<void>;
}

export function createRole(options: RoleOptions): Role {
  const { database, name, worker, clock, log } = options;
  const { lease, pause, doubt } = options.timing ?? { lease: ROLE_LEASE, pause: ROLE_PAUSE, doubt: ROLE_DOUBT };
  const { client } = database;
  let isHeld = false;
  let renewedAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let beating: Promise<unknown> = Promise.resolve();
  /** Taking up and stopping the work, one after the other; the role is renewed beside them. */
  let changing: Promise<void> = Promise.resolve();
  let isStopped = false;

  function change(work: () => Promise<void>): Promise<void> {
    const done = changing.then(work);
    changing = done.catch(() => {});
    return done;
  }

  /** One try to take or to renew the role; true when it was taken just now. */
  async function attempt(): Promise<boolean> {
    const now = clock.now().epochMilliseconds;
    try {
      const holder = isHeld ? null : await roleHolder(client, name);
      const heir = holder && worker.isGone(holder.owner) ? holder.owner : undefined;
      const wish = { owner: worker.name, until: new Date(now + lease) };
      const has = await database.transaction((tx) => takeRole(tx, name, wish, new Date(now), heir));
      if (has) renewedAt = now;
      if (has === isHeld) return false;
      isHeld = has;
      if (has) return true;
      log.warn({ role: name }, 'another process has this role now');
    } catch (error) {
      log.warn({ err: error, role: name }, 'a role could not be asked for');
      if (!isHeld || clock.now().epochMilliseconds - renewedAt < doubt) return false;
      isHeld = false;
    }
    change(options.onLost).catch((error) => log.error({ err: error, role: name }, 'the work could not be stopped'));
    return false;
  }

  async function beat(): Promise<void> {
    if (await attempt()) {
      log.info({ role: name }, 'this process has the role now');
      change(options.onGained).catch((error) => log.error({ err: error, role: name }, 'the work was not taken up'));
    }
  }

  function beatAgain(): void {
    if (isStopped) return;
    timer = setTimeout(() => {
      beating = beat().finally(beatAgain);
    }, pause);
  }

  return {
    async start() {
      const isGained = await attempt();
      beatAgain();
      if (isGained) await change(options.onGained);
      return isGained;
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await beating;
      if (!isHeld) return await changing;
      isHeld = false;
      await change(options.onLost).catch((error) => log.error({ err: error, role: name }, 'the work was not stopped'));
      await database
        .transaction((tx) => dropRole(tx, name, worker.name))
        .catch((error) => log.warn({ err: error, role: name }, 'a role could not be handed back; its lease will end'));
    },
  };
}
