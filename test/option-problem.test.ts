import { describe, expect, test } from 'vitest';
import type { CommandOption } from '../src/option.ts';
import { optionProblem } from '../src/option-problem.ts';

const options = {
  port: { type: 'number', range: { least: 0, most: 65_535 } },
  rate: { type: 'number', range: { least: 0.01, most: 10, unit: 'requests a second' }, onlyWith: 'targets' },
  timeout: { type: 'number', range: { least: 0, most: 60, unit: 'seconds', above: true } },
  reporter: { type: 'string', array: true },
  target: { type: 'string' },
  targets: { type: 'string' },
  session: { type: 'string', notWith: { targets: '--session is for one account, --targets for many' } },
  bail: { type: 'boolean', onlyWith: 'targets' },
} as const satisfies Record<string, CommandOption>;

describe('values that yargs lets through', () => {
  test.each([
    [{ port: Number.NaN }, 'The option --port takes a number.'],
    [{ port: [1, 2] }, 'The option --port was given 2 times, but takes one value.'],
    [{ bail: [true, true] }, 'The option --bail was given 2 times, but takes one value.'],
    [{ port: 1, reporter: ['json', 'junit'], target: 'a', bail: false }, undefined],
  ])('%j: %s', (args, problem) => {
    expect(optionProblem(args, options)).toBe(problem);
  });
});

describe('a number is within its range, bounds included unless the range excludes them', () => {
  test.each([
    [{ port: 0 }, undefined],
    [{ port: 65_535 }, undefined],
    [{ port: -1 }, '--port takes a whole number from 0 to 65535, not -1.'],
    [{ port: 65_536 }, '--port takes a whole number from 0 to 65535, not 65536.'],
    [{ port: 1.5 }, '--port takes a whole number from 0 to 65535, not 1.5.'],
    [{ timeout: 0 }, '--timeout takes seconds, more than 0 and at most 60, not 0.'],
    [{ timeout: 0.001 }, undefined],
    [{ timeout: 60 }, undefined],
    [{ timeout: 60.1 }, '--timeout takes seconds, more than 0 and at most 60, not 60.1.'],
    [{ targets: 'x', rate: 0.01 }, undefined],
    [{ targets: 'x', rate: 0.009 }, '--rate takes requests a second, from 0.01 to 10, not 0.009.'],
  ])('%j: %s', (args, problem) => {
    expect(optionProblem(args, options)).toBe(problem);
  });
});

describe('options that need or exclude another', () => {
  test.each([
    [{ bail: true }, '--bail needs --targets.'],
    [{ bail: true, targets: 'apps.csv' }, undefined],
    [{ bail: false }, undefined],
    [
      { session: 's', targets: 'apps.csv' },
      '--session is for one account, --targets for many: use one of them.',
    ],
    [{ session: 's' }, undefined],
  ])('%j: %s', (args, problem) => {
    expect(optionProblem(args, options)).toBe(problem);
  });
});
