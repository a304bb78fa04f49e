import { access, constants, open, readdir, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failure } from '../failure.ts';
import { fileReason } from '../file-reason.ts';
import type { Io } from '../io.ts';
import { makeFolder } from '../make-folder.ts';
import { DRAFT, replaceFile } from '../replace-file.ts';

/** Read and write for the owner alone. */
const PRIVATE = 0o600;
const PRIVATE_FOLDER = 0o700;
const OTHERS = 0o077;
/** Bytes; a store of a thousand tokens has two megabytes. */
export const LARGEST_PRIVATE = 16 * 1024 * 1024;

/**
 * Reads a file with secrets, after making sure that nobody else could have read or written it. Owner and mode are
 * asked of the opened file, so that it cannot be exchanged in between.
 *
 * @returns undefined when there is no such file
 * @throws Failure PRIVATE_FILE_REFUSED when it belongs to somebody else, is open to others, or is no file;
 *   FILE_UNREADABLE
 */
export async function readPrivateFile(file: string, { processes }: Pick<Io, 'processes'>) {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    // Without this flag, opening a pipe that nobody writes to never comes back. Windows has neither.
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unreadable(file, error);
  }
  try {
    const stats = await handle.stat();
    const refuse = (reason: string, remedy: string) =>
      failure('PRIVATE_FILE_REFUSED', { file, reason, remedy });
    if (!stats.isFile()) throw refuse('it is not a file', 'Name another file.');
    if (processes.userId !== undefined) {
      if (stats.uid !== processes.userId) {
        throw refuse(
          `it belongs to user ${stats.uid}, not to you (user ${processes.userId})`,
          'Name a file of your own.',
        );
      }
      if ((stats.mode & OTHERS) !== 0) {
        const mode = (stats.mode & 0o777).toString(8);
        throw refuse(
          `others may open it (mode ${mode}), so its secrets may be known`,
          `If nobody did, type: chmod 600 ${file}`,
        );
      }
    }
    if (stats.size > LARGEST_PRIVATE) throw refuse(`it has ${stats.size} bytes`, 'Name another file.');
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file with secrets: whole or not at all, readable by its owner alone, in a folder that is made if it is
 * not there. It must be called under a lock: drafts that a killed writer left behind are removed.
 *
 * @throws Failure FILE_UNWRITABLE
 */
export async function writePrivateFile(file: string, content: string): Promise<void> {
  try {
    await makePrivateFolder(dirname(file));
    // A link stays, and what it leads to is replaced.
    const target = await realpath(file).catch(() => file);
    await removeDrafts(target);
    await replaceFile(target, content, { mode: PRIVATE, durable: true });
  } catch (error) {
    throw failure('FILE_UNWRITABLE', { file, reason: fileReason(error) }, { cause: error });
  }
}

/**
 * Makes sure that a file could be written, before somebody goes to the trouble of getting what shall be in it.
 *
 * @throws Failure FILE_UNWRITABLE, PRIVATE_FILE_REFUSED when something else than a file is there
 */
export async function assertWritable(file: string): Promise<void> {
  try {
    await makePrivateFolder(dirname(file));
    await access(dirname(file), constants.W_OK);
    const stats = await stat(file).catch(() => undefined);
    if (stats === undefined || stats.isFile()) return;
  } catch (error) {
    throw failure('FILE_UNWRITABLE', { file, reason: fileReason(error) }, { cause: error });
  }
  throw failure('PRIVATE_FILE_REFUSED', { file, reason: 'it is not a file', remedy: 'Name another file.' });
}

/** Makes a folder that others cannot look into; one that is there stays as it is. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await makeFolder(folder, PRIVATE_FOLDER);
}

/** A writer that was killed leaves its draft. */
async function removeDrafts(file: string): Promise<void> {
  const folder = dirname(file);
  const draft = basename(file) + DRAFT;
  for (const name of await readdir(folder)) {
    if (name.startsWith(draft)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

function unreadable(file: string, error: unknown) {
  return failure('FILE_UNREADABLE', { file, reason: fileReason(error) }, { cause: error });
}
