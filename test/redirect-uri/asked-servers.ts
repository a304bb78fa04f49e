import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AuthorizationServer, DateInterval, type OAuthClient } from '@jmondi/oauth2-server';
import OAuth2Server from '@node-oauth/oauth2-server';
import Provider from 'oidc-provider';
import type { ApplicationType } from '../../src/redirect-uri/provider-rule.ts';

/** A server that nobody here wrote, asked whether it takes a redirect_uri of a client with one registered. */
export interface AskedServer {
  readonly accepts: (requested: string, registered: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** oidc-provider over HTTP: a page with status 400 in place of a redirect is its rejection. */
export async function oidcProvider(
  type: ApplicationType,
  registered: readonly string[],
): Promise<AskedServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: registered.map((uri) => ({
      client_id: uri,
      redirect_uris: [uri],
      application_type: type as 'web' | 'native',
      token_endpoint_auth_method: 'none' as const,
      grant_types: ['authorization_code'],
    })),
    cookies: { keys: ['a key for tests'] },
  });
  server.on('request', provider.callback());
  return {
    accepts: async (requested, client) => {
      const query = new URLSearchParams({
        client_id: client,
        redirect_uri: requested,
        response_type: 'code',
        scope: 'openid',
        code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
        code_challenge_method: 'S256',
      });
      const response = await fetch(`${issuer}/auth?${query}`, { redirect: 'manual' });
      const text = await response.text();
      if (response.status === 303) return true;
      if (response.status === 400 && /redirect_uri/.test(text)) return false;
      throw new Error(`${requested}: ${response.status} ${text}`);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** @node-oauth/oauth2-server: its authorize handler, with a model that knows each client by its redirect URI. */
export function nodeOauth(): AskedServer {
  const server = new OAuth2Server({
    model: {
      getClient: async (id: string) => ({ id, redirectUris: [id], grants: ['authorization_code'] }),
      saveAuthorizationCode: async (code: object, client: object, user: object) => ({
        ...code,
        client,
        user,
      }),
      getAccessToken: async () => undefined,
      getAuthorizationCode: async () => undefined,
      revokeAuthorizationCode: async () => true,
      saveToken: async () => undefined,
    } as never,
  });
  return {
    accepts: async (requested, client) => {
      const query = { client_id: client, redirect_uri: requested, response_type: 'code', state: 's' };
      const request = new OAuth2Server.Request({ query, body: {}, headers: {}, method: 'GET' });
      try {
        await server.authorize(request, new OAuth2Server.Response({}), {
          authenticateHandler: { handle: async () => ({ id: 'ann' }) },
        });
        return true;
      } catch (error) {
        if (error instanceof Error && /redirect_uri/.test(error.message)) return false;
        throw error;
      }
    },
    close: async () => {},
  };
}

/** @jmondi/oauth2-server: its validation of an authorization request. */
export function jmondi(): AskedServer {
  const client = (id: string): OAuthClient => ({
    id,
    name: id,
    redirectUris: [id],
    allowedGrants: ['authorization_code'],
    scopes: [],
  });
  const server = new AuthorizationServer(
    { getByIdentifier: async (id: string) => client(id), isClientValid: async () => true } as never,
    {} as never,
    { getAllByIdentifiers: async () => [], finalize: async (scopes: never) => scopes } as never,
    'a secret for tests',
  );
  server.enableGrantType(
    { grant: 'authorization_code', authCodeRepository: {} as never, userRepository: {} as never },
    new DateInterval('1d'),
  );
  return {
    accepts: async (requested, id) => {
      const query = {
        client_id: id,
        redirect_uri: requested,
        response_type: 'code',
        code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
        code_challenge_method: 'S256',
      };
      try {
        await server.validateAuthorizationRequest({ query, body: {}, headers: {} } as never);
        return true;
      } catch (error) {
        if (error instanceof Error && /redirect|redirection/i.test(JSON.stringify(error) + error.message))
          return false;
        throw error;
      }
    },
    close: async () => {},
  };
}
