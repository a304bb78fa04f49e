import { expect, test } from 'vitest';
import type { CommandOption } from '../../src/option.ts';
import { nextCommand } from '../../src/run/next-command.ts';
import { type RunArguments, runOptions } from '../../src/run/options.ts';
import { failed as failedAssertion, flow, run, step } from '../reports/sample.ts';
import { argumentsWith } from './run-support.ts';

const failed = run([flow('three-legged', 'Login', { outcome: 'failed' })], 'failed');
const unrun = run([flow('three-legged', 'Login', { outcome: 'not-run' })], 'incomplete');

test('after a passed run there is nothing more to type', () => {
  expect(nextCommand(run([flow('a', 'A')]), argumentsWith())).toBeUndefined();
});

test('a failed flow is run again with everything that is printed', () => {
  expect(nextCommand(failed, argumentsWith({ quiet: true }))).toBe(
    'legwork run --flow three-legged --verbose',
  );
  expect(nextCommand(failed, argumentsWith({ verbose: true }))).toBeUndefined();
});

test('the command repeats every option that was given, so that none is forgotten', () => {
  const sample = (name: string): unknown => {
    const option: CommandOption = runOptions[name as keyof typeof runOptions];
    if (option.choices !== undefined) return option.choices.at(-1);
    if (option.array === true) return [`a ${name}`];
    if (option.type === 'number') return 7;
    return option.type === 'boolean' ? true : `a ${name}`;
  };
  for (const name of Object.keys(runOptions)) {
    if (name === 'flow') continue;
    const option: CommandOption = runOptions[name as keyof typeof runOptions];
    const args = argumentsWith({ [name]: sample(name) } as Partial<RunArguments>);
    expect(nextCommand(unrun, args), name).toContain(`--${option.shownAs ?? name}`);
  }
});

function rejected(asked: string, registered?: readonly string[]) {
  const message = 'The redirect_uri does not match the registered value';
  const steps = [step('Ask', { outcome: 'failed', assertions: [failedAssertion('goes on', message)] })];
  const legs = [{ kind: 'authorization', step: 0, redirectUri: asked, scopeAsked: [] }];
  const known = registered === undefined ? {} : { registeredRedirectUris: registered };
  return run([flow('a', 'A', { outcome: 'failed', steps, legs, ...known } as never)], 'failed');
}

test('after a rejected redirect_uri it is the doctor, with the values filled in', () => {
  expect(nextCommand(rejected('http://a/cb', ['http://a/x', 'http://a/y?z']), argumentsWith())).toBe(
    "legwork doctor redirect-uri --provider linkedin --requested http://a/cb --registered http://a/x --registered 'http://a/y?z'",
  );
});

test('where nobody knows what is registered, the doctor asks the same server', () => {
  const args = argumentsWith({ provider: 'my profile.json', target: 'live' });
  expect(nextCommand(rejected('http://a/cb'), args)).toBe(
    "legwork doctor redirect-uri --provider 'my profile.json' --requested http://a/cb --probe --target live",
  );
});
