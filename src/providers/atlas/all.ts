import type { ProviderFacts } from '../facts.ts';

/**
 * Every provider of the atlas, by the name that `--provider` takes: one file and one line each. The files are read when
 * somebody asks, because most runs need one of them or none.
 */
export const providers = {
  auth0: async () => (await import('./auth0.ts')).auth0,
  cognito: async () => (await import('./cognito.ts')).cognito,
  entra: async () => (await import('./entra.ts')).entra,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  google: async () => (await import('./google.ts')).google,
  keycloak: async () => (await import('./keycloak.ts')).keycloak,
  linkedin: async () => (await import('./linkedin.ts')).linkedin,
  okta: async () => (await import('./okta.ts')).okta,
  spotify: async () => (await import('./spotify.ts')).spotify,
} as const satisfies Readonly<Record<string, () => Promise<ProviderFacts>>>;

/** The name of a provider of the atlas. */
export type ProviderId = keyof typeof providers;

/** The names of all providers, in alphabetical order. */
export const providerIds = Object.keys(providers).sort() as readonly ProviderId[];

/** Whether a name is that of a provider of the atlas; aliases do not count. */
export function isProviderId(name: string): name is ProviderId {
  return Object.hasOwn(providers, name);
}

/** What the atlas knows of every provider, in the order of {@link providerIds}. */
export async function allProviders(): Promise<readonly ProviderFacts[]> {
  return Promise.all(providerIds.map((id) => providers[id]()));
}
