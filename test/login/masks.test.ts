import { expect, test } from 'vitest';
import { explainRefusal } from '../../src/login/explain-refusal.ts';
import { masked } from '../../src/login/mask.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { createRedactor } from '../../src/redaction/redactor.ts';
import { shownIntrospection } from '../../src/tokens/shown-introspection.ts';

const TOKEN = 'AQXdSP_W41_UPs5ioT_t8HESyODB4FqbkJ8LrV_5mff4gPODzOYR';

function reason(error: string, description: string, secret = TOKEN): string {
  const redactor = createRedactor();
  redactor.learn('refresh_token', secret);
  return explainRefusal(linkedin, ['token'], { error, description }, 'x', redactor).reason;
}

test('what a server says is cut after masking: wherever the cut is, nothing of the secret is shown', () => {
  for (let before = 430; before <= 510; before += 1) {
    expect(reason('invalid_x', `${'y'.repeat(before)} ${TOKEN} end`)).not.toMatch(/AQX|OYR/);
    expect(reason('invalid_x', `${'y '.repeat(before / 2)}correct horse`, 'correct horse')).not.toMatch(
      / co|cor/,
    );
  }
  expect(reason('invalid_x', `${'words '.repeat(400_000)}`).length).toBeLessThan(600);
});

test('a token that nobody knows is masked in what a server says, and its words stay', () => {
  expect(reason('f3Kq8ZxT0pLmW7dR2vNy', 'The code f3Kq8ZxT0pLmW7dR2vNy is dead; access_token=abc')).toBe(
    '"‹credential›": "The code ‹credential› is dead; access_token=‹access_token›"',
  );
  expect(reason('invalid_client', 'Client authentication failed')).toContain(
    '"invalid_client": "Client authentication failed". ',
  );
});

test('of a token as login shows it, the ends are seen from 24 characters on', () => {
  for (let length = 0; length <= TOKEN.length; length += 1) {
    const token = TOKEN.slice(0, length);
    expect(masked(token)).toBe(
      length < 24 ? '••••••••' : `${token.slice(0, 4)}…${token.slice(-2)} (${length} characters)`,
    );
  }
});

test('an introspection response is shown without tokens: neither that which was asked about nor others', () => {
  const answer = {
    active: true,
    scope: 'openid',
    token: 'x',
    sub: 'mia',
    note: [TOKEN, TOKEN.toLowerCase()],
    jwt: { a: 'b' },
  };
  expect(shownIntrospection(answer, { access_token: TOKEN })).toEqual({
    active: true,
    scope: 'openid',
    token: '‹token›',
    sub: 'mia',
    note: ['‹access_token·1›', '‹access_token·1›'],
    jwt: { a: '‹jwt›' },
  });
});
