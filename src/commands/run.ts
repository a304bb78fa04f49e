import { runOptions } from '../run/options.ts';
import { defineCommand } from './command.ts';

/** `legwork run`: runs the flows and reports what happened. */
export const runCommand = defineCommand({
  name: 'run',
  summary: 'Run the OAuth flows with Newman, against the emulator or a real provider.',
  options: runOptions,
  examples: [
    ['$0 run', 'Run every flow against the emulator; needs no account'],
    ['$0 run --target live --flow client-credentials', 'Get an application token from LinkedIn itself'],
    ['$0 run --targets apps.csv --name "shop-*"', 'Run many app registrations in parallel'],
    ['$0 run --reporter html htmlextra', 'Write two reports, one of them with a Newman reporter'],
  ],
  async run(args, io) {
    const { loadParts } = await import('../run/parts.ts');
    const { targets } = args;
    if (targets === undefined) {
      const { executeRun } = await import('../run/execute.ts');
      return executeRun(args, io, await loadParts());
    }
    const { executeTargets } = await import('../batch/execute-targets.ts');
    return executeTargets({ ...args, targets }, io, await loadParts());
  },
});
