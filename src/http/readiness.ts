/** Whether the process can do its work: each part is asked, in parallel, and not for long. */

import { PlatformError } from '../errors.ts';
import { strikeSecrets } from '../log.ts';

/**
 * "degraded": something is wrong that people should see to, but requests should keep coming: one channel of several is
 * broken, the outbox is behind. "down": send nothing here.
 */
export interface PartHealth {
  readonly state: 'ok' | 'degraded' | 'down';
  /** A sentence for whoever runs Purser: what is wrong, what to fix. */
  readonly why?: string;
  /** Numbers and texts worth showing: how many replies wait, when the last one failed. */
  readonly facts?: Readonly<Record<string, string | number | null>>;
}

/** The parts by name; each answers within two seconds, or counts as down. It may throw, which is "down" as well. */
export type Readiness = Readonly<Record<string, () => Promise<PartHealth> | PartHealth>>;

export interface ReadinessReport {
  readonly status: 'ready' | 'degraded' | 'not ready';
  readonly checks: Readonly<Record<string, PartHealth>>;
}

const TIMEOUT_MS = 2_000;

/** Gives a function that asks all parts. While a part has not answered, it is not asked a second time. */
export function createReadiness(parts: Readiness, timeoutMs = TIMEOUT_MS): () => Promise<ReadinessReport> {
  const asked = new Map<string, Promise<PartHealth>>();

  function ask(name: string, check: Readiness[string]): Promise<PartHealth> {
    const running = asked.get(name);
    if (running) return running;
    const answer = (async () => await check())()
      .catch(explain)
      .finally(() => asked.delete(name));
    asked.set(name, answer);
    return answer;
  }

  return async () => {
    const checks = await Promise.all(
      Object.entries(parts).map(
        async ([name, check]) => [name, clean(await inTime(ask(name, check), timeoutMs))] as const,
      ),
    );
    const states = new Set(checks.map(([, health]) => health.state));
    const status = states.has('down') ? 'not ready' : states.has('degraded') ? 'degraded' : 'ready';
    return { status, checks: Object.fromEntries(checks) };
  };
}

async function inTime(answer: Promise<PartHealth>, timeoutMs: number): Promise<PartHealth> {
  const late = Promise.withResolvers<PartHealth>();
  const why = `It has not answered within ${timeoutMs / 1_000} s.`;
  const timer = setTimeout(() => late.resolve({ state: 'down', why }), timeoutMs);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Our own errors are sentences; of any other, nothing is shown that it might carry along. */
function explain(error: unknown): PartHealth {
  return { state: 'down', why: error instanceof PlatformError ? error.message : 'The check itself failed.' };
}

/** What platforms say of a failure may have a token in it. */
function clean({ state, why, facts }: PartHealth): PartHealth {
  const cleaned = Object.entries(facts ?? {}).map(([name, fact]) => [
    name,
    typeof fact === 'string' ? strikeSecrets(fact) : fact,
  ]);
  return {
    state,
    ...(why === undefined ? {} : { why: strikeSecrets(why) }),
    ...(facts ? { facts: Object.fromEntries(cleaned) } : {}),
  };
}
