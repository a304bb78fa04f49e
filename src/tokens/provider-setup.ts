import { checkPlayed, defaultTarget } from '../emulator/dialects.ts';
import { failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { splitScope } from '../oauth/scope.ts';
import type { ClientProof } from '../oauth/token-request.ts';
import { readEnvFile } from '../settings/environment-file.ts';
import { missingSettings, settingsFrom } from '../settings/settings.ts';
import type { SetupArguments } from './options.ts';
import type { Setup } from './setup.ts';

/** The issuer that tokens of the embedded emulator are kept under. */
export const EMULATED_ISSUER = 'the emulator of legwork';

/**
 * Finds provider and settings, and starts an emulator where one is meant: for a provider that is known by name
 * that is the default, so that nothing goes to it unless somebody says so.
 *
 * @throws Failure of `loadProfile`; TARGET_NOT_PLAYED; FILE_UNREADABLE
 */
export async function setUp(args: SetupArguments, io: Io): Promise<Setup> {
  const target = args.target ?? defaultTarget(args.provider);
  const { loadProfile } = await import('../providers/load.ts');
  if (target === 'emulator') {
    // A mistyped name is told before what can be played.
    const profile = await loadProfile(args.provider, io, { standIns: true });
    checkPlayed(args.provider);
    const { startPractice } = await import('./practice.ts');
    const practice = await startPractice(profile, args, io);
    return { target, issuer: EMULATED_ISSUER, ...practice };
  }
  const profile = await loadProfile(args.provider, io, { envFile: () => readEnvFile(args['env-file'], io) });
  const sources = { env: io.env, envFile: await readEnvFile(args['env-file'], io), environment: {} };
  return {
    target,
    profile,
    issuer: profile.metadata.issuer,
    settings: settingsFrom(sources, profile.environmentPrefix, []),
    close: async () => {},
  };
}

/**
 * How the application proves who it is.
 *
 * @throws Failure SETTINGS_MISSING
 */
export function proofOf({ profile, settings }: Setup, native = false): ClientProof {
  const method = native ? 'none' : profile.clientAuthentication;
  const required = method === 'none' ? ['client_id'] : ['client_id', 'client_secret'];
  const missing = missingSettings(profile.environmentPrefix, required, settings);
  if (missing.length > 0) throw failure('SETTINGS_MISSING', { names: missing.join(', ') });
  const secret = method === 'none' ? '' : (settings.client_secret ?? '');
  return { id: settings.client_id ?? '', secret, method };
}

/** The scopes to ask for: those of the command line, the settings, or the provider's usual ones. */
export function wantedScopes(setup: Setup, scope: string | undefined): string[] {
  return splitScope(scope ?? setup.settings.scope ?? setup.profile.defaultScope.join(' '));
}
