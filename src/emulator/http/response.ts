import type { FaultRule } from '../faults/parse-fault.ts';

/**
 * The response of an endpoint, as plain data: only the edges make a `Response` or write to a socket, because making a
 * `Response` costs more than most endpoints do.
 */
export interface EmulatorResponse {
  readonly status: number;
  /** The words behind the status; the usual ones if left out. */
  readonly statusText?: string;
  /** Names in lower case; a name may come more than once. */
  readonly headers: readonly Header[];
  /** Empty for none. */
  readonly body: string;
  /** The faults by which it travels badly, in their order. */
  readonly delivery?: readonly FaultRule[];
}

export type Header = readonly [name: string, value: string];

/** The value of a header; undefined where there is none. */
export function headerOf({ headers }: EmulatorResponse, wanted: string): string | undefined {
  return headers.find(([name]) => name === wanted)?.[1];
}

/** The same response with another value for one header. */
export function withHeader(response: EmulatorResponse, name: string, value: string): EmulatorResponse {
  const others = response.headers.filter(([other]) => other !== name);
  return { ...response, headers: [...others, [name, value]] };
}

/** The response as what `fetch` returns. */
export function responseOf({ status, statusText = '', headers, body }: EmulatorResponse): Response {
  // The constructor refuses a status outside of 200 to 599; whoever asks the object is told the right one.
  const isUsual = status <= 599;
  const all = new Headers();
  for (const [name, value] of headers) all.append(name, value);
  const response = new Response(body === '' ? null : body, {
    status: isUsual ? status : 200,
    statusText,
    headers: all,
  });
  return isUsual
    ? response
    : Object.defineProperties(response, { status: { value: status }, ok: { value: false } });
}
