/** Who holds a lease: "host:pid:start", so that another worker on the same host can see that its holder is gone. */

import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** The name of this process. `start` tells it from an earlier process with the same number. */
export function workerName(): string {
  return `${hostname()}:${process.pid}:${startOf(process.pid) ?? 'unknown'}`;
}

/**
 * True when the holder was a process of this host that does not run any more. False when it runs, or when this host
 * can't tell. Only ever hastens a take-over: a holder that is alive after all can't commit without its lease.
 */
export function isGone(holder: string): boolean {
  const [host, pid, start] = splitName(holder);
  if (host !== hostname() || !Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
  const running = startOf(pid);
  return running !== null && start !== 'unknown' && running !== start;
}

function splitName(holder: string): [string, number, string] {
  const parts = holder.split(':');
  return [parts.slice(0, -2).join(':'), Number(parts.at(-2)), parts.at(-1) ?? ''];
}

/** When the process started, in the kernel's own ticks; null where there is no /proc (then only its number counts). */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; the start time is field 22, the 20th after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
