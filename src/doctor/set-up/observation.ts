import type { Profile } from '../../providers/profile.ts';

/** A setting of a person, by the name of its Postman variable. */
export interface Setting {
  readonly variable: string;
  /** `GITHUB_CLIENT_ID` */
  readonly name: string;
  readonly value: string | undefined;
  /** `environment` or the name of a file. */
  readonly source: string;
}

/** What a connection to a host showed; only made when the person asked for live checks. */
export interface HostObservation {
  readonly host: string;
  /** Code or message of what went wrong; undefined when an answer came. */
  readonly failure: string | undefined;
  /** The server's clock minus ours, in seconds, where it said what time it is. */
  readonly clockSkew: number | undefined;
}

/** The settings of a person, and the network where it was tried. */
export interface SetUpObservation {
  readonly kind: 'set-up';
  readonly profile: Pick<Profile, 'id' | 'name' | 'scopes' | 'environmentPrefix'> &
    Partial<Pick<Profile, 'facts'>>;
  /** Whether the emulator plays the provider. */
  readonly isPlayed?: boolean;
  readonly settings: readonly Setting[];
  /** Names of the proxy variables that are set. */
  readonly proxies: readonly string[];
  readonly hosts: readonly HostObservation[];
}

/** The value of a setting; undefined where it is missing or empty. */
export function settingOf({ settings }: SetUpObservation, variable: string): Setting | undefined {
  return settings.find((setting) => setting.variable === variable && setting.value);
}
