// @ts-check
import { readdirSync } from 'node:fs';
import picomatch from 'picomatch';

/**
 * The files that some globs name, below src, scripts and test.
 *
 * @param {readonly string[]} globs
 * @returns {string[]} sorted, with "/"
 */
export function filesOf(globs) {
  const fits = picomatch([...globs]);
  return ['src', 'scripts', 'test']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => fits(path))
    .sort();
}
