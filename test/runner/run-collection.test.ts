import { expect, test } from 'vitest';
import { runCollection } from '../../src/runner/run-collection.ts';
import { ASSERTS, failuresOf, requestFor, serve, testIo } from './support.ts';

test('a step says what was sent, what came back and what it showed', async () => {
  const base = await serve();
  const flow = await runCollection(
    requestFor(base, [{ name: 'Ask', url: '{{base}}/ask?scope=openid&a=1', test: ASSERTS }]),
    testIo(),
  );
  expect(flow).toMatchObject({
    flow: 'test-flow',
    title: 'Test flow',
    outcome: 'passed',
    interrupted: false,
    checks: [],
  });
  expect(flow.steps).toMatchObject([
    {
      name: 'Ask',
      visit: 1,
      method: 'GET',
      url: `${base}/ask?scope=openid&a=‹a›`,
      outcome: 'passed',
      exchanges: [{ by: 'step', answer: { status: 200, reason: 'OK', bytes: 2 } }],
      assertions: [{ name: 'is answered', outcome: 'passed' }],
    },
  ]);
});

test('every visit of a repeated request is a step of its own', async () => {
  const base = await serve();
  const again =
    "if (!pm.environment.get('n')) { pm.environment.set('n', '1'); pm.execution.setNextRequest('Ask'); }";
  const flow = await runCollection(
    requestFor(base, [{ name: 'Ask', test: `${ASSERTS}\n${again}` }]),
    testIo(),
  );
  expect(flow.steps.map((step) => [step.name, step.visit])).toEqual([
    ['Ask', 1],
    ['Ask', 2],
  ]);
  expect(flow.outcome).toBe('passed');
});

test('a request that skips itself is a skipped step with its reason', async () => {
  const base = await serve();
  const flow = await runCollection(
    requestFor(base, [
      { name: 'Folder', item: [{ name: 'Ask', test: ASSERTS }] },
      { name: 'Write', before: "console.info('Skipped: publish is not true'); pm.execution.skipRequest();" },
    ]),
    testIo(),
  );
  expect(flow.outcome).toBe('passed');
  expect(flow.steps[1]).toMatchObject({
    name: 'Write',
    outcome: 'skipped',
    skipReason: 'publish is not true',
  });
});

test('console lines are kept with their level', async () => {
  const base = await serve();
  const flow = await runCollection(
    requestFor(base, [{ name: 'Ask', test: `${ASSERTS}\nconsole.warn('careful', { a: 1 });` }]),
    testIo(),
  );
  expect(flow.steps[0]?.console).toEqual([{ level: 'warn', text: 'careful { a: 1 }' }]);
});

test('cookies of one flow are not seen by the next', async () => {
  const seen: (string | undefined)[] = [];
  const base = await serve((request, response) => {
    seen.push(request.headers.cookie);
    response.setHeader('set-cookie', 'session=abcdefgh; Path=/').end();
  });
  const request = requestFor(base, [{ name: 'Ask', test: ASSERTS }]);
  await runCollection(request, testIo());
  await runCollection(request, testIo());
  expect(seen).toEqual([undefined, undefined]);
});

test('the collection that is run is not changed by running it', async () => {
  const base = await serve();
  const request = requestFor(base, [{ name: 'Ask', test: ASSERTS }]);
  const before = structuredClone(request);
  await runCollection(request, testIo());
  expect(request).toEqual(before);
});

test('steps are told while the run goes on', async () => {
  const base = await serve();
  const told: string[] = [];
  const flow = await runCollection(
    requestFor(base, [
      { name: 'One', test: ASSERTS },
      { name: 'Two', test: ASSERTS },
    ]),
    testIo(),
    { step: (_, step) => told.push(step.name), flow: () => told.push('end') },
  );
  expect(told).toEqual(['One', 'Two', 'end']);
  expect(failuresOf(flow)).toEqual([]);
});

test('a form field that is private by its name is masked, although nobody told its value', async () => {
  const base = await serve();
  const ask = { name: 'Ask', method: 'POST', body: { password: 'abc', other: 'abc' }, test: ASSERTS };
  const flow = await runCollection(requestFor(base, [ask]), testIo());
  expect(flow.steps[0]?.exchanges[0]?.form).toEqual([
    { name: 'password', value: '‹password›' },
    { name: 'other', value: '‹other›' },
  ]);
});

test('a page is kept for a step that failed, and cut; for one that passed it is not', async () => {
  const base = await serve((_, response) => response.end(`<p>${'words '.repeat(5000)}</p>`));
  const fails = "pm.test('is right', function () { throw new Error('no'); });";
  const flow = await runCollection(
    requestFor(base, [
      { name: 'Good', test: ASSERTS },
      { name: 'Bad', test: fails },
    ]),
    testIo(),
  );
  const [good, bad] = flow.steps.map((step) => step.exchanges[0]?.answer?.body);
  expect(good).toBeUndefined();
  expect(bad?.cut).toBe(true);
  expect(bad?.text).toHaveLength(4096);
});

test('a request that a script sends is an exchange of its step', async () => {
  const base = await serve();
  const test = `${ASSERTS}\npm.sendRequest(pm.environment.get('base') + '/other', function () {});`;
  const flow = await runCollection(requestFor(base, [{ name: 'Ask', test }]), testIo());
  expect(flow.steps).toHaveLength(1);
  expect(flow.steps[0]?.exchanges.map(({ by, url }) => [by, url])).toEqual([
    ['step', `${base}/`],
    ['script', `${base}/other`],
  ]);
});

test('cookies are told with what limits them, and without their values', async () => {
  const base = await serve((_, response) =>
    response
      .setHeader('set-cookie', [
        'sid=0123456789abcdef; Path=/a; Secure; HttpOnly; SameSite=Lax',
        'old=; Max-Age=0',
      ])
      .end(),
  );
  const flow = await runCollection(requestFor(base, [{ name: 'Ask', test: ASSERTS }]), testIo());
  expect(flow.steps[0]?.exchanges[0]?.answer?.cookies).toMatchObject([
    { name: 'sid', path: '/a', secure: true, httpOnly: true, sameSite: 'lax', deleted: false },
    { name: 'old', deleted: true },
  ]);
  expect(JSON.stringify(flow)).not.toContain('0123456789abcdef');
});
