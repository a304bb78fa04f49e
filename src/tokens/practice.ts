import type { Io } from '../io.ts';
import { say } from '../printable/printable.ts';
import type { Profile } from '../providers/profile.ts';
import type { SetupArguments } from './options.ts';
import type { Setup } from './setup.ts';

/**
 * Starts an emulator to practice on, and turns the provider's profile to it: the same facts at other URLs.
 *
 * A redirect_uri that was named is registered for its application: the developer portal is this program.
 */
export async function startPractice(
  profile: Profile,
  { 'redirect-uri': redirectUri, pkce }: Pick<SetupArguments, 'redirect-uri' | 'pkce'>,
  { now, randomBytes, err }: Io,
): Promise<Pick<Setup, 'profile' | 'settings' | 'close'>> {
  const [{ startEmulator }, { playedProvider }] = await Promise.all([
    import('../emulator/start.ts'),
    import('../emulator/played-provider.ts'),
  ]);
  const {
    dialect,
    name,
    config: own,
    settings: settingsAt,
    appName: nameOf,
  } = await playedProvider(profile.id);
  // Elsewhere PKCE is for the usual application, too.
  const isNative = pkce && profile.nativeAuthorizationEndpoint !== undefined;
  const appName = nameOf(isNative);
  const config = {
    ...own,
    apps: own.apps.map((app) =>
      app.name === appName && redirectUri !== undefined
        ? { ...app, redirectUris: [redirectUri, ...app.redirectUris] }
        : app,
    ),
  };
  const { origin, close } = await startEmulator({ now, randomBytes }, { config, dialect });
  const settings = settingsAt(origin, config, appName, 'alice');
  err(say`This is practice: the emulator plays ${name} at ${origin}, and nothing leaves this computer.
Sign in as ${settings.username ?? ''} with the password ${settings.password ?? ''}. (--target live is the real ${name}.)\n\n`);
  const at = (address: string | undefined) =>
    address === undefined ? undefined : origin + new URL(address).pathname;
  const { metadata, nativeAuthorizationEndpoint: native } = profile;
  return {
    close,
    // The first address of the native application has no port; any port is right.
    settings: {
      ...settings,
      redirect_uri: redirectUri ?? (isNative ? NATIVE_REDIRECT : (settings.redirect_uri ?? '')),
    },
    profile: {
      ...profile,
      metadata: {
        ...metadata,
        issuer: settings.issuer ?? at(metadata.issuer) ?? '',
        authorization_endpoint: at(metadata.authorization_endpoint),
        token_endpoint: at(metadata.token_endpoint) ?? '',
        userinfo_endpoint: at(metadata.userinfo_endpoint),
        introspection_endpoint: at(metadata.introspection_endpoint),
        revocation_endpoint: at(metadata.revocation_endpoint),
        jwks_uri: settings.jwks_uri ?? at(metadata.jwks_uri),
      },
      ...(native !== undefined && { nativeAuthorizationEndpoint: at(native) ?? '' }),
      apiBaseUrl: origin,
    },
  };
}

/** Where a native client listens when nobody says where: RFC 8252 section 7.3 wants the IP address, not the name. */
export const NATIVE_REDIRECT = 'http://127.0.0.1:3000/callback';
