import { failure } from '../failure.ts';
import { envFileOption } from '../settings/env-file-option.ts';
import { providerOption } from '../settings/provider-option.ts';
import { defineCommand } from './command.ts';
import { strayOption } from './doctor/stray-option.ts';

/** Whoever names no provider is asking about any. */
const { default: _, ...providerOfDoctor } = providerOption;

/** `legwork doctor`: explains why an OAuth request was rejected. */
export const doctor = defineCommand({
  name: 'doctor',
  summary:
    'Explain why an OAuth request was rejected and what to do: redirect_uri, errors, URLs, collections.',
  positionals: {
    what: {
      type: 'string',
      choices: ['redirect-uri', 'error', 'url', 'token', 'collection'],
      describe: 'What to check; by default the settings in the environment and in .env',
    },
    subject: {
      type: 'string',
      describe:
        'url: the URL; error: a text or a file; token and collection: a file. "-" reads standard input, which keeps a code out of the shell history',
    },
  },
  options: {
    requested: { type: 'string', mayBeEmpty: true, describe: 'redirect-uri: the value that is sent' },
    registered: {
      type: 'string',
      array: true,
      describe: 'redirect-uri: a registered value; may be given several times',
    },
    'application-type': {
      choices: ['web', 'native', 'spa'] as const,
      describe:
        'redirect-uri: what the application is registered as, where the rule of the provider depends on it',
    },
    probe: {
      type: 'boolean',
      describe: 'redirect-uri: ask the authorization endpoint, without signing in',
    },
    'client-id': {
      type: 'string',
      describe: 'redirect-uri --probe: the client_id to ask with; token: the client it should belong to',
    },
    audience: { type: 'string', describe: 'token: the API it should be meant for (claim "aud")' },
    scope: { type: 'string', describe: 'redirect-uri --probe: the scope to ask for' },
    target: {
      choices: ['emulator', 'live'] as const,
      describe: 'What to ask: a server that is not on this computer only with "live"',
    },
    provider: providerOfDoctor,
    environment: {
      type: 'string',
      describe: 'collection: the Postman environment that the collection is used with',
    },
    'env-file': envFileOption,
    fix: {
      type: 'boolean',
      describe: 'collection: write a corrected copy; only safe fixes are applied',
    },
    json: { type: 'boolean', describe: 'Print the diagnosis as JSON ("legwork schema diagnosis")' },
  },
  examples: [
    [
      '$0 doctor redirect-uri --requested http://localhost:3000/cb --registered http://localhost:3000/cb/',
      'Compare two redirect URIs',
    ],
    [
      '$0 doctor redirect-uri --provider github --requested https://a.example/cb/x --registered https://a.example/cb',
      "Compare them by GitHub's own rule",
    ],
    ['$0 doctor error response.txt', 'Explain a response saved to a file'],
    ['$0 doctor error "Error 400: redirect_uri_mismatch"', 'Explain a message, whichever provider shows it'],
    ['pbpaste | $0 doctor url -', 'Explain a URL from the clipboard'],
    ['pbpaste | $0 doctor token - --provider entra', 'Decode a token from the clipboard, and judge it'],
    ['$0 doctor collection mine.json --environment live.json', 'Find OAuth mistakes in a collection'],
  ],
  async run(args, io) {
    if (args.subject !== undefined && (args.what === undefined || args.what === 'redirect-uri')) {
      throw failure('USAGE', { problem: `Too many arguments: ${args.subject}.`, command: 'doctor' });
    }
    const stray = strayOption(args);
    if (stray !== undefined) throw failure('USAGE', { problem: stray, command: 'doctor' });
    const { examine } = await import('./doctor/examine.ts');
    // yargs turns a lone "-" into an empty text.
    const subject = args.subject === '' ? '-' : args.subject;
    return examine(
      {
        ...args,
        subject,
        provider: args.provider ?? providerOption.default,
        namedProvider: args.provider,
        applicationType: args['application-type'],
        clientId: args['client-id'],
        envFile: args['env-file'],
      },
      io,
    );
  },
});
