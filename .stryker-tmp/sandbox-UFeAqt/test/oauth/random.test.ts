// @ts-nocheck
import { expect, test } from 'vitest';
import { isCodeVerifier } from '../../src/oauth/pkce.ts';
import { randomToken } from '../../src/oauth/random.ts';

test('a token is the random bytes in base64url, without padding', () => {
  expect(randomToken(() => Uint8Array.of(0xfb, 0xff, 0xfe, 0x01), 4)).toBe('-__-AQ');
});

test('32 bytes make a code verifier', () => {
  expect(isCodeVerifier(randomToken((length) => new Uint8Array(length), 32))).toBe(true);
});
