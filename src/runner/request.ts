import type { Io } from '../io.ts';
import type { VerifyIdToken } from './id-tokens.ts';
import type { Explain } from './refusal.ts';
import type { FlowResult, Step } from './result.ts';

/** A value that no output may show, and the name that stands in its place. */
export interface Secret {
  readonly name: string;
  readonly value: string;
}

/** A Postman variable; `type: 'secret'` makes its value a {@link Secret}. */
export interface Variable {
  readonly key: string;
  readonly value: string;
  readonly type?: string;
}

/** Milliseconds. */
export interface Timeouts {
  /** One HTTP request. */
  readonly request: number;
  /** One script, its asynchronous parts included. */
  readonly script: number;
  /** The whole collection. */
  readonly run: number;
}

/** One collection to run. */
export interface RunRequest {
  /** Id of the flow: `three-legged`. */
  readonly flow: string;
  readonly title: string;
  /** Postman collection v2.1 as plain JSON. */
  readonly collection: object;
  readonly environment: { readonly values: readonly Variable[] };
  /** Secrets besides the environment variables of type `secret`. */
  readonly secrets: readonly Secret[];
  /** The server is on this machine: proxy settings of the environment must not capture its requests. */
  readonly loopback: boolean;
  readonly timeouts: Timeouts;
  /** Cookies to begin with: a jar as tough-cookie serializes it. Without it the run begins with none. */
  readonly cookies?: object;
  /** Says which error case of the provider a refusal is. */
  readonly explain?: Explain;
  /** Verifies the signatures of id_tokens when the run is done; left out where nobody knows the provider's keys. */
  readonly verifyIdToken?: VerifyIdToken;
  /** The name that `--provider` takes, of a provider that has one. */
  readonly providerId?: string;
  /** The redirect addresses that are registered for the client, where that is known. */
  readonly registeredRedirectUris?: readonly string[];
  /** No value of a body may be shown, whatever it is. */
  readonly hideBodies?: boolean;
}

/** The effects that running a collection needs. */
export type RunnerIo = Pick<Io, 'now' | 'interrupted'>;

/** Told about a run while it goes on, in the order of the flows. */
export interface Observer {
  /** A script begins. */
  readonly script?: () => void;
  readonly step?: (flow: RunRequest, step: Step) => void;
  readonly flow?: (flow: FlowResult) => void;
}

/** Generous for a server on the other side of the world, and short enough for a CI job. */
export const defaultTimeouts: Timeouts = { request: 30_000, script: 30_000, run: 300_000 };
