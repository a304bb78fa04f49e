import type { ErrorPlace } from '../providers/error-case.ts';

/**
 * What each script is told of its step, by the name of the function that runs. Flows give it, `scripts/` read it: a fact
 * that a step does not have compiles in neither.
 */
export interface ScriptFacts {
  readonly beforeApiCall: ApiCallNeeds;
  readonly beforeTokenRequest: TokenRequestNeeds;
  readonly beforeIntrospection: { readonly token: TokenVariable; readonly basic: boolean };
  readonly beforeRenewal: { readonly renewal: Renewal; readonly basic: boolean };
  readonly beforeAuthorization: { readonly pkce: 'S256' | 'none' };
  readonly beforeLogin: NoFacts;
  readonly beforeRedirect: NoFacts;
  readonly beforeConsent: NoFacts;
  readonly beforeProvocation: ProvocationNeeds;
  readonly afterApiCall: ApiCallFacts;
  readonly afterInvalidToken: InvalidTokenFacts;
  readonly afterTokenRequest: TokenRequestFacts;
  readonly afterIntrospection: IntrospectionFacts;
  readonly afterAnotherCode: NoFacts;
  readonly afterProvocation: ErrorResponseFacts;
  readonly afterCancel: ErrorResponseFacts;
  readonly afterRevocation: NoFacts;
  readonly signIn: SignInFacts;
}

type NoFacts = Readonly<Record<never, never>>;
type TokenVariable = 'access_token' | 'application_token';

/** How a token is renewed without a person. */
export interface Renewal {
  readonly token: TokenVariable;
  readonly grant: 'refresh_token' | 'client_credentials';
  readonly authentication: 'client_secret_post' | 'client_secret_basic' | 'none';
  /** Name of the request that renews it. */
  readonly step: string;
}

/** When a response is not judged and the request is sent again. */
export interface Retry {
  readonly statuses: readonly number[];
  /** Names of the steps of the folder that may be repeated; left out: the step itself. */
  readonly steps?: readonly string[];
  /** The rejection of a token, that variable's, which is too young. */
  readonly fresh?: {
    readonly status: number;
    readonly serviceErrorCode: number;
    readonly withinMs: number;
    readonly token: string;
  };
}

interface Judged {
  /** Left out for a request that is never repeated. */
  readonly retry?: Retry;
}

interface Places {
  /** Where the error cases are looked for that the provider is known for. */
  readonly places: readonly ErrorPlace[];
}

interface ApiCallNeeds {
  /** How the token of the request is renewed; left out where the provider has no way to. */
  readonly renewal?: Renewal;
  /** Variable that holds the token; empty where Postman adds one of its own. */
  readonly token: '' | TokenVariable;
  /** Variables that Postman puts where nothing encodes them. */
  readonly inert: readonly string[];
  /** Any one of these scopes is enough. */
  readonly scopes: readonly string[];
  readonly publishes: boolean;
  /** Variable without which the request makes no sense, and what is said then. */
  readonly needs: string;
  readonly why: string;
}

interface ApiCallFacts extends Judged, Places {
  readonly token: '' | TokenVariable;
  readonly status: number;
  readonly members: readonly string[];
  readonly memberId: string;
  readonly idHeader: string;
}

interface InvalidTokenFacts extends Judged {
  readonly status: number;
  /** The JSON members that the error response must have. */
  readonly body: Readonly<Record<string, string | number | undefined>>;
}

interface TokenRequestNeeds {
  /** Variables without which the request makes no sense. */
  readonly required: readonly string[];
  /** Name of the step with which the code begins; empty for a request that takes none. */
  readonly codeFrom: string;
  /** The client authenticates by HTTP Basic. */
  readonly basic: boolean;
  /** The code is kept under another name: it is used a second time later. */
  readonly keepsCode: boolean;
}

interface TokenRequestFacts extends Judged, Places {
  readonly token: TokenVariable;
  readonly holder: 'member' | 'application';
  /** It comes after a refresh, not after a first issue. */
  readonly refresh: boolean;
  /** It renews a token that may still work for half a minute. */
  readonly early: boolean;
  /** Other names under which the provider gives bearer tokens. */
  readonly bearerTypes: readonly string[];
  /** What an id_token is held to. */
  readonly idToken: {
    /** Whether the provider says where its keys are (jwks_uri). */
    readonly keysPublished: boolean;
    /** Algorithms by which the provider signs id_tokens; empty where it names none. */
    readonly algorithms: readonly string[];
  };
}

interface IntrospectionFacts extends Judged, Places {
  readonly holder: 'member' | 'application';
  /** What introspection should say in `auth_type`; empty where the provider has no such member. */
  readonly authType: string;
}

interface ProvocationNeeds {
  /** Variables without which the request would show nothing, and a sentence about them. */
  readonly needsAll?: readonly string[] | undefined;
  readonly why?: string | undefined;
  /** Any one of these scopes is enough. */
  readonly scopes?: readonly string[] | undefined;
  /** A request that must be rejected for want of these scopes is left out when one was granted. */
  readonly withoutScopes?: readonly string[] | undefined;
  readonly publishes?: true | undefined;
  /** What it sends stands in the query, not in a form. */
  readonly encodesQuery?: true | undefined;
  readonly basic?: true | undefined;
}

/** The error response that must come. */
export interface ErrorResponseFacts {
  /** Key of the case, which the library has. */
  readonly case: string;
  /** Where it shows, if not where the case usually does. */
  readonly place?: ErrorPlace;
  /** Its literal text. */
  readonly text: string;
  /** What else it may be, as a regular expression. */
  readonly pattern?: string;
  /** What was sent as `state`, where a redirect is expected. */
  readonly state?: string;
}

interface SignInFacts extends Judged, Places {
  readonly provider: string;
  /** Names of steps, for pm.execution.setNextRequest. */
  readonly steps: {
    readonly request: string;
    readonly submit: string;
    readonly follow: string;
    readonly approve: string;
  };
  readonly signIn: {
    readonly usernameField?: string | undefined;
    readonly passwordField?: string | undefined;
    readonly consentForm?: string | undefined;
    readonly approveButton?: string | undefined;
    readonly errorMessage?: string | undefined;
    readonly challengePaths?: readonly string[] | undefined;
    readonly refusedQueries?: readonly string[] | undefined;
    readonly blockedStatuses?: readonly number[] | undefined;
    readonly passwordOrigins?: readonly string[] | undefined;
    /** Computed by legwork, see src/providers/password-sites.ts. */
    readonly passwordSites: {
      readonly origins: readonly string[];
      readonly domains: readonly string[];
      readonly suffixes: readonly string[];
    };
  };
  /** Whether an authorization response without `iss` must be rejected (RFC 9207 section 2.4). */
  readonly issuerRequired: boolean;
}

/** An error case as the library of a collection has it. */
export interface KnownError {
  readonly case: string;
  readonly place: ErrorPlace;
  readonly error?: string;
  readonly pattern?: string;
  /** The error decides without any words: it has no text, or nobody else uses it. */
  readonly alone?: true;
  /** The provider's own number. */
  readonly number?: number;
  /** HTTP statuses that are documented. */
  readonly statuses?: readonly number[];
  readonly cause: string;
  readonly remedy: string;
}
