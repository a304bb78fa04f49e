import type { Diagnosis } from '../../doctor/diagnosis.ts';
import type { EmulatorConfig } from '../../emulator/config/config.ts';
import { checkPlayed, defaultTarget } from '../../emulator/dialects.ts';
import { failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import { isLoopback } from '../../oauth/secure-url.ts';
import { isProviderId } from '../../providers/atlas/all.ts';
import { loadProfile } from '../../providers/load.ts';
import type { Profile } from '../../providers/profile.ts';
import { readEnvFile } from '../../settings/environment-file.ts';
import type { DoctorArguments } from './arguments.ts';
import { sendProbe } from './send-probe.ts';

/** `legwork doctor redirect-uri --probe`: shows its requests, makes them, and judges the answers. */
export async function examineByProbe(args: DoctorArguments, io: Io): Promise<Diagnosis> {
  const target = args.target ?? defaultTarget(args.provider);
  const isPlayed = target === 'emulator' && isProviderId(args.provider);
  const profile = await loadProfile(args.provider, io, {
    envFile: () => readEnvFile(args.envFile, io),
    standIns: isPlayed,
  });
  if (isPlayed) {
    checkPlayed(args.provider);
    return probeEmulator(args, profile, io);
  }
  const endpoint = profile.metadata.authorization_endpoint;
  if (endpoint === undefined) {
    throw failure('FLOW_NOT_OFFERED', {
      provider: profile.name,
      flow: 'authorization code',
      reason: 'it names no authorization endpoint',
    });
  }
  if (args.target !== 'live' && !isLoopback(new URL(endpoint).hostname)) {
    throw failure('USAGE', {
      problem: `--probe would send requests to ${new URL(endpoint).host}. Add "--target live" if that is meant.`,
      command: 'doctor',
    });
  }
  return sendProbe(args, profile, endpoint, await clientIdOf(args, profile, io), io);
}

/** An emulator of its own, on a free port, for as long as the probe takes. */
async function probeEmulator(args: DoctorArguments, profile: Profile, io: Io): Promise<Diagnosis> {
  const [{ startEmulator }, { playedProvider }] = await Promise.all([
    import('../../emulator/start.ts'),
    import('../../emulator/played-provider.ts'),
  ]);
  const { dialect, name, config, settings: settingsAt } = await playedProvider(args.provider);
  const known = config.apps.map(({ clientId }) => clientId);
  const wanted = await ownClientId(args, profile, io);
  if (wanted !== undefined && !known.includes(wanted)) {
    throw failure('PROBE_NEEDS_LIVE', {
      clientId: wanted.slice(0, 200),
      provider: profile.name,
      example: known[0] ?? '',
    });
  }
  const { origin, close } = await startEmulator(io, {
    config: dialect === undefined ? config : registeredAs(args.registered, config),
    dialect,
  });
  try {
    const settings = settingsAt(origin);
    const endpoint = settings.authorization_endpoint ?? origin;
    return await sendProbe(
      args,
      { ...profile, name: `The emulated ${name}` },
      endpoint,
      wanted ?? settings.client_id ?? '',
      io,
    );
  } finally {
    await close();
  }
}

/** What is said to be registered is registered: the portal of an emulated provider is this program. */
function registeredAs(registered: readonly string[] = [], config: EmulatorConfig): EmulatorConfig {
  if (registered.length === 0) return config;
  return { ...config, apps: config.apps.map((app) => ({ ...app, redirectUris: registered })) };
}

async function clientIdOf(args: DoctorArguments, profile: Profile, io: Io): Promise<string> {
  const found = await ownClientId(args, profile, io);
  if (found !== undefined) return found;
  throw failure('USAGE', {
    problem: `Missing: --client-id, or the variable ${variableOf(profile)}.`,
    command: 'doctor',
  });
}

/** The person's own application. Whoever names the emulator is not asking about it, unless they say so. */
async function ownClientId(
  { clientId, envFile, target }: DoctorArguments,
  profile: Profile,
  io: Io,
): Promise<string | undefined> {
  if (clientId !== undefined || target === 'emulator') return clientId;
  const name = variableOf(profile);
  return io.env[name] || (await readEnvFile(envFile, io))[name] || undefined;
}

function variableOf({ environmentPrefix }: Profile): string {
  return `${environmentPrefix}_CLIENT_ID`;
}
