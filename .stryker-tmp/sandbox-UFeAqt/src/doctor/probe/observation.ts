// @ts-nocheck
import type { Profile } from '../../providers/profile.ts';

/** One answer on the way from an authorization request to a page. */
export interface ProbeHop {
  readonly url: string;
  readonly status: number;
  readonly location: string | undefined;
}

/** What asking for one redirect_uri showed. */
export interface ProbeRow {
  readonly redirectUri: string;
  /** How the value differs from the requested one. */
  readonly label: string;
  /** It cannot be registered: a server that takes it checks only after the login. */
  readonly isControl: boolean;
  readonly hops: readonly ProbeHop[];
  /** Body of the last answer. */
  readonly body: string;
  /** Why no answer came. */
  readonly failure?: string;
}

/** What an authorization endpoint says to several redirect_uris. */
export interface ProbeObservation {
  readonly kind: 'probe';
  readonly profile: Pick<Profile, 'id' | 'name' | 'errors'>;
  readonly requested: string;
  readonly rows: readonly ProbeRow[];
}

/** A request that a probe will make; all of them can be shown before the first. */
export interface PlannedProbe {
  readonly redirectUri: string;
  readonly label: string;
  readonly isControl: boolean;
  readonly url: string;
}
