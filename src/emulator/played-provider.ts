import type { EmulatorConfig } from './config/config.ts';
import { DEFAULT_APP, defaultConfig } from './config/default-config.ts';
import { emulatorSettings } from './config/settings.ts';
import type { Dialect } from './dialect/dialect.ts';
import { dialectOf } from './dialects.ts';

/** A provider that the emulator plays: LinkedIn, or one with a dialect. */
export interface PlayedProvider {
  /** Undefined for LinkedIn, which has endpoints of its own. */
  readonly dialect: Dialect | undefined;
  /** The name for people. */
  readonly name: string;
  /** Applications and members where no file brings others. */
  readonly config: EmulatorConfig;
  /**
   * The Postman variables with which a collection runs against an emulator at an origin.
   *
   * @throws Failure EMULATED_UNKNOWN
   */
  readonly settings: (
    origin: string,
    config?: EmulatorConfig,
    app?: string,
    member?: string,
  ) => Record<string, string>;
  /** Name of the application to practice with; `native`: that of a public client, where there is one. */
  readonly appName: (native: boolean) => string;
}

/**
 * Finds how a provider is played. What a dialect needs is read only now.
 *
 * @throws Failure TARGET_NOT_PLAYED
 */
export async function playedProvider(provider: string): Promise<PlayedProvider> {
  const dialect = await dialectOf(provider);
  if (dialect === undefined) {
    return {
      dialect,
      name: 'LinkedIn',
      config: defaultConfig,
      settings: emulatorSettings,
      appName: (native) => (native ? 'native-pkce' : DEFAULT_APP),
    };
  }
  const [{ dialectConfig }, { dialectSettings }] = await Promise.all([
    import('./dialect/config.ts'),
    import('./dialect/settings.ts'),
  ]);
  const own = dialectConfig(dialect.facts);
  return {
    dialect,
    name: dialect.facts.name,
    config: own,
    settings: (origin, config = own, app, member) => dialectSettings(origin, dialect, config, app, member),
    appName: (native) => (native && own.apps.some(({ nativePkce }) => nativePkce) ? 'public' : DEFAULT_APP),
  };
}
