import { failure } from '../failure.ts';
import { tokenActions, tokenOptions } from '../tokens/options.ts';
import { defineCommand } from './command.ts';

/** `legwork token`: a valid token for scripts, and the other things to do with stored tokens. */
export const token = defineCommand({
  name: 'token',
  summary: 'Print a valid token, renewed when it expires soon; or manage stored tokens.',
  positionals: {
    action: {
      type: 'string',
      choices: tokenActions,
      default: 'print',
      describe:
        'introspect reports whether the token is active, revoke ends it at the server, forget removes it from this computer only',
    },
  },
  options: tokenOptions,
  examples: [
    ['curl -H "$($0 token --target live --format header)" …', 'Call an API with the stored token'],
    ['$0 token --target live --flow client-credentials', "Print the application's own token"],
    ['$0 token list', 'List what is stored, without the tokens themselves'],
  ],
  run: async (args, io) => {
    if (args.action !== 'print' && args.format !== 'bare') {
      throw failure('USAGE', {
        problem: `--format is for printing a token, not for "token ${args.action}".`,
        command: 'token',
      });
    }
    const { runToken } = await import('../tokens/run-token.ts');
    // yargs has checked the choice, which its types of positionals do not know.
    return runToken(args as typeof args & { action: (typeof tokenActions)[number] }, io);
  },
});
