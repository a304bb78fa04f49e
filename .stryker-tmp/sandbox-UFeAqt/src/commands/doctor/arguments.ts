/** What `legwork doctor` was asked. */
// @ts-nocheck

export interface DoctorArguments {
  readonly what?: string | undefined;
  /** An address, a file, or `-` for standard input. */
  readonly subject?: string | undefined;
  readonly requested?: string | undefined;
  readonly registered?: readonly string[] | undefined;
  readonly native?: boolean | undefined;
  readonly probe?: boolean | undefined;
  readonly clientId?: string | undefined;
  readonly scope?: string | undefined;
  readonly target?: 'emulator' | 'live' | undefined;
  readonly provider: string;
  readonly environment?: string | undefined;
  readonly envFile?: string | undefined;
  readonly fix?: boolean | undefined;
  readonly json?: boolean | undefined;
}
