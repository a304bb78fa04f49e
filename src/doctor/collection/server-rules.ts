import { isLoopback } from '../../oauth/secure-url.ts';
import type { ProviderFacts, RetiredEndpoint, ScopeFact } from '../../providers/facts.ts';
import { providerOfHost } from '../../providers/provider-of-host.ts';
import type { CollectionObservation } from './observation.ts';
import { resolved } from './resolve.ts';

/** What is known of the server behind a URL. What is left out is not known, and no rule may be made of it. */
export interface ServerRules {
  /** By which the atlas or the profile file calls it. */
  readonly id: string;
  readonly name: string;
  readonly rejectsBasic: boolean;
  readonly rejectsBody: boolean;
  readonly pkce?: 'required' | 'allowed' | 'rejected' | 'ignored';
  readonly requestBody?: 'form' | 'JSON' | 'form or JSON';
  readonly scopeDelimiter?: ' ' | ',';
  readonly scopes: Readonly<Record<string, ScopeFact>>;
  /** It follows OpenID Connect, as its discovery document says. */
  readonly isOpenId: boolean;
  readonly retired: readonly RetiredEndpoint[];
}

const caches = new WeakMap<CollectionObservation, Map<string, ServerRules | undefined>>();

/**
 * Whose rules hold for a URL: those of the provider whose host it has; else those of the provider that was named, where
 * the host does not say that it is another one. Undefined: nothing but the RFCs is known.
 *
 * @param url variables may be in it
 */
export function serverRules(url: string, observation: CollectionObservation): ServerRules | undefined {
  const key = /^[^?#]*/.exec(resolved(url, observation))?.[0] ?? '';
  const cache = caches.get(observation) ?? new Map<string, ServerRules | undefined>();
  caches.set(observation, cache);
  if (cache.has(key)) return cache.get(key);
  const rules = rulesOf(key, observation);
  cache.set(key, rules);
  return rules;
}

function rulesOf(url: string, observation: CollectionObservation): ServerRules | undefined {
  const { profile, providers = [] } = observation;
  const host = hostOf(url);
  if (host !== undefined && !isLoopback(host)) {
    const byHost = providerOfHost(host, providers);
    if (byHost !== undefined) return fromFacts(byHost);
    return profile !== undefined && mayServe(host, profile, providers)
      ? named(profile, providers)
      : undefined;
  }
  if (profile !== undefined) return named(profile, providers);
  const byPath = providers.find((facts) => hasPathOf(facts, url));
  return byPath === undefined ? undefined : fromFacts(byPath);
}

/** The host of a URL; undefined where a variable stands in its place, or there is none. */
function hostOf(url: string): string | undefined {
  const authority =
    /^(?:https?:)?\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:]*)/i.exec(url)?.[1] ??
    /^([\w-]+(?:\.[\w-]+)+)(?=[/:]|$)/.exec(url)?.[1];
  return authority === undefined || authority.includes('{{') || authority === ''
    ? undefined
    : authority.toLowerCase();
}

/** A provider with fixed hosts is not behind another one; one that people run themselves may be behind any. */
function mayServe(
  host: string,
  { id, metadata }: NonNullable<CollectionObservation['profile']>,
  providers: readonly ProviderFacts[],
): boolean {
  const facts = providers.find((each) => each.id === id);
  if (facts !== undefined && (facts.hosts.length === 0 || facts.variables !== undefined)) return true;
  return [metadata.token_endpoint, metadata.authorization_endpoint].some(
    (endpoint) => endpoint !== undefined && hostOf(endpoint) === host,
  );
}

/** On this computer somebody plays a provider: its paths tell which one. */
function hasPathOf({ endpoints, kind }: ProviderFacts, url: string): boolean {
  if (kind !== 'service') return false;
  const path = url.replace(/^(?:https?:)?\/\/[^/]*/i, '').replace(/^(?:\{\{[^{}]*\}\})/, '');
  return [endpoints.authorization.value, endpoints.token.value].some((endpoint) => {
    const known = endpoint.replace(/^https?:\/\/[^/]*/, '');
    // Short paths such as /oauth2/token are everybody's.
    return /^(?:\/[\w-]+){3,}$/.test(known) && known === path;
  });
}

function named(
  profile: NonNullable<CollectionObservation['profile']>,
  providers: readonly ProviderFacts[],
): ServerRules {
  const facts = profile.facts ?? providers.find((each) => each.id === profile.id);
  if (facts !== undefined) return { ...fromFacts(facts), scopes: facts.scopes ?? profile.scopes };
  const { token_endpoint_auth_methods_supported: methods, code_challenge_methods_supported: pkce } =
    profile.metadata;
  return {
    id: profile.id,
    name: profile.name,
    rejectsBasic: methods !== undefined && !methods.includes('client_secret_basic'),
    rejectsBody: methods !== undefined && !methods.includes('client_secret_post'),
    ...(pkce !== undefined && { pkce: 'allowed' as const }),
    scopes: profile.scopes,
    isOpenId: true,
    retired: [],
  };
}

function fromFacts({
  id,
  name,
  client,
  endpoints,
  scopes = {},
  retiredEndpoints = [],
}: ProviderFacts): ServerRules {
  const rejected = client.rejectedAuthentication?.value ?? [];
  return {
    id,
    name,
    rejectsBasic: rejected.includes('client_secret_basic'),
    rejectsBody: rejected.includes('client_secret_post'),
    ...(client.pkce !== undefined && { pkce: client.pkce.value }),
    ...(client.requestBody !== undefined && { requestBody: client.requestBody.value }),
    ...(client.scopeDelimiter !== undefined && { scopeDelimiter: client.scopeDelimiter.value }),
    scopes,
    isOpenId: endpoints.discovery !== undefined,
    retired: retiredEndpoints,
  };
}
