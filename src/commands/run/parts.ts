import type { Io } from '../../io.ts';
import type { Profile } from '../../providers/profile.ts';
import type { Variable } from '../../runner/request.ts';

/** A flow with the collection that was generated for it. */
export interface FlowCollection {
  readonly flow: string;
  readonly title: string;
  readonly collection: object;
  /** Variables without which the flow cannot run. */
  readonly requires: readonly string[];
}

/** An emulator that listens. */
export interface RunningEmulator {
  /** Postman variables with which a collection runs against it. */
  readonly settings: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** What `run` puts together. It takes them as a value so that it can be tested without them. */
export interface RunParts {
  readonly loadProfile: (provider: string, io: Io) => Promise<Profile>;
  readonly collectionsFor: (profile: Profile) => readonly FlowCollection[];
  readonly environmentFor: (
    profile: Profile,
    values: Readonly<Record<string, string>>,
  ) => { readonly values: readonly Variable[] };
  readonly startEmulator: (io: Io) => Promise<RunningEmulator>;
}

/** The real ones. Each is imported when a run needs it. */
export async function loadParts(): Promise<RunParts> {
  throw new Error('Profiles, collections and the emulator are not connected to this command yet.');
}
