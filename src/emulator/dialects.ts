import { failure } from '../failure.ts';
import { isProviderId, type ProviderId, providers } from '../providers/atlas/all.ts';
import type { Dialect } from './dialect/dialect.ts';
import { dialects } from './dialects/all.ts';

/** The providers that the emulator plays. */
export const played: readonly string[] = ['linkedin', ...Object.keys(dialects)];

/**
 * What to run against when nobody says so: the emulator for every provider that is known by name, so that nothing leaves
 * the machine; a server that was named by its URL or by a file was named to be run against.
 */
export function defaultTarget(provider: string): 'emulator' | 'live' {
  return isProviderId(provider) ? 'emulator' : 'live';
}

/** Whether the emulator plays a provider. */
export function isPlayed(provider: string): boolean {
  return played.includes(provider);
}

/**
 * Makes sure that the emulator plays a provider.
 *
 * @throws Failure TARGET_NOT_PLAYED
 */
export function checkPlayed(provider: string): void {
  if (!isPlayed(provider)) throw failure('TARGET_NOT_PLAYED', { provider });
}

/**
 * The dialect of a provider; undefined for LinkedIn, which has endpoints of its own.
 *
 * @throws Failure TARGET_NOT_PLAYED
 */
export async function dialectOf(provider: string): Promise<Dialect | undefined> {
  checkPlayed(provider);
  if (!hasDialect(provider)) return undefined;
  const [facts, additions] = await Promise.all([providers[provider](), dialects[provider]()]);
  return { facts, additions };
}

function hasDialect(provider: string): provider is ProviderId & keyof typeof dialects {
  return Object.hasOwn(dialects, provider);
}
