import { PLACES } from './places.ts';
import type { SecretName } from './provider.ts';
import { spellingsOf } from './spellings.ts';

/** Commands that show what a server says, and the secrets that they have when they do. */
export const COMMANDS = {
  login: ['client_secret', 'code'],
  'token introspect': ['client_secret', 'access_token'],
  'doctor error': ['client_secret', 'password'],
  'doctor error --json': ['client_secret', 'password'],
} as const satisfies Readonly<Record<string, readonly SecretName[]>>;

/** How many texts that is: secrets, spellings, places, commands. */
export function reflectedAtCommands(): number {
  const texts = Object.values(COMMANDS)
    .flat()
    .reduce((sum, name) => sum + spellingsOf(name).length, 0);
  return texts * Object.keys(PLACES).length;
}
