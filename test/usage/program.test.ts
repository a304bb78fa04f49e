import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { RunResult } from '../../src/runner/result.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const legwork = join(root, 'dist', 'cli.js');
const run = promisify(execFile);

test.skipIf(process.platform === 'win32')(
  'npx legwork works after a second build, which makes the file of the program anew',
  async () => {
    const folder = scratchFolder('build');
    for (const name of ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'src']) {
      cpSync(join(root, name), join(folder, name), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const env = { PATH: process.env.PATH, HOME: folder, npm_config_cache: join(folder, 'cache') };
    const npx = async () =>
      (await run('npx', ['--offline', 'legwork', '--version'], { cwd: folder, env })).stdout;
    for (const _ of ['first', 'second']) {
      await run('npm', ['run', '--silent', 'build'], { cwd: folder, env });
      expect(await npx()).toMatch(/^\d+\.\d+\.\d+\n$/);
    }
  },
);

async function legworkIn(cwd: string, ...argv: string[]) {
  const child = spawn(process.execPath, [legwork, ...argv], { cwd, env: { PATH: process.env.PATH } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, said };
}

const TARGETS = `name,client_id,client_secret,redirect_uri,scope,username,password
captcha,id-c,a-secret-of-c,https://a.example.com/cb,openid profile,carol@example.com,captcha-please-3
fine,id-f,a-secret-of-f,https://a.example.com/cb,openid profile,alice@example.com,correct-horse-1
`;

test('a member of the emulator who must solve a captcha fails in a dry run of targets, with its diagnosis', async () => {
  const folder = scratchFolder('carol');
  writeFileSync(join(folder, 't.csv'), TARGETS);
  const { code, said } = await legworkIn(folder, 'run', '--targets', 't.csv', '--reporter', 'json');
  const result = JSON.parse(readFileSync(join(folder, 'reports', 'report.json'), 'utf8')) as RunResult;
  expect(Object.fromEntries(result.flows.map((flow) => [flow.targetName, flow.outcome]))).toEqual({
    captcha: 'failed',
    fine: 'passed',
  });
  expect(code).toBe(4);
  for (const words of ['security check', 'legwork login --save-session', 'legwork run --session']) {
    expect(said).toContain(words);
  }
});

test('--reporter none with --targets leaves no file behind', async () => {
  const folder = scratchFolder('none');
  writeFileSync(join(folder, 't.csv'), TARGETS);
  const { code, said } = await legworkIn(folder, 'run', '--targets', 't.csv', '--reporter', 'none');
  expect({ code, said }).toEqual({ code: 4, said: expect.not.stringContaining('Reports:') });
  // The summary is made of the results, so they were kept somewhere.
  expect(said).toContain('security check');
  expect(readdirSync(folder)).toEqual(['t.csv']);
});

test.skipIf(process.platform === 'win32' || !existsSync(legwork))(
  'a closed terminal ends the emulator as Ctrl-C does',
  async () => {
    const child = spawn(process.execPath, [legwork, 'emulate', '--port', '0'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child.stdout.once('data', () => child.kill('SIGHUP'));
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
      child.on('close', (...end) => resolve(end)),
    );
    expect({ code, signal }).toEqual({ code: 0, signal: null });
  },
);
