import type { VariableValue } from '../inert.ts';
import type { Io } from '../io.ts';
import type { Profile } from '../providers/profile.ts';
import type { Timeouts, Variable } from '../runner/request.ts';

/** A flow with the collection that was generated for it. */
export interface FlowCollection {
  readonly flow: string;
  readonly title: string;
  readonly collection: object;
  /** Variables without which the flow cannot run. */
  readonly requires: readonly string[];
  /** false: it begins with a token that somebody has got already. */
  readonly unattended?: boolean;
  /** false: run only when it is named. */
  readonly byDefault?: boolean;
}

/** An emulator that listens. */
export interface RunningEmulator {
  /** Postman variables with which a collection runs against it. */
  readonly settings: Readonly<Record<string, string>>;
  /** The redirect addresses that are registered for its application. */
  readonly registeredRedirectUris?: readonly string[];
  readonly close: () => Promise<void>;
}

/** What `run` puts together. It takes them as a value so that it can be tested without them. */
export interface RunParts {
  readonly loadProfile: typeof import('../providers/load.ts').loadProfile;
  readonly collectionsFor: (profile: Profile) => readonly FlowCollection[];
  readonly environmentFor: (
    profile: Profile,
    values: Readonly<Record<string, VariableValue>>,
  ) => { readonly values: readonly Variable[] };
  readonly startEmulator: (io: Io, provider: string) => Promise<RunningEmulator>;
  /** How long things may take; the usual times when left out. */
  readonly timeouts?: Timeouts;
}

/** The real ones. Each is imported when a run needs it. */
export async function loadParts(): Promise<RunParts> {
  const [{ loadProfile }, { collectionsFor }, { environmentWith }] = await Promise.all([
    import('../providers/load.ts'),
    import('../collection/collections.ts'),
    import('../collection/environment.ts'),
  ]);
  return {
    loadProfile,
    collectionsFor,
    environmentFor: (profile, values) => environmentWith(profile, profile.name, values),
    startEmulator,
  };
}

/** @throws Failure TARGET_NOT_PLAYED, PORT_IN_USE, LISTEN_FAILED */
async function startEmulator(io: Io, provider: string): Promise<RunningEmulator> {
  const [{ startEmulator: start }, { playedProvider }] = await Promise.all([
    import('../emulator/start.ts'),
    import('../emulator/played-provider.ts'),
  ]);
  const { config, dialect, settings: settingsAt } = await playedProvider(provider);
  const { origin, close } = await start(io, { config, dialect });
  const settings = settingsAt(origin);
  const app = config.apps.find(({ clientId }) => clientId === settings.client_id);
  return { settings, registeredRedirectUris: app?.redirectUris ?? [], close };
}
