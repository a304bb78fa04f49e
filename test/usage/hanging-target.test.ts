import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { executeTargets as Execute } from '../../src/batch/execute-targets.ts';
import type { loadParts as Load } from '../../src/run/parts.ts';
import type { RunResult } from '../../src/runner/result.ts';
import { argumentsWith } from '../run/run-support.ts';
import { testIo } from '../support/io.ts';

// Threads run what is built.
const { executeTargets }: { executeTargets: typeof Execute } = await import(
  new URL('../../dist/batch/execute-targets.js', import.meta.url).href
);
const { loadParts }: { loadParts: typeof Load } = await import(
  new URL('../../dist/run/parts.js', import.meta.url).href
);

/** A flow whose only script never ends where the client is called `hangs`, and takes all memory where it is `eats`. */
const collection = {
  info: { name: 'evil', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  item: [
    {
      name: 'Ask',
      event: [
        {
          listen: 'prerequest',
          script: {
            exec: [
              "if (pm.environment.get('client_id') === 'hangs') while (true) {}",
              "if (pm.environment.get('client_id') === 'eats') { var all = []; while (true) all.push(new Array(100000).fill(all.length)); }",
              "pm.test('goes on', function () {});",
              'pm.execution.skipRequest();',
            ],
          },
        },
      ],
      request: { method: 'GET', url: '{{token_endpoint}}' },
    },
    {
      name: 'Ask again',
      event: [{ listen: 'test', script: { exec: ["pm.test('is answered', function () {});"] } }],
      request: { method: 'GET', url: '{{api_base_url}}' },
    },
  ],
};

test('a script that never ends, or takes all memory, costs its own target and no other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'legwork-hanging-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const names = ['one', 'hangs', 'two', 'eats', 'three', 'four'];
  writeFileSync(
    join(folder, 'apps.csv'),
    ['name,client_id', ...names.map((name) => `${name},${name}`)].join('\n'),
  );
  const parts = await loadParts();
  const io = testIo({ cwd: folder, now: Date.now, randomBytes });
  const code = await executeTargets(
    {
      ...argumentsWith({ target: 'emulator', flow: ['client-credentials'], reporter: ['json'], timeout: 1 }),
      targets: 'apps.csv',
      workers: 1,
      concurrency: 3,
    },
    io,
    {
      ...parts,
      collectionsFor: () => [{ flow: 'client-credentials', title: 'Evil', collection, requires: [] }],
    },
  );
  const result = JSON.parse(readFileSync(join(folder, 'reports/report.json'), 'utf8')) as RunResult;
  const outcomes = Object.fromEntries(result.flows.map((flow) => [flow.targetName, flow.outcome]));
  expect(outcomes).toEqual({
    one: 'passed',
    two: 'passed',
    three: 'passed',
    four: 'passed',
    hangs: 'failed',
    eats: 'failed',
  });
  const reasonOf = (name: string) => result.flows.find(({ targetName }) => targetName === name)?.reason;
  expect(reasonOf('hangs')).toContain('gave no control back');
  // Whichever is first: all memory taken, or all time spent looking for some.
  expect(reasonOf('eats')).toMatch(/memory|gave no control back/);
  expect(code).toBe(4);
}, 120_000);
