// @ts-nocheck
import type { Profile } from '../../providers/profile.ts';

/** A name and a value, as Postman keeps them in queries, forms and variables. */
export interface CollectionField {
  readonly key: string;
  readonly value: string;
}

/** A request of a collection, with what it inherits from its folders. */
export interface CollectionRequest {
  /** `Sign in > 02 Submit the login form` */
  readonly place: string;
  readonly method: string;
  /** Without its query; variables unresolved. */
  readonly address: string;
  readonly query: readonly CollectionField[];
  /** Fields of a form body; a raw body that is a form is taken apart. */
  readonly fields: readonly CollectionField[];
  readonly body: 'none' | 'urlencoded' | 'other';
  readonly followsRedirects: boolean;
  /** Its own scripts and those of its folders. */
  readonly prerequest: string;
  readonly test: string;
}

/** The tab "Authorization" of a collection, folder or request. */
export interface CollectionAuthorization {
  readonly place: string;
  readonly type: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** Somebody's collection, with the environment that goes with it. */
export interface CollectionObservation {
  readonly kind: 'collection';
  readonly profile: Pick<Profile, 'id' | 'name' | 'scopes' | 'pkce' | 'clientAuthentication' | 'metadata'>;
  /** Empty where the file is no collection. */
  readonly name: string;
  readonly isCollection: boolean;
  readonly requests: readonly CollectionRequest[];
  readonly authorizations: readonly CollectionAuthorization[];
  /** Variables of the collection; those that are switched off are left out. */
  readonly variables: readonly CollectionField[];
  /** Undefined: none was given, so that nothing is known of what it defines. */
  readonly environment?: Readonly<Record<string, string>>;
}
