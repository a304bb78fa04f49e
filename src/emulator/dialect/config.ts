import type { ProviderFacts } from '../../providers/facts.ts';
import { judgeByRule } from '../../redirect-uri/judge-by-rule.ts';
import type { EmulatedApp, EmulatorConfig } from '../config/config.ts';
import { defaultConfig } from '../config/default-config.ts';

const CANDIDATES = [
  'http://localhost:3000/callback',
  'http://127.0.0.1:3000/callback',
  'https://app.example.com/callback',
];

/** The applications and members of a dialect where no file brings others. All secrets are made up. */
export function dialectConfig(facts: ProviderFacts): EmulatorConfig {
  const redirectUri = usableRedirectUri(facts);
  const ordinary: EmulatedApp = {
    name: 'default',
    description:
      'Everything works: signing in, refresh tokens and application tokens, as far as the provider has them.',
    clientId: `legwork-${facts.id}-1`,
    clientSecret: 'EmulatorNotReal1.fa+/ke==',
    redirectUris: [redirectUri],
    // Slack has none that everybody asks for.
    scopes: facts.client.defaultScope?.value ?? ['users:read'],
    clientCredentials: true,
    refreshTokens: true,
    nativePkce: false,
  };
  return {
    apps: [
      ordinary,
      {
        ...ordinary,
        name: 'other-redirect-uri',
        description: 'Another redirect_uri is registered than the one that the application sends.',
        clientId: `legwork-${facts.id}-2`,
        clientSecret: 'OtherNotReal22.fa+/ke==',
        redirectUris: ['https://other.example.com/auth/callback'],
        sentRedirectUri: redirectUri,
      },
      ...(facts.client.authentication?.value.includes('none') === true
        ? [
            {
              ...ordinary,
              name: 'public',
              description: 'A public client: it has PKCE in place of a secret.',
              clientId: `legwork-${facts.id}-3`,
              clientSecret: 'PublicNotUsed3.fa+/ke==',
              nativePkce: true,
            },
          ]
        : []),
    ],
    members: defaultConfig.members.filter(({ challenge }) => challenge === undefined),
  };
}

/** The first of a few redirect URIs that the provider's form and its rule take. */
function usableRedirectUri({ redirectUris, registration }: ProviderFacts): string {
  const isTaken = (uri: string) => {
    if (uri.includes('localhost') && registration.localhost?.value === 'rejected') return false;
    if (uri.includes('127.0.0.1') && registration.loopbackIp?.value === 'rejected') return false;
    return judgeByRule(redirectUris?.value, uri, [uri], 'web').verdict === 'accepted';
  };
  return CANDIDATES.find(isTaken) ?? 'https://app.example.com/callback';
}
