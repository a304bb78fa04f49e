// @ts-nocheck
import type { EventEmitter } from 'node:events';
import { inspect } from 'node:util';
import type { Exchange, Header, RunEvent } from './events.ts';

interface Cursor {
  readonly ref: string;
  readonly position: number;
  /** Set on everything that comes out of a script, requests that it sends included. */
  readonly scriptId?: string;
}

interface Scope {
  readonly values?: {
    readonly map: <Result>(make: (variable: { key?: unknown; value?: unknown }) => Result) => Result[];
  };
  /** What the script has set, by name, as `[name, value]`; a name alone where it was unset. */
  readonly mutations?: { readonly compacted?: Readonly<Record<string, readonly unknown[]>> };
}

interface SdkHeaders {
  readonly map: <Result>(
    make: (header: { key?: string; value?: string; disabled?: boolean }) => Result,
  ) => Result[];
}

interface SdkRequest {
  readonly method: string;
  readonly url: { readonly toString: () => string };
  readonly headers?: SdkHeaders;
  readonly body?: {
    readonly mode?: string;
    readonly urlencoded?: SdkHeaders;
    readonly isEmpty: () => boolean;
    readonly toString: () => string;
  };
}

interface SdkResponse {
  readonly code: number;
  readonly status?: string;
  readonly responseTime?: number;
  readonly headers: SdkHeaders;
  readonly size: () => { readonly body?: number };
  readonly text: () => string;
}

interface Reported {
  readonly cursor: Cursor;
  readonly script: { readonly id: string };
  readonly event: { readonly listen: string };
  readonly execution?: { readonly return?: { readonly nextRequest?: unknown } } & Readonly<
    Partial<Record<(typeof SCOPES)[number], Scope>>
  >;
  readonly assertion: string;
  readonly skipped: boolean;
  readonly error?: { readonly name?: string; readonly message?: string };
  readonly level: string;
  readonly messages: readonly unknown[];
  readonly request?: SdkRequest;
  readonly response?: SdkResponse;
}

type NewmanError = { readonly name?: string; readonly message?: string; readonly code?: string } | null;

const SCOPES = ['environment', 'collectionVariables', 'globals', '_variables'] as const;

/** Hands Newman's events on as plain data, so that nothing else has to know Newman's objects. */
export function translate(emitter: EventEmitter, hand: (event: RunEvent) => void): void {
  function on(name: string, make: (reported: Reported, error: NewmanError) => RunEvent | undefined): void {
    emitter.on(name, (error: NewmanError, reported: Reported | undefined) => {
      const event = reported?.cursor === undefined ? undefined : make(reported, error);
      if (event !== undefined) hand(event);
    });
  }

  on('beforeItem', ({ cursor }) => ({ type: 'visit-begun', visit: cursor.ref, position: cursor.position }));
  on('beforeScript', ({ cursor, script, event }) => ({
    type: 'script-begun',
    visit: cursor.ref,
    script: script.id,
    phase: event.listen === 'prerequest' ? 'prerequest' : 'test',
  }));
  on('script', ({ cursor, script, execution }, error) => ({
    type: 'script-ended',
    visit: cursor.ref,
    script: script.id,
    ...(error === null ? {} : { error: describeError(error) }),
    ...nextRequestOf(execution?.return),
    variables: SCOPES.flatMap((scope) => variablesOf(execution?.[scope])),
  }));
  on('exception', ({ cursor, error }) => ({
    type: 'exception',
    visit: cursor.ref,
    script: cursor.scriptId ?? '',
    error: describeError(error ?? null),
  }));
  on('assertion', ({ cursor, assertion, skipped }, error) => ({
    type: 'assertion',
    visit: cursor.ref,
    name: assertion,
    outcome: error !== null ? 'failed' : skipped ? 'skipped' : 'passed',
    ...(error === null ? {} : { message: error.message ?? '' }),
  }));
  on('console', ({ cursor, level, messages }) => ({
    type: 'console',
    visit: cursor.ref,
    level,
    text: messages.map(printed).join(' '),
  }));
  on('request', ({ cursor, request, response }, error) => {
    if (request === undefined) return undefined;
    const exchange = exchangeOf(request, response, error);
    return { type: cursor.scriptId === undefined ? 'sent' : 'script-sent', visit: cursor.ref, exchange };
  });
  on('item', ({ cursor }) => ({ type: 'visit-ended', visit: cursor.ref }));
}

function exchangeOf(request: SdkRequest, response: SdkResponse | undefined, error: NewmanError): Exchange {
  return {
    method: request.method,
    url: request.url.toString(),
    requestHeaders: headersOf(request.headers),
    requestBody: request.body === undefined || request.body.isEmpty() ? '' : request.body.toString(),
    ...formOf(request),
    ...(error === null ? {} : { error: describeError(error) }),
    ...(response === undefined
      ? {}
      : {
          answer: {
            status: response.code,
            reason: response.status ?? '',
            durationMs: response.responseTime ?? 0,
            bytes: response.size().body ?? 0,
            headers: headersOf(response.headers),
            body: response.text() ?? '',
          },
        }),
  };
}

function formOf({ body }: SdkRequest): Pick<Exchange, 'requestForm'> {
  if (body?.mode !== 'urlencoded' || body.urlencoded === undefined) return {};
  const fields = body.urlencoded.map(({ key, value, disabled }) =>
    disabled ? [] : [{ key: key ?? '', value: value ?? '' }],
  );
  return { requestForm: fields.flat() };
}

function headersOf(headers: SdkHeaders | undefined): Header[] {
  return headers?.map(({ key, value }) => ({ key: key ?? '', value: value ?? '' })) ?? [];
}

function nextRequestOf(result: { readonly nextRequest?: unknown } | undefined): {
  nextRequest?: string | null;
} {
  if (result?.nextRequest === undefined) return {};
  return { nextRequest: result.nextRequest === null ? null : String(result.nextRequest) };
}

/** All variables of an SDK scope; of a scope that came without them, those that were changed. */
function variablesOf(scope: Scope | undefined): { key: string; value: unknown }[] {
  const all = scope?.values?.map(({ key, value }) => ({ key: String(key), value })) ?? [];
  const changed = Object.values(scope?.mutations?.compacted ?? {});
  return [...all, ...changed.map(([key, value]) => ({ key: String(key), value }))];
}

function describeError(error: NewmanError): string {
  const message = error?.message ?? 'unknown error';
  return error?.name === undefined || error.name === 'Error' ? message : `${error.name}: ${message}`;
}

function printed(message: unknown): string {
  return typeof message === 'string'
    ? message
    : inspect(message, { depth: 4, breakLength: Number.POSITIVE_INFINITY });
}
