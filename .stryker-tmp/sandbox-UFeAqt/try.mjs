// @ts-nocheck
import { Stryker } from '/work/w-mutation/node_modules/@stryker-mutator/core/dist/src/index.js';
process.env.LEGWORK_TEST_FILES = process.argv[3];
const t = Date.now();
const results = await new Stryker({
  mutate: process.argv[2].split(' '),
  testRunner: 'vitest', plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { related: false }, coverageAnalysis: 'perTest', concurrency: 1, checkers: [],
  tsconfigFile: 'no-tsconfig', reporters: ['progress'], tempDirName: '.stryker-tmp', timeoutMS: 10000,
  ignorePatterns: ['dist','collections','docs','examples','reports'], logLevel: 'info', allowConsoleColors: false,
}).runMutationTest();
const by = {}; for (const r of results) by[r.status] = (by[r.status] ?? 0) + 1;
console.log(by, Date.now() - t);
import fs from 'node:fs';
fs.writeFileSync(process.argv[4], JSON.stringify(results));
