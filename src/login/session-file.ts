import { Cookie, CookieJar, getPublicSuffix } from 'tough-cookie';
import { failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { isProviderId } from '../providers/atlas/all.ts';
import { defaultProvider } from '../providers/default-provider.ts';
import { jsonMistake } from '../providers/json-text.ts';
import type { Profile } from '../providers/profile.ts';
import { shellWord } from '../shell-word.ts';
import { type LockIo, withLock } from './file-lock.ts';
import { readPrivateFile, writePrivateFile } from './private-file.ts';
import type { BrowserCookie } from './steered-browser.ts';

/** A cookie jar as tough-cookie serializes it. */
export type SerializedJar = NonNullable<ReturnType<CookieJar['serializeSync']>>;

/**
 * Writes the session of a browser to a file that its owner alone can read: a jar of tough-cookie, with the cookies of
 * the provider's sites and no others.
 *
 * @returns how many cookies were kept
 * @throws Failure FILE_UNWRITABLE, LOCK_BUSY
 */
export async function writeSession(
  file: string,
  cookies: readonly BrowserCookie[],
  profile: Profile,
  io: LockIo,
): Promise<number> {
  const sites = sitesOf(profile);
  const kept = cookies.filter(({ domain }) => sites.includes(siteOf(domain.replace(/^\./, ''))));
  const jar = new CookieJar(undefined, JAR_OPTIONS);
  for (const cookie of kept) await jar.store.putCookie(toughCookie(cookie, io.now()));
  const content = `${JSON.stringify(jar.serializeSync(), null, 2)}\n`;
  await withLock(file, () => writePrivateFile(file, content), io);
  return kept.length;
}

/**
 * Reads a saved session.
 *
 * @param shown the file as the person named it
 * @throws Failure PRIVATE_FILE_REFUSED; SESSION_DEAD when there is none, or when all that it had of the provider has
 *   ended. Whether the provider still takes it shows itself in the run
 */
export async function readSession(
  { path, shown }: { readonly path: string; readonly shown: string },
  profile: Profile,
  io: Pick<Io, 'processes' | 'now'>,
): Promise<SerializedJar> {
  const dead = (reason: string) =>
    failure('SESSION_DEAD', { file: shown, reason, command: renewCommand(profile, shown) });
  const text = await readPrivateFile(path, io);
  if (text === undefined) throw dead('there is no such file');
  const place = jsonMistake(text);
  if (place !== undefined) throw dead(`it is not valid JSON: ${place}`);
  let jar: CookieJar;
  try {
    jar = CookieJar.fromJSON(text) as CookieJar;
  } catch {
    throw dead('it is not a cookie jar');
  }
  const sites = sitesOf(profile);
  const serialized = jar.serializeSync();
  const alive = (serialized?.cookies ?? []).filter(({ domain, expires }) => {
    const end =
      expires === undefined || expires === 'Infinity'
        ? Number.POSITIVE_INFINITY
        : Date.parse(String(expires));
    return sites.includes(siteOf(String(domain ?? ''))) && end > io.now();
  });
  if (serialized === undefined || alive.length === 0) {
    throw dead(`it has no cookie of ${profile.name} that has not ended`);
  }
  return { ...serialized, cookies: alive };
}

/** The command by which a person renews a session. */
export function renewCommand(profile: Profile, file: string): string {
  const named = isProviderId(profile.id);
  const provider = [
    ...(profile.id === defaultProvider
      ? []
      : [`--provider ${shellWord(named ? profile.id : profile.metadata.issuer)}`]),
    ...(named ? ['--target live'] : []),
  ].join(' ');
  return `legwork login ${provider} --save-session ${shellWord(file)}`;
}

/** An emulator is at an address or localhost, neither of which is a domain that cookies could be set for widely. */
const JAR_OPTIONS = { looseMode: true, rejectPublicSuffixes: false } as const;

/** The sites where a person signs in: of the authorization endpoint, the issuer, and where passwords may go. */
function sitesOf({ metadata, signIn }: Profile): string[] {
  const addresses = [metadata.authorization_endpoint, metadata.issuer, ...(signIn.passwordOrigins ?? [])];
  return addresses
    .filter((address) => address !== undefined)
    .map((address) => siteOf(new URL(address).hostname));
}

/** `www.example.com` → `example.com`; addresses and names without a public suffix stand for themselves. */
function siteOf(host: string): string {
  return getPublicSuffix(host, { allowSpecialUseDomain: true, ignoreError: true }) ?? host;
}

function toughCookie(cookie: BrowserCookie, now: number): Cookie {
  return new Cookie({
    key: cookie.name,
    value: cookie.value,
    domain: cookie.domain.replace(/^\./, ''),
    hostOnly: !cookie.domain.startsWith('.'),
    path: cookie.path,
    expires: cookie.expires < 0 ? 'Infinity' : new Date(cookie.expires * 1000),
    httpOnly: cookie.httpOnly,
    secure: cookie.secure,
    sameSite: cookie.sameSite.toLowerCase(),
    creation: new Date(now),
    lastAccessed: new Date(now),
  });
}
