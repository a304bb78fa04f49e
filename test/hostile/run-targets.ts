import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { RunResult } from '../../src/runner/result.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { type Attack, profileOf, SECRETS } from './provider.ts';

const legwork = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Runs the logins in one run of the program, and gives back all that it wrote. */
async function runTargets(origin: string, attacks: readonly Attack[], ...options: string[]) {
  const folder = scratchFolder('hostile');
  writeFileSync(join(folder, 'profile.json'), JSON.stringify(profileOf(origin)));
  writeFileSync(
    join(folder, 'targets.json'),
    JSON.stringify(
      attacks.map(({ id }) => ({
        name: id,
        provider: 'profile.json',
        client_id: id,
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a reference to the environment is written so
        client_secret: '${SECRET}',
        redirect_uri: `${origin}/callback`,
        scope: 'read',
        username: 'ann',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a reference to the environment is written so
        password: '${PASSWORD}',
        flow: 'three-legged',
      })),
    ),
  );
  const argv = [legwork, 'run', '--targets', 'targets.json', '--target', 'live', ...options];
  const env = { PATH: process.env.PATH, SECRET: SECRETS.client_secret, PASSWORD: SECRETS.password };
  const child = spawn(process.execPath, argv, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err, files: filesIn(folder) };
}

function filesIn(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/^(?:targets|profile)\.json$/.test(name) || !statSync(join(folder, name)).isFile()) continue;
    found[name] = readFileSync(join(folder, name), 'utf8');
  }
  return found;
}

/**
 * Runs the login of every attacked client, and again for the clients whose attacks were not reached: on a loaded computer a run ends by its time
 * limits before it comes so far.
 *
 * @param played ids of the attacks that were reached so far
 */
export async function runUntilReached(
  origin: string,
  attacks: readonly Attack[],
  played: ReadonlySet<string>,
  ...options: string[]
) {
  const texts: Record<string, string> = {};
  const passed: string[] = [];
  let missing = attacks;
  let why: unknown[] = [];
  for (let turn = 1; missing.length > 0 && turn <= 3; turn += 1) {
    const { out, err, files } = await runTargets(origin, missing, ...options);
    for (const [name, text] of Object.entries({ ...files, out, err })) texts[`${name}, run ${turn}`] = text;
    const { flows = [] } = JSON.parse(files['reports/report.json'] ?? '{}') as Partial<RunResult>;
    for (const { outcome, targetName = '' } of flows) if (outcome === 'passed') passed.push(targetName);
    missing = attacks.filter(({ id }) => !played.has(id));
    why = flows
      .filter(({ targetName }) => missing.some(({ id }) => id === targetName))
      .map(({ reason, steps }) => [reason, steps.at(-1)]);
  }
  expect(
    missing.map(({ id }) => id),
    `not reached: ${JSON.stringify(why).slice(0, 5000)}`,
  ).toEqual([]);
  return { texts, passed };
}
