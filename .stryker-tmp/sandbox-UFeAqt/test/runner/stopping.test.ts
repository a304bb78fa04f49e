// @ts-nocheck
import { expect, test } from 'vitest';
import { runCollection } from '../../src/runner/run-collection.ts';
import { ASSERTS, assertionsOf, failuresOf, requestFor, serve, testIo } from './support.ts';

const never = () => {};

test('a request that is not answered in time fails, and the run goes on', async () => {
  const base = await serve((request, response) => (request.url === '/slow' ? never() : response.end()));
  const flow = await runCollection(
    requestFor(
      base,
      [
        { name: 'Slow', url: '{{base}}/slow', test: "pm.test('is', function () {});" },
        { name: 'Next', test: ASSERTS },
      ],
      {
        timeouts: { request: 50, script: 5000, run: 30_000 },
      },
    ),
    testIo(),
  );
  expect(failuresOf(flow)).toEqual(['legwork: the request is answered']);
  expect(assertionsOf(flow)[1]?.message).toContain('TIMEDOUT');
  expect(flow.steps.map((step) => step.outcome)).toEqual(['failed', 'passed']);
});

test('a script that does not end in time fails, and the run goes on', async () => {
  const base = await serve();
  const hangs = `${ASSERTS}\nsetTimeout(function () {}, 600000);`;
  const flow = await runCollection(
    requestFor(
      base,
      [
        { name: 'Hangs', test: hangs },
        { name: 'Next', test: ASSERTS },
      ],
      {
        timeouts: { request: 5000, script: 50, run: 30_000 },
      },
    ),
    testIo(),
  );
  expect(failuresOf(flow)).toEqual(['legwork: the test script runs to its end']);
  expect(flow.steps.map((step) => step.outcome)).toEqual(['failed', 'passed']);
});

test('a script that never gives control back fails, and the run goes on', async () => {
  const base = await serve();
  const flow = await runCollection(
    requestFor(
      base,
      [
        { name: 'Loops', test: `${ASSERTS}\nwhile (true) {}` },
        { name: 'Next', test: ASSERTS },
      ],
      { timeouts: { request: 5000, script: 300, run: 30_000 } },
    ),
    testIo(),
  );
  expect(failuresOf(flow)).toEqual(['legwork: the test script runs to its end']);
  expect(flow.steps.map((step) => step.outcome)).toEqual(['failed', 'passed']);
});

test('a run that takes too long is stopped, and what happened is reported', async () => {
  const base = await serve((request, response) => (request.url === '/slow' ? never() : response.end()));
  const flow = await runCollection(
    requestFor(
      base,
      [
        { name: 'One', test: ASSERTS },
        { name: 'Slow', url: '{{base}}/slow', test: ASSERTS },
        { name: 'Three', test: ASSERTS },
      ],
      {
        timeouts: { request: 20_000, script: 5000, run: 6000 },
      },
    ),
    testIo(),
  );
  expect(failuresOf(flow)).toEqual(['legwork: the run ends in time']);
  expect(flow.outcome).toBe('failed');
  expect(flow.steps.map((step) => step.outcome)).toEqual(['passed', 'not-reached', 'not-reached']);
});

test('an endless loop of requests is stopped', async () => {
  const base = await serve();
  const flow = await runCollection(
    requestFor(base, [{ name: 'Ask', test: `${ASSERTS}\npm.execution.setNextRequest('Ask');` }], {
      timeouts: { request: 5000, script: 5000, run: 1500 },
    }),
    testIo(),
  );
  expect(failuresOf(flow)).toEqual(['legwork: the run ends in time']);
});

test('an interrupted run reports what happened and is not a success', async () => {
  const interruption = new AbortController();
  const base = await serve((request, response) => {
    if (request.url === '/slow') interruption.abort();
    else response.end();
  });
  const flow = await runCollection(
    requestFor(base, [
      { name: 'One', test: ASSERTS },
      { name: 'Slow', url: '{{base}}/slow', test: ASSERTS },
      { name: 'Three', test: ASSERTS },
    ]),
    testIo(interruption.signal),
  );
  expect(flow).toMatchObject({ outcome: 'not-run', interrupted: true, reason: 'interrupted before its end' });
  expect(flow.steps.map((step) => step.outcome)).toEqual(['passed', 'not-reached', 'not-reached']);
  expect(failuresOf(flow)).toEqual([]);
});

test('a flow that was interrupted before it began is not run', async () => {
  const flow = await runCollection(requestFor('http://127.0.0.1:1', []), testIo(AbortSignal.abort()));
  expect(flow).toMatchObject({ outcome: 'not-run', interrupted: true, steps: [] });
});

test('a run that was stopped sends nothing more', async () => {
  const interruption = new AbortController();
  let requests = 0;
  const base = await serve((_, response) => {
    requests += 1;
    if (requests === 3) interruption.abort();
    response.end();
  });
  const again = `${ASSERTS}\npm.execution.setNextRequest('Ask');`;
  const told: string[] = [];
  await runCollection(requestFor(base, [{ name: 'Ask', test: again }]), testIo(interruption.signal), {
    step: (_, step) => told.push(step.outcome),
  });
  const sent = requests;
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(requests).toBe(sent);
  expect(told).toEqual(['passed', 'passed']);
});

test('what the interruption itself breaks is not reported as a failure', async () => {
  const interruption = new AbortController();
  const base = await serve((request, response) => {
    if (request.url === '/signal') interruption.abort();
    else response.end();
  });
  const asks = `${ASSERTS}\npm.sendRequest(pm.environment.get('base') + '/signal', function (error) {
    pm.test('is answered, too', function () { pm.expect(error).to.equal(null); });
  });`;
  const flow = await runCollection(
    requestFor(base, [{ name: 'Ask', test: asks }]),
    testIo(interruption.signal),
  );
  expect(failuresOf(flow)).toEqual([]);
  expect(flow).toMatchObject({ outcome: 'not-run', interrupted: true });
});
