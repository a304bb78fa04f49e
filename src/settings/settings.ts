import { own, ownSettings, type VariableValue } from '../inert.ts';

/** Variables that a person can set, besides those that a flow requires. */
const SETTABLE = ['client_id', 'client_secret', 'redirect_uri', 'scope', 'username', 'password', 'publish'];

/** Where settings come from; the first source that has a value wins. An empty value is none. */
export interface SettingSources {
  /** The environment of the program. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A `.env` file. */
  readonly envFile: Readonly<Record<string, string | undefined>>;
  /** Variables of a Postman environment, by their own names. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Name of the environment variable for a Postman variable: `GITHUB_CLIENT_ID` for `client_id`. */
function settingName(prefix: string, variable: string): string {
  return `${prefix}_${variable.toUpperCase()}`;
}

/**
 * Collects what a person has set for a run against a real provider.
 *
 * @param prefix of the provider's environment variables, `GITHUB`
 * @param required variables that the flows ask for
 * @returns values by the name of the Postman variable; all of the Postman environment's are among them
 */
export function settingsFrom(
  sources: SettingSources,
  prefix: string,
  required: readonly string[],
): Record<string, VariableValue> {
  const settings = ownSettings({ ...sources.environment });
  for (const variable of new Set([...SETTABLE, ...required])) {
    const name = settingName(prefix, variable);
    const value = sources.env[name] || sources.envFile[name];
    if (value) settings[variable] = own(value);
  }
  return settings;
}

/** Environment variables that somebody has to set before a flow can run. */
export function missingSettings(
  prefix: string,
  required: readonly string[],
  settings: Readonly<Record<string, string>>,
): string[] {
  return required.filter((variable) => !settings[variable]).map((variable) => settingName(prefix, variable));
}
