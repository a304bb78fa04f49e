import { challenge as challengeFacts, paths, refusedLogin } from '../providers/linkedin/pages.ts';
import { applicationSample, versionedPosts } from '../providers/linkedin/resources.ts';
import { linkedin } from '../providers/linkedin.ts';
import type { Answer } from './answer.ts';
import { page } from './answers.ts';
import { versionIsActive } from './checks/posts.ts';
import { authorization, nativeAuthorization } from './endpoints/authorization.ts';
import { challenge, verifyChallenge } from './endpoints/challenge.ts';
import { consentCancel, consentSubmit, loginSuccess } from './endpoints/consent.ts';
import { federation, loginByGet, secondFactorSubmit } from './endpoints/detours.ts';
import { introspection, revocation } from './endpoints/introspection.ts';
import { landing } from './endpoints/landing.ts';
import { csrfRefused, login, loginCancel, loginRefused, loginSubmit } from './endpoints/login.ts';
import { discovery, keys, userinfo } from './endpoints/openid.ts';
import { emailAddress, jobs, me, posts, ugcPosts, unknownResource } from './endpoints/resources.ts';
import { token } from './endpoints/token.ts';
import { memberResource } from './member-resource.ts';
import { ERROR_TITLE, errorPage } from './pages/error-page.ts';
import { FEDERATION, SECOND_FACTOR } from './scenarios/detours.ts';
import { signIn } from './sign-in.ts';
import type { Visit } from './visit.ts';

type Endpoint = (visit: Visit) => Answer | Promise<Answer>;

const { metadata } = linkedin;
const at = (address: string) => new URL(address).pathname;
const resourcePath = ({ url }: { url: string }) => url.replace('{{api_base_url}}', '').split('?')[0] ?? '';

/** Every address of the emulator that stands by itself, and the endpoint behind it. */
const table: readonly (readonly [method: 'GET' | 'POST', path: string, endpoint: Endpoint])[] = [
  ['GET', '/', landing],
  ['GET', at(metadata.authorization_endpoint), authorization],
  // The scenario login-in-authorize-response posts its form to the address of the page.
  ['POST', at(metadata.authorization_endpoint), loginSubmit],
  ['GET', paths.nativeAuthorization, nativeAuthorization],
  ['GET', paths.login, login],
  ['POST', paths.loginSubmit, loginSubmit],
  ['POST', paths.olderLoginSubmit, loginSubmit],
  ['GET', paths.loginSubmit, loginByGet],
  ['GET', paths.olderLoginSubmit, loginByGet],
  ['GET', paths.loginSuccess, loginSuccess],
  ['GET', paths.loginCancel, loginCancel],
  ['GET', refusedLogin.path, loginRefused],
  ['POST', challengeFacts.verifyPath, (visit) => verifyChallenge(visit, signIn, csrfRefused)],
  ['POST', paths.consentSubmit, consentSubmit],
  ['GET', paths.consentCancel, consentCancel],
  ['POST', at(metadata.token_endpoint), token],
  // A GET has no form body, and is refused for that.
  ['GET', at(metadata.token_endpoint), token],
  ['POST', at(metadata.introspection_endpoint), introspection],
  ['POST', at(metadata.revocation_endpoint), revocation],
  ['GET', `${at(metadata.issuer)}/.well-known/openid-configuration`, discovery],
  ['GET', at(metadata.jwks_uri), keys],
  ['GET', at(metadata.userinfo_endpoint), userinfo],
  ['GET', resourcePath(memberResource('Read me')), me],
  ['GET', resourcePath(memberResource('Read e-mail address')), emailAddress],
  ['POST', resourcePath(memberResource('Share "Hello LinkedIn API :-)"')), ugcPosts],
  ['POST', versionedPosts.path, posts],
  ['GET', applicationSample.path, jobs],
  ['GET', FEDERATION, federation],
  ['POST', SECOND_FACTOR, secondFactorSubmit],
];

const endpoints = new Map(table.map(([method, path, endpoint]) => [`${method} ${path}`, endpoint]));

const CHALLENGE = new RegExp(`^${paths.challenge}/([^/]+)$`);

/** What answers a request; HEAD is answered as GET, and whoever writes the answer leaves out its body. */
export function endpointFor(visit: Visit): Endpoint {
  const { pathname } = visit.url;
  const method = visit.request.method === 'HEAD' ? 'GET' : visit.request.method;
  const endpoint = endpoints.get(`${method} ${pathname}`);
  if (endpoint !== undefined) return endpoint;
  const id = CHALLENGE.exec(pathname)?.[1];
  if (id !== undefined && method === 'GET') return () => challenge(visit, id);
  if (isBelow('/v2', pathname)) return unknownResource;
  if (isBelow('/rest', pathname)) return unknownVersioned;
  return notFound;
}

function isBelow(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function unknownVersioned(visit: Visit): never {
  versionIsActive(visit);
  return unknownResource();
}

function notFound(visit: Visit): Answer {
  return page(visit, {
    title: ERROR_TITLE,
    status: 404,
    body: errorPage('This page does not exist.', `The emulator has nothing at ${visit.url.pathname}.`),
  });
}
