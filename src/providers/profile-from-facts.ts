import { failure } from '../failure.ts';
import { isSecureUrl } from '../oauth/secure-url.ts';
import type { ProviderFacts } from './facts.ts';
import type { Profile } from './profile.ts';
import { parseProfileDocument } from './profile-file.ts';

/** How an entry of the atlas becomes a profile. */
export interface FactsOptions {
  /** Where values of the person's own are looked for: the environment, with what a .env file adds. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Nothing is sent: a value that is not set gets a stand-in that belongs to nobody (RFC 2606). */
  readonly standIns?: boolean;
}

/**
 * Makes a profile from what the atlas knows of a provider.
 *
 * @throws Failure PROVIDER_INCOMPLETE when an endpoint needs a value that is not set, or that makes no safe URL
 */
export function profileFromFacts(facts: ProviderFacts, options: FactsOptions): Profile {
  const { endpoints, client } = facts;
  const prefix = facts.id.toUpperCase().replaceAll('-', '_');
  const url = (template: string) => filledIn(template, facts, prefix, options);
  const authorization = url(endpoints.authorization.value);
  const userinfo = endpoints.userinfo && url(endpoints.userinfo.value);
  const scope = client.defaultScope?.value ?? [];
  const isOpenId = scope.includes('openid');
  const document = {
    issuer: endpoints.issuer ? url(endpoints.issuer.value) : new URL(authorization).origin,
    authorization_endpoint: authorization,
    token_endpoint: url(endpoints.token.value),
    ...(isOpenId && userinfo !== undefined && { userinfo_endpoint: userinfo }),
    legwork: {
      name: facts.name,
      scope: [...scope],
      pkce: speaksS256(facts) ? 'S256' : 'none',
      client_authentication: authenticationOf(facts),
      authorization_parameters: client.authorizationParameters?.value ?? {},
      // At a provider without OpenID Connect another request says whose token it is.
      ...(!isOpenId &&
        userinfo !== undefined && {
          // By a variable, so that an environment can lead it to the emulator, too.
          api_base_url: new URL(userinfo).origin,
          resources: [{ name: 'Read the account', url: `{{api_base_url}}${new URL(userinfo).pathname}` }],
        }),
    },
  };
  // The same gate as for a file: a value from the environment reaches no URL that would not be taken from a file.
  const profile = parseProfileDocument(document, `What legwork knows of ${facts.name}`);
  return {
    ...profile,
    id: facts.id,
    environmentPrefix: prefix,
    ...(client.scopeDelimiter?.value === ',' && { scopeDelimiter: ',' as const }),
    ...(client.bearerTokenTypes !== undefined && { bearerTokenTypes: client.bearerTokenTypes.value }),
    grants: [
      'authorization_code',
      ...(client.clientCredentials?.value ? (['client_credentials'] as const) : []),
      'refresh_token',
    ],
    facts,
  };
}

/** PKCE is sent where a source says that the provider takes it. */
function speaksS256({ client }: ProviderFacts): boolean {
  const takesIt = client.pkce?.value === 'required' || client.pkce?.value === 'allowed';
  return takesIt && (client.pkceMethods?.value.includes('S256') ?? true);
}

function authenticationOf({ client }: ProviderFacts): string {
  const known: readonly string[] = ['client_secret_post', 'client_secret_basic', 'none'];
  const method = client.authentication?.value.find((one) => known.includes(one));
  return method ?? 'client_secret_post';
}

function filledIn(
  template: string,
  { id, name, variables = {} }: ProviderFacts,
  prefix: string,
  { env, standIns = false }: FactsOptions,
): string {
  const missing: string[] = [];
  const url = template.replace(/\{(\w+)\}/g, (placeholder, variable: string) => {
    const setting = `${prefix}_${variable.toUpperCase()}`;
    const given = (env[setting] ?? '').trim() || variables[variable]?.fallback;
    if (given) return template.startsWith(placeholder) ? given.replace(/\/+$/, '') : bare(given);
    missing.push(setting);
    return standIn(id, variable);
  });
  if (missing.length > 0 && !standIns) {
    const described = missing.map((setting) => describe(setting, prefix, variables));
    throw failure('PROVIDER_INCOMPLETE', { provider: name, names: described.join('\n') });
  }
  if (isSecureUrl(url)) return url;
  const used = [...template.matchAll(/\{(\w+)\}/g)].map(
    ([, variable = '']) => `${prefix}_${variable.toUpperCase()}`,
  );
  throw failure('PROVIDER_INCOMPLETE', {
    provider: name,
    names: `  ${used.join(', ')}: ${url} is not a https URL (http is allowed for this machine only)`,
  });
}

/** People paste the URL of their tenant where its host is wanted. */
function bare(value: string): string {
  return value.replace(/^https?:\/\//i, '').replace(/\/+$/, '');
}

function standIn(id: string, variable: string): string {
  if (variable === 'base') return `https://${id}.example`;
  return variable === 'domain' ? `${id}.example` : variable;
}

function describe(
  setting: string,
  prefix: string,
  variables: NonNullable<ProviderFacts['variables']>,
): string {
  const variable = setting.slice(prefix.length + 1).toLowerCase();
  return `  ${setting}: ${variables[variable]?.describe ?? variable}`;
}
