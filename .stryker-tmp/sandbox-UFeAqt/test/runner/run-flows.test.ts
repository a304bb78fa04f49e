// @ts-nocheck
import { expect, test } from 'vitest';
import { runFlows } from '../../src/runner/run-flows.ts';
import { ASSERTS, requestFor, serve, testIo } from './support.ts';

test('flows against this machine run side by side, and are told in their order', async () => {
  const open: string[] = [];
  let together = 0;
  const base = await serve((request, response) => {
    open.push(request.url ?? '');
    together = Math.max(together, open.length);
    const pause = request.url === '/slow' ? 300 : 0;
    setTimeout(() => {
      open.pop();
      response.end();
    }, pause);
  });
  const told: string[] = [];
  const results = await runFlows(
    [
      requestFor(
        base,
        [
          { name: 'slow one', url: '{{base}}/slow', test: ASSERTS },
          { name: 'slow two', test: ASSERTS },
        ],
        { flow: 'slow' },
      ),
      requestFor(base, [{ name: 'quick one', test: ASSERTS }], { flow: 'quick' }),
    ],
    testIo(),
    {
      step: (flow, step) => told.push(`${flow.flow}: ${step.name}`),
      flow: (flow) => told.push(`${flow.flow} ended`),
    },
  );
  expect(results.map((flow) => [flow.flow, flow.outcome])).toEqual([
    ['slow', 'passed'],
    ['quick', 'passed'],
  ]);
  expect(told).toEqual(['slow: slow one', 'slow: slow two', 'slow ended', 'quick: quick one', 'quick ended']);
  expect(together).toBe(2);
});

test('flows against a real provider run one after the other', async () => {
  let open = 0;
  let together = 0;
  const base = await serve((_, response) => {
    open += 1;
    together = Math.max(together, open);
    setTimeout(() => {
      open -= 1;
      response.end();
    }, 50);
  });
  const one = requestFor(base, [{ name: 'Ask', test: ASSERTS }], { loopback: false });
  const results = await runFlows([one, { ...one }], testIo());
  expect(results.map((flow) => flow.outcome)).toEqual(['passed', 'passed']);
  expect(together).toBe(1);
});

test('skips are not lost when flows run side by side', async () => {
  const base = await serve();
  const skips = { name: 'Skips', before: "console.info('Skipped: so it is'); pm.execution.skipRequest();" };
  const request = () => requestFor(base, [{ name: 'Ask', test: ASSERTS }, skips, skips, skips]);
  const results = await runFlows([request(), request(), request(), request(), request()], testIo());
  for (const flow of results) {
    expect(flow.steps.map((step) => step.outcome)).toEqual(['passed', 'skipped', 'skipped', 'skipped']);
  }
});

test('a flow that Newman cannot run is not run, and the others are', async () => {
  const base = await serve();
  const damaged = requestFor(base, [{ name: 'Ask', test: ASSERTS }], {
    extra: { event: [{ listen: 'test', script: { exec: 5 } }] },
  });
  const results = await runFlows([damaged, requestFor(base, [{ name: 'Ask', test: ASSERTS }])], testIo());
  expect(results.map((flow) => flow.outcome)).toEqual(['not-run', 'passed']);
  expect(results[0]?.reason).toContain('Newman could not run Test flow');
});
