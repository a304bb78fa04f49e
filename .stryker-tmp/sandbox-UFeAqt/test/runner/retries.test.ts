// @ts-nocheck
import { expect, test } from 'vitest';
import { runCollection } from '../../src/runner/run-collection.ts';
import { ASSERTS, failuresOf, requestFor, type Sketch, serve, testIo } from './support.ts';

const SAY = "console.info('Retried: the server answered 503; attempt 2 of 2 follows in 1 ms.');";
const AGAIN = 'pm.execution.setNextRequest(pm.info.requestName);';
const ONCE = "!pm.variables.get('tried')";
const MARK = "pm.variables.set('tried', 'yes');";

async function run(sketches: readonly Sketch[]) {
  let calls = 0;
  const base = await serve((_, response) => {
    calls += 1;
    response.writeHead(calls === 1 ? 503 : 200).end('{}');
  });
  return runCollection(requestFor(base, sketches), testIo());
}

test('a visit that was given up is neither passed nor failed, and the one that passes is marked', async () => {
  const flow = await run([
    {
      name: 'Ask',
      test: `if (${ONCE}) { ${MARK} ${SAY} setTimeout(() => { ${AGAIN} }, 5); } else { ${ASSERTS} }`,
    },
  ]);
  expect(flow.outcome).toBe('passed');
  expect(flow.steps.map(({ outcome, attempt, visit }) => [outcome, attempt, visit])).toEqual([
    ['retried', 1, 1],
    ['passed', 2, 2],
  ]);
  expect(flow.steps[0]?.retryReason).toMatch(/^the server answered 503; attempt 2/);
});

test.each([
  ['asserts something that fails', `if (${ONCE}) { ${MARK} ${SAY} ${AGAIN} } ${ASSERTS}`, ['is answered']],
  [
    'does not ask for the request again',
    `if (${ONCE}) { ${MARK} ${SAY} }`,
    ['legwork: the request is checked by an assertion'],
  ],
  [
    'throws',
    `if (${ONCE}) { ${MARK} ${SAY} ${AGAIN} throw new Error('no'); } ${ASSERTS}`,
    ['legwork: the test script runs to its end'],
  ],
])('a script that says it would be retried, and %s, is believed nothing', async (_, script, failures) => {
  const flow = await run([{ name: 'Ask', test: script }]);
  expect(failuresOf(flow)).toEqual(failures);
  expect(flow.outcome).toBe('failed');
});

test('a visit that asserts something and passes has passed, whatever it says', async () => {
  const flow = await run([
    { name: 'Wake', test: ASSERTS.replace('200', '503') },
    { name: 'Ask', test: `if (${ONCE}) { ${MARK} ${SAY} ${AGAIN} } ${ASSERTS}` },
  ]);
  expect(flow.steps.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed']);
});

test('a visit that is repeated without a word must show something, as every other', async () => {
  const flow = await run([{ name: 'Ask', test: `if (${ONCE}) { ${MARK} ${AGAIN} } else { ${ASSERTS} }` }]);
  expect(failuresOf(flow)).toEqual(['legwork: the request is checked by an assertion']);
});

const ABANDONED = 'legwork: a request that is to be tried again is sent again';

test('a request that was to be tried again, and was not, fails the run', async () => {
  const sameName = await run([
    { name: 'Ask', test: `${SAY} ${AGAIN}` },
    { name: 'Other', test: ASSERTS },
    { name: 'Ask', test: ASSERTS },
  ]);
  expect(sameName.outcome).toBe('failed');
  expect(failuresOf(sameName)).toContain(ABANDONED);
});

test('a request that leaves itself out instead of being tried again fails the run', async () => {
  const flow = await run([
    { name: 'First', test: ASSERTS.replace('200', '503') },
    {
      name: 'Ask',
      before: `if (!(${ONCE})) { console.info('Skipped: no reason'); pm.execution.skipRequest(); }`,
      test: `${MARK} ${SAY} ${AGAIN}`,
    },
  ]);
  expect(failuresOf(flow)).toEqual([ABANDONED]);
});

test('a connection that breaks is no failure of an attempt that was given up, and a variable without a value is', async () => {
  let calls = 0;
  const base = await serve((request, response) => {
    calls += 1;
    if (calls % 2 === 1) request.socket.resetAndDestroy();
    else response.end('ok');
  });
  const script = `if (pm.response.code === undefined) { ${SAY} ${AGAIN} } else { ${ASSERTS} }`;
  const fine = await runCollection(requestFor(base, [{ name: 'Ask', test: script }]), testIo());
  expect(fine.steps.map(({ outcome }) => outcome)).toEqual(['retried', 'passed']);
  expect(fine.outcome).toBe('passed');
  const wrong = await runCollection(
    requestFor(base, [{ name: 'Ask', url: '{{base}}/{{nobody}}', test: script }]),
    testIo(),
  );
  expect(wrong.steps.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
});
