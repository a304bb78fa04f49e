import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/commands/all.ts';
import { main } from '../src/main.ts';
import { light, packages } from './architecture/table.ts';
import { testIo } from './support/io.ts';

async function legwork(...argv: string[]) {
  const io = testIo();
  const code = await main(argv, io, '1.2.3');
  return { code, out: io.written(), err: io.said() };
}

describe('help', () => {
  test('without arguments goes to standard error and is wrong usage', async () => {
    const { code, out, err } = await legwork();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('Usage: legwork <command> [options]');
  });

  test.each([['--help'], ['-h'], ['help']])('%s lists all commands on standard output', async (word) => {
    const { code, out, err } = await legwork(word);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const { name, summary } of commands) {
      expect(out).toMatch(new RegExp(`^  legwork ${name}\\b`, 'm'));
      expect(out.replace(/\s+/g, ' ')).toContain(summary);
    }
    expect(out).toContain('Exit codes: 0 success, 1 wrong usage');
  });

  test.each([
    ['schema', '--help'],
    ['help', 'schema'],
    ['schema', '--help', '--nonsense'],
  ])('%s %s shows usage, options and examples of one command', async (...argv) => {
    const { code, out } = await legwork(...argv);
    expect(code).toBe(0);
    expect(out).toContain('Usage: legwork schema <name> [options]');
    expect(out).toContain('--out');
    expect(out).toContain('legwork schema profile --out schemas');
  });

  test.each(commands.map(({ name }) => name))('of %s fits on a line of 100 columns', async (name) => {
    const { out } = await legwork(name, '--help');
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });
});

test('--version prints the version alone', async () => {
  expect(await legwork('--version')).toEqual({ code: 0, out: '1.2.3\n', err: '' });
});

describe('wrong usage is exit code 1 and says what to do', () => {
  test.each([
    [['shcema'], 'There is no command "shcema". Did you mean "schema"?', 'legwork --help'],
    [['frobnicate'], 'There is no command "frobnicate".', 'legwork --help'],
    [[''], 'There is no command "".', 'legwork --help'],
    [['--nonsense'], 'There is no option --nonsense.', 'legwork --help'],
    [['schema'], 'Missing: <name>.', 'legwork schema --help'],
    [
      ['schema', 'profil'],
      '<name> cannot be "profil". Did you mean "profile"? Possible: profile, run-result, diagnosis, targets.',
      'legwork schema --help',
    ],
    [
      ['schema', 'x'],
      '<name> cannot be "x". Possible: profile, run-result, diagnosis, targets.',
      'legwork schema --help',
    ],
    [['schema', 'profile', 'y'], 'Too many arguments: y.', 'legwork schema --help'],
    [
      ['schema', 'profile', '--uot', 'x'],
      'There is no option --uot. Did you mean "--out"?',
      'legwork schema --help',
    ],
    [
      ['schema', 'profile', '--uot=x'],
      'There is no option --uot. Did you mean "--out"?',
      'legwork schema --help',
    ],
    [['schema', 'profile', '--two-words'], 'There is no option --two-words.', 'legwork schema --help'],
    [
      ['schema', 'profile', '--out.x', 'y'],
      'There is no option --out.x. Did you mean "--out"?',
      'legwork schema --help',
    ],
    [['schema', 'profile', '--out'], 'The option --out needs a value.', 'legwork schema --help'],
    [
      ['schema', 'profile', '--no-out'],
      'The option --out needs a value; there is no --no-out.',
      'legwork schema --help',
    ],
    [
      ['schema', 'profile', '--out', 'x', '--out', 'y'],
      'The option --out was given 2 times, but takes one value.',
      'legwork schema --help',
    ],
  ])('%j', async (argv, problem, help) => {
    expect(await legwork(...argv)).toEqual({
      code: 1,
      out: '',
      err: `legwork: ${problem}\nType "${help}" to see what it takes.\n`,
    });
  });

  test('whatever the arguments are, main returns a code and does not throw', async () => {
    const words = fc.constantFrom(
      'schema',
      'profile',
      '--help',
      '--',
      '-',
      '--=',
      '--no-help',
      '-hx',
      '--out',
      '--__proto__',
      'constructor',
      '',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(words, fc.string()), { maxLength: 5 }), async (argv) => {
        // Whatever is written, is written to standard output.
        fc.pre(!argv.some((word) => word.startsWith('--o')) || !argv.includes('profile'));
        expect([0, 1]).toContain((await legwork(...argv)).code);
      }),
      { numRuns: 300 },
    );
  });
});

test('a Failure becomes a message, a hint and an exit code', async () => {
  const io = testIo({ cwd: '/dev/null' });
  expect(await main(['schema', 'profile', '--out', 'x'], io, '')).toBe(3);
  expect(io.said()).toMatch(
    /^legwork: Cannot write x\/profile\.schema\.json: .*\nCheck that the folder exists/,
  );
});

const built = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const recorder = new URL('./support/record-imports.js', import.meta.url).href;

// "npm test" builds first.
test.skipIf(!existsSync(built))(
  'the built program answers --help without loading what only some commands need',
  () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', recorder, built, '--help'], {
      encoding: 'utf8',
    });
    const loaded = stderr.split('\n');
    expect(stdout).toContain('Usage: legwork <command> [options]');
    expect(loaded).toContain('yargs');
    const heavy = Object.keys(packages).filter((name) => !light.includes(name));
    expect(loaded.filter((specifier) => heavy.some((name) => specifier.startsWith(name)))).toEqual([]);
  },
);
