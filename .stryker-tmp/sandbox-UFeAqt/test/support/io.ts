// @ts-nocheck
import type { Io } from '../../src/io.ts';

/** An Io that touches nothing, and the texts that were written to it. */
export interface TestIo extends Io {
  /** Everything that went to standard output so far. */
  readonly written: () => string;
  /** Everything that went to standard error so far. */
  readonly said: () => string;
}

/**
 * Builds an Io for a test: no network, an empty environment, a clock that stands still, bytes that count upwards.
 *
 * @param overrides the effects that the test cares for: `testIo({ fetch: async () => new Response('{}') })`
 */
export function testIo(overrides: Partial<Io> = {}): TestIo {
  const out: string[] = [];
  const err: string[] = [];
  let nextByte = 0;
  return {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env: {},
    cwd: '/nowhere',
    fetch: async (input) => {
      throw new Error(`The test did not expect a request to ${input instanceof Request ? input.url : input}`);
    },
    now: () => Date.UTC(2026, 8, 1),
    // Values that count upwards differ from call to call, as real ones do, and are the same in each run.
    randomBytes: (length) => Uint8Array.from({ length }, () => nextByte++ % 256),
    color: false,
    interrupted: new AbortController().signal,
    sleep: async () => {},
    openBrowser: async (address) => {
      throw new Error(`The test did not expect a browser to open ${address}`);
    },
    readLine: async () => undefined,
    dataFolder: async () => '/nowhere',
    processes: { id: 1, userId: undefined, isAlive: () => true },
    ...overrides,
    written: () => out.join(''),
    said: () => err.join(''),
  };
}
