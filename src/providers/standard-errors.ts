import { standardApiErrors } from './standard/api-errors.ts';
import { standardAuthorizationErrors } from './standard/authorization-errors.ts';
import { standardTokenErrors } from './standard/token-errors.ts';

/**
 * The refusals that any OAuth server may give, as the RFCs name them. None has a text: each server words its own.
 * Cases that a profile has too carry the same key, so that a flow finds them in either profile.
 */
export const standardErrors = {
  ...standardAuthorizationErrors,
  ...standardTokenErrors,
  ...standardApiErrors,
};
