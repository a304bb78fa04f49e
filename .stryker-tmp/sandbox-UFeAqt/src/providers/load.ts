// @ts-nocheck
import { resolve } from 'node:path';
import { Failure, failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { didYouMean } from '../nearest.ts';
import { readText } from '../read-text.ts';
import { discover } from './discovery.ts';
import { parseJson } from './json-text.ts';
import { linkedin } from './linkedin.ts';
import type { Profile } from './profile.ts';

/**
 * Finds what is known of a provider.
 *
 * @param provider `linkedin`, the address of an issuer (its discovery document is fetched), or the path of a profile
 *   file, relative to `io.cwd`
 * @throws Failure PROVIDER_UNKNOWN, FILE_UNREADABLE, FILE_NOT_JSON or FILE_INVALID for a name or file; ISSUER_REFUSED,
 *   DISCOVERY_FAILED, DISCOVERY_MISMATCH or FILE_INVALID for an issuer
 */
export async function loadProfile(provider: string, io: Io): Promise<Profile> {
  if (provider === linkedin.id) return linkedin;
  if (/^https?:\/\//i.test(provider)) return discover(provider, io);
  const document = parseJson(await readProfileFile(provider, io), provider);
  // zod is wanted by nobody who runs against LinkedIn alone.
  const { parseProfileDocument } = await import('./profile-file.ts');
  return parseProfileDocument(document, provider);
}

async function readProfileFile(provider: string, io: Io): Promise<string> {
  if (provider.trim() === '') throw failure('PROVIDER_UNKNOWN', { provider, suggestion: '' });
  try {
    return await readText(resolve(io.cwd, provider), provider, io);
  } catch (error) {
    const isMissing =
      error instanceof Failure && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
    if (!isMissing || looksLikePath(provider)) throw error;
    throw failure('PROVIDER_UNKNOWN', { provider, suggestion: suggestion(provider) }, { cause: error });
  }
}

function looksLikePath(provider: string): boolean {
  return /[/\\]|^\.|\.json$/i.test(provider);
}

function suggestion(provider: string): string {
  if (/^[\w-]+(\.[\w-]+)+(:\d+)?$/.test(provider)) return `Did you mean "https://${provider}"?`;
  return didYouMean(provider, [linkedin.id]);
}
