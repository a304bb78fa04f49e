import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, literals, observed } from '../sourced.ts';

const webServer = documented('https://developers.google.com/identity/protocols/oauth2/web-server');
const loopback = documented(
  'https://developers.google.com/identity/protocols/oauth2/resources/loopback-migration',
);
const betterAuth = library('better-auth/better-auth packages/core/src/social-providers/google.ts');
const newEndpoints = library('golang/oauth2 commit 529b322ea34655aa15fb32e063f3d4d3cf803cac');
const page = { at: 'authorization', arrival: 'page', recognition: 'identifies' } as const;

export const google: ProviderFacts = {
  id: 'google',
  name: 'Google',
  kind: 'service',
  hosts: [
    'accounts.google.com',
    'oauth2.googleapis.com',
    'openidconnect.googleapis.com',
    'www.googleapis.com',
  ],
  redirectUris: fact(
    {
      bans: [
        { ban: 'plain http', except: ['localhost', '127.0.0.0/8', '[::1]'] },
        { ban: 'fragment' },
        { ban: 'wildcard' },
        { ban: 'user info' },
        { ban: 'IP address' },
      ],
      leniencies: [
        { ignores: 'port', of: ['localhost', '127.0.0.1', '[::1]'], registered: 'any', for: ['native'] },
      ],
      ways: [{ way: 'same text' }],
    },
    webServer,
  ),
  registration: {
    page: fact('Google Cloud Console → Google Auth Platform → Clients → the client', webServer),
    field: fact('Authorized redirect URIs', webServer),
    http: fact('loopback', webServer),
    localhost: fact('allowed', webServer),
    loopbackIp: fact('allowed', loopback),
    wildcard: fact('rejected', webServer),
  },
  endpoints: {
    authorization: fact('https://accounts.google.com/o/oauth2/v2/auth', betterAuth),
    token: fact('https://oauth2.googleapis.com/token', betterAuth),
    userinfo: fact(
      'https://openidconnect.googleapis.com/v1/userinfo',
      observed('public notes that quote developers.google.com/identity/openid-connect'),
    ),
    discovery: fact(
      'https://accounts.google.com/.well-known/openid-configuration',
      library('nextauthjs/next-auth packages/core/src/providers/google.ts'),
    ),
    issuer: fact('https://accounts.google.com', betterAuth),
  },
  retiredEndpoints: [
    {
      url: 'accounts.google.com/o/oauth2/token',
      standing: 'superseded',
      instead: 'https://oauth2.googleapis.com/token',
      source: newEndpoints,
    },
    {
      url: 'www.googleapis.com/oauth2/v4/token',
      standing: 'superseded',
      instead: 'https://oauth2.googleapis.com/token',
      source: observed('googleapis/node-gtoken#466'),
    },
  ],
  client: {
    // The documentation shows the body; a library that many sign in with sends the header.
    authentication: fact(
      ['client_secret_post', 'client_secret_basic'],
      library('pilcrowonpaper/arctic src/providers/google.ts'),
    ),
    pkce: fact('allowed', betterAuth),
    pkceMethods: fact(['S256'], betterAuth),
    scopeDelimiter: fact(' ', webServer),
    grantedScopeDelimiter: fact(' ', webServer),
    defaultScope: fact(['openid', 'profile', 'email'], betterAuth),
  },
  errors: [
    {
      ...page,
      text: 'Error 400: redirect_uri_mismatch',
      cause: 'redirect-uri',
      status: 400,
      source: webServer,
    },
    {
      ...page,
      text: "If you're the app developer, register the redirect URI in the Google Cloud Console. Request details: redirect_uri={requested}",
      cause: 'redirect-uri',
      status: 400,
      source: observed('hwi/HWIOAuthBundle#1955'),
    },
    {
      ...page,
      text: "You can't sign in to this app because it doesn't comply with Google's OAuth 2.0 policy. If you're the app developer, register the redirect URI in the Google Cloud Console.",
      cause: 'redirect-uri',
      status: 400,
      source: observed('hwi/HWIOAuthBundle#1955'),
    },
    {
      ...page,
      text: "You can't sign in to this app because it doesn't comply with Google's OAuth 2.0 policy for keeping apps secure",
      cause: 'request',
      status: 400,
      note: 'A parameter has a form that Google forbids, often the redirect_uri: http on a public host, or an IP address.',
      source: observed('interaapps/pastefy#53'),
    },
    {
      ...page,
      text: 'The redirect URI in the request, {requested}, does not match the ones authorized for the OAuth client',
      cause: 'redirect-uri',
      note: 'The older wording of the page.',
      source: observed('yegor256/netbout#1116; socioboard/Socioboard-5.0#196'),
    },
    {
      ...page,
      text: 'register the JavaScript origin in the Google Cloud Console',
      cause: 'origin',
      status: 400,
      note: 'This is not about a redirect URI: add the origin to "Authorized JavaScript origins".',
      source: observed('whatsapp-contact-sync#195'),
    },
    {
      ...page,
      text: 'has not completed the Google verification process',
      cause: 'consent',
      status: 403,
      note: 'The publishing status is Testing: add the account as a test user, or publish the app.',
      source: observed('googleworkspace/cli#281'),
    },
    ...literals(
      { ...page, source: observed('tmc/drive-login#34') },
      { 'The OAuth client was not found.': 'client-id' },
    ),
    ...literals(
      { ...page, recognition: 'shared', source: observed('tmc/drive-login#34') },
      { 'Error 401: invalid_client': 'client-id' },
    ),
    ...literals(
      { ...page, recognition: 'shared', source: webServer },
      {
        'Error 403: access_denied': 'consent',
        'Error 400: invalid_grant': 'code',
        'Error 400: invalid_scope': 'scope',
      },
    ),
    ...literals(
      { ...page, source: webServer },
      {
        admin_policy_enforced: 'consent',
        disallowed_useragent: 'blocked',
        org_internal: 'consent',
        'Error 403: org_internal': 'consent',
        'Error 403: disallowed_useragent': 'blocked',
        'Error 401: deleted_client': 'client-id',
      },
    ),
    {
      at: 'token',
      arrival: 'JSON',
      text: 'Token has been expired or revoked.',
      recognition: 'shared',
      cause: 'token',
      status: 400,
      note: 'A refresh token of an app in Testing lives for seven days.',
      source: observed('insanum/gcalcli#628'),
    },
    {
      at: 'token',
      arrival: 'JSON',
      text: '"error": "invalid_grant", "error_description": "Bad Request"',
      recognition: 'shared',
      cause: 'token',
      status: 400,
      note: 'A refresh token of an app in Testing lives for seven days; a revoked one, or a changed password, looks the same.',
      source: observed('hanydd/BilibiliSponsorBlock#330'),
    },
    {
      at: 'token',
      arrival: 'JSON',
      text: 'redirect_uri_mismatch',
      recognition: 'shared',
      cause: 'redirect-uri',
      status: 400,
      source: webServer,
    },
  ],
};
