import sdk from 'postman-collection';
import { expect, test } from 'vitest';
import { postmanUrl } from '../../src/collection/postman-url.ts';
import { ours } from '../../src/inert.ts';

test.each([
  '{{token_endpoint}}',
  '{{api_base_url}}/v2/me',
  '{{api_base_url}}/v2/emailAddress?q=members&projection=(elements*(handle~))',
  'https://api.example.org/jobs',
  'https://api.example.org:8443/a//b/',
  'http://localhost:3000',
  'https://api.example.org/?a=b=c&d=&e={{e}}',
])('%s is taken apart as the SDK of Postman does', (address) => {
  const { raw, ...parts } = postmanUrl(address, []);
  expect(raw).toBe(address);
  const { query, ...others } = sdk.Url.parse(address);
  const given = Object.fromEntries(
    Object.entries({ ...others, query }).filter(([, part]) => part !== undefined),
  );
  delete (given as { raw?: string }).raw;
  expect(parts).toEqual(given);
});

test('further parameters follow those of the address, with their descriptions', () => {
  const scope = { key: 'scope', value: ours('{{scope}}'), description: 'What to ask for.' };
  expect(postmanUrl('{{authorization_endpoint}}?tenant=7', [scope])).toEqual({
    raw: '{{authorization_endpoint}}?tenant=7&scope={{scope}}',
    host: ['{{authorization_endpoint}}'],
    query: [{ key: 'tenant', value: '7' }, scope],
  });
});
