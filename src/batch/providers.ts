import { checkPlayed, defaultTarget } from '../emulator/dialects.ts';
import { playedProvider } from '../emulator/played-provider.ts';
import { startEmulator } from '../emulator/start.ts';
import { Failure, failure } from '../failure.ts';
import { ownSettings } from '../inert.ts';
import type { Io } from '../io.ts';
import { isLoopback } from '../oauth/secure-url.ts';
import type { Profile } from '../providers/profile.ts';
import type { RunArguments } from '../run/options.ts';
import type { RunParts } from '../run/parts.ts';
import { readEnvFile, readPostmanEnvironment } from '../settings/environment-file.ts';
import { settingsFrom } from '../settings/settings.ts';
import { dryRunConfig } from './dry-run.ts';
import type { TargetProvider } from './plan-jobs.ts';
import type { Target } from './targets/target.ts';

/** The providers of all targets, and what was started for them. */
export interface TargetProviders {
  readonly of: (target: Target) => TargetProvider | Failure;
  readonly all: readonly TargetProvider[];
  /** Whether any target is run against a real provider. */
  readonly live: boolean;
  readonly close: () => Promise<void>;
}

/**
 * Gets ready what the targets are run against: targets of a provider that is known by name an emulator in which
 * everything is registered as they say, unless --target live is given; all others the server that they name. A provider that cannot be had costs its
 * own targets only.
 *
 * @throws Failure for a file of settings that cannot be read
 */
export async function targetProviders(
  targets: readonly Target[],
  args: Pick<RunArguments, 'target' | 'provider' | 'environment' | 'env-file'>,
  io: Io,
  parts: RunParts,
): Promise<TargetProviders> {
  const found = new Map<string, TargetProvider | Failure>();
  const closing: (() => Promise<void>)[] = [];
  const shared = await sharedSettings(args, io);
  let live = false;
  for (const [named, members] of byProvider(targets, args.provider)) {
    const isPlayed = (args.target ?? defaultTarget(named)) === 'emulator';
    live ||= !isPlayed;
    found.set(
      named,
      await orFailure(async () => {
        if (isPlayed) checkPlayed(named);
        const profile = await parts.loadProfile(named, io, {
          envFile: async () => shared.envFile,
          standIns: isPlayed,
        });
        if (!isPlayed) return liveProvider(named, profile, parts, shared, io);
        const { provider, close } = await emulatedProvider(named, profile, members, io, parts);
        closing.push(close);
        return provider;
      }),
    );
  }
  return {
    of: (target) =>
      found.get(target.provider ?? args.provider) ??
      failure('PROVIDER_UNKNOWN', { provider: '', suggestion: '' }),
    all: [...found.values()].filter((one): one is TargetProvider => !(one instanceof Failure)),
    live,
    close: async () => {
      await Promise.all(closing.map((close) => close()));
    },
  };
}

function byProvider(targets: readonly Target[], usual: string): Map<string, Target[]> {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    const named = target.provider ?? usual;
    const group = groups.get(named);
    if (group === undefined) groups.set(named, [target]);
    else group.push(target);
  }
  return groups;
}

async function orFailure<Result>(act: () => Promise<Result>): Promise<Result | Failure> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

interface SharedSettings {
  readonly envFile: Readonly<Record<string, string | undefined>>;
  readonly environment: Awaited<ReturnType<typeof readPostmanEnvironment>>;
}

async function sharedSettings(
  args: Pick<RunArguments, 'environment' | 'env-file'>,
  io: Io,
): Promise<SharedSettings> {
  return {
    envFile: await readEnvFile(args['env-file'], io),
    environment:
      args.environment === undefined
        ? { values: {}, secrets: [] }
        : await readPostmanEnvironment(args.environment, io),
  };
}

function offered(profile: Profile, parts: RunParts): TargetProvider['flows'] {
  return parts.collectionsFor(profile).filter(({ unattended = true }) => unattended);
}

function liveProvider(
  named: string,
  profile: Profile,
  parts: RunParts,
  { envFile, environment }: SharedSettings,
  io: Io,
): TargetProvider {
  const flows = offered(profile, parts);
  const required = [...new Set(flows.flatMap(({ requires }) => requires))];
  const sources = { env: io.env, envFile, environment: environment.values };
  const common = settingsFrom(sources, profile.environmentPrefix, required);
  const endpoint = common.token_endpoint ?? profile.metadata.token_endpoint;
  return {
    named,
    profile,
    flows,
    emulated: false,
    registeredFor: (target) => target.registeredRedirectUris,
    loopback: URL.canParse(endpoint) && isLoopback(new URL(endpoint).hostname),
    settingsOf: (target) => ({ ...common, ...target.settings }),
    secrets: environment.secrets,
  };
}

async function emulatedProvider(
  named: string,
  profile: Profile,
  targets: readonly Target[],
  io: Io,
  parts: RunParts,
): Promise<{ readonly provider: TargetProvider; readonly close: () => Promise<void> }> {
  const { dialect, settings: settingsAt } = await playedProvider(named);
  const usual = settingsAt('http://127.0.0.1');
  const config = dryRunConfig(
    targets.map((target) => ({ ...target, settings: { ...usual, ...target.settings } })),
    profile.scopes,
  );
  const { origin, close } = await startEmulator(io, { config, dialect });
  const common = ownSettings({ publish: 'true', ...settingsAt(origin) });
  const provider: TargetProvider = {
    named,
    profile,
    flows: offered(profile, parts),
    loopback: true,
    emulated: true,
    registeredFor: (_, settings) =>
      config.apps.find(({ clientId }) => clientId === settings.client_id)?.redirectUris,
    settingsOf: (target) => ({ ...common, ...target.settings }),
    secrets: [],
  };
  return { provider, close };
}
