import type { Profile } from '../providers/profile.ts';

/** A provider and an application to get tokens for. */
export interface Setup {
  readonly target: 'emulator' | 'live';
  readonly profile: Profile;
  /** The issuer that tokens are stored under: the emulator has another URL each time. */
  readonly issuer: string;
  /** Settings by the names of the Postman variables. */
  readonly settings: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}
