import { mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** How a file is written. */
export interface Replacing {
  /** Rights of the file, whatever the umask is; those that the umask leaves when left out. */
  readonly mode?: number;
  /** Whether its content must outlive a loss of power. */
  readonly durable?: boolean;
}

/** What the name of a draft adds to that of the file, before six characters that the system chooses. */
export const DRAFT = '.draft-';

/**
 * Writes a file so that nobody ever reads half of it, and two writers do not mix: into a folder of its own beside it,
 * which others cannot look into, and from there to its place. The folder that it lies in is made if it is not there.
 *
 * @param path absolute
 * @param content whole, or piece by piece
 * @throws what the file system or the content throws; what lay at the path before is there still
 */
export async function replaceFile(
  path: string,
  content: string | AsyncIterable<string>,
  { mode, durable = false }: Replacing = {},
): Promise<void> {
  await makeFolder(dirname(path));
  const folder = await mkdtemp(path + DRAFT);
  try {
    const draft = join(folder, basename(path));
    const handle = await open(draft, 'wx', mode);
    try {
      if (mode !== undefined) await handle.chmod(mode);
      await writeFile(handle, content);
      if (durable) await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  } finally {
    // Whether the file was written is what counts.
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}
