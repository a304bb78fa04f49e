// @ts-nocheck
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../support/scratch-folder.ts';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

// "npm test" builds first.
describe.skipIf(!existsSync(program))('the built program', () => {
  test.each([['--help'], ['schema', 'run-result']])(
    'does not mind that nobody reads on: legwork %s',
    async (...argv) => {
      const child = spawn(process.execPath, [program, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
      child.stdout.destroy();
      const said = text(child.stderr);
      const [code] = await once(child, 'close');
      expect({ code, said: await said }).toEqual({ code: 0, said: '' });
    },
  );

  test.skipIf(!existsSync('/dev/full'))(
    'says that its output could not be written, and does not succeed',
    async () => {
      const child = spawn(process.execPath, [program, 'schema', 'profile'], {
        stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      });
      const said = text(child.stderr as NodeJS.ReadableStream);
      const [code] = await once(child, 'close');
      expect(await said).toMatch(/^legwork: The output could not be written: ENOSPC.*\n.+\n$/);
      expect(code).toBe(3);
    },
  );

  test.skipIf(process.platform === 'win32')('says that the current folder is gone', async () => {
    const cwd = scratchFolder('gone');
    const script = 'rmdir "$PWD"; exec "$0" "$1" schema profile';
    const child = spawn('sh', ['-c', script, process.execPath, program], { cwd });
    const said = text(child.stderr);
    const [code] = await once(child, 'close');
    expect(await said).toBe(
      'legwork: The current folder does not exist any more.\nGo to another one, and try again.\n',
    );
    expect(code).toBe(3);
  });
});
