import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectionsFor } from '../../src/collection/collections.ts';
import type { FlowId } from '../../src/flows/flow.ts';
import { loadProfile } from '../../src/providers/load.ts';
import type { Profile } from '../../src/providers/profile.ts';
import { parseProfileDocument } from '../../src/providers/profile-file.ts';
import { testIo } from '../support/io.ts';
import { failuresOf, runPlain } from '../support/plain-newman.ts';
import { type ForeignServer, foreignClient, startOidcProvider } from './oidc-provider.ts';

let server: ForeignServer;
beforeAll(async () => {
  server = await startOidcProvider();
});
afterAll(() => server.close());

async function run(profile: Profile, flow: FlowId, variables: Record<string, string> = {}) {
  const [made] = collectionsFor(profile, [flow]);
  return runPlain(made?.collection ?? {}, {
    ...foreignClient,
    username: 'ann',
    password: 'any&=+%',
    ...variables,
  });
}

const discovered = () => loadProfile(server.issuer, testIo({ fetch }));

test('the generated three-legged collection logs in to a certified authorization server', async () => {
  const result = await run(await discovered(), 'three-legged');
  expect(failuresOf(result)).toEqual([]);
  expect(result.requests.map(({ step, status }) => `${step} ${status}`)).toEqual([
    'Request the login form 303',
    'Request the login form 200',
    'Submit the login form 303',
    'Follow the redirect 303',
    'Follow the redirect 200',
    'Approve consent 303',
    'Follow the redirect 303',
    'Exchange the code for a token 200',
    'Read userinfo 200',
    'Introspect the token 200',
  ]);
  expect(result.environment.member_id).toBe('ann');
});

test('the generated client-credentials collection gets a token there, too', async () => {
  const result = await run(await discovered(), 'client-credentials');
  expect(failuresOf(result)).toEqual([]);
  expect(result.requests.map(({ status }) => status)).toEqual([200, 200, 401]);
});

test('a refresh token, which the profile asks for, is used', async () => {
  const answer = await fetch(`${server.issuer}/.well-known/openid-configuration`);
  const document = (await answer.json()) as object;
  const profile = parseProfileDocument(
    {
      ...document,
      legwork: { scope: 'openid offline_access', authorization_parameters: { prompt: 'consent' } },
    },
    'profile',
  );
  const result = await run(profile, 'three-legged');
  expect(failuresOf(result)).toEqual([]);
  expect(result.requests.slice(-2)).toMatchObject([
    { step: 'Refresh the token', status: 200 },
    { step: 'Read userinfo with the renewed token', status: 200 },
  ]);
});

test('a redirect_uri that is not registered stops the run with what the server says and what was sent', async () => {
  const result = await run(await discovered(), 'three-legged', {
    redirect_uri: 'http://localhost:3000/callback/',
  });
  expect(failuresOf(result)).toEqual([
    expect.stringMatching(
      /redirect_uri did not match.*\(the state\).*Sent: http:\/\/localhost:3000\/callback\/\./s,
    ),
  ]);
});

test('a wrong secret stops the run at the exchange', async () => {
  const result = await run(await discovered(), 'three-legged', { client_secret: 'wrong' });
  expect(failuresOf(result)).toEqual([
    expect.stringMatching(/^Exchange the code for a token.*"invalid_client"/),
  ]);
});
