import { describe, expect, test } from 'vitest';
import { oidcProvider as oidcProviderFacts } from '../../src/providers/atlas/oidc-provider.ts';
import { judgeByRule } from '../../src/redirect-uri/judge-by-rule.ts';
import type { ApplicationType, RedirectUriRule } from '../../src/redirect-uri/provider-rule.ts';
import { registered, variants } from '../fixtures/redirect-uri/variants.ts';
import { type AskedServer, jmondi, nodeOauth, oidcProvider } from './asked-servers.ts';

interface Row {
  readonly server: string;
  readonly type: ApplicationType;
  readonly rule: RedirectUriRule | undefined;
  /** What the server lets a client of this type register. */
  readonly registered: readonly string[];
  readonly start: (registered: readonly string[]) => Promise<AskedServer> | AskedServer;
}

const loopback = registered.filter((uri) => !uri.includes('app.example.com'));

const rows: readonly Row[] = [
  {
    server: 'oidc-provider',
    type: 'web',
    rule: oidcProviderFacts.redirectUris?.value,
    registered,
    start: (uris) => oidcProvider('web', uris),
  },
  {
    server: 'oidc-provider',
    type: 'native',
    rule: oidcProviderFacts.redirectUris?.value,
    registered: ['https://app.example.com/cb', ...loopback],
    start: (uris) => oidcProvider('native', uris),
  },
  {
    server: '@node-oauth/oauth2-server',
    type: 'web',
    rule: { ways: [{ way: 'same text' }] },
    registered,
    start: nodeOauth,
  },
  {
    server: '@jmondi/oauth2-server',
    type: 'web',
    rule: {
      bans: [{ ban: 'fragment' }],
      leniencies: [
        { ignores: 'spelling' },
        { ignores: 'port', of: 'every host', registered: 'any' },
        { ignores: 'query' },
        { ignores: 'user info' },
      ],
      ways: [{ way: 'same text' }],
    },
    registered,
    start: jmondi,
  },
];

describe.each(rows)('$server, a client of the type $type', ({ type, rule, registered: uris, start }) => {
  test('says to every variant of every registered URI what the rule says', async () => {
    const server = await start(uris);
    try {
      for (const uri of uris) {
        for (const { what, of } of variants) {
          const requested = of(uri);
          const said = (await server.accepts(requested, uri)) ? 'accepted' : 'refused';
          const { verdict } = judgeByRule(rule, requested, [uri], type);
          expect(`${uri}, ${what} (${requested}): ${verdict}`).toBe(
            `${uri}, ${what} (${requested}): ${said}`,
          );
        }
      }
    } finally {
      await server.close();
    }
  });
});
