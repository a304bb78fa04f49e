import { json } from '../http/make-response.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { EmulatorResponse } from '../http/response.ts';
import type { Dialect } from './dialect.ts';
import { issuerOf } from './id-token.ts';
import { atOrigin, ownPaths, type PathValues, usualValues } from './paths.ts';

/** The discovery document of a dialect: OpenID Connect Discovery 1.0 section 3. */
export function discovery(
  { origin }: RequestContext,
  dialect: Dialect,
  values: PathValues,
): EmulatorResponse {
  const { endpoints, client } = dialect.facts;
  const all = { ...usualValues(dialect.facts), ...values };
  const at = (url: string | undefined) => (url === undefined ? undefined : atOrigin(origin, url, all));
  return json({
    issuer: issuerOf(origin, dialect, values),
    authorization_endpoint: at(endpoints.authorization.value),
    token_endpoint: at(endpoints.token.value),
    userinfo_endpoint: at(endpoints.userinfo?.value),
    jwks_uri: origin + ownPaths.keys,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: client.defaultScope?.value,
    token_endpoint_auth_methods_supported: client.authentication?.value,
    code_challenge_methods_supported: client.pkceMethods?.value,
  });
}

/** The key that signs id_tokens: RFC 7517. */
export async function keys({ emulator }: RequestContext): Promise<EmulatorResponse> {
  const { publicKey } = await emulator.signingKey();
  return json({ keys: [{ ...publicKey, alg: 'RS256', use: 'sig' }] });
}
