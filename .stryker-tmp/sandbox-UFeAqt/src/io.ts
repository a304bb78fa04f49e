/**
 * Every effect that the program has, in one value.
 *
 * Nothing but `cli.ts` touches `process`; no module reads the clock, randomness or global `fetch` by itself.
 * A test builds an `Io` of its own and needs no module mocks.
 */
// @ts-nocheck

export interface Io {
  /** Writes a result to standard output. */
  readonly out: (text: string) => void;
  /** Writes text for people to standard error. */
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Cryptographically strong random bytes. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** Whether text for people may carry colours (a terminal, and NO_COLOR is not set). */
  readonly color: boolean;
  /** Whether a person watches standard error: then a line of it may be written over. */
  readonly errIsTerminal?: boolean;
  /** Standard input; left out where there is none. */
  readonly stdin?: StandardInput;
  /** Aborted when the person presses Ctrl-C or the system asks the program to end. */
  readonly interrupted: AbortSignal;
  /** Waits some milliseconds; it returns early, without an error, when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Shows an address in the person's browser. It rejects when no browser could be started. */
  readonly openBrowser: (address: string) => Promise<void>;
  /** The next line of standard input; undefined at its end, and when the signal is aborted. */
  readonly readLine: (signal: AbortSignal) => Promise<string | undefined>;
  /** The folder where this user's programs keep their data, one below it for legwork. It may not exist yet. */
  readonly dataFolder: () => Promise<string>;
  readonly processes: Processes;
}

/** This process and its neighbours. */
interface Processes {
  readonly id: number;
  /** Number of the user; undefined where the system has no such thing. */
  readonly userId: number | undefined;
  readonly isAlive: (id: number) => boolean;
  /** How many threads the machine can run at once; 1 where it does not say. */
  readonly cores?: number;
}

/** What is piped or typed into the program. */
interface StandardInput {
  /** Whether a person types: then they must be told that the program waits. */
  readonly isTerminal: boolean;
  /**
   * Reads to the end, or until enough has come.
   *
   * @param limit bytes; what comes after them is left unread
   */
  readonly read: (limit: number) => Promise<Uint8Array>;
}
