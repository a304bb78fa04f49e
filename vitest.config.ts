import { argv, env } from 'node:process';
import { defineConfig } from 'vitest/config';
import { kindOf } from './test/kinds.ts';
import { ProgressReporter } from './test/support/progress-reporter.ts';

/** Set by `npm run mutate`, which runs the tests of one area again and again. */
const ofArea = env.LEGWORK_TEST_FILES?.split(',');

/** Files that a person named: then the times of a whole run say nothing. */
const isPart = argv.some((word) => word.startsWith('test/'));

export default defineConfig(({ mode }) => {
  const kind = kindOf(mode);
  return {
    test: {
      include: ofArea ?? [...kind.include],
      exclude: ['**/node_modules/**', '**/.stryker-tmp/**', ...kind.exclude],
      reporters: ofArea === undefined && !isPart ? ['default', new ProgressReporter(kind)] : ['default'],
      // Flows run Newman in process, and two cores are all that CI promises.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      maxWorkers: 2,
    },
  };
});
