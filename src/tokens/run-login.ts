import { resolve } from 'node:path';
import type { ExitCode } from '../exit-code.ts';
import { failure } from '../failure.ts';
import type { Io } from '../io.ts';
import type { LoginPlan } from '../login/attempt.ts';
import type { Certificate } from '../login/callback-server.ts';
import { type LoginManner, logIn } from '../login/log-in.ts';
import type { LoginOutcome } from '../login/outcome.ts';
import { assertWritable } from '../login/private-file.ts';
import { isFresh, isSameKey, type StoredToken, scopeSet } from '../login/stored-token.ts';
import { defaultStore, readTokens } from '../login/token-store.ts';
import { say } from '../printable/printable.ts';
import { readText } from '../read-text.ts';
import { loginText } from './login-text.ts';
import type { LoginArguments } from './options.ts';
import { NATIVE_REDIRECT } from './practice.ts';
import { proofOf, setUp, wantedScopes } from './provider-setup.ts';
import type { Setup } from './setup.ts';

/** Where tutorials have the callback. */
const USUAL_REDIRECT = 'http://localhost:3000/callback';

/**
 * `legwork login`: leads a person to a token, and keeps it.
 *
 * @throws Failure when it did not come to one
 */
export async function runLogin(args: LoginArguments, io: Io): Promise<ExitCode> {
  const certificate = await readCertificate(args, io);
  const setup = await setUp(args, io);
  try {
    const store = args.store === undefined ? await defaultStore(io) : resolve(io.cwd, args.store);
    const plan = planOf(setup, args);
    if (certificate !== undefined && new URL(plan.redirectUri).protocol !== 'https:') {
      throw failure('USAGE', {
        problem: `--certificate and --key are for an https redirect_uri, not for ${plan.redirectUri}.`,
        command: 'login',
      });
    }
    const key = {
      holder: 'member' as const,
      issuer: setup.issuer,
      clientId: plan.client.id,
      scopes: scopeSet(plan.scopes),
    };
    const there = (await readTokens(store, io)).find((token) => isSameKey(token, key));
    if (there !== undefined && setup.target === 'live' && !args.force && args['save-session'] === undefined) {
      if (isFresh(there, io.now())) return alreadyThere(there, args, io);
    }
    await assertWritable(store);
    if (args['save-session'] !== undefined) await assertWritable(resolve(io.cwd, args['save-session']));
    const manner: LoginManner = {
      browser: args.browser,
      timeout: args.timeout,
      certificate,
      linger: !args['show-token'],
      report: (outcome) => report(outcome, args, io),
    };
    const outcome = await goThrough(plan, { key, store }, manner, args['save-session'], io);
    if (outcome.kind === 'failed') throw outcome.failure;
    return 0;
  } finally {
    await setup.close();
  }
}

async function goThrough(
  plan: LoginPlan,
  keeping: Parameters<typeof logIn>[1],
  manner: LoginManner,
  sessionFile: string | undefined,
  io: Io,
): Promise<LoginOutcome> {
  if (sessionFile === undefined) return logIn(plan, keeping, manner, io);
  const { logInAndSave } = await import('../login/save-session.ts');
  const file = resolve(io.cwd, sessionFile);
  const outcome = await logInAndSave(plan, keeping, manner, file, io);
  if (outcome.kind === 'success')
    io.err(say`The session is saved in ${sessionFile}. Anyone who has this file is signed in as you.\n`);
  return outcome;
}

/** What to ask for, and where. */
function planOf(setup: Setup, { pkce, scope, 'redirect-uri': asked }: LoginArguments): LoginPlan {
  const { profile, settings } = setup;
  const native = pkce ? profile.nativeAuthorizationEndpoint : undefined;
  const endpoint = native ?? profile.metadata.authorization_endpoint;
  if (endpoint === undefined) {
    throw failure('FLOW_NOT_OFFERED', {
      provider: profile.name,
      flow: 'login',
      reason: 'it has no authorization endpoint',
    });
  }
  const redirectUri =
    asked ?? settings.redirect_uri ?? (native === undefined ? USUAL_REDIRECT : NATIVE_REDIRECT);
  if (!URL.canParse(redirectUri) || !/^https?:$/.test(new URL(redirectUri).protocol)) {
    throw failure('USAGE', {
      problem: `The redirect_uri "${redirectUri}" is not an http or https URL.`,
      command: 'login',
    });
  }
  return {
    profile,
    client: proofOf(setup, native !== undefined),
    redirectUri,
    scopes: wantedScopes(setup, scope),
    pkce: pkce || profile.pkce === 'S256',
    authorizationEndpoint: endpoint,
  };
}

function report(outcome: LoginOutcome, { 'show-token': showToken }: LoginArguments, io: Io): void {
  if (outcome.kind === 'success') io.out(say`${loginText(outcome.token, { name: outcome.name, showToken })}`);
}

function alreadyThere(token: StoredToken, { 'show-token': showToken }: LoginArguments, io: Io): ExitCode {
  io.out(say`${loginText(token, { name: undefined, showToken })}`);
  io.err(say`A valid token is already stored. Add --force to sign in again.\n`);
  return 0;
}

async function readCertificate(
  { certificate, key }: LoginArguments,
  io: Io,
): Promise<Certificate | undefined> {
  if (certificate === undefined && key === undefined) return undefined;
  if (certificate === undefined || key === undefined) {
    throw failure('USAGE', { problem: '--certificate and --key go together.', command: 'login' });
  }
  const read = (file: string) => readText(resolve(io.cwd, file), file, io);
  return { certificate: await read(certificate), key: await read(key) };
}
