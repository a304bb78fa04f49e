// @ts-nocheck
import { describe, expect, test } from 'vitest';
import { errorText } from '../../src/providers/error-case.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { authorizationUrl, exchange, ORIGIN, play } from './play.ts';
import { ask, clientCredentials, description, send, TOKEN } from './requests.ts';

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

  test('reads no body of another content type, even if it looks like a form', async () => {
    const stage = play();
    const body = String(new URLSearchParams(clientCredentials(stage)));
    const response = await send(stage, TOKEN, body, { 'content-type': 'text/plain' });
    expect(await description(response)).toContain('grant_type');
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
    'http://localhost:3000/callback#top',
    'http://localhost:3000/callback?a=b#top',
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
