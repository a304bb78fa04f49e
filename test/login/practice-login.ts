import type { Io } from '../../src/io.ts';
import type { LoginPlan } from '../../src/login/attempt.ts';
import type { LoginManner } from '../../src/login/log-in.ts';
import { linkedin } from '../../src/providers/linkedin.ts';
import { startPractice } from '../../src/tokens/practice.ts';
import { createBrowser } from '../support/browser.ts';

/** Signs alice in without a window, and answers with the address at which her browser ended. */
export async function signInByForms(address: string): Promise<string> {
  const { port } = new URL(address);
  const browser = createBrowser(
    (request) => fetch(request, { redirect: 'manual' }),
    (url) => url.port === port,
  );
  let page = await browser.follow(await browser.get(address));
  if (page.$('#password').length > 0) {
    const values = { session_key: 'alice@example.com', session_password: 'correct-horse-1' };
    page = await browser.submit(page, 'form:has(#password)', values);
  }
  if (page.$('#oauth__auth-form').length > 0) page = await browser.submit(page, '#oauth__auth-form');
  return page.location ?? '';
}

/** An emulator with a client, and what a login there takes. */
export async function practicePlan(io: Io, redirectUri = 'http://localhost:3000/callback') {
  const practice = await startPractice(linkedin, { 'redirect-uri': redirectUri, pkce: false }, io);
  const { settings, profile, close } = practice;
  const client = {
    id: settings.client_id ?? '',
    secret: settings.client_secret ?? '',
    method: 'client_secret_post',
  } as const;
  const plan: LoginPlan = {
    profile,
    client,
    redirectUri,
    scopes: ['openid', 'profile'],
    pkce: false,
    authorizationEndpoint: profile.metadata.authorization_endpoint ?? '',
  };
  const key = {
    provider: 'linkedin',
    holder: 'member',
    issuer: 'test',
    clientId: client.id,
    scopes: ['openid', 'profile'],
  } as const;
  return { plan, key, profile, client, close };
}

/** Without a browser: whoever reads the address pastes where it ended. */
export function byPaste(lines: readonly ((address: string) => string | Promise<string>)[]) {
  let said = '';
  const left = [...lines];
  return {
    manner: { browser: false, timeout: 60, linger: false, report: () => {} } satisfies LoginManner,
    effects: {
      err: (text) => {
        said += text;
      },
      readLine: async (signal: AbortSignal) => {
        const next = left.shift();
        const address = /^ {2}(http.*response_type=.*)$/m.exec(said)?.[1] ?? '';
        if (next !== undefined) return next(address);
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
        return undefined;
      },
    } satisfies Partial<Io>,
    said: () => said,
  };
}
