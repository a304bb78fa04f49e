import { expect, test } from 'vitest';
import type { TestModule, TestSpecification } from 'vitest/node';
import { ProgressReporter } from './progress-reporter.ts';

const kind = { name: 'the tests', include: [], exclude: [], usual: 250, most: 60 };

/** A reporter on a clock that is set by hand, and what it wrote. */
function reporter() {
  const lines: string[] = [];
  let seconds = 0;
  const made = new ProgressReporter(
    kind,
    (line) => lines.push(line),
    () => seconds * 1000,
  );
  return {
    lines,
    start: (files: number) => made.onTestRunStart(Array(files).fill({} as TestSpecification)),
    end: (at: number, isOk = true) => {
      seconds = at;
      made.onTestModuleEnd({ ok: () => isOk } as TestModule);
    },
    finish: (modules: readonly TestModule[]) => made.onTestRunEnd(modules),
  };
}

function moduleWith(file: string, ...skipped: string[]): TestModule {
  const allTests = () => skipped.map((fullName) => ({ fullName }));
  return { relativeModuleId: file, children: { allTests } } as unknown as TestModule;
}

test('a run says how long it takes, how far it is, and how long it took', () => {
  const { lines, start, end, finish } = reporter();
  start(40);
  for (let file = 1; file <= 40; file++) end(file * 4, file !== 30);
  finish([]);
  expect(lines).toEqual([
    '40 files, the tests: about 4 min 10 s on two idle cores (limit 60 s).',
    '--- 20 of 40 files, 80 s',
    '--- 40 of 40 files, 1 failed, 2 min 40 s',
    'This took 2 min 40 s for the tests, which is more than its limit of 60 s.',
  ]);
});

test('what was skipped is named, also when only a few files ran', () => {
  const { lines, start, end, finish } = reporter();
  start(1);
  end(1);
  finish([moduleWith('a.test.ts', 'in a browser > one', 'in a browser > two'), moduleWith('b.test.ts')]);
  expect(lines).toEqual(['NOT RUN: a.test.ts: 2 skipped, in a browser > one']);
});
