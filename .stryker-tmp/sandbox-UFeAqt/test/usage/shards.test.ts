// @ts-nocheck
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { RunResult } from '../../src/runner/result.ts';
import { namesOfShard } from '../../src/targets/shard.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const names = Array.from({ length: 9 }, (_, index) => `app-${index + 1}`);

/** Runs the program as a job of a CI system would. */
async function legwork(cwd: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      [cli, ...argv],
      { cwd, env: { PATH: process.env.PATH, ...env } },
      (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code), out, err });
      },
    );
  });
}

/** What must be the same however the targets were divided: times and consents that a server remembers are not. */
function gist(file: string) {
  const { outcome, interrupted, target, provider, flows } = JSON.parse(
    readFileSync(file, 'utf8'),
  ) as RunResult;
  return {
    outcome,
    interrupted,
    target,
    provider,
    flows: flows.map(({ targetName, flow, outcome: own, checks }) => ({ targetName, flow, own, checks })),
  };
}

test('three processes, each told its part in another way, leave what one leaves that does it all', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'legwork-shards-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  // A secret that is not the first one for its client: the target fails, whichever shard it is in.
  const rows = names.map((name, index) => `${name},client-credentials,${index === 4 ? 'wrong-secret' : ''}`);
  writeFileSync(join(cwd, 'targets.csv'), `name,flow,client_secret\n${rows.join('\n')}\n`);
  const run = ['run', '--targets', 'targets.csv', '--workers', '1'];
  const [first, second, third, whole] = await Promise.all([
    legwork(cwd, [...run, '--shard', '1/3', '--reports', 'shards/a']),
    legwork(cwd, [...run, '--reports', 'shards/b'], { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '3' }),
    legwork(cwd, [...run, '--reports', 'shards/c'], { CIRCLE_NODE_INDEX: '2', CIRCLE_NODE_TOTAL: '3' }),
    legwork(cwd, [...run, '--reports', 'whole']),
  ]);
  expect(second.err).toContain('This is shard 2/3, as GitLab CI (CI_NODE_INDEX, CI_NODE_TOTAL) says.');
  const failing = [1, 2, 3].map((index) => namesOfShard(names, { index, total: 3 }).has('app-5'));
  expect([first.code, second.code, third.code]).toEqual(failing.map((fails) => (fails ? 4 : 0)));

  const merged = await legwork(cwd, ['merge', 'shards']);
  expect([merged.code, whole.code]).toEqual([4, 4]);
  expect(gist(join(cwd, 'reports/report.json'))).toEqual(gist(join(cwd, 'whole/report.json')));
  expect(gist(join(cwd, 'reports/report.json')).flows.map(({ targetName }) => targetName)).toEqual(names);
  expect(merged.out).toContain('Targets   9: 8 passed, 1 failed (88.8 % passed)');
});
