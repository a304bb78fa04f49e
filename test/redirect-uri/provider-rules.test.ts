import { expect, test } from 'vitest';
import { isProviderId, providers } from '../../src/providers/atlas/all.ts';
import { judgeByRule } from '../../src/redirect-uri/judge-by-rule.ts';
import { type RulePair, rulePairs } from '../fixtures/redirect-uri/rule-pairs.ts';

async function verdictOf({ provider, requested, registered, type }: RulePair) {
  if (!isProviderId(provider)) throw new Error(`the atlas has no ${provider}`);
  const { redirectUris } = await providers[provider]();
  return judgeByRule(redirectUris?.value, requested, registered, type);
}

test.each(rulePairs)('$provider: $fact ($requested)', async (pair) => {
  const { verdict, condition } = await verdictOf(pair);
  expect(verdict).toBe(pair.verdict);
  if (pair.condition !== undefined) expect(condition).toContain(pair.condition);
});

test('an accepted value names the registered one that covers it, and the elements of the rule that were needed', async () => {
  const { verdict, by, registered } = await verdictOf({
    provider: 'keycloak',
    requested: 'http://localhost:9000/app/cb?next=1',
    registered: ['https://app.example.com/*', 'http://localhost/*'],
    verdict: 'accepted',
    fact: '',
  });
  expect({ verdict, registered }).toEqual({ verdict: 'accepted', registered: 'http://localhost/*' });
  expect(by).toEqual([
    expect.objectContaining({ ignores: 'port' }),
    expect.objectContaining({ way: 'trailing star' }),
  ]);
});
