import type { VariableValue } from '../../inert.ts';
import type { Place } from '../../places-in.ts';

/** One app registration to run against, as a file of targets describes it. */
export interface Target {
  /** Unique in its file. */
  readonly name: string;
  /** What --provider takes; left out: that of the run. */
  readonly provider?: string;
  /** The flow to run, or several with spaces between them; left out: those of the run. */
  readonly flow?: string;
  /** Variables of the collection by their names: `client_id`, `client_secret`, `redirect_uri`, `scope` … */
  readonly settings: Readonly<Record<string, VariableValue>>;
  /** The redirect URIs registered for its application, where the file says so. */
  readonly registeredRedirectUris?: readonly string[];
  /** Names of the settings that no output may show: what is secret by its name, or came out of the environment. */
  readonly secrets: readonly string[];
  /** Where it stands in the file. */
  readonly at: Place;
}
