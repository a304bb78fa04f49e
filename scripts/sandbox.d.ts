/**
 * The slice of Postman's sandbox that both Newman's (4.7, 2024) and today's (6.x) have, and nothing else:
 * what is not declared here must not be used. Measured in both; see docs/decisions/0003-sandbox-scripts.md.
 */

/** What each script is told of its step; a type that the flows share. */
type ScriptFacts = import('../src/flows/script-facts.ts').ScriptFacts;
type KnownError = import('../src/flows/script-facts.ts').KnownError;

/** The error cases of the provider, as far as the collection needs them; the library begins with them. */
declare const ERRORS: readonly KnownError[];

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
