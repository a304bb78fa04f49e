import type { EmulatedApp, EmulatedMember, EmulatorConfig } from '../emulator/config/config.ts';
import { defaultConfig } from '../emulator/config/default-config.ts';
import type { ScopeFact } from '../providers/facts.ts';

/** A target, as far as the emulator must know it beforehand. */
export interface PlannedTarget {
  readonly settings: Readonly<Record<string, string>>;
  /** Left out: what it sends is registered. */
  readonly registeredRedirectUris?: readonly string[];
}

/**
 * Applications and members for an emulator in which everything is registered as the targets say: what it then refuses,
 * a provider with those registrations refuses, too. Where targets share a client, its registrations are put together;
 * of two secrets or passwords the first one counts. Scopes that no product gives any more, or that are not known, cannot
 * be registered.
 *
 * @param known the provider's scopes
 */
export function dryRunConfig(
  targets: Iterable<PlannedTarget>,
  known: Readonly<Record<string, ScopeFact>>,
): EmulatorConfig {
  const apps = new Map<string, Registered>();
  const members = new Map<string, EmulatedMember>();
  for (const { settings, registeredRedirectUris } of targets) {
    const { client_id: clientId = '', username = '' } = settings;
    const app = apps.get(clientId) ?? newApp(settings.client_secret ?? '');
    apps.set(clientId, app);
    const registered = registeredRedirectUris ?? [settings.redirect_uri ?? ''];
    for (const uri of registered) if (uri !== '') app.redirectUris.add(uri);
    for (const scope of (settings.scope ?? '').split(/\s+/)) {
      if (Object.hasOwn(known, scope) && known[scope]?.access !== 'retired') app.scopes.add(scope);
    }
    if (!members.has(username)) members.set(username, memberOf(username, settings.password ?? ''));
  }
  return {
    apps: [...apps].map(([clientId, app]) => appOf(clientId, app)),
    members: [...members.values()],
  };
}

interface Registered {
  readonly clientSecret: string;
  readonly redirectUris: Set<string>;
  readonly scopes: Set<string>;
}

function newApp(clientSecret: string): Registered {
  return { clientSecret, redirectUris: new Set(), scopes: new Set() };
}

function appOf(clientId: string, { clientSecret, redirectUris, scopes }: Registered): EmulatedApp {
  return {
    name: clientId,
    description: 'Registered as the targets say.',
    clientId,
    clientSecret,
    redirectUris: [...redirectUris],
    scopes: [...scopes],
    clientCredentials: true,
    refreshTokens: true,
    nativePkce: false,
  };
}

/** One of the emulator's own members stays who they are: whoever must solve a captcha there must solve it here. */
function memberOf(username: string, password: string): EmulatedMember {
  const own = defaultConfig.members.find((member) => member.username === username.trim().toLowerCase());
  if (own !== undefined) return { ...own, password };
  const givenName = username.replace(/@.*$/s, '');
  return {
    name: username,
    description: 'Signs in with the password alone.',
    username,
    password,
    givenName,
    familyName: 'Example',
    email: username.includes('@') ? username : `${username}@example.com`,
    pin: '314159',
  };
}
