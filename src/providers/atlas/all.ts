import type { ProviderFacts } from '../facts.ts';

/**
 * Every provider of the atlas, by the name that `--provider` takes: one file and one line each. The files are read when
 * somebody asks, because most runs need one of them or none.
 */
export const providers = {
  apple: async () => (await import('./apple.ts')).apple,
  atlassian: async () => (await import('./atlassian.ts')).atlassian,
  auth0: async () => (await import('./auth0.ts')).auth0,
  authentik: async () => (await import('./authentik.ts')).authentik,
  bitbucket: async () => (await import('./bitbucket.ts')).bitbucket,
  cognito: async () => (await import('./cognito.ts')).cognito,
  discord: async () => (await import('./discord.ts')).discord,
  'django-oauth-toolkit': async () => (await import('./django-oauth-toolkit.ts')).djangoOauthToolkit,
  doorkeeper: async () => (await import('./doorkeeper.ts')).doorkeeper,
  dropbox: async () => (await import('./dropbox.ts')).dropbox,
  duende: async () => (await import('./duende.ts')).duende,
  'entra-b2c': async () => (await import('./entra-b2c.ts')).entraB2c,
  entra: async () => (await import('./entra.ts')).entra,
  facebook: async () => (await import('./facebook.ts')).facebook,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  google: async () => (await import('./google.ts')).google,
  hubspot: async () => (await import('./hubspot.ts')).hubspot,
  hydra: async () => (await import('./hydra.ts')).hydra,
  instagram: async () => (await import('./instagram.ts')).instagram,
  intuit: async () => (await import('./intuit.ts')).intuit,
  keycloak: async () => (await import('./keycloak.ts')).keycloak,
  linkedin: async () => (await import('./linkedin.ts')).linkedin,
  notion: async () => (await import('./notion.ts')).notion,
  'oidc-provider': async () => (await import('./oidc-provider.ts')).oidcProvider,
  okta: async () => (await import('./okta.ts')).okta,
  paypal: async () => (await import('./paypal.ts')).paypal,
  reddit: async () => (await import('./reddit.ts')).reddit,
  salesforce: async () => (await import('./salesforce.ts')).salesforce,
  shopify: async () => (await import('./shopify.ts')).shopify,
  slack: async () => (await import('./slack.ts')).slack,
  spotify: async () => (await import('./spotify.ts')).spotify,
  spring: async () => (await import('./spring.ts')).spring,
  strava: async () => (await import('./strava.ts')).strava,
  tiktok: async () => (await import('./tiktok.ts')).tiktok,
  twitch: async () => (await import('./twitch.ts')).twitch,
  x: async () => (await import('./x.ts')).x,
  xero: async () => (await import('./xero.ts')).xero,
  zitadel: async () => (await import('./zitadel.ts')).zitadel,
  zoom: async () => (await import('./zoom.ts')).zoom,
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

/** What people call a provider; a file or an issuer has no other name than the one that was given. */
export async function providerName(provider: string): Promise<string> {
  return isProviderId(provider) ? (await providers[provider]()).name : provider;
}
