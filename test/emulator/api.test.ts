import { describe, expect, test } from 'vitest';
import { discoveryDocument } from '../../src/providers/linkedin/metadata.ts';
import {
  applicationSample,
  LINKEDIN_VERSION,
  memberResources,
} from '../../src/providers/linkedin/resources.ts';
import { bearer, ORIGIN, type Play, play, type TokenAnswer, tokensOf } from './play.ts';

describe('who the member is', () => {
  test('userinfo answers in the order of real answers, with a boolean and an object', async () => {
    const stage = play();
    const text = await (await read(stage, '/v2/userinfo', await tokensOf(stage))).text();
    expect(Object.entries(JSON.parse(text))).toEqual([
      ['sub', expect.stringMatching(/^[\w-]{10}$/)],
      ['email_verified', true],
      ['name', 'Alice Liddell'],
      ['locale', { country: 'US', language: 'en' }],
      ['given_name', 'Alice'],
      ['family_name', 'Liddell'],
      ['email', 'alice@example.com'],
      ['picture', expect.stringMatching(/^https:/)],
    ]);
  });

  test('userinfo leaves out what the scope does not cover', async () => {
    const stage = play();
    const tokens = await tokensOf(stage, 'default', 'alice', { scope: 'openid' });
    const person = (await (await read(stage, '/v2/userinfo', tokens)).json()) as object;
    expect(Object.keys(person)).toEqual(['sub']);
  });

  test('the older profile and e-mail APIs answer an application with the older scopes', async () => {
    const stage = play();
    const tokens = await tokensOf(stage, 'old-scopes');
    expect(await (await read(stage, '/v2/me', tokens)).json()).toMatchObject({
      localizedFirstName: 'Alice',
      firstName: { localized: { en_US: 'Alice' }, preferredLocale: { country: 'US', language: 'en' } },
      id: expect.any(String),
    });
    const email = await read(stage, '/v2/emailAddress?q=members&projection=(elements*(handle~))', tokens);
    expect(await email.json()).toMatchObject({
      elements: [{ 'handle~': { emailAddress: 'alice@example.com' } }],
    });
    expect((await read(stage, '/v2/userinfo', tokens)).status).toBe(403);
  });

  test('an application token reads no member', async () => {
    const stage = play();
    const tokens = await applicationToken(stage);
    expect((await read(stage, '/v2/userinfo', tokens)).status).toBe(403);
    expect((await read(stage, '/v2/me', tokens)).status).toBe(403);
  });
});

describe('the API for applications', () => {
  test('answers the sample request of the documentation to application tokens only', async () => {
    const stage = play();
    const response = await read(stage, '/v2/jobs', await applicationToken(stage));
    expect(await response.json()).toEqual(applicationSample.answer);
    expect((await read(stage, '/v2/jobs', await tokensOf(stage))).status).toBe(403);
  });

  test('application tokens end after 30 minutes', async () => {
    const stage = play();
    const tokens = await applicationToken(stage);
    stage.clock.now += 30 * 60_000 - 1;
    expect((await read(stage, '/v2/jobs', tokens)).status).toBe(200);
    stage.clock.now += 1;
    expect((await read(stage, '/v2/jobs', tokens)).status).toBe(401);
  });
});

describe('posting', () => {
  test('by ugcPosts answers 201 with the id in body and header', async () => {
    const stage = play();
    const tokens = await tokensOf(stage);
    const author = await authorOf(stage, tokens);
    const response = await write(stage, '/v2/ugcPosts', tokens, { ...memberResources[3].body, author });
    expect(response.status).toBe(201);
    const { id } = (await response.json()) as { id: string };
    expect(id).toMatch(/^urn:li:share:\d{19}$/);
    expect(response.headers.get('x-restli-id')).toBe(id);
  });

  test('by the versioned API answers 201 with an empty body and the id in a header', async () => {
    const stage = play();
    const tokens = await tokensOf(stage);
    const post = { author: await authorOf(stage, tokens), ...versionedPost };
    const response = await write(stage, '/rest/posts', tokens, post, LINKEDIN_VERSION);
    expect([response.status, await response.text()]).toEqual([201, '']);
    expect(response.headers.get('x-restli-id')).toMatch(/^urn:li:share:/);
    const refused = await tokensOf(stage, 'no-refresh-tokens');
    expect((await write(stage, '/rest/posts', refused, post, LINKEDIN_VERSION)).status).toBe(403);
  });

  test.each([
    ['202509', 201],
    ['202508', 426],
    ['202609', 426],
    ['2026-08', 426],
    ['202613', 426],
  ])('keeps the versions of twelve months: %s gets %i', async (version, status) => {
    const stage = play();
    const tokens = await tokensOf(stage);
    const post = { author: await authorOf(stage, tokens), ...versionedPost };
    const response = await write(stage, '/rest/posts', tokens, post, version);
    expect(response.status).toBe(status);
    expect(response.headers.has('x-restli-gateway-error')).toBe(status === 426);
  });

  test('as another member is refused', async () => {
    const stage = play();
    const author = await authorOf(stage, await tokensOf(stage, 'default', 'bob'));
    const tokens = await tokensOf(stage);
    expect((await write(stage, '/v2/ugcPosts', tokens, { ...memberResources[3].body, author })).status).toBe(
      403,
    );
  });
});

describe('what LinkedIn publishes about itself', () => {
  test('is the real discovery document with the addresses of the emulator', async () => {
    const response = await play().get('/oauth/.well-known/openid-configuration');
    const document = JSON.parse((await response.text()).replaceAll(ORIGIN, 'https://www.linkedin.com'));
    expect(document).toEqual({
      ...discoveryDocument,
      userinfo_endpoint: 'https://www.linkedin.com/v2/userinfo',
    });
    expect(Object.keys(document)).toEqual(Object.keys(discoveryDocument));
  });

  test('follows the origin of the request', async () => {
    const { emulator } = play();
    const request = new Request('http://localhost:1234/oauth/.well-known/openid-configuration');
    expect(await (await emulator.fetch(request)).json()).toMatchObject({
      issuer: 'http://localhost:1234/oauth',
    });
  });
});

describe('unknown addresses', () => {
  test.each(['/v2/nothing', '/v2/me/x'])('below /v2 answer as the API does: %s', async (path) => {
    expect(await (await play().get(path)).json()).toMatchObject({ code: 'RESOURCE_NOT_FOUND' });
  });

  test('below /rest want a version first', async () => {
    const { get } = play();
    expect(await (await get('/rest/nothing')).json()).toMatchObject({ code: 'VERSION_MISSING' });
    const response = await get('/rest/nothing', { 'linkedin-version': LINKEDIN_VERSION });
    expect(await response.json()).toMatchObject({ code: 'RESOURCE_NOT_FOUND' });
  });

  test.each(['/nothing', '/.well-known/oauth-authorization-server', '/.well-known/openid-configuration'])(
    'elsewhere answer with a page: %s',
    async (path) => {
      const response = await play().get(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('text/html');
    },
  );
});

test('every answer carries the headers of a LinkedIn host', async () => {
  const { get } = play();
  for (const path of ['/', '/v2/me', '/oauth/v2/authorization']) {
    const { headers } = await get(path);
    expect(headers.get('x-li-fabric')).toBe('prod-lva1');
    expect(headers.get('x-li-uuid')).toMatch(/^AAY[\w+/]{19}==$/);
    expect(headers.get('cache-control')).toBe('no-cache, no-store');
  }
});

const versionedPost = {
  commentary: 'Hello',
  visibility: 'PUBLIC',
  distribution: { feedDistribution: 'MAIN_FEED' },
  lifecycleState: 'PUBLISHED',
};

async function read(
  { get }: Play,
  path: string,
  { access_token }: { access_token: string },
): Promise<Response> {
  return get(path, bearer(access_token));
}

async function write(
  { emulator }: Play,
  path: string,
  { access_token }: TokenAnswer,
  body: object,
  version?: string,
): Promise<Response> {
  const headers = { ...bearer(access_token), ...(version && { 'linkedin-version': version }) };
  return emulator.fetch(new Request(ORIGIN + path, { method: 'POST', body: JSON.stringify(body), headers }));
}

async function authorOf(stage: Play, tokens: TokenAnswer): Promise<string> {
  const { sub } = (await (await read(stage, '/v2/userinfo', tokens)).json()) as { sub: string };
  return `urn:li:person:${sub}`;
}

async function applicationToken({ post, settings }: Play): Promise<{ access_token: string }> {
  const { client_id, client_secret } = settings();
  const response = await post('/oauth/v2/accessToken', {
    grant_type: 'client_credentials',
    client_id,
    client_secret,
  });
  return (await response.json()) as { access_token: string };
}
