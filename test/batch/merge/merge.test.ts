import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { headLine } from '../../../src/batch/result-log/result-log-lines.ts';
import { namesOfShard } from '../../../src/batch/targets/shard.ts';
import { main } from '../../../src/main.ts';
import type { Redacted } from '../../../src/redaction/redacted.ts';
import { runResultSchema } from '../../../src/reports/run-result-schema.ts';
import type { FlowResult, RunResult } from '../../../src/runner/result.ts';
import { testIo } from '../../support/io.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';
import { madeUp } from '../reports/many-of.ts';
import { flowOf, folderWith, headOf, resultLogOf } from '../result-log/made-up.ts';

let cwd: string;

beforeEach(() => {
  cwd = scratchFolder('merge');
});

async function legwork(...argv: string[]) {
  const io = testIo({ cwd });
  const code = await main(argv, io, '1.0.0');
  return { code, out: io.written(), err: io.said() };
}

/** Leaves the shards of a run in folders `s1`, `s2`, …, as `legwork run --shard` divides it. */
function leave(flows: readonly FlowResult[], total: number, within = '.'): string[] {
  const names = flows.map(({ targetName = '' }) => targetName as string);
  return Array.from({ length: total }, (_, at) => {
    const shard = { index: at + 1, total };
    const mine = namesOfShard(names, shard);
    const own = flows.filter(({ targetName = '' }) => mine.has(targetName));
    folderWith(
      resultLogOf(own, { names, shard, durationMs: 1000 * (at + 1) }),
      join(cwd, within, `s${at + 1}`),
    );
    return join(within, `s${at + 1}`);
  });
}

function result(folder = 'reports'): RunResult {
  return JSON.parse(readFileSync(join(cwd, folder, 'report.json'), 'utf8'));
}

describe('shards of one run', () => {
  test('become the reports of one run, the same as it would have made without shards', async () => {
    const flows = madeUp(60, 0.2);
    const dirs = leave(flows, 4);
    folderWith(resultLogOf(flows, { durationMs: 4000 }), join(cwd, 'whole'));

    const merged = await legwork('merge', ...dirs);
    const whole = await legwork('merge', 'whole', '--reports', 'whole');
    expect(merged.code).toBe(4);
    expect(merged.err).toBe(
      'Reports: reports/report.html, reports/junit.xml, reports/report.json, reports/summary.md, reports/targets.ndjson\n',
    );
    expect(merged.out.replace('Shards    4\n', '')).toBe(whole.out);
    expect(result()).toEqual(result('whole'));
    expect(result().flows).toHaveLength(60);
    expect(new Ajv2020({ formats: { 'date-time': true } }).validate(runResultSchema(), result())).toBe(true);
    for (const file of ['junit.xml', 'report.json']) {
      expect(readFileSync(join(cwd, 'reports', file), 'utf8')).toBe(
        readFileSync(join(cwd, 'whole', file), 'utf8'),
      );
    }
    expect(readFileSync(join(cwd, 'reports/report.html'), 'utf8')).toContain('4 shards');
  });

  test('are found in the folders of a folder, in which a CI system has collected them', async () => {
    leave(madeUp(20, 0), 3, 'artifacts');
    writeFileSync(join(cwd, 'artifacts', 'note.txt'), '');
    const { code, out } = await legwork('merge', 'artifacts', '--reporter', 'none');
    expect([code, existsSync(join(cwd, 'reports'))]).toEqual([0, false]);
    expect(out).toContain('Targets   20: 20 passed (100 % passed)');
  });

  test('took from the first beginning to the last end', async () => {
    const names = ['a', 'b'];
    const log = (name: string, index: number, startedAt: string) =>
      resultLogOf([flowOf(name)], { names, shard: { index, total: 2 }, durationMs: 5000 }).replace(
        /2026-08-04T[^"]+/,
        startedAt,
      );
    folderWith(log('a', 1, '2026-08-04T10:00:03.000Z'), join(cwd, 's1'));
    folderWith(log('b', 2, '2026-08-04T10:00:00.000Z'), join(cwd, 's2'));
    await legwork('merge', 's1', 's2');
    expect(result()).toMatchObject({ startedAt: '2026-08-04T10:00:00.000Z', durationMs: 8000 });
  });

  test('leave a file from which the next run takes its timings', async () => {
    const dirs = leave(madeUp(30, 0.1), 2);
    await legwork('merge', ...dirs);
    const lines = readFileSync(join(cwd, 'reports', 'targets.ndjson'), 'utf8')
      .trimEnd()
      .split('\n');
    const kept = lines.slice(1, -1).map((line) => JSON.parse(line) as FlowResult);
    expect(kept.map(({ targetName }) => targetName)).toEqual(
      result().flows.map(({ targetName }) => targetName),
    );
    expect(kept[6]).toMatchObject({ targetName: 'app-7', durationMs: 106 });
    // Joined once more it is what it was.
    const before = readFileSync(join(cwd, 'reports', 'report.json'), 'utf8');
    await legwork('merge', 'reports', '--reports', 'again');
    expect(readFileSync(join(cwd, 'again', 'report.json'), 'utf8')).toBe(before);
  });

  test('exit as one run would: 0, 3 when something was not run, 4 when something failed', async () => {
    for (const [fates, expected] of [
      [['passed', 'passed'], 0],
      [['passed', 'not-run'], 3],
      [['mismatch', 'not-run'], 4],
    ] as const) {
      const dirs = leave(
        fates.map((fate, index) => flowOf(`app-${index}`, fate)),
        2,
      );
      expect((await legwork('merge', ...dirs, '--reporter', 'none')).code).toBe(expected);
    }
  });

  test('say nothing when all is well and nothing shall be said', async () => {
    const dirs = leave(madeUp(5, 0), 2);
    expect(await legwork('merge', ...dirs, '--quiet')).toEqual({ code: 0, out: '', err: '' });
  });

  test('may be of several providers and flows', async () => {
    const flows = [
      flowOf('a'),
      flowOf('a', 'odd'),
      flowOf('b', 'passed', { provider: 'Example' as Redacted }),
    ];
    const dirs = leave(flows, 2);
    await legwork('merge', ...dirs);
    expect(result().flows.map(({ targetName, flow, provider }) => [targetName, flow, provider])).toEqual([
      ['a', 'three-legged', 'LinkedIn'],
      ['a', 'client-credentials', 'LinkedIn'],
      ['b', 'three-legged', 'Example'],
    ]);
  });
});

describe('a shard that was killed', () => {
  test('counts with what it has done, and the run is incomplete', async () => {
    const dirs = leave(madeUp(40, 0), 2);
    const path = join(cwd, 's2', 'targets.ndjson');
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, lines.slice(0, -4).join('\n'));
    const { code, out } = await legwork('merge', ...dirs);
    expect(code).toBe(3);
    expect(out).toContain(
      '2 targets of the list were never reached.\n\nIncomplete, interrupted before its end',
    );
    expect(result()).toMatchObject({ outcome: 'incomplete', interrupted: true });
  });

  test('makes its reports later, in its own folder', async () => {
    const whole = resultLogOf(madeUp(3, 0));
    folderWith(whole.slice(0, whole.lastIndexOf('{"kind":"end"')), join(cwd, 'reports'));
    const { code } = await legwork('merge', 'reports');
    expect(code).toBe(3);
    expect(readdirSync(join(cwd, 'reports')).sort()).toEqual([
      'junit.xml',
      'report.html',
      'report.json',
      'summary.md',
      'targets.ndjson',
    ]);
    // What was there stays as it was: it is the only witness.
    expect(readFileSync(join(cwd, 'reports', 'targets.ndjson'), 'utf8')).not.toContain('"kind":"end"');
  });
});

describe('what is not one run is refused, and folders are named', () => {
  test('a shard that is missing', async () => {
    const dirs = leave(madeUp(20, 0), 4);
    const { code, err } = await legwork('merge', dirs[0] ?? '', dirs[3] ?? '');
    expect(code).toBe(2);
    expect(err).toBe(
      'legwork: Of 4 shards 2 are missing: 2, 3.\nThere are 1 (s1), 4 (s4). Collect the reports of every job, also of those that failed.\n',
    );
    expect(existsSync(join(cwd, 'reports'))).toBe(false);
  });

  test('a shard that is there twice', async () => {
    const dirs = leave(madeUp(20, 0), 2);
    leave(madeUp(20, 0), 2, 'again');
    const { code, err } = await legwork('merge', ...dirs, 'again/s2');
    expect([code, err.split('\n')[0]]).toEqual([2, 'legwork: Shard 2/2 is there twice: s2 and again/s2.']);
  });

  test('the same folder given twice is one, also by the name of the file in it', async () => {
    const dirs = leave(madeUp(20, 0), 2);
    expect((await legwork('merge', ...dirs, './s1', '.', 's2/targets.ndjson')).code).toBe(0);
  });

  test.each([
    ['lists', { names: ['a', 'b', 'c'] }, 's1 and s2 are of different lists of targets (2 and 3 targets).'],
    ['names', { names: ['a', 'c'] }, 's1 and s2 are of different lists of targets (2 and 2 targets).'],
    [
      'divisions',
      { shard: { index: 2, total: 3 } },
      's1 and s2 are of different divisions: shard 1/2 and shard 2/3.',
    ],
    [
      'whole runs',
      { shard: undefined },
      's2 holds a whole run and no shard of one: s1 and s2 cannot be joined.',
    ],
  ])('different %s', async (_, more, problem) => {
    const names = ['a', 'b'];
    folderWith(resultLogOf([flowOf('a')], { names, shard: { index: 1, total: 2 } }), join(cwd, 's1'));
    folderWith(
      resultLogOf([flowOf('b')], { names, shard: { index: 2, total: 2 }, ...more } as never),
      join(cwd, 's2'),
    );
    const { code, err } = await legwork('merge', 's1', 's2');
    expect([code, err.split('\n')[0]]).toEqual([2, `legwork: ${problem}`]);
  });

  test.each([
    [
      '"target":"live"',
      '"target":"emulator"',
      's1 and s2 were run against different targets: live and emulator.',
    ],
    [
      '"provider":"LinkedIn"',
      '"provider":"Other"',
      's1 and s2 were run against different providers: LinkedIn and Other.',
    ],
  ])('%s beside %s', async (from, to, problem) => {
    const dirs = leave(madeUp(20, 0), 2);
    const path = join(cwd, 's2', 'targets.ndjson');
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    const { code, err } = await legwork('merge', ...dirs);
    expect([code, err.split('\n')[0]]).toEqual([2, `legwork: ${problem}`]);
  });

  test('a target in two shards: they were balanced by different timings', async () => {
    const names = ['a', 'b'];
    const flows = [flowOf('a'), flowOf('b')];
    folderWith(resultLogOf(flows, { names, shard: { index: 1, total: 2 } }), join(cwd, 's1'));
    folderWith(resultLogOf([flowOf('b')], { names, shard: { index: 2, total: 2 } }), join(cwd, 's2'));
    const { code, err } = await legwork('merge', 's1', 's2');
    expect([code, err.split('\n')[0]]).toEqual([2, 'legwork: The target "b" is in two shards: s1 and s2.']);
  });

  test('targets that are none of the list', async () => {
    folderWith(resultLogOf([flowOf('a'), flowOf('x')], { names: ['a', 'b'] }), join(cwd, 's1'));
    const { code, err } = await legwork('merge', 's1');
    expect([code, err.split('\n')[0]]).toEqual([
      2,
      'legwork: The targets in s1 are not those of the list that they were divided from.',
    ]);
  });

  test('a folder without a result log, and one that is not there', async () => {
    mkdirSync(join(cwd, 'empty'));
    expect((await legwork('merge', 'empty')).err).toContain(
      'There is no targets.ndjson in empty, nor in the folders right below it.',
    );
    expect((await legwork('merge', 'nowhere')).err).toBe(
      'legwork: Cannot read nowhere: there is no such file.\nCheck the path and your permission to read the file.\n',
    );
  });

  test('a result log in which somebody has written', async () => {
    const dirs = leave([flowOf('a', 'mismatch'), flowOf('b')], 1);
    const path = join(cwd, 's1', 'targets.ndjson');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('"outcome":"failed"', '"outcome":"failed\\"><script>"'));
    const { code, err } = await legwork('merge', ...dirs);
    expect([code, err.split('\n')[0]]).toEqual([
      2,
      'legwork: s1/targets.ndjson, line 2: it is no flow of a target.',
    ]);
    writeFileSync(path, `${headLine(headOf(['a']))}${headLine(headOf(['a']))}`);
    expect((await legwork('merge', ...dirs)).err).toContain(
      's1/targets.ndjson, line 2: the head is the first line',
    );
    writeFileSync(path, text.slice(text.indexOf('\n') + 1));
    expect((await legwork('merge', ...dirs)).err).toContain(
      's1/targets.ndjson, line 1: the head is the first line',
    );
  });

  test('the folder of a shard is not overwritten', async () => {
    const dirs = leave(madeUp(20, 0), 2);
    const { code, err } = await legwork('merge', ...dirs, '--reports', './s2');
    expect([code, err.split('\n')[0]]).toEqual([
      1,
      'legwork: s2 is one of the shards: the joined reports need a folder of their own, named by --reports.',
    ]);
  });

  test('a reporter that cannot report on many', async () => {
    const dirs = leave(madeUp(4, 0), 2);
    const { code, err } = await legwork('merge', ...dirs, '--reporter', 'htmlextra');
    expect(code).toBe(1);
    expect(err).toBe(
      'legwork: The reporter "htmlextra" cannot report on many targets. Did you mean "html"?\nAvailable for many targets: html, junit, json, markdown, github, none. To report on one target in another way, run it alone.\n',
    );
  });

  test('no folder at all', async () => {
    expect((await legwork('merge')).err).toContain('Missing: <dir>.');
    expect((await legwork('merge', '--help')).out).toContain('legwork merge <dir..> [options]');
  });
});

test('a report that cannot be written makes the run 3, and costs no other', async () => {
  const dirs = leave(madeUp(4, 0), 2);
  mkdirSync(join(cwd, 'reports', 'junit.xml'), { recursive: true });
  writeFileSync(join(cwd, 'reports', 'junit.xml', 'x'), '');
  const { code, err } = await legwork('merge', ...dirs);
  expect(code).toBe(3);
  expect(err).toContain('Cannot write reports/junit.xml');
  expect(result().flows).toHaveLength(4);
});

test('GitHub is told without being asked', async () => {
  const dirs = leave(madeUp(30, 0.5), 2);
  const io = testIo({ cwd, env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: 'step.md' } });
  expect(await main(['merge', ...dirs, '--reporter', 'junit'], io, '1.0.0')).toBe(4);
  expect(io.written()).toContain('::error title=13 targets%3A The redirect_uri');
  expect(readFileSync(join(cwd, 'step.md'), 'utf8')).toContain('# ❌ Failed: LinkedIn, 30 targets');
});
