import { expect, test } from 'vitest';
import { refusedRedirect } from '../../src/reports/redirect-uris.ts';
import { failed, flow, step } from './sample.ts';

function refused(asked: string, registered?: readonly string[]) {
  const steps = [
    step('Ask', {
      outcome: 'failed',
      assertions: [failed('goes on', 'The redirect_uri does not match the registered value')],
    }),
  ];
  const legs = [
    {
      kind: 'authorization',
      step: 0,
      clientId: 'a',
      responseType: 'code',
      redirectUri: asked,
      scopeAsked: [],
      stateSent: true,
      pkce: 'none',
    },
  ];
  const known = registered === undefined ? {} : { registeredRedirectUris: registered };
  return refusedRedirect(flow('a', 'A', { outcome: 'failed', steps, legs, ...known } as never));
}

const marked = (stretches: readonly { text: string; differs: boolean }[] = []) =>
  stretches.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');

test.each([
  [
    'http://localhost:3000/callback/',
    'http://localhost:3000/callback',
    'http://localhost:3000/callback[/]',
    'http://localhost:3000/callback',
  ],
  ['http://localhost/cb', 'https://localhost/cb', 'http://localhost/cb', 'http[s]://localhost/cb'],
  ['http://h:8080/cb?a=1', 'http://h:8081/cb', 'http://h:808[0]/cb[?a=1]', 'http://h:808[1]/cb'],
  [
    'http://localhost:3000/callback',
    'https://app.example.com/auth',
    'http[://localhost:3000/callback]',
    'http[s://app.example.com/auth]',
  ],
])('%s beside %s', (asked, registered, one, other) => {
  const found = refused(asked, [registered]);
  expect(marked(found?.registered?.asked)).toBe(one);
  expect(marked(found?.registered?.nearest)).toBe(other);
});

test('of several that are registered the nearest is compared', () => {
  const found = refused('http://localhost:3000/callback', [
    'https://oauth.pstmn.io/v1/callback',
    'http://localhost:3000/callbacks',
  ]);
  expect(marked(found?.registered?.nearest)).toBe('http://localhost:3000/callback[s]');
});

test('where none is known, the one that was asked for stands alone', () => {
  expect(refused('http://localhost:3000/callback')).toEqual({
    asked: 'http://localhost:3000/callback',
    all: [],
  });
});

test('a flow that failed for another reason has no refused redirect_uri', () => {
  const steps = [step('Ask', { outcome: 'failed', assertions: [failed('goes on', 'wrong secret')] })];
  expect(refusedRedirect(flow('a', 'A', { outcome: 'failed', steps }))).toBeUndefined();
});
