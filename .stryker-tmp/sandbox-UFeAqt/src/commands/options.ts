/**
 * Options that several verbs take.
 *
 * Node 20 takes `--env-file` for itself wherever it stands on the command line, and ends with a message of its own when
 * there is no such file. `--dotenv` is the same option by a name that Node leaves alone.
 */
// @ts-nocheck

export const envFileOption = {
  type: 'string',
  alias: 'dotenv',
  describe:
    'A file with environment variables instead of .env; best called --dotenv, as Node 20 has an --env-file of its own',
} as const;
