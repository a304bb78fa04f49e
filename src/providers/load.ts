import { resolve } from 'node:path';
import { Failure, failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { nearest } from '../nearest.ts';
import { readText } from '../read-text.ts';
import { allProviders, isProviderId, providerIds, providers } from './atlas/all.ts';
import { discover } from './discovery.ts';
import { parseJson } from './json-text.ts';
import type { Profile } from './profile.ts';
import { ownProfile } from './profiles.ts';

/** How a provider of the atlas is loaded. */
export interface LoadOptions {
  /** Reads values of the person's own that are not in the environment; called where an endpoint needs one. */
  readonly envFile?: () => Promise<Readonly<Record<string, string | undefined>>>;
  /** Nothing will be sent: a value that is not set gets a stand-in that belongs to nobody (RFC 2606). */
  readonly standIns?: boolean;
}

/**
 * Finds what is known of a provider.
 *
 * @param provider the name of a provider of the atlas, the address of an issuer (its discovery document is fetched), or the path of a profile
 *   file, relative to `io.cwd`
 * @param options for a provider of the atlas; left out, values of the person's own come from the environment alone, and
 *   one that is missing is a failure
 * @throws Failure PROVIDER_UNKNOWN, PROVIDER_INCOMPLETE, FILE_UNREADABLE, FILE_NOT_JSON or FILE_INVALID for a name or file; ISSUER_REFUSED,
 *   DISCOVERY_FAILED, DISCOVERY_MISMATCH or FILE_INVALID for an issuer
 */
export async function loadProfile(
  provider: string,
  io: Io,
  { envFile, standIns = false }: LoadOptions = {},
): Promise<Profile> {
  const own = ownProfile(provider);
  if (own !== undefined) return own;
  if (isProviderId(provider)) {
    const [facts, { profileFromFacts }] = await Promise.all([
      providers[provider](),
      import('./profile-from-facts.ts'),
    ]);
    const file = facts.variables === undefined ? {} : await envFile?.();
    return profileFromFacts(facts, { env: { ...file, ...io.env }, standIns });
  }
  if (/^https?:\/\//i.test(provider)) return discover(provider, io);
  const document = parseJson(await readProfileFile(provider, io), provider);
  // zod is wanted by nobody who names a provider with a profile of its own.
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
    throw failure('PROVIDER_UNKNOWN', { provider, suggestion: await suggestion(provider) }, { cause: error });
  }
}

function looksLikePath(provider: string): boolean {
  return /[/\\]|^\.|\.json$/i.test(provider);
}

/** "Did you mean …?" for a word that names no provider; empty where nothing is close. */
async function suggestion(provider: string): Promise<string> {
  if (/^[\w-]+(\.[\w-]+)+(:\d+)?$/.test(provider)) return `Did you mean "https://${provider}"?`;
  const id = await nearestProvider(provider);
  return id === undefined ? '' : `Did you mean "${id}"?`;
}

/** The provider whose name, or another name that people know it by, is close to a word. */
export async function nearestProvider(word: string): Promise<string | undefined> {
  const all = await allProviders();
  const ids = new Map<string, string>(providerIds.map((id) => [id, id]));
  for (const { id, aliases = [] } of all) for (const alias of aliases) ids.set(alias, id);
  const close = nearest(word, [...ids.keys()]);
  return close === undefined ? undefined : ids.get(close);
}
