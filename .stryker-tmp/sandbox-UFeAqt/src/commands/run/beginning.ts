// @ts-nocheck
import { resolve } from 'node:path';
import { failure } from '../../failure.ts';
import type { Io } from '../../io.ts';
import type { Profile } from '../../providers/profile.ts';

/** What the command line says of how a run begins. */
export interface BeginningArguments {
  /** A saved session in place of user name and password. */
  readonly session?: string | undefined;
  /** `store`: a stored token in place of a login. */
  readonly token?: 'store' | undefined;
  readonly store?: string | undefined;
  readonly provider: string;
  readonly envFile: string | undefined;
}

/** What a run begins with, besides settings. */
export interface Beginning {
  /** Further variables. */
  readonly variables: Readonly<Record<string, string>>;
  /** Variables that it can do without. */
  readonly spared: readonly string[];
  /** A cookie jar as tough-cookie serializes it. */
  readonly cookies?: object;
  /** Values that no output may show. */
  readonly secrets: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Reads the session or the token that a run begins with.
 *
 * @throws Failure USAGE when both are asked for; SESSION_DEAD; LOGIN_NEEDED; PRIVATE_FILE_REFUSED; those of a renewal
 */
export async function beginningOf(args: BeginningArguments, profile: Profile, io: Io): Promise<Beginning> {
  if (args.session !== undefined && args.token !== undefined) {
    throw failure('USAGE', {
      problem: '--session signs in and --token store does not: one of them.',
      command: 'run',
    });
  }
  if (args.session !== undefined) return sessionBeginning(args.session, profile, io);
  if (args.token !== undefined) return tokenBeginning(args, io);
  return { variables: {}, spared: [], secrets: [] };
}

async function sessionBeginning(session: string, profile: Profile, io: Io): Promise<Beginning> {
  const { readSession, renewCommand } = await import('../../login/session-file.ts');
  const cookies = await readSession({ path: resolve(io.cwd, session), shown: session }, profile, io);
  return {
    // Where a login form comes after all, the scripts say what to type.
    variables: { session_command: renewCommand(profile, session) },
    spared: ['username', 'password'],
    cookies,
    secrets: cookies.cookies.map(({ key, value }) => ({
      name: `cookie ${String(key)}`,
      value: String(value ?? ''),
    })),
  };
}

async function tokenBeginning(args: BeginningArguments, io: Io): Promise<Beginning> {
  const [{ chooseToken }, { defaultStore }, { validToken }] = await Promise.all([
    import('../token/choose-token.ts'),
    import('../../login/token-store.ts'),
    import('../../login/valid-token.ts'),
  ]);
  const store = args.store === undefined ? await defaultStore(io) : resolve(io.cwd, args.store);
  const { provider, envFile } = args;
  const wanted = {
    provider,
    envFile,
    store: args.store,
    flow: 'member',
    target: 'live',
    scope: undefined,
  } as const;
  const { setup, key, proof, loginCommand } = await chooseToken(wanted, store, io);
  const token = await validToken({ profile: setup.profile, key, proof, store, loginCommand }, io);
  return {
    variables: {
      access_token: token.accessToken,
      known_scope: token.granted.join(' '),
      ...(token.memberId !== undefined && { member_id: token.memberId }),
    },
    spared: ['access_token'],
    secrets: [{ name: 'access_token', value: token.accessToken }],
  };
}
