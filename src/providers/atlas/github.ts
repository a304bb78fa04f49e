import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, literals, observed } from '../sourced.ts';

const authorizing = documented(
  'https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps',
);
const authorizationErrors = documented(
  'https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-authorization-request-errors',
);
const tokenErrors = documented(
  'https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors',
);
const creating = documented(
  'https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/creating-an-oauth-app',
);
const pkce = documented(
  'https://github.blog/changelog/2025-07-14-pkce-support-for-oauth-and-github-app-authentication',
);
const wildcarding = documented('https://github.com/orgs/community/discussions/204963');
const identified = { recognition: 'identifies' } as const;

export const github: ProviderFacts = {
  id: 'github',
  name: 'GitHub',
  kind: 'service',
  hosts: ['github.com', 'api.github.com'],
  redirectUris: fact(
    {
      leniencies: [
        { ignores: 'port', of: ['127.0.0.1', '[::1]'], registered: 'any' },
        {
          ignores: 'query',
          when: {
            clause: 'GitHub leaves the query out, which its documentation does not say',
            usually: 'unknown',
          },
        },
      ],
      ways: [
        { way: 'same text' },
        {
          way: 'below',
          subDomains: true,
          when: {
            clause: 'wildcarding is on for this callback URL, as it is for apps with a single one',
            usually: 'on',
          },
        },
      ],
    },
    authorizing,
  ),
  registration: {
    page: fact('Settings → Developer settings → OAuth Apps (or GitHub Apps) → the app', creating),
    field: fact('Authorization callback URL', creating),
    http: fact('any host', authorizing),
    localhost: fact('allowed', authorizing),
    loopbackIp: fact('allowed', authorizing),
    most: fact(10, wildcarding, 'since 2026; an OAuth App had one before'),
    mayBeLeftOut: fact(true, authorizing),
  },
  endpoints: {
    authorization: fact('https://github.com/login/oauth/authorize', authorizing),
    token: fact('https://github.com/login/oauth/access_token', authorizing),
    userinfo: fact('https://api.github.com/user', authorizing),
  },
  client: {
    // The documentation shows the body; a library that many sign in with sends the header.
    authentication: fact(
      ['client_secret_post', 'client_secret_basic'],
      library('pilcrowonpaper/arctic src/providers/github.ts'),
    ),
    pkce: fact('allowed', pkce),
    pkceMethods: fact(['S256'], pkce),
    scopeDelimiter: fact(' ', authorizing),
    grantedScopeDelimiter: fact(',', authorizing),
    responseBody: fact('form-encoded unless JSON is asked for', authorizing),
    errorStatus: fact(200, observed('Widen/cloudfront-auth#13')),
    defaultScope: fact(
      ['read:user', 'user:email'],
      documented('https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps'),
    ),
    clientCredentials: fact(false, authorizing),
  },
  lifetimes: { code: fact(600, authorizing) },
  errors: [
    ...literals(
      {
        ...identified,
        at: 'authorization',
        arrival: 'redirect to the registered URI',
        source: authorizationErrors,
      },
      {
        'The redirect_uri MUST match the registered callback URL for this application.': 'redirect-uri',
        'Your application has been suspended. Contact support@github.com.': 'blocked',
        'The user has denied your application access.': 'consent',
      },
    ),
    {
      ...identified,
      text: 'The redirect_uri is not associated with this application.',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      note: 'The heading is "Be careful!".',
      source: observed('RedPlanetHQ/core#231'),
    },
    ...literals(
      { ...identified, at: 'token', arrival: 'form-encoded', status: 200, source: tokenErrors },
      {
        incorrect_client_credentials: 'client-authentication',
        'The client_id and/or client_secret passed are incorrect.': 'client-authentication',
        'The code passed is incorrect or expired.': 'code',
        unverified_user_email: 'consent',
        'The user must have a verified primary email.': 'consent',
      },
    ),
    ...literals(
      { recognition: 'shared', at: 'token', arrival: 'form-encoded', status: 200, source: tokenErrors },
      { bad_verification_code: 'code', application_suspended: 'blocked' },
    ),
    ...literals(
      { recognition: 'shared', at: 'token', arrival: 'form-encoded', status: 200, source: authorizing },
      { device_flow_disabled: 'grant', incorrect_device_code: 'code' },
    ),
  ],
};
