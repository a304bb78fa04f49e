import { hash } from 'node:crypto';
import type { RandomBytes } from '../../oauth/random.ts';
import type { EmulatedApp, EmulatedMember } from '../config/config.ts';

/**
 * The id of a member for one application, the `sub` of OpenID Connect.
 *
 * LinkedIn's subjects are pairwise: two applications see different ids of the same person. The emulator derives
 * them, so that they stay the same when it is started again.
 */
export function memberId(app: EmulatedApp, member: EmulatedMember): string {
  return digest(app.clientId, member.username).toString('base64url').slice(0, 10);
}

/** The number of an application, as it stands in the addresses of the login pages. */
export function appNumber(app: EmulatedApp): string {
  const known = appNumbers.get(app);
  if (known !== undefined) return known;
  const number = String(10_000_000 + (digest(app.clientId).readUInt32BE() % 90_000_000));
  appNumbers.set(app, number);
  return number;
}

const appNumbers = new WeakMap<EmulatedApp, string>();

/** A random UUID (RFC 9562, version 4). */
export function randomUuid(randomBytes: RandomBytes): string {
  const bytes = Buffer.from(randomBytes(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** As many random decimal digits as asked for; the first is not zero. */
export function randomDigits(randomBytes: RandomBytes, count: number): string {
  const digits = [...randomBytes(count)].map((byte) => byte % 10);
  return [Math.max(1, digits[0] ?? 1), ...digits.slice(1)].join('');
}

function digest(...parts: readonly string[]): Buffer {
  return hash('sha256', JSON.stringify(parts), 'buffer');
}
