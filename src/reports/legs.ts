import type { Leg } from '../runner/oauth-legs.ts';
import type { FlowResult } from '../runner/result.ts';

/** What one leg of OAuth was about: its title, and facts in words. */
export interface LegFacts {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/** The legs of a flow in words, for people. */
export function legFacts(flow: FlowResult): LegFacts[] {
  return flow.legs.map((leg) => ({
    title: `${titleOf(leg)}${flow.steps[leg.step]?.outcome === 'retried' ? ' (retried)' : ''}`,
    facts: factsOf(leg).filter(([, value]) => value !== ''),
  }));
}

function titleOf(leg: Leg): string {
  switch (leg.kind) {
    case 'authorization':
      return 'Authorization request';
    case 'callback':
      return 'Response at the callback';
    case 'token':
      return `Token request, ${leg.grantType}`;
  }
}

function factsOf(leg: Leg): [string, string][] {
  switch (leg.kind) {
    case 'authorization':
      return [
        ['client_id', leg.clientId],
        ['response_type', leg.responseType],
        ['redirect_uri', leg.redirectUri ?? 'not sent'],
        ['Scope requested', leg.scopeAsked.join(' ') || 'none'],
        ['state', leg.stateSent ? 'sent' : 'not sent'],
        ['PKCE', leg.pkce],
      ];
    case 'callback':
      return [
        ['redirect_uri', leg.redirectUri],
        [
          'state',
          {
            matches: 'is the one sent',
            differs: 'is another one',
            missing: 'is missing',
            'not-asked': 'was not sent',
          }[leg.state],
        ],
        ['code', leg.codeGiven ? 'given' : 'not given'],
        ['error', [leg.error, leg.errorDescription].filter(Boolean).join(': ')],
      ];
    case 'token':
      return [
        [
          'Client',
          { body: 'secret in the body', basic: 'HTTP Basic', none: 'without a secret' }[
            leg.clientAuthentication
          ],
        ],
        ['redirect_uri', redirectUri(leg)],
        ['code_verifier', leg.codeVerifierSent ? 'sent' : ''],
        ['Scope requested', leg.scopeAsked.join(' ')],
        ['Scope granted', leg.given?.scope?.join(' ') ?? ''],
        ['Access token', accessToken(leg)],
        ['Refresh token', refreshToken(leg)],
        ['ID token', leg.given?.idToken ? 'given' : ''],
        ['error', [leg.error, leg.errorDescription].filter(Boolean).join(': ')],
      ];
  }
}

type Token = Leg & { kind: 'token' };

function redirectUri({ redirectUri: address, sameRedirectUri }: Token): string {
  if (address === undefined) return '';
  if (sameRedirectUri === undefined) return address;
  return `${address} (${sameRedirectUri ? 'the same as' : 'NOT the one'} in the authorization request)`;
}

function accessToken({ given }: Token): string {
  if (given === undefined) return 'none';
  const kind = given.accessToken === 'jwt' ? 'a JSON Web Token' : 'opaque';
  return [given.tokenType, kind, lives(given.expiresIn)].filter(Boolean).join(', ');
}

function refreshToken({ given }: Token): string {
  return given?.refreshToken ? ['given', lives(given.refreshTokenExpiresIn)].filter(Boolean).join(', ') : '';
}

function lives(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  const [unit, size] = seconds >= 172_800 ? (['days', 86_400] as const) : (['minutes', 60] as const);
  return seconds < 120 ? `lives ${seconds} seconds` : `lives ${Math.round(seconds / size)} ${unit}`;
}
