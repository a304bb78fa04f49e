import { randomBytes } from 'node:crypto';
import type { EmulatedApp, EmulatorConfig } from '../../src/emulator/config/config.ts';
import { defaultConfig } from '../../src/emulator/config/default-config.ts';
import { emulatorSettings } from '../../src/emulator/config/settings.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { parseFault } from '../../src/emulator/faults/parse-fault.ts';
import { fields } from '../../src/providers/linkedin/pages.ts';
import { type Browser, createBrowser, type Page } from '../support/browser.ts';

export const ORIGIN = 'http://127.0.0.1:9480';
export const LOGIN_FORM = `form:has([name=${fields.password}])`;
export const CONSENT_FORM = `#${fields.consentForm}`;
export const SECOND = 1000;
export const DAY = 86_400 * SECOND;

/** An emulator with a clock that the test sets, and short ways to use it. */
export function play(
  config: EmulatorConfig = defaultConfig,
  faults: readonly string[] = [],
  control = false,
) {
  const clock = { now: Date.UTC(2026, 8, 1) };
  const emulator = createEmulator({
    config,
    now: () => clock.now,
    randomBytes,
    faults: faults.map(parseFault),
    control,
  });
  return {
    emulator,
    clock,
    browser: () => createBrowser(emulator.fetch),
    settings: (app?: string, member?: string) => settingsOf(config, app, member),
    post: (path: string, form: Record<string, string> | [string, string][], headers = {}) =>
      emulator.fetch(
        new Request(ORIGIN + path, { method: 'POST', body: new URLSearchParams(form), headers }),
      ),
    get: (path: string, headers = {}) => emulator.fetch(new Request(ORIGIN + path, { headers })),
  };
}

export type Play = ReturnType<typeof play>;

/** Settings with names that need no check for absence. */
export function settingsOf(config: EmulatorConfig, app?: string, member?: string) {
  return emulatorSettings(ORIGIN, config, app, member) as Record<SettingName, string>;
}

type SettingName =
  | `${'authorization' | 'token' | 'userinfo' | 'introspection' | 'revocation'}_endpoint`
  | 'issuer'
  | 'api_base_url'
  | 'application_api_url'
  | 'client_id'
  | 'client_secret'
  | 'redirect_uri'
  | 'scope'
  | 'username'
  | 'password';

/** The default configuration with one application changed. */
export function withApp(name: string, changes: Partial<EmulatedApp>): EmulatorConfig {
  return {
    ...defaultConfig,
    apps: defaultConfig.apps.map((app) => (app.name === name ? { ...app, ...changes } : app)),
  };
}

/** The address with which a client begins. */
export function authorizationUrl(
  settings: ReturnType<typeof settingsOf>,
  changes: Record<string, string | undefined> = {},
): string {
  const { authorization_endpoint, client_id, redirect_uri, scope } = settings;
  const parameters = {
    response_type: 'code',
    client_id,
    redirect_uri,
    scope,
    state: 'st/a+te=1',
    ...changes,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return `${authorization_endpoint}?${query}`;
}

/** Signs in on the classic page and allows the request, if asked; ends at the redirect to the application. */
export async function walk(
  browser: Browser,
  settings: ReturnType<typeof settingsOf>,
  changes: Record<string, string | undefined> = {},
): Promise<Page> {
  let page = await browser.follow(await browser.get(authorizationUrl(settings, changes)));
  if (page.$(LOGIN_FORM).length > 0) {
    const { username, password } = settings;
    page = await browser.submit(page, LOGIN_FORM, {
      [fields.username]: username,
      [fields.password]: password,
    });
  }
  return page.$(CONSENT_FORM).length > 0 ? browser.submit(page, CONSENT_FORM) : page;
}

/** The parameters of a redirect to the application. */
export function callbackOf(page: Page): Record<string, string> {
  return Object.fromEntries(new URL(page.location ?? 'about:blank').searchParams);
}

/** Walks the whole chain and exchanges the code. */
export async function tokensOf(
  { emulator, settings: settingsFor, post }: Play,
  app = 'default',
  member = 'alice',
  changes: Record<string, string> = {},
): Promise<TokenAnswer> {
  const settings = settingsFor(app, member);
  const { code = '' } = callbackOf(await walk(createBrowser(emulator.fetch), settings, changes));
  const answer = await post(new URL(settings.token_endpoint).pathname, exchange(settings, code));
  return (await answer.json()) as TokenAnswer;
}

/** The form of a code exchange. */
export function exchange(settings: ReturnType<typeof settingsOf>, code: string): Record<string, string> {
  const { client_id, client_secret, redirect_uri } = settings;
  return { grant_type: 'authorization_code', code, redirect_uri, client_id, client_secret };
}

export interface TokenAnswer {
  readonly access_token: string;
  readonly expires_in: number;
  readonly refresh_token: string;
  readonly refresh_token_expires_in: number;
  readonly scope: string;
  readonly token_type?: string;
  readonly id_token?: string;
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
