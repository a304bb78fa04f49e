import type { Profile } from '../providers/profile.ts';

/** What the command line says of the provider and the application. */
export interface SetupArguments {
  readonly target: 'emulator' | 'live' | undefined;
  readonly provider: string;
  readonly envFile: string | undefined;
  readonly scope: string | undefined;
  readonly redirectUri: string | undefined;
  /** Use the provider's endpoint for native clients, where it has one. */
  readonly pkce: boolean;
}

/** A provider and an application to get tokens for. */
export interface Setup {
  readonly target: 'emulator' | 'live';
  readonly profile: Profile;
  /** Under which issuer tokens are kept: an emulator of this program has another address each time. */
  readonly issuer: string;
  /** Settings by the names of the Postman variables. */
  readonly settings: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}
