import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { Profile } from '../../src/providers/profile.ts';
import { parseProfileDocument } from '../../src/providers/profile-file.ts';
import { type Answer, json, type ReceivedRequest, startCannedServer } from './canned-server.ts';
import { callback } from './sign-in-run.ts';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

/** What an OpenID provider does otherwise than it should; everything that is left out is right. */
export interface Oddities {
  /** Members of the token response of a code. */
  readonly token?: Record<string, unknown>;
  readonly status?: number;
  /** Claims of its id_token, and members of its header. */
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
  /** Whether the id_token is signed by a key that is not published. */
  readonly forged?: boolean;
  /** The published keys, made of the right one. */
  readonly keys?: (right: JWK, other: JWK) => unknown;
  /** The whole response of the UserInfo endpoint. */
  readonly userinfo?: (sign: (claims: object) => Promise<string>) => Promise<Answer> | Answer;
  /** Members of the response of a renewal. */
  readonly renewed?: Record<string, unknown>;
  readonly introspection?: (token: string) => Answer;
  /** Access tokens that the API takes. */
  readonly works?: readonly string[];
  readonly metadata?: Record<string, unknown>;
}

let pairs: Promise<readonly [KeyPair, KeyPair]> | undefined;

/** Starts an OpenID provider on loopback whose id_tokens are really signed. */
export async function startOddServer(odd: Oddities) {
  pairs ??= Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('RS256', { extractable: true }),
  ]);
  const [ours, theirs] = await pairs;
  const [right, other] = await Promise.all([exportJWK(ours.publicKey), exportJWK(theirs.publicKey)]);
  const now = Math.floor(Date.now() / 1000);
  const sign = (claims: object) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'RS256', ...odd.header })
      .sign((odd.forged ? theirs : ours).privateKey);
  let nonce: string | undefined;
  const prepared = { idToken: '', userinfo: json({}) as Answer };

  const server = await startCannedServer((origin) => ({
    'GET /authorize': (request) => {
      nonce = request.query.get('nonce') ?? undefined;
      return callback(request);
    },
    'POST /token': ({ body }) => {
      const form = new URLSearchParams(body);
      const token = { access_token: 'first', token_type: 'Bearer', expires_in: 3600 };
      if (form.get('grant_type') === 'refresh_token')
        return json({ ...token, access_token: 'renewed', ...odd.renewed });
      return json({ ...token, scope: 'openid', id_token: prepared.idToken, ...odd.token }, odd.status ?? 200);
    },
    'GET /keys': () => json({ keys: odd.keys?.(right, other) ?? [right] }),
    'GET /userinfo': ({ headers }) => {
      const [, token = ''] = (headers.authorization ?? '').split(' ');
      return (odd.works ?? ['first', 'renewed']).includes(token)
        ? prepared.userinfo
        : json({ error: 'invalid_token' }, 401);
    },
    'POST /introspect': ({ body }: ReceivedRequest) =>
      odd.introspection?.(new URLSearchParams(body).get('token') ?? '') ?? json({ active: true }),
    'GET /issuer': () => json({ issuer: origin }),
  }));
  const { origin } = server;
  prepared.idToken = await sign({
    iss: origin,
    aud: 'client',
    sub: 'ann',
    iat: now,
    exp: now + 600,
    ...(nonce !== undefined && { nonce }),
    ...odd.claims,
  });
  prepared.userinfo = (await odd.userinfo?.(sign)) ?? json({ sub: 'ann' });
  const profile: Profile = parseProfileDocument(
    {
      issuer: origin,
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      userinfo_endpoint: `${origin}/userinfo`,
      introspection_endpoint: `${origin}/introspect`,
      jwks_uri: `${origin}/keys`,
      grant_types_supported: ['authorization_code', 'refresh_token'],
      ...odd.metadata,
      legwork: { name: 'Odd', scope: 'openid', echoes_nonce: false, pkce: 'none' },
    },
    'odd',
  );
  return { ...server, profile };
}

/** A JSON Web Token that nobody has signed. */
export function unsigned(claims: object, header: object = { alg: 'none' }, signature = ''): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${signature}`;
}
