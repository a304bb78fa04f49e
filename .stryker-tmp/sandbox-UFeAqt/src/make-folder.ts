// @ts-nocheck
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing; one that is there stays as it is.
 *
 * `mkdir` of Node 20 with `recursive` never comes back where a folder cannot be made although its parent is there
 * (below /proc, and on some network drives): it makes the parent again and again. Here every folder is tried twice.
 *
 * @param folder absolute
 * @param mode of the folders that are made
 * @throws what the file system throws
 */
export async function makeFolder(folder: string, mode = 0o777): Promise<void> {
  try {
    await mkdir(folder, { mode });
  } catch (error) {
    const parent = dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === folder)
      return isThere(folder, error);
    await makeFolder(parent, mode);
    await mkdir(folder, { mode }).catch((again) => isThere(folder, again, 'no folder can be made there'));
  }
}

/** Whoever else made it in the meantime did no harm. */
async function isThere(folder: string, error: unknown, reason?: string): Promise<void> {
  const stats = await stat(folder).catch(() => undefined);
  if (stats?.isDirectory() === true) return;
  const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
  throw isMissing && reason !== undefined ? new Error(reason, { cause: error }) : error;
}
