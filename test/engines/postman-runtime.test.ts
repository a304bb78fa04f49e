import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Runner } from 'postman-runtime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmulator } from '../support/emulator.ts';
import { failuresOf, runPlain } from '../support/plain-newman.ts';
import { hasty, startFaulty } from '../usage/retried-run.ts';

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

function collectionIn(file: string) {
  return JSON.parse(readFileSync(new URL(`../../collections/${file}`, import.meta.url), 'utf8'));
}

/** Runs a committed collection in the present engine. */
function runInPresentEngine(
  file: string,
  variables: Record<string, string>,
  isWanted: (item: { name: string }) => boolean = () => true,
): Promise<Outcome> {
  const whole = collectionIn(file);
  const collection = { ...whole, item: whole.item.filter(isWanted) };
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
  'linkedin-client-credentials.postman_collection.json',
  'linkedin-three-legged.postman_collection.json',
  'linkedin-error-responses.postman_collection.json',
])("%s runs green in the engine of today's Postman, and shows what it shows in Newman", async (file) => {
  const collection = collectionIn(file);
  // An emulator each: consent that was given before is not asked for again.
  const [ours, theirs] = [await startEmulator(), await startEmulator()];
  const { passed, problems } = await runInPresentEngine(file, ours.settings());
  const newman = await runPlain(collection, theirs.settings());
  await Promise.all([ours.close(), theirs.close()]);
  expect(problems).toEqual([]);
  expect(failuresOf(newman)).toEqual([]);
  expect(passed).toEqual(newman.assertions.map(({ name }) => name));
  expect(passed.length).toBeGreaterThan(7);
});

test('a wrong password fails there, too', async () => {
  const { problems } = await runInPresentEngine('linkedin-three-legged.postman_collection.json', {
    ...emulator.settings(),
    password: 'not the password',
  });
  expect(problems).toEqual([expect.stringMatching(/user name or password is wrong/)]);
});

test('an expired token is renewed there, too, by whichever way it was got', async () => {
  const settings = emulator.settings();
  const past = '2020-01-01T00:00:00.000Z';
  const application = await runInPresentEngine(
    'linkedin-client-credentials.postman_collection.json',
    { ...settings, application_token: 'stale', application_token_expires_at: past },
    ({ name }) => name === 'Renew the token' || name.endsWith('Call an API'),
  );
  expect(application.problems).toEqual([]);
  expect(application.passed[0]).toMatch(/renews the access token/);
  expect(application.passed.at(-1)).toMatch(/responds with 200/);
  const member = await runInPresentEngine(
    'linkedin-postman-login.postman_collection.json',
    {
      ...settings,
      access_token: 'stale',
      access_token_expires_at: past,
      refresh_token: 'AQX-nobody-issued-it',
    },
    ({ name }) => name === 'Renew the token' || name.endsWith('Read userinfo'),
  );
  expect(member.passed).toEqual([]);
  expect(member.problems).toEqual([expect.stringMatching(/The token endpoint answered .*"invalid_grant"/)]);
});

const THREE_LEGGED = 'linkedin-three-legged.postman_collection.json';

test('what passes by itself is tried again in both engines, and comes to the same', async () => {
  const faults = [
    'authorization#1=lost',
    'consent#1=status:504',
    'userinfo#1=status:503',
    'userinfo#2=reset',
    'introspection#1=throttle:1',
  ];
  const [ours, theirs] = [await startFaulty(faults), await startFaulty(faults)];
  const { passed, problems } = await runInPresentEngine(THREE_LEGGED, { ...ours.settings, ...hasty });
  const newman = await runPlain(collectionIn(THREE_LEGGED), { ...theirs.settings, ...hasty });
  await Promise.all([ours.close(), theirs.close()]);
  expect(problems).toEqual([]);
  expect(failuresOf(newman)).toEqual([]);
  expect(passed).toEqual(newman.assertions.map(({ name }) => name));
  const told = newman.console.filter((line) => line.startsWith('Retried: '));
  expect(told).toHaveLength(faults.length);
  const asked = (journal: typeof ours.journal) => journal.map(({ method, path }) => `${method} ${path}`);
  expect(asked(ours.journal)).toEqual(asked(theirs.journal));
});

test.each(['login-submit', 'consent-submit', 'token', 'api#5+'])(
  'what works once is sent once in both engines when %s has a bad day',
  async (endpoint) => {
    for (const fault of ['status:503', 'lost']) {
      const [ours, theirs] = [
        await startFaulty([`${endpoint}=${fault}`]),
        await startFaulty([`${endpoint}=${fault}`]),
      ];
      const { problems } = await runInPresentEngine(THREE_LEGGED, { ...ours.settings, ...hasty });
      const newman = await runPlain(collectionIn(THREE_LEGGED), { ...theirs.settings, ...hasty });
      await Promise.all([ours.close(), theirs.close()]);
      expect(problems.length).toBeGreaterThan(0);
      expect(failuresOf(newman).length).toBeGreaterThan(0);
      for (const { journal } of [ours, theirs]) {
        expect(journal.filter(({ faults = [] }) => faults.length > 0)).toHaveLength(1);
      }
    }
  },
);
