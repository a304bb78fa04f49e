import type { EmulatorConfig } from '../config/config.ts';
import { named } from '../config/settings.ts';
import type { Dialect } from './dialect.ts';
import { issuerOf } from './id-token.ts';
import { atOrigin, ownPaths, usualValues } from './paths.ts';

/**
 * The Postman variables with which a collection runs against a dialect; endpoints bear the names of RFC 8414.
 *
 * @param origin where the emulator listens, without a slash at the end
 * @throws Failure EMULATED_UNKNOWN
 */
export function dialectSettings(
  origin: string,
  dialect: Dialect,
  config: EmulatorConfig,
  appName: string | undefined = config.apps[0]?.name,
  memberName: string | undefined = config.members[0]?.name,
): Record<string, string> {
  const app = named('app', config.apps, appName ?? '');
  const member = named('member', config.members, memberName ?? '');
  const { endpoints, client } = dialect.facts;
  const at = (url: string) => atOrigin(origin, url, usualValues(dialect.facts));
  return {
    issuer: endpoints.issuer === undefined ? origin : issuerOf(origin, dialect, {}),
    authorization_endpoint: at(endpoints.authorization.value),
    token_endpoint: at(endpoints.token.value),
    ...(endpoints.userinfo !== undefined && { userinfo_endpoint: at(endpoints.userinfo.value) }),
    ...(endpoints.issuer !== undefined && { jwks_uri: origin + ownPaths.keys }),
    api_base_url: origin,
    application_api_url: origin + ownPaths.application,
    client_id: app.clientId,
    client_secret: app.clientSecret,
    redirect_uri: app.sentRedirectUri ?? app.redirectUris[0] ?? '',
    scope: app.scopes.join(client.scopeDelimiter?.value ?? ' '),
    username: member.username,
    password: member.password,
  };
}
