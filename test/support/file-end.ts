/** What a test file has opened before its tests goes when the file ends. Set up for each file. */

import { afterAll } from 'vitest';

type Release = () => Promise<void>;

const releases: Release[] = [];

export function atFileEnd(release: Release): void {
  releases.push(release);
}

afterAll(async () => {
  while (releases.length > 0) await releases.pop()?.();
});
