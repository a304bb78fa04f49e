// @ts-nocheck
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A certified authorization server, with its own login and consent pages, on loopback. */
export interface ForeignServer {
  readonly issuer: string;
  close(): Promise<void>;
}

/** The client that {@link startOidcProvider} knows; its secret needs encoding everywhere. */
export const foreignClient = {
  client_id: 'legwork test',
  client_secret: 'a+b/c=d%25e:f&g',
  redirect_uri: 'http://localhost:3000/callback?a=b&c=d+e%20f',
};

/**
 * Starts oidc-provider with its development interactions: any login, any password.
 *
 * @param moreRedirectUris registered besides the one of {@link foreignClient}
 */
export async function startOidcProvider(moreRedirectUris: string[] = []): Promise<ForeignServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: foreignClient.client_id,
        client_secret: foreignClient.client_secret,
        redirect_uris: [foreignClient.redirect_uri, ...moreRedirectUris],
        grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
        token_endpoint_auth_method: 'client_secret_post',
        scope: 'openid profile email offline_access',
      },
    ],
    features: {
      devInteractions: { enabled: true },
      introspection: { enabled: true },
      clientCredentials: { enabled: true },
    },
    cookies: { keys: ['a key for tests'] },
    claims: { openid: ['sub'], email: ['email'], profile: ['name'] },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
