// @ts-nocheck
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paths } from '../../src/providers/linkedin/pages.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { ORIGIN, play } from '../emulator/play.ts';
import { PATIENCE, runs } from './runs.ts';

const at = (address: string) => new URL(address).pathname;
const { authorization_endpoint, token_endpoint, introspection_endpoint, revocation_endpoint, jwks_uri } =
  linkedin.metadata;
const path = fc.oneof(
  fc.constantFrom(
    '/',
    ...Object.values(paths),
    ...[authorization_endpoint, token_endpoint, introspection_endpoint, revocation_endpoint, jwks_uri].map(
      at,
    ),
    ...['/v2/userinfo', '/v2/me', '/v2/emailAddress', '/v2/ugcPosts', '/rest/posts', '/rest/x', '/v2/jobs'],
    ...['/checkpoint/challenge/verify', '/checkpoint/challenge/AQ', '/_emulator', '/_emulator/faults'],
    '/_emulator/clock',
  ),
  fc.webPath(),
);
const settings = play().settings();
const name = fc.oneof(
  fc.constantFrom(
    ...[
      'grant_type',
      'client_id',
      'client_secret',
      'code',
      'redirect_uri',
      'refresh_token',
      'scope',
      'state',
    ],
    ...[
      'response_type',
      'code_verifier',
      'code_challenge',
      'code_challenge_method',
      'token',
      'flow',
      'faults',
    ],
    ...[
      'session_key',
      'session_password',
      'session_redirect',
      'csrfToken',
      'loginCsrfParam',
      'pin',
      '__proto__',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const value = fc.oneof(
  fc.constantFrom(
    ...[
      'client_credentials',
      'authorization_code',
      'refresh_token',
      'code',
      'S256',
      'true',
      '__proto__',
      'key:',
    ],
    ...[settings.client_id, settings.client_secret, settings.redirect_uri, settings.scope, settings.username],
    ...['/oauth/v2/login-success?flow=key:x', '?flow', '%', '%00', 'javascript:alert(1)'],
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const pairs = fc.array(fc.tuple(name, value), { maxLength: 7 });
const header = fc.oneof(
  fc.constantFrom(
    'Bearer',
    'Bearer x',
    'Basic',
    'Basic YTpi',
    'Basic %%%',
    '202608',
    'application/json',
    'a=b; c',
    '"',
  ),
  fc.string({ maxLength: 20 }).map((text) => text.replace(/[^\x20-\x7e]/g, '')),
);

test('no request is answered with a fault of the emulator', { timeout: PATIENCE }, async () => {
  const { emulator } = play(undefined, [], true);
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        path,
        query: pairs,
        method: fc.constantFrom('GET', 'POST', 'PUT', 'HEAD', 'OPTIONS'),
        type: fc.constantFrom('application/x-www-form-urlencoded', 'application/json', 'text/plain', ''),
        body: fc.oneof(
          pairs.map((fields) => new URLSearchParams(fields).toString()),
          fc.json(),
          fc.string({ unit: 'binary', maxLength: 40 }),
        ),
        headers: fc.dictionary(
          fc.constantFrom(
            'authorization',
            'cookie',
            'linkedin-version',
            'accept',
            'origin',
            'x-restli-method',
          ),
          header,
        ),
      }),
      async ({ path: place, query, method, type, body, headers }) => {
        const request = new Request(`${ORIGIN}${place}?${new URLSearchParams(query)}`, {
          method,
          headers: { ...headers, ...(type === '' ? {} : { 'content-type': type }) },
          ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
        });
        const response = await emulator.fetch(request);
        expect(response.status).toBeLessThan(500);
        await response.text();
      },
    ),
    { numRuns: runs(2500) },
  );
});
