// @ts-nocheck
import { expect, test } from 'vitest';
import { createAgents } from '../../../src/runner/newman.ts';
import type { RunRequest } from '../../../src/runner/request.ts';
import type { FlowResult } from '../../../src/runner/result.ts';
import { reuseFor } from '../../../src/runner/reuse/reuse.ts';
import { createSandboxes } from '../../../src/runner/reuse/sandboxes.ts';
import { runCollection } from '../../../src/runner/run-collection.ts';
import { ASSERTS, failuresOf, requestFor, serve, testIo } from '../support.ts';

/** Runs the same request again and again with what is reused. */
function runner(request: RunRequest) {
  const sandboxes = createSandboxes(request.timeouts.script);
  const reuse = reuseFor(request.collection, { sandboxes, agents: createAgents() });
  return (changes: Partial<RunRequest> = {}) =>
    runCollection({ ...request, ...changes }, testIo(), {}, reuse);
}

function shown(flow: FlowResult) {
  return flow.steps.map(({ name, outcome, skipReason, assertions }) => ({
    name,
    outcome,
    skipReason,
    assertions,
  }));
}

const EVERYTHING = [
  {
    name: 'Ask',
    before: "pm.environment.set('asked', 'yes'); console.info('asking');",
    test: `${ASSERTS} pm.test('was prepared', function () { pm.expect(pm.environment.get('asked')).to.equal('yes'); });`,
  },
  {
    name: 'Leave out',
    before: "console.info('Skipped: no need'); pm.execution.skipRequest();",
    test: ASSERTS,
  },
  { name: 'Fail', test: "pm.test('is wrong', function () { pm.expect(1).to.equal(2); });" },
  { name: 'Break', test: `${ASSERTS} throw new Error('broken on purpose');` },
  { name: 'Check nothing' },
  {
    name: 'Ask twice',
    test: `pm.test('waits', function (done) { setTimeout(function () { done(); }, 5); });`,
  },
];

test('a run in a sandbox that others had shows what a run in a fresh one shows', async () => {
  const request = requestFor(await serve(), EVERYTHING);
  const run = runner(request);
  const fresh = shown(await runCollection(request, testIo()));
  expect(fresh.map(({ outcome }) => outcome)).toEqual([
    'passed',
    'skipped',
    'failed',
    'failed',
    'failed',
    'passed',
  ]);
  expect(shown(await run())).toEqual(fresh);
  expect(shown(await run())).toEqual(fresh);
});

test('variables and cookies of a run are not there in the next one', async () => {
  const base = await serve((request, response) => {
    response.setHeader('set-cookie', 'visited=before');
    response.end(request.headers.cookie ?? 'none');
  });
  const run = runner(
    requestFor(base, [
      {
        name: 'Ask',
        before: `
          pm.variables.set('seen', String(pm.environment.has('left') || pm.collectionVariables.has('left') || pm.globals.has('left')));
          ['environment', 'collectionVariables', 'globals'].forEach(function (scope) { pm[scope].set('left', 'behind'); });`,
        test: `pm.test('is the first', function () {
          pm.expect(pm.variables.get('seen')).to.equal('false');
          pm.expect(pm.response.text()).to.equal('none');
        });`,
      },
    ]),
  );
  for (let round = 0; round < 3; round += 1) expect(failuresOf(await run())).toEqual([]);
});

test('runs side by side have variables and cookies of their own', async () => {
  const base = await serve((request, response) => setTimeout(() => response.end(request.url), 20));
  const run = runner(
    requestFor(base, [
      {
        name: 'Ask',
        url: '{{base}}/{{mine}}',
        test: `pm.test('gets its own', function () {
          pm.expect(pm.response.text()).to.equal('/' + pm.environment.get('mine'));
        });`,
      },
    ]),
  );
  const flows = await Promise.all(
    Array.from({ length: 12 }, (_, mine) =>
      run({
        environment: {
          values: [
            { key: 'base', value: base },
            { key: 'mine', value: String(mine) },
          ],
        },
      }),
    ),
  );
  expect(flows.map(failuresOf)).toEqual(flows.map(() => []));
});

test('a sandbox in which a script broke is not used again', async () => {
  const base = await serve();
  const before = "require('lodash').leftByABrokenScript = true; throw new Error('broken on purpose');";
  const sandboxes = createSandboxes(5000);
  const agents = createAgents();
  const once = async (sketches: Parameters<typeof requestFor>[1]) => {
    const request = requestFor(base, sketches);
    return runCollection(request, testIo(), {}, reuseFor(request.collection, { sandboxes, agents }));
  };
  expect(failuresOf(await once([{ name: 'Break', before, test: ASSERTS }]))).toEqual([
    'legwork: the pre-request script runs to its end',
  ]);
  const looks = `pm.test('is clean', function () { pm.expect(require('lodash').leftByABrokenScript).to.equal(undefined); });`;
  expect(failuresOf(await once([{ name: 'Look', test: looks }]))).toEqual([]);
});

test('an answer of megabytes is not read, and the run says so', async () => {
  const base = await serve((_request, response) => response.end('x'.repeat(4 * 1024 * 1024 + 1)));
  const flow = await runner(requestFor(base, [{ name: 'Ask', test: ASSERTS }]))();
  const last = flow.steps[0]?.assertions.at(-1);
  expect(last?.name).toBe('legwork: the request is answered');
  expect(last?.message).toMatch(/more megabytes than are read \(20, and 4 when many targets are run\)/);
});

test('of a flow that passed, names and outcomes are kept; of one that failed, everything', async () => {
  const base = await serve();
  const passed = await runner(requestFor(base, [{ name: 'Ask', test: ASSERTS }]))();
  expect(passed.steps).toMatchObject([{ name: 'Ask', outcome: 'passed', exchanges: [], console: [] }]);
  expect(passed.steps[0]?.assertions).toHaveLength(1);
  const failed = await runner(
    requestFor(base, [
      { name: 'Ask', test: "pm.test('is wrong', function () { throw new Error('wrong'); });" },
    ]),
  )();
  expect(failed.steps[0]?.exchanges).toHaveLength(1);
});

/** Scripts that change every kind of variable in every way; each time all that is there is said, and sent. */
const CHANGES = [
  '',
  "pm.environment.set('one', 'a'); pm.collectionVariables.set('two', 'b'); pm.globals.set('three', 'c'); pm.variables.set('four', 'd');",
  '',
  "pm.environment.set('one', 'x');",
  "pm.environment.set('one', 'y');",
  "pm.environment.set('one', 'z');",
  "pm.environment.set('one', 'f'); pm.variables.set('four', 'g');",
  "pm.environment.unset('one'); pm.collectionVariables.clear();",
  "pm.globals.set('three', 'h'); pm.variables.unset('four');",
  '',
].map((change, number) => ({
  name: `Change ${number}`,
  url: '{{base}}/{{one}}/{{two}}/{{three}}/{{four}}',
  before: change,
  test: `pm.test('was sent ' + pm.response.text(), function () {});
    ['environment', 'collectionVariables', 'globals', 'variables'].forEach(function (scope) {
      pm.test(scope + ' ' + JSON.stringify(pm[scope].toObject()) + pm.variables.get('one'), function () {});
    });`,
}));

test('what a script finds in variables is what scripts before it have left there, as in a fresh sandbox', async () => {
  const request = requestFor(await serve((asked, answer) => answer.end(asked.url)), CHANGES);
  const fresh = shown(await runCollection(request, testIo()));
  expect(fresh[6]?.assertions[0]).toMatchObject({ name: 'was sent /f/b/c/g' });
  const run = runner(request);
  const flows = await Promise.all([run(), run(), run()]);
  for (const flow of [...flows, await run()]) expect(shown(flow)).toEqual(fresh);
});

test('a script has its request however it names it, and what it makes of it is sent', async () => {
  const base = await serve((request, response) => response.end(request.headers['x-way']));
  const ways = { dot: 'pm.request.headers', key: "pm['request'].headers", taken: 'request.headers' };
  const run = runner(
    requestFor(
      base,
      Object.entries(ways).map(([name, headers]) => ({
        name,
        before: `${name === 'taken' ? 'const { request } = pm;' : ''} ${headers}.upsert({ key: 'X-Way', value: '${name}' });`,
        test: `pm.test('was sent', function () { pm.expect(pm.response.text()).to.equal('${name}'); });`,
      })),
    ),
  );
  expect(failuresOf(await run())).toEqual([]);
  expect(failuresOf(await run())).toEqual([]);
});

test('what is said and asserted after a wait is charged to the run that waited, and no other', async () => {
  const base = await serve();
  const run = runner(
    requestFor(base, [
      {
        name: 'Wait',
        test: `var mine = pm.environment.get('mine');
          console.log('begins ' + mine);
          pm.test('waits for ' + mine, function (done) {
            setTimeout(function () { console.log('ends ' + mine); done(mine === '2' ? new Error('wrong') : undefined); }, 30 - 10 * mine);
          });`,
      },
    ]),
  );
  const flows = await Promise.all(
    ['0', '1', '2'].map((mine) =>
      run({
        environment: {
          values: [
            { key: 'base', value: base },
            { key: 'mine', value: mine },
          ],
        },
      }),
    ),
  );
  expect(flows.map((flow) => flow.steps[0]?.assertions)).toMatchObject([
    [{ name: 'waits for 0', outcome: 'passed' }],
    [{ name: 'waits for 1', outcome: 'passed' }],
    [{ name: 'waits for 2', outcome: 'failed' }],
  ]);
  expect(flows[2]?.steps[0]?.console.map(({ text }) => text)).toEqual(['begins 2', 'ends 2']);
});

test('a run that breaks, or is out of time, leaves those beside it alone', async () => {
  const base = await serve();
  const sandboxes = createSandboxes(5000);
  const agents = createAgents();
  const begin = (test: string, changes: Partial<RunRequest> = {}) => {
    const request = { ...requestFor(base, [{ name: 'Ask', test }]), ...changes };
    return runCollection(request, testIo(), {}, reuseFor(request.collection, { sandboxes, agents }));
  };
  const waits = (milliseconds: number) =>
    `pm.test('waits', function (done) { setTimeout(function () { done(); }, ${milliseconds}); });`;
  const timeouts = { request: 5000, script: 5000, run: 100 };
  const [patient, broken, late] = await Promise.all([
    begin(waits(400)),
    begin(`${ASSERTS} throw new Error('broken on purpose');`),
    begin(waits(4000), { timeouts }),
  ]);
  expect(patient?.outcome).toBe('passed');
  expect(broken?.outcome).toBe('failed');
  expect(late?.reason).toMatch(/out of time/);
});
