import { expect, test } from 'vitest';
import { commandLine } from '../src/command-line.ts';
import type { CommandOption } from '../src/option.ts';

const options = {
  provider: { type: 'string', default: 'linkedin' },
  'env-file': { type: 'string', shownAs: 'dotenv' },
  flow: { type: 'string', array: true },
  retries: { type: 'number' },
  verbose: { type: 'boolean' },
} as const satisfies Record<string, CommandOption>;

test('every option that was given is repeated, and no default', () => {
  const args = { provider: 'linkedin', 'env-file': 'a.env', flow: ['one', 'two'], retries: 0, verbose: true };
  expect(commandLine('legwork run', options, args)).toBe(
    'legwork run --dotenv a.env --flow one two --retries 0 --verbose',
  );
  expect(commandLine('legwork run', options, { provider: 'x.json', verbose: false, flow: [] })).toBe(
    'legwork run --provider x.json',
  );
});
