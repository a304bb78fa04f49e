import type { ErrorPlace } from '../../providers/error-case.ts';
import type { Step } from '../flow.ts';

/** A request that must be refused, and with which of the provider's error cases. */
export interface Provocation {
  /** Key of the case in the profile. Where the profile has no such case, the request is left out. */
  readonly refusal: string;
  /** Of its step, where several provoke the same case. */
  readonly key?: string;
  readonly name: string;
  /** Markdown: what is wrong with the request. */
  readonly wrong: string;
  readonly request: Pick<Step, 'method' | 'url' | 'query' | 'headers' | 'body' | 'auth'>;
  /** Values of the placeholders in the text of the case, as far as they are known beforehand. */
  readonly values?: Readonly<Record<string, string>>;
  /** Where it shows, if not at the place of the case. The status is then not documented. */
  readonly place?: ErrorPlace;
  /** Variables without which it would show nothing; it is skipped then. */
  readonly needs?: readonly string[];
  /** Said after the names of those variables. */
  readonly why?: string;
  /** Any one of these scopes must have been granted. */
  readonly scopes?: readonly string[];
  /** None of these scopes may have been granted. */
  readonly withoutScopes?: readonly string[];
  /** A server that does not refuse it would publish something. */
  readonly publishes?: true;
  /** Presses Cancel on the page that comes, in the session of the browser. */
  readonly cancels?: true;
  /** The client authenticates by HTTP Basic. */
  readonly basic?: true;
}

/** What a folder of the collection is made from. Steps are not rejected: they prepare for others. */
export interface RefusalFolder {
  /** As that of a step. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly parts: readonly (Provocation | Step)[];
}

export function isStep(part: Provocation | Step): part is Step {
  return !('refusal' in part);
}
