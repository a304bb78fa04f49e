import { failure } from '../failure.ts';
import { envFileOption } from '../settings/env-file-option.ts';
import { defineCommand } from './command.ts';

/** A day, in seconds. */
const LONGEST = 86_400;

/** `legwork login`: a person signs in, in a browser, and the token is kept. */
export const login = defineCommand({
  name: 'login',
  summary: 'Sign in with your browser, captcha and all, and keep the token.',
  options: {
    target: {
      choices: ['emulator', 'live'] as const,
      describe: 'Whom to sign in at; for LinkedIn the emulator is the default, to practise',
    },
    provider: {
      type: 'string',
      default: 'linkedin',
      describe: 'linkedin, the path of a profile file, or an issuer URL',
    },
    scope: { type: 'string', mayBeEmpty: true, describe: 'What to ask for, separated by spaces' },
    'redirect-uri': { type: 'string', describe: 'One of the registered addresses, on this computer' },
    pkce: {
      type: 'boolean',
      default: false,
      describe: 'Use PKCE; for LinkedIn its endpoint for native clients, which takes no secret',
    },
    browser: { type: 'boolean', default: true, describe: 'Open one; --no-browser shows the address instead' },
    'show-token': { type: 'boolean', default: false, describe: 'Print the token itself' },
    timeout: { type: 'number', default: 300, describe: 'Seconds to wait for the sign-in' },
    store: { type: 'string', describe: 'File to keep tokens in, instead of the one in your data folder' },
    force: { type: 'boolean', default: false, describe: 'Log in although there is a good token' },
    certificate: { type: 'string', describe: 'PEM file, for an https redirect_uri' },
    key: { type: 'string', describe: 'PEM file with the private key of the certificate' },
    'save-session': {
      type: 'string',
      describe: 'Keep the session of the browser in this file, for "legwork run --session"',
    },
    'env-file': envFileOption,
  },
  examples: [
    ['$0 login', 'Practise with the emulator'],
    ['$0 login --target live', 'Get a token from LinkedIn, with LINKEDIN_CLIENT_ID and _SECRET set'],
    ['$0 login --target live --no-browser', 'On a machine without a browser: paste the address'],
  ],
  async run(args, io) {
    if (!(args.timeout > 0 && args.timeout <= LONGEST)) {
      throw failure('USAGE', {
        problem: `--timeout takes seconds, more than 0 and at most ${LONGEST}, not ${args.timeout}.`,
        command: 'login',
      });
    }
    const { runLogin } = await import('../tokens/run-login.ts');
    return runLogin(
      {
        target: args.target,
        provider: args.provider,
        envFile: args['env-file'],
        scope: args.scope,
        redirectUri: args['redirect-uri'],
        pkce: args.pkce,
        browser: args.browser,
        showToken: args['show-token'],
        timeout: args.timeout,
        store: args.store,
        force: args.force,
        certificate: args.certificate,
        key: args.key,
        saveSession: args['save-session'],
      },
      io,
    );
  },
});
