import { describe, expect, test } from 'vitest';
import { type ErrorCase, errorText } from '../../src/providers/error-case.ts';
import { ERROR_PAGE_HEADING } from '../../src/providers/linkedin/authorization-errors.ts';
import { LINKEDIN_VERSION } from '../../src/providers/linkedin/resources.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import {
  authorizationUrl,
  bearer,
  callbackOf,
  DAY,
  exchange,
  LOGIN_FORM,
  ORIGIN,
  type Play,
  play,
  tokensOf,
  walk,
} from './play.ts';

/** Cases that the emulator does not play, and why. */
const NOT_PLAYED: Partial<Record<keyof typeof linkedin.errors, string>> = {
  throttled: 'counting and faults come with an issue of their own',
};

type Values = Record<string, string>;
type Scene = (stage: Play) => Promise<readonly [Response, values?: Values]>;

const TOKEN = new URL(linkedin.metadata.token_endpoint).pathname;
const INTROSPECTION = new URL(linkedin.metadata.introspection_endpoint).pathname;
const POST_HEADERS = { 'linkedin-version': LINKEDIN_VERSION, 'content-type': 'application/json' };

/** How each case comes about, and the values in its text. */
const scenes: Partial<Record<keyof typeof linkedin.errors, Scene>> = {
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
    const form = exchange(stage.settings(), await codeOf(stage));
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
    const form = exchange(stage.settings(), await codeOf(stage));
    return [await stage.post(TOKEN, { ...form, redirect_uri: 'https://oauth.pstmn.io/v1/callback' })];
  },
  refresh_token_invalid: async (stage) => [await stage.post(TOKEN, refresh(stage, 'AQXneverIssued'))],
  refresh_token_client_mismatch: async (stage) => {
    const { refresh_token } = await tokensOf(stage);
    return [await stage.post(TOKEN, refresh(stage, refresh_token, 'no-application-tokens'))];
  },
  refresh_not_allowed: async (stage) => [
    await stage.post(TOKEN, refresh(stage, 'AQXneverIssued', 'no-refresh-tokens')),
  ],

  introspection_client_failed: async (stage) => [
    await stage.post(INTROSPECTION, { ...introspect(stage), client_secret: 'wrong' }),
  ],
  introspection_parameter_missing: async (stage) => [
    await stage.post(INTROSPECTION, { ...introspect(stage), token: '' }),
    { parameter: 'token' },
  ],
  introspection_unknown_client_id: async (stage) => [
    await stage.post(INTROSPECTION, { ...introspect(stage), client_id: 'stranger' }),
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
  invalid_body: async (stage) => {
    const { access_token } = await tokensOf(stage);
    const response = await send(stage, '/rest/posts', '{"author":"urn:li:person:1"}', bearer(access_token));
    return [response, { path: '/commentary', reason: 'field is required but not found' }];
  },
};

const current = Object.entries(linkedin.errors).filter(
  ([, errorCase]: [string, ErrorCase]) => !errorCase.past,
);

describe('every way in which LinkedIn says no', () => {
  test('is played, or listed with the reason why not', () => {
    const answered = [...Object.keys(scenes), ...Object.keys(NOT_PLAYED)].sort();
    expect(answered).toEqual(current.map(([name]) => name).sort());
  });

  test.each(current.filter(([name]) => !(name in NOT_PLAYED)))(
    'is played literally: %s',
    async (name, errorCase) => {
      const scene = scenes[name as keyof typeof linkedin.errors];
      const [response, values = {}] = (await scene?.(play())) ?? [];
      await expectCase(errorCase, response as Response, errorText(errorCase, values as Values));
    },
  );
});

describe('the order of the checks at the token endpoint', () => {
  const order = ['grant_type', 'client_id', 'client_secret', 'code', 'redirect_uri'];
  test.each(order)('names %s when it is the first that is missing', async (parameter) => {
    const stage = play();
    const all = Object.entries(exchange(stage.settings(), 'AQTx'));
    const given = all.filter(([name]) => order.indexOf(name) < order.indexOf(parameter));
    const response = await stage.post(TOKEN, given);
    const expected = errorText(linkedin.errors.token_parameter_missing, { parameter });
    expect(await response.json()).toMatchObject({ error_description: expected });
  });

  test('looks at the client before the code, and at the secret before what the application may do', async () => {
    const stage = play();
    const form = exchange(stage.settings(), 'AQTneverIssued');
    expect((await stage.post(TOKEN, { ...form, client_secret: 'x' })).status).toBe(401);
    const forbidden = { ...clientCredentials(stage, 'no-application-tokens'), client_secret: 'x' };
    const { error } = (await (await stage.post(TOKEN, forbidden)).json()) as { error: string };
    expect(error).toBe('invalid_client');
  });

  test('reads nothing from an Authorization header, a JSON body or a GET', async () => {
    const stage = play();
    const { client_id, client_secret } = stage.settings();
    const authorization = `Basic ${btoa(`${client_id}:${client_secret}`)}`;
    const basic = await stage.post(TOKEN, { grant_type: 'client_credentials' }, { authorization });
    const json = await send(stage, TOKEN, JSON.stringify(clientCredentials(stage)));
    const get = await stage.get(`${TOKEN}?${new URLSearchParams(clientCredentials(stage))}`);
    const missing = (parameter: string) => errorText(linkedin.errors.token_parameter_missing, { parameter });
    const descriptions = await Promise.all(
      [basic, json, get].map(async (response) => [response.status, await description(response)]),
    );
    expect(descriptions).toEqual([
      [400, missing('client_id')],
      [400, missing('grant_type')],
      [400, missing('grant_type')],
    ]);
  });

  test('refuses a parameter that is sent twice', async () => {
    const stage = play();
    const twice: [string, string][] = [...Object.entries(clientCredentials(stage)), ['client_id', 'another']];
    const response = await stage.post(TOKEN, twice);
    expect(response.status).toBe(400);
    expect(await description(response)).toContain('client_id');
  });
});

describe('the order of the checks at the authorization endpoint', () => {
  test('refuses an unknown client before it looks at the redirect_uri, and both without a redirect', async () => {
    const response = await ask(play(), { client_id: 'x', redirect_uri: 'https://attacker.example/' });
    expect(response.status).toBe(401);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain('client_id is invalid');
  });

  test.each([['response_type'], ['scope'], ['state']])(
    'refuses %s given twice, by redirect',
    async (name) => {
      const stage = play();
      const response = await stage.get(
        `${authorizationUrl(stage.settings())}&${name}=again`.replace(ORIGIN, ''),
      );
      expect(response.headers.get('location')).toMatch(
        /^http:\/\/localhost:3000\/callback\?error=invalid_request/,
      );
    },
  );

  test('refuses a redirect_uri given twice on a page', async () => {
    const stage = play();
    const url = `${authorizationUrl(stage.settings())}&redirect_uri=https%3A%2F%2Fattacker.example`;
    expect((await stage.get(url.replace(ORIGIN, ''))).status).toBe(401);
  });

  test.each([
    'http://localhost:3000/callback/',
    'http://localhost:3000/Callback',
    'http://LOCALHOST:3000/callback',
    'http://127.0.0.1:3000/callback',
    'https://localhost:3000/callback',
    'http://localhost:3001/callback',
    'http://localhost:3000/%63allback',
    'http%3A%2F%2Flocalhost%3A3000%2Fcallback',
    'http://localhost:3000/callback#x',
    'http://localhost:3000/callback/../callback',
  ])('compares the redirect_uri character by character: %s is another one', async (redirect_uri) => {
    const response = await ask(play(), { redirect_uri });
    expect(response.status).toBe(401);
    expect(await response.text()).toContain(linkedin.errors.redirect_uri_mismatch.text);
  });

  test('escapes the quotes around a scope twice, as LinkedIn does', async () => {
    const location = (await ask(play(), { scope: 'r_liteprofile' })).headers.get('location');
    expect(location).toContain(
      'error_description=Scope+%26quot%3Br_liteprofile%26quot%3B+is+not+authorized+for+your+application',
    );
  });

  test('escapes what the address brings into a page', async () => {
    const text = await (await ask(play(), { client_id: '"><script>alert(1)</script>' })).text();
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;');
  });
});

async function expectCase(errorCase: ErrorCase, response: Response, text: string): Promise<void> {
  switch (errorCase.place) {
    case 'authorization page': {
      expect(response.status).toBe(errorCase.status);
      const html = (await response.text()).replaceAll('&quot;', '"');
      expect(html).toContain(ERROR_PAGE_HEADING);
      expect(html).toContain(`<p>${text}</p>`);
      return;
    }
    case 'authorization redirect': {
      const { searchParams } = new URL(response.headers.get('location') ?? '');
      expect(Object.fromEntries(searchParams)).toEqual({
        error: errorCase.error,
        error_description: text,
        state: 'st/a+te=1',
      });
      return;
    }
    case 'token':
    case 'introspection':
      expect(response.status).toBe(errorCase.status);
      expect(await response.json()).toEqual({ error: errorCase.error, error_description: text });
      return;
    case 'api': {
      const { status, serviceErrorCode, error: code } = errorCase;
      expect(response.status).toBe(status);
      expect(await response.json()).toEqual(
        JSON.parse(JSON.stringify({ status, serviceErrorCode, code, message: text })),
      );
      return;
    }
    case 'login':
      throw new Error('There are no such cases yet.');
  }
}

async function ask({ settings, get }: Play, changes: Record<string, string | undefined>): Promise<Response> {
  return get(authorizationUrl(settings(), changes).replace(ORIGIN, ''));
}

async function codeOf({ browser, settings }: Play): Promise<string> {
  return callbackOf(await walk(browser(), settings())).code ?? '';
}

async function description(response: Response): Promise<string> {
  return ((await response.json()) as { error_description: string }).error_description;
}

function clientCredentials({ settings }: Play, app?: string): Values {
  const { client_id, client_secret } = settings(app);
  return { grant_type: 'client_credentials', client_id, client_secret };
}

function refresh(stage: Play, refresh_token: string, app?: string): Values {
  return { ...clientCredentials(stage, app), grant_type: 'refresh_token', refresh_token };
}

function introspect({ settings }: Play): Values {
  const { client_id, client_secret } = settings();
  return { client_id, client_secret, token: 'AQVx' };
}

async function send({ emulator }: Play, path: string, body: string, headers: Values = {}): Promise<Response> {
  const all = Object.fromEntries(
    Object.entries({ ...POST_HEADERS, ...headers }).filter(([, value]) => value !== ''),
  );
  return emulator.fetch(new Request(ORIGIN + path, { method: 'POST', body, headers: all }));
}
