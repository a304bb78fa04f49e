// @ts-nocheck
import { get } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { cutConnections } from '../../../src/runner/newman.ts';
import { createPace, createPacedAgents } from '../../../src/runner/reuse/paced-agents.ts';
import { serve } from '../support.ts';

test('requests to a host are spread evenly, those to another one are not held up', () => {
  const pace = createPace(10, () => 1000);
  expect([pace.wait('one'), pace.wait('one'), pace.wait('other'), pace.wait('one')]).toEqual([
    0, 100, 0, 200,
  ]);
});

test('time that nobody used is not saved up', () => {
  let now = 0;
  const pace = createPace(10, () => now);
  pace.wait('one');
  now = 5000;
  expect([pace.wait('one'), pace.wait('one')]).toEqual([0, 100]);
});

test('a request waits as long as it is told, and is sent then', async () => {
  const waits: string[] = [];
  const agents = createPacedAgents({
    wait(host) {
      waits.push(host);
      return waits.length === 2 ? 20 : 0;
    },
  });
  onTestFinished(() => cutConnections(agents));
  const base = await serve();
  const status = () =>
    new Promise((resolve, reject) => {
      get(base, { agent: agents.http }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
  expect([await status(), await status()]).toEqual([200, 200]);
  expect(waits).toEqual(['127.0.0.1', '127.0.0.1']);
});
