import { expect, test } from 'vitest';
import { judgeByRule, strictRule } from '../../src/redirect-uri/judge-by-rule.ts';
import type { ApplicationType } from '../../src/redirect-uri/provider-rule.ts';

test.each<[string, string, ApplicationType, string]>([
  ['http://127.0.0.1:49152/cb', 'http://127.0.0.1/cb', 'native', 'accepted'],
  ['http://[::1]:49152/cb', 'http://[::1]:1/cb', 'native', 'accepted'],
  ['http://localhost:1/cb', 'http://localhost/cb', 'native', 'refused'],
  ['http://127.0.0.1:1/cb', 'http://127.0.0.1/x', 'native', 'refused'],
  ['http://127.0.0.1:1/cb', 'http://127.0.0.1/cb', 'web', 'refused'],
  ['http://127.0.0.1:1/cb', 'http://127.0.0.1/cb', 'spa', 'refused'],
  ['http://127.0.0.1:1/cb', 'http://a.example:2/cb', 'native', 'refused'],
  ['x.y://127.0.0.1:1/cb', 'x.y:/cb', 'native', 'refused'],
  ['x.y:/cb', 'x.y://127.0.0.1:1/cb', 'native', 'refused'],
  ['https://a.example/cb', 'https://a.example/cb', 'web', 'accepted'],
  ['https://a.example/cb/', 'https://a.example/cb', 'web', 'refused'],
])('%s beside %s for a %s application: %s', (requested, registered, type, verdict) => {
  expect(judgeByRule(strictRule, requested, [registered], type).verdict).toBe(verdict);
});

test('without a type of application, the verdict of a native one is told where it is another', () => {
  expect(judgeByRule(strictRule, 'http://127.0.0.1:1/cb', ['http://127.0.0.1/cb'])).toMatchObject({
    verdict: 'refused',
    condition: 'for an application of the type "native" the verdict is "accepted"',
  });
});
