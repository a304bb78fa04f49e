import type { Fact, ProviderFacts } from '../../providers/facts.ts';
import type { PlayedArrival, Situation } from './situations.ts';
import type { Template } from './template.ts';

/** What a provider does in one situation, where the literals of the atlas alone do not say it. */
interface PlayedError {
  /** The error code, RFC 6749 sections 4.1.2.1 and 5.2. */
  readonly error?: string;
  /** What is said, in this order. Each text is a literal of the atlas, so that the doctor knows it. */
  readonly texts?: readonly string[];
  readonly arrival?: PlayedArrival;
  /** HTTP status. */
  readonly status?: number;
}

/** When a refresh token comes with an access token. */
type RefreshTokenRule =
  | { readonly comes: 'always' | 'never' }
  | { readonly comes: 'with scope'; readonly scope: string }
  | { readonly comes: 'with parameter'; readonly parameter: string; readonly value: string };

/**
 * What the emulator must know of a provider besides its entry in the atlas. Everything is optional; what is left out is
 * played as RFC 6749, RFC 7636 and OpenID Connect say.
 */
export interface DialectAdditions {
  readonly errors?: { readonly [situation in Situation]?: Fact<PlayedError> };
  readonly refreshToken?: Fact<RefreshTokenRule>;
  /** A renewal ends the refresh token that was used, or the access token as well, and brings new ones. */
  readonly rotates?: Fact<'refresh token' | 'both tokens'>;
  readonly tokenType?: Fact<string>;
  /** Access tokens do not expire, so that the response has no `expires_in`. */
  readonly expiresIn?: Fact<'left out'>;
  /** Further members of a token response. */
  readonly tokenMembers?: Fact<Template>;
  /** Members of every error response in JSON, besides `error` and `error_description`. */
  readonly errorMembers?: Fact<Template>;
  /** What the request for the account responds; left out: userinfo of OpenID Connect. */
  readonly account?: Fact<Template>;
  /** What it responds to a token that does not work; left out: RFC 6750 section 3. */
  readonly accountError?: Fact<{ readonly status: number; readonly body: Template }>;
  /** Any application may leave its secret out where PKCE protects the code. */
  readonly secretIsOptionalWithPkce?: Fact<true>;
  /** The authorization request needs no `response_type`. */
  readonly responseTypeMayBeLeftOut?: Fact<true>;
  /** The token request needs no `grant_type` for a code. */
  readonly grantTypeMayBeLeftOut?: Fact<true>;
  /** What also separates scopes in a request. */
  readonly furtherScopeDelimiters?: Fact<readonly string[]>;
}

/** A provider as the emulator plays it. */
export interface Dialect {
  readonly facts: ProviderFacts;
  readonly additions: DialectAdditions;
}
