import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { didYouMean } from '../nearest.ts';
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
    return await readFile(resolve(io.cwd, provider), 'utf8');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !looksLikePath(provider)) {
      throw failure('PROVIDER_UNKNOWN', { provider, suggestion: suggestion(provider) }, { cause: error });
    }
    throw failure('FILE_UNREADABLE', { file: provider, reason: REASONS[code] ?? message }, { cause: error });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  ENOTDIR: 'a part of the path is a file, not a folder',
};

function looksLikePath(provider: string): boolean {
  return /[/\\]|^\.|\.json$/i.test(provider);
}

function suggestion(provider: string): string {
  if (/^[\w-]+(\.[\w-]+)+(:\d+)?$/.test(provider)) return `Did you mean "https://${provider}"?`;
  return didYouMean(provider, [linkedin.id]);
}
