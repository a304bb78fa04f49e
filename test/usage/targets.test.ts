// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references to the environment are written so
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { FlowResult, RunResult } from '../../src/runner/result.ts';
import { serve } from '../runner/support.ts';

const legwork = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'legwork-targets-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs the program; `kill` may be called while it runs. */
async function run(
  folder: string,
  args: readonly string[],
  {
    env = {},
    watch = () => {},
  }: { env?: Record<string, string>; watch?: (kill: () => void, said: string) => void } = {},
) {
  const child = spawn(process.execPath, [legwork, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  let killed = false;
  child.stdout.on('data', (chunk) => {
    out += chunk;
    watch(() => {
      // A second signal would not wait for the reports.
      if (!killed) child.kill('SIGINT');
      killed = true;
    }, out);
  });
  child.stderr.on('data', (chunk) => (err += chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const report = (name = 'reports') =>
    JSON.parse(readFileSync(join(folder, name, 'report.json'), 'utf8')) as RunResult;
  return { code, out, err, report };
}

function byName(result: RunResult): Record<string, FlowResult['outcome']> {
  return Object.fromEntries(result.flows.map((flow) => [flow.targetName ?? '', flow.outcome]));
}

test('a dry run finds a redirect_uri that is not among the registered ones, and says where they differ', async () => {
  const folder = emptyFolder();
  const target = {
    client_id: 'shop',
    client_secret: 'shop-secret-123',
    redirect_uri: 'https://shop.example/callback/',
    registered_redirect_uris: ['https://shop.example/callback', 'https://shop.example/other'],
    scope: 'openid',
    username: 'ann@shop.example',
    password: 'ann-password-1',
    flow: 'three-legged',
  };
  const right = { ...target, client_id: 'right', redirect_uri: 'https://shop.example/callback' };
  writeFileSync(
    join(folder, 'apps.json'),
    JSON.stringify([
      { name: 'slash', ...target },
      { name: 'right', ...right },
    ]),
  );
  const { code, report } = await run(folder, ['run', '--targets', 'apps.json', '--workers', '1']);
  expect(code).toBe(4);
  const flows = report().flows;
  expect(byName(report())).toEqual({ slash: 'failed', right: 'passed' });
  const slash = flows.find(({ targetName }) => targetName === 'slash');
  expect(slash?.registeredRedirectUris).toEqual(target.registered_redirect_uris);
  expect(slash?.steps.find(({ outcome }) => outcome === 'failed')?.explanation?.id).toBe(
    'rejected-redirect-uri-mismatch',
  );
});

test('targets are run side by side against an emulator that knows them, and each gets its own verdict', async () => {
  const folder = emptyFolder();
  writeFileSync(
    join(folder, 'apps.csv'),
    [
      'name,client_id,client_secret,redirect_uri,scope,username,password,flow',
      ...Array.from(
        { length: 9 },
        (_, n) =>
          `app ${n},id-of-${n},\${SECRET},https://app${n}.example.com/callback,openid profile,member${n}@example.com,\${SECRET},`,
      ),
      'retired,id-r,${SECRET},https://r.example.com/callback,r_fullprofile,member-r@example.com,${SECRET},',
      'tokens only,id-t,${SECRET},,,,,client-credentials',
      'unknown flow,id-u,${SECRET},,,,,three-leged',
    ].join('\n'),
  );
  const secret = 'w0rd-that-nobody-may-see';
  const { code, out, err, report } = await run(folder, ['run', '--targets', 'apps.csv'], {
    env: { SECRET: secret },
  });
  const outcomes = byName(report());
  expect(outcomes).toMatchObject({ 'app 0': 'passed', 'app 8': 'passed', 'tokens only': 'passed' });
  expect(Object.values(outcomes).filter((outcome) => outcome === 'passed')).toHaveLength(10);
  expect(outcomes).toMatchObject({ retired: 'failed', 'unknown flow': 'not-run' });
  expect(report().flows.find(({ targetName }) => targetName === 'unknown flow')?.reason).toContain(
    'Did you mean "three-legged"?',
  );
  expect(code).toBe(4);
  expect(out).toMatch(/✗ retired \(three-legged\)/);
  const files = ['report.json', 'report.html', 'junit.xml', 'summary.md', 'targets.ndjson'];
  const everything = [out, err, ...files.map((file) => readFileSync(join(folder, 'reports', file), 'utf8'))];
  for (const text of everything) expect(text).not.toContain(secret);
}, 60_000);

test('only the named targets are run, and shards together run all of them once', async () => {
  const folder = emptyFolder();
  writeFileSync(
    join(folder, 'apps.json'),
    JSON.stringify(['a', 'b', 'c', 'd', 'e', 'x'].map((name) => ({ name }))),
  );
  const shards = ['1/2', '2/2'];
  const runs = await Promise.all(
    shards.map((shard, index) =>
      run(folder, [
        'run',
        '--targets',
        'apps.json',
        '--name',
        '*',
        '!x',
        '--shard',
        shard,
        '--reports',
        `s${index}`,
      ]),
    ),
  );
  const names = runs.flatMap(({ report }, index) => Object.keys(byName(report(`s${index}`))));
  expect(names.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
}, 60_000);

test('a target whose server never answers costs only itself', async () => {
  const folder = emptyFolder();
  const silence = await serve(() => {});
  writeFileSync(
    join(folder, 'silent.json'),
    JSON.stringify({
      issuer: silence,
      token_endpoint: `${silence}/token`,
      grant_types_supported: ['client_credentials'],
      legwork: { name: 'Silent' },
    }),
  );
  writeFileSync(
    join(folder, 'apps.yaml'),
    `- name: first
- { name: silent, provider: silent.json, client_id: a, client_secret: b }
- { name: gone, provider: missing.json, client_id: a, client_secret: b }
- name: last
`,
  );
  const { code, report } = await run(folder, ['run', '--targets', 'apps.yaml', '--timeout', '6']);
  expect(byName(report())).toEqual({ first: 'passed', silent: 'failed', gone: 'not-run', last: 'passed' });
  expect(code).toBe(4);
}, 60_000);

test('an interrupted run has reports of what is done', async () => {
  const folder = emptyFolder();
  const names = Array.from({ length: 300 }, (_, n) => ({
    name: `app ${n}`,
    ...(n === 0 && { scope: 'r_gone' }),
  }));
  writeFileSync(join(folder, 'apps.json'), JSON.stringify(names));
  const { code, out, report } = await run(folder, ['run', '--targets', 'apps.json', '--workers', '1'], {
    watch: (kill, said) => {
      if (said.includes('app 0')) kill();
    },
  });
  const result = report();
  expect(result).toMatchObject({ interrupted: true, outcome: 'failed' });
  expect(result.flows.length).toBeGreaterThan(0);
  expect(result.flows.length).toBeLessThan(300);
  expect(readFileSync(join(folder, 'reports/report.html'), 'utf8')).toMatch(/<\/html>\n$/);
  expect(out).toContain('interrupted before its end');
  expect(code).toBe(4);
}, 60_000);

test('--bail begins no further target when one has failed', async () => {
  const folder = emptyFolder();
  const names = Array.from({ length: 200 }, (_, n) => ({
    name: `app ${n}`,
    ...(n === 3 && { scope: 'r_gone' }),
  }));
  writeFileSync(join(folder, 'apps.json'), JSON.stringify(names));
  const { code, report } = await run(folder, ['run', '--targets', 'apps.json', '--bail', '--workers', '1']);
  expect(byName(report())['app 3']).toBe('failed');
  expect(report().flows.length).toBeLessThan(100);
  expect(report().interrupted).toBe(true);
  expect(code).toBe(4);
}, 60_000);
