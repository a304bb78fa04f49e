import { discoveryDocument } from '../../providers/linkedin/metadata.ts';
import type { Answer } from '../answer.ts';
import { json } from '../answers.ts';
import { bearerTokenIsAlive, tokenHasScope } from '../checks/bearer.ts';
import { personClaims } from '../id-token.ts';
import { memberId } from '../identity.ts';
import { memberResource } from '../member-resource.ts';
import type { Visit } from '../visit.ts';

/** GET /oauth/.well-known/openid-configuration: LinkedIn's document with every address on the emulator. */
export function discovery({ origin }: Visit): Answer {
  const members = Object.entries(discoveryDocument).map(([name, value]) => [
    name,
    typeof value === 'string' ? origin + new URL(value).pathname : value,
  ]);
  return json(Object.fromEntries(members));
}

/** GET /oauth/openid/jwks. */
export async function keys({ emulation }: Visit): Promise<Answer> {
  const { publicKey } = await emulation.signingKey();
  return json({ keys: [publicKey] });
}

/** GET /v2/userinfo, in the order of real answers. `locale` is an object here, whatever the documentation shows. */
export function userinfo(visit: Visit): Answer {
  const issued = bearerTokenIsAlive(visit);
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
