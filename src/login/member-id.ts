import { failure } from '../failure.ts';
import type { Io } from '../io.ts';
import { isSecureUrl } from '../oauth/secure-url.ts';
import { objectIn } from '../oauth/token-answer.ts';
import { memberIdOf, userinfoClaims, userinfoProblem } from '../oauth/userinfo-rules.ts';
import { escapedLine } from '../printable/escaped.ts';
import type { ApiResource, Profile } from '../providers/profile.ts';
import { createRedactor } from '../redaction/redactor.ts';
import { timeLimit } from '../time-limit.ts';
import { publishedKeys, signatureProblem } from './id-token.ts';
import { readBody } from './read-body.ts';

/** Milliseconds; the id is a courtesy, not worth a long wait. */
const PATIENCE = 10_000;

/** Who asks, and for what token. */
export interface AskedMember {
  readonly clientId: string;
  readonly accessToken: string;
  readonly granted: readonly string[];
  /** `sub` of the id_token; empty where none came. */
  readonly subject: string;
}

type AskIo = Pick<Io, 'fetch' | 'interrupted'>;

/**
 * Asks the provider who granted a token: the first resource that names the person and that the scopes allow. The
 * UserInfo endpoint must name the person of the id_token (OpenID Connect Core section 5.3.2).
 *
 * @returns undefined when there is none, or when it does not answer; the token is no worse for that
 * @throws Failure LOGIN_REFUSED when userinfo speaks of another person, or of none
 */
export async function askMemberId(
  profile: Profile,
  asked: AskedMember,
  io: AskIo,
): Promise<string | undefined> {
  const resource = profile.memberResources.find(
    ({ memberId, method, scopes }) =>
      memberId !== undefined &&
      method === 'GET' &&
      (scopes.length === 0 || scopes.some((scope) => asked.granted.includes(scope))),
  );
  if (resource?.memberId === undefined) return undefined;
  const response = await read(profile, resource, asked.accessToken, io);
  if (response === undefined) return undefined;
  if (resource.memberId !== 'sub') return memberIdOf(objectIn(response.text)[resource.memberId]);
  const claims = userinfoClaims(response.text, response.contentType);
  // A page of a proxy, say: then nobody has said anything of the person.
  if (claims === undefined) return undefined;
  const wanted = { issuer: profile.metadata.issuer, clientId: asked.clientId, subject: asked.subject };
  const problem = userinfoProblem(claims, wanted) || (await forgery(profile, response, io));
  if (problem === '') return claims.sub as string;
  const redactor = createRedactor();
  redactor.learn('access_token', asked.accessToken);
  throw failure('LOGIN_REFUSED', {
    reason: `${profile.name} issued a token, but its UserInfo response cannot be trusted: ${escapedLine(redactor.text(problem))}.`,
    remedy:
      'The token was thrown away. Check issuer and userinfo_endpoint; if they are right, distrust the response.',
  });
}

interface Response {
  readonly text: string;
  readonly contentType: string;
}

async function read(
  profile: Profile,
  resource: ApiResource,
  accessToken: string,
  io: AskIo,
): Promise<Response | undefined> {
  const url = resource.url
    .replace('{{api_base_url}}', profile.apiBaseUrl)
    .replace('{{userinfo_endpoint}}', profile.metadata.userinfo_endpoint ?? '');
  if (!isSecureUrl(url)) return undefined;
  try {
    const response = await io.fetch(url, {
      headers: { ...resource.headers, accept: 'application/json', authorization: `Bearer ${accessToken}` },
      redirect: 'manual',
      signal: timeLimit(PATIENCE, io.interrupted),
    });
    const text = await readBody(response);
    return response.ok ? { text, contentType: response.headers.get('content-type') ?? '' } : undefined;
  } catch {
    return undefined;
  }
}

/** A signed response must hold, where keys are published to hold it against. */
async function forgery(profile: Profile, { text, contentType }: Response, io: AskIo): Promise<string> {
  const { jwks_uri: url } = profile.metadata;
  if (url === undefined || !/^application\/jwt\b/i.test(contentType)) return '';
  return signatureProblem(text.trim(), await publishedKeys(url, io), 'UserInfo response');
}

/**
 * The `sub` of a token's member, as far as it is known: the id that is kept is that of OpenID Connect, unless only an API
 * of the provider's own says who it is. Empty where nobody knows.
 */
export function subjectOf({ memberResources }: Profile, memberId: string | undefined): string {
  const hasOtherIds = memberResources.some((resource) => (resource.memberId ?? 'sub') !== 'sub');
  return hasOtherIds ? '' : (memberId ?? '');
}
