import { personClaims } from '../endpoints/id-token.ts';
import type { RequestContext } from '../http/request-context.ts';
import { memberId } from '../state/identity.ts';
import type { Authorization } from '../state/state.ts';
import type { Dialect } from './dialect.ts';
import { atOrigin, type PathValues, usualValues } from './paths.ts';

const ID_TOKEN_LIFE = 3600;

/** The issuer of a dialect at the emulator's origin. */
export function issuerOf(origin: string, { facts }: Dialect, values: PathValues): string {
  return atOrigin(origin, facts.endpoints.issuer?.value ?? '{base}', { ...usualValues(facts), ...values });
}

/** An id_token: OpenID Connect Core section 2, with the nonce of the request. */
export async function idToken(
  context: RequestContext,
  dialect: Dialect,
  { app, member, scopes, dialect: asked }: Authorization,
  values: PathValues,
): Promise<string> {
  if (member === undefined) return '';
  const { sign } = await context.emulator.signingKey();
  const issuedAt = Math.floor(context.emulator.now() / 1000);
  const nonce = asked?.query.get('nonce');
  return sign({
    iss: issuerOf(context.origin, dialect, values),
    aud: app.clientId,
    iat: issuedAt,
    exp: issuedAt + ID_TOKEN_LIFE,
    sub: memberId(app, member),
    ...(nonce !== undefined && { nonce }),
    ...personClaims(member, scopes),
  });
}
