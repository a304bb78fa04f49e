import { randomBytes } from 'node:crypto';
import type { EmulatorConfig } from '../../../src/emulator/config/config.ts';
import { createEmulator } from '../../../src/emulator/emulator.ts';
import { serveEmulator } from '../../../src/emulator/http/serve.ts';
import { playedProvider } from '../../../src/emulator/played-provider.ts';

/** A dialect that listens on loopback, its settings, and a person with a browser. */
export async function dialectStage(provider: string, more: Partial<EmulatorConfig> = {}) {
  const played = await playedProvider(provider);
  const config = { ...played.config, ...more };
  let ahead = 0;
  const emulator = createEmulator({
    config,
    dialect: played.dialect,
    now: () => Date.now() + ahead * 1000,
    randomBytes,
  });
  const { origin, close } = await serveEmulator(emulator, { port: 0 });
  return {
    origin,
    close,
    played,
    settings: (app?: string) => played.settings(origin, config, app),
    advance: (seconds: number) => {
      ahead += seconds;
    },
  };
}

/** Puts the emulator in place of the provider's host, and leaves the rest of a URL as it is. */
export function atEmulator(url: string | URL, origin: string): string {
  const { pathname, search } = new URL(url);
  return origin + pathname + search;
}

/**
 * A person who signs in and allows or denies: follows redirects until one leaves the emulator.
 *
 * @returns the URL of the callback, or the page at which it ended
 */
export async function signInAt(
  url: string,
  settings: Readonly<Record<string, string>>,
  decision: 'allow' | 'deny' = 'allow',
): Promise<{ readonly callback?: URL; readonly page?: string; readonly status?: number }> {
  const origin = new URL(url).origin;
  const cookies = new Map<string, string>();
  let next: { url: string; body?: URLSearchParams } = { url };
  for (let hop = 0; hop < 12; hop += 1) {
    const response = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.body !== undefined && { method: 'POST', body: next.body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) {
      const target = new URL(location, next.url);
      if (target.origin !== origin) return { callback: target };
      next = { url: target.href };
      continue;
    }
    const page = await response.text();
    const flow = /name="flow" value="([^"]+)"/.exec(page)?.[1];
    const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1];
    if (flow === undefined || action === undefined) return { page, status: response.status };
    const fields: Record<string, string> = page.includes('name="password"')
      ? { flow, username: settings.username ?? '', password: settings.password ?? '' }
      : { flow, decision };
    next = { url: origin + action, body: new URLSearchParams(fields) };
  }
  throw new Error('the sign-in does not end');
}
