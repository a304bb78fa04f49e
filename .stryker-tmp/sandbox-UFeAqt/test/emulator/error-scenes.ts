// @ts-nocheck
import type { linkedin } from '../../src/providers/linkedin.ts';
import {
  authorizationUrl,
  bearer,
  DAY,
  exchange,
  LOGIN_FORM,
  ORIGIN,
  type Play,
  play,
  tokensOf,
  walk,
} from './play.ts';
import {
  ask,
  clientCredentials,
  INTROSPECTION,
  introspectionForm,
  newCode,
  refreshForm,
  send,
  TOKEN,
} from './requests.ts';
/** Cases that the emulator does not play, and why. */
export const NOT_PLAYED: Partial<Record<keyof typeof linkedin.errors, string>> = {};

export type Values = Record<string, string>;
type Scene = (stage: Play) => Promise<readonly [Response, values?: Values]>;

/** How each case comes about, and the values in its text. */
export const scenes: Partial<Record<keyof typeof linkedin.errors, Scene>> = {
  redirect_uri_mismatch: async (stage) => [
    await ask(stage, { redirect_uri: 'http://localhost:3000/callback/' }),
  ],
  unknown_client_id: async (stage) => [
    await ask(stage, { client_id: 'undefined' }),
    { client_id: 'undefined' },
  ],
  native_pkce_not_enabled: async (stage) => {
    const url = authorizationUrl(stage.settings()).replace(/^[^?]*/, '/oauth/native-pkce/authorization');
    return [await stage.get(url)];
  },
  unauthorized_scope: async (stage) => [
    await ask(stage, { scope: 'openid r_liteprofile r_emailaddress' }),
    { scope: 'r_liteprofile' },
  ],
  authorization_parameter_missing: async (stage) => [
    await ask(stage, { scope: undefined }),
    { parameter: 'scope' },
  ],
  unsupported_response_type: async (stage) => [
    await ask(stage, { response_type: 'token' }),
    { response_type: 'token' },
  ],
  user_cancelled_login: async (stage) => {
    const { get, follow } = stage.browser();
    const login = await follow(await get(authorizationUrl(stage.settings())));
    return [(await get(ORIGIN + login.$(`${LOGIN_FORM} ~ a`).attr('href'))).response];
  },
  user_cancelled_authorize: async (stage) => [
    (await walk(stage.browser(), stage.settings('cancels-consent'))).response,
  ],

  client_authentication_failed: async (stage) => [
    await stage.post(TOKEN, {
      ...clientCredentials(stage),
      client_secret: 'WPL_AP1.EmulatorNotReal1.fa /ke==',
    }),
  ],
  code_verifier_on_ordinary_endpoint: async (stage) => {
    const form = exchange(stage.settings(), await newCode(stage));
    return [await stage.post(TOKEN, { ...form, code_verifier: 'v'.repeat(43) })];
  },
  application_tokens_not_allowed: async (stage) => [
    await stage.post(TOKEN, clientCredentials(stage, 'no-application-tokens')),
  ],
  token_unknown_client_id: async (stage) => [
    await stage.post(TOKEN, { ...clientCredentials(stage), client_id: 'abcdefghijk' }),
    { client_id: 'abcdefghijk' },
  ],
  invalid_grant_type: async (stage) => [
    await stage.post(TOKEN, { ...clientCredentials(stage), grant_type: 'password' }),
  ],
  token_parameter_missing: async (stage) => [
    await stage.post(`${TOKEN}?${new URLSearchParams(clientCredentials(stage))}`, {}),
    { parameter: 'grant_type' },
  ],
  code_not_found: async (stage) => [await stage.post(TOKEN, exchange(stage.settings(), 'AQTneverIssued'))],
  code_mismatch: async (stage) => {
    const form = exchange(stage.settings(), await newCode(stage));
    return [await stage.post(TOKEN, { ...form, redirect_uri: 'https://oauth.pstmn.io/v1/callback' })];
  },
  refresh_token_invalid: async (stage) => [await stage.post(TOKEN, refreshForm(stage, 'AQXneverIssued'))],
  refresh_token_client_mismatch: async (stage) => {
    const { refresh_token } = await tokensOf(stage);
    return [await stage.post(TOKEN, refreshForm(stage, refresh_token, 'no-application-tokens'))];
  },
  refresh_not_allowed: async (stage) => [
    await stage.post(TOKEN, refreshForm(stage, 'AQXneverIssued', 'no-refresh-tokens')),
  ],

  introspection_client_failed: async (stage) => [
    await stage.post(INTROSPECTION, { ...introspectionForm(stage), client_secret: 'wrong' }),
  ],
  introspection_parameter_missing: async (stage) => [
    await stage.post(INTROSPECTION, { ...introspectionForm(stage), token: '' }),
    { parameter: 'token' },
  ],
  introspection_unknown_client_id: async (stage) => [
    await stage.post(INTROSPECTION, { ...introspectionForm(stage), client_id: 'stranger' }),
    { client_id: 'stranger' },
  ],

  empty_access_token: async (stage) => [await stage.get('/v2/userinfo')],
  unknown_authentication_scheme: async (stage) => [
    await stage.get('/v2/userinfo', { authorization: 'Basic YTpi' }),
  ],
  invalid_access_token: async (stage) => [await stage.get('/v2/userinfo', bearer('AQVneverIssued'))],
  expired_access_token: async (stage) => {
    const { access_token } = await tokensOf(stage);
    stage.clock.now += 60 * DAY;
    return [await stage.get('/v2/userinfo', bearer(access_token))];
  },
  revoked_access_token: async (stage) => {
    const { access_token } = await tokensOf(stage);
    await tokensOf(stage, 'default', 'alice', { scope: 'openid' });
    return [await stage.get('/v2/userinfo', bearer(access_token))];
  },
  not_enough_permissions: async (stage) => {
    const { access_token } = await tokensOf(stage, 'default', 'alice', { scope: 'openid profile' });
    return [await stage.get('/v2/me', bearer(access_token)), { operation: 'me.GET.NO_VERSION' }];
  },
  author_not_allowed: async (stage) => {
    const { access_token } = await tokensOf(stage);
    const body = JSON.stringify({ author: '12345', lifecycleState: '', specificContent: {}, visibility: {} });
    return [await send(stage, '/v2/ugcPosts', body, bearer(access_token))];
  },
  version_missing: async (stage) => [await send(stage, '/rest/posts', '{}', { 'linkedin-version': '' })],
  nonexistent_version: async (stage) => [
    await send(stage, '/rest/posts', '{}', { 'linkedin-version': '202504' }),
    { version: '20250401' },
  ],
  resource_not_found: async (stage) => [await stage.get('/v2/nothing')],
  throttled: async () => [
    await play(undefined, ['api=throttle']).get('/v2/me'),
    { limit: 'APPLICATION DAY' },
  ],
  invalid_body: async (stage) => {
    const { access_token } = await tokensOf(stage);
    const response = await send(stage, '/rest/posts', '{"author":"urn:li:person:1"}', bearer(access_token));
    return [response, { path: '/commentary', reason: 'field is required but not found' }];
  },
};
