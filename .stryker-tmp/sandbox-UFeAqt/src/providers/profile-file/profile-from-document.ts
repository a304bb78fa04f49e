// @ts-nocheck
import { splitScope } from '../../oauth/scope.ts';
import type { ApiResource, ClientAuthentication, GrantType, Profile, SignInHints } from '../profile.ts';
import { defaultRetry, type RetryPolicy } from '../retry.ts';
import { standardErrors } from '../standard-errors.ts';
import type { ProfileDocument } from './profile-document.ts';
import type { ResourceEntry } from './resource.ts';
import type { RetryEntry } from './retry.ts';
import type { SignInEntry } from './sign-in.ts';

/** The one place where the names of the file become those of {@link Profile}, and where defaults are decided. */
export function profileFromDocument(document: ProfileDocument): Profile {
  const { legwork = {}, ...metadata } = document;
  const host = new URL(document.issuer).host;
  return {
    id: legwork.id ?? slug(host),
    name: legwork.name ?? host,
    environmentPrefix: 'OAUTH',
    metadata,
    grants: grants(document),
    defaultScope: legwork.scope === undefined ? defaultScope(document) : scopeList(legwork.scope),
    applicationScope: scopeList(legwork.application_scope ?? []).join(' '),
    pkce: legwork.pkce ?? (document.code_challenge_methods_supported?.includes('S256') ? 'S256' : 'none'),
    echoesNonce: legwork.echoes_nonce ?? true,
    clientAuthentication: legwork.client_authentication ?? clientAuthentication(document),
    authorizationParameters: legwork.authorization_parameters ?? {},
    tokenParameters: legwork.token_parameters ?? {},
    signIn: signInHints(legwork.sign_in ?? {}),
    apiBaseUrl: (legwork.api_base_url ?? '').replace(/\/+$/, ''),
    applicationApiUrl: legwork.application_api_url ?? '',
    probeUrl: document.userinfo_endpoint === undefined ? '' : '{{userinfo_endpoint}}',
    memberResources: [...userinfo(document), ...(legwork.resources ?? []).map(apiResource)],
    ...(legwork.application_api_url && { applicationResource }),
    retry: retryPolicy(legwork.retry ?? {}),
    errors: standardErrors,
    scopes: {},
  };
}

/** `auth.example.com:8443` → `auth-example-com-8443` */
function slug(host: string): string {
  return host.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

/**
 * RFC 8414 section 2: an absent list means authorization_code (and implicit, which legwork does not exercise). A
 * refresh is exercised only when a refresh token comes, so that it does no harm to expect one. Without an
 * authorization endpoint nobody can sign in; what is left for the token endpoint to do is client_credentials.
 */
function grants(document: ProfileDocument): GrantType[] {
  const canSignIn = document.authorization_endpoint !== undefined;
  const offered =
    document.grant_types_supported ??
    (canSignIn ? ['authorization_code', 'refresh_token'] : ['client_credentials']);
  const exercised: GrantType[] = ['authorization_code', 'client_credentials', 'refresh_token'];
  return exercised.filter(
    (grant) => offered.includes(grant) && (grant === 'client_credentials' || canSignIn),
  );
}

/**
 * The secret goes into the body when the server lists that or lists nothing: all of ten real servers took it there,
 * whereas in a Basic header they disagree on how special characters are encoded.
 */
function clientAuthentication(document: ProfileDocument): ClientAuthentication {
  const offered = document.token_endpoint_auth_methods_supported ?? [];
  const known: ClientAuthentication[] = ['client_secret_post', 'client_secret_basic', 'none'];
  // A list without any of the three (private_key_jwt alone) is beyond legwork; the server will say so.
  return known.find((method) => offered.includes(method)) ?? 'client_secret_post';
}

function defaultScope(document: ProfileDocument): string[] {
  const wanted = ['openid', 'profile', 'email'];
  const offered = document.scopes_supported ?? (document.userinfo_endpoint === undefined ? [] : wanted);
  return offered.includes('openid') ? wanted.filter((scope) => offered.includes(scope)) : [];
}

function scopeList(scope: string | readonly string[]): string[] {
  return typeof scope === 'string' ? splitScope(scope) : [...scope];
}

function userinfo(document: ProfileDocument): ApiResource[] {
  if (document.userinfo_endpoint === undefined) return [];
  return [
    {
      name: 'Read userinfo',
      description: 'Asks who the person is, by OpenID Connect.',
      method: 'GET',
      url: '{{userinfo_endpoint}}',
      scopes: ['openid'],
      headers: {},
      status: 200,
      members: ['sub'],
      memberId: 'sub',
      source: 'https://openid.net/specs/openid-connect-core-1_0.html#UserInfo',
    },
  ];
}

const SOURCE = 'the profile file';

function apiResource(entry: ResourceEntry): ApiResource {
  return {
    name: entry.name,
    description: entry.description ?? "Calls an API with the person's access token.",
    method: entry.method ?? 'GET',
    url: entry.url,
    scopes: entry.scopes ?? [],
    headers: entry.headers ?? {},
    ...(entry.body !== undefined && { body: entry.body }),
    status: entry.status ?? 200,
    members: entry.members ?? [],
    ...(entry.member_id !== undefined && { memberId: entry.member_id }),
    ...(entry.id_header !== undefined && { idHeader: entry.id_header }),
    ...(entry.publishes && { publishes: true }),
    source: SOURCE,
  };
}

const applicationResource: ApiResource = {
  name: 'Call an API',
  description: 'Calls an API with the application token.',
  method: 'GET',
  url: '{{application_api_url}}',
  scopes: [],
  headers: {},
  status: 200,
  members: [],
  source: SOURCE,
};

function signInHints(entry: SignInEntry): SignInHints {
  return {
    usernameField: entry.username_field,
    passwordField: entry.password_field,
    consentForm: entry.consent_form,
    approveButton: entry.approve_button,
    errorMessage: entry.error_message,
    challengePaths: entry.challenge_paths,
    refusedQueries: entry.refused_queries,
    blockedStatuses: entry.blocked_statuses,
    passwordOrigins: entry.password_origins,
  };
}

function retryPolicy(entry: RetryEntry): RetryPolicy {
  return {
    times: entry.times ?? defaultRetry.times,
    baseDelayMs: entry.base_delay_ms ?? defaultRetry.baseDelayMs,
    maxDelayMs: entry.max_delay_ms ?? defaultRetry.maxDelayMs,
    budgetMs: entry.budget_ms ?? defaultRetry.budgetMs,
    statuses: entry.statuses ?? defaultRetry.statuses,
  };
}
