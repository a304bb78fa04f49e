// @ts-nocheck
import { expect, test } from 'vitest';
import { runCollection } from '../../src/runner/run-collection.ts';
import { runFlows } from '../../src/runner/run-flows.ts';
import { ASSERTS, assertionsOf, failuresOf, requestFor, type Sketch, serve, testIo } from './support.ts';

async function failuresWhenRun(sketches: readonly Sketch[], extra: object = {}): Promise<string[]> {
  const base = await serve();
  const flow = await runCollection(requestFor(base, sketches, { extra }), testIo());
  const failures = failuresOf(flow);
  expect(flow.outcome).toBe(failures.length === 0 ? 'passed' : 'failed');
  return failures;
}

test('setNextRequest to an unknown name fails, although Newman ends the run in silence', async () => {
  const failures = await failuresWhenRun([
    { name: 'One', test: `${ASSERTS}\npm.execution.setNextRequest('Tow');` },
    { name: 'Two', test: ASSERTS },
  ]);
  expect(failures).toEqual(['legwork: the next request exists']);
});

test('setNextRequest in a pre-request script is checked, too', async () => {
  const failures = await failuresWhenRun([
    { name: 'One', before: "pm.execution.setNextRequest('Tow');", test: ASSERTS },
  ]);
  expect(failures).toEqual(['legwork: the next request exists']);
});

test.each([
  ['address', { url: '{{base}}/{{nobody}}' }],
  ['header', { headers: { 'X-Token': 'Bearer {{nobody}}' } }],
  ['body', { method: 'POST', body: { token: '{{nobody}}' } }],
])('a variable without a value in the %s fails', async (_, part) => {
  const failures = await failuresWhenRun([{ name: 'Ask', test: ASSERTS, ...part }]);
  expect(failures).toEqual(['legwork: every variable has a value']);
});

test('a variable without a value in the credentials of HTTP Basic fails', async () => {
  const auth = {
    type: 'basic',
    basic: [
      { key: 'username', value: '{{nobody}}', type: 'string' },
      { key: 'password', value: 'x', type: 'string' },
    ],
  };
  expect(await failuresWhenRun([{ name: 'Ask', test: ASSERTS }], { auth })).toEqual([
    'legwork: every variable has a value',
  ]);
});

test('a variable without a value in a request of a script fails', async () => {
  const sends = `${ASSERTS}\npm.sendRequest(pm.environment.get('base') + '/{{nobody}}', function () {});`;
  expect(await failuresWhenRun([{ name: 'Ask', test: sends }])).toEqual([
    'legwork: every variable has a value',
  ]);
});

test('an encoded {{name}} that is a value, and not a variable of the request, is no failure', async () => {
  const password = {
    method: 'POST',
    before: "pm.variables.set('body', 'p=' + encodeURIComponent('a{' + '{nobody}}'));",
  };
  const event = [{ listen: 'prerequest', script: { exec: [password.before] } }];
  const request = {
    method: 'POST',
    url: '{{base}}/',
    body: { mode: 'raw', raw: '{{body}}' },
  };
  const base = await serve();
  const sketched = requestFor(base, [{ name: 'Ask', test: ASSERTS }]);
  const item = (sketched.collection as { item: { event: object[]; request: object }[] }).item.map((one) => ({
    ...one,
    event: [...one.event, ...event],
    request,
  }));
  const flow = await runCollection({ ...sketched, collection: { ...sketched.collection, item } }, testIo());
  expect(failuresOf(flow)).toEqual([]);
});

test('a request that no test looks at fails', async () => {
  expect(await failuresWhenRun([{ name: 'Ask' }])).toEqual([
    'legwork: the request is checked by an assertion',
  ]);
});

test('a test of the whole collection counts for every request', async () => {
  const event = [{ listen: 'test', script: { exec: [ASSERTS] } }];
  expect(await failuresWhenRun([{ name: 'Ask' }], { event })).toEqual([]);
});

test('an assertion in the pre-request script counts', async () => {
  expect(await failuresWhenRun([{ name: 'Ask', before: "pm.test('knows', function () {});" }])).toEqual([]);
});

test('a skipped test shows nothing', async () => {
  expect(await failuresWhenRun([{ name: 'Ask', test: "pm.test.skip('later', function () {});" }])).toEqual([
    'legwork: the request is checked by an assertion',
  ]);
});

test.each([
  ['throws', 'nobody.knows();'],
  ['throws null', 'throw null;'],
  ['throws undefined after a comment', 'throw undefined; // so'],
  ['throws a number', 'throw 0;'],
  ['does not compile', 'const x = ;'],
  ['throws later', "setTimeout(function () { throw new Error('late'); }, 1);"],
])('a test script that %s fails', async (_, source) => {
  const failures = await failuresWhenRun([
    { name: 'Ask', before: "pm.test('is', function () {});", test: source },
  ]);
  expect(failures).toEqual(['legwork: the test script runs to its end']);
});

test.each([
  ['throws', 'nobody.knows();'],
  ['does not compile', 'const x = ;'],
])('a pre-request script that %s fails', async (_, source) => {
  const failures = await failuresWhenRun([{ name: 'Ask', before: source, test: ASSERTS }]);
  expect(failures).toEqual(['legwork: the pre-request script runs to its end']);
});

test('a script that throws before its first test is one failure, not two', async () => {
  expect(await failuresWhenRun([{ name: 'Ask', test: `nobody.knows();\n${ASSERTS}` }])).toEqual([
    'legwork: the test script runs to its end',
  ]);
});

test('a request that is jumped over without a word fails', async () => {
  const failures = await failuresWhenRun([
    { name: 'One', test: `${ASSERTS}\npm.execution.setNextRequest('Three');` },
    { name: 'Two', test: ASSERTS },
    { name: 'Three', test: ASSERTS },
  ]);
  expect(failures).toEqual(['legwork: the request is reached']);
});

test('a request after a failure that stopped the run is not reached, which is no failure of its own', async () => {
  const base = await serve();
  const stop = "pm.test('fails', function () { throw new Error('no'); }); pm.execution.setNextRequest(null);";
  const flow = await runCollection(
    requestFor(base, [
      { name: 'One', test: stop },
      { name: 'Two', test: ASSERTS },
    ]),
    testIo(),
  );
  expect(failuresOf(flow)).toEqual(['fails']);
  expect(flow.steps.map((step) => step.outcome)).toEqual(['failed', 'not-reached']);
});

test('pm.test without a function fails, although Newman counts it as passed', async () => {
  expect(await failuresWhenRun([{ name: 'Ask', test: "pm.test('looks at nothing');" }])).toEqual([
    'legwork: test "looks at nothing" has a function',
  ]);
});

test.each([
  ['rejects', "pm.test('waits', async function () { throw new Error('no'); });"],
  ['passes', "pm.test('waits', async function () {});"],
  ['takes a callback', "pm.test('waits', async function (done) { await null; done(); });"],
  ['returns a promise', "pm.test('waits', function () { return Promise.reject(new Error('no')); });"],
])('an asynchronous test that %s fails by its own name', async (_, source) => {
  const base = await serve();
  const flow = await runCollection(requestFor(base, [{ name: 'Ask', test: source }]), testIo());
  expect(failuresOf(flow)).toEqual(['waits']);
  expect(assertionsOf(flow)[0]?.message).toContain('the test is asynchronous');
});

test('a test whose callback is never called fails, although Newman forgets it', async () => {
  const source = `${ASSERTS}\npm.test('hangs', function (done) {});`;
  expect(await failuresWhenRun([{ name: 'Ask', test: source }])).toEqual(['legwork: test "hangs" ends']);
});

test('a test that calls its callback later passes', async () => {
  const source = "pm.test('waits', function (done) { setTimeout(function () { done(); }, 1); });";
  expect(await failuresWhenRun([{ name: 'Ask', test: source }])).toEqual([]);
});

test('the guard leaves the legacy switch and line numbers of a script alone', async () => {
  const base = await serve();
  const test =
    "\"use sandbox2\";\nconst _ = require('lodash');\nconst cheerio = require('cheerio');\nnobody.knows();";
  const flow = await runCollection(
    requestFor(base, [{ name: 'Ask', before: ASSERTS_LATER, test }]),
    testIo(),
  );
  expect(failuresOf(flow)).toEqual(['legwork: the test script runs to its end']);
  expect(flow.steps[0]?.assertions.at(-1)?.message).toContain('nobody is not defined');
});

const ASSERTS_LATER = "pm.test('is', function () {});";

test('a request that nobody answers fails with what to do', async () => {
  const flow = await runCollection(
    requestFor('http://127.0.0.1:1', [{ name: 'Ask', test: ASSERTS_LATER }]),
    testIo(),
  );
  expect(failuresOf(flow)).toEqual(['legwork: the request is answered']);
  expect(assertionsOf(flow).at(-1)?.message).toContain('Nothing listens at that address');
});

test('a collection without requests fails', async () => {
  expect(await failuresWhenRun([])).toEqual(['legwork: at least one request is sent']);
});

test('a run in which every request skipped itself fails', async () => {
  const before = "console.info('Skipped: no token'); pm.execution.skipRequest();";
  expect(await failuresWhenRun([{ name: 'Ask', before }])).toEqual(['legwork: at least one request is sent']);
});

test('a promise that a script left behind fails its run and does not end the process', async () => {
  // The test runner would count the rejection as its own.
  const listeners = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  try {
    // The second flow has no script under way before the first one has ended.
    const { promise: firstEnded, resolve: endFirst } = deferred();
    const base = await serve(async (request, response) => {
      if (request.url === '/other') await firstEnded;
      response.end();
    });
    const source = `${ASSERTS}\nPromise.reject(new Error('left behind'));`;
    const flows = await runFlows(
      [
        requestFor(base, [{ name: 'Ask', test: source }]),
        requestFor(base, [{ name: 'Ask', url: '{{base}}/other', test: ASSERTS }]),
      ],
      testIo(),
      { flow: endFirst },
    );
    expect(flows.map(failuresOf)).toEqual([['legwork: no promise is rejected unseen'], []]);
    expect(process.listeners('unhandledRejection')).toEqual([]);
  } finally {
    for (const listener of listeners) process.on('unhandledRejection', listener);
  }
});

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
