import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Io } from '../../src/io.ts';
import { logIn } from '../../src/login/log-in.ts';
import { changeTokens, readTokens } from '../../src/login/token-store.ts';
import { validToken } from '../../src/login/valid-token.ts';
import { byPaste, practicePlan, signInByForms } from './practice-login.ts';
import { handClock, realIo } from './support.ts';

/** A person has logged in at the emulator; time passes only when it is told to. */
async function loggedIn() {
  const clock = handClock();
  const requests: URLSearchParams[] = [];
  let answer: ((body: URLSearchParams) => Response | undefined) | undefined;
  const counted: Io['fetch'] = async (input, init) => {
    if (typeof init?.body !== 'string') return fetch(input, init);
    const body = new URLSearchParams(init.body);
    requests.push(body);
    return answer?.(body) ?? fetch(input, init);
  };
  const paste = byPaste([signInByForms]);
  const io = realIo({ now: clock.now, fetch: counted, ...paste.effects });
  const { plan, key, profile, client, close } = await practicePlan(io);
  onTestFinished(close);
  const store = join(io.cwd, 'tokens.json');
  const outcome = await logIn(plan, { key, store }, paste.manner, io);
  expect(outcome.kind).toBe('success');
  const request = { profile, key, proof: () => client, store, loginCommand: 'legwork login --target live' };
  return {
    clock,
    io,
    store,
    said: paste.said,
    token: () => validToken(request, io),
    stored: async () => (await readTokens(store, io))[0],
    refreshes: () => requests.filter((body) => body.get('grant_type') === 'refresh_token'),
    answerWith: (given: typeof answer) => {
      answer = given;
    },
  };
}

test('a good token is printed as it is, and the server is not asked', async () => {
  const { token, stored, refreshes, clock } = await loggedIn();
  clock.passDays(59);
  expect((await token()).accessToken).toBe((await stored())?.accessToken);
  expect(refreshes()).toEqual([]);
});

test('over a year of renewals the refresh token stays, its life shrinks, and in the end a person is needed', async () => {
  const { token, stored, refreshes, clock } = await loggedIn();
  const first = await stored();
  const end = (first?.obtainedAt ?? 0) + 365 * 86_400_000;
  expect(first).toMatchObject({ refreshExpiresAt: end });
  const tokens = new Set<string>();
  for (const days of [60, 60, 60, 60, 60, 60]) {
    clock.passDays(days);
    const now = await token();
    tokens.add(now.accessToken);
    expect(now.refreshToken).toBe(first?.refreshToken);
    expect(now.refreshExpiresAt).toBe(end);
  }
  expect(tokens.size).toBe(6);
  expect(refreshes()).toHaveLength(6);
  // Day 360: five days are left of the refresh token, and the access token has no more.
  expect((await token()).expiresAt).toBe(end);
  clock.passDays(5);
  await expect(token()).rejects.toMatchObject({
    code: 'LOGIN_NEEDED',
    exitCode: 3,
    message: 'The token and its refresh token have both expired.',
    hint: 'Sign in: legwork login --target live',
  });
  expect(refreshes()).toHaveLength(6);
});

test('a hundred who ask at once for a token that has expired make one renewal, and get the same one', async () => {
  const { token, refreshes, clock } = await loggedIn();
  clock.passDays(61);
  const tokens = await Promise.all(Array.from({ length: 100 }, token));
  expect(new Set(tokens.map(({ accessToken }) => accessToken)).size).toBe(1);
  expect(refreshes()).toHaveLength(1);
});

test('a refresh token that was revoked is forgotten, so that it is sent once', async () => {
  const { token, stored, refreshes, clock, answerWith } = await loggedIn();
  clock.passDays(61);
  answerWith(() =>
    Response.json(
      {
        error: 'invalid_grant',
        error_description:
          'The provided authorization grant or refresh token is invalid, expired or revoked.',
      },
      { status: 400 },
    ),
  );
  await expect(token()).rejects.toMatchObject({
    code: 'LOGIN_NEEDED',
    message: expect.stringMatching(/400: "invalid_grant".*revoked by the member/),
  });
  await expect(token()).rejects.toMatchObject({ code: 'LOGIN_NEEDED' });
  expect(refreshes()).toHaveLength(1);
  expect(await stored()).not.toHaveProperty('refreshToken');
});

test('when the server is down, a token that still works is printed, and a dead one is not', async () => {
  const { token, stored, clock, answerWith, said } = await loggedIn();
  const before = await stored();
  clock.passDays(60);
  clock.passSeconds(-60);
  answerWith(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
  expect((await token()).accessToken).toBe(before?.accessToken);
  expect(said()).toMatch(
    /The token ends soon and was not renewed\. The token endpoint of LinkedIn responded: 502/,
  );
  clock.passSeconds(120);
  await expect(token()).rejects.toMatchObject({ code: 'TOKEN_REFUSED', exitCode: 3 });
  expect(await stored()).toMatchObject({ refreshToken: before?.refreshToken });
});

test('a provider that rotates: the new refresh token is kept, and the next renewal sends it', async () => {
  const { token, refreshes, clock, answerWith } = await loggedIn();
  let count = 0;
  answerWith((body) => {
    count += 1;
    if (body.get('grant_type') !== 'refresh_token') return undefined;
    return Response.json({
      access_token: `access-${count}`,
      token_type: 'bearer',
      expires_in: 60,
      refresh_token: `rotated-${count}`,
    });
  });
  clock.passDays(61);
  expect((await token()).accessToken).toBe('access-1');
  clock.passSeconds(60);
  expect((await token()).accessToken).toBe('access-2');
  expect(refreshes().map((body) => body.get('refresh_token'))).toEqual([
    expect.stringMatching(/^AQX/),
    'rotated-1',
  ]);
});

test('what the server says of a refusal never repeats what was sent', async () => {
  const { token, stored, clock, answerWith } = await loggedIn();
  clock.passDays(61);
  const secret = (await stored())?.refreshToken ?? '';
  answerWith((body) =>
    Response.json(
      { error: 'invalid_grant', error_description: `no ${secret} of ${body.get('client_secret')}` },
      { status: 400 },
    ),
  );
  const error = (await token().catch((problem: unknown) => problem)) as Error;
  expect(error.message).toContain('no ‹hidden·1› of ‹hidden·2›');
});

test('a token that is not in the store needs a login', async () => {
  const { token, store, io } = await loggedIn();
  await changeTokens(store, () => [], io);
  await expect(token()).rejects.toMatchObject({ code: 'LOGIN_NEEDED' });
});
