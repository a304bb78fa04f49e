import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, literals, observed } from '../sourced.ts';

const replyUrl = documented('https://learn.microsoft.com/en-us/entra/identity-platform/reply-url');
const codeFlow = documented(
  'https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow',
);
const nextAuth = library('nextauthjs/next-auth packages/core/src/providers/microsoft-entra-id.ts');
const userinfo = observed('the URL in ten public clients');
const errorCodes = documented(
  'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
);
const identified = { recognition: 'identifies', arrival: 'JSON' } as const;

export const entra: ProviderFacts = {
  id: 'entra',
  name: 'Microsoft Entra ID',
  aliases: ['microsoft', 'azure', 'azure-ad', 'aad', 'entra-id', 'microsoft-entra-id'],
  kind: 'service',
  hosts: ['login.microsoftonline.com', 'login.microsoft.com', 'login.windows.net', 'login.live.com'],
  variables: {
    tenant: { describe: 'tenant: an ID, a domain, common, organizations or consumers', fallback: 'common' },
  },
  redirectUris: fact(
    {
      bans: [
        { ban: 'host', hosts: ['[::1]'] },
        { ban: 'plain http', except: ['localhost', '127.0.0.1'] },
        { ban: 'characters', characters: "!$'(),;" },
        { ban: 'fragment' },
      ],
      leniencies: [{ ignores: 'port', of: ['localhost'], registered: 'any' }],
      ways: [
        { way: 'same text' },
        {
          way: 'sub-domain star',
          when: {
            clause:
              'the wildcard was set in the manifest of an app that signs in work or school accounts only',
            usually: 'on',
          },
        },
      ],
    },
    replyUrl,
  ),
  registration: {
    page: fact('Entra admin center → App registrations → the app → Authentication', replyUrl),
    field: fact('Redirect URIs (of the platform Web, SPA, or Mobile and desktop)', replyUrl),
    http: fact('localhost', replyUrl),
    localhost: fact('allowed', replyUrl),
    loopbackIp: fact('rejected', replyUrl, 'with http, in the portal; the manifest takes it'),
    query: fact('allowed', replyUrl, 'for apps that sign in work or school accounts only'),
    wildcard: fact('rejected', replyUrl, 'in the portal; the manifest takes it for work or school accounts'),
    most: fact(256, replyUrl, '100 where personal accounts sign in'),
    longest: fact(256, replyUrl),
  },
  endpoints: {
    authorization: fact('https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize', codeFlow),
    token: fact('https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token', codeFlow),
    userinfo: fact('https://graph.microsoft.com/oidc/userinfo', userinfo),
    discovery: fact(
      'https://login.microsoftonline.com/{tenant}/v2.0/.well-known/openid-configuration',
      nextAuth,
    ),
    issuer: fact('https://login.microsoftonline.com/{tenant}/v2.0', nextAuth),
  },
  retiredEndpoints: (['authorize', 'token'] as const).map((name) => ({
    url: `login.microsoftonline.com/{tenant}/oauth2/${name}`,
    standing: 'superseded',
    instead: `https://login.microsoftonline.com/{tenant}/oauth2/v2.0/${name}, with scope in place of resource`,
    source: documented(
      'https://learn.microsoft.com/de-de/training/modules/msgraph-build-aspnetmvc-apps/4-add-auth',
    ),
  })),
  client: {
    authentication: fact(['client_secret_post', 'client_secret_basic', 'private_key_jwt', 'none'], codeFlow),
    pkce: fact('allowed', codeFlow, 'required for redirect URIs of the platform SPA'),
    pkceMethods: fact(['S256', 'plain'], codeFlow),
    scopeDelimiter: fact(' ', codeFlow),
    grantedScopeDelimiter: fact(' ', codeFlow),
    clientCredentials: fact(true, errorCodes),
    defaultScope: fact(['openid', 'profile', 'email'], nextAuth),
  },
  lifetimes: { code: fact(600, codeFlow, 'typically') },
  errors: [
    {
      ...identified,
      text: "AADSTS50011: The redirect URI '{requested}' specified in the request does not match the redirect URIs configured for the application '{client_id}'",
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      source: observed('anthropics/claude-code#47975'),
    },
    {
      ...identified,
      text: "AADSTS500112: The reply address '{requested}' does not match the reply address '{registered}' provided when requesting Authorization code.",
      cause: 'redirect-uri-at-token',
      at: 'token',
      note: 'Most often an app behind a proxy builds its callback from the inner request: http, or an inner host.',
      source: observed(
        'lobehub#4258; oauth2-proxy#2949; seen in ten projects, in six of them behind a proxy',
      ),
    },
    {
      ...identified,
      text: "The provided value for the input parameter 'redirect_uri' is not valid. The expected value is a URI which matches a redirect URI registered for this client application.",
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      note: 'The page for personal accounts.',
      source: observed('microsoft/semantic-kernel#905'),
    },
    {
      ...identified,
      text: 'AADSTS7000215',
      cause: 'client-authentication',
      at: 'token',
      note: "The secret's ID was sent in place of its Value, or the secret expired. Create a new one and copy the Value.",
      source: errorCodes,
    },
    {
      ...identified,
      text: 'AADSTS9002325',
      cause: 'pkce',
      at: 'token',
      note: 'The redirect URI is registered under the platform SPA. Register it under Web, or send PKCE from the browser.',
      source: observed('atinux/nuxt-auth-utils#319'),
    },
    {
      ...identified,
      text: 'AADSTS9002326',
      cause: 'origin',
      at: 'token',
      note: 'The request had an Origin header, but the redirect URI is not registered under the platform SPA.',
      source: observed('umijs/umi-request#299'),
    },
    {
      ...identified,
      text: 'AADSTS500113',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      note: 'No reply address is registered for the application.',
      source: errorCodes,
    },
    {
      ...identified,
      text: 'AADSTS500117',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      note: 'Plain http is taken for localhost only.',
      source: observed(
        'https://learn.microsoft.com/en-us/answers/questions/1331300/support-for-localhost-subdomains-as-redirect-uri-i',
      ),
    },
    ...literals(
      { ...identified, at: 'authorization', arrival: 'page', source: errorCodes },
      {
        AADSTS50011: 'redirect-uri',
        AADSTS70004: 'redirect-uri',
        AADSTS900971: 'redirect-uri',
        AADSTS700016: 'client-id',
        AADSTS90002: 'client-id',
        AADSTS65004: 'consent',
        AADSTS90094: 'consent',
        AADSTS90008: 'consent',
        AADSTS650056: 'consent',
        AADSTS50020: 'consent',
        AADSTS53003: 'blocked',
        AADSTS700054: 'request',
        AADSTS90100: 'request',
      },
    ),
    ...literals(
      { ...identified, at: 'token', source: errorCodes },
      {
        AADSTS65001: 'consent',
        AADSTS70011: 'scope',
        AADSTS70001: 'client-id',
        AADSTS700011: 'client-id',
        AADSTS70002: 'client-authentication',
        AADSTS7000218: 'client-authentication',
        AADSTS7000222: 'client-authentication',
        AADSTS700025: 'client-authentication',
        AADSTS54005: 'code',
        AADSTS700005: 'code',
        AADSTS70000: 'token',
        AADSTS70008: 'token',
        AADSTS700082: 'token',
        AADSTS70003: 'grant',
      },
    ),
    {
      ...identified,
      text: 'AADSTS900144',
      cause: 'request',
      at: 'token',
      note: 'The body was empty or of the wrong content type: send it form-encoded.',
      source: errorCodes,
    },
    {
      ...identified,
      text: 'AADSTS700213',
      cause: 'client-authentication',
      at: 'token',
      note: 'The token of the CI differs from the federated credential: compare iss, sub and aud.',
      source: documented('https://azure.github.io/azure-workload-identity/docs/troubleshooting.html'),
    },
  ],
  marks: [{ kind: 'error number', text: 'AADSTS{number}', source: errorCodes }],
};
