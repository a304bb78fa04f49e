import { discoveryDocument } from '../../providers/linkedin/metadata.ts';
import { bearerTokenIsAlive, tokenHasScope } from '../checks/bearer.ts';
import { json } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import { memberId } from '../state/identity.ts';
import { personClaims } from './id-token.ts';
import { memberResource } from './member-resource.ts';

/** GET /oauth/.well-known/openid-configuration: LinkedIn's document with every address on the emulator. */
export function discovery({ origin }: RequestContext): EmulatorResponse {
  const members = Object.entries(discoveryDocument).map(([name, value]) => [
    name,
    typeof value === 'string' ? origin + new URL(value).pathname : value,
  ]);
  return json(Object.fromEntries(members));
}

/** GET /oauth/openid/jwks. */
export async function keys({ emulator }: RequestContext): Promise<EmulatorResponse> {
  const { publicKey } = await emulator.signingKey();
  return json({ keys: [publicKey] });
}

/** GET /v2/userinfo, in the order of real responses. `locale` is an object here, whatever the documentation shows. */
export function userinfo(context: RequestContext): EmulatorResponse {
  const issued = bearerTokenIsAlive(context);
  tokenHasScope(issued, memberResource('Read userinfo').scopes, 'userinfo.GET.NO_VERSION');
  const { app, member, scopes: granted } = issued.authorization;
  if (member === undefined) return json({});
  const claims = personClaims(member, granted);
  return json({
    sub: memberId(app, member),
    email_verified: claims.email_verified,
    name: claims.name,
    locale: granted.includes('profile') ? { country: 'US', language: 'en' } : undefined,
    given_name: claims.given_name,
    family_name: claims.family_name,
    email: claims.email,
    picture: claims.picture,
  });
}
