import { envFileOption } from '../settings/env-file-option.ts';
import { defineCommand } from './command.ts';

/** `legwork token`: a valid token for scripts, and what else can be done with stored ones. */
export const token = defineCommand({
  name: 'token',
  summary: 'Print a valid token, renewed when it is near its end; or look after stored tokens.',
  positionals: {
    action: {
      type: 'string',
      choices: ['print', 'list', 'introspect', 'revoke', 'forget'],
      default: 'print',
      describe: 'introspect asks the server about it, revoke ends it there, forget only removes it here',
    },
  },
  options: {
    flow: {
      choices: ['member', 'client-credentials'] as const,
      default: 'member' as const,
      describe: "The token of a member's login, or one of the application itself",
    },
    format: {
      choices: ['bare', 'header', 'env', 'json', 'postman'] as const,
      default: 'bare' as const,
      describe: 'postman is an environment, ready to import',
    },
    target: {
      choices: ['emulator', 'live'] as const,
      describe: 'Whose token; for LinkedIn the practice one of the emulator is the default',
    },
    provider: {
      type: 'string',
      default: 'linkedin',
      describe: 'linkedin, the path of a profile file, or an issuer URL',
    },
    scope: {
      type: 'string',
      mayBeEmpty: true,
      describe: 'Which token, when there are several of one application',
    },
    store: { type: 'string', describe: 'File with tokens, instead of the one in your data folder' },
    'env-file': envFileOption,
  },
  examples: [
    ['curl -H "$($0 token --target live --format header)" …', 'Call an API with the stored token'],
    ['$0 token --target live --flow client-credentials', 'A token of the application itself'],
    ['$0 token list', 'What is stored, without the tokens themselves'],
  ],
  async run(args, io) {
    const { runToken } = await import('../tokens/run-token.ts');
    return runToken(
      {
        action: args.action as 'print',
        flow: args.flow,
        format: args.format,
        target: args.target,
        provider: args.provider,
        scope: args.scope,
        store: args.store,
        envFile: args['env-file'],
      },
      io,
    );
  },
});
