import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manyReportersFor } from '../../src/batch/report-many.ts';
import { reports } from '../../src/reports/all.ts';
import { executeRun } from '../../src/run/execute.ts';
import { reportersFor } from '../../src/run/reporters.ts';
import { writeReports } from '../../src/run/write-reports.ts';
import { eventful } from '../reports/sample.ts';
import { ASSERTS, serve } from '../runner/support.ts';
import { argumentsWith, captured, filesIn, flowOf, standIns } from './run-support.ts';

const failing = flowOf('one', [
  { name: 'Ask', test: "pm.test('is right', function () { throw new Error('no\\n::add-mask::x'); });" },
]);
const passing = flowOf('one', [{ name: 'Ask', test: ASSERTS }]);

test('only the reports that were asked for are written, and none for none', async () => {
  const parts = standIns([passing], await serve());
  const { io } = captured();
  await executeRun(argumentsWith({ reporter: ['junit,har'] }), io, parts);
  expect(Object.keys(filesIn(join(io.cwd, 'reports')))).toEqual(['junit.xml', 'report.har']);
  const other = captured();
  await executeRun(argumentsWith({ reporter: ['none'] }), other.io, parts);
  expect(Object.keys(filesIn(other.io.cwd))).toEqual([]);
  expect(other.err()).toBe('');
});

test('in GitHub Actions failures are annotated, and the summary is added to that of the step', async () => {
  const parts = standIns([failing], await serve());
  const { io, out } = captured({ env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: 'summary' } });
  writeFileSync(join(io.cwd, 'summary'), 'before\n');
  expect(await executeRun(argumentsWith(), io, parts)).toBe(4);
  const commands = out().match(/^\s*::.*$/gm);
  expect(commands).toEqual(['::error title=Title of one › Ask::is right%0Ano%0A::add-mask::x']);
  const summary = readFileSync(join(io.cwd, 'summary'), 'utf8');
  expect(summary).toMatch(/^before\n# ❌ Failed/);
});

test('quiet prints what failed and nothing else', async () => {
  const good = captured();
  await executeRun(argumentsWith({ quiet: true }), good.io, standIns([passing], await serve()));
  expect(good.out() + good.err()).toBe('');
  const bad = captured();
  await executeRun(argumentsWith({ quiet: true }), bad.io, standIns([failing], await serve()));
  expect(bad.out()).toContain('✗ Ask');
  expect(bad.out()).not.toContain('✓');
});

test('verbose prints every exchange, with masks for secrets', async () => {
  const base = await serve();
  const asks = {
    name: 'Ask',
    method: 'POST',
    body: { client_secret: '{{client_secret}}', scope: 'visible' },
    test: ASSERTS,
  };
  const { io, out } = captured();
  await executeRun(argumentsWith({ verbose: true }), io, standIns([flowOf('one', [asks])], base));
  expect(out()).toContain('>   client_secret = ‹client_secret·1›');
  expect(out()).toContain('>   scope = visible');
  expect(out()).toContain('< 200 OK');
});

test('a report that throws costs no other', async () => {
  const { io } = captured();
  const broken = {
    file: 'broken.txt',
    render: () => {
      throw new Error('cannot render');
    },
  };
  const all = [broken, ...Object.values(reports)];
  const { written, failures } = await writeReports(all, eventful, 'reports', io);
  expect(written).toHaveLength(Object.keys(reports).length);
  expect(failures.map(({ message }) => message)).toEqual(['Cannot write reports/broken.txt: cannot render.']);
});

test("a new report becomes nobody's default: it is written when it is named", async () => {
  const how = 'Leave byDefault out of its line in src/reports/all.ts.';
  const { own } = await reportersFor(undefined, captured().io);
  expect(
    own.map(({ file }) => file),
    how,
  ).toEqual(['report.html', 'junit.xml', 'report.json', 'report.har', 'summary.md']);
  const many = manyReportersFor(undefined, captured().io);
  expect(
    many.own.map(({ file }) => file),
    how.replace('src/', 'src/batch/'),
  ).toEqual(['report.html', 'junit.xml', 'report.json', 'summary.md']);
});
