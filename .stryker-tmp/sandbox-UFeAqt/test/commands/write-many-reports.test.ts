// @ts-nocheck
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeManyReports } from '../../src/commands/run/write-many-reports.ts';
import { failure } from '../../src/failure.ts';
import { manyReports } from '../../src/reports/many/all.ts';
import { madeUp, manyOf } from '../reports/many/many-of.ts';
import { testIo } from '../support/io.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

test('every report is written, whole, into a folder that is made', async () => {
  const cwd = scratchFolder('many');
  const { written, failures } = await writeManyReports(
    Object.values(manyReports),
    manyOf(madeUp(50, 0.2)),
    'a/b',
    testIo({ cwd }),
  );
  expect(failures).toEqual([]);
  expect(written).toEqual(
    ['report.html', 'junit.xml', 'report.json', 'summary.md'].map((file) => join('a/b', file)),
  );
  expect(readdirSync(join(cwd, 'a/b')).sort()).toEqual([
    'junit.xml',
    'report.html',
    'report.json',
    'summary.md',
  ]);
  expect(JSON.parse(readFileSync(join(cwd, 'a/b/report.json'), 'utf8')).flows).toHaveLength(50);
});

test('a report that breaks off leaves nothing behind, and costs no other', async () => {
  const cwd = scratchFolder('many');
  writeFileSync(join(cwd, 'broken.txt'), 'of an earlier run');
  async function* broken() {
    yield 'half';
    throw failure('FILE_UNREADABLE', { file: 'targets.ndjson', reason: 'EIO' });
  }
  const reports = [{ file: 'broken.txt', render: broken }, manyReports.markdown];
  const { written, failures } = await writeManyReports(reports, manyOf([]), '.', testIo({ cwd }));
  expect(written).toEqual(['summary.md']);
  expect(failures.map(({ message }) => message)).toEqual(['Cannot read targets.ndjson: EIO.']);
  expect(readdirSync(cwd)).toEqual(['summary.md']);
});
