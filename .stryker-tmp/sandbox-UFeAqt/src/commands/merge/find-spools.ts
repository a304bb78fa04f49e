// @ts-nocheck
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { failure } from '../../failure.ts';
import { fileReason } from '../../file-reason.ts';
import type { Io } from '../../io.ts';
import { didYouMean } from '../../nearest.ts';
import { SPOOL_FILE } from '../../runner/spool/spool.ts';

/** A file that a shard has left. */
export interface FoundSpool {
  /** Absolute. */
  readonly path: string;
  /** Its folder, as messages name it. */
  readonly folder: string;
}

/**
 * The spools in folders, and in the folders right below those that hold none themselves: a CI system that collects
 * artefacts puts each into a folder of its own.
 *
 * @throws Failure FILE_UNREADABLE; MERGE_REFUSED where a folder holds none
 */
export async function findSpools(dirs: readonly string[], io: Pick<Io, 'cwd'>): Promise<FoundSpool[]> {
  const found: FoundSpool[] = [];
  for (const dir of dirs) {
    const own = await spoolAt(dir, io);
    const spools = own === undefined ? await spoolsBelow(dir, io) : [own];
    if (spools.length === 0) throw none(dir, dirs);
    for (const spool of spools) if (!found.some(({ path }) => path === spool.path)) found.push(spool);
  }
  return found;
}

/** A folder that holds one, or the file itself. */
async function spoolAt(given: string, io: Pick<Io, 'cwd'>): Promise<FoundSpool | undefined> {
  return spoolIn(basename(given) === SPOOL_FILE ? dirname(given) : given, io);
}

async function spoolIn(folder: string, io: Pick<Io, 'cwd'>): Promise<FoundSpool | undefined> {
  const path = resolve(io.cwd, folder, SPOOL_FILE);
  const stats = await stat(path).catch(() => undefined);
  return stats?.isFile() === true ? { path, folder } : undefined;
}

async function spoolsBelow(dir: string, io: Pick<Io, 'cwd'>): Promise<FoundSpool[]> {
  let names: string[];
  try {
    names = await readdir(resolve(io.cwd, dir));
  } catch (error) {
    throw failure('FILE_UNREADABLE', { file: dir, reason: fileReason(error) }, { cause: error });
  }
  const spools = await Promise.all(names.sort().map((name) => spoolIn(join(dir, name), io)));
  return spools.filter((spool) => spool !== undefined);
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
    problem: `There is no ${SPOOL_FILE} in ${dir}, nor in the folders right below it. ${close}`.trim(),
    remedy: `Every job of the run leaves a ${SPOOL_FILE} in the folder that its --reports names: collect that folder as an artefact, also of jobs that failed.`,
  });
}
