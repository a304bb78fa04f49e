import { type ReadIo, readText } from '../../read-text.ts';
import type { EmulatorConfig } from './config.ts';

/**
 * Reads the configuration of an emulator from a file. The validator is loaded only now.
 *
 * @param path absolute
 * @param file as the person named it
 * @throws Failure FILE_UNREADABLE, FILE_NOT_JSON, FILE_INVALID
 */
export async function readEmulatorConfig(path: string, file: string, io: ReadIo): Promise<EmulatorConfig> {
  const content = await readText(path, file, io);
  const { parseEmulatorConfig } = await import('./parse-config.ts');
  return parseEmulatorConfig(content, file);
}
