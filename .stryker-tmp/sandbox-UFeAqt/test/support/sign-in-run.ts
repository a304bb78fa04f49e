// @ts-nocheck
import { collectionsFor } from '../../src/collection/collections.ts';
import { parseProfileDocument } from '../../src/providers/profile-file.ts';
import {
  type Answer,
  type CannedServer,
  type ReceivedRequest,
  type Routes,
  redirect,
  startCannedServer,
} from './canned-server.ts';
import { failuresOf, type PlainRun, runPlain } from './plain-newman.ts';

export const PASSWORD = 'p&ss=w+rd %41 {{client_secret}} ü';

/** What came of a sign-in against canned answers. */
export interface SignInRun extends PlainRun {
  readonly server: CannedServer;
  readonly received: ReceivedRequest[];
  readonly failures: string[];
  /** Requests that carried the password, raw or encoded, wherever in them. */
  readonly withPassword: ReceivedRequest[];
}

export interface Situation {
  readonly routes: (origin: string, otherOrigin: string) => Routes;
  readonly legwork?: object;
  readonly metadata?: object;
  readonly variables?: Record<string, string>;
}

/**
 * Runs the generated three-legged collection against a server that gives canned answers, up to the exchange of
 * the code. The redirect_uri lies on that server, so that calling it would be noticed.
 */
export async function signIn(situation: Situation): Promise<SignInRun> {
  const server = await startCannedServer((origin, other) => ({
    'POST /token': () => ({
      status: 200,
      body: JSON.stringify({ access_token: 'token', token_type: 'Bearer', expires_in: 60 }),
    }),
    ...situation.routes(origin, other),
  }));
  try {
    const { origin } = server;
    const profile = parseProfileDocument(
      {
        issuer: origin,
        authorization_endpoint: `${origin}/authorize`,
        token_endpoint: `${origin}/token`,
        grant_types_supported: ['authorization_code'],
        ...situation.metadata,
        legwork: { name: 'Canned', scope: 'read write', pkce: 'none', ...situation.legwork },
      },
      'canned',
    );
    const [flow] = collectionsFor(profile, ['three-legged']);
    if (flow === undefined) throw new Error('no flow');
    const run = await runPlain(flow.collection, {
      client_id: 'client',
      client_secret: 'a very secret secret',
      redirect_uri: `${origin}/callback?keep=1`,
      username: 'ann@example.org',
      password: PASSWORD,
      ...situation.variables,
    });
    const traces = [PASSWORD, encodeURIComponent(PASSWORD), 'p%26ss', 'p&ss'];
    return {
      ...run,
      server,
      received: server.received,
      failures: failuresOf(run),
      withPassword: server.received.filter((request) =>
        traces.some((trace) => request.target.includes(trace) || request.body.includes(trace)),
      ),
    };
  } finally {
    await server.close();
  }
}

/** The answer of an authorization server that lets the member in: back to the redirect_uri with code and state. */
export function callback(request: ReceivedRequest, changes: Record<string, string | undefined> = {}): Answer {
  const to = new URL(request.query.get('redirect_uri') ?? '');
  const parameters = { code: 'the code', state: request.query.get('state') ?? undefined, ...changes };
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) to.searchParams.append(name, value);
  return redirect(to.toString());
}

/**
 * A server that keeps the authorization request while the member signs in.
 *
 * @param onSubmit what the login form is answered with
 */
export function remembering() {
  let asked: ReceivedRequest | undefined;
  return {
    authorize: (answer: Answer) => (request: ReceivedRequest) => {
      asked = request;
      return answer;
    },
    goBack: (changes: Record<string, string | undefined> = {}) => {
      if (asked === undefined) throw new Error('nobody asked for authorization');
      return callback(asked, changes);
    },
  };
}

export const LOGIN_FORM =
  '<form method="post" action="/login"><input name="username"><input type="password" name="password"><button>Log in</button></form>';
