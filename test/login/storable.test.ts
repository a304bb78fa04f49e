import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStoredToken, storeContent, storeText } from '../../src/login/store-text.ts';
import { renewedToken, storedToken } from '../../src/login/stored-token.ts';
import { timeText } from '../../src/login/time-text.ts';
import { readTokenAnswer } from '../../src/oauth/token-answer.ts';

const NOW = Date.UTC(2026, 8, 1);
const key = {
  provider: 'linkedin',
  holder: 'member',
  issuer: 'https://i',
  clientId: 'c',
  scopes: ['openid'],
} as const;

/** What JSON cannot say by a value of JavaScript. */
const texts = ['1e400', '-1e400', '1e15', '1e300', '"Infinity"', '"1e400"', '"0x10"', '""', '"NaN"', 'null'];
const odd = fc.oneof(fc.constantFrom(...texts), fc.json());

test('whatever a token endpoint says: what is taken as a token can be kept, read again and shown', () => {
  let taken = 0;
  fc.assert(
    fc.property(odd, odd, odd, odd, odd, (life, refresh, refreshLife, scope, idToken) => {
      const text = `{"access_token":"AQX-token","token_type":"Bearer","expires_in":${life},"refresh_token":${refresh},"refresh_token_expires_in":${refreshLife},"scope":${scope},"id_token":${idToken}}`;
      const answer = readTokenAnswer(200, text);
      if (answer.kind !== 'issued') return;
      taken += 1;
      const token = storedToken(key, answer.token, NOW);
      for (const kept of [token, renewedToken(token, answer.token, NOW + 1000)]) {
        expect(isStoredToken(kept)).toBe(true);
        expect(storeContent(storeText([kept]))).toEqual({
          kind: 'store',
          tokens: [JSON.parse(JSON.stringify(kept))],
        });
        if (kept.expiresAt !== undefined) expect(timeText(kept.expiresAt)).toContain('UTC');
      }
    }),
    { numRuns: 500 },
  );
  expect(taken).toBeGreaterThan(0);
});

test.each([
  ['1e15', undefined],
  ['1e400', undefined],
  ['"Infinity"', undefined],
  ['-5', undefined],
  ['true', undefined],
  ['["60"]', undefined],
  ['"0x10"', undefined],
  ['"3600"', 3600],
  ['3600', 3600],
])('a life of %s comes to %s seconds', (life, seconds) => {
  const answer = readTokenAnswer(200, `{"access_token":"t","token_type":"Bearer","expires_in":${life}}`);
  // A server may also refuse to be understood at all.
  if (answer.kind === 'issued') expect(answer.token.expiresIn).toBe(seconds);
  else expect(seconds).toBeUndefined();
});
