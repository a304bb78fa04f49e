import type { RandomBytes } from '../../oauth/random.ts';

const POOL = 8192;

/**
 * Draws random bytes in large portions and hands them out piece by piece, none of them twice: asking the system for
 * sixteen bytes takes about as long as asking for thousands.
 */
export function pooled(randomBytes: RandomBytes): RandomBytes {
  let pool = new Uint8Array();
  let used = 0;
  return (length) => {
    if (used + length > pool.length) {
      pool = new Uint8Array(randomBytes(Math.max(POOL, length)));
      used = 0;
    }
    used += length;
    return pool.subarray(used - length, used);
  };
}
