import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { executeRun } from '../../src/run/execute.ts';
import { withReportFolder } from '../../src/run/report-folder.ts';
import { serve } from '../runner/support.ts';
import { testIo } from '../support/io.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { argumentsWith, captured, flowOf, standIns } from './run-support.ts';

const ask = { name: 'Ask', test: "pm.test('is right', function () {});" };
const claimedBy = (claim: object) => {
  const cwd = scratchFolder('claimed');
  mkdirSync(join(cwd, 'reports'));
  writeFileSync(join(cwd, 'reports', '.legwork-run'), JSON.stringify(claim));
  return { cwd, claim: join(cwd, 'reports', '.legwork-run') };
};

test('a second run into a folder that is in use ends with 3, names who uses it, and asks nobody', async () => {
  const base = await serve();
  const parts = standIns([flowOf('one', [ask])], base);
  const { cwd } = captured().io;
  let asked = 0;
  const second = captured({ cwd });
  const first = standIns(
    [flowOf('one', [ask])],
    await serve(async (_request, response) => {
      asked += 1;
      await expect(executeRun(argumentsWith(), second.io, parts)).rejects.toMatchObject({
        code: 'FOLDER_IN_USE',
        exitCode: 3,
        message: 'Another run writes its reports to reports (process 1).',
        hint: expect.stringContaining('--reports'),
      });
      response.end();
    }),
  );
  expect(await executeRun(argumentsWith(), captured({ cwd }).io, first)).toBe(0);
  expect(asked).toBe(1);
  expect(second.out()).toBe('');
  expect(parts.open()).toBe(0);
  expect(readdirSync(join(cwd, 'reports')).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(await executeRun(argumentsWith(), captured({ cwd }).io, parts)).toBe(0);
});

test('two runs into different folders, and one that writes nothing, are not in the way of each other', async () => {
  const io = testIo({ cwd: scratchFolder('claimed') });
  const inner = () => withReportFolder(undefined, io, async () => 'nothing written');
  const other = () => withReportFolder('b', io, inner);
  expect(await withReportFolder('a', io, other)).toBe('nothing written');
});

test('the claim of a process that was killed is taken over, also where this process has its number now', async () => {
  for (const process of [4711, 1]) {
    const { cwd, claim } = claimedBy({ process, host: hostname(), id: 'of-the-dead' });
    const io = testIo({
      cwd,
      now: Date.now,
      processes: { id: 1, userId: undefined, isAlive: (id) => id === 1 },
    });
    expect(await withReportFolder('reports', io, async () => readFileSync(claim, 'utf8'))).not.toContain(
      'of-the-dead',
    );
    expect(existsSync(claim)).toBe(false);
  }
});

test('a run on another computer counts as long as it shows signs of life', async () => {
  const { cwd, claim } = claimedBy({ process: 1, host: 'another-computer', id: 'x' });
  const io = testIo({ cwd, now: Date.now });
  await expect(withReportFolder('reports', io, async () => 'ran')).rejects.toMatchObject({
    code: 'FOLDER_IN_USE',
    message: 'Another run writes its reports to reports (process 1 on another-computer).',
  });
  const longAgo = Date.now() / 1000 - 660;
  utimesSync(claim, longAgo, longAgo);
  expect(await withReportFolder('reports', io, async () => 'ran')).toBe('ran');
});

test('a claim that is none, such as a torn one, is taken over', async () => {
  const { cwd } = claimedBy([]);
  expect(await withReportFolder('reports', testIo({ cwd }), async () => 'ran')).toBe('ran');
});

test('a folder that cannot be written to is reported before the run, and nobody is asked', async () => {
  const { io } = captured();
  writeFileSync(join(io.cwd, 'a-file'), '');
  let asked = false;
  const parts = standIns(
    [flowOf('one', [ask])],
    await serve((_request, response) => {
      asked = true;
      response.end();
    }),
  );
  for (const reports of ['a-file', 'a-file/below', ...(existsSync('/proc/self') ? ['/proc/none/x'] : [])]) {
    await expect(executeRun(argumentsWith({ reports }), io, parts)).rejects.toMatchObject({
      code: 'FILE_UNWRITABLE',
      exitCode: 3,
      message: expect.stringContaining(`Cannot write ${reports}: `),
    });
  }
  expect(asked).toBe(false);
  expect(parts.open()).toBe(0);
});

test.skipIf(!existsSync('/proc/self'))('nothing hangs on a folder where none can be made', async () => {
  const cwd = scratchFolder('claimed');
  writeFileSync(
    join(cwd, 't.csv'),
    'name,client_id,client_secret,flow\na,i,s-e-c-r-e-t,client-credentials\n',
  );
  for (const argv of [
    ['run', '--flow', 'client-credentials', '--reports', '/proc/none/x'],
    ['run', '--targets', 't.csv', '--reports', '/proc/none/x'],
    ['generate', '--out', '/proc/none/x'],
    ['schema', 'profile', '--out', '/proc/none/x'],
  ]) {
    const io = testIo({ cwd });
    expect(await main(argv, io, '1.0.0')).toBe(3);
    expect(io.said()).toContain('no folder can be made there');
    expect(io.written()).toBe('');
  }
});

test('"-" is no folder for reports: it is refused, and nothing of that name is made', async () => {
  const cwd = scratchFolder('claimed');
  writeFileSync(join(cwd, 't.csv'), 'name,client_id\na,i\n');
  for (const argv of [['run'], ['run', '--targets', 't.csv'], ['merge', '.']]) {
    for (const given of [['--reports', '-'], ['--reports=-']]) {
      const io = testIo({ cwd });
      expect(await main([...argv, ...given], io, '1.0.0')).toBe(1);
      expect(io.said()).toContain('--reports takes a folder, not "-"');
      expect(io.written()).toBe('');
    }
  }
  expect(readdirSync(cwd)).toEqual(['t.csv']);
});
