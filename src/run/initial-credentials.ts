import { resolve } from 'node:path';
import { type VariableValue, variableValues } from '../inert.ts';
import type { Io } from '../io.ts';
import type { Profile } from '../providers/profile.ts';
import type { RunArguments } from './options.ts';

/** What a run begins with besides settings: a session or a token that a person has got already. */
export interface InitialCredentials {
  /** Further variables. */
  readonly variables: Readonly<Record<string, VariableValue>>;
  /** Required variables that are already satisfied. */
  readonly satisfied: readonly string[];
  /** A cookie jar as tough-cookie serializes it. */
  readonly cookies?: object;
  /** Values that no output may show. */
  readonly secrets: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Reads the session or the token that a run begins with.
 *
 * @throws Failure SESSION_DEAD; LOGIN_NEEDED; PRIVATE_FILE_REFUSED; VALUE_NOT_INERT; those of a renewal
 */
export async function initialCredentials(
  args: RunArguments,
  profile: Profile,
  io: Io,
): Promise<InitialCredentials> {
  if (args.session !== undefined) return sessionCredentials(args.session, profile, io);
  if (args.token !== undefined) return tokenCredentials(args, io);
  return { variables: {}, satisfied: [], secrets: [] };
}

async function sessionCredentials(session: string, profile: Profile, io: Io): Promise<InitialCredentials> {
  const { readSession, renewCommand } = await import('../login/session-file.ts');
  const cookies = await readSession({ path: resolve(io.cwd, session), shown: session }, profile, io);
  return {
    // Where a login form comes after all, the scripts say what to type.
    variables: variableValues(
      { session_command: renewCommand(profile, session) },
      'the saved session',
      'Save the session under another name.',
    ),
    satisfied: ['username', 'password'],
    cookies,
    secrets: cookies.cookies.map(({ key, value }) => ({
      name: `cookie ${String(key)}`,
      value: String(value ?? ''),
    })),
  };
}

async function tokenCredentials(args: RunArguments, io: Io): Promise<InitialCredentials> {
  const [{ chooseToken }, { defaultStore }, { validToken }] = await Promise.all([
    import('../tokens/choose-token.ts'),
    import('../login/token-store.ts'),
    import('../login/valid-token.ts'),
  ]);
  const store = args.store === undefined ? await defaultStore(io) : resolve(io.cwd, args.store);
  const wanted = {
    provider: args.provider,
    'env-file': args['env-file'],
    store: args.store,
    flow: 'member',
    target: 'live',
    scope: undefined,
  } as const;
  const { setup, key, proof, loginCommand } = await chooseToken(wanted, store, io);
  const token = await validToken({ profile: setup.profile, key, proof, store, loginCommand }, io);
  return {
    variables: variableValues(
      {
        access_token: token.accessToken,
        known_scope: token.granted.join(' '),
        ...(token.memberId !== undefined && { member_id: token.memberId }),
      },
      'the token store',
      `Do not trust the server that it came from. To get another token: ${loginCommand}`,
    ),
    satisfied: ['access_token'],
    secrets: [{ name: 'access_token', value: token.accessToken }],
  };
}
