import { readFile } from 'node:fs/promises';
import { failure } from '../failure.ts';
import type { EmulatorConfig } from './config.ts';

/**
 * Reads the configuration of an emulator from a file. The validator is loaded only now.
 *
 * @param path absolute, or relative to the working folder of the process
 * @throws Failure FILE_UNREADABLE, FILE_NOT_JSON, FILE_INVALID
 */
export async function readEmulatorConfig(path: string): Promise<EmulatorConfig> {
  const [content, { parseEmulatorConfig }] = await Promise.all([readText(path), import('./parse-config.ts')]);
  return parseEmulatorConfig(content, path);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw failure('FILE_UNREADABLE', { file, reason }, { cause });
  }
}
