import type { Profile } from './profile.ts';
import { standardErrors } from './standard-errors.ts';

/** A server of which nothing is known but the RFCs: what is said of it is true of every provider. */
export const anyServer: Pick<Profile, 'id' | 'name' | 'errors' | 'scopes'> = {
  id: '',
  name: 'the server',
  errors: standardErrors,
  scopes: {},
};
