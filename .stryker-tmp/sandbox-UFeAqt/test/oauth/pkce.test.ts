// @ts-nocheck
import { expect, test } from 'vitest';
import { codeChallenge, isCodeVerifier } from '../../src/oauth/pkce.ts';

test('the code challenge of RFC 7636 appendix B', () => {
  expect(codeChallenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});

test('a code verifier has 43 to 128 unreserved characters (RFC 7636 section 4.1)', () => {
  expect(isCodeVerifier('aZ09-._~'.repeat(6))).toBe(true);
  expect(['a'.repeat(43), 'a'.repeat(128)].every(isCodeVerifier)).toBe(true);
  expect(
    ['a'.repeat(42), 'a'.repeat(129), `${'a'.repeat(43)}=`, `${'a'.repeat(43)}\n`].some(isCodeVerifier),
  ).toBe(false);
});
