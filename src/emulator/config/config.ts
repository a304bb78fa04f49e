import type { ApplicationType } from '../../redirect-uri/provider-rule.ts';
import type { ScenarioName } from '../scenarios/catalogue.ts';

/** An application as the developer portal would know it. */
export interface EmulatedApp {
  /** Short and unique; for people and for `emulatorSettings`. */
  readonly name: string;
  /** One sentence: what happens to those who use it. */
  readonly description: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Compared character by character. Query arguments are dropped, as LinkedIn does on registration. */
  readonly redirectUris: readonly string[];
  /** The redirect_uri that the application sends; the first registered one if left out. */
  readonly sentRedirectUri?: string | undefined;
  /** The scopes that the application's products grant. */
  readonly scopes: readonly string[];
  /** Whether it may create application tokens (the client credentials flow). */
  readonly clientCredentials: boolean;
  /** Whether it has programmatic refresh tokens. */
  readonly refreshTokens: boolean;
  /** Whether the endpoint for native clients is enabled. */
  readonly nativePkce: boolean;
  /** Changes how login, consent or the response behave. */
  readonly scenario?: ScenarioName | undefined;
  /** What it is registered as, where the provider's rule for redirect URIs depends on it; `web` if left out. */
  readonly applicationType?: ApplicationType | undefined;
}

/** What a member must do besides giving the password. */
export type ChallengeKind = 'captcha' | 'email-pin' | 'app-approval';

/** A person with an account. Any other password than theirs is a wrong one. */
export interface EmulatedMember {
  readonly name: string;
  readonly description: string;
  readonly username: string;
  readonly password: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly challenge?: ChallengeKind | undefined;
  /** Answers the e-mail PIN challenge, and the second factor of the scenario of that name. */
  readonly pin: string;
}

/** The applications and members that an emulator knows. */
export interface EmulatorConfig {
  readonly apps: readonly EmulatedApp[];
  readonly members: readonly EmulatedMember[];
}
