/** What the emulator reads of a request: as much as a `Request` and a socket have in common. */
export interface Asked {
  /** In capitals. */
  readonly method: string;
  /** Absolute, and normalized as `URL` does. */
  readonly url: string;
  readonly headers: {
    /** Names count without regard to case; null where there is none. */
    readonly get: (name: string) => string | null;
    readonly has: (name: string) => boolean;
  };
  /** The body as UTF-8. */
  readonly text: () => Promise<string>;
}
