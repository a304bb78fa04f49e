import type { RedirectUriRule } from '../redirect-uri/provider-rule.ts';
import type { Confidence } from './error-case.ts';

/** Where a fact was read. */
export interface Source {
  /** A page, or a place in a public repository: `owner/name path` or `owner/name#issue`. */
  readonly at: string;
  /** `library`: in the source of a maintained client library that lives on the fact being right. */
  readonly confidence: Confidence | 'library';
  /** The day on which the source was read: `2026-11-27`. */
  readonly checked: string;
}

/** Something that is true of a provider, and why we think so. A fact without a source does not exist here. */
export interface Fact<Value> {
  readonly value: Value;
  readonly source: Source;
  /** Under which condition it holds: a version, a kind of application, a setting. */
  readonly condition?: string;
}

/** What can be wrong: the fixed list of causes that reports and `--json` name. */
export const problemCauses = [
  'redirect-uri',
  'redirect-uri-at-token',
  'origin',
  'client-id',
  'client-authentication',
  'grant',
  'scope',
  'consent',
  'code',
  'pkce',
  'state',
  'id-token',
  'token',
  'permission',
  'version',
  'duplicate',
  'throttled',
  'request',
  'blocked',
  'server',
  'network',
  'unknown',
] as const;

/** What was wrong. */
export type ProblemCause = (typeof problemCauses)[number];

/** How an error response reaches the person or the program. */
type Arrival =
  /** a page of the provider */
  | 'page'
  /** a redirect to the redirect_uri of the request */
  | 'redirect'
  /** a redirect to the registered redirect URI, which may be another than the one of the request */
  | 'redirect to the registered URI'
  /** a redirect to an error URL of the provider's own */
  | 'own error URL'
  | 'JSON'
  | 'form-encoded'
  /** a line in the log of the server */
  | 'log'
  /** the words of a client library */
  | 'client';

/**
 * A literal text with which a provider says no.
 *
 * It is found in any text that holds it, case and white space apart. `{name}` stands for a value that varies;
 * `{requested}` and `{registered}` are the two redirect URIs, wherever a provider tells them.
 */
export interface ErrorLiteral {
  readonly text: string;
  /** `identifies`: no other provider says it. `shared`: it tells the cause, and claims no provider. */
  readonly recognition: 'identifies' | 'shared';
  readonly cause: ProblemCause;
  readonly at: 'authorization' | 'token' | 'api';
  readonly arrival: Arrival;
  /** HTTP status; left out where no source tells it. */
  readonly status?: number;
  /** What is behind it, or what to do, where the cause alone does not say it. */
  readonly note?: string;
  readonly source: Source;
}

/**
 * What gives away whose error response it is, without telling its cause.
 *
 * The text is found as an {@link ErrorLiteral} is; `{name}` stands for a value that varies.
 */
export interface Mark {
  readonly kind: 'error number' | 'error code' | 'member' | 'header' | 'page';
  readonly text: string;
  readonly source: Source;
}

/** A scope and what gives it to an application. */
export interface ScopeFact {
  /** The product, in the provider's developer portal, that grants the scope. */
  readonly product: string;
  readonly access: 'self-serve' | 'review' | 'partner' | 'closed' | 'retired';
  /** What it allows. */
  readonly allows: string;
  /** What to ask for instead of a retired scope. */
  readonly replacement?: string;
  /** Given to applications (client credentials), not to members. */
  readonly application?: true;
}

/** What the values look like that a provider hands out. */
export interface CredentialShape {
  /** A regular expression for a whole value. */
  readonly pattern: string;
  /** The same in words: `has 14 small letters and digits`. */
  readonly words: string;
  /** A regular expression by which a value is told from all other credentials, wherever it stands. */
  readonly sign?: string;
  /** What the server says to a value that is none. */
  readonly otherwise?: string;
}

/** What a provider says or does of its own about a problem that the doctor names. */
export interface ProviderNote {
  /** One or two sentences; they stand behind the general explanation. */
  readonly text: string;
  /** What to do at this provider, in place of the general advice. */
  readonly remedy?: string;
}

/** Where redirect URIs are registered, and what the form there takes. */
export interface Registration {
  /** The way through the provider's pages: `Settings → Developer settings → OAuth Apps`. */
  readonly page: Fact<string>;
  /** The label of the field: `Authorization callback URL`. */
  readonly field: Fact<string>;
  /** The page that lists the scopes of an application. */
  readonly scopes?: Fact<string>;
  /** The page on which an application gets the products that grant scopes. */
  readonly products?: Fact<string>;
  /** `domain`: the field takes a bare domain, no URI. */
  readonly takes?: Fact<'URIs' | 'domain'>;
  /** For which hosts plain http may be registered. */
  readonly http?: Fact<'any host' | 'localhost' | 'loopback' | 'loopback IP' | 'none'>;
  readonly localhost?: Fact<'allowed' | 'rejected'>;
  readonly loopbackIp?: Fact<'allowed' | 'rejected'>;
  readonly customSchemes?: Fact<'allowed' | 'rejected'>;
  readonly query?: Fact<'allowed' | 'rejected'>;
  readonly wildcard?: Fact<'allowed' | 'rejected'>;
  /** How many can be registered. */
  readonly most?: Fact<number>;
  /** How many characters one may have. */
  readonly longest?: Fact<number>;
  /** Whether the request may leave redirect_uri out. */
  readonly mayBeLeftOut?: Fact<boolean>;
}

/** URLs; `{tenant}` and the like stand for a value of the person's own ({@link ProviderFacts.variables}). */
interface Endpoints {
  readonly authorization: Fact<string>;
  readonly token: Fact<string>;
  /** OpenID Connect userinfo, or the request that says whose token it is. */
  readonly userinfo?: Fact<string>;
  readonly discovery?: Fact<string>;
  readonly issuer?: Fact<string>;
  /** For native clients: PKCE, a loopback redirect URI, no secret (RFC 8252). */
  readonly native?: Fact<string>;
}

/** How a client proves who it is, by the names of RFC 7591 section 2 and the registry that it set up. */
type AuthenticationMethod =
  | 'client_secret_basic'
  | 'client_secret_post'
  | 'client_secret_jwt'
  | 'private_key_jwt'
  | 'tls_client_auth'
  | 'none';

/** How an application speaks to the token endpoint, and what it hears. */
interface ClientFacts {
  /** In the order in which they are to be preferred. */
  readonly authentication?: Fact<readonly AuthenticationMethod[]>;
  /** Ways that are known to be rejected. A way that is on neither list is not known. */
  readonly rejectedAuthentication?: Fact<readonly AuthenticationMethod[]>;
  readonly pkce?: Fact<'required' | 'allowed' | 'rejected' | 'ignored'>;
  readonly pkceMethods?: Fact<readonly ('S256' | 'plain')[]>;
  /** Name of the parameter for the client_id, where it is another. */
  readonly clientIdParameter?: Fact<string>;
  /** What the body of a token request must be; left out: a form, as RFC 6749 says. */
  readonly requestBody?: Fact<'form' | 'JSON' | 'form or JSON'>;
  /** What a token response is; left out: JSON. */
  readonly responseBody?: Fact<'form-encoded unless JSON is asked for' | 'JSON'>;
  /** Status of an error response of the token endpoint, where it is not 400 or 401. */
  readonly errorStatus?: Fact<number>;
  /** What stands between two scopes in a request. */
  readonly scopeDelimiter?: Fact<' ' | ','>;
  /** What stands between two scopes in a token response; `array`: a JSON array. */
  readonly grantedScopeDelimiter?: Fact<' ' | ',' | 'array'>;
  /** Values of `token_type`, besides Bearer, of tokens that are sent as bearer tokens. */
  readonly bearerTokenTypes?: Fact<readonly string[]>;
  /** Further parameters that a request needs to work as people expect. */
  readonly authorizationParameters?: Fact<Readonly<Record<string, string>>>;
  readonly defaultScope?: Fact<readonly string[]>;
  readonly clientCredentials?: Fact<boolean>;
  /** Parameters of an authorization request that this provider requires although RFC 6749 does not. */
  readonly requiredParameters?: Fact<readonly string[]>;
  readonly clientId?: Fact<CredentialShape>;
  readonly clientSecret?: Fact<CredentialShape>;
}

/** Seconds. */
interface KnownLifetimes {
  readonly code?: Fact<number>;
  readonly accessToken?: Fact<number>;
  readonly refreshToken?: Fact<number>;
}

/** An endpoint that the provider had before, and that no new application should use. */
export interface RetiredEndpoint {
  /** Beginning of its URL, without the scheme; `{tenant}` stands for one part of the path. */
  readonly url: string;
  /** `gone`: it no longer works. `superseded`: it works, and another one took its place. */
  readonly standing: 'gone' | 'superseded';
  readonly instead: string;
  readonly source: Source;
}

/** Everything that the atlas knows of one provider. What is left out is not known. */
export interface ProviderFacts {
  /** What `--provider` takes. */
  readonly id: string;
  readonly name: string;
  /** Other names that people type. */
  readonly aliases?: readonly string[];
  /** `service`: runs at fixed hosts. `software`: people run it themselves. */
  readonly kind: 'service' | 'software';
  /** Hosts that only this provider answers at; `*.example.com` for every host below. */
  readonly hosts: readonly string[];
  /** Values of the person's own in the endpoints, and what each is. */
  readonly variables?: Readonly<Record<string, { readonly describe: string; readonly fallback?: string }>>;
  /** Left out where no source tells it: then every comparison is "not known". */
  readonly redirectUris?: Fact<RedirectUriRule>;
  /** Left out: the token endpoint compares with the authorization request by text (RFC 6749 section 4.1.3). */
  readonly registration: Registration;
  readonly endpoints: Endpoints;
  readonly retiredEndpoints?: readonly RetiredEndpoint[];
  /** The scopes that the provider grants, all of them; left out where no list is known to be whole. */
  readonly scopes?: Readonly<Record<string, ScopeFact>>;
  readonly client: ClientFacts;
  readonly lifetimes?: KnownLifetimes;
  readonly errors: readonly ErrorLiteral[];
  readonly marks?: readonly Mark[];
  /** By the codes of the doctor's problems: `too-many-requests`. */
  readonly notes?: Readonly<Record<string, Fact<ProviderNote>>>;
  /** What a parameter means here, where that differs from what it means elsewhere; by its name. */
  readonly parameters?: Readonly<Record<string, Fact<string>>>;
}
