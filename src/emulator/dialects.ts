import { failure } from '../failure.ts';
import { isProviderId, type ProviderId } from '../providers/atlas/all.ts';

/** The providers that the emulator plays. */
const dialects: readonly ProviderId[] = ['linkedin'];

/**
 * What to run against when nobody says so: the emulator for every provider that is known by name, so that nothing leaves
 * the machine; a server that was named by its URL or by a file was named to be run against.
 */
export function defaultTarget(provider: string): 'emulator' | 'live' {
  return isProviderId(provider) ? 'emulator' : 'live';
}

/** Whether the emulator plays a provider. */
export function isPlayed(provider: string): boolean {
  return (dialects as readonly string[]).includes(provider);
}

/**
 * Makes sure that the emulator plays a provider.
 *
 * @throws Failure TARGET_NOT_PLAYED
 */
export function checkPlayed(provider: string): void {
  if (!isPlayed(provider)) throw failure('TARGET_NOT_PLAYED', { provider });
}
