import type { Redacted } from '../redaction/redacted.ts';
import type { Leg } from './oauth-legs.ts';

/**
 * What a run showed. It is made once, after the last request, and every report is a rendering of it.
 *
 * There is no secret in it: free text is {@link Redacted}, which only a redactor makes.
 * docs/run-result.md describes it for readers of report.json; schemas/run-result.schema.json is its JSON Schema.
 */
/** One thing that was checked. Names that begin with `legwork: ` are the runner's own checks. */
export interface Assertion {
  readonly name: Redacted;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why it failed and, for the runner's own checks, what to do. */
  readonly message?: Redacted;
  /** The check could not be made: nothing came back, or a script broke. JUnit calls that an error. */
  readonly broken?: true;
}

export interface ConsoleLine {
  readonly level: 'log' | 'info' | 'warn' | 'error' | 'debug';
  readonly text: Redacted;
}

/** A header, a parameter of an address, or a field of a form; names may occur more than once. */
export interface Field {
  readonly name: Redacted;
  /** Decoded. */
  readonly value: Redacted;
}

/** A body that is no form. */
export interface Body {
  readonly text: Redacted;
  /** Whether the text is only its beginning. */
  readonly cut: boolean;
}

/** A cookie that an answer set, without its value. */
export interface SetCookie {
  readonly name: Redacted;
  readonly domain?: Redacted;
  readonly path?: Redacted;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite?: Redacted;
  /** The answer deletes it. */
  readonly deleted: boolean;
}

/** Who plays a part in a flow, besides the client. */
export type Party = 'authorization-server' | 'callback' | 'api';

/** Where a redirect leads. Redirects are not followed: what comes next is an exchange of its own. */
interface Redirect {
  /** Without its parameters. */
  readonly address: Redacted;
  readonly parameters: readonly Field[];
  /** `callback`: the redirect_uri of the flow, which is never called. */
  readonly to: Party;
}

/** What a server answered. */
export interface Answer {
  readonly status: number;
  /** Reason phrase, `Found`; may be empty. */
  readonly reason: Redacted;
  /** From the first byte sent to the last byte received, in milliseconds. */
  readonly durationMs: number;
  /** Size of the body as it came over the wire, in bytes. */
  readonly bytes: number;
  readonly headers: readonly Field[];
  readonly cookies: readonly SetCookie[];
  readonly redirect?: Redirect;
  /** Kept where it is JSON, and where the step failed. */
  readonly body?: Body;
}

/** A request as it was sent, and what came back. */
export interface Exchange {
  /** `script`: sent by `pm.sendRequest`. */
  readonly by: 'step' | 'script';
  readonly to: Exclude<Party, 'callback'>;
  readonly method: Redacted;
  readonly url: Redacted;
  /** When the answer was there or given up, in milliseconds since 1970. */
  readonly endedAt: number;
  readonly headers: readonly Field[];
  /** Parameters of the address. */
  readonly query: readonly Field[];
  /** Fields of an `application/x-www-form-urlencoded` body. */
  readonly form: readonly Field[];
  readonly body?: Body;
  /** Why nothing came back. */
  readonly error?: Redacted;
  readonly answer?: Answer;
}

/** The error case of the provider's profile that a failed step matches. */
export interface Explanation {
  /** Code of the problem, `rejected-redirect-uri-mismatch`: the same that `legwork doctor` gives it. */
  readonly id: Redacted;
  /** The problem in a sentence. */
  readonly title: Redacted;
  readonly cause: Redacted;
  readonly remedy: Redacted;
  /** The page that says more, from the root of the package. */
  readonly page: Redacted;
}

/** One visit of one request of the collection. A request that is repeated has as many steps as visits. */
export interface Step {
  readonly name: Redacted;
  /** Names of the folders that it lies in, the outermost first. */
  readonly folders: readonly Redacted[];
  /** 1 for the first visit of this request. */
  readonly visit: number;
  readonly method: Redacted;
  /** As it was sent; as it stands in the collection where nothing was sent. */
  readonly url: Redacted;
  /**
   * `retried`: nothing was judged, and the request was sent again; that is the next step. `skipped`: its own script said
   * so. `not-reached`: the run ended before it.
   */
  readonly outcome: 'passed' | 'failed' | 'retried' | 'skipped' | 'not-reached';
  readonly skipReason?: Redacted;
  /** Which try this was, from 1, of a request that was tried more than once; left out where there was one. */
  readonly attempt?: number;
  /** Why a `retried` step was not judged, and when the request was sent again. */
  readonly retryReason?: Redacted;
  /** Why it was not tried again, although it may be repeated and its trouble may pass. */
  readonly endOfRetries?: Redacted;
  /** The step's own request, and those that its scripts sent, in the order of their answers. */
  readonly exchanges: readonly Exchange[];
  /** What the doctor says of the error response that the step got. */
  readonly explanation?: Explanation;
  readonly assertions: readonly Assertion[];
  readonly console: readonly ConsoleLine[];
}

/** One collection run against one target. */
export interface FlowResult {
  readonly flow: Redacted;
  readonly title: Redacted;
  /** Name of the target, in a run of many. */
  readonly targetName?: Redacted;
  /** Name of the target's provider, in a run of many. */
  readonly provider?: Redacted;
  readonly outcome: 'passed' | 'failed' | 'not-run';
  /** Why it was not run, or not to its end. */
  readonly reason?: Redacted;
  /** A person, the system or the clock ended the run while this flow was under way or waiting. */
  readonly interrupted: boolean;
  readonly durationMs: number;
  /** Checks of the flow as a whole; empty when there is nothing to complain about. */
  readonly checks: readonly Assertion[];
  readonly steps: readonly Step[];
  /** What OAuth was asked for and given, leg by leg. */
  readonly legs: readonly Leg[];
  /** The name that `--provider` takes, of a provider that has one. */
  readonly providerId?: Redacted;
  /** The redirect addresses that are registered for the client, where that is known. */
  readonly registeredRedirectUris?: readonly Redacted[];
}

/** `incomplete`: nothing failed, but something that was asked for was not run to its end. */
export type RunOutcome = 'passed' | 'failed' | 'incomplete';

export interface RunResult {
  /** Version of this shape; it changes when a reader would have to. */
  readonly version: 2;
  readonly tool: Redacted;
  readonly target: 'emulator' | 'live';
  /** Name of the provider. */
  readonly provider: Redacted;
  /** ISO 8601, UTC. */
  readonly startedAt: Redacted;
  readonly durationMs: number;
  readonly outcome: RunOutcome;
  /** Some flow was ended before its time. */
  readonly interrupted: boolean;
  readonly flows: readonly FlowResult[];
}
