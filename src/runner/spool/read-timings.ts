import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readSpool } from './read-spool.ts';
import { SPOOL_FILE } from './spool.ts';

/**
 * How long the targets of a former run took, in milliseconds, so that shards can be balanced. What was not run, or
 * not to its end, says nothing.
 *
 * @param path absolute: a file targets.ndjson, or the folder that it lies in
 * @param shown how messages name it
 * @throws Failure FILE_UNREADABLE, SPOOL_INVALID
 */
export async function readTimings(path: string, shown: string): Promise<Map<string, number>> {
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() === true;
  const timings = new Map<string, number>();
  const file = isFolder ? { path: join(path, SPOOL_FILE), shown: join(shown, SPOOL_FILE) } : { path, shown };
  await readSpool(file, ({ targetName, outcome, interrupted, durationMs }) => {
    if (targetName === undefined || outcome === 'not-run' || interrupted) return;
    timings.set(targetName, (timings.get(targetName) ?? 0) + durationMs);
  });
  return timings;
}
