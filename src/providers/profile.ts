import type { ErrorCase } from './error-case.ts';
import type { ProviderFacts, ScopeFact } from './facts.ts';
import type { RetryPolicy } from './retry.ts';

/** Grants that legwork exercises; `grant_type` values of RFC 6749. */
export type GrantType = 'authorization_code' | 'client_credentials' | 'refresh_token';

/** How the client proves who it is at the token endpoint, by the names of RFC 7591 section 2. */
export type ClientAuthentication = 'client_secret_post' | 'client_secret_basic' | 'none';

/**
 * What a server says of itself: the members of RFC 8414 and OpenID Connect Discovery 1.0 that legwork reads,
 * under their published names.
 */
export interface ServerMetadata {
  readonly issuer: string;
  readonly authorization_endpoint?: string | undefined;
  readonly token_endpoint: string;
  readonly userinfo_endpoint?: string | undefined;
  readonly introspection_endpoint?: string | undefined;
  readonly revocation_endpoint?: string | undefined;
  readonly jwks_uri?: string | undefined;
  readonly response_types_supported?: readonly string[] | undefined;
  readonly subject_types_supported?: readonly string[] | undefined;
  readonly id_token_signing_alg_values_supported?: readonly string[] | undefined;
  readonly scopes_supported?: readonly string[] | undefined;
  readonly claims_supported?: readonly string[] | undefined;
  readonly grant_types_supported?: readonly string[] | undefined;
  readonly code_challenge_methods_supported?: readonly string[] | undefined;
  readonly token_endpoint_auth_methods_supported?: readonly string[] | undefined;
  readonly authorization_response_iss_parameter_supported?: boolean | undefined;
}

/**
 * What a scripted login should know of the pages it will meet. Everything is optional: without hints the forms
 * are recognised by what they contain.
 */
export interface SignInHints {
  /** `name` of the field for the user name. */
  readonly usernameField?: string | undefined;
  /** `name` of the field for the password. */
  readonly passwordField?: string | undefined;
  /** CSS selector of the form that approves the request. */
  readonly consentForm?: string | undefined;
  /** CSS selector of the button, within that form, that approves. */
  readonly approveButton?: string | undefined;
  /** CSS selector of the elements that hold the message of a refused login. */
  readonly errorMessage?: string | undefined;
  /** Path beginnings of addresses that mean: a person must prove to be one (captcha, PIN, second factor). */
  readonly challengePaths?: readonly string[] | undefined;
  /** Query texts of addresses that mean: the server refuses scripted logins for now. */
  readonly refusedQueries?: readonly string[] | undefined;
  /** HTTP statuses that mean: this client is blocked. */
  readonly blockedStatuses?: readonly number[] | undefined;
  /** Origins that a login form may send the password to, besides the server's own and those of its registrable domains. */
  readonly passwordOrigins?: readonly string[] | undefined;
}

/** One request to a protected resource, and what its answer must show. */
export interface ApiResource {
  /** Short and stable; it becomes the name of the step: `Read userinfo`. */
  readonly name: string;
  readonly description: string;
  readonly method: 'GET' | 'POST';
  /** Address; `{{variable}}` of the collection is allowed. */
  readonly url: string;
  /** The request is sent only when one of these scopes was granted; empty: always. */
  readonly scopes: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** A JSON body; `{{variable}}` of the collection is allowed. */
  readonly body?: unknown;
  readonly status: number;
  /** Members that the answer's JSON object must have. */
  readonly members: readonly string[];
  /** Header that must carry an identifier of what was made. */
  readonly idHeader?: string;
  /** Which member holds the id of the person, and the variable that keeps it for later steps. */
  readonly memberId?: string;
  /** It writes something that other people see: sent only when the variable `publish` is `true`. */
  readonly publishes?: true;
  readonly source: string;
}

/** Lifetimes in seconds. */
export interface Lifetimes {
  readonly code: number;
  readonly memberToken: number;
  readonly applicationToken: number;
  readonly refreshToken: number;
}

/** What is true of one provider: everything that flows, scripts and the emulator must know of it. */
export interface Profile {
  /** Lower case, for file names and ids: `github`. */
  readonly id: string;
  readonly name: string;
  /** Beginning of the environment variables that hold a person's settings: `GITHUB` in `GITHUB_CLIENT_ID`. */
  readonly environmentPrefix: string;
  readonly metadata: ServerMetadata;
  readonly grants: readonly GrantType[];
  /** Scope asked for when the person names none. */
  readonly defaultScope: readonly string[];
  /** What stands between two scopes of a request, where it is not the space of RFC 6749 section 3.3. */
  readonly scopeDelimiter?: ',';
  /** Scope for client credentials; empty: none is sent. */
  readonly applicationScope: string;
  readonly pkce: 'S256' | 'none';
  /** Authorization endpoint for native clients: PKCE, a loopback address, no secret (RFC 8252). */
  readonly nativeAuthorizationEndpoint?: string;
  /** Whether an id_token repeats the `nonce` of the request, as OpenID Connect Core section 3.1.2.1 asks. */
  readonly echoesNonce: boolean;
  readonly clientAuthentication: ClientAuthentication;
  /** Values of `token_type`, besides Bearer, of tokens that are sent as bearer tokens. */
  readonly bearerTokenTypes?: readonly string[];
  /** Further parameters of the authorization request, such as `audience` or `prompt`. */
  readonly authorizationParameters: Readonly<Record<string, string>>;
  /** Further parameters of every token request, such as `audience` or `resource`. */
  readonly tokenParameters: Readonly<Record<string, string>>;
  readonly signIn: SignInHints;
  /** Origin of the APIs, for `{{api_base_url}}`; empty where there is none. */
  readonly apiBaseUrl: string;
  /** Where an application token is tried; empty: the person says it in `application_api_url`. */
  readonly applicationApiUrl: string;
  /** An address that any token may be tried on, to see an invalid one refused; empty where none is known. */
  readonly probeUrl: string;
  /** Requests made with a member's token, in this order. */
  readonly memberResources: readonly ApiResource[];
  /** Request made with an application's token. */
  readonly applicationResource?: ApiResource;
  /** What introspection says in `auth_type` (not in RFC 7662) of each kind of token; left out where it does not. */
  readonly introspectionAuthTypes?: { readonly member: string; readonly application: string };
  /** The case that an API shows for a token that was never issued; left out where only the status is known. */
  readonly invalidToken?: ErrorCase;
  /** What is tried again; left out where nothing shall be. */
  readonly retry?: RetryPolicy;
  readonly errors: Readonly<Record<string, ErrorCase>>;
  readonly scopes: Readonly<Record<string, ScopeFact>>;
  /** What the atlas knows of the provider; left out for a profile file and for an issuer. */
  readonly facts?: ProviderFacts;
}
