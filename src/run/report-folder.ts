import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Failure, failure } from '../failure.ts';
import { fileReason } from '../file-reason.ts';
import type { Io } from '../io.ts';
import { withLock } from '../login/file-lock.ts';
import { makeFolder } from '../make-folder.ts';
import { randomToken } from '../oauth/random.ts';

/** A file with this name is in a folder of reports for as long as a run uses it. */
const CLAIM = '.legwork-run';

/** Milliseconds between two signs of life of a run, and after which one without them is taken to have ended. */
const BEAT = 60_000;
const FORGOTTEN = 10 * BEAT;

interface Claimant {
  readonly process: number;
  readonly host: string;
  /** Tells runs of one process apart, and this process from an earlier one with its number. */
  readonly id: string;
}

/** The claims of this process. */
const held = new Set<string>();

/** What is needed to claim a folder. */
export type ClaimIo = Pick<Io, 'cwd' | 'now' | 'sleep' | 'randomBytes' | 'processes' | 'interrupted'>;

/**
 * The folder that --reports names.
 *
 * @throws Failure USAGE for `-`, which elsewhere means standard output
 */
export function reportFolder(named: string | undefined, command: string): string {
  // yargs turns a lone "-" into an empty text; an option that was given an empty one never comes here.
  if (named === '' || named === '-') {
    throw failure('USAGE', {
      problem:
        '--reports takes a folder, not "-": the reports are several files and cannot go to standard output. (For a folder of that name, type ./-.)',
      command,
    });
  }
  return named ?? 'reports';
}

/**
 * Makes a folder for reports, and keeps other runs out of it while work is done: two runs would overwrite each other's
 * files. Whatever is wrong with the folder shows here, before the work.
 *
 * @param folder as messages name it; undefined where nothing will be written
 * @throws Failure FILE_UNWRITABLE when it cannot be made or written to; FOLDER_IN_USE while another run uses it
 */
export async function withReportFolder<Result>(
  folder: string | undefined,
  io: ClaimIo,
  work: () => Promise<Result>,
): Promise<Result> {
  if (folder === undefined) return work();
  const release = await claimFolder(folder, io);
  try {
    return await work();
  } finally {
    await release();
  }
}

async function claimFolder(folder: string, io: ClaimIo): Promise<() => Promise<void>> {
  const claim = join(resolve(io.cwd, folder), CLAIM);
  const mine = { process: io.processes.id, host: hostname(), id: randomToken(io.randomBytes, 12) };
  try {
    await makeFolder(dirname(claim));
    // Under a lock: of two runs that find the claim of a dead one, only one takes it over.
    await withLock(claim, () => take(claim, mine, folder, io), io);
  } catch (error) {
    if (error instanceof Failure && error.code !== 'FILE_UNWRITABLE') throw error;
    const reason = fileReason(error instanceof Failure ? error.cause : error);
    throw failure('FILE_UNWRITABLE', { file: folder, reason }, { cause: error });
  }
  held.add(mine.id);
  const beat = setInterval(() => touch(claim, io), BEAT).unref();
  return async () => {
    clearInterval(beat);
    held.delete(mine.id);
    if ((await claimantOf(claim))?.id === mine.id) await rm(claim, { force: true });
  };
}

async function take(claim: string, mine: Claimant, folder: string, io: ClaimIo): Promise<void> {
  const other = await claimantOf(claim);
  if (other !== undefined && (await isRunning(other, claim, io))) {
    const where = other.host === mine.host ? '' : ` on ${other.host}`;
    throw failure('FOLDER_IN_USE', {
      folder,
      owner: `process ${other.process}${where}`,
      claim: join(folder, CLAIM),
    });
  }
  await writeFile(claim, JSON.stringify(mine));
}

/** Undefined when there is none, and when the file is no claim: then nothing is known to run. */
async function claimantOf(claim: string): Promise<Claimant | undefined> {
  try {
    const { process, host, id } = JSON.parse(await readFile(claim, 'utf8')) as Partial<Claimant>;
    const isClaim = typeof process === 'number' && typeof host === 'string' && typeof id === 'string';
    return isClaim ? { process, host, id } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a process on another computer (a shared disk) has ended shows only by its signs of life. */
async function isRunning(other: Claimant, claim: string, { processes, now }: ClaimIo): Promise<boolean> {
  if (held.has(other.id)) return true;
  const { mtimeMs } = await stat(claim);
  if (Math.abs(now() - mtimeMs) > FORGOTTEN) return false;
  if (other.host !== hostname()) return true;
  return other.process !== processes.id && processes.isAlive(other.process);
}

function touch(claim: string, { now }: ClaimIo): void {
  const time = now() / 1000;
  // Whoever removed the folder meanwhile learns it from the reports.
  utimes(claim, time, time).catch(() => {});
}
