// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { withReasons, writtenDown } from './survivor.js';

/**
 * @typedef {object} Result of an area, as it is committed
 * @property {string} area
 * @property {number} mutants that were tried
 * @property {number} of how many there are
 * @property {number} killed those that ran too long count, too
 * @property {number} score killed, of 100
 * @property {import('./survivor.js').Survivor[]} survivors
 */

/** @param {string} area */
function fileOf(area) {
  return new URL(`results/${area}.json`, import.meta.url);
}

/** @param {string} area @returns {Result | undefined} */
function readResult(area) {
  const file = fileOf(area);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * @param {string} area @param {readonly import('./mutants.js').Tried[]} tried @param {number} all
 * @returns {Result}
 */
export function resultOf(area, tried, all) {
  const valid = tried.filter(({ outcome }) => outcome !== 'invalid');
  const survived = valid.filter(({ outcome }) => outcome === 'survived');
  const killed = valid.length - survived.length;
  const found = survived.map(({ file, location, replacement }) =>
    writtenDown(readFileSync(file, 'utf8'), location, replacement),
  );
  return {
    area,
    mutants: valid.length,
    of: all,
    killed,
    score: Math.floor((1000 * killed) / Math.max(1, valid.length)) / 10,
    survivors: withReasons(found, readResult(area)?.survivors ?? []),
  };
}

/** @param {Result} result */
export function writeResult(result) {
  mkdirSync(new URL('results/', import.meta.url), { recursive: true });
  writeFileSync(fileOf(result.area), `${JSON.stringify(result, null, 2)}\n`);
}
