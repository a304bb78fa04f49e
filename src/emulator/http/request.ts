/** Bytes; forms and posts have some kilobytes. */
export const MOST_BODY_BYTES = 1024 * 1024;

/** What the emulator reads of a request: as much as a `Request` and a socket have in common. */
export interface EmulatorRequest {
  /** In capitals. */
  readonly method: string;
  readonly url: URL;
  readonly headers: {
    /** Names count without regard to case; null where there is none. */
    readonly get: (name: string) => string | null;
    readonly has: (name: string) => boolean;
  };
  /** The body as UTF-8; undefined when it has more than {@link MOST_BODY_BYTES}, which are not kept. */
  readonly text: () => Promise<string | undefined>;
}

/** The same of what a client gives to `fetch`. */
export function requestFromFetch(request: Request): EmulatorRequest {
  const { method, url, headers } = request;
  return { method, url: new URL(url), headers, text: () => textOf(request.body) };
}

async function textOf(body: ReadableStream<Uint8Array> | null): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (length > MOST_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
