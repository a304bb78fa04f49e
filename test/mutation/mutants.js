// @ts-check
import { readFileSync } from 'node:fs';
import { Instrumenter } from '@stryker-mutator/instrumenter';

/**
 * @typedef {'killed' | 'timed out' | 'survived' | 'invalid'} Outcome
 *
 * @typedef {object} Mutant a change of one place in a file
 * @property {string} file
 * @property {import('./survivor.js').Place} location
 * @property {string} replacement
 *
 * @typedef {Mutant & { outcome: Outcome }} Tried
 */

const silent = () => {};
const logger = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
};

/**
 * The mutants of some files, as Stryker makes them. Both engines try the same kinds of change.
 *
 * @param {readonly string[]} files
 * @returns {Promise<Mutant[]>}
 */
export async function mutantsOf(files) {
  const instrumenter = new Instrumenter(logger);
  const sources = files.map((name) => ({ name, content: readFileSync(name, 'utf8'), mutate: true }));
  const { mutants } = await instrumenter.instrument(sources, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  });
  return mutants.map(({ fileName, location, replacement }) => ({ file: fileName, location, replacement }));
}
