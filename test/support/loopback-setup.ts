/** Runs before each test file: puts the guard up here and in Node processes that tests start. */

import { afterEach, expect } from 'vitest';
import { takeRefusals } from './loopback-guard.ts';

const preload = `--import=${new URL('./loopback-guard.ts', import.meta.url).href}`;
const options = process.env.NODE_OPTIONS ?? '';
if (!options.includes(preload)) process.env.NODE_OPTIONS = `${options} ${preload}`.trim();

// A library may swallow the refusal; it still tried.
afterEach(() => {
  expect(takeRefusals(), 'connections off this machine').toEqual([]);
});
