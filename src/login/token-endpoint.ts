import { failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { idTokenProblem, readJwt } from '../oauth/id-token-rules.ts';
import { introspectionProblem } from '../oauth/introspection-rules.ts';
import { splitScope } from '../oauth/scope.ts';
import { isSecureUrl } from '../oauth/secure-url.ts';
import { type AskedToken, type IssuedToken, objectIn, readTokenAnswer } from '../oauth/token-answer.ts';
import { type ClientProof, formRequest } from '../oauth/token-request.ts';
import { escapedLine } from '../printable/escaped.ts';
import type { Profile } from '../providers/profile.ts';
import { quotedWords } from '../redaction/quoted-words.ts';
import { createRedactor } from '../redaction/redactor.ts';
import { timeLimit } from '../time-limit.ts';
import { explainRefusal } from './explain-refusal.ts';
import { subjectOf } from './member-id.ts';
import { readBody } from './read-body.ts';
import type { StoredToken } from './stored-token.ts';

/** Milliseconds until an answer is given up. */
const PATIENCE = 30_000;

export type EndpointIo = Pick<Io, 'fetch' | 'interrupted'>;

/** Exchanges an authorization code: RFC 6749 section 4.1.3, with the verifier of RFC 7636 section 4.5. */
export function exchangeCode(
  profile: Profile,
  client: ClientProof,
  given: {
    readonly code: string;
    readonly redirectUri: string;
    readonly codeVerifier: string;
    /** Scopes that were asked for. */
    readonly scopes: readonly string[];
  },
  io: EndpointIo,
): Promise<IssuedToken> {
  const { code, redirectUri, codeVerifier, scopes } = given;
  const fields = { code, redirect_uri: redirectUri, code_verifier: codeVerifier };
  return askForToken(profile, client, 'authorization_code', fields, { scopes, idToken: true }, io);
}

/**
 * Gets a new access token for a refresh token: RFC 6749 section 6.
 *
 * @param old the token that is renewed; a server that hands it out again has renewed nothing
 * @throws Failure TOKEN_REFUSED
 */
export async function refreshToken(
  profile: Profile,
  client: ClientProof,
  token: string,
  old: Pick<StoredToken, 'accessToken' | 'granted' | 'memberId'>,
  io: EndpointIo & Pick<Io, 'now'>,
): Promise<IssuedToken> {
  const asked = { scopes: old.granted, idToken: false };
  const issued = await askForToken(profile, client, 'refresh_token', { refresh_token: token }, asked, io);
  if (issued.accessToken === old.accessToken)
    throw notBelieved(profile, 'token', 'it hands out the old access token again, so nothing was renewed');
  const problem = renewedIdTokenProblem(issued, profile, client, old.memberId, io.now());
  if (problem === '') return issued;
  throw notBelieved(profile, 'token', `its id_token cannot be trusted: ${problem}`, [token, client.secret]);
}

/**
 * What is wrong with an id_token that came with a renewed token: it may be left out, has no nonce, and is of the same
 * member (OpenID Connect Core section 12.2). Empty when nothing is.
 */
function renewedIdTokenProblem(
  { idToken, accessToken }: IssuedToken,
  profile: Profile,
  client: ClientProof,
  memberId: string | undefined,
  now: number,
): string {
  if (idToken === undefined) return '';
  const { issuer, id_token_signing_alg_values_supported: algorithms = [] } = profile.metadata;
  const wanted = { issuer, clientId: client.id, accessToken, algorithms, now: now / 1000 };
  const problem = idTokenProblem(idToken, wanted);
  const subject = subjectOf(profile, memberId);
  if (problem !== '' || subject === '') return problem;
  return readJwt(idToken)?.claims.sub === subject
    ? ''
    : 'it is of another member than the token that was renewed';
}

/** Gets a token for the application itself: RFC 6749 section 4.4.2. */
export function applicationToken(
  profile: Profile,
  client: ClientProof,
  scope: string,
  io: EndpointIo,
): Promise<IssuedToken> {
  const asked = { scopes: splitScope(scope), idToken: false };
  return askForToken(profile, client, 'client_credentials', { scope }, asked, io);
}

/**
 * Asks what a token is worth: RFC 7662 section 2.1.
 *
 * @param subject `sub` of its member; empty where nobody knows it
 * @returns the members of the answer, which has a boolean `active`
 * @throws Failure TOKEN_REFUSED, also when it says active: true and speaks against itself, as by a past end
 */
export async function introspectToken(
  profile: Profile,
  client: ClientProof,
  { token, subject }: { readonly token: string; readonly subject: string },
  io: EndpointIo & Pick<Io, 'now'>,
): Promise<Readonly<Record<string, unknown>>> {
  const { introspection_endpoint: address, issuer } = profile.metadata;
  const { status, text } = await post(profile, 'introspection', address, { token }, client, io);
  const answer = objectIn(text);
  if (typeof answer.active !== 'boolean')
    throw refused(profile, 'introspection', status, text, [token, client.secret]);
  if (!answer.active) return answer;
  const wanted = { clientId: client.id, issuer, subject, now: io.now() / 1000 };
  const problem = introspectionProblem(status, answer, wanted);
  if (problem === '') return answer;
  throw notBelieved(profile, 'introspection', `it says that the token is active, but ${problem}`, [
    token,
    client.secret,
  ]);
}

/**
 * Makes a token invalid: RFC 7009 section 2.1.
 *
 * @throws Failure TOKEN_REFUSED
 */
export async function revokeToken(
  profile: Profile,
  client: ClientProof,
  token: string,
  io: EndpointIo,
): Promise<void> {
  const address = profile.metadata.revocation_endpoint;
  const { status, text } = await post(profile, 'revocation', address, { token }, client, io);
  if (status !== 200) throw refused(profile, 'revocation', status, text, [token, client.secret]);
}

type Endpoint = 'token' | 'introspection' | 'revocation';

/** A refusal by the token endpoint; `error` is its code, which callers may look at. */
async function askForToken(
  profile: Profile,
  client: ClientProof,
  grantType: string,
  fields: Readonly<Record<string, string>>,
  asked: AskedToken,
  io: EndpointIo,
): Promise<IssuedToken> {
  const all = { grant_type: grantType, ...fields, ...profile.tokenParameters };
  const { token_endpoint: address } = profile.metadata;
  const { status, text } = await post(profile, 'token', address, all, client, io);
  const answer = readTokenAnswer(status, text, { ...asked, bearerTypes: profile.bearerTokenTypes });
  if (answer.kind === 'issued') return answer.token;
  const secrets = ['code', 'code_verifier', 'refresh_token'].map((name) => fields[name] ?? '');
  if (answer.kind === 'unusable')
    throw notBelieved(profile, 'token', answer.problem, [...secrets, client.secret]);
  throw refused(profile, 'token', status, text, [...secrets, client.secret]);
}

/** Neither a redirect is followed nor a request repeated: what is sent is secret, and a code is good for one use. */
async function post(
  profile: Profile,
  endpoint: Endpoint,
  address: string | undefined,
  fields: Readonly<Record<string, string>>,
  client: ClientProof,
  io: EndpointIo,
): Promise<{ status: number; text: string }> {
  if (address === undefined || !isSecureUrl(address)) {
    throw failure('TOKEN_REFUSED', {
      endpoint: endpointName(endpoint),
      provider: profile.name,
      said: 'nothing: it has no such endpoint that could be asked safely.',
      remedy: `Name its address in a profile file, as "${endpoint}_endpoint".`,
    });
  }
  try {
    const response = await io.fetch(address, {
      method: 'POST',
      ...formRequest(fields, client),
      redirect: 'manual',
      signal: timeLimit(PATIENCE, io.interrupted),
    });
    return { status: response.status, text: await readBody(response) };
  } catch (error) {
    throw failure(
      'TOKEN_REFUSED',
      {
        endpoint: endpointName(endpoint),
        provider: profile.name,
        said: `nothing: ${io.interrupted.aborted ? 'interrupted' : reasonOf(error)} (${new URL(address).host}).`,
        remedy: 'Check the address, the network and the proxy, and try again.',
      },
      { cause: error },
    );
  }
}

function refused(
  profile: Profile,
  endpoint: Endpoint,
  status: number,
  text: string,
  secrets: readonly string[],
) {
  const answer = readTokenAnswer(status, text);
  const given = answer.kind === 'refused' ? answer : { error: '', description: '' };
  const redactor = createRedactor();
  for (const secret of secrets) redactor.learn('hidden', secret);
  const places = endpoint === 'token' ? (['token'] as const) : (['introspection', 'token'] as const);
  const { reason, remedy } = explainRefusal(
    profile,
    places,
    given,
    'Check client_id, client_secret and the address of the endpoint.',
    redactor,
  );
  return failure(
    'TOKEN_REFUSED',
    { endpoint: endpointName(endpoint), provider: profile.name, said: `${status}: ${reason}`, remedy },
    // Whether a login is needed is decided by the code of the error.
    { cause: new Refused(quotedWords(given.error, redactor, 200), status) },
  );
}

/** A response that looks like a success and is none; no code of an error says so. */
function notBelieved(profile: Profile, endpoint: Endpoint, problem: string, secrets: readonly string[] = []) {
  const redactor = createRedactor();
  for (const secret of secrets) redactor.learn('hidden', secret);
  return failure('TOKEN_REFUSED', {
    endpoint: endpointName(endpoint),
    provider: profile.name,
    said: `a response that cannot be used: ${escapedLine(redactor.text(problem))}.`,
    remedy:
      'Nothing of it was kept. Check the URL of the endpoint, and a proxy in between; if both are right, report it to the provider.',
  });
}

/** The code of a refusal, as the cause of a Failure TOKEN_REFUSED. */
export class Refused extends Error {
  readonly error: string;
  readonly status: number;

  constructor(error: string, status: number) {
    super(`${status} ${error}`);
    this.error = error;
    this.status = status;
  }
}

function endpointName(endpoint: Endpoint): string {
  return `The ${endpoint} endpoint`;
}

/** fetch hides the reason (ECONNREFUSED, a certificate) in the cause of "fetch failed". */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${PATIENCE / 1000} seconds`;
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code || error.message;
}
