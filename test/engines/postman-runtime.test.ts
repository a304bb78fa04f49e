import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Runner } from 'postman-runtime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmulator } from '../support/emulator.ts';

// The engine of today's Postman and of the Postman CLI; Newman carries one of 2024.
const requireFromRuntime = createRequire(createRequire(import.meta.url).resolve('postman-runtime'));
const sdk = requireFromRuntime('postman-collection');

let emulator: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

interface Outcome {
  readonly passed: string[];
  readonly problems: string[];
}

/** Runs a committed collection in the present engine. */
function runInPresentEngine(file: string, variables: Record<string, string>): Promise<Outcome> {
  const collection = JSON.parse(readFileSync(new URL(`../../collections/${file}`, import.meta.url), 'utf8'));
  const values = Object.entries(variables).map(([key, value]) => ({ key, value }));
  const outcome: Outcome = { passed: [], problems: [] };
  return new Promise((resolve, reject) => {
    new Runner().run(
      new sdk.Collection(collection),
      { environment: new sdk.VariableScope({ values }) },
      (error, run) => {
        if (error) return reject(error);
        run.start({
          assertion(_cursor: unknown, assertions: { name: string; error?: { message: string } }[]) {
            for (const { name, error } of assertions) {
              if (error) outcome.problems.push(`${name}: ${error.message}`);
              else outcome.passed.push(name);
            }
          },
          exception(_cursor: unknown, error: Error) {
            outcome.problems.push(`script: ${error.message}`);
          },
          done(error: Error | null) {
            if (error) reject(error);
            else resolve(outcome);
          },
        });
      },
    );
  });
}

test.each([
  // First, because the consent that it gives is the first one, and it revokes it again.
  ['linkedin-refusals.postman_collection.json', 115],
  ['linkedin-client-credentials.postman_collection.json', 9],
  ['linkedin-three-legged.postman_collection.json', 22],
])("%s runs green in the engine of today's Postman", async (file, assertions) => {
  const { passed, problems } = await runInPresentEngine(file, emulator.settings());
  expect(problems).toEqual([]);
  expect(passed).toHaveLength(assertions);
});

test('a wrong password fails there, too', async () => {
  const { problems } = await runInPresentEngine('linkedin-three-legged.postman_collection.json', {
    ...emulator.settings(),
    password: 'not the password',
  });
  expect(problems).toEqual([expect.stringMatching(/user name or password is wrong/)]);
});
