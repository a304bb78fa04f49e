import { expect, test } from 'vitest';
import { type ExpectedIdToken, idTokenProblem } from '../../../src/oauth/id-token-rules.ts';
import { leftHalf, scriptRules } from './script-rules.ts';

const now = 1_800_000_000;
const wanted: ExpectedIdToken = {
  issuer: 'https://issuer.example',
  clientId: 'client',
  accessToken: 'AQV',
  algorithms: [],
  nonce: 'the-nonce',
  now,
};
const CLAIMS = {
  iss: wanted.issuer,
  aud: 'client',
  sub: 'ann',
  iat: now,
  exp: now + 600,
  nonce: wanted.nonce,
};

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object, header: object = { alg: 'RS256' }, signature = 'c2ln') =>
  `${part(header)}.${part({ ...CLAIMS, ...claims })}.${signature}`;

const odd = [undefined, null, '', ' ', 7, 0, true, false, [], ['x'], {}] as const;
const named = (claim: string, value: unknown): [string, string] => [
  `${claim} ${JSON.stringify(value)}`,
  jwt({ [claim]: value }),
];

const good: readonly [title: string, token: string, change?: Partial<ExpectedIdToken>][] = [
  ['nothing odd', jwt({})],
  ['a list of one audience', jwt({ aud: ['client'] })],
  ['several audiences, and made for this client', jwt({ aud: ['other', 'client'], azp: 'client' })],
  ['azp null', jwt({ azp: null })],
  ['an end a moment ago', jwt({ exp: now - 30 })],
  ['an issue in a moment', jwt({ iat: now + 30 })],
  ['a start in the past', jwt({ nbf: now - 600 })],
  ...['RS512', 'PS256', 'ES256', 'ES384', 'EdDSA'].map((alg): [string, string] => [
    `alg ${alg}`,
    jwt({}, { alg }),
  ]),
  ['the hash of the access token', jwt({ at_hash: leftHalf(256, 'AQV') })],
  ['a hash of 384 bits', jwt({ at_hash: leftHalf(384, 'AQV') }, { alg: 'ES384' })],
  ['a hash of 512 bits', jwt({ at_hash: leftHalf(512, 'AQV') }, { alg: 'EdDSA' })],
  ['an algorithm that the provider names', jwt({}, { alg: 'RS256' }), { algorithms: ['HS256', 'RS256'] }],
];

const bad: readonly [title: string, token: string, reason: RegExp, change?: Partial<ExpectedIdToken>][] = [
  ['no text at all', '', /no JSON Web Token/],
  ['no JWT', 'abc', /no JSON Web Token/],
  ['two parts', jwt({}).split('.').slice(0, 2).join('.'), /no JSON Web Token/],
  ['four parts', `${jwt({})}.x`, /no JSON Web Token/],
  ['five parts', 'a.b.c.d.e', /encrypted/],
  ['claims that are a list', `${part({ alg: 'RS256' })}.${part([CLAIMS])}.c2ln`, /no JSON Web Token/],
  ['claims that are null', `${part({ alg: 'RS256' })}.${part(null)}.c2ln`, /no JSON Web Token/],
  ['plain base64', jwt({}).replace('.', '+.'), /no JSON Web Token/],
  ['no signature', jwt({}, { alg: 'RS256' }, ''), /has no signature/],
  ['a critical extension', jwt({}, { alg: 'RS256', crit: ['exp'] }), /crit/],
  ...['none', 'None', 'HS256', 'HS512', 'RS1', 'RS2567', 'toString', '', ' '].map(
    (alg): [string, string, RegExp] => [`alg "${alg}"`, jwt({}, { alg }), /alg=/],
  ),
  ...[undefined, null, 7, ['RS256'], {}].map((alg): [string, string, RegExp] => [
    `alg ${JSON.stringify(alg)}`,
    jwt({}, { alg }),
    /alg=/,
  ]),
  [
    'an algorithm that the provider does not name',
    jwt({}, { alg: 'ES256' }),
    /alg=/,
    { algorithms: ['RS256'] },
  ],
  [
    'HS256 although the provider names it',
    jwt({}, { alg: 'HS256' }),
    /alg=/,
    { algorithms: ['HS256', 'RS256'] },
  ],
  ...[...odd, 'https://other.example', 'https://issuer.example/', [wanted.issuer]].map(
    (iss): [string, string, RegExp] => [...named('iss', iss), /says iss=/],
  ),
  ...[...odd, 'other', 'CLIENT', ['other'], [null, 'client'], [['client']], [7, 'client']].map(
    (aud): [string, string, RegExp] => [...named('aud', aud), /"aud"|meant for/],
  ),
  ['several audiences and no azp', jwt({ aud: ['client', 'other'] }), /meant for several clients/],
  ...['', 'other', 7, true, false, ['client'], {}].map((azp): [string, string, RegExp] => [
    ...named('azp', azp),
    /azp=/,
  ]),
  ...odd
    .filter((value) => typeof value !== 'number')
    .flatMap((value): [string, string, RegExp][] => [
      [...named('exp', value), /"exp" is/],
      [...named('iat', value), /"iat" is/],
      ...(value === undefined ? [] : [[...named('nbf', value), /"nbf" is/] as [string, string, RegExp]]),
    ]),
  ['exp as a text', jwt({ exp: String(now + 600) }), /"exp" is a text/],
  ['an end a minute ago', jwt({ exp: now - 60 }), /it has expired; check the clock/],
  ['an issue tomorrow', jwt({ iat: now + 86_400 }), /issued in the future/],
  ['a start tomorrow', jwt({ nbf: now + 86_400 }), /not valid yet/],
  ...[...odd, ['ann'], { id: 'ann' }, 'undefined', 'null', 'a\nb', 'é', 'x'.repeat(256), '{{password}}'].map(
    (sub): [string, string, RegExp] => [...named('sub', sub), /"sub" is/],
  ),
  ...[...odd, 'another', ['the-nonce']].map((nonce): [string, string, RegExp] => [
    ...named('nonce', nonce),
    /nonce/,
  ]),
  ...['', 7, true, [leftHalf(256, 'AQV')], {}, leftHalf(256, 'other'), leftHalf(512, 'AQV')].map(
    (at_hash): [string, string, RegExp] => [...named('at_hash', at_hash), /another access token/],
  ),
];

test.each(good)('scripts and legwork believe an id_token with %s', (_, token, change = {}) => {
  const all = { ...wanted, ...change };
  expect(scriptRules.idTokenProblem(token, all, leftHalf)).toBe('');
  expect(idTokenProblem(token, all)).toBe('');
});

test.each(bad)('neither scripts nor legwork believe an id_token with %s', (_, token, reason, change = {}) => {
  const all = { ...wanted, ...change };
  expect(scriptRules.idTokenProblem(token, all, leftHalf)).toMatch(reason);
  expect(idTokenProblem(token, all)).toBe(scriptRules.idTokenProblem(token, all, leftHalf));
});

test('where no nonce was sent, any is taken', () => {
  const { nonce: _, ...all } = wanted;
  expect(scriptRules.idTokenProblem(jwt({ nonce: ['x'] }), all, leftHalf)).toBe('');
  expect(idTokenProblem(jwt({ nonce: ['x'] }), all)).toBe('');
});
