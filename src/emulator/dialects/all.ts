import type { ProviderId } from '../../providers/atlas/all.ts';
import type { DialectAdditions } from '../dialect/dialect.ts';

/**
 * Every provider that the emulator plays besides LinkedIn, which has endpoints of its own: one file and one line each.
 * What is in the atlas is taken from there; the files hold only what it does not have.
 */
export const dialects = {
  auth0: async () => (await import('./auth0.ts')).auth0,
  cognito: async () => (await import('./cognito.ts')).cognito,
  discord: async () => (await import('./discord.ts')).discord,
  entra: async () => (await import('./entra.ts')).entra,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  google: async () => (await import('./google.ts')).google,
  keycloak: async () => (await import('./keycloak.ts')).keycloak,
  okta: async () => (await import('./okta.ts')).okta,
  slack: async () => (await import('./slack.ts')).slack,
  spotify: async () => (await import('./spotify.ts')).spotify,
  twitch: async () => (await import('./twitch.ts')).twitch,
  x: async () => (await import('./x.ts')).x,
} as const satisfies { readonly [provider in ProviderId]?: () => Promise<DialectAdditions> };
