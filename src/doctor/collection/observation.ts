import type { ProviderFacts } from '../../providers/facts.ts';
import type { Profile } from '../../providers/profile.ts';

/** A name and a value, as Postman keeps them in queries, forms and variables. */
export interface CollectionField {
  readonly key: string;
  readonly value: string;
}

/** How the body of a request is written. `raw`: text that is neither a form nor JSON. */
export type CollectionBody =
  | 'none'
  | 'urlencoded'
  | 'multipart'
  | 'raw form'
  | 'json'
  | 'raw'
  | 'file'
  | 'graphql';

/** A request of a collection, with what it inherits from its folders. */
export interface CollectionRequest {
  /** `Sign in > 02 Submit the login form` */
  readonly place: string;
  readonly method: string;
  /** Without its query; variables unresolved. */
  readonly address: string;
  /** The whole URL as it was written. */
  readonly url: string;
  readonly query: readonly CollectionField[];
  readonly headers: readonly CollectionField[];
  /** Fields of the body: of a form, of a raw text that is a form, and the members of a JSON object. */
  readonly fields: readonly CollectionField[];
  readonly body: CollectionBody;
  readonly followsRedirects: boolean;
  /** Its own scripts and those of its folders. */
  readonly prerequest: string;
  readonly test: string;
  /** The tab that counts: its own, or that of the nearest folder that has one. */
  readonly authorization?: CollectionAuthorization;
}

/** The tab "Authorization" of a collection, folder or request. */
export interface CollectionAuthorization {
  readonly place: string;
  readonly type: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** A script of a collection, folder or request, once. */
export interface CollectionScript {
  readonly place: string;
  readonly listen: 'prerequest' | 'test';
  readonly text: string;
}

/** A variable that the file itself defines. */
export interface CollectionVariable extends CollectionField {
  /** `the collection`, or the folder or request that holds it. */
  readonly place: string;
}

/** Somebody's collection, with the environment that goes with it. */
export interface CollectionObservation {
  readonly kind: 'collection';
  /**
   * The provider that was named. Its rules hold where a URL does not say whose it is; undefined: nobody was named, and
   * hosts alone decide.
   */
  readonly profile?: Pick<
    Profile,
    'id' | 'name' | 'scopes' | 'pkce' | 'clientAuthentication' | 'metadata' | 'facts'
  >;
  /** What the atlas knows, to tell by a host whose rules hold for a request. */
  readonly providers?: readonly ProviderFacts[];
  /** Empty where the file is no collection. */
  readonly name: string;
  readonly isCollection: boolean;
  /** What the file is instead, where that can be told. */
  readonly isInstead?: string;
  readonly requests: readonly CollectionRequest[];
  readonly authorizations: readonly CollectionAuthorization[];
  readonly scripts: readonly CollectionScript[];
  /** Variables of the collection and its folders; those that are switched off are left out. */
  readonly variables: readonly CollectionVariable[];
  /** Undefined: none was given, so that nothing is known of what it defines. */
  readonly environment?: Readonly<Record<string, string>>;
}
