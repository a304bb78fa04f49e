// @ts-nocheck
import { expect } from 'vitest';
import { LINKEDIN_VERSION } from '../../src/providers/linkedin/resources.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { authorizationUrl, bearer, callbackOf, ORIGIN, type Play, type TokenAnswer, walk } from './play.ts';

const at = (address: string) => new URL(address).pathname;
export const TOKEN = at(linkedin.metadata.token_endpoint);
export const INTROSPECTION = at(linkedin.metadata.introspection_endpoint);
const REVOCATION = at(linkedin.metadata.revocation_endpoint);

type Values = Record<string, string>;
const POST_HEADERS = { 'linkedin-version': LINKEDIN_VERSION, 'content-type': 'application/json' };

export async function newCode({ browser, settings }: Play): Promise<string> {
  return callbackOf(await walk(browser(), settings())).code ?? '';
}

export async function expectMismatch(response: Response): Promise<void> {
  const { error, text, status } = linkedin.errors.code_mismatch;
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ error, error_description: text });
}

export async function getUserinfo({ get }: Play, token: TokenAnswer | undefined): Promise<Response> {
  return get('/v2/userinfo', bearer(token?.access_token ?? ''));
}

export async function userinfo(stage: Play, token: TokenAnswer): Promise<{ sub: string }> {
  return (await (await getUserinfo(stage, token)).json()) as { sub: string };
}

export async function refresh({ post, settings }: Play, refresh_token: string): Promise<TokenAnswer> {
  const { client_id, client_secret } = settings();
  const response = await post(TOKEN, {
    grant_type: 'refresh_token',
    refresh_token,
    client_id,
    client_secret,
  });
  return (await response.json()) as TokenAnswer;
}

export function introspect({ post, settings }: Play, token: string, app?: string): Promise<Response> {
  const { client_id, client_secret } = settings(app);
  return post(INTROSPECTION, { client_id, client_secret, token });
}

export function revoke({ post, settings }: Play, token: string, app?: string): Promise<Response> {
  const { client_id, client_secret } = settings(app);
  return post(REVOCATION, { client_id, client_secret, token });
}

export async function ask(
  { settings, get }: Play,
  changes: Record<string, string | undefined>,
): Promise<Response> {
  return get(authorizationUrl(settings(), changes).replace(ORIGIN, ''));
}

export async function description(response: Response): Promise<string> {
  return ((await response.json()) as { error_description: string }).error_description;
}

export function clientCredentials({ settings }: Play, app?: string): Values {
  const { client_id, client_secret } = settings(app);
  return { grant_type: 'client_credentials', client_id, client_secret };
}

export function refreshForm(stage: Play, refresh_token: string, app?: string): Values {
  return { ...clientCredentials(stage, app), grant_type: 'refresh_token', refresh_token };
}

export function introspectionForm({ settings }: Play): Values {
  const { client_id, client_secret } = settings();
  return { client_id, client_secret, token: 'AQVx' };
}

export async function send(
  { emulator }: Play,
  path: string,
  body: string,
  headers: Values = {},
): Promise<Response> {
  const all = Object.fromEntries(
    Object.entries({ ...POST_HEADERS, ...headers }).filter(([, value]) => value !== ''),
  );
  return emulator.fetch(new Request(ORIGIN + path, { method: 'POST', body, headers: all }));
}
