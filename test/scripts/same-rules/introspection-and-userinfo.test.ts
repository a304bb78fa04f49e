import { expect, test } from 'vitest';
import { introspectionProblem } from '../../../src/oauth/introspection-rules.ts';
import * as ours from '../../../src/oauth/userinfo-rules.ts';
import { scriptRules as theirs } from './script-rules.ts';

const now = 1_800_000_000;
const wanted = { clientId: 'client', issuer: 'https://issuer.example', subject: 'ann', now };

const believed: readonly [title: string, body: object, subject?: string][] = [
  ['active alone', {}],
  [
    'everything that fits',
    { client_id: 'client', iss: wanted.issuer, sub: 'ann', exp: now + 60, iat: now, nbf: now },
  ],
  [
    'null for what is left out',
    { client_id: null, iss: null, sub: null, exp: null, scope: null, error: null },
  ],
  ['an empty text for what is left out', { client_id: '', iss: '', sub: '', exp: '', error: '' }],
  ['times as texts', { exp: String(now + 60), expires_at: String(now + 60) }],
  ["LinkedIn's members", { status: 'active', expires_at: now + 60, scope: 'openid,email', auth_type: '3L' }],
  ['any sub where nobody knows it', { sub: 'bob' }, ''],
];

const odd = [7, true, false, [], ['x'], {}] as const;
const notBelieved: readonly [title: string, body: object, reason: RegExp, status?: number][] = [
  ['status 401', {}, /status 401/, 401],
  ['status 500', {}, /status 500/, 500],
  ['status 302', {}, /status 302/, 302],
  ['an error', { error: 'invalid_client' }, /"error"/],
  ['an error that is no text', { error: 7 }, /"error"/],
  ['the status expired', { status: 'expired' }, /"status" is "expired"/],
  ['the status revoked', { status: 'REVOKED' }, /"status" is/],
  ['another client', { client_id: 'other' }, /issued to client "other"/],
  ['another issuer', { iss: 'https://other.example' }, /iss="https:\/\/other\.example"/],
  ['another member', { sub: 'bob' }, /sub="bob"/],
  ['an end in the past', { exp: now - 3600 }, /by "exp" it has expired/],
  ["LinkedIn's end in the past", { expires_at: now - 3600 }, /by "expires_at" it has expired/],
  ['an issue tomorrow', { iat: now + 86_400 }, /by "iat" it is not valid yet/],
  ['a start tomorrow', { nbf: now + 86_400 }, /by "nbf" it is not valid yet/],
  ...odd.flatMap((value): [string, object, RegExp][] => {
    const text = JSON.stringify(value);
    return [
      [`client_id ${text}`, { client_id: value }, /issued to client/],
      [`iss ${text}`, { iss: value }, /iss=/],
      [`sub ${text}`, { sub: value }, /"sub" is/],
      ...(typeof value === 'number'
        ? []
        : [[`exp ${text}`, { exp: value }, /"exp" is/] as [string, object, RegExp]]),
    ];
  }),
  ['the end in words', { exp: 'tomorrow' }, /"exp" is a text/],
  ['an end of 0', { exp: 0 }, /by "exp" it has expired/],
  ...[7, true, {}, [7]].map((scope): [string, object, RegExp] => [
    `scope ${JSON.stringify(scope)}`,
    { scope },
    /"scope" is/,
  ]),
];

test.each(believed)('scripts and legwork believe active: true with %s', (_, body, subject = 'ann') => {
  const all = { active: true, ...body };
  expect(theirs.introspectionProblem(200, all, { ...wanted, subject })).toBe('');
  expect(introspectionProblem(200, all, { ...wanted, subject })).toBe('');
});

test.each(notBelieved)('neither believes active: true with %s', (_, body, reason, status = 200) => {
  const all = { active: true, ...body };
  expect(theirs.introspectionProblem(status, all, wanted)).toMatch(reason);
  expect(introspectionProblem(status, all, wanted)).toBe(theirs.introspectionProblem(status, all, wanted));
});

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (claims: unknown) => `${part({ alg: 'RS256' })}.${part(claims)}.c2ln`;
const JSON_TYPE = 'application/json; charset=utf-8';
const JWT_TYPE = 'application/jwt';

const people: readonly [title: string, text: string, type: string][] = [
  ['JSON', '{"sub":"ann"}', JSON_TYPE],
  ['a JSON Web Token', signed({ sub: 'ann' }), JWT_TYPE],
  [
    'a JSON Web Token with a charset and a line end',
    `${signed({ sub: 'ann' })}\n`,
    'Application/JWT; charset=utf-8',
  ],
  ['a JSON Web Token for this client', signed({ sub: 'ann', iss: wanted.issuer, aud: ['client'] }), JWT_TYPE],
  ['error null', '{"sub":"ann","error":null}', JSON_TYPE],
];

const nobody: readonly [title: string, text: string, type: string, reason: RegExp][] = [
  ['an error beside sub', '{"sub":"ann","error":"invalid_token"}', JSON_TYPE, /"error"/],
  ...[null, '', ' ', 7, true, [], ['ann'], {}, 'undefined', 'null', '{{password}}', 'a\nb'].map(
    (sub): [string, string, string, RegExp] => [
      `sub ${JSON.stringify(sub)}`,
      JSON.stringify({ sub }),
      JSON_TYPE,
      /sub is/,
    ],
  ),
  ['no sub', '{}', JSON_TYPE, /sub is missing/],
  ['another person', '{"sub":"bob"}', JSON_TYPE, /another person/],
  ['a list', '[{"sub":"ann"}]', JSON_TYPE, /no JSON object/],
  ['no JSON', 'hello', JSON_TYPE, /no JSON object/],
  ['a JSON Web Token in JSON', signed({ sub: 'ann' }), JSON_TYPE, /no JSON object/],
  ['an encrypted one', 'a.b.c.d.e', JWT_TYPE, /no JSON object/],
  ['a JSON Web Token of another issuer', signed({ sub: 'ann', iss: 'https://x.example' }), JWT_TYPE, /iss=/],
  [
    'a JSON Web Token for another client',
    signed({ sub: 'ann', aud: 'other' }),
    JWT_TYPE,
    /not for this client/,
  ],
];

test.each(people)('scripts and legwork take a UserInfo response: %s', (_, text, type) => {
  for (const rules of [theirs, ours])
    expect(rules.userinfoProblem(rules.userinfoClaims(text, type), wanted)).toBe('');
});

test.each(nobody)('neither takes a UserInfo response: %s', (_, text, type, reason) => {
  const problem = (rules: typeof theirs | typeof ours) =>
    rules.userinfoProblem(rules.userinfoClaims(text, type), wanted);
  expect(problem(theirs)).toMatch(reason);
  expect(problem(ours)).toBe(problem(theirs));
});

test.each([
  ['ann', 'ann'],
  [7, '7'],
  [7.5, undefined],
  [Number.MAX_VALUE, undefined],
  [null, undefined],
  [['ann'], undefined],
  ['{{password}}', undefined],
])('the id of a person in another API is %j, so %j', (value, id) => {
  expect(theirs.memberIdOf(value)).toBe(id);
  expect(ours.memberIdOf(value)).toBe(id);
});
