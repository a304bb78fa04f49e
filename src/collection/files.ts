import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../failure.ts';
import { fileReason } from '../file-reason.ts';
import { replaceFile } from '../replace-file.ts';

/** A file to be written, and its content. */
export interface GeneratedFile {
  readonly name: string;
  readonly content: string;
}

/** JSON as it is committed: two spaces, LF, a final newline. */
export function jsonFile(name: string, value: unknown): GeneratedFile {
  return { name, content: `${JSON.stringify(value, null, 2)}\n` };
}

/**
 * Writes files into a folder, making it where it is missing. Each file is whole or as it was before.
 *
 * @throws Failure FILE_UNWRITABLE
 */
export async function writeFiles(folder: string, files: readonly GeneratedFile[]): Promise<void> {
  await Promise.all(files.map((file) => writeWhole(join(folder, file.name), file.content)));
}

async function writeWhole(path: string, content: string): Promise<void> {
  try {
    await replaceFile(path, content);
  } catch (error) {
    throw failure('FILE_UNWRITABLE', { file: path, reason: fileReason(error) }, { cause: error });
  }
}

/** A file that is not what the generator makes today, and how it differs. */
export interface StaleFile {
  readonly name: string;
  /** A unified diff from the file on disk to what it should be. */
  readonly difference: string;
}

/**
 * Compares files on disk with what they should be.
 *
 * @throws Failure FILE_UNREADABLE for a file that is there but cannot be read
 */
export async function compareFiles(folder: string, files: readonly GeneratedFile[]): Promise<StaleFile[]> {
  const stale: StaleFile[] = [];
  for (const { name, content } of files) {
    const found = await readIfThere(join(folder, name));
    if (found === content) continue;
    const { createTwoFilesPatch } = await import('diff');
    const label = found === undefined ? 'missing' : 'on disk';
    stale.push({
      name,
      difference: createTwoFilesPatch(name, name, found ?? '', content, label, 'generated', { context: 3 }),
    });
  }
  return stale;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw failure('FILE_UNREADABLE', { file: path, reason: fileReason(error) }, { cause: error });
  }
}
