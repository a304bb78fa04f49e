/** Enough for any test run, and little enough for weeks; until the next sweep there may be some more. */
const MOST_ENTRIES = 20_000;
const WRITES_BETWEEN_SWEEPS = 256;

/** A map that forgets entries after their time, and the oldest ones when there are too many. */
export interface BoundedMap<Value> {
  readonly get: (key: string) => Value | undefined;
  /** @param forgetAt milliseconds since 1970 */
  readonly set: (key: string, value: Value, forgetAt: number) => void;
  readonly delete: (key: string) => void;
  readonly size: () => number;
}

/**
 * Makes a map whose memory does not grow for ever.
 *
 * @param now the clock, milliseconds since 1970
 */
export function createBoundedMap<Value>(now: () => number): BoundedMap<Value> {
  const entries = new Map<string, { value: Value; forgetAt: number }>();
  let writes = 0;

  function sweep(): void {
    const time = now();
    // A map keeps the order of insertion: the first keys are the oldest ones.
    let tooMany = entries.size - MOST_ENTRIES;
    for (const [key, { forgetAt }] of entries) {
      if (tooMany > 0 || forgetAt <= time) entries.delete(key);
      tooMany -= 1;
    }
  }

  return {
    get(key) {
      const entry = entries.get(key);
      return entry !== undefined && entry.forgetAt > now() ? entry.value : undefined;
    },
    set(key, value, forgetAt) {
      writes += 1;
      if (writes % WRITES_BETWEEN_SWEEPS === 0) sweep();
      entries.delete(key);
      entries.set(key, { value, forgetAt });
    },
    delete: (key) => void entries.delete(key),
    size: () => entries.size,
  };
}
