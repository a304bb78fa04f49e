import { env } from 'node:process';
import { defineConfig } from 'vitest/config';

/** Set by `npm run mutate`, which runs the tests of one area again and again. */
const ofArea = env.LEGWORK_TEST_FILES?.split(',');

export default defineConfig({
  test: {
    include: ofArea ?? ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/.stryker-tmp/**'],
    // Flows run Newman in process, and two cores are all that CI promises.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
