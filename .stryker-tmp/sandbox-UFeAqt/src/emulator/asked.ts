/** What the emulator reads of a request: as much as a `Request` and a socket have in common. */
// @ts-nocheck

export interface Asked {
  /** In capitals. */
  readonly method: string;
  readonly url: URL;
  readonly headers: {
    /** Names count without regard to case; null where there is none. */
    readonly get: (name: string) => string | null;
    readonly has: (name: string) => boolean;
  };
  /** The body as UTF-8. */
  readonly text: () => Promise<string>;
}

/** The same of what a client gives to `fetch`. */
export function askedOf(request: Request): Asked {
  const { method, url, headers } = request;
  return { method, url: new URL(url), headers, text: () => request.text() };
}
