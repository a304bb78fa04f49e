import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { outOfFiles } from '../../src/out-of-files.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const legwork = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
let cwd: string;

beforeAll(() => {
  cwd = scratchFolder('few-files');
  writeFileSync(
    join(cwd, 't.csv'),
    'name,client_id,client_secret,flow\na,i,s-e-c-r-e-t,client-credentials\n',
  );
  writeFileSync(join(cwd, 'c.json'), '{"info": {"name": "x"}, "item": []}');
});

const commands = [
  'run --flow client-credentials',
  'run --targets t.csv',
  'run --target live --token store --store tokens.json',
  'merge .',
  'doctor',
  'doctor error t.csv',
  'doctor collection c.json',
  'doctor redirect-uri --probe --requested http://localhost:3000/callback',
  'login --target emulator --no-browser --timeout 1',
  'token list --store tokens.json',
  'token --flow client-credentials --store tokens.json',
  'generate --out made',
  'emulate --port 0',
  'schema profile',
];

describe.skipIf(process.platform === 'win32')('where only a few files may be open', () => {
  test.each(commands)('legwork %s says so, and shows no stack', async (command) => {
    for (const files of [24, 32, 44]) {
      const shell = `ulimit -n ${files}; exec "$0" "$@" </dev/null`;
      const argv = ['-c', shell, process.execPath, legwork, ...command.split(' ')];
      const { code, said } = await new Promise<{ code: number | null; said: string }>((resolve) => {
        const child = execFile(
          'sh',
          argv,
          { cwd, timeout: 15_000, killSignal: 'SIGINT' },
          (_error, out, err) => resolve({ code: child.exitCode, said: out + err }),
        );
        // The emulator runs until it is stopped.
        if (command.startsWith('emulate')) child.stdout?.once('data', () => child.kill('SIGINT'));
      });
      expect(said).not.toMatch(/^\s+at |node:internal|bug in legwork/m);
      // With some, it may have been enough.
      if (files === 24) {
        expect(code).toBe(3);
        expect(said).toBe(
          'legwork: Too many files and connections are open at once: 24 are allowed.\nAllow more, such as with "ulimit -n 1024", and try again.\n',
        );
      } else expect([0, 2, 3, 4]).toContain(code);
    }
  });
});

test('other errors are not taken for too many files', () => {
  const missing = Object.assign(new Error('Cannot find module'), { code: 'ERR_MODULE_NOT_FOUND' });
  expect(outOfFiles(missing, 1024)).toBeUndefined();
  expect(outOfFiles(missing, 32)).toContain('32 are allowed');
  const folder = Object.assign(new Error('Directory import'), { code: 'ERR_UNSUPPORTED_DIR_IMPORT' });
  expect(outOfFiles(folder, 1024)).toBeUndefined();
  expect(outOfFiles(folder, 32)).toContain('32 are allowed');
  expect(outOfFiles(new TypeError('x is not a function'), 32)).toBeUndefined();
  const inner = new Error('fetch failed', { cause: Object.assign(new Error('x'), { code: 'EMFILE' }) });
  expect(outOfFiles(new AggregateError([inner]), undefined)).toContain('are open at once.');
  expect(outOfFiles('EMFILE', 32)).toBeUndefined();
});
