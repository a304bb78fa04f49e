/** What an application is registered as, where a provider's rule depends on it (OpenID Connect Registration 1.0 section 2). */
export type ApplicationType = 'web' | 'native' | 'spa';

/** Names of the own machine that a rule can single out. */
export type LoopbackHost = 'localhost' | '127.0.0.1' | '127.0.0.0/8' | '[::1]';

/** A setting or a version that decides, and that nobody outside can see. */
export interface Unseen {
  /** A clause that completes "as long as …" and "unless …": `wildcarding is on for this callback URL`. */
  readonly clause: string;
  /** `on`: holds for most; `off`: somebody must have changed it; `unknown`: no source says. */
  readonly usually: 'on' | 'off' | 'unknown';
}

/** When an element of a rule applies; without members: always. */
interface Applies {
  readonly for?: readonly ApplicationType[];
  readonly when?: Unseen;
}

/** What the server rejects, whatever is registered. */
export type Ban = Applies &
  (
    | { readonly ban: 'plain http'; readonly except: readonly LoopbackHost[] }
    | { readonly ban: 'host'; readonly hosts: readonly LoopbackHost[] }
    | { readonly ban: 'IP address' }
    | { readonly ban: 'fragment' | 'query' | 'user info' | 'wildcard' | 'custom scheme' }
    | { readonly ban: 'query parameter'; readonly names: readonly string[] }
    | { readonly ban: 'characters'; readonly characters: string }
  );

/** A difference that the server does not look at. */
export type Leniency = Applies &
  (
    | {
        readonly ignores: 'port';
        readonly of: readonly LoopbackHost[] | 'every host';
        /** `no port`: only where the registered value has none. */
        readonly registered: 'any' | 'no port';
        /** Left out: http and https. */
        readonly scheme?: 'http';
      }
    | { readonly ignores: 'case'; readonly in: 'everything' | 'scheme and host' }
    | { readonly ignores: 'query' | 'further query parameters' | 'user info' }
    /** Both are compared as a URL parser writes them: https://url.spec.whatwg.org/#url-serializing */
    | { readonly ignores: 'spelling' }
    | { readonly ignores: 'which loopback name' }
  );

/** A way in which a registered value covers a requested one. */
export type Way = Applies &
  (
    | { readonly way: 'same text' }
    /** `*` at the end stands for anything; the query is not compared then, where `query` says so. */
    | { readonly way: 'trailing star'; readonly query: 'ignored' | 'compared' }
    /** `*` as the left-most label of the host stands for one label. */
    | { readonly way: 'sub-domain star' }
    /** `*` as the port of these hosts stands for any port. */
    | { readonly way: 'port star'; readonly of: readonly LoopbackHost[] }
    /** The same place or one below it: paths by segment, hosts by label where `subDomains`. */
    | { readonly way: 'below'; readonly subDomains: boolean }
    /** The registered text is how the requested one begins. */
    | { readonly way: 'prefix' }
    /** A domain is registered, no URI: any scheme, port and path of it and of its sub-domains, and always these hosts. */
    | { readonly way: 'bare domain'; readonly always: readonly LoopbackHost[] }
    /** A pattern that only the server can evaluate: where nothing else covers the value, the verdict is open. */
    | { readonly way: 'pattern'; readonly language: string }
  );

/** One element of a rule: what a verdict names as its reason. */
export type RuleElement = Ban | Leniency | Way;

/**
 * How one provider decides whether a redirect_uri is registered, as data: it is accepted when no ban applies and one of
 * the ways covers it, after the leniencies have taken away what does not count.
 */
export interface RedirectUriRule {
  readonly bans?: readonly Ban[];
  readonly leniencies?: readonly Leniency[];
  readonly ways: readonly Way[];
  /** Clauses about what is compared besides the registered values: `its host is that of the App URL`. */
  readonly alsoNeeds?: readonly string[];
}
