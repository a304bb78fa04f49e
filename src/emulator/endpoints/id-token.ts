import { linkedin } from '../../providers/linkedin.ts';
import type { EmulatedMember } from '../config/config.ts';
import type { RequestContext } from '../http/request-context.ts';
import { memberId } from '../state/identity.ts';
import type { Authorization } from '../state/state.ts';

// Not documented; an hour is what real id_tokens were seen with.
const ID_TOKEN_LIFE = 3600;

/** The issuer, LinkedIn's path on the emulator's origin. */
export function issuer(origin: string): string {
  return origin + new URL(linkedin.metadata.issuer).pathname;
}

/** Claims about the person that the scopes allow; `email_verified` and `locale` differ by where they are shown. */
export function personClaims(member: EmulatedMember, scopes: readonly string[]) {
  const profile = scopes.includes('profile');
  const email = scopes.includes('email');
  return {
    name: profile ? `${member.givenName} ${member.familyName}` : undefined,
    given_name: profile ? member.givenName : undefined,
    family_name: profile ? member.familyName : undefined,
    picture: profile ? 'https://media.example.com/dms/image/emulator/profile-displayphoto.jpg' : undefined,
    email: email ? member.email : undefined,
    email_verified: email ? true : undefined,
  };
}

/**
 * The id_token of an authorization: OpenID Connect Core section 2. A `nonce` is never echoed
 * (linkedin-developers/linkedin-api-js-client#34), and `email_verified` is a string (logto-io/logto#6843).
 */
export async function idToken(
  context: RequestContext,
  { app, member, scopes }: Authorization,
): Promise<string> {
  if (member === undefined) return '';
  const { sign } = await context.emulator.signingKey();
  const issuedAt = Math.floor(context.emulator.now() / 1000);
  const claims = personClaims(member, scopes);
  return sign({
    iss: issuer(context.origin),
    aud: app.clientId,
    iat: issuedAt,
    exp: issuedAt + ID_TOKEN_LIFE,
    sub: memberId(app, member),
    ...claims,
    email_verified: claims.email_verified?.toString(),
    locale: scopes.includes('profile') ? 'en_US' : undefined,
  });
}
