// @ts-check
// Changes the code place by place and counts the changes that no test notices. Usage: npm run mutate [-- AREA… MOST --survivors]
// With --survivors only those of the last result are tried again.
import { areas, GOAL, MOST_MUTANTS, notMeasured } from './areas.js';
import { filesOf } from './files-of.js';
import { mutantsOf } from './mutants.js';
import { resultOf, survivorsOf, withoutKilled, writeResult } from './results.js';
import { tryInScripts } from './script.js';
import { tryByStryker } from './stryker.js';

const words = process.argv.slice(2);
const most = Math.min(MOST_MUTANTS, Number(words.find((word) => /^[1-9]\d*$/.test(word)) ?? MOST_MUTANTS));
const again = words.includes('--survivors');
const named = words.filter((word) => !/^\d+$/.test(word) && word !== '--survivors');
const unknown = named.find((word) => !Object.hasOwn(areas, word));
if (unknown !== undefined) {
  console.error(`There is no area "${unknown}". Areas: ${Object.keys(areas).join(', ')}.`);
  process.exit(1);
}

let left = most;
for (const [name, area] of Object.entries(areas)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const files = filesOf(area.files);
  const tests = filesOf(area.tests);
  if (files.length === 0 || tests.length === 0) {
    console.error(
      `${name}: the globs of test/mutation/areas.js name no file of code, or no test. Correct them.`,
    );
    process.exitCode = 1;
    continue;
  }
  const all = await mutantsOf(files);
  if (again && area.by === 'stryker') {
    const survivors = survivorsOf(name, all);
    console.log(`${name}: ${survivors.length} survivors of the last run`);
    const result = withoutKilled(name, await tryByStryker(survivors.map(rangeOf), tests));
    writeResult(result);
    print(result);
    continue;
  }
  if (left === 0 || (area.by === 'stryker' && all.length > left)) {
    console.log(
      `${name}: skipped. It has ${all.length} mutants, and ${left} of this run are left. Run it alone.`,
    );
    continue;
  }
  const chosen = area.by === 'stryker' ? all : evenly(all, left);
  left -= chosen.length;
  console.log(
    `${name}: ${chosen.length} of ${all.length} mutants in ${files.length} files, ${tests.length} test files`,
  );
  const tried =
    area.by === 'stryker' ? await tryByStryker(files, tests) : await tryInScripts(chosen, tests, progress);
  const result = resultOf(name, tried, all.length);
  writeResult(result);
  print(result);
}
console.log('\nNot measured:');
for (const [what, why] of Object.entries(notMeasured)) console.log(`  ${what}: ${why}`);

/** A mutant as Stryker names a range: lines count from 1, columns from 0. @param {import('./mutants.js').Mutant} mutant */
function rangeOf({ file, location: { start, end } }) {
  return `${file}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
}

/** Some of a list, from its beginning to its end. @template T @param {readonly T[]} list @param {number} count */
function evenly(list, count) {
  if (list.length <= count) return [...list];
  return list.filter(
    (_, index) =>
      Math.floor((index * count) / list.length) !== Math.floor(((index - 1) * count) / list.length),
  );
}

/** @param {number} done */
function progress(done) {
  if (done % 10 === 0) console.log(`  ${done} tried`);
}

/** @param {import('./results.js').Result} result */
function print({ area, mutants, killed, score, survivors }) {
  const open = survivors.filter(({ reason }) => reason === '');
  console.log(`${area}: ${killed} of ${mutants} killed, ${score} % (goal ${GOAL} %)`);
  for (const { code, becomes } of open) console.log(`  - ${code}\n  + ${becomes}`);
  console.log(
    `  ${open.length} of ${survivors.length} survivors have no reason: kill them, or write one into`,
  );
  console.log(`  test/mutation/results/${area}.json`);
}
