import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ExitCode } from '../../exit-code.ts';
import { failure } from '../../failure.ts';
import { fileReason } from '../../file-reason.ts';
import type { Io } from '../../io.ts';
import { makeFolder } from '../../make-folder.ts';
import { say } from '../../printable/printable.ts';
import { allProviders } from '../../providers/atlas/all.ts';
import { providersPage } from './providers-page.ts';

/**
 * Writes the page about all providers.
 *
 * @throws Failure FILE_UNWRITABLE
 */
export async function writeProvidersPage(folder: string, io: Io): Promise<ExitCode> {
  const file = join(folder, 'providers.md');
  const path = resolve(io.cwd, file);
  try {
    await makeFolder(dirname(path));
    await writeFile(path, providersPage(await allProviders()));
  } catch (error) {
    throw failure('FILE_UNWRITABLE', { file, reason: fileReason(error) }, { cause: error });
  }
  io.err(say`Wrote ${file}.\n`);
  return 0;
}
