// @ts-nocheck
import { defineCommand } from './command.ts';
import { envFileOption } from './options.ts';
import type { RunArguments } from './run/plan.ts';

/** `legwork run`: exercises the flows and says what they showed. */
export const runCommand = defineCommand({
  name: 'run',
  summary: 'Run the OAuth flows with Newman, against the emulator or a real provider.',
  options: {
    target: {
      choices: ['emulator', 'live'] as const,
      describe:
        'Whom to run against; for LinkedIn the emulator is the default, for others the provider itself',
    },
    flow: {
      type: 'string',
      array: true,
      describe: 'Only these flows, such as client-credentials and three-legged',
    },
    provider: {
      type: 'string',
      default: 'linkedin',
      describe: 'linkedin, the path of a profile file, or an issuer URL',
    },
    environment: { type: 'string', describe: 'A Postman environment with settings for --target live' },
    'env-file': envFileOption,
    session: {
      type: 'string',
      describe: 'Sign in by a session that "legwork login --save-session" has kept, with --target live',
    },
    token: {
      choices: ['store'] as const,
      describe: 'Do not sign in: call the APIs with the token that "legwork login" has kept',
    },
    store: { type: 'string', describe: 'File with tokens, instead of the one in your data folder' },
    reporter: {
      type: 'string',
      array: true,
      describe:
        'html, junit, json, har, markdown (these five when left out), github, none, or any reporter of Newman: cli, progress, newman-json, newman-junit, htmlextra …',
    },
    reports: { type: 'string', describe: 'Folder for the reports; "reports" when left out' },
    verbose: { type: 'boolean', describe: 'Print every exchange, without secrets' },
    quiet: { type: 'boolean', describe: 'Print only what failed' },
    retries: {
      type: 'number',
      describe:
        "How often a request that may be repeated is tried again; 0: never; the profile's policy when left out",
    },
    targets: {
      type: 'string',
      describe: 'A CSV, JSON or YAML file of many targets to run, one app registration each',
    },
    name: {
      type: 'string',
      array: true,
      describe: 'With --targets: only those with these names; * stands for any characters, ! leaves out',
    },
    shard: {
      type: 'string',
      describe:
        'With --targets: the part I/N of them; CI systems that run jobs side by side say it themselves',
    },
    balance: {
      type: 'string',
      describe: 'With --shard: reports of a former run, so that all shards take about the same time',
    },
    workers: {
      type: 'number',
      describe: 'With --targets: threads; as many as the machine has when left out',
    },
    concurrency: { type: 'number', describe: 'With --targets: targets that a thread runs at once' },
    rate: {
      type: 'number',
      describe:
        'With --targets: requests to one host in a second; 10 when left out, no limit on this machine',
    },
    bail: { type: 'boolean', describe: 'With --targets: start no further target when one has failed' },
    timeout: { type: 'number', describe: 'Seconds that a flow may take; 300 when left out' },
  },
  examples: [
    ['$0 run', 'Run every flow against the emulator; needs no account'],
    ['$0 run --target live --flow client-credentials', 'Get an application token from LinkedIn itself'],
    ['$0 run --targets apps.csv --name "shop-*"', 'Run many app registrations side by side'],
    ['$0 run --reporter html htmlextra', 'Two reports, one of them by a reporter of Newman'],
  ],
  async run(args, io) {
    const settings: RunArguments = {
      target: args.target,
      flow: args.flow,
      provider: args.provider,
      environment: args.environment,
      envFile: args['env-file'],
      reports: args.reports,
      session: args.session,
      token: args.token,
      store: args.store,
      reporter: args.reporter,
      output: args.quiet ? 'quiet' : args.verbose ? 'verbose' : 'normal',
      retries: args.retries,
      timeout: args.timeout,
    };
    const [{ targetsArguments }, { loadParts }] = await Promise.all([
      import('./run/targets/arguments.ts'),
      import('./run/parts.ts'),
    ]);
    const many = targetsArguments(args);
    if (many !== undefined) {
      const { executeTargets } = await import('./run/targets/execute-targets.ts');
      return executeTargets({ ...settings, ...many }, io, await loadParts());
    }
    const { executeRun } = await import('./run/execute.ts');
    return executeRun(settings, io, await loadParts());
  },
});
