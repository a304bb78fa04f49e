import { expect, test } from 'vitest';
import { runEmulated } from '../support/emulated-run.ts';

test('the legs of a flow say what was asked and given, and no value of a token', async () => {
  const { result } = await runEmulated('default', { args: { flow: ['three-legged'] } });
  const scope = ['openid', 'profile', 'email', 'r_basicprofile', 'w_member_social'];
  expect(result.flows[0]?.legs).toMatchObject([
    {
      kind: 'authorization',
      step: 0,
      redirectUri: 'http://localhost:3000/callback',
      scopeAsked: scope,
      stateSent: true,
      pkce: 'none',
    },
    { kind: 'callback', state: 'matches', codeGiven: true },
    {
      kind: 'token',
      grantType: 'authorization_code',
      clientAuthentication: 'body',
      sameRedirectUri: true,
      given: {
        tokenType: 'Bearer',
        accessToken: 'opaque',
        expiresIn: 5_184_000,
        refreshToken: true,
        idToken: true,
      },
    },
    { kind: 'token', grantType: 'refresh_token', given: { refreshToken: true } },
  ]);
});

test.each([
  ['wrong-state', { kind: 'callback', state: 'differs' }],
  [
    'cancels-consent',
    { kind: 'callback', state: 'matches', codeGiven: false, error: 'user_cancelled_authorize' },
  ],
])('a callback that is refused says why: %s', async (app, leg) => {
  const { result } = await runEmulated(app, { args: { flow: ['three-legged'] } });
  expect(result.flows[0]?.legs).toContainEqual(expect.objectContaining(leg));
});

test.each([
  ['other-redirect-uri', 'rejected-redirect-uri-mismatch'],
  ['cancels-login', 'rejected-user-cancelled-login'],
])('a failure is explained as the doctor explains it: %s', async (app, id) => {
  const { result } = await runEmulated(app, { args: { flow: ['three-legged'] } });
  const failed = result.flows[0]?.steps.find((step) => step.outcome === 'failed');
  expect(failed?.explanation).toMatchObject({ id });
  expect(failed?.explanation?.remedy.length).toBeGreaterThan(20);
});

test('application tokens that are not allowed are explained, too', async () => {
  const { result } = await runEmulated('no-application-tokens', { args: { flow: ['client-credentials'] } });
  expect(result.flows[0]?.steps[0]?.explanation?.id).toBe('rejected-application-tokens-not-allowed');
});

test('a step that passed has no explanation, although its answer is a known refusal', async () => {
  const { result } = await runEmulated('default', { args: { flow: ['client-credentials'] } });
  expect(result.flows[0]?.steps.at(-1)).toMatchObject({ outcome: 'passed' });
  expect(result.flows[0]?.steps.at(-1)).not.toHaveProperty('explanation');
});

test('one value has one mask wherever it stands', async () => {
  const { result } = await runEmulated('default', { args: { flow: ['three-legged'] } });
  const steps = result.flows[0]?.steps ?? [];
  const answered =
    steps.find((step) => step.name === 'Exchange the code for a token')?.exchanges[0]?.answer?.body?.text ??
    '';
  const mask = /"access_token":"(‹[^›]+›)"/.exec(answered)?.[1];
  const userinfo = steps.find((step) => step.name === 'Read userinfo')?.exchanges[0];
  expect(mask).toBe('‹access_token·1›');
  expect(userinfo?.headers).toContainEqual({ name: 'Authorization', value: `Bearer ${mask}` });
});
