/**
 * What a run showed. It is made once, after the last request, and every report is a rendering of it.
 *
 * There is no secret in it: free text is {@link Redacted}, which only a redactor makes. Bodies are not kept.
 */
declare const redacted: unique symbol;

/** Text in which every secret that the run knew stands as its name, `‹client_secret›`; it has no control characters. */
export type Redacted = string & { readonly [redacted]: true };

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

/** What a server answered. */
export interface Answer {
  readonly status: number;
  /** Reason phrase, `Found`; may be empty. */
  readonly reason: Redacted;
  /** From the first byte sent to the last byte received, in milliseconds. */
  readonly durationMs: number;
  /** Size of the body as it came over the wire, in bytes. */
  readonly bytes: number;
}

/** One visit of one request of the collection. A request that is repeated has as many steps as visits. */
export interface Step {
  readonly name: Redacted;
  /** 1 for the first visit of this request. */
  readonly visit: number;
  readonly method: Redacted;
  /** As it was sent; as it stands in the collection where nothing was sent. */
  readonly url: Redacted;
  /** `skipped`: its own script said so. `not-reached`: the run ended before it. */
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'not-reached';
  readonly skipReason?: Redacted;
  /** Left out where nothing was sent or nothing came back. */
  readonly answer?: Answer;
  readonly assertions: readonly Assertion[];
  readonly console: readonly ConsoleLine[];
}

/** One collection run against one target. */
export interface FlowResult {
  readonly flow: Redacted;
  readonly title: Redacted;
  readonly outcome: 'passed' | 'failed' | 'not-run';
  /** Why it was not run, or not to its end. */
  readonly reason?: Redacted;
  /** The person or the system ended the run while this flow was under way or waiting. */
  readonly interrupted: boolean;
  readonly durationMs: number;
  /** Checks of the flow as a whole; empty when there is nothing to complain about. */
  readonly checks: readonly Assertion[];
  readonly steps: readonly Step[];
}

/** `incomplete`: nothing failed, but something that was asked for was not run to its end. */
export type RunOutcome = 'passed' | 'failed' | 'incomplete';

export interface RunResult {
  /** Version of this shape; it changes when a reader would have to. */
  readonly version: 1;
  readonly tool: Redacted;
  readonly target: 'emulator' | 'live';
  /** Name of the provider. */
  readonly provider: Redacted;
  /** ISO 8601, UTC. */
  readonly startedAt: Redacted;
  readonly durationMs: number;
  readonly outcome: RunOutcome;
  readonly flows: readonly FlowResult[];
}
