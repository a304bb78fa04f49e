// @ts-nocheck
import type { Failure } from '../failure.ts';
import type { StoredToken } from './stored-token.ts';

/** How a login ended. */
export type LoginOutcome =
  | {
      readonly kind: 'success';
      readonly token: StoredToken;
      /** The person's name, when the id_token says it. */
      readonly name: string | undefined;
    }
  | { readonly kind: 'failed'; readonly failure: Failure };
