// @ts-nocheck
import type { Plain } from './plain.ts';
import type { ConsoleLine } from './result.ts';

/**
 * The lines by which scripts/retry.js says what it decided. A line alone proves nothing: a visit counts as given up
 * only when its script also asked for the same request again.
 */
const RETRIED = 'Retried: ';
const NOT_RETRIED = 'Not retried: ';

/** Why the answer was not judged and the request sent again; undefined where its script did not say so. */
export function retryReason(console: readonly Plain<ConsoleLine>[]): string | undefined {
  return lastAfter(RETRIED, console);
}

/** The reason with what only the runner knows: why no answer came. */
export function withError(reason: string, error: string | undefined): string {
  return error === undefined ? reason : reason.replace(/^no answer came/, () => `no answer came (${error})`);
}

/** Why a request that may be repeated was not sent again. */
export function endOfRetries(console: readonly Plain<ConsoleLine>[]): string | undefined {
  return lastAfter(NOT_RETRIED, console);
}

function lastAfter(beginning: string, console: readonly Plain<ConsoleLine>[]): string | undefined {
  const line = console.findLast(({ text }) => text.startsWith(beginning));
  return line?.text.slice(beginning.length);
}
