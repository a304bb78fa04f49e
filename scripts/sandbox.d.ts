/**
 * The slice of Postman's sandbox that both Newman's (4.7, 2024) and today's (6.x) have, and nothing else:
 * what is not declared here must not be used. Measured in both; see docs/decisions/0003-sandbox-scripts.md.
 */

/** The generated first line of every script: facts of the provider and of the step. */
declare const expected: Expected;

interface ExpectedError {
  error?: string;
  pattern?: string;
  /** The error decides without any words: it has no text, or nobody else uses it. */
  alone?: true;
  /** The provider's own number. */
  number?: number;
  cause: string;
  remedy: string;
}

interface ExpectedRefusal {
  place: string;
  /** Empty: any from 400 to 499. */
  statuses: number[];
  /** Spellings of `error`, or of `code` of an API; empty where the refusal has none. */
  errors: string[];
  /** LinkedIn's number of an API error; 0 where it has none. */
  number: number;
  pattern: string;
  /** Error and literal text, for people. */
  said: string;
  cause: string;
  remedy: string;
  source: string;
  /** What was sent as `state`. */
  state: string;
}

interface Expected {
  provider: string;
  /** Names of steps, for pm.execution.setNextRequest. */
  steps: { request: string; submit: string; follow: string; approve: string };
  /** Refusals that the provider is known for, at the place where the script runs. */
  errors: ExpectedError[];
  signIn: {
    usernameField?: string;
    passwordField?: string;
    consentForm?: string;
    approveButton?: string;
    errorMessage?: string;
    challengePaths?: string[];
    refusedQueries?: string[];
    blockedStatuses?: number[];
    passwordOrigins?: string[];
    /** Computed by legwork, see src/providers/password-sites.ts. */
    passwordSites?: { origins: string[]; domains: string[]; suffixes: string[] };
  };
  /** Whether an authorization response without `iss` must be refused (RFC 9207 section 2.4). */
  issuerRequired: boolean;
  pkce: 'S256' | 'none';
  /** Variable that receives, or holds, the token that the script is about. */
  token: '' | 'access_token' | 'application_token';
  /** Other names under which the provider gives bearer tokens. */
  bearerTypes: string[];
  /** Whose token it is. */
  holder: 'member' | 'application';
  /** What introspection should say in `auth_type`; empty where the provider has no such member. */
  authType: string;
  /** Whether the provider says where its keys are (jwks_uri). */
  keysPublished: boolean;
  /** Algorithms by which the provider signs id_tokens; empty where it names none. */
  idTokenAlgorithms: string[];
  /** The script runs after a refresh, not after a first issue. */
  refresh: boolean;
  /** It renews a token that may still work for half a minute. */
  early: boolean;
  status: number;
  members: string[];
  memberId: string;
  idHeader: string;
  /** Variables that Postman puts where nothing encodes them. */
  inert: string[];
  /** Any one of these scopes is enough. */
  scopes: string[];
  publishes: boolean;
  /** Variable without which the request makes no sense. */
  needs: string;
  /** Name of the step with which a code begins, for token requests that need one. */
  codeFrom: string;
  /** Variables without which the token request makes no sense. */
  required: string[];
  /** How the token of the request is renewed; left out where the provider has no way to. */
  renewal: {
    token: 'access_token' | 'application_token';
    grant: 'refresh_token' | 'client_credentials';
    authentication: 'client_secret_post' | 'client_secret_basic' | 'none';
    /** Name of the request that renews it. */
    step: string;
  };
  /** Variables without which the request would show nothing, and a sentence about them. */
  needsAll: string[];
  why: string;
  /** A request that must be refused for want of these scopes is left out when one was granted. */
  withoutScopes: string[];
  encodesQuery: boolean;
  /** What the requests of the folder must be refused with, by their names. */
  refusals: Record<string, ExpectedRefusal | undefined>;
  /** When the answer is not judged and the request is sent again. */
  retry: {
    statuses: number[];
    /** Names of the steps of the folder that may be repeated; left out: the step itself. */
    steps?: string[];
    /** The refusal of a token, that variable's, which is too young. */
    fresh?: { status: number; serviceErrorCode: number; withinMs: number; token: string };
  };
  /** The JSON members that a refusal must have. */
  body: Record<string, string | number>;
}

interface Scope {
  get(name: string): any;
  set(name: string, value: string): void;
  unset(name: string): void;
  has(name: string): boolean;
}

interface PropertyList<Entry> {
  all(): Entry[];
  get(name: string): any;
  has(name: string): boolean;
  remove(match: string | ((entry: Entry) => boolean)): void;
  upsert(entry: { key: string; value: string }): void;
}

interface Entry {
  key: string;
  value: string;
  disabled?: boolean;
}

declare const pm: {
  info: { requestName: string; eventName: string; iteration: number };
  test(name: string, assertions: () => void): void;
  variables: Scope & { replaceIn(template: string): string };
  environment: Scope;
  collectionVariables: Scope;
  request: {
    method: string;
    url: { toString(): string; update(address: string): void; query: PropertyList<Entry> };
    headers: PropertyList<Entry>;
    /** Left out where the request has none. */
    body?: {
      mode: string;
      urlencoded: PropertyList<Entry>;
      update(body: { mode: 'raw'; raw: string }): void;
    };
  };
  /** After a request that got no answer it is there, and empty. */
  response: {
    code: number | undefined;
    status: string | undefined;
    text(): string;
    headers: PropertyList<Entry>;
  };
  execution: { setNextRequest(name: string | null): void; skipRequest(): void };
};

declare const console: { info(...what: string[]): void; warn(...what: string[]): void };

/** Present today, absent in Newman's sandbox: test with typeof before use. */
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array } | undefined;

declare function setTimeout(callback: () => void, milliseconds: number): void;

declare const Buffer: { from(text: string, encoding: string): { toString(encoding: string): string } };

interface CheerioElements {
  length: number;
  get(index: number): CheerioElement;
  get(): CheerioElement[];
  toArray(): CheerioElement[];
  first(): CheerioElements;
  find(selector: string): CheerioElements;
  filter(selector: string | ((index: number, element: CheerioElement) => boolean)): CheerioElements;
  closest(selector: string): CheerioElements;
  is(selector: string): boolean;
  attr(name: string): string | undefined;
  text(): string;
  html(): string | null;
  remove(): CheerioElements;
  clone(): CheerioElements;
}

interface CheerioElement {
  tagName: string;
  /** Attributes by name; the document around all elements has none. */
  attribs: Record<string, string>;
  parent: CheerioElement | null;
}

type Cheerio = (selector: string | CheerioElement | CheerioElements) => CheerioElements;

declare module 'cheerio' {
  export function load(html: string): Cheerio;
}

declare module 'crypto-js' {
  export function HmacSHA256(message: any, key: any): any;
  export function SHA256(message: any): any;
  export function SHA384(message: any): any;
  export function SHA512(message: any): any;
  export const enc: any;
  export const lib: any;
}
