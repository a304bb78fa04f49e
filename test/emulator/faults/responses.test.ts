import { expect, test } from 'vitest';
import { requestFromFetch } from '../../../src/emulator/http/request.ts';
import { authorizationUrl, bearer, ORIGIN, play, SECOND, tokensOf } from '../play.ts';
import { clientCredentials, TOKEN } from '../requests.ts';

test('throttled calls carry the body of LinkedIn, and Retry-After only where it is asked for', async () => {
  const plain = await play(undefined, ['api=throttle']).get('/v2/me', bearer('x'));
  expect(plain.status).toBe(429);
  expect(plain.headers.get('retry-after')).toBeNull();
  expect(await plain.json()).toEqual({
    status: 429,
    serviceErrorCode: 101,
    code: 'TOO_MANY_REQUESTS',
    message:
      'Resource level throttle APPLICATION_AND_MEMBER DAY limit for calls to this resource is reached.',
  });
  const patient = await play(undefined, ['api=throttle:30']).get('/v2/me');
  expect(patient.headers.get('retry-after')).toBe('30');
});

test('a daily limit is used up, and there again after midnight UTC', async () => {
  const stage = play(undefined, ['userinfo=daily:1']);
  const { access_token } = await tokensOf(stage);
  const status = async () => (await stage.get('/v2/userinfo', bearer(access_token))).status;
  expect([await status(), await status()]).toEqual([200, 429]);
  stage.clock.now += 86_400 * SECOND;
  expect(await status()).toBe(200);
});

test.each([500, 502, 503, 504, 999])('the token endpoint answers %i once, and then works', async (status) => {
  const stage = play(undefined, [`token#1=status:${status}`]);
  const ask = async () => (await stage.post(TOKEN, clientCredentials(stage))).status;
  expect([await ask(), await ask()]).toEqual([status, 200]);
});

test('a young token is told to be revoked, for as many seconds as asked for', async () => {
  const stage = play(undefined, ['userinfo=replication-lag:8']);
  const { access_token } = await tokensOf(stage);
  const young = await stage.get('/v2/userinfo', bearer(access_token));
  expect(await young.json()).toMatchObject({ serviceErrorCode: 65601, status: 401 });
  stage.clock.now += 8 * SECOND;
  expect((await stage.get('/v2/userinfo', bearer(access_token))).status).toBe(200);
});

test('a cookie pin redirects to the same address until its cookie comes back', async () => {
  const stage = play(undefined, ['authorization=cookie-pin']);
  const url = authorizationUrl(stage.settings());
  const first = await stage.browser().get(url);
  expect([first.response.status, first.location]).toEqual([303, url]);
  const pinned = await stage.get(url.replace(/^https?:\/\/[^/]+/, ''), { cookie: 'legwork_pin=1' });
  expect(pinned.headers.get('location')).toContain('/uas/login');
});

test('a redirect loop never ends', async () => {
  const stage = play(undefined, ['login=redirect-loop']);
  const answer = await stage.get('/uas/login?x=1');
  expect(answer.headers.get('location')).toMatch(/\/uas\/login\?x=1$/);
});

test('bodies are damaged under the same status', async () => {
  const body = async (fault: string) => {
    const stage = play(undefined, [`token=${fault}`]);
    const response = await stage.post(TOKEN, clientCredentials(stage));
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };
  const malformed = await body('malformed');
  expect(malformed.status).toBe(200);
  expect(() => JSON.parse(malformed.text)).toThrow();
  expect(await body('html')).toMatchObject({
    status: 200,
    type: 'text/html',
    text: expect.stringMatching(/^<html>/),
  });
  expect(await body('empty')).toMatchObject({ status: 200, text: '' });
  expect((await body('wrong-type')).type).toBe('application/octet-stream');
  const huge = await body('huge:2');
  expect(huge.text.length).toBeGreaterThan(2 * 1024 * 1024);
  expect(JSON.parse(huge.text)).toHaveProperty('access_token');
});

test('refusals are damaged, too', async () => {
  const response = await play(undefined, ['api=empty']).get('/v2/me');
  expect([response.status, await response.text()]).toEqual([401, '']);
});

test('an endpoint whose clock is ahead takes living tokens for expired', async () => {
  const stage = play(undefined, ['userinfo#2=clock-ahead:5184000']);
  const { access_token } = await tokensOf(stage);
  const codes = [];
  for (let call = 0; call < 3; call += 1) {
    const answer = await stage.get('/v2/userinfo', bearer(access_token));
    codes.push(((await answer.json()) as { serviceErrorCode?: number }).serviceErrorCode);
  }
  expect(codes).toEqual([undefined, 65602, undefined]);
});

test('what is reset was not looked at; what is lost was done', async () => {
  const calls = async (fault: string) => {
    const stage = play(undefined, [`token#1=${fault}`]);
    const body = new URLSearchParams(clientCredentials(stage));
    const answer = await stage.emulator.handle(
      requestFromFetch(new Request(ORIGIN + TOKEN, { method: 'POST', body })),
    );
    return { text: answer.body, delivery: answer.delivery?.map(({ kind }) => kind) };
  };
  expect(await calls('reset')).toEqual({ text: '', delivery: ['reset'] });
  expect(await calls('lost')).toMatchObject({
    text: expect.stringContaining('access_token'),
    delivery: ['lost'],
  });
});

test('the journal names the faults that met a request', async () => {
  const stage = play(undefined, ['api#2=status:503']);
  await stage.get('/v2/me');
  await stage.get('/v2/me');
  expect(stage.emulator.journal.map(({ status, faults }) => [status, faults])).toEqual([
    [401, undefined],
    [503, ['api#2=status:503']],
  ]);
});
