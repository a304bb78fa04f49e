// @ts-nocheck
import { env } from 'node:process';

/** How many cases each property is tried with: enough for seconds, or LEGWORK_FUZZ=100000 for the long run. */
export function runs(usual: number): number {
  const asked = Number(env.LEGWORK_FUZZ ?? 0);
  return Number.isInteger(asked) && asked > usual ? asked : usual;
}

/** Milliseconds for a property: the long run has all the time that it needs. */
export const PATIENCE = env.LEGWORK_FUZZ === undefined ? 120_000 : 6 * 3_600_000;
