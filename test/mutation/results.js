// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { keyOf, withReasons, writtenDown } from './survivor.js';

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

/**
 * The mutants that an area's committed result has as survivors.
 *
 * @template {import('./mutants.js').Mutant} Some @param {string} area @param {readonly Some[]} mutants
 * @returns {Some[]}
 */
export function survivorsOf(area, mutants) {
  const known = new Set((readResult(area)?.survivors ?? []).map(keyOf));
  return mutants.filter(({ file, location, replacement }) =>
    known.has(keyOf(writtenDown(readFileSync(file, 'utf8'), location, replacement))),
  );
}

/**
 * The committed result without the survivors that were killed meanwhile.
 *
 * @param {string} area @param {readonly import('./mutants.js').Tried[]} tried some of its survivors, tried again
 * @returns {Result}
 */
export function withoutKilled(area, tried) {
  const before = readResult(area);
  if (before === undefined) throw new Error(`There is no result of ${area} yet: run it without --survivors.`);
  const left = survivorsOf(
    area,
    tried.filter(({ outcome }) => outcome === 'survived'),
  ).map(({ file, location, replacement }) =>
    keyOf(writtenDown(readFileSync(file, 'utf8'), location, replacement)),
  );
  const survivors = before.survivors.filter((survivor) => left.includes(keyOf(survivor)));
  const killed = before.mutants - survivors.length;
  return { ...before, killed, score: Math.floor((1000 * killed) / before.mutants) / 10, survivors };
}

/** @param {Result} result */
export function writeResult(result) {
  mkdirSync(new URL('results/', import.meta.url), { recursive: true });
  writeFileSync(fileOf(result.area), `${JSON.stringify(result, null, 2)}\n`);
}
