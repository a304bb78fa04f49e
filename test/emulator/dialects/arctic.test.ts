import * as arctic from 'arctic';
import { afterEach, expect, test, vi } from 'vitest';
import { atEmulator, dialectStage, signInAt } from './stage.ts';

/**
 * The provider modules of a library that nobody here wrote (arctic, MIT) sign in at emulated providers. Only the host is
 * replaced: their paths, parameters, encodings and error reading are their own.
 */

interface Client {
  readonly authorize: (state: string, verifier: string, scopes: string[]) => URL;
  readonly exchange: (code: string, verifier: string) => Promise<arctic.OAuth2Tokens>;
  readonly refresh?: (token: string, scopes: string[]) => Promise<arctic.OAuth2Tokens>;
}

/** What the modules have in common; those without PKCE take no verifier. */
interface PkceModule {
  createAuthorizationURL(state: string, verifier: string, scopes: string[]): URL;
  validateAuthorizationCode(code: string, verifier: string): Promise<arctic.OAuth2Tokens>;
  refreshAccessToken(token: string, scopes: string[]): Promise<arctic.OAuth2Tokens>;
}

function withPkce(module: PkceModule): Client {
  return {
    authorize: (state, verifier, scopes) => module.createAuthorizationURL(state, verifier, scopes),
    exchange: (code, verifier) => module.validateAuthorizationCode(code, verifier),
    refresh: (token, scopes) => module.refreshAccessToken(token, scopes),
  };
}

const HOST = 'emulated.example';

type Settings = Readonly<Record<string, string>>;

const modules: Readonly<Record<string, (id: string, secret: string, uri: string) => Client>> = {
  google: (...client) => withPkce(new arctic.Google(...client)),
  entra: (...client) => withPkce(new arctic.MicrosoftEntraId('common', ...client)),
  github: (...client) => {
    const module = new arctic.GitHub(...client);
    return {
      authorize: (state, _, scopes) => module.createAuthorizationURL(state, scopes),
      exchange: (code) => module.validateAuthorizationCode(code),
    };
  },
  gitlab: (...client) => {
    const module = new arctic.GitLab(`https://${HOST}`, ...client);
    return {
      authorize: (state, _, scopes) => module.createAuthorizationURL(state, scopes),
      exchange: (code) => module.validateAuthorizationCode(code),
      refresh: (token) => module.refreshAccessToken(token),
    };
  },
  auth0: (...client) => withPkce(new arctic.Auth0(HOST, ...client)),
  okta: (...client) => withPkce(new arctic.Okta(HOST, null, ...client)),
  keycloak: (...client) => withPkce(new arctic.KeyCloak(`https://${HOST}/realms/practice`, ...client)),
  discord: (...client) => withPkce(new arctic.Discord(...client)),
  spotify: (...client) => withPkce(new arctic.Spotify(...client)),
  x: (...client) => withPkce(new arctic.Twitter(...client)),
  cognito: (...client) => withPkce(new arctic.AmazonCognito(HOST, ...client)),
  twitch: (...client) => {
    const module = new arctic.Twitch(...client);
    return {
      authorize: (state, _, scopes) => module.createAuthorizationURL(state, scopes),
      exchange: (code) => module.validateAuthorizationCode(code),
    };
  },
};

/** What each provider says to a redirect URI that is off by one character, word for word. */
const rejected: Readonly<Record<string, { readonly at: RegExp; readonly atToken?: RegExp }>> = {
  google: {
    at: /Error 400: redirect_uri_mismatch[\s\S]*register the redirect URI in the Google Cloud Console/,
    atToken: /redirect_uri_mismatch/,
  },
  entra: {
    at: /AADSTS50011: The redirect URI &#39;\S+callbacks&#39; specified in the request does not match/,
    atToken: /AADSTS500112: The reply address '\S+callbacks' does not match the reply address '\S+callback'/,
  },
  github: {
    at: /error=redirect_uri_mismatch&error_description=The\+redirect_uri\+MUST\+match\+the\+registered\+callback\+URL/,
    atToken: /redirect_uri_mismatch The redirect_uri MUST match/,
  },
  gitlab: { at: /The redirect URI included is not valid\./, atToken: /invalid_grant/ },
  auth0: {
    at: /Callback URL mismatch\.[\s\S]*not in the list of allowed callback URLs/,
    atToken: /invalid_grant The redirect URI is wrong\. You sent \S+callbacks, and we expected \S+callback/,
  },
  okta: {
    at: /The &#39;redirect_uri&#39; parameter must be a Login redirect URI in the client app settings/,
  },
  keycloak: {
    at: /We are sorry\.\.\. Invalid parameter: redirect_uri/,
    atToken: /invalid_grant Incorrect redirect_uri/,
  },
  discord: {
    at: /Invalid OAuth2 redirect_uri/,
    atToken: /invalid_request Invalid "redirect_uri" in request\./,
  },
  spotify: { at: /INVALID_CLIENT: Invalid redirect URI/, atToken: /invalid_grant Invalid redirect URI/ },
  x: {
    at: /You weren&#39;t able to give access to the App\./,
    atToken: /Value passed for the redirect uri did not match the uri of the authorization code\./,
  },
  cognito: { at: /redirect_mismatch/ },
  twitch: { at: /error=redirect_mismatch&error_description=Parameter\+redirect_uri\+does\+not\+match/ },
};

const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  vi.unstubAllGlobals();
  await Promise.all(open.splice(0).map((close) => close()));
});

/** An emulated provider, and a global fetch that goes there whatever the host. */
async function stage(provider: string) {
  const { origin, settings, close } = await dialectStage(provider);
  open.push(close);
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    if (typeof input === 'string') return real(input, init);
    return real(atEmulator(input.url, origin), {
      method: input.method,
      headers: input.headers,
      body: await input.arrayBuffer(),
    });
  });
  return { origin, settings: settings() };
}

function clientOf(provider: string, settings: Settings, redirectUri = settings.redirect_uri ?? ''): Client {
  const make = modules[provider];
  if (make === undefined) throw new Error(`no module for ${provider}`);
  return make(settings.client_id ?? '', settings.client_secret ?? '', redirectUri);
}

const VERIFIER = 'v'.repeat(43);

function scopesOf(provider: string, settings: Settings): string[] {
  const scopes = (settings.scope ?? '').split(' ');
  return provider === 'entra' ? [...scopes, 'offline_access'] : scopes;
}

async function codeAt(provider: string, origin: string, settings: Settings, client: Client) {
  const url = client.authorize('the-state', VERIFIER, scopesOf(provider, settings));
  const { callback } = await signInAt(atEmulator(url, origin), settings);
  expect(callback?.searchParams.get('state')).toBe('the-state');
  return callback?.searchParams.get('code') ?? '';
}

test.each(Object.keys(modules))('arctic signs in at the emulated %s', async (provider) => {
  const { origin, settings } = await stage(provider);
  const client = clientOf(provider, settings);
  const tokens = await client.exchange(await codeAt(provider, origin, settings, client), VERIFIER);
  expect(tokens.accessToken()).toMatch(/^\S{20,}$/);
  expect(tokens.tokenType().toLowerCase()).toBe('bearer');
  const account = await fetch(settings.userinfo_endpoint ?? '', {
    headers: { authorization: `Bearer ${tokens.accessToken()}` },
  });
  expect(account.status).toBe(200);
  if (tokens.hasRefreshToken() && client.refresh !== undefined) {
    const renewed = await client.refresh(tokens.refreshToken(), scopesOf(provider, settings));
    expect(renewed.accessToken()).not.toBe(tokens.accessToken());
  }
});

test.each(Object.entries(rejected))(
  'a redirect URI that is off by one character fails with the error of %s itself',
  async (provider, { at, atToken }) => {
    const { origin, settings } = await stage(provider);
    const off = `${settings.redirect_uri}s`;
    const url = clientOf(provider, settings, off).authorize(
      'the-state',
      VERIFIER,
      scopesOf(provider, settings),
    );
    const { callback, page } = await signInAt(atEmulator(url, origin), settings);
    expect(callback?.href ?? page).toMatch(at);
    expect(callback?.searchParams.get('code') ?? null).toBeNull();

    if (atToken === undefined) return;
    const code = await codeAt(provider, origin, settings, clientOf(provider, settings));
    const error = await failureOf(clientOf(provider, settings, off).exchange(code, VERIFIER));
    expect(error).toMatch(atToken);
  },
);

async function failureOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  return error instanceof arctic.OAuth2RequestError
    ? `${error.code} ${error.description ?? ''}`
    : String(error);
}
