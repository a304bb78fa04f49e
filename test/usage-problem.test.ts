import { describe, expect, test } from 'vitest';
import { defineCommand } from '../src/commands/command.ts';
import { typedProblem, usageProblem } from '../src/usage-problem.ts';

const command = defineCommand({
  name: 'run',
  summary: 'Run something',
  options: {
    port: { type: 'number' },
    reporter: { type: 'string', array: true, alias: 'r', choices: ['json', 'junit'] },
    target: { type: 'string', demandOption: true },
    'no-color': { type: 'boolean' },
    bail: { type: 'boolean' },
    note: { type: 'string', mayBeEmpty: true },
  },
  examples: [],
  run: async () => 0,
});

describe('what yargs says is said with the options as they were typed', () => {
  test.each([
    ['Unknown argument: prot', ['run', '--prot=1'], 'There is no option --prot. Did you mean "--port"?'],
    ['Unknown arguments: a-b, aB', ['run', '--a-b', '-r', 'json'], 'There is no option --a-b.'],
    ['Unknown arguments: x, y', ['run', '-x', '-y', '-1'], 'There is no option -x. There is no option -y.'],
    ['Unknown argument: here', ['run', 'here', '--no-bail', '--no-color'], 'Too many arguments: here.'],
    ['Unknown argument: --prot', ['run', '--', '--prot'], 'Too many arguments: --prot.'],
    ['Missing required argument: target', ['run'], 'Missing: --target.'],
    ['Missing required arguments: target, port', ['run'], 'Missing: --target, --port.'],
    [
      'Invalid values:\n  Argument: reporter, Given: "jnuit", Choices: "json", "junit"',
      ['run'],
      '--reporter cannot be "jnuit". Did you mean "junit"? Possible: json, junit.',
    ],
    ['Arguments a and b are mutually exclusive', ['run'], 'Arguments a and b are mutually exclusive'],
  ])('%j', (message, argv, problem) => {
    expect(usageProblem(new Error(message), argv, command)).toBe(problem);
  });
});

describe('options that yargs would take for something else', () => {
  test.each([
    [['--no-target'], 'The option --target needs a value; there is no --no-target.'],
    [['--no-port=7'], 'The option --port needs a value; there is no --no-port.'],
    [['--target='], 'The option --target needs a value; it was given an empty one.'],
    [['--target', ''], 'The option --target needs a value; it was given an empty one.'],
    [
      ['-x', '--reporter', 'json', '--reporter='],
      'The option --reporter needs a value; it was given an empty one.',
    ],
    [['--note='], undefined],
    [['--bail=yes'], 'The option --bail is a switch and takes no value, not even "yes".'],
    [['--bail=false'], undefined],
    [['--no-bail', '--target', 'x', '--', '--no-target'], undefined],
  ])('%j: %s', (argv, problem) => {
    expect(typedProblem(argv, command)).toBe(problem);
  });
});
