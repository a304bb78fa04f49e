import { apiErrors } from './api-errors.ts';
import { authorizationErrors } from './authorization-errors.ts';
import { tokenErrors } from './token-errors.ts';

/** Every way in which LinkedIn says no. */
export const errors = { ...authorizationErrors, ...tokenErrors, ...apiErrors };
