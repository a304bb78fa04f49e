import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { RunResult } from '../../src/runner/result.ts';
import { startOddServer } from '../support/odd-server.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const legwork = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

test('of many targets the signatures of id_tokens are verified, each by the keys of its provider', async () => {
  const folder = scratchFolder('id-tokens');
  const targets = [];
  for (const [name, odd] of [
    ['right', {}],
    ['forged', { forged: true }],
    ['unpublished', { metadata: { jwks_uri: undefined } }],
  ] as const) {
    const { origin, profile, close } = await startOddServer(odd);
    onTestFinished(close);
    const members = { ...profile.metadata, legwork: { scope: 'openid' } };
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(members));
    targets.push({
      name,
      provider: `${name}.json`,
      client_id: 'client',
      client_secret: 'a very secret secret',
      redirect_uri: `${origin}/callback`,
      username: 'ann',
      password: 'password of ann',
      flow: 'three-legged',
    });
  }
  writeFileSync(join(folder, 'targets.json'), JSON.stringify(targets));
  const argv = [legwork, 'run', '--targets', 'targets.json', '--target', 'live', '--reporter', 'json'];
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, argv, { cwd: folder, env: { PATH: process.env.PATH } }, (_, out, err) =>
      resolve(out + err),
    );
  });
  const report = JSON.parse(readFileSync(join(folder, 'reports/report.json'), 'utf8')) as RunResult;
  const outcomes = report.flows.map(({ targetName, outcome }) => [targetName, outcome]);
  expect(Object.fromEntries(outcomes), said).toEqual({
    right: 'passed',
    forged: 'failed',
    unpublished: 'passed',
  });
  const forged = report.flows.find(({ targetName }) => targetName === 'forged');
  expect(JSON.stringify(forged)).toContain('made by none of the published keys');
});
