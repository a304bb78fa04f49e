import { getDomain } from 'tldts';
import { isLoopback } from '../oauth/secure-url.ts';
import type { ServerMetadata } from './profile.ts';
import { suffixesBelow } from './suffixes-below.ts';

/**
 * Where a scripted sign-in may send the password without being told: what the scripts cannot compute, because they have
 * no list of public suffixes. They compare; see scripts/sign-in/password-sites.js.
 */
export interface PasswordSites {
  /** Of the server's own URLs. */
  readonly origins: readonly string[];
  /** Registrable domains of those URLs: `example.co.uk`. None of IP addresses, single labels and loopback names. */
  readonly domains: readonly string[];
  /** Public suffixes below those domains, whose owners are others: `s3.amazonaws.com`; a label may be `*`. */
  readonly suffixes: readonly string[];
}

/** The members of a discovery document that hold URLs of the server (RFC 8414 section 2). */
export const serverUrls = [
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'userinfo_endpoint',
  'introspection_endpoint',
  'revocation_endpoint',
  'jwks_uri',
] as const satisfies readonly (keyof ServerMetadata)[];

/**
 * @param metadata the server's URLs by their published names; what is no URL is left out
 * @see https://publicsuffix.org/list/, private section included: one customer of a host may not have another's password
 */
export function passwordSites(metadata: Readonly<Record<string, unknown>>): PasswordSites {
  const urls = serverUrls.flatMap((name) => webUrl(metadata[name]) ?? []);
  const domains = unique(
    urls
      .filter(({ hostname }) => !isLoopback(hostname))
      .flatMap(({ hostname }) => registrable(hostname) ?? []),
  );
  return {
    origins: unique(urls.map(({ origin }) => origin)),
    domains,
    suffixes: unique(domains.flatMap(suffixesBelow)),
  };
}

function registrable(hostname: string): string | undefined {
  return getDomain(hostname, { allowPrivateDomains: true }) ?? undefined;
}

function webUrl(text: unknown): URL | undefined {
  try {
    const url = new URL(String(text ?? ''));
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
