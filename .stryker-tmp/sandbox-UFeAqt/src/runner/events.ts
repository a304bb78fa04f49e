/** What Newman reported, as plain data. `visit` is the same for everything that belongs to one visit of a request. */
// @ts-nocheck

export type RunEvent =
  | { readonly type: 'visit-begun'; readonly visit: string; readonly position: number }
  | {
      readonly type: 'script-begun';
      readonly visit: string;
      readonly script: string;
      readonly phase: ScriptPhase;
    }
  | {
      readonly type: 'script-ended';
      readonly visit: string;
      readonly script: string;
      readonly error?: string;
      /** What the script gave to `setNextRequest`; left out where it gave nothing. */
      readonly nextRequest?: string | null;
      /** All variables that the script could see, as it left them. */
      readonly variables: readonly { readonly key: string; readonly value: unknown }[];
    }
  | { readonly type: 'exception'; readonly visit: string; readonly script: string; readonly error: string }
  | {
      readonly type: 'assertion';
      readonly visit: string;
      readonly name: string;
      readonly outcome: 'passed' | 'failed' | 'skipped';
      readonly message?: string;
    }
  | { readonly type: 'console'; readonly visit: string; readonly level: string; readonly text: string }
  | { readonly type: 'sent'; readonly visit: string; readonly exchange: Exchange }
  /** `pm.sendRequest`: no step of its own, but its answer may hold secrets. */
  | { readonly type: 'script-sent'; readonly visit: string; readonly exchange: Exchange }
  | { readonly type: 'visit-ended'; readonly visit: string };

export type ScriptPhase = 'prerequest' | 'test';

/** A request as it was sent, and what came back. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: readonly Header[];
  readonly requestBody: string;
  /** The fields of a form that Newman encodes itself, as they are before that. */
  readonly requestForm?: readonly Header[];
  /** Why nothing came back. */
  readonly error?: string;
  readonly answer?: {
    readonly status: number;
    readonly reason: string;
    readonly durationMs: number;
    readonly bytes: number;
    readonly headers: readonly Header[];
    readonly body: string;
  };
}

export interface Header {
  readonly key: string;
  readonly value: string;
}
