// @ts-nocheck
import { OIDCMockProvider } from '@mongodb-js/oidc-mock-provider';
import { expect, test } from 'vitest';
import { collectionsFor } from '../../src/collection/collections.ts';
import { loadProfile } from '../../src/providers/load.ts';
import { testIo } from '../support/io.ts';
import { failuresOf, runPlain } from '../support/plain-newman.ts';

test('the generated collection works where authorize answers with the callback at once and the code has + and /', async () => {
  const server = await OIDCMockProvider.create({
    hostname: '127.0.0.1',
    // It gives refresh tokens that its token endpoint does not take.
    getTokenPayload: () => ({ expires_in: 60, payload: { sub: 'ann' }, skipRefreshToken: true }),
    additionalIssuerMetadata: () => ({ code_challenge_methods_supported: ['S256'] }),
  });
  try {
    const profile = await loadProfile(server.issuer, testIo({ fetch }));
    const [flow] = collectionsFor(profile, ['three-legged']);
    for (let round = 0; round < 4; round += 1) {
      const result = await runPlain(flow?.collection ?? {}, {
        client_id: 'client',
        client_secret: 'secret',
        redirect_uri: 'http://localhost:3000/callback',
        username: 'ann',
        password: 'secret',
      });
      expect(failuresOf(result)).toEqual([]);
      expect(result.requests.map(({ status }) => status)).toEqual([307, 200]);
    }
  } finally {
    await server.close();
  }
});
