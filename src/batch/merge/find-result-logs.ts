import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { failure } from '../../failure.ts';
import { fileReason } from '../../file-reason.ts';
import type { Io } from '../../io.ts';
import { didYouMean } from '../../nearest.ts';
import { RESULT_LOG_FILE } from '../result-log/result-log.ts';

/** A file that a shard has left. */
export interface FoundResultLog {
  /** Absolute. */
  readonly path: string;
  /** Its folder, as messages name it. */
  readonly folder: string;
}

/**
 * The result logs in folders, and in the folders right below those that hold none themselves: a CI system that collects
 * artefacts puts each into a folder of its own.
 *
 * @throws Failure FILE_UNREADABLE; MERGE_REFUSED where a folder holds none
 */
export async function findResultLogs(
  dirs: readonly string[],
  io: Pick<Io, 'cwd'>,
): Promise<FoundResultLog[]> {
  const found: FoundResultLog[] = [];
  for (const dir of dirs) {
    const own = await resultLogAt(dir, io);
    const logs = own === undefined ? await resultLogsBelow(dir, io) : [own];
    if (logs.length === 0) throw none(dir, dirs);
    for (const log of logs) if (!found.some(({ path }) => path === log.path)) found.push(log);
  }
  return found;
}

/** A folder that holds one, or the file itself. */
async function resultLogAt(given: string, io: Pick<Io, 'cwd'>): Promise<FoundResultLog | undefined> {
  return resultLogIn(basename(given) === RESULT_LOG_FILE ? dirname(given) : given, io);
}

async function resultLogIn(folder: string, io: Pick<Io, 'cwd'>): Promise<FoundResultLog | undefined> {
  const path = resolve(io.cwd, folder, RESULT_LOG_FILE);
  const stats = await stat(path).catch(() => undefined);
  return stats?.isFile() === true ? { path, folder } : undefined;
}

async function resultLogsBelow(dir: string, io: Pick<Io, 'cwd'>): Promise<FoundResultLog[]> {
  let names: string[];
  try {
    names = await readdir(resolve(io.cwd, dir));
  } catch (error) {
    throw failure('FILE_UNREADABLE', { file: dir, reason: fileReason(error) }, { cause: error });
  }
  const logs = await Promise.all(names.sort().map((name) => resultLogIn(join(dir, name), io)));
  return logs.filter((log) => log !== undefined);
}

function none(dir: string, dirs: readonly string[]) {
  // A folder that was meant for --reports, or a glob that the shell did not fill in.
  const close = /[*?[]/.test(dir)
    ? ''
    : didYouMean(
        dir,
        dirs.filter((other) => other !== dir),
      );
  return failure('MERGE_REFUSED', {
    problem: `There is no ${RESULT_LOG_FILE} in ${dir}, nor in the folders right below it. ${close}`.trim(),
    remedy: `Every job of the run leaves a ${RESULT_LOG_FILE} in the folder that its --reports names: collect that folder as an artefact, also of jobs that failed.`,
  });
}
