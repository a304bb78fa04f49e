// @ts-nocheck
import { failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { isSecureUrl } from '../oauth/secure-url.ts';
import { fetchText } from './fetch-text.ts';
import type { Profile } from './profile.ts';

/**
 * Fetches and judges the discovery document of an issuer.
 *
 * @param asked the issuer, or the address of its document
 * @throws Failure ISSUER_REFUSED for an address that cannot be an issuer; DISCOVERY_FAILED, with all attempts, when
 *   there is no document; DISCOVERY_MISMATCH when it speaks for another issuer; FILE_INVALID when its shape is wrong
 */
export async function discover(asked: string, io: Io): Promise<Profile> {
  const issuer = issuerOf(asked);
  const attempts: string[] = [];
  let otherIssuer: string | undefined;
  for (const url of documentUrls(issuer)) {
    const answer = await fetchText(url, io);
    const document = answer.ok ? discoveryDocument(answer.text) : undefined;
    if (document === undefined) {
      attempts.push(`  ${url}: ${answer.summary}${answer.ok ? ', not a discovery document' : ''}`);
    } else if (!isSameIssuer(document.issuer, issuer)) {
      attempts.push(`  ${url}: ${answer.summary}, of the issuer ${document.issuer}`);
      otherIssuer ??= document.issuer;
    } else {
      // A server may not say where its own login page sends the password: `legwork` counts only in files.
      const { legwork: _, ...metadata } = document;
      const { parseProfileDocument } = await import('./profile-file.ts');
      return parseProfileDocument(metadata, url);
    }
  }
  if (otherIssuer !== undefined) throw failure('DISCOVERY_MISMATCH', { issuer: asked, actual: otherIssuer });
  throw failure('DISCOVERY_FAILED', { issuer: asked, attempts: attempts.join('\n') });
}

const WELL_KNOWN = /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)/;

/** People paste the address of the document as often as that of the issuer. */
function issuerOf(asked: string): URL {
  const refuse = (reason: string) => failure('ISSUER_REFUSED', { issuer: asked, reason });
  if (!URL.canParse(asked)) throw refuse('it is not a valid address');
  const url = new URL(asked);
  if (url.username !== '' || url.password !== '') throw refuse('it contains a user name or password');
  if (url.search !== '' || url.hash !== '') throw refuse('it has a query or a fragment');
  if (!isSecureUrl(asked)) throw refuse('only https is safe on the way to another machine');
  url.pathname = url.pathname.replace(WELL_KNOWN, '');
  return url;
}

/**
 * Where the document may be: OpenID Connect Discovery 1.0 section 4 appends to the issuer (most servers do so),
 * RFC 8414 section 3.1 inserts before its path, and section 5 there lets the OpenID name be inserted as well.
 */
function documentUrls(issuer: URL): string[] {
  const path = issuer.pathname.replace(/\/$/, '');
  return [
    ...new Set([
      `${issuer.origin}${path}/.well-known/openid-configuration`,
      `${issuer.origin}/.well-known/oauth-authorization-server${path}`,
      `${issuer.origin}/.well-known/openid-configuration${path}`,
    ]),
  ];
}

function discoveryDocument(
  text: string,
): ({ readonly issuer: string } & Record<string, unknown>) | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('issuer' in value)) return undefined;
    return typeof value.issuer === 'string' ? { ...value, issuer: value.issuer } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * RFC 8414 section 3.3 wants the same text. A slash at the end is forgiven: with and without it the document has the
 * same address, so that whoever answers there speaks for both; and the spelling of the document is used from then on.
 */
function isSameIssuer(actual: string, asked: URL): boolean {
  return actual.replace(/\/$/, '') === asked.href.replace(/\/$/, '');
}
