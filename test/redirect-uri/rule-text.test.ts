import { expect, test } from 'vitest';
import { ruleText } from '../../src/redirect-uri/rule-text.ts';

test.each([
  [
    { ignores: 'port', of: ['127.0.0.1', '[::1]'], registered: 'any' },
    'The port of 127.0.0.1 and [::1] is not compared.',
  ],
  [
    { ignores: 'port', of: ['localhost'], registered: 'no port', scheme: 'http' },
    'The port of http://localhost is not compared if the registered value has no port.',
  ],
  [{ ban: 'host', hosts: ['localhost'] }, 'The host localhost is rejected.'],
  [
    { way: 'sub-domain star', when: { clause: 'the switch is on', usually: 'off' } },
    'A registered * in place of the first host label covers one sub-domain label, only if the switch is on, which is not the default.',
  ],
  [
    { ignores: 'which loopback name', for: ['native'] },
    'localhost, 127.0.0.1 and [::1] are the same (applications of the type native).',
  ],
] as const)('an element of a rule is a sentence: %j', (element, sentence) => {
  expect(ruleText(element)).toBe(sentence);
});
