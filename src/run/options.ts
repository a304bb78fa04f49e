import type { ArgumentsOf, CommandOption } from '../option.ts';
import { envFileOption } from '../settings/env-file-option.ts';
import { providerOption } from '../settings/provider-option.ts';

const ONE_ACCOUNT = 'is for one account, --targets for many';

/** The options of `legwork run`. */
export const runOptions = {
  target: {
    choices: ['emulator', 'live'] as const,
    describe:
      'What to run against: the emulator (the default for a provider that is known by name) or the provider itself',
  },
  flow: {
    type: 'string',
    array: true,
    describe: 'Only these flows, such as client-credentials and three-legged',
  },
  provider: providerOption,
  environment: {
    type: 'string',
    describe: 'A Postman environment with settings for --target live',
    forLive: true,
  },
  'env-file': { ...envFileOption, forLive: true },
  session: {
    type: 'string',
    describe: 'Sign in with a session that "legwork login --save-session" has saved, with --target live',
    forLive: true,
    notWith: {
      token: '--session signs in and --token store does not',
      targets: `--session ${ONE_ACCOUNT}`,
    },
  },
  token: {
    choices: ['store'] as const,
    describe: 'Do not sign in: call the APIs with the token that "legwork login" has stored',
    forLive: true,
    notWith: { targets: `--token ${ONE_ACCOUNT}` },
  },
  store: { type: 'string', describe: 'The token store to use instead of the one in your data folder' },
  reporter: {
    type: 'string',
    array: true,
    describe:
      'html, junit, json, har, markdown (these five by default), github, none, or any reporter of Newman: cli, progress, newman-json, newman-junit, htmlextra …',
  },
  reports: { type: 'string', describe: 'Folder for the reports; "reports" by default' },
  verbose: { type: 'boolean', describe: 'Print every exchange, without secrets' },
  quiet: { type: 'boolean', describe: 'Print only what failed' },
  'hide-bodies': {
    type: 'boolean',
    describe: 'Mask every value in the bodies of requests and responses, whatever it is',
  },
  retries: {
    type: 'number',
    range: { least: 0, most: 20 },
    describe:
      'How often a request that is safe to repeat is retried; 0: never; by default what the profile says',
  },
  targets: {
    type: 'string',
    describe: 'A CSV, JSON or YAML file of many targets to run, one app registration each',
  },
  name: {
    type: 'string',
    array: true,
    onlyWith: 'targets',
    describe: 'With --targets: only those with these names; * stands for any characters, ! excludes',
  },
  shard: {
    type: 'string',
    onlyWith: 'targets',
    describe:
      "With --targets: run part I/N of them; by default taken from the CI system's own variables when it runs parallel jobs",
  },
  balance: {
    type: 'string',
    onlyWith: 'targets',
    describe: 'With --shard: reports of an earlier run, so that all shards take about the same time',
  },
  workers: {
    type: 'number',
    onlyWith: 'targets',
    range: { least: 1, most: 256 },
    describe: 'With --targets: worker threads; one for each core by default',
  },
  concurrency: {
    type: 'number',
    onlyWith: 'targets',
    range: { least: 1, most: 100 },
    describe: 'With --targets: how many targets each thread runs at once',
  },
  rate: {
    type: 'number',
    onlyWith: 'targets',
    range: { least: 0.01, most: 100_000, unit: 'requests a second' },
    describe: 'With --targets: requests a second to one host; 10 by default, no limit on this machine',
  },
  bail: {
    type: 'boolean',
    onlyWith: 'targets',
    describe: 'With --targets: start no further target after one has failed',
  },
  timeout: {
    type: 'number',
    range: { least: 0, most: 86_400, unit: 'seconds', above: true },
    describe: 'Seconds that a flow may take; 300 by default',
  },
} as const satisfies Readonly<Record<string, CommandOption>>;

/** What the command line says of a run, under the options' own names. */
export type RunArguments = ArgumentsOf<typeof runOptions>;

/** The arguments of a run of many targets. */
export type BatchArguments = RunArguments & { readonly targets: string };

/** How much is printed: `quiet` what failed, `verbose` every exchange, too. */
export type Output = 'quiet' | 'normal' | 'verbose';

export function outputOf({ quiet, verbose }: Pick<RunArguments, 'quiet' | 'verbose'>): Output {
  return quiet ? 'quiet' : verbose ? 'verbose' : 'normal';
}
