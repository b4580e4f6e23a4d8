import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Two hundred processes load the same packages one after the other: what one has compiled the next ones need not.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url));

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/database-server.ts'],
    setupFiles: ['test/support/loopback-setup.ts', 'test/support/file-end.ts'],
    // Processes, not threads: tests change the environment and load native modules.
    pool: 'forks',
    // A process has many files: what one has loaded, compiled and opened the next ones need not.
    isolate: false,
    // One more than the cores that are promised: tests wait for databases and processes half of their time.
    maxWorkers: 3,
    // Twenty seconds are plenty on an idle machine; a busy one gets more.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A test that leans on another one's leftovers is found out.
    sequence: { shuffle: true },
  },
});
