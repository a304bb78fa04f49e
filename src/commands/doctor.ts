import { failure } from '../failure.ts';
import { envFileOption } from '../settings/env-file-option.ts';
import { defineCommand } from './command.ts';

/** `legwork doctor`: says why OAuth was refused. */
export const doctor = defineCommand({
  name: 'doctor',
  summary: 'Say why OAuth was refused, and what to do: redirect_uri, errors, addresses, collections.',
  positionals: {
    what: {
      type: 'string',
      choices: ['redirect-uri', 'error', 'url', 'collection'],
      describe: 'What to look at; left out: the settings in the environment and in .env',
    },
    subject: {
      type: 'string',
      describe:
        'url: the address; error and collection: a file. "-" is standard input, which keeps a code out of the history of the shell',
    },
  },
  options: {
    requested: { type: 'string', mayBeEmpty: true, describe: 'redirect-uri: the value that is sent' },
    registered: {
      type: 'string',
      array: true,
      describe: 'redirect-uri: a value that is registered; may be given several times',
    },
    native: {
      type: 'boolean',
      describe: "The client uses LinkedIn's endpoint for native clients (PKCE): any loopback port is taken",
    },
    probe: {
      type: 'boolean',
      describe: 'redirect-uri: ask the authorization endpoint; it never logs in',
    },
    'client-id': { type: 'string', describe: 'redirect-uri --probe: the client_id to ask with' },
    scope: { type: 'string', describe: 'redirect-uri --probe: the scope to ask for' },
    target: {
      choices: ['emulator', 'live'] as const,
      describe: 'Whom to ask; servers other than on this computer only with "live"',
    },
    provider: {
      type: 'string',
      default: 'linkedin',
      describe: 'linkedin, the path of a profile file, or an issuer URL',
    },
    environment: { type: 'string', describe: 'collection: the Postman environment that goes with it' },
    'env-file': envFileOption,
    fix: {
      type: 'boolean',
      describe: 'collection: write a copy in which is mended what can be mended safely',
    },
    json: { type: 'boolean', describe: 'Print the diagnosis as JSON ("legwork schema diagnosis")' },
  },
  examples: [
    [
      '$0 doctor redirect-uri --requested http://localhost:3000/cb --registered http://localhost:3000/cb/',
      'Compare two addresses',
    ],
    ['$0 doctor error response.txt', 'Explain an answer that was saved to a file'],
    ['pbpaste | $0 doctor url -', 'Explain an address of the clipboard'],
    ['$0 doctor collection mine.json --environment live.json', 'Look for OAuth mistakes in a collection'],
  ],
  async run(args, io) {
    if (args.subject !== undefined && (args.what === undefined || args.what === 'redirect-uri')) {
      throw failure('USAGE', { problem: `Too many arguments: ${args.subject}.`, command: 'doctor' });
    }
    const { examine } = await import('./doctor/examine.ts');
    // yargs turns a lone "-" into an empty text.
    const subject = args.subject === '' ? '-' : args.subject;
    return examine({ ...args, subject, clientId: args['client-id'], envFile: args['env-file'] }, io);
  },
});
