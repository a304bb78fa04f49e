import { failure } from '../../failure.ts';
import { paths } from '../../providers/linkedin/pages.ts';
import { applicationSample } from '../../providers/linkedin/resources.ts';
import { linkedin } from '../../providers/linkedin.ts';
import type { EmulatedApp, EmulatorConfig } from './config.ts';
import { DEFAULT_APP, DEFAULT_MEMBER, defaultConfig } from './default-config.ts';

/**
 * The Postman variables with which a collection runs against an emulator.
 *
 * Endpoint addresses bear the names of RFC 8414.
 *
 * @param origin where the emulator listens, without a slash at the end
 * @param appName the `name` of one of the applications
 * @param memberName the `name` of one of the members
 * @throws Failure EMULATED_UNKNOWN
 */
export function emulatorSettings(
  origin: string,
  config: EmulatorConfig = defaultConfig,
  appName: string = config === defaultConfig ? DEFAULT_APP : firstName(config.apps),
  memberName: string = config === defaultConfig ? DEFAULT_MEMBER : firstName(config.members),
): Record<string, string> {
  const app = named('app', config.apps, appName);
  const member = named('member', config.members, memberName);
  return {
    ...endpointAddresses(origin, app),
    client_id: app.clientId,
    client_secret: app.clientSecret,
    redirect_uri: app.sentRedirectUri ?? app.redirectUris[0] ?? '',
    scope: app.scopes.join(' '),
    username: member.username,
    password: member.password,
    ...clientOf('other', config, app, (other) => other.refreshTokens && !other.clientCredentials),
    ...clientOf('no_refresh', config, app, (other) => !other.refreshTokens),
  };
}

/** Id and secret of another application, for refusals that take two; nothing where there is no such application. */
function clientOf(
  prefix: string,
  { apps }: EmulatorConfig,
  own: EmulatedApp,
  fits: (app: EmulatedApp) => boolean,
): Record<string, string> {
  const other = apps.find((app) => app !== own && app.scenario === undefined && fits(app));
  if (other === undefined) return {};
  return { [`${prefix}_client_id`]: other.clientId, [`${prefix}_client_secret`]: other.clientSecret };
}

function endpointAddresses(origin: string, app: EmulatedApp): Record<string, string> {
  const at = (address: string) => origin + new URL(address).pathname;
  const { metadata } = linkedin;
  return {
    issuer: at(metadata.issuer),
    authorization_endpoint: app.nativePkce
      ? origin + paths.nativeAuthorization
      : at(metadata.authorization_endpoint),
    token_endpoint: at(metadata.token_endpoint),
    native_authorization_endpoint: origin + paths.nativeAuthorization,
    userinfo_endpoint: at(metadata.userinfo_endpoint),
    introspection_endpoint: at(metadata.introspection_endpoint),
    revocation_endpoint: at(metadata.revocation_endpoint),
    jwks_uri: at(metadata.jwks_uri),
    api_base_url: origin,
    application_api_url: origin + applicationSample.path,
  };
}

function firstName(things: readonly { readonly name: string }[]): string {
  return things[0]?.name ?? '';
}

/**
 * An application or member by its name.
 *
 * @throws Failure EMULATED_UNKNOWN
 */
export function named<Thing extends { readonly name: string }>(
  kind: string,
  things: readonly Thing[],
  name: string,
): Thing {
  const thing = things.find((candidate) => candidate.name === name);
  if (thing === undefined) {
    const names = things.map((candidate) => candidate.name).join(', ');
    throw failure('EMULATED_UNKNOWN', { kind, name, names });
  }
  return thing;
}
