import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { captured } from '../run/run-support.ts';

test('the help names every option', async () => {
  const { io, out } = captured();
  expect(await main(['run', '--help'], io, '1.0.0')).toBe(0);
  const options = ['target', 'flow', 'provider', 'environment', 'env-file', 'reporter', 'reports'];
  for (const option of [...options, 'verbose', 'quiet', 'retries', 'timeout'])
    expect(out()).toContain(`--${option}`);
});

test('a target that does not exist is a usage error', async () => {
  const { io, err } = captured();
  expect(await main(['run', '--target', 'mars'], io, '1.0.0')).toBe(1);
  expect(err()).toContain('mars');
});

test('the command is declared without loading what it needs to run', () => {
  const source = readFileSync(new URL('../../src/commands/run.ts', import.meta.url), 'utf8');
  const imports = [...source.matchAll(/^import (?!type ).* from '(.*)';$/gm)].map((match) => match[1]);
  expect(imports).toEqual(['../run/options.ts', './command.ts']);
});

test.each(['0', '-1', '100000'])('a timeout of %s seconds is a usage error', async (seconds) => {
  const { io, err } = captured();
  expect(await main(['run', `--timeout=${seconds}`], io, '1.0.0')).toBe(1);
  expect(err()).toContain('--timeout takes seconds');
});

test.each(['-1', '21', '1.5'])('%s retries are a usage error', async (retries) => {
  const { io, err } = captured();
  expect(await main(['run', `--retries=${retries}`], io, '1.0.0')).toBe(1);
  expect(err()).toContain(`--retries takes a whole number from 0 to 20, not ${retries}`);
});

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

test.skipIf(!existsSync(program))(
  'a settings file that is not there is named, by the program itself and not by Node',
  () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [program, 'run', '--target', 'live', '--dotenv', 'no.env'],
      {
        encoding: 'utf8',
      },
    );
    expect(stderr).toContain('Cannot read no.env');
    expect(status).toBe(2);
  },
);
