import type { ArgumentsOf, CommandOption } from '../option.ts';
import { envFileOption } from '../settings/env-file-option.ts';
import { providerOption } from '../settings/provider-option.ts';

const store = {
  type: 'string',
  describe: 'The token store to use instead of the one in your data folder',
} as const satisfies CommandOption;

/** The options of `legwork login`. */
export const loginOptions = {
  target: {
    choices: ['emulator', 'live'] as const,
    describe: 'Where to sign in; for a provider that is known by name, the emulator by default, to practice',
  },
  provider: providerOption,
  scope: { type: 'string', mayBeEmpty: true, describe: 'The scopes to request, separated by spaces' },
  'redirect-uri': { type: 'string', describe: 'One of the registered redirect URIs, on this computer' },
  pkce: {
    type: 'boolean',
    default: false,
    describe:
      'Use PKCE, at the endpoint for native clients where the provider has one; no secret is needed there',
  },
  browser: { type: 'boolean', default: true, describe: 'Open a browser; --no-browser shows the URL instead' },
  'show-token': { type: 'boolean', default: false, describe: 'Print the token itself' },
  timeout: {
    type: 'number',
    default: 300,
    range: { least: 0, most: 86_400, unit: 'seconds', above: true },
    describe: 'Seconds to wait for the sign-in',
  },
  store,
  force: { type: 'boolean', default: false, describe: 'Sign in again even if a valid token is stored' },
  certificate: { type: 'string', describe: 'PEM file with a certificate, for an https redirect_uri' },
  key: { type: 'string', describe: 'PEM file with the private key of the certificate' },
  'save-session': {
    type: 'string',
    describe: 'Save the browser session to this file, for "legwork run --session"',
  },
  'env-file': envFileOption,
} as const satisfies Readonly<Record<string, CommandOption>>;

/** What the command line says of a login, under the options' own names. */
export type LoginArguments = ArgumentsOf<typeof loginOptions>;

/** The options of `legwork token`. */
export const tokenOptions = {
  flow: {
    choices: ['member', 'client-credentials'] as const,
    describe: "A member's token, or the application's own; left out: a member's, and for \"list\" both",
  },
  format: {
    choices: ['bare', 'header', 'env', 'json', 'postman'] as const,
    default: 'bare' as const,
    describe: 'How to print it; "postman" is an environment to import',
  },
  target: {
    choices: ['emulator', 'live'] as const,
    describe: "Which token; for a provider that is known by name, the emulator's practice token by default",
  },
  provider: providerOption,
  scope: {
    type: 'string',
    mayBeEmpty: true,
    describe: 'Which token, when several are stored for one application',
  },
  store,
  'env-file': envFileOption,
} as const satisfies Readonly<Record<string, CommandOption>>;

/** What can be done with a stored token. */
export const tokenActions = ['print', 'list', 'introspect', 'revoke', 'forget'] as const;

/** What the command line says of a token, under the options' own names. */
export type TokenArguments = ArgumentsOf<typeof tokenOptions> & {
  readonly action: (typeof tokenActions)[number];
};

/** What the command line says of the provider and the application. */
export type SetupArguments = Pick<
  LoginArguments,
  'target' | 'provider' | 'env-file' | 'scope' | 'redirect-uri' | 'pkce'
>;
