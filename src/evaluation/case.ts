/** An evaluation case: a message, and what must come of it. */

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { InputError } from '../errors.ts';

const record = z.object({
  amount: z.string(),
  currency: z.string().optional(),
  date: z.string().optional(),
  kind: z.string().optional(),
  category: z.string().optional(),
});

const evaluationCase = z.object({
  id: z.string(),
  text: z.string(),
  /** ISO 8601, local to the time zone. */
  now: z.string(),
  currency: z.string(),
  timezone: z.string(),
  lang: z.enum(['en', 'es', 'de', 'fr', 'pt']),
  tags: z.array(z.string()).default([]),
  /** Earlier messages of the person. */
  history: z.array(z.union([z.string(), z.object({ text: z.string() }).transform(({ text }) => text)])).default([]),
  expect: z.object({
    records: z.array(record).optional(),
    tools: z.array(z.string()).optional(),
    args: z.record(z.string(), z.unknown()).optional(),
    writes: z.boolean().optional(),
  }),
});

export type EvaluationCase = z.output<typeof evaluationCase>;

/** Reads a file of one JSON case a line. Throws an InputError that names the first line that is none. */
export async function readCases(file: string): Promise<EvaluationCase[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new InputError(`${file} can not be read.`, 'Name a file of one JSON case a line.');
  });
  return text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => {
      try {
        return evaluationCase.parse(JSON.parse(line));
      } catch (error) {
        const why = error instanceof z.ZodError ? error.issues[0]?.message : 'it is no JSON';
        throw new InputError(`Line ${number} of ${file} is no case: ${why}.`, 'See the README for the format.');
      }
    });
}
