import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../../src/commands/all.ts';
import type { Command } from '../../../src/commands/command.ts';
import type { Io } from '../../../src/io.ts';
import { main } from '../../../src/main.ts';
import type { CommandOption } from '../../../src/option.ts';
import { captured } from '../../run/run-support.ts';
import { asNobody, impossible, makeBadFiles } from './bad-files.ts';
import type { Row } from './row.ts';
import { table } from './table.ts';

const files = mkdtempSync(join(tmpdir(), 'legwork-bad-'));
let before: string;
beforeAll(() => {
  makeBadFiles(files);
  before = listing(files);
});
afterAll(() => {
  expect(listing(files)).toBe(before);
  rmSync(files, { recursive: true, force: true });
});

/** Names, sizes and times of all that lies below a folder. */
function listing(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const stats = names.map((name) => lstatSync(join(folder, name), { throwIfNoEntry: false, bigint: true }));
  return names.map((name, index) => `${name} ${stats[index]?.size} ${stats[index]?.mtimeNs}`).join('\n');
}

/** Runs the program in an empty folder, without network, browser and person, and as if Ctrl-C were pressed. */
async function legwork(argv: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'legwork-bad-'));
  const cwd = join(folder, 'cwd');
  mkdirSync(cwd);
  const { processes, ...closed } = {
    dataFolder: async () => join(folder, 'data'),
    // What is accepted by mistake shall not wait for anybody.
    interrupted: AbortSignal.abort(),
    fetch: async (input: unknown) => {
      throw new Error(`A request went to ${input}`);
    },
    processes: { id: 1, userId: process.getuid?.(), isAlive: () => true },
  };
  const { io, out, err } = captured({ cwd, ...closed, processes } as Partial<Io>);
  try {
    const typed = argv.map(withFiles);
    const run = () => main(typed, io, '1.0.0');
    const code = await (typed.join().includes('locked') ? asNobody(run) : run());
    const written = readdirSync(cwd, { recursive: true });
    return { code, out: out(), err: err(), written };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withFiles(word: string): string {
  return word.replace(/^@/, `${files}/`);
}

/** What holds for every failure: said in words, with a next step, and nothing is left behind. */
function expectFailure(run: Awaited<ReturnType<typeof legwork>>, code: number, says: readonly string[]) {
  const last = run.err.slice(run.err.indexOf('legwork: '));
  expect({ code: run.code, last }, run.err).toEqual({
    code,
    last: expect.stringMatching(/^legwork: .+\n.+\n$/s),
  });
  for (const text of says) expect(last).toContain(text);
  for (const text of [run.out, run.err]) {
    expect(text).not.toMatch(/^\s+at .*[:(]/m);
    expect(text).not.toMatch(/\[object |undefined|NaN\b(?!")/);
  }
  expect(run.written).toEqual([]);
}

const sampleOf = ({ choices, type }: CommandOption) =>
  String(choices?.[0] ?? (type === 'number' ? 7 : 'something'));
const positionals: Readonly<Record<string, readonly string[]>> = {
  schema: ['profile'],
  merge: ['@shards'],
};

/** What can be wrong with any option, whatever it is about. */
function commonMistakes(command: Command, name: string, option: CommandOption) {
  const begin = [command.name, ...(positionals[command.name] ?? [])];
  const names = [name, ...[option.alias ?? []].flat()];
  const isSwitch = option.type === 'boolean';
  const value = isSwitch ? [] : [sampleOf(option)];
  const once = (typed: string) => [`--${typed}`, ...value];
  return [
    ...names.map((typed) => ({
      what: `--${typed}, mistyped`,
      argv: [...begin, `--${typed}x`, ...value],
      says: [`There is no option --${typed}x. Did you mean "--`],
    })),
    // A switch that is on twice is on.
    ...(option.array === true || isSwitch
      ? []
      : [
          {
            what: 'given twice',
            argv: [...begin, ...once(name), ...once(name)],
            says: [`--${name} was given 2 times`],
          },
        ]),
    ...(isSwitch
      ? [
          {
            what: 'a switch with a value',
            argv: [...begin, `--${name}=maybe`],
            says: [`--${name} is a switch`, '"maybe"'],
          },
        ]
      : [
          ...names.map((typed) => ({
            what: `--${typed} without a value`,
            argv: [...begin, `--${typed}`],
            says: [`--${typed} needs a value`],
          })),
          {
            what: 'denied',
            argv: [...begin, `--no-${name}`],
            says: [`--${name} needs a value; there is no`],
          },
          ...(option.mayBeEmpty === true
            ? []
            : [{ what: 'empty', argv: [...begin, `--${name}=`], says: [`--${name}`] }]),
        ]),
  ];
}

test.each(commands.map((command) => [command.name, command] as const))(
  'every option and positional of %s has its rows',
  (name, command) => {
    const declared = [...Object.keys(command.positionals), ...Object.keys(command.options)];
    const known = Object.keys(table[name] ?? {});
    const how = `Give it a line in test/commands/bad-input/table.ts, under "${name}": nothingMore for a switch or free text, or choice, number, textFile, jsonFile, privateFile, output or trial(…) of row.ts for what can be wrong with it.`;
    expect(
      declared.filter((one) => !known.includes(one)),
      how,
    ).toEqual([]);
    expect(
      known.filter((one) => !declared.includes(one)),
      'The command has no such option any more.',
    ).toEqual([]);
  },
);

for (const command of commands) {
  describe(`legwork ${command.name}`, () => {
    for (const [name, option] of Object.entries(command.options)) {
      test.each(commonMistakes(command, name, option))(`--${name}: $what`, async ({ argv, says }) => {
        expectFailure(await legwork(argv), 1, says);
      });
    }

    for (const [name, { before: begin, rows }] of Object.entries(table[command.name] ?? {})) {
      const isOption = name in command.options;
      for (const row of rows) {
        const reason = impossible(row.value);
        const title = `${isOption ? `--${name}` : `<${name}>`}: ${row.what}`;
        if (reason !== undefined) process.stderr.write(`Skipped: ${title}, because ${reason}\n`);
        test.skipIf(reason !== undefined)(title, { timeout: 30_000 }, () =>
          tryRow([...begin, isOption ? `--${name}=${withFiles(row.value)}` : row.value], row),
        );
      }
    }
  });
}

async function tryRow(argv: readonly string[], row: Row): Promise<void> {
  const run = await legwork(argv);
  if (row.accepted !== true) {
    expectFailure(run, row.code, row.unnamed === true ? row.says : [...row.says, withFiles(row.value)]);
    return;
  }
  for (const text of row.says) expect(run.out + run.err).toContain(text);
  expect(run.code).toBe(row.code);
  expect(run.err).not.toMatch(/^\s+at .*[:(]/m);
}
