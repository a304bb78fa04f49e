// @ts-nocheck
import { z } from 'zod';
import { legworkSection } from './legwork-section.ts';
import { secureUrl, textList } from './shapes.ts';

/**
 * A profile file: the metadata of a server as RFC 8414 and OpenID Connect Discovery name them, and what legwork
 * wants to know besides. Unknown members of the metadata stay, so that each saved discovery document is a profile.
 */
export const profileDocument = z
  .looseObject({
    issuer: secureUrl.describe('Address that identifies the server, such as "https://login.example.com".'),
    authorization_endpoint: secureUrl
      .optional()
      .describe(
        'Address of the page where people sign in and allow the request. Left out: no person takes part.',
      ),
    token_endpoint: secureUrl.describe('Address where a code or a secret is exchanged for an access token.'),
    userinfo_endpoint: secureUrl
      .optional()
      .describe('Address that tells who the signed-in person is (OpenID Connect).'),
    introspection_endpoint: secureUrl
      .optional()
      .describe('Address that tells whether a token is still valid (RFC 7662).'),
    revocation_endpoint: secureUrl.optional().describe('Address that makes a token invalid (RFC 7009).'),
    jwks_uri: secureUrl.optional().describe("Address of the server's public keys, used to check id_tokens."),
    response_types_supported: textList
      .optional()
      .describe('What the authorization endpoint can answer with.'),
    subject_types_supported: textList
      .optional()
      .describe('How the server names people: "public" or "pairwise".'),
    id_token_signing_alg_values_supported: textList
      .optional()
      .describe('Algorithms that id_tokens are signed with, such as "RS256".'),
    scopes_supported: textList
      .optional()
      .describe('Scopes that the server knows. "openid" among them: legwork asks for an id_token too.'),
    claims_supported: textList.optional().describe('Facts about a person that the server can tell.'),
    grant_types_supported: textList
      .optional()
      .describe(
        'Ways to get a token. legwork exercises "authorization_code", "client_credentials" and "refresh_token"; take out what should not be exercised.',
      ),
    code_challenge_methods_supported: textList
      .optional()
      .describe('Methods of PKCE (RFC 7636). With "S256" in it legwork uses PKCE.'),
    token_endpoint_auth_methods_supported: textList
      .optional()
      .describe('How a client may prove who it is. legwork prefers "client_secret_post".'),
    authorization_response_iss_parameter_supported: z
      .boolean()
      .optional()
      .describe('Whether the answer of the authorization endpoint carries "iss" (RFC 9207).'),
    legwork: legworkSection.optional(),
  })
  .describe(
    'What legwork must know of an OAuth 2.0 server: its discovery document, as the server publishes it below /.well-known/, and an optional section "legwork".',
  );

export type ProfileDocument = z.infer<typeof profileDocument>;
