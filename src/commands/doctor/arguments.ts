import type { ApplicationType } from '../../redirect-uri/provider-rule.ts';

/** What `legwork doctor` was asked. */
export interface DoctorArguments {
  readonly what?: string | undefined;
  /** A URL, a text, a file, or `-` for standard input. */
  readonly subject?: string | undefined;
  readonly requested?: string | undefined;
  readonly registered?: readonly string[] | undefined;
  readonly applicationType?: ApplicationType | undefined;
  readonly probe?: boolean | undefined;
  readonly clientId?: string | undefined;
  readonly audience?: string | undefined;
  readonly scope?: string | undefined;
  readonly target?: 'emulator' | 'live' | undefined;
  readonly provider: string;
  /** The provider as it was given; left out: no provider was named, and {@link provider} is the default. */
  readonly namedProvider?: string | undefined;
  readonly environment?: string | undefined;
  readonly envFile?: string | undefined;
  readonly fix?: boolean | undefined;
  readonly json?: boolean | undefined;
}
