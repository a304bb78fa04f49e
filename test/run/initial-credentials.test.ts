import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeTokens, readTokens } from '../../src/login/token-store.ts';
import { main } from '../../src/main.ts';
import { signInByForms } from '../login/practice-login.ts';
import { realIo } from '../login/support.ts';
import { createBrowser } from '../support/browser.ts';
import { startEmulator } from '../support/emulator.ts';
import { filesIn } from './run-support.ts';

/** A server that plays LinkedIn and is called by a profile file; nobody gives the run a user name or password. */
async function atServer() {
  const server = await startEmulator();
  const settings = server.settings();
  const answer = await fetch(`${settings.issuer}/.well-known/openid-configuration`);
  const document = {
    ...((await answer.json()) as object),
    grant_types_supported: ['authorization_code', 'refresh_token'],
    legwork: {
      client_authentication: 'client_secret_post',
      echoes_nonce: false,
      resources: [{ name: 'Share', url: `${server.origin}/v2/ugcPosts`, scopes: ['w_member_social'] }],
    },
  };
  const env = {
    OAUTH_CLIENT_ID: settings.client_id ?? '',
    OAUTH_CLIENT_SECRET: settings.client_secret ?? '',
    OAUTH_REDIRECT_URI: settings.redirect_uri ?? '',
    OAUTH_SCOPE: 'openid profile',
  };
  let said = '';
  const io = realIo({
    env,
    err: (text) => {
      said += text;
    },
    readLine: () => signInByForms(/^ {2}(http.*response_type=.*)$/m.exec(said)?.[1] ?? ''),
  });
  writeFileSync(join(io.cwd, 'profile.json'), JSON.stringify(document));
  const run = (...more: string[]) => main(['run', '--provider', 'profile.json', ...more], io, '');
  const reports = () => Object.values(filesIn(join(io.cwd, 'reports'))).join('\n');
  return { server, settings, io, run, reports, said: () => said };
}

/** The jar of somebody who has signed in and consented. */
async function writeJar(file: string, { server, settings }: Awaited<ReturnType<typeof atServer>>) {
  const browser = createBrowser(
    (request) => fetch(request, { redirect: 'manual' }),
    (url) => url.origin === server.origin,
  );
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: settings.client_id ?? '',
    redirect_uri: settings.redirect_uri ?? '',
    scope: 'openid profile',
    state: 'x',
  });
  const form = await browser.follow(await browser.get(`${settings.authorization_endpoint}?${query}`));
  const values = { session_key: settings.username ?? '', session_password: settings.password ?? '' };
  await browser.submit(await browser.submit(form, 'form:has(#password)', values), '#oauth__auth-form');
  writeFileSync(file, JSON.stringify(browser.jar.serializeSync()), { mode: 0o600 });
}

test('with a saved session the three-legged flow goes through without a form', async () => {
  const place = await atServer();
  const { server, io, run, reports } = place;
  const file = join(io.cwd, 'session.json');
  await writeJar(file, place);
  const before = server.journal.length;
  expect(await run('--session', 'session.json', '--flow', 'three-legged')).toBe(0);
  const paths = server.journal.slice(before).map(({ path }) => path);
  expect(paths[0]).toBe('/oauth/v2/authorization');
  expect(paths[1]).toBe('/oauth/v2/accessToken');
  // The canary: no cookie of the session in a report or on the terminal.
  const { cookies } = JSON.parse(readFileSync(file, 'utf8')) as { cookies: { key: string; value: string }[] };
  const session = cookies.find(({ key }) => key === 'li_at')?.value ?? 'missing';
  expect(reports() + io.written()).not.toContain(session);
  await server.close();
});

test('a session that the server does not know any more is one failure with the command that renews it', async () => {
  const place = await atServer();
  const { server, io, run, reports } = place;
  const file = join(io.cwd, 'session.json');
  await writeJar(file, place);
  const jar = JSON.parse(readFileSync(file, 'utf8')) as { cookies: { key: string; value: string }[] };
  const dead = jar.cookies.map((cookie) => (cookie.key === 'li_at' ? { ...cookie, value: 'dead' } : cookie));
  writeFileSync(file, JSON.stringify({ ...jar, cookies: dead }));
  expect(await run('--session', 'session.json', '--flow', 'three-legged')).toBe(4);
  expect(io.written()).toMatch(/1 failed/);
  expect(reports()).toContain(
    `The saved session is not signed in any more: a login form came. Sign in once more: legwork login --provider ${server.origin}/oauth --save-session session.json`,
  );
  await server.close();
});

test('a session that is not there ends the run before it begins', async () => {
  const { server, io, run, said } = await atServer();
  expect(await run('--session', 'none.json')).toBe(3);
  expect(said()).toContain('The saved session in none.json cannot be used: there is no such file.');
  expect(existsSync(join(io.cwd, 'reports'))).toBe(false);
  await server.close();
});

test('with a stored token only the APIs are called that it is good for, and it is renewed first when it must be', async () => {
  const { server, io, run, reports } = await atServer();
  const login = ['login', '--provider', 'profile.json', '--no-browser', '--store', 'tokens.json'];
  expect(await main(login, io, '')).toBe(0);
  const store = join(io.cwd, 'tokens.json');
  await changeTokens(store, (tokens) => tokens.map((token) => ({ ...token, expiresAt: 1 })), io);
  const before = server.journal.length;
  expect(await run('--token', 'store', '--store', 'tokens.json')).toBe(0);
  const paths = server.journal.slice(before).map(({ path }) => path);
  expect(paths).toEqual(['/oauth/v2/accessToken', '/v2/userinfo']);
  const [token] = await readTokens(store, io);
  expect(reports() + io.written()).not.toContain(token?.accessToken);
  expect(reports() + io.written()).not.toContain(token?.refreshToken);
  await server.close();
});

test('without a stored token nothing runs, and the command that gets one is named', async () => {
  const { server, run, said } = await atServer();
  expect(await run('--token', 'store', '--store', 'tokens.json')).toBe(3);
  expect(said()).toMatch(/Sign in: legwork login --provider profile\.json --store tokens\.json/);
  await server.close();
});

test.each([
  ['--session', 'x', '--session is for --target live'],
  ['--token', 'store', '--token is for --target live'],
])('%s is refused for the emulator, which is new in each run', async (option, value, problem) => {
  const io = realIo();
  expect(await main(['run', option, value], io, '')).toBe(1);
  expect(io.said()).toContain(problem);
});
