import type { Io } from '../io.ts';
import { say } from '../printable/printable.ts';
import type { Profile } from '../providers/profile.ts';
import type { SetupArguments } from './options.ts';
import type { Setup } from './setup.ts';

/**
 * Starts an emulator to practise on, and turns the provider's profile to it: the same facts at other addresses.
 *
 * A redirect_uri that was named is registered for its application: the developer portal is this program.
 */
export async function startPractice(
  profile: Profile,
  { 'redirect-uri': redirectUri, pkce }: Pick<SetupArguments, 'redirect-uri' | 'pkce'>,
  { now, randomBytes, err }: Io,
): Promise<Pick<Setup, 'profile' | 'settings' | 'close'>> {
  const [{ createEmulator }, { defaultConfig, DEFAULT_APP }, { serveEmulator }, { emulatorSettings }] =
    await Promise.all([
      import('../emulator/emulator.ts'),
      import('../emulator/config/default-config.ts'),
      import('../emulator/http/serve.ts'),
      import('../emulator/config/settings.ts'),
    ]);
  const appName = pkce ? 'native-pkce' : DEFAULT_APP;
  const config = {
    ...defaultConfig,
    apps: defaultConfig.apps.map((app) =>
      app.name === appName && redirectUri !== undefined
        ? { ...app, redirectUris: [redirectUri, ...app.redirectUris] }
        : app,
    ),
  };
  const emulator = createEmulator({ config, now, randomBytes });
  const { origin, close } = await serveEmulator(emulator, { port: 0 });
  const settings = emulatorSettings(origin, config, appName, 'alice');
  err(say`This is practice: the emulator plays ${profile.name} at ${origin}, and nothing leaves this computer.
Sign in as ${settings.username ?? ''} with the password ${settings.password ?? ''}. (--target live is the real ${profile.name}.)\n\n`);
  const at = (address: string | undefined) =>
    address === undefined ? undefined : origin + new URL(address).pathname;
  const { metadata, nativeAuthorizationEndpoint: native } = profile;
  return {
    close,
    // The first address of the native application has no port; any port is right.
    settings: {
      ...settings,
      redirect_uri: redirectUri ?? (pkce ? NATIVE_REDIRECT : (settings.redirect_uri ?? '')),
    },
    profile: {
      ...profile,
      metadata: {
        ...metadata,
        issuer: at(metadata.issuer) ?? '',
        authorization_endpoint: at(metadata.authorization_endpoint),
        token_endpoint: at(metadata.token_endpoint) ?? '',
        userinfo_endpoint: at(metadata.userinfo_endpoint),
        introspection_endpoint: at(metadata.introspection_endpoint),
        revocation_endpoint: at(metadata.revocation_endpoint),
        jwks_uri: at(metadata.jwks_uri),
      },
      ...(native !== undefined && { nativeAuthorizationEndpoint: at(native) ?? '' }),
      apiBaseUrl: origin,
    },
  };
}

/** Where a native client listens when nobody says where: RFC 8252 section 7.3 wants the IP address, not the name. */
export const NATIVE_REDIRECT = 'http://127.0.0.1:3000/callback';
