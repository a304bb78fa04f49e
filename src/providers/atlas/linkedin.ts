import type { ErrorCase, ErrorPlace } from '../error-case.ts';
import type { ErrorLiteral, ProviderFacts, Source } from '../facts.ts';
import { errors } from '../linkedin/errors.ts';
import { discoveryDocument, lifetimes } from '../linkedin/metadata.ts';
import { notes, parameters } from '../linkedin/notes.ts';
import { linkedinCauses } from '../linkedin/problem-causes.ts';
import { scopes } from '../linkedin/scopes.ts';
import { documented, fact, observed } from '../sourced.ts';

const flow = documented(
  'https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow',
);
const native = documented(
  'https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow-native',
);
const discovery = documented('https://www.linkedin.com/oauth/.well-known/openid-configuration', '2026-08-04');
const client = documented(
  'https://learn.microsoft.com/en-us/linkedin/shared/authentication/client-credentials-flow',
);

// Not named one by one: they show values that may still be in use.
const credentials: Source = {
  at: 'about ten public reports in which people posted theirs',
  confidence: 'observed',
  checked: '2026-11-27',
};

/** Texts that say too little to be found in a stranger's words. */
const leftOut: ReadonlySet<string> = new Set([
  'Resource {operation} does not exist',
  'Empty oauth2_access_token',
  // Texts are compared without the escapes of HTML.
  'Scope &quot;{scope}&quot; is not authorized for your application',
  'ERROR :: {path} :: {reason}',
  'the user denied your request',
  'Unable to verify access token',
  'Invalid access token',
  'missing required parameters, includes an invalid parameter value, parameter more than once. : {parameter}',
]);

/** Texts that other servers say, too: RFC 6749 suggests them, or they are plain English. */
const shared: ReadonlySet<string> = new Set([
  'Client authentication failed',
  'The user cancelled the authorization',
  'Refresh token not allowed',
  'The passed in grant_type is invalid',
  'The provided authorization grant or refresh token is invalid, expired or revoked.',
]);

const places: Readonly<Record<ErrorPlace, Pick<ErrorLiteral, 'at' | 'arrival'>>> = {
  'authorization page': { at: 'authorization', arrival: 'page' },
  'authorization redirect': { at: 'authorization', arrival: 'redirect' },
  login: { at: 'authorization', arrival: 'page' },
  token: { at: 'token', arrival: 'JSON' },
  introspection: { at: 'token', arrival: 'JSON' },
  api: { at: 'api', arrival: 'JSON' },
};

/** The cases of the profile, which stays the deeper source, as literals of the atlas; each text once. */
function literalsOfProfile(): ErrorLiteral[] {
  const seen = new Set<string>();
  return Object.entries(errors).flatMap(([key, errorCase]: [string, ErrorCase]) =>
    [errorCase.text ?? '', ...(errorCase.otherTexts ?? [])]
      .filter((text) => text !== '' && !leftOut.has(text) && !seen.has(text) && seen.add(text))
      .map((text) => ({
        ...places[errorCase.place],
        text,
        recognition: shared.has(text) ? ('shared' as const) : ('identifies' as const),
        cause: linkedinCauses[key] ?? 'unknown',
        ...(errorCase.status !== undefined && { status: errorCase.status }),
        note: errorCase.remedy,
        source: sourceOf(errorCase),
      })),
  );
}

function sourceOf({ source, confidence }: ErrorCase): Source {
  return { at: source, confidence, checked: '2026-11-27' };
}

const posts = { at: 'api', arrival: 'JSON', recognition: 'identifies' } as const;

export const linkedin: ProviderFacts = {
  id: 'linkedin',
  name: 'LinkedIn',
  kind: 'service',
  hosts: ['linkedin.com', '*.linkedin.com'],
  redirectUris: fact(
    {
      bans: [
        { ban: 'query' },
        { ban: 'fragment' },
        { ban: 'plain http', except: ['localhost', '127.0.0.0/8', '[::1]'] },
        // The endpoint for native clients takes a loopback address, and the name is none.
        { ban: 'host', hosts: ['localhost'], for: ['native'] },
      ],
      leniencies: [{ ignores: 'port', of: ['127.0.0.1', '[::1]'], registered: 'any', for: ['native'] }],
      ways: [{ way: 'same text' }],
    },
    flow,
  ),
  registration: {
    page: fact('LinkedIn Developers → My apps → the application → Auth → OAuth 2.0 settings', flow),
    field: fact('Authorized redirect URLs for your app', flow),
    scopes: fact('LinkedIn Developers → My apps → the application → Auth → OAuth 2.0 scopes', flow),
    products: fact('LinkedIn Developers → My apps → the application → Products', flow),
    takes: fact('URIs', flow),
    query: fact('rejected', flow),
    wildcard: fact('rejected', flow),
  },
  endpoints: {
    authorization: fact(discoveryDocument.authorization_endpoint, discovery),
    token: fact(discoveryDocument.token_endpoint, discovery),
    userinfo: fact(discoveryDocument.userinfo_endpoint, discovery),
    discovery: fact('https://www.linkedin.com/oauth/.well-known/openid-configuration', discovery),
    issuer: fact(discoveryDocument.issuer, discovery),
    native: fact('https://www.linkedin.com/oauth/native-pkce/authorization', native),
  },
  retiredEndpoints: [
    {
      url: 'www.linkedin.com/uas/oauth',
      standing: 'gone',
      instead: 'https://www.linkedin.com/oauth/v2/authorization and …/oauth/v2/accessToken',
      source: flow,
    },
    {
      url: 'api.linkedin.com/uas/oauth',
      standing: 'gone',
      instead: 'https://www.linkedin.com/oauth/v2/authorization and …/oauth/v2/accessToken',
      source: flow,
    },
    {
      url: 'api.linkedin.com/v1/',
      standing: 'gone',
      instead: 'https://api.linkedin.com/v2/userinfo',
      source: flow,
    },
  ],
  scopes,
  client: {
    authentication: fact(['client_secret_post'], observed('nextauthjs/next-auth#5220')),
    rejectedAuthentication: fact(['client_secret_basic'], observed('nextauthjs/next-auth#5220')),
    pkce: fact(
      'rejected',
      observed('nextauthjs/next-auth#8831'),
      'at the ordinary endpoint; the native one requires it',
    ),
    pkceMethods: fact(['S256'], native),
    scopeDelimiter: fact(' ', flow),
    clientCredentials: fact(true, client),
    defaultScope: fact(['openid', 'profile', 'email'], discovery),
    requiredParameters: fact(['scope'], flow),
    clientId: fact(
      {
        pattern: '[a-z0-9]{12,14}',
        words: 'has 14 (older ones 12) small letters and digits',
        otherwise: 'The passed in client_id is invalid.',
      },
      credentials,
    ),
    clientSecret: fact(
      {
        pattern: '[A-Za-z0-9]{16}|WPL_AP\\d\\.[A-Za-z0-9]{16}\\.[A-Za-z0-9+/]{6}==',
        words: 'has 16 letters and digits, or begins with WPL_AP1. and ends with ==',
        sign: '^WPL_AP\\d\\.',
        otherwise: 'Client authentication failed.',
      },
      credentials,
    ),
  },
  notes,
  parameters,
  lifetimes: {
    code: fact(lifetimes.code, flow),
    accessToken: fact(lifetimes.memberToken, flow),
    refreshToken: fact(lifetimes.refreshToken, flow),
  },
  errors: [
    ...literalsOfProfile(),
    {
      ...posts,
      text: 'Content is a duplicate of {urn}',
      cause: 'duplicate',
      status: 422,
      note: 'The same text was posted before, and stays blocked after it was deleted. Change the text.',
      source: observed('ComposioHQ/composio#2710'),
    },
    {
      ...posts,
      text: 'DUPLICATE_POST',
      cause: 'duplicate',
      note: 'The same text was posted before, and stays blocked after it was deleted. Change the text.',
      source: observed('ComposioHQ/composio#2710'),
    },
    {
      ...posts,
      text: 'Organization Or Events permissions must be used when using organization as author',
      cause: 'permission',
      status: 400,
      note: 'Ask for w_organization_social, which the product Community Management grants, and get a new token.',
      source: observed('jikig-ai/soleur#4863'),
    },
    {
      ...posts,
      text: 'Owner entity type person is not supported',
      cause: 'request',
      status: 400,
      source: observed('Linkedin-RSS#5'),
    },
    {
      ...posts,
      text: 'Resource method could not be resolved from request parameters',
      cause: 'request',
      status: 400,
      note: 'Percent-encode a URN in the path, and compare the method with the documented call.',
      source: observed('linkedin-developers/linkedin-api-python-client#47'),
    },
    {
      at: 'token',
      arrival: 'client',
      text: 'Wrong issuer from token. Got: https://www.linkedin.com/oauth',
      recognition: 'identifies',
      cause: 'id-token',
      note: 'Since April 2024 the issuer is https://www.linkedin.com/oauth.',
      source: observed('keycloak/keycloak#28686'),
    },
    {
      at: 'token',
      arrival: 'client',
      text: "Missing 'nonce' claim",
      recognition: 'shared',
      cause: 'id-token',
      note: "LinkedIn's id_token has no nonce: switch that check off in the client library.",
      source: observed('authlib/authlib#763'),
    },
  ],
  marks: [
    // The heading of every error page; the sentence below it tells the cause.
    {
      kind: 'page',
      text: 'Bummer, something went wrong.',
      source: observed('zoonman/linkedin-api-php-client#32'),
    },
    {
      kind: 'member',
      text: '"serviceErrorCode"',
      source: documented(
        'https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling',
      ),
    },
    { kind: 'error code', text: 'unauthorized_scope_error', source: observed('n8n-io/n8n#14654') },
    { kind: 'error code', text: 'user_cancelled_login', source: flow },
    { kind: 'error code', text: 'user_cancelled_authorize', source: flow },
    { kind: 'error code', text: 'NONEXISTENT_VERSION', source: observed('n8n-io/n8n#14737') },
  ],
};
