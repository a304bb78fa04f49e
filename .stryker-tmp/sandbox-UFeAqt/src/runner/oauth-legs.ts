// @ts-nocheck
import type { Redacted } from './result.ts';

/** One leg of an OAuth flow: what was asked for or given, with every secret left out. `step` counts from 0. */
export type Leg = AuthorizationLeg | CallbackLeg | TokenLeg;

/** The authorization request (RFC 6749 section 4.1.1). */
export interface AuthorizationLeg {
  readonly kind: 'authorization';
  readonly step: number;
  readonly clientId: Redacted;
  readonly responseType: Redacted;
  /** Left out where none was sent. */
  readonly redirectUri?: Redacted;
  readonly scopeAsked: readonly Redacted[];
  readonly stateSent: boolean;
  /** RFC 7636: how the challenge was made. */
  readonly pkce: 'S256' | 'plain' | 'none';
}

/** The answer that leads to the redirect_uri (RFC 6749 section 4.1.2). */
export interface CallbackLeg {
  readonly kind: 'callback';
  readonly step: number;
  readonly redirectUri: Redacted;
  /** Compared with the state of the authorization request. */
  readonly state: 'matches' | 'differs' | 'missing' | 'not-asked';
  readonly codeGiven: boolean;
  readonly error?: Redacted;
  readonly errorDescription?: Redacted;
}

/** A request to the token endpoint, and what it gave (RFC 6749 sections 4.1.3 to 6). */
export interface TokenLeg {
  readonly kind: 'token';
  readonly step: number;
  readonly grantType: Redacted;
  readonly clientAuthentication: 'body' | 'basic' | 'none';
  readonly redirectUri?: Redacted;
  /** Whether it is the one of the authorization request; left out where there is nothing to compare. */
  readonly sameRedirectUri?: boolean;
  readonly codeVerifierSent: boolean;
  readonly scopeAsked: readonly Redacted[];
  /** Left out where no token came. */
  readonly given?: {
    readonly tokenType: Redacted;
    readonly accessToken: 'opaque' | 'jwt';
    /** Seconds. */
    readonly expiresIn?: number;
    /** Left out where the server did not say: then it is what was asked for. */
    readonly scope?: readonly Redacted[];
    readonly refreshToken: boolean;
    /** Seconds. */
    readonly refreshTokenExpiresIn?: number;
    readonly idToken: boolean;
  };
  readonly error?: Redacted;
  readonly errorDescription?: Redacted;
}
