// @ts-nocheck
import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether two texts are the same, in a time that does not depend on where they differ. Hashing first makes them
 * equally long, so that their length does not show either.
 */
export function sameText(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
