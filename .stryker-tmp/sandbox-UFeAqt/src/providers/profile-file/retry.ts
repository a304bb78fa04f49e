// @ts-nocheck
import { z } from 'zod';

/** Longer than a script may take, or than a run is allowed by default, nothing can wait. */
const milliseconds = (most: number) => z.int().min(0).max(most);

/** What is tried again, and how long it is worth waiting for. */
export const retry = z
  .strictObject({
    times: z
      .int()
      .min(0)
      .max(20)
      .optional()
      .describe('How often a request is tried again at most; 0: never. Left out: 4.'),
    base_delay_ms: milliseconds(20_000)
      .optional()
      .describe(
        'Most of the first wait, in milliseconds; each further one may be twice as long. Left out: 1000.',
      ),
    max_delay_ms: milliseconds(20_000)
      .optional()
      .describe('No wait is longer; a server that asks for more is not tried again. Left out: 10000.'),
    budget_ms: milliseconds(3_600_000)
      .optional()
      .describe('All that a run of one collection may spend on trying again. Left out: 60000.'),
    statuses: z
      .array(z.int().min(400).max(999))
      .optional()
      .describe('Statuses that pass by themselves. Left out: 429, 502, 503, 504.'),
  })
  .describe('Requests that may be repeated are tried again after trouble that passes by itself.');

export type RetryEntry = z.infer<typeof retry>;
