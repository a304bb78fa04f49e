/**
 * The option that names a file with settings.
 *
 * Node 20 takes `--env-file` for itself wherever it stands on the command line, and ends with a message of its own when
 * there is no such file. `--dotenv` is the same option by a name that Node leaves alone.
 */
export const envFileOption = {
  type: 'string',
  alias: 'dotenv',
  shownAs: 'dotenv',
  describe:
    'A file with environment variables to read instead of .env; use the name --dotenv, because Node 20 has an --env-file of its own',
} as const;
