import type { ProviderFacts } from '../facts.ts';
import { documented, fact, library, literals, observed } from '../sourced.ts';

const access = documented('https://docs.slack.dev/reference/methods/oauth.v2.access');
const nango = library('NangoHQ/nango packages/providers/providers.yaml');
const nextAuth = library('https://next-auth.js.org/providers/slack');
const bolt = documented('https://docs.slack.dev/tools/bolt-python/concepts/authenticating-oauth');

export const slack: ProviderFacts = {
  id: 'slack',
  name: 'Slack',
  kind: 'service',
  hosts: ['slack.com', 'api.slack.com'],
  redirectUris: fact(
    {
      bans: [{ ban: 'plain http', except: [] }],
      ways: [
        { way: 'same text' },
        {
          way: 'below',
          subDomains: false,
          when: {
            clause: 'Slack still takes a path below the registered one, as its documentation said for years',
            usually: 'unknown',
          },
        },
      ],
    },
    observed('outline/outline#688; slackapi/bolt-js#1115'),
  ),
  registration: {
    page: fact('api.slack.com/apps → the app → OAuth & Permissions', bolt),
    field: fact('Redirect URLs', bolt),
    http: fact('none', nextAuth),
    localhost: fact('rejected', nextAuth, 'with http; tunnels work'),
    mayBeLeftOut: fact(true, access),
  },
  endpoints: {
    authorization: fact('https://slack.com/oauth/v2/authorize', nango),
    token: fact('https://slack.com/api/oauth.v2.access', nango),
    userinfo: fact(
      'https://slack.com/api/auth.test',
      library('NangoHQ/nango packages/providers/providers.yaml'),
    ),
  },
  retiredEndpoints: [
    {
      url: 'slack.com/api/oauth.access',
      standing: 'superseded',
      instead: 'https://slack.com/api/oauth.v2.access',
      source: documented('https://docs.slack.dev/reference/methods/oauth.access/'),
    },
  ],
  client: {
    authentication: fact(['client_secret_basic', 'client_secret_post'], access),
    requestBody: fact('form or JSON', access),
    scopeDelimiter: fact(',', nango),
    grantedScopeDelimiter: fact(',', access),
    bearerTokenTypes: fact(['bot', 'user'], access),
    errorStatus: fact(200, observed('pennersr/django-allauth#2878')),
  },
  errors: [
    {
      text: 'redirect_uri did not match any configured URIs. Passed URI: {requested}',
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      source: observed('outline/outline#688'),
    },
    {
      text: 'redirect_uri did not match any configured URIs. Passed URI : {requested} Allowed URI : {registered}',
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      source: observed('outline/outline#688'),
    },
    {
      text: 'redirect_uri did not match any configured URIs.',
      recognition: 'identifies',
      cause: 'redirect-uri',
      at: 'authorization',
      arrival: 'page',
      source: observed('outline/outline#688'),
    },
    ...literals(
      { recognition: 'identifies', at: 'token', arrival: 'JSON', status: 200, source: access },
      { oauth_authorization_url_mismatch: 'request', bad_client_secret: 'client-authentication' },
    ),
    ...literals(
      { recognition: 'shared', at: 'token', arrival: 'JSON', status: 200, source: access },
      {
        bad_redirect_uri: 'redirect-uri-at-token',
        '"ok": false, "error": "invalid_code"': 'code',
        '"ok": false, "error": "invalid_client_id"': 'client-id',
        '"ok": false, "error": "invalid_grant_type"': 'grant',
        '"ok": false, "error": "code_already_used"': 'code',
      },
    ),
    ...literals(
      { recognition: 'shared', at: 'api', arrival: 'JSON', status: 200, source: access },
      {
        '"ok": false, "error": "invalid_auth"': 'token',
        '"ok": false, "error": "missing_scope"': 'permission',
      },
    ),
  ],
};
